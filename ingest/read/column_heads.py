"""Cuts the words of a table's head apart where each stands over a column of its own.

The gaps between heads are often no wider than those between words; the columns below them tell.
"""

import re
from collections.abc import Iterator

from ingest.read.bands import Part, Piece, Row, join, no_parts

_CAPTION = re.compile(r"(?:tabel|figuur|grafiek)\b", re.IGNORECASE)

_LEADER = "...."
"""What leads to a page number in a table of contents."""

_LONGEST_HEAD = 40
"""Characters of a head over one column, at most."""

_HEAD_ROWS = 3
"""Rows of a table's head, at most, before the first row with all columns."""

_SAME_EDGE = 3.0
"""Points that the edges of a head and of a cell below it differ at most."""


def with_heads_cut(rows: list[Row]) -> Iterator[Row]:
    """Cut the words of a table's head apart where they stand above columns of their own."""
    widest = max(map(len, rows), default=0)
    for place, row in enumerate(rows):
        if len(row) == widest:
            yield row
            continue
        below = [later for later in rows[place + 1 : place + 1 + _HEAD_ROWS] if len(later) > len(row)]
        yield [cut for piece in row for cut in _cut(piece, below)] if below else row


def _cut(piece: Piece, below: list[Row]) -> Row:
    """The piece in as many pieces as there are columns that its words stand above, each word above one."""
    parts = piece.parts()
    if not parts or _is_text(piece, parts):
        return [piece]
    for columns in sorted(below, key=len, reverse=True):
        above = [_column_under(left, right, columns) for _, left, right in parts]
        if None in above:
            continue
        found: Row = []
        for (text, left, right), previous, column in zip(parts, [None, *above], above, strict=False):
            part = piece._replace(text=text, left=left, right=right, parts=no_parts)
            found[-1:] = [join(found[-1], part)] if column == previous else [*found[-1:], part]
        if len(found) > 1 and len(set(above)) == len(found):
            return found
    return [piece]


def _is_text(piece: Piece, parts: tuple[Part, ...]) -> bool:
    """Whether a line with wide spaces is a caption or runs on in lower case, rather than being the heads of columns."""
    texts = [text for text, _, _ in parts]
    if _LEADER in piece.text:
        return True
    if any(piece._replace(text=text).is_number for text in texts):
        return False
    runs_on = texts[:1] and texts[0][:1].isupper() and any(text[:1].islower() for text in texts)
    return bool(runs_on or _CAPTION.match(piece.text) or max(map(len, texts), default=0) > _LONGEST_HEAD)


def _column_under(left: float, right: float, columns: Row) -> int | None:
    """The place of the only cell that a word stands above: on an edge of it, or over any part of a figure."""
    for place, cell in enumerate(columns):
        if abs(left - cell.left) < _SAME_EDGE or abs(right - cell.right) < _SAME_EDGE:
            return place
    over = [place for place, cell in enumerate(columns) if left < cell.right and right > cell.left]
    return over[0] if len(over) == 1 and columns[over[0]].is_number else None
