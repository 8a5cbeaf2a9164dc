"""Asks pdfium about the characters of one page; the only module that calls its C functions for text.

A call through ctypes takes 1 to 2 µs and a page has 3,000 characters, so callers ask per line, not per character.
"""

import ctypes
import re
from typing import Any

import pypdfium2.raw as pdfium

from ingest.read.cells import Rect

_BOLD_NAME = re.compile(r"bold|black|heavy|semib|demi|-bd\b|,bd\b", re.IGNORECASE)
_BOLD_WEIGHT = 650
_FILL_AND_STROKE = 2
"""The text render mode with which Word and others fake bold."""


class Probe:
    """A loaded text page. The buffers for pdfium's answers are made once per page, which halves a call's cost.

    Attributes:
        text: the page's text in pdfium's order, one `str` character per UTF-16 unit.
        has_surrogates: whether that splits characters in two halves.

    All methods take an index into `text`.
    """

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self._doubles = tuple(ctypes.c_double() for _ in range(4))
        self._double_refs = tuple(ctypes.byref(number) for number in self._doubles)
        self._bytes = tuple(ctypes.c_uint() for _ in range(4))
        self._byte_refs = tuple(ctypes.byref(number) for number in self._bytes)
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_ref = ctypes.byref(self._matrix)
        self._bold_fonts: dict[int, bool] = {}
        self.has_surrogates = False
        self._same_index = True
        self.text = self._read_text()

    def _read_text(self) -> str:
        count = pdfium.FPDFText_CountChars(self._handle)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        units = pdfium.FPDFText_GetText(self._handle, 0, count, buffer)
        data = bytes(buffer)[: max(units - 1, 0) * 2]
        text = data.decode("utf-16-le", errors="surrogatepass")
        if len(text) * 2 != len(data):
            self.has_surrogates = True
            text = "".join(chr(data[i] | data[i + 1] << 8) for i in range(0, len(data), 2))
        self._same_index = len(text) == count
        return text

    def _char(self, index: int) -> int:
        """pdfium's character index for an index into its text; they differ where it left characters out."""
        if self._same_index:
            return index
        return int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._handle, index))

    def rects(self, start: int, end: int) -> list[Rect]:
        """The box of each run of text that was drawn at once, in the order drawn."""
        left, bottom, right, top = self._doubles
        left_ref, bottom_ref, right_ref, top_ref = self._double_refs
        handle = self._handle
        first = self._char(start)
        found = []
        for index in range(pdfium.FPDFText_CountRects(handle, first, self._char(end - 1) - first + 1)):
            pdfium.FPDFText_GetRect(handle, index, left_ref, top_ref, right_ref, bottom_ref)
            found.append((left.value, bottom.value, right.value, top.value))
        return found

    def size(self, index: int) -> tuple[float, bool]:
        """The size in points as shown, and whether the text stands upright."""
        char = self._char(index)
        nominal = float(pdfium.FPDFText_GetFontSize(self._handle, char))
        if not pdfium.FPDFText_GetMatrix(self._handle, char, self._matrix_ref):
            return nominal, True
        matrix = self._matrix
        scale = float((matrix.c**2 + matrix.d**2) ** 0.5)
        return round(nominal * scale, 1), bool(abs(matrix.b) <= 0.1 * scale)

    def origin(self, index: int) -> tuple[float, float] | None:
        """Where the character stands on its baseline."""
        x, y = self._doubles[:2]
        if not pdfium.FPDFText_GetCharOrigin(
            self._handle, self._char(index), self._double_refs[0], self._double_refs[1]
        ):
            return None
        return x.value, y.value

    def edges(self, index: int) -> tuple[float, float]:
        """The left and right edge of a character."""
        refs = self._double_refs
        if not pdfium.FPDFText_GetCharBox(self._handle, self._char(index), refs[0], refs[1], refs[2], refs[3]):
            return 0.0, 0.0
        return self._doubles[0].value, self._doubles[1].value

    def colour(self, index: int) -> str | None:
        """The colour that a character is filled with, as "#rrggbb"."""
        if not pdfium.FPDFText_GetFillColor(self._handle, self._char(index), *self._byte_refs):
            return None
        red, green, blue, _ = self._bytes
        return f"#{red.value:02x}{green.value:02x}{blue.value:02x}"

    def is_bold(self, index: int) -> bool:
        """Whether a character is bold, by its font's name or weight or because its outline is drawn as well."""
        text_object = pdfium.FPDFText_GetTextObject(self._handle, self._char(index))
        if not text_object:
            return False
        if pdfium.FPDFTextObj_GetTextRenderMode(text_object) == _FILL_AND_STROKE:
            return True
        font = pdfium.FPDFTextObj_GetFont(text_object)
        address = ctypes.addressof(font.contents) if font else 0
        if address not in self._bold_fonts:
            self._bold_fonts[address] = bool(font) and _is_bold_font(font)
        return self._bold_fonts[address]


def _is_bold_font(font: Any) -> bool:
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("latin-1")
    return bool(_BOLD_NAME.search(name)) or pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
