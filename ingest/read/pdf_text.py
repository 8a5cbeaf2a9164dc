"""The lines of a page of a PDF in pdfium's own order, each cut where a wide gap separates cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.layout import Style
from ingest.read.bands import Piece
from ingest.read.cells import NUMBER_GAP, Cell, Rect, Run, Span, cells, merged, union
from ingest.read.glyphs import SOFT_HYPHEN, tidy
from ingest.read.pdf_probe import Probe

_LINE = re.compile("[^\r\n\ufffe\x02]+")
_HYPHENS = "\ufffe\x02"
"""pdfium's mark for a hyphen at the end of a line; older versions gave U+0002."""

_DENSE = 0.95
"""Ems per character above which a single run of text must hold wide gaps of its own."""

_SAME_EDGE = 0.15
"""Ems between the left edge of a word and of a run that starts with it."""

_WORD = re.compile(r"\S+")
_MARK_HINT = re.compile(r"[^\W\d_][.,;:)\]”’\"]?\d|\d{5}")
_MARK = re.compile(r"(?<=[^\W\d_])\d{1,2}(?!\w)|(?<=[^\W\d_][.,;:)\]”’\"])\d{1,2}(?!\w)|(?<=\d{4})\d{1,2}(?![\w.,])")
"""Where a footnote's mark may be glued to the word or year before it; its size decides."""

_LEADING_MARK = re.compile(r"(\d{1,2})(?=[^\W\d_])")
_SMALL = 0.8
"""How much smaller than its word a digit must be to be a footnote's mark; word processors use .58 to .67."""

_UNIT = re.compile(r"\b(?:m|km|dm|cm|mm|CO|NO|O|H)\Z")
"""After these a small digit is a power or part of a formula."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """From a page's own coordinates, origin bottom left, to points from the top left of the page as shown.

    Attributes:
        rotation: quarter turns clockwise.
    """

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


def page_lines(probe: Probe, geometry: Geometry) -> Iterator[tuple[Piece, ...]]:
    """The lines of a page, from left to right the pieces of each; never an empty one."""
    text = probe.text
    for found in _LINE.finditer(text):
        content = found.group()
        stripped = content.strip()
        if not stripped:
            continue
        end = found.end()
        start = found.start() + len(content) - len(content.lstrip())
        hyphenated = end < len(text) and text[end] in _HYPHENS
        pieces = _Cutter(probe, geometry, start, start + len(stripped)).pieces(hyphenated=hyphenated)
        if pieces:
            yield pieces


class _Cutter:
    """One line of the page's text, text[start:end]."""

    def __init__(self, probe: Probe, geometry: Geometry, start: int, end: int) -> None:
        self._probe = probe
        self._geometry = geometry
        self._start = start
        self._end = end

    def pieces(self, *, hyphenated: bool) -> tuple[Piece, ...]:
        rects = self._probe.rects(self._start, self._end)
        if not rects:
            return ()
        size, upright = self._probe.size(self._start)
        style = self._style(size, uniform=len(rects) == 1)
        origin = self._probe.origin(self._start)
        cut = self._cells(rects, size) if upright else [self._whole(rects)]
        found = [piece for cell in cut if (piece := self._piece(cell, style, origin))]
        if not (upright and self._geometry.rotation == 0):
            found = [replace(piece, upright=False) for piece in found]
        if found and hyphenated:
            found[-1] = replace(found[-1], text=found[-1].text.removesuffix("-") + SOFT_HYPHEN)
        return tuple(found)

    def _style(self, size: float, *, uniform: bool) -> Style:
        """The look of a line: bold only if both its ends are, so that a lead-in doesn't speak for all of it."""
        probe, last = self._probe, self._end - 1
        bold = probe.is_bold(last) and (uniform or probe.is_bold(self._start))
        middle = (self._start + last) // 2
        if not uniform and probe.text[middle] != " ":
            size = max(size, probe.size(middle)[0])
        return Style(size=size, bold=bold, colour=probe.colour(last))

    def _piece(self, cell: Cell, style: Style, origin: tuple[float, float] | None) -> Piece | None:
        text = self._text(cell.span, style)
        if not text:
            return None
        left, bottom, right, top = cell.box
        (x1, y1), (x2, y2) = self._geometry.place(left, bottom), self._geometry.place(right, top)
        baseline = self._geometry.place(*origin)[1] if origin else max(y1, y2)
        parts = ((self._text(run.span, style), run.box[0], run.box[2]) for run in cell.runs)
        return Piece(
            text=text,
            left=min(x1, x2),
            top=min(y1, y2),
            right=max(x1, x2),
            bottom=max(y1, y2),
            baseline=baseline,
            style=style,
            parts=tuple(parts) if len(cell.runs) > 1 else (),
        )

    def _whole(self, rects: list[Rect]) -> Cell:
        return Cell((Run((self._start, self._end), union(rects)),))

    def _cells(self, rects: list[Rect], size: float) -> list[Cell]:
        if len(rects) == 1:
            dense = rects[0][2] - rects[0][0] <= _DENSE * size * (self._end - self._start)
            return [self._whole(rects)] if dense else self._cut_by_words(rects[0], size)
        boxes = merged(rects, NUMBER_GAP * size)
        if len(boxes) == 1:
            return [self._whole(rects)]
        words = self._words()
        starts = self._first_words(words, boxes, size)
        if not starts:
            return self._cut_by_words(union(rects), size)
        ends = [words[following - 1][1] for following in starts[1:]] + [self._end]
        runs = [Run((words[start][0], end), box) for start, end, box in zip(starts, ends, boxes, strict=True)]
        return cells(self._probe.text, runs, len(words), size)

    def _words(self) -> list[Span]:
        text = self._probe.text[self._start : self._end]
        return [(self._start + found.start(), self._start + found.end()) for found in _WORD.finditer(text)]

    def _first_words(self, words: list[Span], boxes: list[Rect], size: float) -> list[int]:
        """For each box of text, from left to right, the place of the word that it starts with; [] if unclear."""
        if len(words) == len(boxes):
            return list(range(len(words)))
        starts: list[int] = []
        for place, word in enumerate(words):
            if len(starts) == len(boxes):
                break
            left, _ = self._probe.edges(word[0])
            if abs(left - boxes[len(starts)][0]) < _SAME_EDGE * size:
                starts.append(place)
        return starts if len(starts) == len(boxes) and starts[0] == 0 else []

    def _cut_by_words(self, whole: Rect, size: float) -> list[Cell]:
        """For text drawn in one run with wide gaps in it: each word is a run of its own."""
        _, bottom, _, top = whole
        runs = []
        for start, end in self._words():
            left, right = self._probe.edges(start)[0], self._probe.edges(end - 1)[1]
            runs.append(Run((start, end), (left, bottom, right, top)))
        return cells(self._probe.text, runs, len(runs), size)

    def _text(self, span: Span, style: Style) -> str:
        return tidy(self._without_marks(span, style.size or 0.0))

    def _without_marks(self, span: Span, size: float) -> str:
        """The text of a span without the marks of footnotes, which are smaller than the word that they follow."""
        start = span[0]
        text = self._probe.text[start : span[1]]
        if _MARK_HINT.search(text):
            kept = []
            copied = 0
            for found in _MARK.finditer(text):
                if not _UNIT.search(text[: found.start()]) and self._is_small(start + found.start(), size):
                    kept.append(text[copied : found.start()])
                    copied = found.end()
            text = "".join(kept) + text[copied:]
        leading = _LEADING_MARK.match(text)
        if leading and self._is_small(start, size):
            text = f"{leading[1]} {text[leading.end() :]}"
        if self._probe.has_surrogates:
            text = text.encode("utf-16-le", errors="surrogatepass").decode("utf-16-le", errors="replace")
        return text

    def _is_small(self, index: int, size: float) -> bool:
        return self._probe.size(index)[0] < _SMALL * size
