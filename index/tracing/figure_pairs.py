"""Indicators that two papers both give a value of, side by side: what changed in figures needs no likeness of words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.store.rows import FactRow
from index.tracing.named import subject_words
from index.tracing.theme_figures import latest_indicators, number_of
from ingest.fact_types import Indicator

_BASE = re.compile(r"\b\d{1,3}(?:\.\d{3})+\b|\b(?:duizend|miljoen|miljard)\b", re.IGNORECASE)
"""What a unit counts per or in: "per 1.000 inwoners", "duizend euro"."""


@dataclass(frozen=True, slots=True)
class FigurePair:
    """The last value that each of two papers gives of one indicator.

    Attributes:
        same_unit: whether both count in the same: 159,3 per 10.000 isn't more than 8,4 per 1.000.
        is_changed: whether another value stands there.
    """

    old: FactRow
    new: FactRow
    same_unit: bool
    is_changed: bool


def figure_pairs(old: Iterable[FactRow], new: Iterable[FactRow]) -> tuple[FigurePair, ...]:
    """The indicators that both have, by the words of their names, in the order of the new paper."""
    before, after = _by_name(old), _by_name(new)
    pairs = (_pair(before[name], row) for name, row in after.items() if name in before)
    return tuple(sorted(pairs, key=lambda pair: pair.new.fact.start))


def _by_name(rows: Iterable[FactRow]) -> Mapping[frozenset[str], FactRow]:
    with_value = [row for row in rows if isinstance(row.fact, Indicator) and number_of(row.fact.value) is not None]
    return {
        subject_words(row.fact.name): row for row in latest_indicators(with_value) if isinstance(row.fact, Indicator)
    }


def _pair(old: FactRow, new: FactRow) -> FigurePair:
    units, values = zip(*((_base(row), _value(row)) for row in (old, new)), strict=True)
    return FigurePair(old, new, units[0] == units[1], values[0] != values[1])


def _base(row: FactRow) -> frozenset[str]:
    unit = row.fact.unit if isinstance(row.fact, Indicator) else None
    return frozenset(word.casefold() for word in _BASE.findall(unit or ""))


def _value(row: FactRow) -> float | None:
    return number_of(row.fact.value) if isinstance(row.fact, Indicator) else None
