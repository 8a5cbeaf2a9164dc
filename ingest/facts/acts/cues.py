"""Cue words that decide what a clause commits to; the patterns are in data/commitment_cues.tsv."""

import re
from functools import cache
from typing import Literal, get_args

from ingest.lexicon import read_rows

Cue = Literal[
    "undecided",
    "opposed",
    "hedge",
    "conditional",
    "soft",
    "nominal",
    "standing",
    "commissive",
    "idle",
    "reported",
    "consequence",
    "busy",
    "ready",
    "unchanged",
    "just done",
    "in paper",
    "paper itself",
    "in a text",
    "set aside",
    "of the books",
    "another's",
]

_MARK = re.compile(r"\A(?:(?:\d{1,2}\.)+\d*|\d{1,2}\)|[a-z][.)]|[-–•*])\s+")
"""The number or bullet of an item, behind which its words begin."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    collected: dict[str, list[str]] = {cue: [] for cue in get_args(Cue)}
    for row in read_rows("commitment_cues.tsv"):
        collected[row["class"]].append(row["pattern"])
    return {cue: re.compile("|".join(patterns)) for cue, patterns in collected.items()}


def cues_in(text: str) -> frozenset[str]:
    """The classes of cue that occur in the text, whatever its case, its mark as an item and its line breaks."""
    lowered = _MARK.sub("", " ".join(text.lower().split()))
    return frozenset(cue for cue, pattern in _patterns().items() if pattern.search(lowered))
