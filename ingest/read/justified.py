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

_HYPHEN = 0.33
"""Ems of the hyphen that a broken word ends in, which isn't within its piece."""

_LONG = 20
"""Characters from which a line that wasn't cut is text, and no cell."""

Drawn = tuple[Piece, ...]


def whole_lines(rows: list[Drawn]) -> list[Drawn]:
    """The lines of a page, each justified one in one piece."""
    open_to_it = [place for place, row in enumerate(rows) if len(row) > 1 and _has_equal_spaces(row)]
    if not open_to_it:
        return rows
    mended = list(rows)
    for place in (*open_to_it, *reversed(open_to_it)):
        if len(mended[place]) > 1 and _shares_edges(mended, place):
            mended[place] = (reduce(join, mended[place]),)
    return mended


def _has_equal_spaces(row: Drawn) -> bool:
    gaps = [(right.left - left.right) / left.em for left, right in pairwise(row)]
    if len(gaps) == 1:
        return gaps[0] < _ONE_SPACE and not any(piece.is_number for piece in row)
    return max(gaps) - min(gaps) < _EQUAL and sum(piece.is_number for piece in row) < len(row) / 2


def _shares_edges(rows: list[Drawn], place: int) -> bool:
    """Whether a line near by that is all one text begins and ends where this one does."""
    row, around = rows[place], rows[max(0, place - _AROUND) : place + _AROUND + 1]
    left, right = row[0].left, row[-1].right
    if row[-1].text.endswith(SOFT_HYPHEN):
        right += _HYPHEN * row[-1].em
    return any(
        len(other) == 1
        and abs(other[0].left - left) < _SAME_EDGE
        and abs(other[0].right - right) < _SAME_EDGE
        and len(other[0].text) >= _LONG
        for other in around
    )
