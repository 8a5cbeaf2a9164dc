"""Indicators that two papers both give a value of, side by side: what changed in figures needs no likeness of words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.store.rows import FactRow
from index.tracing.named import subject_words
from index.tracing.theme_figures import latest_indicators, number_of
from ingest.fact_types import Indicator

_BASE = re.compile(r"\b\d{1,3}(?:\.\d{3})+\b|\b(?:duizend|miljoen|miljard)\b")
"""What a unit counts per or in: "per 1.000 inwoners", "duizend euro"."""

_AGE = re.compile(r"(?<![\d.])\d{1,2}(?![\d.])")
"""Of whom it counts: "van 15 t/m 64 jaar"."""

_LEAP = 20.0
"""By how many times a figure may rise or fall before it can't be of the same thing: of 28 pairs of two budgets, five
years apart, two were counted otherwise (58 and 104 times); of the others none rose more than ninefold (0,2 to 1,8)."""


@dataclass(frozen=True, slots=True)
class FigurePair:
    """The last value that each of two papers gives of one indicator.

    Attributes:
        same_unit: whether both count in the same: 159,3 per 10.000 isn't more than 8,4 per 1.000.
        is_changed: whether another value stands there.
        is_leap: whether the values lie so far apart that one of them must be of something else.
    """

    old: FactRow
    new: FactRow
    same_unit: bool
    is_changed: bool
    is_leap: bool


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
    units, values = zip(*((_unit(row), _value(row)) for row in (old, new)), strict=True)
    bases, ages = ([frozenset(sign.findall(unit)) for unit in units] for sign in (_BASE, _AGE))
    same_unit = bases[0] == bases[1] and (ages[0] == ages[1] or not all(ages))
    return FigurePair(old, new, same_unit, values[0] != values[1], same_unit and _is_leap(*values))


def _is_leap(old: float | None, new: float | None) -> bool:
    return bool(old and new) and not 1 / _LEAP < (new or 0.0) / (old or 1.0) < _LEAP


def _unit(row: FactRow) -> str:
    return (row.fact.unit or "").casefold() if isinstance(row.fact, Indicator) else ""


def _value(row: FactRow) -> float | None:
    return number_of(row.fact.value) if isinstance(row.fact, Indicator) else None
