"""What a sum in a table measures: of a reserve a balance on a day is another thing than what came in or went out."""

import re
from functools import cache
from typing import Literal, cast

from index.language.wordlists import pairs
from ingest.fact_types import Amount

Measure = Literal["flow", "opening", "closing", "balance", "addition", "withdrawal"]
"""A flow is of a year: costs, income, or what is budgeted; opening and closing are balances on 1 January and
31 December."""

BALANCES: frozenset[Measure] = frozenset({"opening", "closing", "balance"})

_RESERVE = re.compile(r"reserve|\bBR\b|voorziening", re.IGNORECASE)
_NAMES_ONE = re.compile(r"reserve|\bBR\b", re.IGNORECASE)
_CHANGES = re.compile(r"mutatie", re.IGNORECASE)


def measure_of(amount: Amount) -> Measure | None:
    """What its column says, else the name of its row; None for a reserve of which neither tells it.

    A budget prints the balance of a reserve and its movements below one head "Begroting 2024".
    """
    row, column = amount.row or "", amount.column or ""
    said = _said(column) or (_said(row) if _RESERVE.search(row) else None)
    if said:
        return said
    is_unclear = _NAMES_ONE.search(row) and not _CHANGES.search(row) and amount.direction is None
    return None if is_unclear else "flow"


def _said(words: str) -> Measure | None:
    return next((measure for pattern, measure in _patterns() if pattern.search(words)), None)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Measure], ...]:
    return tuple(
        (re.compile(pattern, re.IGNORECASE), cast(Measure, measure))
        for pattern, measure in pairs("reservekolommen.tsv")
    )
