"""Whether a sum in running text is a difference: "de lasten zijn € 77.000 hoger", "lagere lasten (€ 15.000)"."""

import re
from functools import cache
from typing import Literal, cast

from ingest.facts.sums.phrases import TIME_PHRASE
from ingest.lexicon import read_rows

Change = Literal["hoger", "lager"]

_QUALIFIED = (
    r"(?:(?:circa|ca\.|ruim|bijna|ongeveer|(?:in )?totaal|maximaal|structureel|incidenteel|eenmalig)[ \u00a0])*"
)
_WHOLE = re.compile(rf"\b(?:naar|tot|dan)[ \u00a0]{_QUALIFIED}\Z", re.IGNORECASE)
_SERIES = re.compile(rf"(?:,| en|, en)[ \u00a0](?:{TIME_PHRASE}|(?:19|20)\d\d:?)?[ \u00a0]?", re.IGNORECASE)
_NEAR = r"\b[^.;:€\n]{0,60}\Z"
"""Between the word of change and the sum: "een stijging van het budget voor het onderhoud zien van"."""


def change_of(ahead: str, behind: str) -> Change | None:
    """How a sum differs from what was before or planned; None where it is the whole, or nothing is said.

    Args:
        ahead: the sentence up to the sum, from the sum before it on.
        behind: the sentence from the sum on.
    """
    for pattern, value in _words("behind"):
        if pattern.match(behind):
            return value
    if _WHOLE.search(ahead):
        return None
    near = [(found.start(), value) for pattern, value in _words("before") for found in pattern.finditer(ahead)]
    return max(near, default=(0, None))[1]


def goes_on(between: str) -> bool:
    """Whether nothing but a year parts two sums, so that they are a series: "in 2026 € 5, in 2027 € 6"."""
    return _SERIES.fullmatch(between) is not None


@cache
def _words(place: str) -> list[tuple[re.Pattern[str], Change]]:
    rows = [row for row in read_rows("amount_changes.tsv") if row["place"] == place]
    return [(re.compile(_placed(row["pattern"], place), re.IGNORECASE), cast(Change, row["value"])) for row in rows]


def _placed(pattern: str, place: str) -> str:
    return rf"[ \u00a0]{_QUALIFIED}{pattern}\b" if place == "behind" else rf"(?<!\w){pattern}{_NEAR}"
