"""Tables put together again: rows that belong to one printed table, with the texts that explain them.

A table of a PDF is often cut in pieces: its unit and heads stand in paragraphs above it, and a label that
took two lines stands between its rows.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from ingest.facts.tables.figures import figure_in, parts_thousands_by_space
from ingest.model import Block, Document

_FIGURE = r"(?:[-−–+]?\d{1,3}(?:\.\d{3})*(?:,\d+)?-?|-)"
_FIGURES = re.compile(rf"{_FIGURE}(?:\s+{_FIGURE})+")
_LETTERED = re.compile(r"(?:\d[\d.,]*\s[VN](?!\w)\s*){2,}|(?:[VN]\s\d[\d.,]*(?:\s+|$)){2,}")
_LETTERED_FIGURE = re.compile(r"\d[\d.,]*\s[VN](?!\w)|[VN]\s\d[\d.,]*")
_LONGEST_GAP = 160
_MOST_BETWEEN = 3
_FEWEST_FIGURES = 2
_LONGEST_LABEL = 160
_MOST_ABOVE = 6
_LONGEST_NOTE = 160
_GLUED = re.compile(r"(?P<figure>[-−–]?\d{1,3}(?:\.\d{3})*)\s?(?P<text>(?:[A-ZÀ-Ý]|(?<=\s)[a-z])[a-zà-ÿ].*)", re.DOTALL)
_FEWEST_GLUED = 3
"""Rows with a figure that ran into the explanation behind it, from which these are taken apart whatever their width."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: where it stands, its cells, and the short texts between the row before it and itself."""

    start: int
    end: int
    cells: tuple[str, ...]
    above: tuple[str, ...] = ()


@dataclass(slots=True)
class Table:
    """The rows of one printed table.

    Attributes:
        before: the short texts above it, nearest last.
        after: the short text right below it, "" without one.
        follows: another table stands right above it, with no more than a heading between them.
    """

    rows: list[Row] = field(default_factory=list)
    before: tuple[str, ...] = ()
    after: str = ""
    follows: bool = False


def tables_of(document: Document) -> Iterator[Table]:
    """The tables of a document, in order; rows with short texts between them are one table."""
    table: Table | None = None
    between: list[str] = []
    headed = False
    for block in document.blocks:
        if block.role != "table_row":
            between.append(document.text[block.start : block.end])
            headed = headed or block.role == "heading"
            continue
        near = len(between) <= _MOST_BETWEEN and sum(map(len, between)) <= _LONGEST_GAP
        row = Row(block.start, block.end, _cells(document.text, block), tuple(between))
        if table is None or not near or (headed and not _goes_on(table, row)):
            if table:
                yield _ended(table, between)
            table = Table(before=_above(between), follows=table is not None and near)
            row = replace(row, above=())
        table.rows.append(row)
        between, headed = [], False
    if table:
        yield _ended(table, between)


def _goes_on(table: Table, row: Row) -> bool:
    """Whether a row below a heading is one of figures laid out as the last one, so that no new heads stand there."""
    same = len(row.cells) == len(table.rows[-1].cells)
    return same and sum(figure_in(cell) is not None for cell in row.cells) >= _FEWEST_FIGURES


def _ended(table: Table, below: list[str]) -> Table:
    table.rows = [row for _, rows in groupby(table.rows, key=_has_figures) for row in _cut_up(list(rows))]
    table.after = below[0] if below and len(below[0]) <= _LONGEST_NOTE else ""
    return table


def _has_figures(row: Row) -> bool:
    return any(figure_in(cell) for cell in row.cells[1:])


def _cut_up(rows: list[Row]) -> list[Row]:
    """The rows between two rows of heads, with the cells that hold several figures cut up."""
    if parts_thousands_by_space([cell for row in rows for cell in row.cells]):
        return rows
    rows = [replace(row, cells=_cut(row.cells)) for row in rows]
    widths = Counter(len(row.cells) for row in rows)
    usual = max(widths, key=lambda width: (widths[width], width))
    glued = [_unglued(row.cells) for row in rows]
    many = sum(map(bool, glued)) >= max(_FEWEST_GLUED, len(rows) / 2)
    return [
        replace(row, cells=cells) if cells and (many or len(row.cells) < len(cells) == usual) else row
        for row, cells in zip(rows, glued, strict=True)
    ]


def _unglued(cells: tuple[str, ...]) -> tuple[str, ...]:
    """The cells with the last one taken apart, if it is a figure and a text behind other figures; () if not."""
    found = _GLUED.fullmatch(cells[-1])
    before = cells[:-2] if len(cells) > 1 and not cells[-2] else cells[:-1]
    return (*before, found["figure"], found["text"]) if found and before and figure_in(before[-1]) else ()


def _above(texts: list[str]) -> tuple[str, ...]:
    """The short texts right above a table; a long one ends them."""
    kept: list[str] = []
    for text in reversed(texts[-_MOST_ABOVE:]):
        if len(text) > _LONGEST_LABEL:
            break
        kept.insert(0, text)
    return tuple(kept)


def _cells(text: str, block: Block) -> tuple[str, ...]:
    return tuple(text[start:end].strip() for start, end in block.cells) or (text[block.start : block.end],)


def _cut(cells: tuple[str, ...]) -> tuple[str, ...]:
    """The cells of a row, those that hold nothing but several figures ("0 -463.529 12") cut up."""
    return tuple(piece for cell in cells for piece in _figures_in(cell))


def _figures_in(cell: str) -> list[str]:
    if _FIGURES.fullmatch(cell):
        return cell.split()
    return _LETTERED_FIGURE.findall(cell) if _LETTERED.fullmatch(cell) else [cell]
