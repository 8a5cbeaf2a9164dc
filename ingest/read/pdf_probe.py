"""Asks pdfium about the characters of one page; the only module that calls its C functions for text.

A call takes about 1 µs and a page has 3,000 characters, so callers ask per line, not per character.
The functions are declared here anew with plain addresses for pdfium's answers, which costs half of what
pypdfium2's own declarations do (0.7 against 1.2 µs for a size, 1.4 against 2.6 µs for a colour).
"""

import ctypes
import math
import re
from ctypes import c_double, c_float, c_int, c_uint, c_ushort, c_void_p
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


def declared(function: Any, result: Any, *arguments: Any) -> Any:
    """A function of pdfium that takes plain addresses where its own declaration takes pointers."""
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, c_void_p).value or 0)


_four = (c_void_p,) * 4
_count_rects = declared(pdfium.FPDFText_CountRects, c_int, c_void_p, c_int, c_int)
_get_rect = declared(pdfium.FPDFText_GetRect, c_int, c_void_p, c_int, *_four)
_get_char_box = declared(pdfium.FPDFText_GetCharBox, c_int, c_void_p, c_int, *_four)
_get_fill_colour = declared(pdfium.FPDFText_GetFillColor, c_int, c_void_p, c_int, *_four)
_get_origin = declared(pdfium.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, c_void_p, c_void_p)
_get_matrix = declared(pdfium.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
_get_font_size = declared(pdfium.FPDFText_GetFontSize, c_double, c_void_p, c_int)
_get_text_object = declared(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
_get_render_mode = declared(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
_get_font = declared(pdfium.FPDFTextObj_GetFont, c_void_p, c_void_p)
_get_font_name = declared(pdfium.FPDFFont_GetBaseFontName, ctypes.c_size_t, c_void_p, c_void_p, ctypes.c_size_t)
_get_font_flags = declared(pdfium.FPDFFont_GetFlags, c_int, c_void_p)


class Probe:
    """A loaded text page. The buffers for pdfium's answers are made once per page.

    Attributes:
        text: the page's text in pdfium's order, one `str` character per UTF-16 unit.
        has_surrogates: whether that splits characters in two halves.

    All methods take an index into `text`.
    """

    def __init__(self, handle: Any) -> None:
        self._page = handle
        self._handle = ctypes.cast(handle, c_void_p).value
        self._doubles = (c_double * 4)()
        start = ctypes.addressof(self._doubles)
        self._at = (start, start + 8, start + 16, start + 24)
        self._bytes = (c_uint * 4)()
        start = ctypes.addressof(self._bytes)
        self._bytes_at = (start, start + 4, start + 8, start + 12)
        self._matrix = (c_float * 6)()
        self._matrix_at = ctypes.addressof(self._matrix)
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._sizes: dict[tuple[float, float, float, float], tuple[float, bool]] = {}
        self._colours: dict[int, str] = {}
        self.has_surrogates = False
        self._same_index = True
        self.text = self._read_text()

    def _read_text(self) -> str:
        count = pdfium.FPDFText_CountChars(self._page)
        if count <= 0:
            return ""
        buffer = (c_ushort * (count + 1))()
        units = pdfium.FPDFText_GetText(self._page, 0, count, buffer)
        data = bytes(buffer)[: max(units - 1, 0) * 2]
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
        handle, answers = self._handle, self._doubles
        left_at, bottom_at, right_at, top_at = self._at
        first, last = (start, end - 1) if self._same_index else (self._char(start), self._char(end - 1))
        found: list[Rect] = []
        for index in range(_count_rects(handle, first, last - first + 1)):
            _get_rect(handle, index, left_at, top_at, right_at, bottom_at)
            left, bottom, right, top = answers[:]
            found.append((left, bottom, right, top))
        return found

    def size(self, index: int) -> tuple[float, bool]:
        """The size in points as shown, and whether the text stands upright."""
        char = index if self._same_index else self._char(index)
        nominal = float(_get_font_size(self._handle, char))
        if not _get_matrix(self._handle, char, self._matrix_at):
            return nominal, True
        _, lean, shear, stretch, _, _ = self._matrix[:]
        look = (nominal, lean, shear, stretch)
        if look not in self._sizes:
            self._sizes[look] = _shown_size(*look)
        return self._sizes[look]

    def origin(self, index: int) -> tuple[float, float]:
        """Where the character stands on its baseline."""
        _get_origin(self._handle, index if self._same_index else self._char(index), self._at[0], self._at[1])
        return self._doubles[0], self._doubles[1]

    def left(self, index: int) -> float:
        """The left edge of a character."""
        left, right, bottom, top = self._at
        _get_char_box(self._handle, index if self._same_index else self._char(index), left, right, bottom, top)
        return float(self._doubles[0])

    def right(self, index: int) -> float:
        """The right edge of a character."""
        left, right, bottom, top = self._at
        _get_char_box(self._handle, index if self._same_index else self._char(index), left, right, bottom, top)
        return float(self._doubles[1])

    def colour(self, index: int) -> str | None:
        """The colour that a character is filled with, as "#rrggbb"."""
        if not _get_fill_colour(self._handle, index if self._same_index else self._char(index), *self._bytes_at):
            return None
        red, green, blue, _ = self._bytes[:]
        number = red << 16 | green << 8 | blue
        if number not in self._colours:
            self._colours[number] = f"#{number:06x}"
        return self._colours[number]

    def face(self, index: int) -> tuple[bool, bool]:
        """Whether a character is bold and whether it is italic, by its font's name or flags.

        It is bold, too, if its outline is drawn as well.
        """
        text_object = _get_text_object(self._handle, index if self._same_index else self._char(index))
        if not text_object:
            return False, False
        font = _get_font(text_object)
        if font not in self._fonts:
            self._fonts[font] = _face_of(font)
        known = self._fonts[font]
        return known if known[0] or _get_render_mode(text_object) != _FILL_AND_STROKE else (True, known[1])


def _shown_size(nominal: float, lean: float, shear: float, stretch: float) -> tuple[float, bool]:
    """The size after a text matrix (b, c, d of it), and whether that leaves text upright."""
    scale = math.hypot(shear, stretch)
    return round(nominal * scale, 1), abs(lean) <= 0.1 * scale


def _face_of(font: int | None) -> tuple[bool, bool]:
    if not font:
        return False, False
    buffer = ctypes.create_string_buffer(256)
    _get_font_name(font, ctypes.addressof(buffer), 256)
    name = buffer.value.decode("latin-1")
    flags = _get_font_flags(font)
    flags = max(flags, 0)
    bold = bool(_BOLD_NAME.search(name) or flags & _FORCE_BOLD)
    return bold, bool(_ITALIC_NAME.search(name) or flags & _ITALIC)
