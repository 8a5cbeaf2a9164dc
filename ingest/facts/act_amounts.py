"""The amount of an act: not the budget that it is taken from, nor a threshold."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from ingest.fact_types import Amount

_TAKEN_FROM = re.compile(
    r"\b(?:van|uit|binnen) (?:het|de|dit|deze|dat|die|ons|onze) (?:[\w-]+ ){0,2}"
    r"[\w-]*(?:krediet|budget|bedrag|reserve|subsidie|begroting|middelen)"
    r" (?:van|à|ad|ter hoogte van) (?:(?:ruim|circa|bijna|ongeveer) )?\Z",
    re.IGNORECASE,
)
_THRESHOLD = re.compile(
    r"\b(?:onder|boven|beneden|vanaf|(?:lager|hoger|kleiner|groter) dan) (?:(?:de|een|het bedrag van) )?\Z",
    re.IGNORECASE,
)
_REACH = 90
"""Characters before a sum that are read."""


class Money:
    """Looks up the amount that stands in a span of the text."""

    def __init__(self, text: str, amounts: Sequence[Amount]) -> None:
        self._text = text
        self._amounts = sorted(amounts, key=lambda amount: amount.start)
        self._starts = [amount.start for amount in self._amounts]

    def within(self, start: int, end: int) -> float | None:
        """The first that isn't a threshold; what it is taken from only where nothing else is named."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        inside = [amount for amount in self._amounts[first:last] if amount.end <= end]
        named = [amount for amount in inside if not _THRESHOLD.search(self._before(amount, start))]
        own = [amount for amount in named if not _TAKEN_FROM.search(self._before(amount, start))]
        return (own or named)[0].value_eur if named else None

    def _before(self, amount: Amount, start: int) -> str:
        return " ".join(self._text[max(start, amount.start - _REACH) : amount.start].split()) + " "
