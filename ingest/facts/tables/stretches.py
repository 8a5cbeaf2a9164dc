"""The rows of figures of a table under the heads that hold for them.

A table may change its heads half way, go on under a heading ("Baten"), or go on with no heads at all on the next
page; a row without figures may say what those below it are of ("Lasten", "0.1 Bestuur", "2026").
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.facts.tables.figures import figure_in, is_letter, is_nil, is_year, sums_up, years_in
from ingest.facts.tables.groups import Groups
from ingest.facts.tables.heads import Shape, single_year, speaks_of_money, titles_of, unit_in, without_period
from ingest.facts.tables.labels import (
    Direction,
    is_side,
    is_total_of_side,
    label_of,
    only_direction,
    opens_with_code,
    side_of_corner,
)
from ingest.facts.tables.rows import Row, Table

_LONGEST_HEAD = 60
_MOST_WORDS = 6
_CAPTION = re.compile(r"(?:tabel|overzicht|bron|programma|wat |\*|[-•]|\d+\.\d)", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Za-zÀ-ÿ]{3}")
_CARD = 2
_FEWEST_FIELDS = 3
"""Rows of a label and a text above the first figure, from which a table is a card of fields and these are no heads."""

TOTAL = "Totaal"
"""What a row is called that only has the sums of the rows above it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of figures.

    Attributes:
        first: the place of the first cell that is no label.
        group: the taakveld that it is a side of, "" for none.
        side: what the group above it is of.
        is_total: it has no label, and its figures are the sums of those above it.
    """

    row: Row
    first: int
    group: str = ""
    side: Direction | None = None
    is_total: bool = False

    @property
    def figures(self) -> tuple[str, ...]:
        """The cells behind the label."""
        return self.row.cells[self.first :]

    @property
    def label(self) -> str:
        """What the row is called, its group included."""
        if self.is_total:
            return TOTAL
        cells = [cell for cell in self.row.cells[: self.first] if _says_something(cell)]
        label = label_of(cells) or label_of(self.row.above[-1:])
        if self.group and (is_side(label) or is_total_of_side(label)):
            return f"{self.group} {label}"
        return label or self.group


def _says_something(cell: str) -> bool:
    return bool(_LETTERS.search(cell)) or is_year(cell) or re.fullmatch(r"\d\.\d{1,3}[a-d]?\.?", cell) is not None


@dataclass(slots=True)
class Stretch:
    """Rows under one set of heads; `unit` is what they state or, `inherited`, what the table above them states.

    Attributes:
        captions: the short texts above the table, nearest last.
    """

    heads: list[tuple[str, ...]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    unit: float | None = None
    inherited: bool = False
    captions: tuple[str, ...] = ()

    def shape(self) -> Shape | None:
        """How most of its rows are laid out; of two equally frequent ways the one with more cells."""
        shapes = Counter((len(line.row.cells), line.first) for line in self.lines)
        if not shapes:
            return None
        widths = Counter(len(line.row.cells) for line in self.lines)
        cells = max(widths, key=lambda width: (widths[width], width))
        first = min((first for count, first in shapes if count == cells), key=lambda f: (-shapes[cells, f], f))
        full = [line.row.cells for line in self.lines if len(line.row.cells) == cells]
        letters = {i for i in range(first, cells) if any(is_letter(row[i]) for row in full)}
        figures = {i for i in letters if any(figure_in(row[i]) for row in full)}
        return Shape(cells, first, frozenset(letters - figures))

    def card(self) -> str | None:
        """What a card of fields is about, "" where it doesn't say so first; None for any other table."""
        fields = [head for head in self.heads if len(head) == _CARD and head[0]]
        is_card = len(fields) >= _FEWEST_FIELDS and all(len(line.row.cells) == _CARD for line in self.lines)
        return (fields[0][1] if fields[0] == self.heads[0] else "") if is_card else None

    def side(self) -> Direction | None:
        """The side that the whole is of: its heads' first cell or its caption says so."""
        for head in self.heads:
            if head and head[0] and (side := side_of_corner(head[0])):
                return side
        return next((side for text in reversed(self.captions[-2:]) if (side := only_direction(text))), None)

    def year(self) -> int | None:
        """The one year that the nearest caption names, for a table whose heads name none."""
        if _name_years(self.heads):
            return None
        return next((single_year(text) for text in reversed(titles_of(self.captions)) if years_in(text)), None)

    def is_of_reserves(self) -> bool:
        """Whether its heads say that it is of reserves, so that "Onttrekking" over a column is a bate."""
        return any(head and re.search(r"\breserves?\b", head[0], re.IGNORECASE) for head in self.heads)

    def without_notes(self) -> bool:
        """Whether brackets make a figure negative here: "(1.250)" occurs, so that "(1)" is no note."""
        cells = (cell for line in self.lines for cell in line.row.cells[line.first :])
        return any(figure.bracketed and not figure.note_like for cell in cells if (figure := figure_in(cell)))


def stretches(table: Table, before: Stretch | None) -> Iterator[Stretch]:
    """The stretches of a table; `before` is the last one of the table that it follows."""
    stretch, groups = _opening(table, before.unit if before else None), Groups()
    for text in table.before:
        groups.read(text)
    for row in table.rows:
        for text in row.above:
            groups.read(text)
        stated = unit_in((*row.above, *row.cells))
        first = _first_figure(row)
        is_total = first is None and not row.above and sums_up(row.cells, [line.figures for line in stretch.lines])
        if is_total:
            first = next(i for i, cell in enumerate(row.cells) if cell)
        if first is None and (following := _following(stretch, row)):
            yield stretch
            stretch, groups = following, Groups()
        if first is None and _opens_group(row):
            groups.read(next(cell for cell in row.cells if cell))
        if stated:
            stretch.unit, stretch.inherited = stated, False
        if first is not None:
            stretch.lines.append(Line(row, first, *groups.of_row(row, first), is_total))
        elif _is_head(row.cells, first=not stretch.lines) and not (stretch.lines and _opens_group(row)):
            stretch.heads.extend([*((text,) for text in row.above if _is_head_text(text)), row.cells])
            if opens_with_code(row.cells[0]):
                groups.read(row.cells[0])
    yield stretch


def _opening(table: Table, above: float | None) -> Stretch:
    """The first stretch, with the heads and the unit that stand around the table, else the unit `above`."""
    around = (table.after, *table.before)
    unit = unit_in(around)
    heads: list[tuple[str, ...]] = [(text,) for text in table.before if _is_head_text(text)]
    return Stretch(heads, unit=unit or above, inherited=unit is None or _is_weak(around), captions=table.before)


def _following(stretch: Stretch, row: Row) -> Stretch | None:
    """The stretch that a row without figures opens below another's rows, if it does."""
    anew = _begins_anew(row, stretch.heads)
    if not stretch.lines or not (anew or (_is_head(row.cells, first=False) and not _opens_group(row))):
        return None
    return Stretch(unit=stretch.unit, inherited=anew or stretch.inherited, captions=row.above)


def _is_weak(texts: Iterable[str]) -> bool:
    """Whether a stated unit allows for others: "tenzij anders vermeld"."""
    return any("tenzij anders" in text for text in texts if unit_in((text,)))


def _begins_anew(row: Row, heads: Sequence[Sequence[str]]) -> bool:
    """Whether a row opens with the label that the heads opened with: the next card, or the head of the next page."""
    return bool(heads) and len(heads[0]) > 1 and bool(heads[0][0]) and row.cells[0] == heads[0][0]


def with_heads_of(stretch: Stretch, before: Stretch | None) -> Stretch:
    """The stretch, with the heads of the one before it where it has none and its rows are laid out alike.

    Where its own heads name no year ("Reserves | Onttrekking | Toevoeging"), those that do hold on.
    """
    if before is None or not before.heads:
        return stretch
    shape, other = stretch.shape(), before.shape()
    if shape is None or other is None or shape.width != other.width or shape.width < len(("one", "two")):
        return stretch
    if not any(len(head) > 1 for head in stretch.heads):
        captions = (*before.captions, *stretch.captions)
        return replace(stretch, heads=[*before.heads, *stretch.heads], captions=captions)
    if stretch.year() or _name_years(stretch.heads):
        return stretch
    return replace(stretch, heads=[*(head for head in before.heads if _name_years([head])), *stretch.heads])


def _name_years(heads: Iterable[Sequence[str]]) -> bool:
    return any(years_in(cell) for head in heads for cell in head)


def _is_head_text(text: str) -> bool:
    """Whether a text is a head of columns rather than a caption or a sentence."""
    words = text.split()
    if len(text) > _LONGEST_HEAD or len(words) > _MOST_WORDS or text.endswith((".", "?")):
        return False
    if _CAPTION.match(text) or unit_in((text,)) is not None:
        return False
    return bool(years_in(without_period(text))) or speaks_of_money(words[0])


def _is_head(cells: Sequence[str], *, first: bool) -> bool:
    """Whether a row without figures names columns: years, baten and lasten, a unit, or anything above the figures."""
    several = len(cells) > 1 and first
    return several or any(years_in(cell) or speaks_of_money(cell) for cell in cells) or unit_in(cells) is not None


def _opens_group(row: Row) -> bool:
    """Whether a row says what those below it are of: one cell only, which names no year or unit."""
    printed = [cell for cell in row.cells if cell]
    return len(printed) == 1 and not years_in(printed[0]) and unit_in(printed) is None


def _first_figure(row: Row) -> int | None:
    """The place of the first figure, or nil right before it; None for a row without figures."""
    first = next((i for i, cell in enumerate(row.cells) if figure_in(cell) and _label_before(row, i)), None)
    if first is None:
        return None
    while first > 1 and is_nil(row.cells[first - 1]):
        first -= 1
    return first


def _label_before(row: Row, i: int) -> bool:
    """Whether a label precedes cell i, in the row or above it, so that the cell is no number of the row."""
    if any(_LETTERS.search(cell) for cell in row.cells[:i]):
        return True
    if i and is_year(row.cells[0]):
        return True
    return bool(row.above) and not any(_LETTERS.search(cell) for cell in row.cells)
