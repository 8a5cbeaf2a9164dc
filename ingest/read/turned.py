"""Sets pages upright whose text was drawn sideways or upside down, as wide tables often are."""

import math
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import addressof, c_float, c_int, c_uint, c_void_p
from typing import Any, NamedTuple

from pypdfium2 import raw

from ingest.layout import Box, Line
from ingest.read.pdf_probe import argument, direct, handle_of

_SAMPLE = 16
"""Characters that are asked which way they stand."""

_MOST = 0.6
"""Of those, the share that must stand one way for the page to be turned."""

_count = direct(raw.FPDFPage_CountObjects, c_int)
_get = direct(raw.FPDFPage_GetObject, c_void_p)
_transform = direct(raw.FPDFPageObj_TransformF, c_int)
_get_matrix = direct(raw.FPDFText_GetMatrix, c_int)
_get_unicode = direct(raw.FPDFText_GetUnicode, c_uint)


class Turn(NamedTuple):
    """How a page was set upright.

    Attributes:
        size: (width, height) of the upright page, in points.
        as_shown: quarter turns against the clock from the upright page to the page as shown.
    """

    size: tuple[float, float]
    as_shown: int


def quarter_turns(text_page: Any) -> int:
    """How many quarter turns against the clock most text of a page is drawn from being upright, in its own space."""
    handle = handle_of(text_page)
    count = raw.FPDFText_CountChars(text_page)
    matrix = (c_float * 6)()
    address = argument(addressof(matrix))
    turns: Counter[int] = Counter()
    for index in range(0, count, max(1, count // _SAMPLE)):
        if _get_unicode(handle, index) > ord(" ") and _get_matrix(handle, index, address):
            turns[round(math.atan2(matrix[1], matrix[0]) / (math.pi / 2)) % 4] += 1
    usual, often = turns.most_common(1)[0] if turns else (0, 0)
    return usual if often >= _MOST * turns.total() else 0


@contextmanager
def upright(page: Any, turns: int) -> Iterator[Turn]:
    """Within it a page is not rotated, and what is drawn on it turned back by so many quarter turns; in memory only.

    pdfium puts words together by how the page is shown, so that text that isn't shown upright comes apart. What was
    drawn stays turned; the page must not be used after it.
    """
    left, bottom, right, top = page.get_bbox()
    rotation = raw.FPDFPage_GetRotation(page.raw)
    entries = {
        0: (1.0, 0.0, 0.0, 1.0, -left, -bottom),
        1: (0.0, -1.0, 1.0, 0.0, -bottom, right),
        2: (-1.0, 0.0, 0.0, -1.0, right, top),
        3: (0.0, 1.0, -1.0, 0.0, top, -left),
    }[turns]
    matrix = (c_float * 6)(*entries)
    handle, address = handle_of(page.raw), argument(addressof(matrix))
    for index in range(_count(handle)):
        _transform(argument(_get(handle, index)), address)
    across, up = right - left, top - bottom
    raw.FPDFPage_SetRotation(page.raw, 0)
    try:
        yield Turn((up, across) if turns % 2 else (across, up), (turns - rotation) % 4)
    finally:
        raw.FPDFPage_SetRotation(page.raw, rotation)


def as_shown(lines: list[Line], turn: Turn) -> list[Line]:
    """The lines of a page that was set upright, each where it stands on the page as shown."""
    if not turn.as_shown:
        return lines
    return [line._replace(box=_turned(line.box, turn)) if line.box else line for line in lines]


def _turned(box: Box, turn: Turn) -> Box:
    left, top, right, bottom = box
    width, height = turn.size
    if turn.as_shown == 1:
        return top, width - right, bottom, width - left
    if turn.as_shown == 2:
        return width - right, height - bottom, width - left, height - top
    return height - bottom, left, height - top, right
