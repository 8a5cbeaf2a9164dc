"""The day on which a paper was signed, where that stands above the names: minutes are settled at a later meeting."""

import datetime
import re
from collections.abc import Callable

from ingest.facts.periods import time_expressions

_SETTLED = re.compile(
    r"^[^\S\n]*(?:(?:de|deze|dit|het)[ \u00a0](?:besluitenlijst|verslag|notulen)[ \u00a0](?:is[ \u00a0])?)?"
    r"(?:aldus[ \u00a0])?"
    r"(?:vastgesteld|besloten|ondertekend|gedaan|opgemaakt)\b(?P<when>[^\n]{0,120}(?:\n[^\n]{0,60})?)",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_BLOCK = 400
"""Characters from such a sentence to the last name below it."""
_LONGEST_LINE = 120
"""A longer line is no part of a signature."""


def signing_day(text: str) -> Callable[[int], datetime.date | None]:
    """Tells of a place in the text on which day was signed what is signed there; None where no signature stands."""
    blocks = [block for found in _SETTLED.finditer(text) if (block := _block(text, found))]

    def of(place: int) -> datetime.date | None:
        return next((day for start, end, day in blocks if start <= place < end), None)

    return of


def _block(text: str, found: re.Match[str]) -> tuple[int, int, datetime.date] | None:
    """Where the names below the sentence may stand, and its day."""
    for expression in time_expressions(text, *found.span("when")):
        day = expression.base.start
        if day and day == expression.base.end:
            return expression.end, _end(text, expression.end), day
    return None


def _end(text: str, start: int) -> int:
    at = start
    while at < min(len(text), start + _LONGEST_BLOCK):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if end - at > _LONGEST_LINE:
            return at
        at = end + 1
    return at
