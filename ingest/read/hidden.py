"""White text on white paper: marks that only the maker of a document was to see."""

from ctypes import c_float, c_int, c_uint, c_void_p
from typing import Any

from pypdfium2 import raw

from ingest.read.bands import Piece
from ingest.read.cells import Rect
from ingest.read.pdf_probe import argument, direct, handle_of, places
from ingest.read.pdf_text import Geometry

_WHITE = "#ffffff"
_SLACK = 1.0
"""Points that the middle of a text may lie outside of the bar behind it."""

_Middle = tuple[float, float, Piece]
"""Of a piece: from the left, from the top, and the piece itself."""

_count = direct(raw.FPDFPage_CountObjects, c_int)
_get = direct(raw.FPDFPage_GetObject, c_void_p)
_get_type = direct(raw.FPDFPageObj_GetType, c_int)
_get_bounds = direct(raw.FPDFPageObj_GetBounds, c_int)
_get_mode = direct(raw.FPDFPath_GetDrawMode, c_int)
_get_fill = direct(raw.FPDFPageObj_GetFillColor, c_int)

_ANSWERS = (c_uint * 4)()
_ANSWERS_AT = places(_ANSWERS, 4)
_BOUNDS = (c_float * 4)()
_BOUNDS_AT = places(_BOUNDS, 4)


def without_hidden(rows: list[tuple[Piece, ...]], page: Any, geometry: Geometry) -> list[tuple[Piece, ...]]:
    """The lines of a page without the white pieces that nothing coloured lies behind.

    Args:
        page: of pdfium. What is drawn on it is asked for only if it has white text, and only until all is covered.
    """
    bare = [piece for row in rows for piece in row if piece.style.colour == _WHITE]
    if not bare:
        return rows
    hidden = set(map(id, _uncovered(bare, handle_of(page), geometry)))
    if not hidden:
        return rows
    kept = (tuple(piece for piece in row if id(piece) not in hidden) for row in rows)
    return [row for row in kept if row]


def _uncovered(pieces: list[Piece], page: Any, geometry: Geometry) -> list[Piece]:
    """The pieces that nothing to be seen lies behind: no fill that isn't white, no picture and no form."""
    text, path = raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH
    left = [((piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2, piece) for piece in pieces]
    for index in range(_count(page)):
        item = argument(_get(page, index))
        kind = _get_type(item)
        if kind == text:
            continue
        outside = _outside(left, _box(item, geometry))
        if len(outside) < len(left) and (kind != path or _is_coloured(item)):
            left = outside
            if not left:
                break
    return [piece for _, _, piece in left]


def _box(item: Any, geometry: Geometry) -> Rect:
    """Where an object stands on the page, with some slack around it."""
    _get_bounds(item, *_BOUNDS_AT)
    left, bottom, right, top = _BOUNDS
    left, top, right, bottom = geometry.box((left, bottom, right, top))
    return left - _SLACK, top - _SLACK, right + _SLACK, bottom + _SLACK


def _outside(middles: list[_Middle], box: Rect) -> list[_Middle]:
    left, top, right, bottom = box
    return [middle for middle in middles if not (left <= middle[0] <= right and top <= middle[1] <= bottom)]


def _is_coloured(path: Any) -> bool:
    """Whether a path is filled with anything but white; a pattern tells no colour."""
    _get_mode(path, *_ANSWERS_AT[:2])
    if _ANSWERS[0] == raw.FPDF_FILLMODE_NONE:
        return False
    told = _get_fill(path, *_ANSWERS_AT)
    return not told or min(_ANSWERS[:3]) < 0xFF
