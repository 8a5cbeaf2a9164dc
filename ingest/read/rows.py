"""Puts the pieces of a page in the order that a reader reads them, and joins those that form rows of a table.

pdfium gives text in the order in which it was drawn. That order is right far more often than anything
computed from positions ("sorted" modes interleave columns), so it is kept unless the page clearly jumps back up.
A *band* is a part of the page drawn top to bottom, and then beside that again: its *stacks* are the cells
of one row, lines of one row each, or columns of prose.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ingest.layout import Line, Style
from ingest.read.glyphs import SOFT_HYPHEN

_SAME_LINE = 0.35
"""Baselines less than this many ems apart are one line: half a line of the tightest text."""

_NEXT_LINE = 2.0
"""Ems from one baseline to the next within a cell or paragraph, at most; text is set at 1.15 to 1.5."""

_PROSE_LINES = 12
"""A stack of more lines than this is a column of prose, not a cell, unless rows like it repeat."""

_PROSE_WIDTH = 20
"""Characters per line from which a piece reads as prose."""

_INTERLEAVED = 5
"""So many lines on end, each cut at the same place into pieces of prose, are two columns drawn across."""

_NUMBERS = re.compile(r"[-+–€(\s]*(?:\d[\d.,\s]*[%)]?|[-–]|n\.?v\.?t\.?|p\.?m\.?)[-–\s]*", re.IGNORECASE)
_ENUMERATOR = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Za-z][.)]|[IVX]+\.|[•●▪–·o*-])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one baseline with no wide gap in it; places in points from the top left of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    style: Style
    upright: bool = True

    @property
    def em(self) -> float:
        return self.style.size or 10.0

    @property
    def is_number(self) -> bool:
        return _NUMBERS.fullmatch(self.text) is not None


Row = list[Piece]


@dataclass(slots=True)
class _Band:
    """Stacks that stand beside each other, left to right; each is a list of rows of pieces."""

    stacks: list[list[Row]] = field(default_factory=list)

    @property
    def right(self) -> float:
        return max(piece.right for stack in self.stacks for row in stack for piece in row)

    @property
    def top(self) -> float:
        return min(stack[0][0].baseline for stack in self.stacks)

    @property
    def bottom(self) -> float:
        return max(stack[-1][0].baseline for stack in self.stacks)

    @property
    def lefts(self) -> list[float]:
        return [min(row[0].left for row in stack) for stack in self.stacks]


def arrange(lines: Iterable[tuple[Piece, ...]], page: int, tables_before: int = 0) -> list[Line]:
    """The lines of one page in reading order, rows of tables joined and numbered on from `tables_before`."""
    bands = _left_before_right(list(_bands(lines)))
    out: list[Line] = []
    repeated = _repeated(bands)
    for place, band in enumerate(bands):
        out.extend(_band_lines(band, page, repeats=place in repeated))
    return list(_number_tables(out, tables_before))


def _bands(lines: Iterable[tuple[Piece, ...]]) -> Iterator[_Band]:
    band = _Band()
    for pieces in lines:
        row = _without_lone_enumerator(list(pieces))
        if not band.stacks or not _belongs(row, band):
            if band.stacks:
                yield band
            band = _Band([[row]])
    if band.stacks:
        yield band


def _belongs(row: Row, band: _Band) -> bool:
    """Add the row to the band where it fits, and say whether it did."""
    first = row[0]
    stack = band.stacks[-1]
    last = stack[-1]
    step = first.baseline - last[0].baseline
    if not (first.upright and last[0].upright):
        return False
    if abs(step) < _SAME_LINE * first.em and first.left > last[-1].right:
        last.extend(row)
        return True
    beside = first.left > max(piece.right for r in stack for piece in r) - 0.3 * first.em
    if step < _SAME_LINE * first.em:
        if beside and first.left >= band.right - 0.3 * first.em and first.baseline > band.top - 1.5 * first.em:
            band.stacks.append([row])
            return True
        return False
    if len(band.stacks) > 1 and (not _stands_under(row, stack) or step > _NEXT_LINE * first.em):
        return False
    stack.append(row)
    return True


def _stands_under(row: Row, stack: list[Row]) -> bool:
    left = min(r[0].left for r in stack)
    right = max(r[-1].right for r in stack)
    slack = 2 * row[0].em
    return row[0].left >= left - slack and row[0].left <= right and row[-1].right <= right + 10 * slack


def _without_lone_enumerator(row: Row) -> Row:
    """A bullet or number before a text is part of it, not a cell of its own."""
    if len(row) == 2 and _ENUMERATOR.fullmatch(row[0].text) and not row[1].is_number:
        return [_join(row[0], row[1])]
    return row


def _join(left: Piece, right: Piece) -> Piece:
    return replace(
        right,
        text=_glue(left.text, right.text),
        left=min(left.left, right.left),
        top=min(left.top, right.top),
        right=max(left.right, right.right),
        bottom=max(left.bottom, right.bottom),
    )


def _glue(left: str, right: str) -> str:
    if left.endswith(SOFT_HYPHEN):
        return f"{left.removesuffix(SOFT_HYPHEN)}{right}"
    return f"{left} {right}"


def _left_before_right(bands: list[_Band]) -> list[_Band]:
    """Put a column that was drawn before the one on its left in its place."""
    for place in range(len(bands) - 1):
        first, second = bands[place], bands[place + 1]
        overlap = min(first.bottom, second.bottom) - max(first.top, second.top)
        height = min(first.bottom - first.top, second.bottom - second.top)
        tall = height > 4 * first.stacks[0][0][0].em
        if tall and overlap > 0.5 * height and second.right < min(first.lefts):
            bands[place], bands[place + 1] = second, first
    return bands


def _repeated(bands: list[_Band]) -> set[int]:
    """Places of bands whose stacks start where a neighbour's do: rows of one table."""
    found: set[int] = set()
    wide = [(place, band) for place, band in enumerate(bands) if len(band.stacks) > 1]
    for (place, band), (next_place, following) in pairwise(wide):
        shared = sum(any(abs(left - other) < 3 for other in following.lefts) for left in band.lefts)
        if shared >= 2 and next_place - place <= 2:
            found |= {place, next_place}
    return found


def _band_lines(band: _Band, page: int, *, repeats: bool) -> Iterator[Line]:
    if len(band.stacks) == 1:
        yield from _stack_lines(band.stacks[0], page)
        return
    longest = max(len(stack) for stack in band.stacks)
    if not _are_cells(band, longest, repeats):
        for stack in band.stacks:
            yield from _stack_lines(stack, page)
        return
    rows = _rows_by_baseline(band)
    if rows:
        yield from (_row_line(row, page) for row in rows)
        return
    yield _row_line([_whole_cell(stack) for stack in band.stacks], page)


def _are_cells(band: _Band, longest: int, repeats: bool) -> bool:
    if longest <= _PROSE_LINES or _rows_by_baseline(band):
        return True
    shortest = min(len(stack) for stack in band.stacks)
    return repeats and (shortest < _PROSE_LINES or len(band.stacks) > 3)


def _rows_by_baseline(band: _Band) -> list[Row]:
    """Rows of a band whose cells each hold a line of every row, as when a table's rows are one cell apart; else none.

    The numbers decide: each must stand on the baseline of a label, at least two of them below each other.
    """
    first, *others = band.stacks
    rows = [list(row) for row in first]
    counts = [len(stack) for stack in others]
    if max(counts) < 2 or not all(piece.is_number for stack in others for row in stack for piece in row):
        return []
    for stack in others:
        for cells in stack:
            home = [row for row in rows if abs(row[0].baseline - cells[0].baseline) < _SAME_LINE * cells[0].em]
            if not home:
                return []
            home[0].extend(cells)
    return rows


def _whole_cell(stack: list[Row]) -> Piece:
    pieces = [piece for row in stack for piece in row]
    whole = pieces[0]
    for piece in pieces[1:]:
        whole = replace(_join(whole, piece), style=whole.style, baseline=whole.baseline)
    return whole


def _stack_lines(stack: list[Row], page: int) -> Iterator[Line]:
    rows = list(_wrapped_labels_joined(stack))
    place = 0
    while place < len(rows):
        run = _interleaved_run(rows, place)
        if run:
            for column in range(2):
                yield from (_plain_line(row[column], page) for row in rows[place : place + run] if len(row) > column)
            place += run
            continue
        row = rows[place]
        yield _row_line(row, page) if len(row) > 1 else _plain_line(row[0], page)
        place += 1


def _interleaved_run(rows: list[Row], start: int) -> int:
    """How many lines from `start` are two columns of prose drawn across the page; 0 if too few to be sure."""
    count = 0
    gap_left, gap_right = 0.0, float("inf")
    for row in rows[start:]:
        if len(row) != 2 or any(piece.is_number or len(piece.text) < _PROSE_WIDTH for piece in row):
            break
        gap_left, gap_right = max(gap_left, row[0].right), min(gap_right, row[1].left)
        if gap_left > gap_right:
            break
        count += 1
    return count if count >= _INTERLEAVED else 0


def _wrapped_labels_joined(rows: list[Row]) -> Iterator[Row]:
    """Join the label of a row that runs over two lines: the second line starts in lower case, close below."""
    held: Row | None = None
    for row in rows:
        if held is not None and _continues(held, row):
            held = [_as_label(held[0], row[0]), *held[1:], *row[1:]]
            continue
        if held is not None:
            yield held
        held = row
    if held is not None:
        yield held


def _continues(upper: Row, lower: Row) -> bool:
    """Whether one of the two lines holds the numbers and both together the label."""
    one_has_cells = (len(upper) == 1) != (len(lower) == 1)
    if not one_has_cells or not lower[0].text[:1].islower():
        return False
    values = upper[1:] or lower[1:]
    if not all(piece.is_number for piece in values):
        return False
    step = lower[0].baseline - upper[0].baseline
    narrow = max(upper[0].right, lower[0].right) < min(piece.left for piece in values)
    return narrow and step < 1.6 * upper[0].em and abs(upper[0].left - lower[0].left) < upper[0].em


def _as_label(upper: Piece, lower: Piece) -> Piece:
    return replace(_join(upper, lower), style=upper.style)


def _plain_line(piece: Piece, page: int) -> Line:
    box = (piece.left, piece.top, piece.right, piece.bottom)
    return Line(piece.text, page=page, style=piece.style, box=box)


def _row_line(row: Row, page: int) -> Line:
    if len(row) == 1:
        return _plain_line(row[0], page)
    cells = tuple(piece.text.removesuffix(SOFT_HYPHEN) for piece in row)
    box = (
        min(piece.left for piece in row),
        min(piece.top for piece in row),
        max(piece.right for piece in row),
        max(piece.bottom for piece in row),
    )
    return Line(
        " | ".join(cells), page=page, style=row[0].style, role="table_row", box=box, cells=cells, starts_block=True
    )


def _number_tables(lines: list[Line], before: int) -> Iterator[Line]:
    """Number the tables; two rows with at most one other line between them belong to one."""
    number = before
    since = 2
    for line in lines:
        if line.role != "table_row":
            since += 1
            yield line
            continue
        number += since > 1
        since = 0
        yield replace(line, table=number)
