"""What the figures of a theme leave open: an indicator without a value, one that moves away from its target, and one of
which two places give another value of the same year."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from index.language.analysis import is_stop_word, tokens
from index.language.fold import name_key
from index.store.rows import FactRow
from index.tracing.theme_figures import number_of
from ingest.fact_types import Indicator

IndicatorGap = Literal["figures differ", "worse", "no value"]
Found = Iterable[tuple[IndicatorGap, FactRow, FactRow | None]]

_FIGURES = re.compile(r"\d")
_SHARES = re.compile(r"%|\bpercentages?\b|\bprocent\b|\baandeel\b", re.IGNORECASE)
_SHARE = "percentage"
_FEWEST_WORDS = 2
_LEAST_WORSE = 0.05
"""Share of the value before; judged by eye on three indicators of one municipality only."""
_DENIES = frozenset({"zonder", "niet", "geen", "buiten"})
"""Of the words that hardly say anything those that make another indicator of it."""


class _Value(NamedTuple):
    """What a row of a table gives of a year."""

    year: int
    number: float
    row: FactRow


def indicator_gaps(facts: Sequence[FactRow]) -> Found:
    """The gaps, each with the row that it asks after and the one beside it; of one indicator the first only."""
    values, targets = _by_meaning(facts)
    for name, found in values.items():
        yield from _of_indicator(found, targets.get(name, ()))
    for row in _without_value(facts):
        yield "no value", row, None


def _of_indicator(found: Sequence[_Value], targets: Sequence[_Value]) -> Found:
    newest = max(found, key=lambda each: each.year)
    for other in found:
        if other.year == newest.year and other.number != newest.number:
            yield "figures differ", newest.row, other.row
            break
    before = max((each for each in found if each.year < newest.year), default=None, key=lambda each: each.year)
    target = max(targets, default=None, key=lambda each: each.year)
    if before and target and _is_worse(before.number, newest.number, target.number):
        yield "worse", newest.row, before.row


def _is_worse(before: float, now: float, target: float) -> bool:
    """Whether a figure moved away from its target, by more than what figures differ from year to year anyway."""
    return (target - before) * (now - before) < 0 and abs(now - before) >= _LEAST_WORSE * abs(before)


def _by_meaning(
    facts: Sequence[FactRow],
) -> tuple[dict[frozenset[str], list[_Value]], dict[frozenset[str], list[_Value]]]:
    """The values and the targets of each indicator, by the words of its name and unit: papers name one in two ways."""
    values: dict[frozenset[str], list[_Value]] = defaultdict(list)
    targets: dict[frozenset[str], list[_Value]] = defaultdict(list)
    for row in facts:
        fact = row.fact
        if not isinstance(fact, Indicator) or len(name := _words(fact)) < _FEWEST_WORDS:
            continue
        for held, year, written in (
            (values, fact.reference_year, fact.value),
            (targets, fact.target_year, fact.target),
        ):
            number = number_of(written)
            if year and number is not None:
                held[name].append(_Value(year, number, row))
    return values, targets


def _words(fact: Indicator) -> frozenset[str]:
    said = f"{fact.name} {fact.unit or ''}"
    stems = {
        token.stem for token in tokens(_SHARES.sub(" ", said)) if token.exact in _DENIES or not is_stop_word(token)
    }
    return frozenset(stems | ({_SHARE} if _SHARES.search(said) else set()))


def _without_value(facts: Sequence[FactRow]) -> Iterator[FactRow]:
    """Rows of tables of indicators in which nobody filled in a value, here or elsewhere."""
    known = {name_key(row.fact.name) for row in facts if isinstance(row.fact, Indicator) and row.fact.value}
    for row in facts:
        if isinstance(row.fact, Indicator) and row.fact.value is None and name_key(row.fact.name) not in known:
            figures = _FIGURES.search(row.fact.text.replace(row.fact.target or "", ""))
            if not figures:
                yield row
