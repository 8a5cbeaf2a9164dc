"""What a heading says about the acts below it; the patterns are in data/act_headings.tsv."""

import re
from functools import cache
from typing import Literal

from ingest.lexicon import read_rows

HeadingKind = Literal[
    "goal",
    "books",
    "guide",
    "planning",
    "actions",
    "results wanted",
    "was wanted",
    "done",
    "answer",
    "as it is",
    "opening",
]


@cache
def heading(kind: HeadingKind) -> re.Pattern[str]:
    """What headings of that kind begin with; of "results wanted" the group "year" may name theirs."""
    rows = [row["pattern"] for row in read_rows("act_headings.tsv") if row["kind"] == kind]
    return re.compile("|".join(f"(?:{row})" for row in rows), re.IGNORECASE)
