"""Figures that may stand beside each other: sums of one row of a table over the years, and indicators by year.

Sums are never added up: the rows of a table may overlap, and a total holds the others. Where more than one document
gives the same figure of a year, the newest holds.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, cast

from index.language.fold import name_key
from index.language.wordlists import pairs
from index.store.moments import moment
from index.store.rows import FactRow
from index.tracing.measures import BALANCES, Measure, measure_of
from index.tracing.stages import stage
from ingest.fact_types import Amount, Indicator
from ingest.facts.money import parse_number

SumKind = Literal["budget", "revised", "realised", "estimate", "sum"]
"""What a column says that its figures are; "sum" where it says nothing."""

Direction = Literal["last", "bate"]

_ORDER: dict[SumKind, int] = {"estimate": 0, "budget": 1, "revised": 2, "realised": 3, "sum": 4}
_MEASURES = re.compile(r"indicator|\bdoel|effect|\bstreef|monitor", re.IGNORECASE)
_OF_WHEN = re.compile(r"\s*\([^()]*\b(?:19|20)\d\d\b[^()]*\)")
_NUMBER = re.compile(r"[-−–]?\d{1,3}(?:\.\d{3})+(?:,\d+)?|[-−–]?\d+(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class YearSum:
    """A sum of a year, as one document gives it; in whole euros."""

    year: int
    kind: SumKind
    euros: float
    row: FactRow


@dataclass(frozen=True, slots=True)
class SumSeries:
    """The sums of one row, by year and kind, that measure one thing.

    Attributes:
        direction: None where the tables don't tell it, and where the sums aren't costs or income of a year.
    """

    label: str
    direction: Direction | None
    measure: Measure
    sums: tuple[YearSum, ...]


@dataclass(frozen=True, slots=True)
class YearFigure:
    """What is known of an indicator in a year: as written, and as a number where it is one.

    Attributes:
        year: None where no paper tells it.
        row, target_row: where the value and the target stand; None without one.
    """

    year: int | None
    value: str | None
    target: str | None
    row: FactRow | None
    target_row: FactRow | None

    @property
    def numbers(self) -> tuple[float | None, float | None]:
        """Value and target."""
        return number_of(self.value), number_of(self.target)


@dataclass(frozen=True, slots=True)
class IndicatorSeries:
    """An indicator with its figures, by year; last those whose year isn't known."""

    name: str
    unit: str | None
    figures: tuple[YearFigure, ...]


def sum_series(rows: Iterable[FactRow]) -> list[SumSeries]:
    """Rows of tables with more than one sum, those that go on longest first and of these the rows of a taakveld.

    A total, a result or a difference is none; nor is a sum of a reserve that may be a balance or a movement.
    """
    held: dict[_Key, list[YearSum]] = defaultdict(list)
    labels: dict[_Key, str] = {}
    for row in sorted(rows, key=_time):
        found, fact = year_sum(row), row.fact
        measure = measure_of(fact) if isinstance(fact, Amount) else None
        if found and measure and isinstance(fact, Amount) and fact.row:
            direction = cast(Direction | None, fact.direction) if measure == "flow" else None
            key = _Key(fact.taakveld or name_key(fact.row), bool(fact.taakveld), direction, measure)
            held[key].append(found)
            labels[key] = fact.row
    several = [
        (key, SumSeries(labels[key], key.direction, key.measure, sums))
        for key, found in held.items()
        if len(sums := _newest(found)) > 1
    ]
    return [one for _, one in sorted(several, key=lambda pair: _place(*pair))]


class _Key(NamedTuple):
    """What makes sums of one series: `row` is the taakveld, or without one the name of the row."""

    row: str
    is_taakveld: bool
    direction: Direction | None
    measure: Measure


def _place(key: _Key, series: SumSeries) -> tuple[int, bool, int, float, str]:
    highest = max(abs(each.euros) for each in series.sums)
    return -series.sums[-1].year, not key.is_taakveld, -len(series.sums), -highest, series.label


def plain_sums(facts: Iterable[FactRow], series: Sequence[SumSeries]) -> list[FactRow]:
    """The amounts in no series, the newest first and within a document the highest; of a row of a table its highest.

    What was read as an indicator too is left out.
    """
    held = list(facts)
    shown = {(one.row.document.id, one.row.fact.start) for each in series for one in each.sums}
    shown |= {(row.document.id, row.fact.start) for row in held if isinstance(row.fact, Indicator)}
    best: dict[tuple[int, int], tuple[float, FactRow]] = {}
    for row in held:
        place = (row.document.id, row.fact.start)
        if isinstance(row.fact, Amount) and place not in shown and not is_outcome(row.fact):
            best[place] = max(best.get(place, (-1.0, row)), (abs(row.fact.value_eur), row), key=lambda pair: pair[0])
    ordered = sorted(best.values(), key=lambda pair: (-_time(pair[1]).toordinal(), pair[1].document.id, -pair[0]))
    return [row for _, row in ordered]


def is_outcome(amount: Amount) -> bool:
    """Whether it is what other rows make together, or the difference of two figures."""
    is_result = amount.direction == "saldo" and measure_of(amount) not in BALANCES
    return is_result or _is_total(amount.row or "") or _kind(amount.column) == "difference"


def indicator_series(rows: Iterable[FactRow]) -> list[IndicatorSeries]:
    """By name and unit, those with most years first."""
    held: dict[tuple[str, str], list[tuple[FactRow, Indicator]]] = defaultdict(list)
    for row in sorted(rows, key=_time):
        if isinstance(row.fact, Indicator):
            held[name_key(row.fact.name), name_key(row.fact.unit or "")].append((row, row.fact))
    series = [_indicator(found) for found in held.values()]
    return sorted(series, key=lambda one: (-len(one.figures), name_key(one.name)))


def latest_indicators(rows: Iterable[FactRow]) -> list[FactRow]:
    """Of each indicator the last value that is told, else the last target; the newest paper first."""
    last: dict[str, FactRow] = {}
    for row in sorted(rows, key=_time_of_value):
        if isinstance(row.fact, Indicator):
            last[name_key(_OF_WHEN.sub("", row.fact.name))] = row
    return sorted(last.values(), key=lambda row: (-_time(row).toordinal(), row.document.id, row.fact.start))


def is_measure(row: FactRow) -> bool:
    """Whether an indicator tells if something works: it has a target, or stands among indicators; figures on a
    municipality ("Aantal huishoudens") don't."""
    has_target = isinstance(row.fact, Indicator) and bool(row.fact.target)
    return has_target or any(_MEASURES.search(heading) for heading in (*row.heading_path, row.document.title))


def _time_of_value(row: FactRow) -> tuple[bool, datetime.date, int]:
    """Whether it has a value, when its paper speaks, and of which year: without one, that of the paper."""
    fact = row.fact if isinstance(row.fact, Indicator) else None
    year = fact.reference_year if fact else None
    return bool(fact and fact.value), _time(row), year or row.document.year or 0


def number_of(text: str | None) -> float | None:
    """The one number in what a document gives as a figure, such as "6,9" or "ten minste 81%"; None without just one."""
    found = _NUMBER.findall(text or "")
    if len(found) != 1:
        return None
    value, _ = parse_number(found[0].lstrip("-−–"))
    return -value if found[0][0] in "-−–" else value


def year_sum(row: FactRow) -> YearSum | None:
    """The sum as one of a series; None where its year, unit or kind is in doubt."""
    fact = row.fact
    if not isinstance(fact, Amount) or fact.year is None or not fact.row or fact.scale_uncertain or is_outcome(fact):
        return None
    reported = row.document.year
    if stage(row.document) == "verslag" and reported is not None and fact.year > reported:
        return None
    kind = _kind(fact.column)
    return YearSum(fact.year, "sum" if kind == "difference" else kind, fact.value_eur, row)


def _newest(sums: Sequence[YearSum]) -> tuple[YearSum, ...]:
    """One for each year and kind: the last, of sums that are in order of time."""
    last = {(each.year, each.kind): each for each in sums}
    return tuple(sorted(last.values(), key=lambda each: (each.year, _ORDER[each.kind])))


def _kind(column: str | None) -> SumKind | Literal["difference"]:
    for pattern, kind in _columns():
        if pattern.search(column or ""):
            return kind
    return "sum"


@cache
def _columns() -> tuple[tuple[re.Pattern[str], SumKind | Literal["difference"]], ...]:
    return tuple(
        (re.compile(pattern, re.IGNORECASE), cast(SumKind, kind)) for pattern, kind in pairs("bedragkolommen.tsv")
    )


def _is_total(label: str) -> bool:
    words = name_key(label)
    return any(words == total or words.startswith(f"{total} ") for total, _ in pairs("totaalrijen.tsv"))


def _indicator(found: Sequence[tuple[FactRow, Indicator]]) -> IndicatorSeries:
    """One indicator, of mentions that are in order of time."""
    years: dict[int, YearFigure] = {}
    undated: list[YearFigure] = []
    for figure in (each for row, fact in found for each in _figures(row, fact)):
        if figure.year is None:
            undated.append(figure)
        else:
            years[figure.year] = _over(years.get(figure.year), figure)
    newest = found[-1][1]
    figures = (*(years[year] for year in sorted(years)), *_each_once(undated))
    return IndicatorSeries(newest.name, newest.unit, figures)


def _figures(row: FactRow, fact: Indicator) -> Iterator[YearFigure]:
    """The value with its year, and the target with its own."""
    if fact.target is None or fact.target_year == fact.reference_year:
        if (fact.value, fact.target) != (None, None):
            yield _figure(fact.reference_year, row, fact.value, fact.target)
        return
    if fact.value is not None:
        yield _figure(fact.reference_year, row, fact.value, None)
    yield _figure(fact.target_year, row, None, fact.target)


def _figure(year: int | None, row: FactRow, value: str | None, target: str | None) -> YearFigure:
    return YearFigure(year, value, target, None if value is None else row, None if target is None else row)


def _over(old: YearFigure | None, new: YearFigure) -> YearFigure:
    """What the newer tells, and of the older what it doesn't."""
    if old is None:
        return new
    value, row = (old.value, old.row) if new.row is None else (new.value, new.row)
    target, target_row = (old.target, old.target_row) if new.target_row is None else (new.target, new.target_row)
    return YearFigure(new.year, value, target, row, target_row)


def _each_once(undated: Sequence[YearFigure]) -> Iterator[YearFigure]:
    """A target that a row of a table gives beside several values is one."""
    seen: set[tuple[int, str | None]] = set()
    for figure in sorted(undated, key=lambda figure: figure.row is None):
        key = (figure.target_row.document.id, figure.target) if figure.target_row else None
        if figure.row is not None or key not in seen:
            yield figure
        if key:
            seen.add(key)


def _time(row: FactRow) -> datetime.date:
    return moment(row.document) or datetime.date.min
