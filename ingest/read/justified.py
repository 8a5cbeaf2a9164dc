"""Makes lines whole again that were cut where justifying them stretched the spaces between their words.

In a narrow column a line of few long words has spaces as wide as those between the cells of a table. Its edges tell:
it begins and ends exactly where the lines around it do, and all its spaces are equally wide.
"""

from functools import reduce
from itertools import pairwise

from ingest.read.bands import Piece, join
from ingest.read.glyphs import SOFT_HYPHEN

_SAME_EDGE = 1.6
"""Points that the edges of two lines of a column differ at most: letters have room of their own around them."""

_EQUAL = 0.25
"""Ems that the spaces of one line differ at most, for the same reason."""

_AROUND = 3
"""Lines before and after among which another of the column is looked for."""

_ONE_SPACE = 1.6
"""Ems of the only gap of a line, at most, for it to be a space: there is no second to compare it with."""

_NARROW = 25
_FEWEST_AROUND = 2
"""Ems of a column in which a line of two words may have a wider gap, and lines as wide that must stand around it."""

_MANY_SPACES = 3
_FAR_AROUND = 12
"""Equally wide spaces of a line that tell so much that a line further off may show the edges of its column."""

_HYPHEN = 0.33
"""Ems of the hyphen that a broken word ends in, which isn't within its piece."""

_FEW = 3
"""Words to a line of a narrow cell that is stretched, at most."""

_NEXT_LINE = 1.6
"""Ems from one line of a label to the next, at most."""

_ROWS_AROUND = 8
_FEWEST_BESIDE = 2
"""Lines before and after among which rows of the table are looked for, and how many there must be."""

_LONG = 20
"""Characters from which a line that wasn't cut is text, and no cell."""

Drawn = tuple[Piece, ...]


def whole_lines(rows: list[Drawn]) -> list[Drawn]:
    """The lines of a page, each justified one in one piece."""
    open_to_it = [place for place, row in enumerate(rows) if len(row) > 1 and _has_equal_spaces(row)]
    if not any(len(row) > 1 for row in rows):
        return rows
    mended = list(rows)
    for place in range(len(rows) - 1):
        if 1 < len(rows[place]) <= _FEW and _fills_cell(rows, place):
            mended[place] = (reduce(join, rows[place]),)
    for place in (*open_to_it, *reversed(open_to_it)):
        if len(mended[place]) > 1 and _shares_edges(mended, place):
            mended[place] = (reduce(join, mended[place]),)
    return mended


def _has_equal_spaces(row: Drawn) -> bool:
    gaps = [(right.left - left.right) / left.em for left, right in pairwise(row)]
    if len(gaps) == 1:
        return not any(piece.is_number for piece in row) and (gaps[0] < _ONE_SPACE or _is_narrow(row))
    return max(gaps) - min(gaps) < _EQUAL and sum(piece.is_number for piece in row) < len(row) / 2


def _is_narrow(row: Drawn) -> bool:
    return row[-1].right - row[0].left < _NARROW * row[0].em


def _fills_cell(rows: list[Drawn], place: int) -> bool:
    """Whether a line is the first of a label of several lines, stretched to the width of its cell.

    The label goes on on the next line, the figures of rows near by all stand to the right of it, and no other cell
    stands where its last word does.
    """
    row, following = rows[place], rows[place + 1]
    left, step = row[0].left, following[0].baseline - row[0].baseline
    if any(piece.is_number for piece in row) or abs(following[0].left - left) > _SAME_EDGE or following[0].is_number:
        return False
    if not 0 < step < _NEXT_LINE * row[0].em:
        return False
    around = [other for other in rows[max(0, place - _ROWS_AROUND) : place + _ROWS_AROUND] if other is not row]
    clear = all(
        _starts_after(other, row[-1].right) for other in around if len(other) > 1 and other[0].left < row[-1].right
    )
    beside = [other for other in around if len(other) > 2 and all(piece.is_number for piece in other[1:])]
    return clear and sum(abs(other[0].left - left) < _SAME_EDGE for other in beside) >= _FEWEST_BESIDE


def _starts_after(row: Drawn, right: float) -> bool:
    """Whether all cells of a row but its label stand to the right of a place, or it is another stretched label."""
    return all(piece.left > right for piece in row[1:]) or not any(piece.is_number for piece in row)


def _shares_edges(rows: list[Drawn], place: int) -> bool:
    """Whether enough lines near by that are all one text begin and end where this one does."""
    row = rows[place]
    reach = _FAR_AROUND if len(row) > _MANY_SPACES else _AROUND
    around = rows[max(0, place - reach) : place + reach + 1]
    wide_gap = len(row) == 2 and row[1].left - row[0].right >= _ONE_SPACE * row[0].em
    return sum(_has_edges(other, row) for other in around) >= (_FEWEST_AROUND if wide_gap else 1)


def _has_edges(other: Drawn, row: Drawn) -> bool:
    right = row[-1].right
    if row[-1].text.endswith(SOFT_HYPHEN):
        right += _HYPHEN * row[-1].em
    return (
        len(other) == 1
        and abs(other[0].left - row[0].left) < _SAME_EDGE
        and abs(other[0].right - right) < _SAME_EDGE
        and len(other[0].text) >= _LONG
    )
