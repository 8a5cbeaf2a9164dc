"""Cuts a line of a PDF into the cells of a table where the gaps between its words are wide."""

import re
from itertools import pairwise
from typing import NamedTuple

Rect = tuple[float, float, float, float]
"""(left, bottom, right, top) in the page's own space: points, origin at the bottom left."""

Span = tuple[int, int]

NUMBER_GAP = 0.42
"""Ems from which two numbers on a line are two cells; nothing but a table has numbers so far apart."""

CELL_GAP = 1.0
"""Ems between two runs of text from which they are cells; a word space is .25, a stretched one seldom 1."""

_WORD_GAP = 0.25
_STRETCHED = 2.5
"""How many times the line's usual word space a gap must be, so that justified lines aren't cut."""

_ENOUGH_SPACES = 5
"""Gaps on a line from which there is a usual one; a line of fewer words is seldom justified."""

_WIDEST_SPACE = 0.6
"""Ems of a word space in justified text, at most; what is wider on most of a line parts the cells of a table."""

_LEADER = ".…_"
"""The characters that lead from a title to its page number in a table of contents."""

_NO_EDGE = f"€{_LEADER}"
"""Characters beside which a wide gap may be none between cells."""

_NIL = {"-", "–"}
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_YEAR = re.compile(r"\( ?(?:19|20)\d\d\)")
"""The year of the figure before it: "4,83 %  (2023)"."""

_NUMBER = re.compile(r"[-+–(€]*\d[\d.,]*[%)]?[-–]?")


class Run(NamedTuple):
    """Words of a line with no gap of more than NUMBER_GAP between them: their span of the page's text, their box."""

    span: Span
    box: Rect


class Cell(NamedTuple):
    """A cell of a line, or the whole line; more than one run may be cells of their own, which others must tell."""

    runs: tuple[Run, ...]

    @property
    def span(self) -> Span:
        """From the start of its first run to the end of its last."""
        return self.runs[0].span[0], self.runs[-1].span[1]

    @property
    def box(self) -> Rect:
        """The box around all its runs."""
        return self.runs[0].box if len(self.runs) == 1 else union([run.box for run in self.runs])


def union(rects: list[Rect]) -> Rect:
    """The box around all boxes."""
    if len(rects) == 1:
        return rects[0]
    lefts, bottoms, rights, tops = zip(*rects, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def merged(rects: list[Rect], least: float) -> list[Rect]:
    """Boxes joined wherever the gap between them is at most `least`, from left to right."""
    runs: list[Rect] = []
    (start, low, reach, high), *others = sorted(rects)
    for left, bottom, right, top in others:
        if left - reach > least:
            runs.append((start, low, reach, high))
            start, low, reach, high = left, bottom, right, top
            continue
        low = bottom if bottom < low else low
        reach = right if right > reach else reach
        high = top if top > high else high
    return [*runs, (start, low, reach, high)]


def is_number(text: str, word: Span) -> bool:
    """Whether text[word] is a figure, its sign or euro sign included."""
    return _NUMBER.fullmatch(text, *word) is not None


def cells(text: str, runs: list[Run], words: int, size: float) -> tuple[Cell, ...]:
    """Runs joined to cells: apart by a wide gap, or by a smaller one between two numbers.

    Args:
        words: of the whole line; the gaps within runs are taken to be plain spaces.
    """
    gaps = [right.box[0] - left.box[2] for left, right in pairwise(runs)]
    spaces = sorted([*gaps, *[_WORD_GAP * size] * (words - len(runs))])
    usual = spaces[len(spaces) // 4] if len(spaces) >= _ENOUGH_SPACES else 0.0
    wide = max(CELL_GAP * size, _STRETCHED * min(usual, _WIDEST_SPACE * size))
    least = NUMBER_GAP * size
    found = [[runs[0]]]
    for gap, (left, right) in zip(gaps, pairwise(runs), strict=True):
        if gap > least and _is_cut(text, left, right, is_wide=gap > wide):
            found.append([right])
        else:
            found[-1].append(right)
    return tuple(Cell(tuple(parts)) for parts in found)


def _is_cut(text: str, left: Run, right: Run, *, is_wide: bool) -> bool:
    """Whether two runs are cells, apart by a wide gap or by one that is so for figures only."""
    last, first = text[left.span[1] - 1], text[right.span[0]]
    if first == "(" and (last == "%" or last.isdigit()) and _OF_YEAR.match(text, right.span[0]):
        return False
    if is_wide and last not in _NO_EDGE and first not in _NO_EDGE:
        return True
    if first.isalpha() and not is_wide:
        return False
    before = text[slice(*left.span)].rsplit(None, 1)[-1]
    after = text[slice(*right.span)].split(None, 1)[0]
    if is_wide:
        return before != "€" and bool(before.strip(_LEADER)) and bool(after.strip(_LEADER))
    if after == "€":
        return before in _NIL or bool(_NUMBER.fullmatch(before) and not _YEAR.fullmatch(before))
    return bool(_NUMBER.fullmatch(before) and _NUMBER.fullmatch(after))
