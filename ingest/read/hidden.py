"""White text on white paper: marks that only the maker of a document was to see."""

import ctypes
from collections.abc import Iterator
from ctypes import c_float, c_int, c_uint, c_void_p
from typing import Any

from pypdfium2 import raw

from ingest.read.bands import Piece
from ingest.read.cells import Rect
from ingest.read.pdf_probe import declared
from ingest.read.pdf_text import Geometry

_WHITE = "#ffffff"
_SLACK = 1.0
"""Points that the middle of a text may lie outside of the bar behind it."""

_four = (c_void_p,) * 4
_count = declared(raw.FPDFPage_CountObjects, c_int, c_void_p)
_get = declared(raw.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
_get_type = declared(raw.FPDFPageObj_GetType, c_int, c_void_p)
_get_bounds = declared(raw.FPDFPageObj_GetBounds, c_int, c_void_p, *_four)
_get_mode = declared(raw.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
_get_fill = declared(raw.FPDFPageObj_GetFillColor, c_int, c_void_p, *_four)


_ANSWERS = (c_uint * 4)()
_ANSWERS_AT = tuple(ctypes.addressof(_ANSWERS) + 4 * place for place in range(4))


def without_hidden(rows: list[tuple[Piece, ...]], page: Any, geometry: Geometry) -> list[tuple[Piece, ...]]:
    """The lines of a page without the white pieces that nothing coloured lies behind.

    Args:
        page: of pypdfium2. What is drawn on it is asked for only if it has white text, and only until all is covered.
    """
    bare = [piece for row in rows for piece in row if piece.style.colour == _WHITE]
    if not bare:
        return rows
    for box in _backgrounds(ctypes.cast(page.raw, c_void_p).value, geometry):
        bare = [piece for piece in bare if not _lies_on(piece, box)]
        if not bare:
            return rows
    hidden = set(map(id, bare))
    kept = (tuple(piece for piece in row if id(piece) not in hidden) for row in rows)
    return [row for row in kept if row]


def _lies_on(piece: Piece, box: Rect) -> bool:
    left, top, right, bottom = box
    across, down = (piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2
    return left - _SLACK <= across <= right + _SLACK and top - _SLACK <= down <= bottom + _SLACK


def _backgrounds(page: int | None, geometry: Geometry) -> Iterator[Rect]:
    """The boxes of all that may be seen behind a text: fills that aren't white, and pictures and forms."""
    bounds = (c_float * 4)()
    start = ctypes.addressof(bounds)
    text, path = raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH
    for index in range(_count(page)):
        item = _get(page, index)
        kind = _get_type(item)
        if kind == text or (kind == path and not _is_coloured(item)):
            continue
        _get_bounds(item, start, start + 4, start + 8, start + 12)
        left, bottom, right, top = bounds[:]
        yield geometry.box((left, bottom, right, top))


def _is_coloured(path: int) -> bool:
    """Whether a path is filled with anything but white; a pattern tells no colour."""
    _get_mode(path, *_ANSWERS_AT[:2])
    if _ANSWERS[0] == raw.FPDF_FILLMODE_NONE:
        return False
    told = _get_fill(path, *_ANSWERS_AT)
    return not told or min(_ANSWERS[:3]) < 0xFF
