"""What pdfium knows of the text on one page: lines of its text with their place and look.

Only a few probes are made per line, never one per character: a call through ctypes takes 1 to 2 µs,
so that a page costs about a third of what pdfium itself needs to parse it.
"""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from ingest.layout import Style
from ingest.read.glyphs import SOFT_HYPHEN, tidy
from ingest.read.rows import Piece

_LINE = re.compile("[^\r\n\ufffe\x02]+")
_HYPHENS = "\ufffe\x02"
"""pdfium's mark for a hyphen at the end of a line; older versions gave U+0002."""

_BOLD_NAME = re.compile(r"bold|black|heavy|semib|demi|-bd\b|,bd\b", re.IGNORECASE)
_BOLD_WEIGHT = 650
_FILL_AND_STROKE = 2
"""The text render mode with which Word and others fake bold."""

_CELL_GAP = 1.0
"""Ems between two pieces of a line from which they are cells; a word space is .25, a stretched one seldom 1."""

_NUMBER_GAP = 0.42
"""Ems from which two numbers on a line are two cells; nothing but a table has numbers so far apart."""

_STRETCHED = 2.5
"""How many times the line's usual word space a gap must be, so that justified lines aren't cut."""

_DENSE = 0.95
"""Ems per character above which a single run of text must hold wide gaps of its own."""

_NUMBER = re.compile(r"[-+–(€]*\d[\d.,]*[%)]?[-–]?")
_TOKEN = re.compile(r"\S+")
_MARK = re.compile(
    r"(?<=[^\W\d_])\d{1,2}(?![\w])|(?<=[^\W\d_][.,;:)\]”’\"])\d{1,2}(?![\w])|(?<=\d{4})\d{1,2}(?![\w.,])"
)
"""Where a footnote's mark may be glued to the word before it; its size decides."""

_LEADING_MARK = re.compile(r"\A\s*(\d{1,2})(?=[^\W\d_])")
_SMALL = 0.8
"""How much smaller than its word a digit must be to be a footnote's mark; word processors use .58 to .67."""

_UNIT = re.compile(r"\b(?:m|km|dm|cm|mm|ha|CO|NO|O|H)\Z")


@dataclass(frozen=True, slots=True)
class Geometry:
    """From a page's own coordinates, origin bottom left, to points from the top left of the page as shown."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page's own space stands on the page as shown."""
        if self.rotation == 1:
            return y - self.bottom, x - self.left
        if self.rotation == 2:
            return self.right - x, y - self.bottom
        if self.rotation == 3:
            return self.top - y, self.right - x
        return x - self.left, self.top - y


class TextPage:
    """A loaded text page; the buffers for pdfium's answers are made once per page, which halves a probe's cost."""

    def __init__(self, handle: Any, geometry: Geometry) -> None:
        self._handle = handle
        self._geometry = geometry
        self._doubles = tuple(ctypes.c_double() for _ in range(4))
        self._double_refs = tuple(ctypes.byref(number) for number in self._doubles)
        self._bytes = tuple(ctypes.c_uint() for _ in range(4))
        self._byte_refs = tuple(ctypes.byref(number) for number in self._bytes)
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_ref = ctypes.byref(self._matrix)
        self._bold_fonts: dict[int, bool] = {}
        self.text, self._same_index = self._read_text()

    def _read_text(self) -> tuple[str, bool]:
        """The page's text with one `str` character per UTF-16 unit, and whether pdfium's two indices agree."""
        count = pdfium.FPDFText_CountChars(self._handle)
        if count <= 0:
            return "", True
        buffer = ctypes.create_string_buffer((count + 1) * 2)
        units = pdfium.FPDFText_GetText(self._handle, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
        data = buffer.raw[: max(units - 1, 0) * 2]
        text = data.decode("utf-16-le", errors="surrogatepass")
        if len(text) * 2 != len(data):
            text = "".join(chr(data[i] | data[i + 1] << 8) for i in range(0, len(data), 2))
        return text, len(text) == count

    def lines(self) -> Iterator[tuple[Piece, ...]]:
        """The lines of pdfium's text in its own order, each cut where a wide gap separates cells."""
        for found in _LINE.finditer(self.text):
            start, end = found.span()
            stripped = found.group().strip()
            if not stripped:
                continue
            start += len(found.group()) - len(found.group().lstrip())
            hyphenated = end < len(self.text) and self.text[end] in _HYPHENS
            pieces = self._line(start, start + len(stripped), hyphenated)
            if pieces:
                yield pieces

    def _line(self, start: int, end: int, hyphenated: bool) -> tuple[Piece, ...]:
        first, last = self._char(start), self._char(end - 1)
        rects = self._rects(first, last - first + 1)
        if not rects:
            return ()
        size, upright = self._size(first)
        style = self._style(start, end, size)
        spans = [(start, end)]
        if upright and self._may_hold_cells(rects, size, start, end):
            spans = self._cells(start, end, size)
        if len(spans) == 1:
            left, right = min(rect[0] for rect in rects), max(rect[2] for rect in rects)
            bottom, top = min(rect[1] for rect in rects), max(rect[3] for rect in rects)
            piece = self._piece(start, end, (left, bottom, right, top), style, upright, hyphenated)
            return (piece,) if piece else ()
        return self._pieces(spans, style, hyphenated)

    def _pieces(self, spans: list[tuple[int, int]], style: Style, hyphenated: bool) -> tuple[Piece, ...]:
        pieces = []
        for start, end in spans:
            rects = self._rects(self._char(start), end - start)
            if not rects:
                continue
            box = (
                min(r[0] for r in rects),
                min(r[1] for r in rects),
                max(r[2] for r in rects),
                max(r[3] for r in rects),
            )
            piece = self._piece(start, end, box, style, True, hyphenated and end == spans[-1][1])
            if piece:
                pieces.append(piece)
        return tuple(pieces)

    def _piece(
        self,
        start: int,
        end: int,
        box: tuple[float, float, float, float],
        style: Style,
        upright: bool,
        hyphenated: bool,
    ) -> Piece | None:
        text = tidy(self._whole_characters(self._without_marks(start, end, style.size or 0.0)))
        if not text:
            return None
        origin = self._origin(self._char(start))
        corners = self._geometry.place(box[0], box[1]), self._geometry.place(box[2], box[3])
        (x1, y1), (x2, y2) = corners
        baseline = self._geometry.place(*origin)[1] if origin else max(y1, y2)
        return Piece(
            text=text.removesuffix("-") + SOFT_HYPHEN if hyphenated else text,
            left=min(x1, x2),
            top=min(y1, y2),
            right=max(x1, x2),
            bottom=max(y1, y2),
            baseline=baseline,
            style=style,
            upright=upright and self._geometry.rotation in (0, 2),
        )

    @staticmethod
    def _whole_characters(text: str) -> str:
        """Put the two halves of characters outside the basic plane together again."""
        if not any("\ud800" <= character <= "\udfff" for character in text):
            return text
        return text.encode("utf-16-le", errors="surrogatepass").decode("utf-16-le", errors="replace")

    def _char(self, text_index: int) -> int:
        """pdfium's character index for an index into its text; they differ where characters were left out."""
        if self._same_index:
            return text_index
        return int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._handle, text_index))

    def _rects(self, start: int, count: int) -> list[tuple[float, float, float, float]]:
        """(left, bottom, right, top) of each run of text drawn at once."""
        left, right, bottom, top = self._doubles
        left_ref, right_ref, bottom_ref, top_ref = self._double_refs
        found = []
        for index in range(pdfium.FPDFText_CountRects(self._handle, start, count)):
            pdfium.FPDFText_GetRect(self._handle, index, left_ref, top_ref, right_ref, bottom_ref)
            found.append((left.value, bottom.value, right.value, top.value))
        return found

    def _size(self, index: int) -> tuple[float, bool]:
        """The size in points as shown, and whether the text stands upright."""
        nominal = float(pdfium.FPDFText_GetFontSize(self._handle, index))
        if not pdfium.FPDFText_GetMatrix(self._handle, index, self._matrix_ref):
            return nominal, True
        matrix = self._matrix
        scale = float((matrix.c**2 + matrix.d**2) ** 0.5)
        return round(nominal * scale, 1), bool(abs(matrix.b) < 0.1 * scale)

    def _origin(self, index: int) -> tuple[float, float] | None:
        x, y = self._doubles[:2]
        if not pdfium.FPDFText_GetCharOrigin(self._handle, index, self._double_refs[0], self._double_refs[1]):
            return None
        return x.value, y.value

    def _style(self, start: int, end: int, size: float) -> Style:
        """The look of a line: of its middle, so that a bullet or a bold lead-in doesn't speak for all of it."""
        first, last = self._char(start), self._char(end - 1)
        bold = self._is_bold(last) and self._is_bold(first)
        middle = self._char((start + end) // 2)
        middle_size = self._size(middle)[0] if self.text[(start + end) // 2] != " " else size
        red, green, blue, _ = self._bytes
        colour = None
        if pdfium.FPDFText_GetFillColor(self._handle, last, *self._byte_refs):
            colour = f"#{red.value:02x}{green.value:02x}{blue.value:02x}"
        return Style(size=max(size, middle_size) if bold else middle_size or size, bold=bold, colour=colour)

    def _is_bold(self, index: int) -> bool:
        text_object = pdfium.FPDFText_GetTextObject(self._handle, index)
        if not text_object:
            return False
        if pdfium.FPDFTextObj_GetTextRenderMode(text_object) == _FILL_AND_STROKE:
            return True
        font = pdfium.FPDFTextObj_GetFont(text_object)
        address = ctypes.cast(font, ctypes.c_void_p).value or 0
        if address not in self._bold_fonts:
            self._bold_fonts[address] = _is_bold_font(font)
        return self._bold_fonts[address]

    def _may_hold_cells(
        self, rects: list[tuple[float, float, float, float]], size: float, start: int, end: int
    ) -> bool:
        """Whether any two neighbouring runs are far apart, or the characters too few for the width."""
        if len(rects) == 1:
            return rects[0][2] - rects[0][0] > _DENSE * size * (end - start)
        ordered = sorted(rects)
        reach = ordered[0][2]
        least = _NUMBER_GAP * size
        for rect in ordered[1:]:
            if rect[0] - reach > least:
                return True
            reach = max(reach, rect[2])
        return False

    def _cells(self, start: int, end: int, size: float) -> list[tuple[int, int]]:
        """Spans of the cells of a line, by the width of the gap before each word."""
        tokens = [(start + found.start(), start + found.end()) for found in _TOKEN.finditer(self.text[start:end])]
        gaps = [self._edge(right[0], 0) - self._edge(left[1] - 1, 1) for left, right in pairwise(tokens)]
        usual = sorted(gaps)[len(gaps) // 4] if gaps else 0.0
        wide = max(_CELL_GAP * size, _STRETCHED * min(usual, size))
        cells = [tokens[0]]
        for gap, left, right in zip(gaps, tokens[:-1], tokens[1:], strict=True):
            numbers = gap > _NUMBER_GAP * size and self._are_numbers(left, right)
            if (gap > wide or numbers) and self.text[slice(*left)] != "€":
                cells.append(right)
            else:
                cells[-1] = (cells[-1][0], right[1])
        return cells

    def _are_numbers(self, left: tuple[int, int], right: tuple[int, int]) -> bool:
        return bool(_NUMBER.fullmatch(self.text[slice(*left)]) and _NUMBER.fullmatch(self.text[slice(*right)]))

    def _edge(self, text_index: int, side: int) -> float:
        """The left (0) or right (1) edge of a character, in the page's own space."""
        refs = self._double_refs
        if not pdfium.FPDFText_GetCharBox(self._handle, self._char(text_index), refs[0], refs[1], refs[2], refs[3]):
            return 0.0
        return float(self._doubles[side].value)

    def _without_marks(self, start: int, end: int, size: float) -> str:
        """The text of a span without the marks of footnotes, which are smaller than the word that they follow."""
        text = self.text[start:end]
        kept = []
        copied = 0
        for found in _MARK.finditer(text):
            if _UNIT.search(text[: found.start()]) or not self._is_small(start + found.start(), size):
                continue
            kept.append(text[copied : found.start()])
            copied = found.end()
        text = "".join(kept) + text[copied:]
        leading = _LEADING_MARK.match(text)
        if leading and self._is_small(start + leading.start(1), size):
            return f"{leading[1]} {text[leading.end() :]}"
        return text

    def _is_small(self, text_index: int, size: float) -> bool:
        return self._size(self._char(text_index))[0] < _SMALL * size


def _is_bold_font(font: Any) -> bool:
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("latin-1")
    return bool(_BOLD_NAME.search(name)) or pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
