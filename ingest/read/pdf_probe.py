"""Asks pdfium about the characters of one page; the only module that calls its C functions for text.

A page has 3,000 characters, so callers ask per line, not per character. The functions are declared here anew:
what is passed to them is made once (`argument`), so that ctypes converts nothing. A call with four addresses takes
0.7 µs that way, against 2.0 µs with types declared, and more with pypdfium2's own declarations.
"""

import ctypes
import math
import re
from ctypes import c_double, c_float, c_int, c_ushort, c_void_p
from functools import lru_cache
from typing import Any

import pypdfium2.raw as pdfium

from ingest.read.cells import Rect

_BOLD_NAME = re.compile(r"bold|black|heavy|semib|demi|-bd\b|,bd\b", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
"""The flag of a font that is bold whatever its name. Its weight is no help: pdfium reckons it from the
thickness of stems, and gave 695 for a plain Arial and 615 for the bold one beside it."""

_ITALIC_NAME = re.compile(r"italic|oblique|-it\b|,it\b", re.IGNORECASE)
_ITALIC = 1 << 6
"""The flag of a font whose letters lean."""

_FILL_AND_STROKE = 2
"""The text render mode with which Word and others fake bold."""


argument = c_void_p.from_param
"""Makes of an address what the functions of `direct` take for a pointer."""


def direct(function: Any, result: Any, *arguments: Any) -> Any:
    """A function of pdfium that takes whole numbers as they are, and made by `argument` what is a pointer.

    It keeps Python's lock, which is right for what takes less than a microsecond. Types of arguments are given only
    where a pointer that pdfium answered is passed on.
    """
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, c_void_p).value or 0)


def handle_of(pointer: Any) -> Any:
    """A page or text page of pypdfium2 as the functions of `direct` take it."""
    return argument(ctypes.cast(pointer, c_void_p).value)


_count_chars = direct(pdfium.FPDFText_CountChars, c_int)
_get_text = direct(pdfium.FPDFText_GetText, c_int)
_count_rects = direct(pdfium.FPDFText_CountRects, c_int)
_get_rect = direct(pdfium.FPDFText_GetRect, None)
_get_char_box = direct(pdfium.FPDFText_GetCharBox, None)
_get_fill_colour = direct(pdfium.FPDFText_GetFillColor, c_int)
_get_origin = direct(pdfium.FPDFText_GetCharOrigin, None)
_get_matrix = direct(pdfium.FPDFText_GetMatrix, c_int)
_get_font_size = direct(pdfium.FPDFText_GetFontSize, c_double)
_get_text_object = direct(pdfium.FPDFText_GetTextObject, c_void_p)
_get_render_mode = direct(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
_get_font = direct(pdfium.FPDFTextObj_GetFont, c_void_p, c_void_p)
_get_font_name = direct(pdfium.FPDFFont_GetBaseFontName, ctypes.c_size_t, c_void_p, c_void_p, ctypes.c_size_t)
_get_font_flags = direct(pdfium.FPDFFont_GetFlags, c_int, c_void_p)


def places(buffer: Any, size: int) -> list[Any]:
    """What to pass for the address of each of the values of so many bytes in a buffer."""
    return [argument(ctypes.addressof(buffer) + place) for place in range(0, ctypes.sizeof(buffer), size)]


_DOUBLES = (c_double * 4)()
_FIRST, _SECOND, _THIRD, _FOURTH = places(_DOUBLES, 8)
_DOUBLES_SEEN = memoryview(_DOUBLES).cast("B").cast("d")
_BYTES = ctypes.create_string_buffer(16)
_BYTES_AT = places(_BYTES, 4)[:4]
_MATRIX = (c_float * 6)()
_MATRIX_AT = places(_MATRIX, ctypes.sizeof(_MATRIX))[0]
_NAME = ctypes.create_string_buffer(256)
_MATRIX_SEEN = memoryview(_MATRIX).cast("B").cast("f")
"""What pdfium writes its answers into; one set for the process, since pdfium answers one question at a time."""


class Probe:
    """A loaded text page.

    Attributes:
        text: the page's text in pdfium's order, one `str` character per UTF-16 unit.
        has_surrogates: whether that splits characters in two halves.
        has_turned: whether the size was asked of text that doesn't stand upright.

    All methods take an index into `text`.
    """

    def __init__(self, handle: Any) -> None:
        self._page = handle
        self._handle = handle_of(handle)
        self._fonts: dict[int | None, tuple[bool, bool]] = {}
        self._sizes: dict[tuple[float, ...], tuple[float, bool]] = {}
        self._colours: dict[bytes, str] = {}
        self.has_surrogates = False
        self.has_turned = False
        self._same_index = True
        self.text = self._read_text()

    def _read_text(self) -> str:
        count = _count_chars(self._handle)
        if count <= 0:
            return ""
        buffer = bytearray(2 * (count + 1))
        address = ctypes.addressof(c_ushort.from_buffer(buffer))
        data = buffer[: 2 * max(_get_text(self._handle, 0, count, argument(address)) - 1, 0)]
        text = data.decode("utf-16-le", errors="surrogatepass")
        if len(text) * 2 != len(data):
            self.has_surrogates = True
            text = "".join(chr(data[i] | data[i + 1] << 8) for i in range(0, len(data), 2))
        self._same_index = len(text) == count
        return text

    def _char(self, index: int) -> int:
        """pdfium's character index for an index into its text; they differ where it left characters out."""
        return int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._page, index))

    def rects(self, start: int, end: int) -> list[Rect]:
        """The box of each run of text that was drawn at once, in the order drawn."""
        handle, seen = self._handle, _DOUBLES_SEEN
        first, last = (start, end - 1) if self._same_index else (self._char(start), self._char(end - 1))
        found: list[Rect] = []
        for index in range(_count_rects(handle, first, last - first + 1)):
            _get_rect(handle, index, _FIRST, _FOURTH, _THIRD, _SECOND)
            left, bottom, right, top = seen.tolist()
            found.append((left, bottom, right, top))
        return found

    def size(self, index: int) -> tuple[float, bool]:
        """The size in points as shown, and whether the text stands upright."""
        char = index if self._same_index else self._char(index)
        nominal: float = _get_font_size(self._handle, char)
        if not _get_matrix(self._handle, char, _MATRIX_AT):
            return nominal, True
        across, lean, shear, stretch, _, _ = _MATRIX_SEEN.tolist()
        look = (nominal, lean, shear, stretch)
        known = self._sizes.get(look)
        if known is None:
            known = self._sizes[look] = _shown_size(*look)
        if across <= abs(lean):
            self.has_turned = True
        return known

    def origin(self, index: int) -> tuple[float, float]:
        """Where the character stands on its baseline."""
        _get_origin(self._handle, index if self._same_index else self._char(index), _FIRST, _SECOND)
        return _DOUBLES_SEEN[0], _DOUBLES_SEEN[1]

    def left(self, index: int) -> float:
        """The left edge of a character."""
        char = index if self._same_index else self._char(index)
        _get_char_box(self._handle, char, _FIRST, _SECOND, _THIRD, _FOURTH)
        return _DOUBLES_SEEN[0]

    def right(self, index: int) -> float:
        """The right edge of a character."""
        char = index if self._same_index else self._char(index)
        _get_char_box(self._handle, char, _FIRST, _SECOND, _THIRD, _FOURTH)
        return _DOUBLES_SEEN[1]

    def colour(self, index: int) -> str | None:
        """The colour that a character is filled with, as "#rrggbb"."""
        if not _get_fill_colour(self._handle, index if self._same_index else self._char(index), *_BYTES_AT):
            return None
        known = self._colours.get(_BYTES.raw)
        if known is None:
            red, green, blue, _ = memoryview(_BYTES).cast("B").cast("I")
            known = self._colours[_BYTES.raw] = f"#{red << 16 | green << 8 | blue:06x}"
        return known

    def face(self, index: int) -> tuple[bool, bool]:
        """Whether a character is bold and whether it is italic, by its font's name or flags.

        It is bold, too, if its outline is drawn as well.
        """
        text_object = _get_text_object(self._handle, index if self._same_index else self._char(index))
        if not text_object:
            return False, False
        font = _get_font(text_object)
        known = self._fonts.get(font)
        if known is None:
            known = self._fonts[font] = _face_of(font)
        return known if known[0] or _get_render_mode(text_object) != _FILL_AND_STROKE else (True, known[1])


def _shown_size(nominal: float, lean: float, shear: float, stretch: float) -> tuple[float, bool]:
    """The size after a text matrix (b, c, d of it), and whether that leaves text upright."""
    scale = math.hypot(shear, stretch)
    return round(nominal * scale, 1), abs(lean) <= 0.1 * scale


def _face_of(font: int | None) -> tuple[bool, bool]:
    if not font:
        return False, False
    _get_font_name(font, ctypes.addressof(_NAME), ctypes.sizeof(_NAME))
    return _face_named(_NAME.value.decode("latin-1"), max(_get_font_flags(font), 0))


@lru_cache(maxsize=1024)
def _face_named(name: str, flags: int) -> tuple[bool, bool]:
    bold = bool(_BOLD_NAME.search(name) or flags & _FORCE_BOLD)
    return bold, bool(_ITALIC_NAME.search(name) or flags & _ITALIC)
