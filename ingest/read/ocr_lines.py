"""Makes lines of the words that tesseract saw: cells where rulings or wide gaps part them, sizes from their height."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import median

from ingest.layout import Line, Style
from ingest.read.bands import Piece
from ingest.read.cells import Cell, Rect, Run, cells, is_number
from ingest.read.glyphs import tidy
from ingest.read.ocr import DPI, Picture, Word
from ingest.read.ocr_rulings import Rulings
from ingest.read.rows import arrange

_TALL = re.compile(r"[A-ZÀ-Þ\dbdfhklßt(€%]")
_DEEP = re.compile(r"[gjpqy(),;]")
_CAPITAL, _LOW, _DEPTH = 0.72, 0.52, 0.21
"""Ems from the baseline to the top of capitals, to the top of small letters, and down to the bottom of "p", in
Helvetica; Times and Calibri differ by .06 at most."""

_SAME_SIZE = 0.12
"""By which part two lines of the same type may seem to differ: a pixel or two, for letters of thirty."""

_NEAR = DPI // 40
"""Pixels around the edge of a word within which a ruling may have been read as its first or last letter."""

_TOUCHING = 4
"""Pixels before a word that the left side of a ruling may stand and still be in it: rulings are 3 or 4 wide."""

_RULING_READ = "|[]!/"
_RULING_READ_FIRST = "|[]!lI1j"
"""What tesseract makes of a ruling that touches a word, and of one that starts it."""

_SURE = 85.0
"""Confidence from which a first letter or digit is believed, though it stands where a ruling does."""

_MEANINGLESS = re.compile(r"[|\[\]{}()<>!_~=\\/°'‘’`´\"“”.,:;—‚„*^]+")
"""What specks, corners and rulings are read as, where they stand alone."""

_UNSURE = 50.0
"""Confidence below which a word of one or two letters is a speck, and one far too large the edge of a picture."""

_FAR_TOO_LARGE = 2.0
"""How many times higher than most words of the page."""

_SPREAD = 1.2
"""How many times wider than high a scan of two facing pages is, at least; two A4 together are 1.41."""

_LEAST_ON_PAGE = 20
"""Words that each of two facing pages has, at least."""


def page_lines(words: Sequence[Word], picture: Picture, page: int, tables_before: int) -> list[Line]:
    """The lines of a page in reading order, boxes in points, rows of tables as in a PDF with text."""
    rulings = Rulings(picture)
    cut = [part for word in words for part in _parted(word, rulings)]
    usual = median(word.bottom - word.top for word in cut) if cut else 0.0
    kept = [word for word in cut if not _is_speck(word, usual)]
    grouped = [list(group) for _, group in groupby(_page_by_page(kept, picture.width, picture.height), _line_of)]
    pieces = [tuple(_pieces(group, rulings, picture.scale)) for group in grouped]
    return arrange((row for row in _evened(pieces) if row), page, tables_before)


def _line_of(word: Word) -> tuple[int, int, int]:
    return word.line


def _is_speck(word: Word, usual_height: float) -> bool:
    """Whether a word is no word but a speck, a corner or part of a picture."""
    if _MEANINGLESS.fullmatch(word.text):
        return True
    if word.confidence >= _UNSURE:
        return False
    large = word.bottom - word.top > _FAR_TOO_LARGE * usual_height
    return large or (len(word.text) <= 2 and not any(letter.isdigit() for letter in word.text))


def _parted(word: Word, rulings: Rulings) -> Iterator[Word]:
    """The word without the ruling that was read as one of its letters; two words where it stands in between."""
    place = _read_as_letter(word, rulings)
    if place is None:
        parts = [found.span() for found in re.finditer(r"[^|]+", word.text)]
    else:
        parts = [(0, place), (place + 1, len(word.text))]
    width = (word.right - word.left) / len(word.text)
    for start, end in parts:
        if start < end:
            left, right = round(word.left + start * width), round(word.left + end * width)
            yield word._replace(text=word.text[start:end], left=left, right=right)


def _read_as_letter(word: Word, rulings: Rulings) -> int | None:
    """The place in its text of the letter that is a ruling."""
    text, left, right = word.text, word.left, word.right
    x = rulings.first(left - _NEAR, right + _NEAR, word.top, word.bottom)
    if x is None:
        return None
    if x <= left + _NEAR:
        doubtful = x >= left - _TOUCHING and word.confidence < _SURE and text[1:2].isalnum()
        return 0 if text[0] in _RULING_READ or (doubtful and text[0] in _RULING_READ_FIRST) else None
    near = (x - left) * len(text) / max(right - left, 1)
    found = [place for place, letter in enumerate(text) if letter in _RULING_READ and abs(place + 0.5 - near) <= 1.5]
    return min(found, key=lambda place: abs(place + 0.5 - near), default=None)


def _page_by_page(words: list[Word], width: int, height: int) -> list[Word]:
    """The words of the left of two facing pages before those of the right, if that is what the picture shows."""
    lines = [list(group) for _, group in groupby(words, _line_of)]
    sides = [{word.left + word.right > width for word in line} for line in lines]
    if width < _SPREAD * height or any(len(side) > 1 for side in sides):
        return words
    left = [word for line, side in zip(lines, sides, strict=True) if side == {False} for word in line]
    right = [word for line, side in zip(lines, sides, strict=True) if side == {True} for word in line]
    return left + right if min(len(left), len(right)) >= _LEAST_ON_PAGE else words


def _pieces(words: list[Word], rulings: Rulings, scale: float) -> Iterator[Piece]:
    """The cells of one line of tesseract's."""
    em = _lower_quartile([_em(word) for word in words])
    baseline = median(word.bottom - (_DEPTH * em if _DEEP.search(word.text) else 0.0) for word in words) / scale
    style = Style(em / scale)
    ruled = list(_ruled(words, rulings))
    for part in ruled:
        for text, box in _cells(part, em, ruled=len(ruled) > 1):
            left, bottom, right, top = (edge / scale for edge in box)
            yield Piece(text, left, -top, right, -bottom, baseline, style)


def _lower_quartile(sizes: list[float]) -> float:
    """Words that touch the line below are measured too high, hardly any too low."""
    return sorted(sizes)[len(sizes) // 4]


def _em(word: Word) -> float:
    """The size of type in pixels that gives a word of these letters its height."""
    above = _CAPITAL if _TALL.search(word.text) else _LOW
    below = _DEPTH if _DEEP.search(word.text) else 0.0
    return (word.bottom - word.top) / (above + below)


def _ruled(words: list[Word], rulings: Rulings) -> Iterator[list[Word]]:
    """The words between each two rulings."""
    held = words[:1]
    for word in words[1:]:
        top, bottom = min(held[-1].top, word.top), max(held[-1].bottom, word.bottom)
        if rulings.between(held[-1].right - 2, word.left + 2, top, bottom):
            yield held
            held = []
        held.append(word)
    yield held


def _cells(words: list[Word], em: float, *, ruled: bool) -> Iterator[tuple[str, Rect]]:
    """The text and box of each cell, where gaps tell them apart; between rulings only figures are, since a word that
    tesseract missed leaves a gap too."""
    text = " ".join(word.text for word in words)
    runs: list[Run] = []
    start = 0
    for word in words:
        runs.append(Run((start, start + len(word.text)), (word.left, -word.bottom, word.right, -word.top)))
        start += len(word.text) + 1
    found = cells(text, runs, len(runs), em)
    if ruled and not all(is_number(text, run.span) for run in runs):
        found = (Cell(tuple(runs)),)
    for cell in found:
        tidied = tidy(text[slice(*cell.span)])
        if tidied:
            yield tidied, cell.box


def _evened(lines: Sequence[tuple[Piece, ...]]) -> Iterable[tuple[Piece, ...]]:
    """One size for all type that must be the same: a line of small letters without tails measures otherwise."""
    usual = _usual_size(lines)
    for line in lines:
        size = line[0].em if line else usual
        shown = usual if abs(size - usual) <= _SAME_SIZE * usual else round(size * 2) / 2
        yield tuple(piece._replace(style=Style(shown)) for piece in line)


def _usual_size(lines: Sequence[tuple[Piece, ...]]) -> float:
    """The size of most of the letters, in half points."""
    sizes = sorted((piece.em, len(piece.text)) for line in lines for piece in line)
    half = sum(letters for _, letters in sizes) / 2
    for size, letters in sizes:
        half -= letters
        if half <= 0:
            return round(size * 2) / 2
    return 10.0
