"""Amounts in tables: each figure with its row, column, year, taakveld and unit; the span is the row's."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ingest.fact_types import Amount
from ingest.facts.money import money_in
from ingest.facts.tables.figures import Figure, figure_in, is_letter, is_nil, years_in
from ingest.facts.tables.heads import (
    Shape,
    columns_of,
    single_year,
    speaks_of_money,
    titles_of,
    unit_in,
    without_period,
)
from ingest.facts.tables.indicator_tables import rows_of_counts
from ingest.facts.tables.labels import (
    Direction,
    direction_of,
    only_direction,
    side_of,
    structural_of,
    taakveld_by_name,
    taakveld_of,
)
from ingest.facts.tables.rows import tables_of
from ingest.facts.tables.stretches import Line, Stretch, stretches, with_heads_of
from ingest.facts.tables.totals import sided
from ingest.facts.tables.years import RunningYear, years_of_neighbours
from ingest.model import Document

PLACED = 0.9
CONCLUDED = 0.79
UNPLACED = 0.75
DOUBTFUL = 0.5
"""Of a figure whose column is known, of one whose year is the document's, of one whose column isn't known, and of one
whose unit is in doubt."""

LEAST_IN_EUROS = 10_000.0
"""What a sum that is printed in whole euros reaches in tables that don't state their unit."""

MOST_PER_INHABITANT = 20_000.0
MOST_WITHOUT_INHABITANTS = 1.5e9
"""No line of a municipality's budget is larger: in 2023 the largest total was some € 8,000 per inhabitant."""

FEWEST_TAAKVELDEN = 4
"""Rows with the code or the name of a taakveld from which a table is one of taakvelden."""

_SHARE_ROUND = 0.8
_FEWEST_ROUND = 3
_NO_MONEY = re.compile(
    r"%|\bfte\b|\baantal\b|percentage|\bratio\b|inwoners\b|\bkans\b|kwarta(?:al|len)\b|factor|dichtheid|lengte\b|hectare|\bm2\b|leerlingen|\buren\b|kalendermaanden|solvabiliteit|schuldquote",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"(?:progr(?:amma)?|nr|nummer|volgnummer|taakveld|blz|pagina)\.?", re.IGNORECASE)
"""A column under such a head holds numbers of things."""


def table_amounts(document: Document) -> Iterator[Amount]:
    """Every sum in the tables that hold money; nils are left out."""
    ceiling, running = _ceiling(document.identity.municipality.value), RunningYear.of(document.identity)
    last: Stretch | None = None
    for table in tables_of(document):
        before = last if table.follows else None
        counts = rows_of_counts(table)
        read: set[int] = set()
        for found in stretches(table, before):
            stretch = with_heads_of(found, before)
            read.update(line.row.start for line in stretch.lines)
            stretch.lines = sided([line for line in stretch.lines if line.row.start not in counts])
            yield from _amounts(document.text, stretch, ceiling, running)
            before = last = stretch
        for row in table.rows:
            if row.start not in read | counts:
                yield from _in_words(document.text, Line(row, 1))


@cache
def _inhabitants() -> dict[str, int]:
    listed = files("ingest.data").joinpath("gemeenten.csv").read_text(encoding="utf-8").splitlines()
    counts = {row["naam"]: row["inwoners_2025"] for row in csv.DictReader(listed)}
    return {name: int(count) for name, count in counts.items() if count.isdigit()}


def _ceiling(municipality: str | None) -> float:
    inhabitants = _inhabitants().get(municipality or "")
    return inhabitants * MOST_PER_INHABITANT if inhabitants else MOST_WITHOUT_INHABITANTS


@dataclass(frozen=True, slots=True)
class _Columns:
    """What is known of all the rows of a stretch.

    Attributes:
        heads: of the columns of figures, "" for one that is not known.
        beside: the years of those that name none, told by the columns beside them.
        side, year: what holds where neither column nor row says otherwise.
        lists_taakvelden: most of its rows are of a taakveld, by code or by name.
        notes: "(1)" is the number of a note.
        of_reserves: its heads say so.
        running: the year of the document, for columns that name none.
    """

    shape: Shape
    heads: list[str]
    beside: dict[str, int]
    side: Direction | None
    year: int | None
    lists_taakvelden: bool
    notes: bool
    of_reserves: bool
    running: RunningYear


def _amounts(text: str, stretch: Stretch, ceiling: float, running: RunningYear) -> Iterator[Amount]:
    heads = " ".join(cell for head in stretch.heads for cell in head)
    shape = stretch.shape()
    figures = [figure for line in stretch.lines for cell in line.row.cells[line.first :] if (figure := figure_in(cell))]
    has_euro = any(figure.has_euro for figure in figures)
    if shape is None or not (stretch.unit or has_euro or speaks_of_money(heads) or _is_captioned(stretch, figures)):
        yield from (amount for line in stretch.lines for amount in _in_words(text, line))
        return
    scale, doubtful = _scale(stretch, figures, ceiling)
    columns = _columns(stretch, shape, running)
    for line in stretch.lines:
        if not _NO_MONEY.search(line.label):
            for figure, column in _figures(line, columns):
                if figure.value and not _NO_MONEY.search(column) and not _NUMBERING.fullmatch(column.strip()):
                    yield _amount(text, line, figure, column, columns, scale, doubtful=doubtful)
            yield from _in_words(text, line)


def _is_captioned(stretch: Stretch, figures: Sequence[Figure]) -> bool:
    """Whether the title says that these are lasten or baten, and the figures are as large as whole euros are."""
    large = sum(abs(figure.value) >= LEAST_IN_EUROS for figure in figures)
    return bool(figures) and large >= len(figures) / 2 and any(map(only_direction, stretch.captions[-2:]))


def _columns(stretch: Stretch, shape: Shape, running: RunningYear) -> _Columns:
    card = stretch.card()
    heads = columns_of(stretch.heads, shape) if card is None else [card] * shape.width
    years = {year for head in heads for year in years_in(without_period(head))}
    year = years.copy().pop() if len(years) == 1 else None if years else stretch.year()
    labels = [line.label for line in stretch.lines]
    known = sum(bool(taakveld_of(label) or taakveld_by_name(label)) for label in labels)
    return _Columns(
        shape,
        heads,
        years_of_neighbours(heads),
        stretch.side(),
        year,
        known >= FEWEST_TAAKVELDEN and known >= len(set(labels)) / 3,
        not stretch.without_notes(),
        stretch.is_of_reserves(),
        running if not any(map(years_in, titles_of(stretch.captions))) else RunningYear(None),
    )


def _figures(line: Line, columns: _Columns) -> Iterator[tuple[Figure, str]]:
    """The figures of a row, each with the head of its column; "" where the row lacks cells."""
    shape = columns.shape
    cells = list(line.row.cells)
    if len(cells) == shape.cells:
        cells = shape.figures(cells)
        whole = True
    else:
        cells = [cell for cell in cells[line.first :] if not is_letter(cell)]
        whole = len(cells) == shape.width and all(figure_in(cell) or is_nil(cell) for cell in cells)
    for place, cell in enumerate(cells):
        figure = figure_in(cell)
        if figure and not (figure.note_like and columns.notes):
            yield figure, columns.heads[place] if whole else ""


def _scale(stretch: Stretch, figures: list[Figure], ceiling: float) -> tuple[float, bool]:
    """What to multiply with, once; doubtful where the stated unit and the figures contradict each other."""
    unit = stretch.unit
    values = sorted(abs(figure.value) for figure in figures if figure.value)
    if not unit or not values:
        return 1.0, bool(values) and not any(figure.has_euro for figure in figures) and values[-1] < 1e5
    if unit > 1 and stretch.inherited and any(f.has_euro and abs(f.value) >= LEAST_IN_EUROS for f in figures):
        return 1.0, False
    if unit > 1:
        large = [value for value in values if value >= 1e3]
        rounded = sum(value % 1000 == 0 for value in large)
        if values[-1] * unit > ceiling or (len(large) >= _FEWEST_ROUND and rounded >= _SHARE_ROUND * len(large)):
            return 1.0, not stretch.inherited
    return unit, unit > 1 and any(figure.has_euro for figure in figures)


def _amount(
    text: str, line: Line, figure: Figure, column: str, columns: _Columns, scale: float, *, doubtful: bool
) -> Amount:
    label = line.label
    side = side_of(column, label) or (direction_of(f"{column} reserves") if columns.of_reserves else None)
    year = _year(column, label, columns)
    concluded = year is None and columns.running.is_of(column, beside_years=any(map(years_in, columns.heads)))
    confidence = DOUBTFUL if doubtful else UNPLACED if not column else CONCLUDED if concluded else PLACED
    return Amount(
        line.row.start,
        line.row.end,
        text[line.row.start : line.row.end],
        confidence,
        value_eur=round(figure.value * (figure.scale if figure.scale > 1 else scale), 2),
        structural=structural_of(f"{label} {column}"),
        direction=side or ("saldo" if figure.balance else line.side or columns.side),
        year=columns.running.year if concluded else year,
        taakveld=_taakveld(label, columns),
        row=label or None,
        column=column or None,
        scale_uncertain=doubtful,
    )


def _year(column: str, label: str, columns: _Columns) -> int | None:
    years = years_in(without_period(column))
    if years:
        return years[0] if len(years) == 1 else None
    if year := columns.year or columns.beside.get(column):
        return year
    return None if any(map(years_in, columns.heads)) else single_year(label)


def _taakveld(label: str, columns: _Columns) -> str | None:
    if not columns.lists_taakvelden:
        return taakveld_of(label)
    return taakveld_of(label, trusted=True) or taakveld_by_name(label)


def _in_words(text: str, line: Line) -> Iterator[Amount]:
    """Sums with a euro sign inside the cells that hold more than a figure."""
    row = line.row
    for cell in row.cells:
        if "€" not in cell or figure_in(cell) or unit_in((cell,)):
            continue
        for money in money_in(cell):
            if "€" in cell[money.start : money.end] and money.value:
                yield Amount(
                    row.start,
                    row.end,
                    text[row.start : row.end],
                    UNPLACED,
                    value_eur=round(money.value, 2),
                    row=line.label or None,
                )
