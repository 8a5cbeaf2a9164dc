"""Makes lines of the bands of a page: rows of tables with their cells, or lines of text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import pairwise

from ingest.layout import Line
from ingest.read.bands import NEXT_LINE, PROSE_WIDTH, SAME_LINE, Band, Piece, Row, Stack, bands, is_prose, join
from ingest.read.boxes import are_headed, flows_on, hold_paragraphs, with_column_heads
from ingest.read.bullets import with_bullets, with_enumerator
from ingest.read.column_heads import with_heads_cut
from ingest.read.columns import with_empty_cells
from ingest.read.drawn_late import in_place, left_before_right
from ingest.read.glyphs import SOFT_HYPHEN
from ingest.read.labels import figures, wrapped_labels_joined

_CELL_LINES = 12
"""A stack of more lines than this is a column of prose, not a cell, unless rows like it repeat."""

_INTERLEAVED = 5
"""So many lines on end, each cut at the same place into pieces of prose, are two columns drawn across."""

_SAME_EDGE = 3.0
"""Points that the edges of two cells of one column differ at most."""

_OTHER_SIZE = 1.0
_FEWEST_LINES = 3
"""Points that the types of a text and of its footnotes differ, and lines that each has: cells of a row are alike."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_YEAR = re.compile(r"\( ?(?:19|20)\d\d ?\)")
"""The year of the figure above it."""


def arrange(lines: Iterable[tuple[Piece, ...]], page: int, tables_before: int = 0) -> list[Line]:
    """The lines of one page in reading order, rows of tables joined and numbered on from `tables_before`.

    Args:
        lines: each line's pieces from left to right, in the order in which they were drawn.
    """
    drawn = (with_enumerator(list(line)) for line in with_bullets(in_place(list(lines))))
    found = with_column_heads(left_before_right(bands(drawn)))
    repeated = _repeated(found)
    rows = [row for place, band in enumerate(found) for row in _band_rows(band, repeats=place in repeated)]
    return list(_lines(with_empty_cells(list(with_heads_cut(rows))), page, tables_before))


def _repeated(found: list[Band]) -> set[int]:
    """Places of bands whose stacks start where a neighbour's do: rows of one table."""
    places: set[int] = set()
    wide = [(place, [_left(stack) for stack in band]) for place, band in enumerate(found) if len(band) > 1]
    for (place, lefts), (next_place, others) in pairwise(wide):
        shared = sum(any(abs(left - other) < _SAME_EDGE for other in others) for left in lefts)
        if shared >= 2 and next_place - place <= 2:
            places |= {place, next_place}
    return places


def _left(stack: Stack) -> float:
    return min(row[0].left for row in stack)


def _band_rows(band: Band, *, repeats: bool) -> Iterator[Row]:
    if len(band) == 1:
        yield from _stack_rows(band[0])
        return
    band = sorted(band, key=_left)
    by_baseline = _rows_by_baseline(band) or _rows_of_one_label(band)
    if by_baseline:
        yield from _stack_rows(by_baseline)
    elif _are_cells(band, repeats=repeats):
        yield [piece for stack in band for piece in _cells(stack)]
    else:
        for stack in band:
            yield from _stack_rows(stack)


def _are_cells(band: Band, *, repeats: bool) -> bool:
    """Whether each stack is a cell of one row, rather than a column of the page."""
    if flows_on(band) or are_headed(band):
        return False
    if repeats:
        return len(band) > 3 or min(len(stack) for stack in band) <= _CELL_LINES
    if hold_paragraphs(band) or _differ_in_size(band):
        return False
    if any(map(_are_figures, band)) or any(len(row) > 1 for stack in band[1:-1] for row in stack):
        return True
    return max(len(stack) for stack in band) <= _CELL_LINES and not all(is_prose(stack) for stack in band)


def _are_figures(stack: Stack) -> bool:
    """Whether it holds figures side by side, as no column of a page does."""
    return len(stack[0]) > 1 and all(piece.is_number for row in stack for piece in row)


def _differ_in_size(band: Band) -> bool:
    """Whether the stacks are text in types of different size: the text of a page beside its footnotes."""
    sizes = [stack[0][0].em for stack in band]
    lines = min(len(stack) for stack in band)
    wide = all(sum(len(piece.text) for row in stack for piece in row) >= PROSE_WIDTH * len(stack) for stack in band)
    return max(sizes) - min(sizes) >= _OTHER_SIZE and lines >= _FEWEST_LINES and wide


def _rows_by_baseline(band: Band) -> Stack:
    """The rows of a band that holds several, drawn column by column; none if it is one row.

    The numbers tell: at least two stand below each other, each on the baseline of a label.
    """
    first, *others = band
    if max(len(stack) for stack in others) < 2:
        return []
    if not all(piece.is_number for stack in others for row in stack for piece in row):
        return []
    rows = [list(row) for row in first]
    for cells in (row for stack in others for row in stack):
        home = [row for row in rows if abs(row[0].baseline - cells[0].baseline) < SAME_LINE * cells[0].em]
        if not home:
            return []
        home[0].extend(cells)
    return rows


def _rows_of_one_label(band: Band) -> Stack:
    """The rows of a band whose first cell is a label of several lines beside several rows of figures; else none."""
    if len(band) != 2 or any(len(row) > 1 for row in band[0]):
        return []
    label, rows = band[0], band[1]
    alike = len(rows) > 1 and len({len(row) for row in rows}) == 1
    if not alike or not all(
        len(row) > 2 and not row[0].is_number and len(figures(row)) >= len(row) - 1 for row in rows
    ):
        return []
    return [[reduce(join, (row[0] for row in label)), *rows[0]], *rows[1:]]


def _cells(stack: Stack) -> Row:
    """One cell, or several where the first line holds them and the others go on with one of these."""
    rows = list(_wrapped_cells_joined(stack))
    if len(rows) == 1:
        return rows[0]
    columns = [*zip(*rows, strict=True)] if len({len(row) for row in rows}) == 1 < len(rows[0]) else []
    if columns and all(_share_an_edge(column) for column in columns):
        return [reduce(join, column) for column in columns]
    pieces = [piece for row in stack for piece in row]
    return [reduce(join, pieces)]


def _share_an_edge(column: Sequence[Piece]) -> bool:
    """Whether the pieces below each other begin or end at the same place."""
    lefts, rights = [piece.left for piece in column], [piece.right for piece in column]
    return min(max(lefts) - min(lefts), max(rights) - min(rights)) < _SAME_EDGE


def _stack_rows(stack: Stack) -> Iterator[Row]:
    if all(len(row) == 1 for row in stack):
        yield from stack
        return
    rows = list(wrapped_labels_joined(_wrapped_cells_joined(stack)))
    place = 0
    while place < len(rows):
        run = _interleaved_run(rows, place)
        for column in range(2 if run else 0):
            yield from ([row[column]] for row in rows[place : place + run])
        if not run:
            yield rows[place]
        place += run or 1


def _wrapped_cells_joined(rows: Iterable[Row]) -> Iterator[Row]:
    """Join to a row the lines below it that stand exactly under one of its cells, but the first."""
    held: Row = []
    baseline = 0.0
    for row in rows:
        cell = _cell_above(held, row, baseline) if held else 0
        if cell:
            held = [*held[:cell], join(held[cell], row[0]), *held[cell + 1 :]]
        else:
            if held:
                yield held
            held = row
        baseline = row[0].baseline
    if held:
        yield held


def _cell_above(upper: Row, lower: Row, baseline: float) -> int:
    """The place of the cell that a line goes on with; 0 for none, since a label's own second line tells too little."""
    piece = lower[0]
    step = piece.baseline - baseline
    if len(upper) < 2 or len(lower) > 1 or not 0 < step < NEXT_LINE * piece.em:
        return 0
    of_year = _OF_YEAR.fullmatch(piece.text)
    if piece.is_number and not (of_year or _YEAR.fullmatch(piece.text)):
        return 0
    if piece.left < upper[0].left + piece.em:
        return 0
    cells = (place for place in range(1, len(upper)) if _stands_under(piece, upper[place], upper[place - 1].right))
    cell = next(cells, 0)
    return 0 if (upper[cell].is_number and not of_year) or upper[cell].style.bold != piece.style.bold else cell


def _stands_under(lower: Piece, upper: Piece, clear: float) -> bool:
    """Whether two lines of a cell start or end at the same place, or are centred on each other.

    Args:
        clear: where the cell before it ends; a line that ends below the cell, but begins further left, is not its own.
    """
    near = 0.4 * lower.em
    apart = abs(lower.left + lower.right - upper.left - upper.right) / 2
    ends = abs(upper.right - lower.right) < near and lower.left > clear
    return ends or min(abs(upper.left - lower.left), apart) < near


def _interleaved_run(rows: list[Row], start: int) -> int:
    """How many rows from `start` are lines of two columns of prose drawn across the page; 0 if too few to be sure."""
    count = 0
    gap_left, gap_right = 0.0, float("inf")
    for row in rows[start:]:
        if len(row) != 2 or any(piece.is_number or len(piece.text) < PROSE_WIDTH for piece in row):
            break
        gap_left, gap_right = max(gap_left, row[0].right), min(gap_right, row[1].left)
        if gap_left > gap_right:
            break
        count += 1
    return count if count >= _INTERLEAVED else 0


def _lines(rows: Iterable[Row], page: int, tables_before: int) -> Iterator[Line]:
    """Number the tables; two rows with at most one other line between them belong to one."""
    table = tables_before
    since = 2
    for row in rows:
        if len(row) == 1:
            since += 1
            piece = row[0]
            yield Line(piece.text, page, piece.style, box=(piece.left, piece.top, piece.right, piece.bottom))
        else:
            table += since > 1
            since = 0
            yield _row_line(row, page, table)


def _row_line(row: Row, page: int, table: int) -> Line:
    cells = tuple(piece.text.removesuffix(SOFT_HYPHEN) for piece in row)
    _, lefts, tops, rights, bottoms, *_ = zip(*(piece for piece in row if piece.text), strict=True)
    box = (min(lefts), min(tops), max(rights), max(bottoms))
    return Line(
        " | ".join(cells),
        page,
        row[0].style,
        role="table_row",
        box=box,
        cells=cells,
        table=table,
        starts_block=True,
    )
