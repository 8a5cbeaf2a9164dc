"""Gives every row of a table as many cells as it has columns: a figure must not slip under another year."""

import re
from itertools import pairwise

from ingest.read.bands import Piece, Row, join, no_parts

_LEAST_COLUMNS = 3
_SLACK = 1.5
"""Points that a cell may stick out of its column."""

_SAME_ROW = 1.6
"""Ems between the baselines of two lines of one row; rows of a table stand further apart, or have a label each."""

_NEAR = 4
"""Lines from the last row of a table to rows below a heading within it, at most."""

_FEWEST_FULL = 3
_SHARE_FULL = 0.25
"""Rows of a table, and the share of them, that must have all columns before a label may span several."""

_NUMBER = re.compile(r"[A-Z]?\d[\d.-]*[a-d]?")
"""What may stand in a column before the names: the number of a programme, the code of a taakveld."""

Extent = tuple[float, float]


def with_empty_cells(rows: list[Row]) -> list[Row]:
    """The rows of a page, with an empty piece wherever a row of a table has nothing in a column.

    A row is left alone where its cells don't each fall in a column of their own. Two rows that turn out to be
    one, whose cells of different heights are centred on each other, are joined.
    """
    if not any(len(row) > 1 for row in rows):
        return rows
    filled = list(rows)
    above: tuple[list[Extent], int] = ([], 0)
    end = 0
    for places in _tables(rows):
        table = [rows[place] for place in places]
        near = places[0] - end <= _NEAR and any(piece.is_number for piece in table[0][1:])
        spread = _all_spread(table, *above) if near else []
        if not spread:
            columns = _columns(table)
            above = columns, _label_columns(table, len(columns))
            spread = [_spread(row, *above) if 1 < len(row) < len(columns) else row for row in table]
        for place, row in zip(places, spread, strict=True):
            filled[place] = row
        end = places[-1]
    joined: list[Row] = []
    for row in filled:
        if joined and len(row) == len(joined[-1]) >= _LEAST_COLUMNS and _completes(joined[-1], row):
            joined[-1] = [_together(upper, lower) for upper, lower in zip(joined[-1], row, strict=True)]
        else:
            joined.append(row)
    return joined


def _tables(rows: list[Row]) -> list[list[int]]:
    """Places of the rows of each table; at most one line of another kind stands between two."""
    tables: list[list[int]] = []
    for place, row in enumerate(rows):
        if len(row) < 2:
            continue
        if tables and place - tables[-1][-1] <= 2:
            tables[-1].append(place)
        else:
            tables.append([place])
    return tables


def _columns(table: list[Row]) -> list[Extent]:
    """From where to where each column reaches in the rows with the most cells; [] where these disagree."""
    widest = max(len(row) for row in table)
    full = [row for row in table if len(row) == widest]
    extents = [(min(row[place].left for row in full), max(row[place].right for row in full)) for place in range(widest)]
    apart = all(left[1] < right[0] for left, right in pairwise(extents))
    return extents if apart and widest >= _LEAST_COLUMNS else []


def _all_spread(table: list[Row], columns: list[Extent], labels: int) -> list[Row]:
    """The rows in the columns of the table above, whose further rows they are; none if one doesn't fit."""
    if max(map(len, table)) >= len(columns):
        return []
    spread = [_spread(row, columns, labels) for row in table]
    return spread if all(len(row) == len(columns) for row in spread) else []


def _label_columns(table: list[Row], width: int) -> int:
    """How many columns from the left hold labels only, in a table of which enough rows are full."""
    full = [row for row in table if len(row) == width]
    if len(full) < max(_FEWEST_FULL, _SHARE_FULL * len(table)):
        return 0
    columns = (any(row[place].is_number for row in full) for place in range(width))
    return next((place for place, figures in enumerate(columns) if figures and place), 0)


def _spread(row: Row, columns: list[Extent], labels: int) -> Row:
    if labels > 1:
        row = [*_label(row[0], columns), *row[1:]]
    homes = [_home(piece, columns) for piece in row]
    if homes[0] is None and _spans_labels(row[0], columns[: max(labels, 1) + 1]):
        homes[0] = 0
    if None in homes or len(set(homes)) < len(homes):
        return row
    pieces = dict(zip(homes, row, strict=True))
    return [pieces.get(place) or _empty(row[0], column) for place, column in enumerate(columns)]


def _spans_labels(piece: Piece, columns: list[Extent]) -> bool:
    """Whether a piece that stands in several columns of labels reaches into no column of figures."""
    return not piece.is_number and piece.left < columns[0][1] and piece.right < columns[-1][0]


def _label(piece: Piece, columns: list[Extent]) -> Row:
    """The first piece of a row, in two where it is a number and a name that have a column each."""
    parts = piece.parts()
    homes = [_home(piece._replace(left=left, right=right), columns) for _, left, right in parts]
    if homes != [0, 1] or not _NUMBER.fullmatch(parts[0][0]):
        return [piece]
    return [piece._replace(text=text, left=left, right=right, parts=no_parts) for text, left, right in parts]


def _home(piece: Piece, columns: list[Extent]) -> int | None:
    """The one column that a piece stands in."""
    homes = [
        place
        for place, (left, right) in enumerate(columns)
        if piece.left < right + _SLACK and piece.right > left - _SLACK
    ]
    return homes[0] if len(homes) == 1 else None


def _completes(upper: Row, lower: Row) -> bool:
    """Whether the lower row has no label, stands close below, and its figures fill what the upper row lacks."""
    if lower[0].text or not upper[0].text:
        return False
    if not 0 < lower[0].baseline - upper[0].baseline < _SAME_ROW * upper[0].em:
        return False
    shared = [(above, below) for above, below in zip(upper, lower, strict=True) if above.text and below.text]
    fills = any(below.text and not above.text for above, below in zip(upper, lower, strict=True))
    return fills and not any(above.is_number or below.is_number for above, below in shared)


def _together(upper: Piece, lower: Piece) -> Piece:
    if upper.text and lower.text:
        return join(upper, lower)
    return upper if upper.text else lower


def _empty(like: Piece, column: Extent) -> Piece:
    return like._replace(text="", left=column[0], right=column[1], parts=no_parts)
