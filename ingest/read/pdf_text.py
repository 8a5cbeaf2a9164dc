"""The lines of a page of a PDF in pdfium's own order, each cut where a wide gap separates cells."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise

from ingest.layout import Style
from ingest.read.bands import SAME_LINE, Part, Piece, join, no_parts
from ingest.read.bullets import first_letter
from ingest.read.cells import CELL_GAP, NUMBER_GAP, Rect, Run, Span, cells, is_number, merged, union
from ingest.read.glyphs import SOFT_HYPHEN, tidy
from ingest.read.pdf_probe import Probe
from ingest.read.spaced import closed_up

_LINE = re.compile(r"[^\s\ufffe\x02](?:[^\r\n\ufffe\x02]*[^\s\ufffe\x02])?")
_BROKEN_OFF = re.compile(r"[^\S\r\n]*[\ufffe\x02]")
_HYPHENS = "\ufffe\x02"
"""pdfium's mark for a hyphen at the end of a line; older versions gave U+0002."""

_DENSE = 0.95
"""Ems per character above which a single run of text must hold wide gaps of its own."""

_SAME_EDGE = 0.15
"""Ems between the left edge of a word and of a run that starts with it."""

_WORD = re.compile(r"\S+")
_MARK = re.compile(
    r"[0-9](?:(?:(?<=[^\W\d_]\d)|(?<=[^\W\d_][.,;:)\]”’\"]\d))\d?(?!\w)"
    r"|(?P<opening>(?<!\d\d)\d?(?=[^\W\d_]))"
    r"|(?<=\b[12])[09](?<=19|20)\d\d(?P<year>\d{1,2})(?![\w.,]))"
)
"""Where a footnote's mark may be glued to the word or year before it, or to the line that it opens; its size decides.

The pattern starts with the digit: started with what stands before it, it takes up to ten times as long."""

_FIGURES = re.compile(r"\s(?<=[\d.,%)–-]\s)\s*[-+–(€]*[\d€]")
"""Two figures beside each other, which alone are cells where no gap of a line is wide."""

_SMALL = 0.8
"""How much smaller than its word a digit must be to be a footnote's mark; word processors use .58 to .67."""

_SMALLER = 0.9
"""The same for one that is raised, too; browsers take .83."""

_OPENING_MARK = re.compile(r"\d{1,2}(?:\s+|$|(?=[^\W\d_]))")
_MARK_GAP = 0.35
_MARK_WIDTH = 0.7
_LEAST_RAISED = 0.1
_MOST_RAISED = 0.7
"""Ems between a word and the mark after it, of a mark of two digits, and above the word's baseline."""

_GLUED = 0.15
"""Ems that two runs of one line overlap at most."""

_UNIT = re.compile(r"(?:\b|(?<=\d))(?:m|km|dm|cm|mm|CO|NO|O|H)\Z")
"""After these a small digit is a power or part of a formula."""

_Cell = tuple[Span, Rect, Callable[[], tuple[Part, ...]]]
"""Of a cell of a line: its span of the page's text, its box, and what gives its parts."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """From a page's own coordinates, origin bottom left, to points from its top left; the page must stand upright."""

    left: float
    bottom: float
    right: float
    top: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page's own space stands on the page."""
        return x - self.left, self.top - y

    def box(self, rect: Rect) -> tuple[float, float, float, float]:
        """(left, top, right, bottom) on the page."""
        left, bottom, right, top = rect
        return left - self.left, self.top - top, right - self.left, self.top - bottom


def page_lines(probe: Probe, geometry: Geometry) -> Iterator[tuple[Piece, ...]]:
    """The lines of a page, from left to right the pieces of each; never an empty one.

    pdfium ends a line at a raised mark, and often after it as well: what follows on the same line is joined to it.
    """
    cutter = _Cutter(probe, geometry)
    held: tuple[Piece, ...] = ()
    marked = False
    for start, end, hyphenated in _spans(probe.text):
        mark = cutter.mark_after(held, start, end) if probe.text[start].isdigit() else start
        pieces = cutter.pieces(mark, end, hyphenated=hyphenated) if mark < end else ()
        power = mark == start and cutter.is_power(held, start)
        marked = marked or mark > start
        if power or (marked and pieces and _goes_on(held[-1], pieces[0])):
            held = (*held[:-1], join(held[-1], pieces[0], apart=not power), *pieces[1:])
            marked = power
        elif pieces:
            if held:
                yield held
            held, marked = pieces, False
    if held:
        yield held


def _spans(text: str) -> Iterator[tuple[int, int, bool]]:
    """From where to where each line reaches, and whether its last word is broken off."""
    breaks = any(hyphen in text for hyphen in _HYPHENS)
    for found in _LINE.finditer(text):
        start, end = found.span()
        yield start, end, breaks and _BROKEN_OFF.match(text, end) is not None


def _goes_on(before: Piece, piece: Piece) -> bool:
    """Whether a piece goes on after a mark on the same line."""
    gap = (piece.left - before.right) / before.em
    return abs(piece.baseline - before.baseline) < SAME_LINE * before.em and -_GLUED < gap < CELL_GAP + _MARK_WIDTH


class _Cutter:
    """Makes pieces of the lines of one page."""

    def __init__(self, probe: Probe, geometry: Geometry) -> None:
        self._probe = probe
        self._geometry = geometry
        self._marks = dict(_marks(probe))
        self._marked = sorted(self._marks)

    def mark_after(self, before: tuple[Piece, ...], start: int, end: int) -> int:
        """Where the line goes on after the mark of a footnote that it opens with; its start if it opens with none."""
        found = _OPENING_MARK.match(self._probe.text, start, end) if before else None
        if not found or _UNIT.search(before[-1].text):
            return start
        return found.end() if self._is_raised(before[-1], start) else start

    def is_power(self, before: tuple[Piece, ...], start: int) -> bool:
        """Whether the line opens with the power of the unit that the line before it ends in."""
        if not before or self._probe.text[start] not in "23" or not _UNIT.search(before[-1].text):
            return False
        return self._is_raised(before[-1], start)

    def _is_raised(self, last: Piece, start: int) -> bool:
        """Whether a digit is small, raised, and stands right after the line before it."""
        size = self._probe.size(start)[0]
        left, baseline = self._geometry.place(*self._probe.origin(start))
        near = -_GLUED < (left - last.right) / last.em < _MARK_GAP
        raised = _LEAST_RAISED < (last.baseline - baseline) / last.em < _MOST_RAISED
        return near and raised and size < _SMALLER * last.em

    def pieces(self, start: int, end: int, *, hyphenated: bool) -> tuple[Piece, ...]:
        """The pieces of the line text[start:end]."""
        probe = self._probe
        rects = probe.rects(start, end)
        if not rects:
            return ()
        size, upright = probe.size(start)
        style = self._style(start, end - 1, size, uniform=len(rects) == 1)
        baseline = self._geometry.top - probe.origin(start)[1]
        cut = self._cells(start, end, rects, size) if upright else [((start, end), union(rects), no_parts)]
        across, top = self._geometry.left, self._geometry.top
        found = [
            Piece(text, left - across, top - high, right - across, top - low, baseline, style, upright, parts)
            for (begin, stop), (left, low, right, high), parts in cut
            if (text := self._text(begin, stop))
        ]
        if hyphenated and found:
            found[-1] = found[-1]._replace(text=found[-1].text.removesuffix("-") + SOFT_HYPHEN)
        return tuple(found)

    def _style(self, start: int, last: int, size: float, *, uniform: bool) -> Style:
        """The look of a line: bold or italic only if both its ends are, so that a lead-in doesn't speak for all of it.

        A bullet or a footnote's number has a size of its own, so then the middle tells.
        """
        probe = self._probe
        bold, italic = probe.face(last)
        if (bold or italic) and not uniform:
            opens_bold, opens_italic = probe.face(first_letter(probe.text, start, last))
            bold, italic = bold and opens_bold, italic and opens_italic
        elif not uniform and probe.text[last] == ")":
            bold, italic = self._face_before_bracket(start, last)
        if not uniform and not probe.text[start].isalpha():
            middle = (start + last) // 2
            size = probe.size(middle + (probe.text[middle] == " "))[0]
        return _look(size, bold, probe.colour(last), italic)

    def _face_before_bracket(self, start: int, last: int) -> tuple[bool, bool]:
        """The look of a line but for the remark in brackets after it, as the sum that a heading is about; else none."""
        bracket = self._probe.text.rfind(" (", start, last)
        opens, ends = self._probe.face(start), self._probe.face(bracket - 1) if bracket > start else (False, False)
        return ends if opens == ends and ends[0] else (False, False)

    def _cells(self, start: int, end: int, rects: list[Rect], size: float) -> list[_Cell]:
        """The cells of a line; one where it is all one text."""
        boxes = merged(rects, NUMBER_GAP * size) if len(rects) > 1 else rects
        if len(boxes) == 1:
            if len(rects) > 1 or boxes[0][2] - boxes[0][0] <= _DENSE * size * (end - start):
                return [((start, end), boxes[0], no_parts)]
        elif not self._may_be_cut(start, end, boxes, size):
            return [((start, end), union(boxes), lambda: self._parts(self._runs(self._words(start, end), boxes, size)))]
        words = self._words(start, end)
        found = cells(self._probe.text, self._runs(words, boxes, size), len(words), size)
        return [(cell.span, cell.box, partial(self._parts, cell.runs) if cell.runs[1:] else no_parts) for cell in found]

    def _may_be_cut(self, start: int, end: int, boxes: list[Rect], size: float) -> bool:
        """Whether a gap between the boxes of a line, or what is written beside it, could part two cells."""
        wide = CELL_GAP * size
        return (
            any(right[0] - left[2] > wide for left, right in pairwise(boxes))
            or _FIGURES.search(self._probe.text, start, end) is not None
        )

    def _parts(self, runs: Sequence[Run]) -> tuple[Part, ...]:
        return tuple((self._text(*run.span), run.box[0], run.box[2]) for run in runs)

    def _words(self, start: int, end: int) -> list[Span]:
        return [found.span() for found in _WORD.finditer(self._probe.text, start, end)]

    def _runs(self, words: list[Span], boxes: list[Rect], size: float) -> list[Run]:
        """The runs of a line: a box each, or where the words don't tell which is whose, a word each."""
        starts = self._first_words(words, boxes, size) if len(boxes) > 1 else []
        if not starts:
            probe, (_, bottom, _, top) = self._probe, union(boxes)
            return [Run(word, (probe.left(word[0]), bottom, probe.right(word[1] - 1), top)) for word in words]
        ends = [*(words[following - 1][1] for following in starts[1:]), words[-1][1]]
        return [Run((words[place][0], ending), box) for place, ending, box in zip(starts, ends, boxes, strict=True)]

    def _first_words(self, words: list[Span], boxes: list[Rect], size: float) -> list[int]:
        """For each box of text, from left to right, the place of the word that it starts with; [] if unclear."""
        if len(words) == len(boxes):
            return list(range(len(words)))
        figures = len(boxes) - 1
        label = len(words) - figures
        if self._are_numbers(words[label:]) and self._starts_at(words[label], boxes[1], size):
            return [0, *range(label, len(words))]
        return self._one_by_one(words, boxes, _SAME_EDGE * size)

    def _one_by_one(self, words: list[Span], boxes: list[Rect], near: float) -> list[int]:
        """The same, each box looked for from the word after that of the box before it."""
        left_of = self._probe.left
        starts: list[int] = []
        for place, word in enumerate(words):
            if abs(left_of(word[0]) - boxes[len(starts)][0]) < near:
                starts.append(place)
                if len(starts) == len(boxes):
                    break
            elif not place:
                return []
        return starts if len(starts) == len(boxes) else []

    def _are_numbers(self, words: list[Span]) -> bool:
        return bool(words) and all(is_number(self._probe.text, word) for word in words)

    def _starts_at(self, word: Span, box: Rect, size: float) -> bool:
        return abs(self._probe.left(word[0]) - box[0]) < _SAME_EDGE * size

    def _text(self, start: int, end: int) -> str:
        text = self._probe.text[start:end]
        if text[1:2] == " " == text[3:4] and (closed := closed_up(text, start, self._probe)):
            return tidy(closed)
        if self._marks and bisect_left(self._marked, start) < bisect_left(self._marked, end):
            characters = (self._marks.get(start + place, character) for place, character in enumerate(text))
            text = "".join(characters)
        if self._probe.has_surrogates:
            text = text.encode("utf-16-le", errors="surrogatepass").decode("utf-16-le", errors="replace")
        return tidy(text)


_look = lru_cache(maxsize=1024)(Style)
"""One object for each look: a document has a score of them on thousands of lines."""


def _marks(probe: Probe) -> Iterator[tuple[int, str]]:
    """What becomes of the digits that mark footnotes, by their index: after a word dropped, before one set apart."""
    text = probe.text
    for found in _MARK.finditer(text):
        start, end = found.span(found.lastgroup or 0)
        if found.lastgroup == "opening":
            if _opens_line(text, found.start()) and _is_small(probe, end - 1, end):
                yield end - 1, f"{text[end - 1]} "
        elif not _UNIT.search(text, max(start - 3, 0), start) and _is_small(probe, start, start - 1):
            yield from ((index, "") for index in range(start, end))


def _opens_line(text: str, place: int) -> bool:
    while place and text[place - 1].isspace():
        place -= 1
        if text[place] == "\n":
            return True
    return place == 0


def _is_small(probe: Probe, index: int, neighbour: int) -> bool:
    """Whether a digit is a mark: much smaller than the letter beside it, or somewhat smaller and raised."""
    size, beside = probe.size(index)[0], probe.size(neighbour)[0]
    if size >= _SMALLER * beside:
        return False
    return size < _SMALL * beside or probe.origin(index)[1] - probe.origin(neighbour)[1] > _LEAST_RAISED * beside
