"""The amount of an act: not the budget that it is taken from, nor a threshold, nor one of several sums."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.fact_types import Amount, Commitment

_FUND = r"[\w-]*(?:krediet|budget|bedrag|reserve|voorziening|subsidie|begroting|middelen|fonds|post)"
_OF = r" (?:van|à|ad|ter hoogte van|ten bedrage van) (?:(?:ruim|circa|bijna|ongeveer) )?\Z"
_TAKEN_FROM = re.compile(
    rf"\b(?:van|uit|binnen) (?:het|de|dit|deze|dat|die|ons|onze) (?:[\w-]+ ){{0,2}}{_FUND}(?: [\w-]+)?{_OF}"
    r"|\bten laste van (?:(?:het|de|dit|deze|ons|onze) )?(?:[^\W\d]+ ){1,6}?(?:(?:van|à|ad) )?\Z"
    rf"|\b(?:gedekt|dekken|gefinancierd|betalen|betaald|bekostigd) (?:uit|door|binnen) (?:[\w-]+ ){{0,4}}{_FUND}{_OF}",
    re.IGNORECASE,
)
_THRESHOLD = re.compile(
    r"\b(?:onder|boven|beneden|vanaf|(?:lager|hoger|kleiner|groter) dan) (?:(?:de|een|het bedrag van) )?\Z",
    re.IGNORECASE,
)
_RAISED = re.compile(r"\s*(?:naar|tot)\s+(?=[€\d])")
"""Behind the sum that a change begins from: "van € 10.000 naar € 14.000"."""
_PARTS = re.compile(r"[^.;]{0,40}?\b(?:waarvan|bestaande uit|verdeeld over|te weten)\b", re.IGNORECASE)
"""Behind a sum that those after it are parts of."""
_IN_ALL = re.compile(r"\b(?:totaal|tezamen|maximaal|maximum)(?: (?:van|bedrag|ad|à|voor|op|is))* \Z", re.IGNORECASE)
_TITLE = re.compile(r"[‘“\"„][^‘’“”\"„]*\Z")
_REACH = 90
"""Characters before a sum that are read."""


class Money:
    """Looks up the amount that stands in a span of the text."""

    def __init__(self, text: str, amounts: Sequence[Amount]) -> None:
        self._text = text
        self._amounts = sorted(amounts, key=lambda amount: amount.start)
        self._starts = [amount.start for amount in self._amounts]

    def within(self, start: int, end: int) -> float | None:
        """The sum that is the act's own: the only one, the total, or the one that the others are parts of."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        inside = [amount for amount in self._amounts[first:last] if amount.end <= end]
        own = [amount for amount in inside if self._is_own(amount, start)]
        if len({amount.value_eur for amount in own}) > 1:
            own = [amount for amount in own if _IN_ALL.search(self._before(amount, start))] or [
                amount for amount in own[:1] if _PARTS.match(self._text, amount.end, end)
            ]
        return own[0].value_eur if own else None

    def added(self, found: Iterable[Commitment]) -> list[Commitment]:
        """The commitments, those that have no amount yet with the one that their text names."""
        return [
            one if one.amount_eur is not None else replace(one, amount_eur=self.within(one.start, one.end))
            for one in found
        ]

    def _is_own(self, amount: Amount, start: int) -> bool:
        before = self._before(amount, start)
        raised = re.search(r"\bvan \Z", before) and _RAISED.match(self._text, amount.end)
        return not (raised or any(words.search(before) for words in (_THRESHOLD, _TAKEN_FROM, _TITLE)))

    def _before(self, amount: Amount, start: int) -> str:
        return " ".join(self._text[max(start, amount.start - _REACH) : amount.start].split()) + " "
