"""The lines of a page of a PDF in pdfium's own order, each cut where a wide gap separates cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.layout import Style
from ingest.read.glyphs import SOFT_HYPHEN, tidy
from ingest.read.pdf_probe import Probe, Rect
from ingest.read.rows import Piece

_LINE = re.compile("[^\r\n\ufffe\x02]+")
_HYPHENS = "\ufffe\x02"
"""pdfium's mark for a hyphen at the end of a line; older versions gave U+0002."""

_CELL_GAP = 1.0
"""Ems between two pieces of a line from which they are cells; a word space is .25, a stretched one seldom 1."""

_NUMBER_GAP = 0.42
"""Ems from which two numbers on a line are two cells; nothing but a table has numbers so far apart."""

_WORD_GAP = 0.25
_STRETCHED = 2.5
"""How many times the line's usual word space a gap must be, so that justified lines aren't cut."""

_DENSE = 0.95
"""Ems per character above which a single run of text must hold wide gaps of its own."""

_SAME_EDGE = 0.15
"""Ems between the left edge of a word and of a run that starts with it."""

_NUMBER = re.compile(r"[-+–(€]*\d[\d.,]*[%)]?[-–]?")
_TOKEN = re.compile(r"\S+")
_MARK_HINT = re.compile(r"[^\W\d_][.,;:)\]”’\"]?\d|\d{5}")
_MARK = re.compile(r"(?<=[^\W\d_])\d{1,2}(?!\w)|(?<=[^\W\d_][.,;:)\]”’\"])\d{1,2}(?!\w)|(?<=\d{4})\d{1,2}(?![\w.,])")
"""Where a footnote's mark may be glued to the word or year before it; its size decides."""

_LEADING_MARK = re.compile(r"(\d{1,2})(?=[^\W\d_])")
_SMALL = 0.8
"""How much smaller than its word a digit must be to be a footnote's mark; word processors use .58 to .67."""

_UNIT = re.compile(r"\b(?:m|km|dm|cm|mm|CO|NO|O|H)\Z")
"""After these a small digit is a power or part of a formula."""

Span = tuple[int, int]


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
        cells = self._cells(rects, size) if upright else [((self._start, self._end), _union(rects))]
        origin = self._probe.origin(self._start)
        pieces = (self._piece(span, box, style, origin) for span, box in cells)
        found = tuple(piece for piece in pieces if piece)
        if found and not (upright and self._geometry.rotation == 0):
            found = tuple(replace(piece, upright=False) for piece in found)
        if found and hyphenated:
            found = (*found[:-1], replace(found[-1], text=found[-1].text.removesuffix("-") + SOFT_HYPHEN))
        return found

    def _style(self, size: float, *, uniform: bool) -> Style:
        """The look of a line: bold only if both its ends are, so that a lead-in doesn't speak for all of it."""
        probe, last = self._probe, self._end - 1
        bold = probe.is_bold(last) and (uniform or probe.is_bold(self._start))
        middle = (self._start + last) // 2
        if not uniform and probe.text[middle] != " ":
            size = max(size, probe.size(middle)[0])
        return Style(size=size, bold=bold, colour=probe.colour(last))

    def _piece(self, span: Span, box: Rect, style: Style, origin: tuple[float, float] | None) -> Piece | None:
        text = tidy(self._without_marks(span, style.size or 0.0))
        if not text:
            return None
        (x1, y1), (x2, y2) = self._geometry.place(box[0], box[1]), self._geometry.place(box[2], box[3])
        top, bottom = min(y1, y2), max(y1, y2)
        baseline = self._geometry.place(*origin)[1] if origin else bottom
        return Piece(text, min(x1, x2), top, max(x1, x2), bottom, baseline, style)

    def _cells(self, rects: list[Rect], size: float) -> list[tuple[Span, Rect]]:
        whole = [((self._start, self._end), _union(rects))]
        if len(rects) == 1:
            wide = rects[0][2] - rects[0][0] > _DENSE * size * (self._end - self._start)
            return self._cut_by_words(rects[0], size) if wide else whole
        runs = _runs(rects, _NUMBER_GAP * size)
        if len(runs) == 1:
            return whole
        tokens = self._tokens()
        starts = self._first_tokens(tokens, runs, size)
        if starts is None:
            return whole
        gaps = [right[0] - left[2] for left, right in pairwise(runs)]
        return self._joined(tokens, starts, runs, gaps, size)

    def _tokens(self) -> list[Span]:
        text = self._probe.text[self._start : self._end]
        return [(self._start + found.start(), self._start + found.end()) for found in _TOKEN.finditer(text)]

    def _first_tokens(self, tokens: list[Span], runs: list[Rect], size: float) -> list[int] | None:
        """For each run of text, from left to right, the place of the word that it starts with; None if unclear."""
        if len(tokens) == len(runs):
            return list(range(len(tokens)))
        starts: list[int] = []
        for place, token in enumerate(tokens):
            if len(starts) == len(runs):
                break
            left, _ = self._probe.edges(token[0])
            if abs(left - runs[len(starts)][0]) < _SAME_EDGE * size:
                starts.append(place)
        return starts if len(starts) == len(runs) and starts[0] == 0 else None

    def _cut_by_words(self, whole: Rect, size: float) -> list[tuple[Span, Rect]]:
        """For text drawn in one run with wide gaps in it: each word is a run of its own."""
        tokens = self._tokens()
        runs = []
        for start, end in tokens:
            runs.append((self._probe.edges(start)[0], whole[1], self._probe.edges(end - 1)[1], whole[3]))
        gaps = [right[0] - left[2] for left, right in pairwise(runs)]
        return self._joined(tokens, list(range(len(tokens))), runs, gaps, size)

    def _joined(
        self, tokens: list[Span], starts: list[int], runs: list[Rect], gaps: list[float], size: float
    ) -> list[tuple[Span, Rect]]:
        """Runs joined to cells: apart by a wide gap, or by a smaller one between two numbers."""
        text = self._probe.text
        usual = sorted([*gaps, *[_WORD_GAP * size] * (len(tokens) - len(starts))])[len(tokens) // 4] if gaps else 0.0
        wide = max(_CELL_GAP * size, _STRETCHED * min(usual, size))
        cells: list[tuple[Span, Rect]] = []
        for place, (first, run) in enumerate(zip(starts, runs, strict=True)):
            last = starts[place + 1] - 1 if place + 1 < len(starts) else len(tokens) - 1
            span = (tokens[first][0], tokens[last][1])
            if cells and not self._parts(
                gaps[place - 1], wide, size, text[slice(*tokens[first - 1])], text, tokens[first]
            ):
                before, box = cells[-1]
                cells[-1] = ((before[0], span[1]), _union([box, run]))
            else:
                cells.append((span, run))
        return cells

    @staticmethod
    def _parts(gap: float, wide: float, size: float, before: str, text: str, token: Span) -> bool:
        if before == "€":
            return False
        if gap > wide:
            return True
        return gap > _NUMBER_GAP * size and bool(_NUMBER.fullmatch(before) and _NUMBER.fullmatch(text, *token))

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


def _union(rects: list[Rect]) -> Rect:
    if len(rects) == 1:
        return rects[0]
    lefts, bottoms, rights, tops = zip(*rects, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _runs(rects: list[Rect], least: float) -> list[Rect]:
    """Boxes of text with gaps of more than `least` between them, from left to right."""
    ordered = sorted(rects)
    runs = [ordered[0]]
    for rect in ordered[1:]:
        if rect[0] - runs[-1][2] > least:
            runs.append(rect)
        else:
            runs[-1] = _union([runs[-1], rect])
    return runs
