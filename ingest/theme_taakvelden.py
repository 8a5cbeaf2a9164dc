"""The themes of a taakveld: those that themes.tsv gives its code for, and those of the codes before 2025."""

import re
from functools import cache

from ingest.lexicon import read_rows
from ingest.theme_cues import THEMES

_MOST = 3
"""A taakveld of more themes than these, such as 1.2, doesn't tell which of them a row is on."""
_LETTER = re.compile(r"[a-z]\Z")


@cache
def themes_of_taakveld(code: str) -> frozenset[str]:
    """The leaves that a taakveld is about; empty where it is of too many to tell, or of none."""
    older = {row["code"]: row["theme"] for row in read_rows("taakveld_themes.tsv")}
    whole = _LETTER.sub("", code)
    if whole in older:
        return frozenset({older[whole]})
    found = frozenset(
        theme.id for theme in THEMES.values() if theme.parent and any(_covers(c, code) for c in theme.iv3)
    )
    return found if len(found) <= _MOST else frozenset()


def _covers(codes: str, code: str) -> bool:
    """Whether "6.711-6.714" or "6.3" holds the code."""
    first, _, last = codes.partition("-")
    low, high, at = _numbers(first), _numbers(last or first), _numbers(code)
    return bool(at) and low <= at <= high and len(low) == len(at)


def _numbers(code: str) -> tuple[int, ...]:
    return tuple(int(part) for part in code.split(".")) if re.fullmatch(r"\d+\.\d+", code) else ()
