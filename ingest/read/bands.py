"""Puts the lines of a page in the order that a reader reads them.

pdfium gives text in the order in which it was drawn. That order is right far more often than anything
computed from positions ("sorted" modes interleave columns), so it is kept unless the page clearly jumps.
A *band* is a part of the page drawn from top to bottom, and then beside that again: its *stacks* are the cells
of a row of a table, lines of several rows, or columns of prose.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from ingest.composing.hyphens import meet
from ingest.layout import Style
from ingest.read.cells import CELL_GAP, NUMBER_GAP
from ingest.read.glyphs import SOFT_HYPHEN

SAME_LINE = 0.35
"""Baselines less than this many ems apart are one line: half a line of the tightest text."""

_GLUED = 0.15
"""Ems between two pieces up to which they are one word."""

_LESS_THAN_A_LINE = 0.95
"""Ems from one baseline to another that no two lines below each other have."""

_WITHIN_CELL = 1.5
"""Ems from one baseline to the next in a label of several lines; rows of a table stand further apart."""

_EXACTLY = 0.15
"""Ems that the sum of the distances of a value to the lines above and below it may be off."""

NEXT_LINE = 2.0
"""Ems from one baseline to the next within a cell, at most; text is set at 1.15 to 1.85."""

_BELOW_HEAD = 3.0
"""Ems from a heading to the text below it, within a box beside others."""

_SAME_EDGE = 2.0
"""Points that a heading and its text begin apart at most."""

PROSE_WIDTH = 20
"""Characters per line from which a stack reads as prose."""

_TEXT_LINES, _CELL_WIDTH = 3, 15
"""Lines of a text, and characters to a line, that a text in the next column may be centred on."""

_TALLEST = 45.0
"""Ems that a cell drawn later may begin above the one before it; running headers are drawn last from 60 above."""

_COLUMN_LINES = 6
"""Lines that a stack must have to be a column of a page."""

_CLOSING = re.compile(r"[.,;:!?)](?!\w)")
"""What closes the word or sentence before it, and has no space before it."""

_NUMBERS = re.compile(r"[-+–€(\s]*(?:\d[\d.,\s]*[%)]?|[-–]|n\.?v\.?t\.?|p\.?m\.?)[-–\s]*", re.IGNORECASE)
_OPENS_NIL = "nNpP"
"""Letters that it may start with: most pieces start with another, which spares them the pattern."""


Part = tuple[str, float, float]
"""The text, left and right of a run of words within a piece."""


def no_parts() -> tuple[Part, ...]:
    """The parts of a piece without any."""
    return ()


class Piece(NamedTuple):
    """A run of text on one baseline with no wide gap in it; places in points from the top left of the page.

    A tuple, because a page has a hundred and one is made in a quarter of the time of a frozen dataclass.

    Attributes:
        parts: gives what may be cells of its own, between gaps too small to tell by themselves. Asked for only where
            a table follows, and only while the page is open: it takes longer than all the rest of a piece.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    style: Style
    upright: bool = True
    parts: Callable[[], tuple[Part, ...]] = no_parts

    @property
    def em(self) -> float:
        """The size of its type in points."""
        return self.style.size or 10.0

    @property
    def is_number(self) -> bool:
        """Whether it is a figure, or stands for one ("-", "p.m.")."""
        first = self.text[:1]
        if first.isalpha() and first not in _OPENS_NIL:
            return False
        return _NUMBERS.fullmatch(self.text) is not None


Row = list[Piece]
Stack = list[Row]
Band = list[Stack]


def bands(lines: Iterable[Row]) -> list[Band]:
    """The bands of a page, in the order in which they were drawn."""
    return list(_drawn_bands(lines))


def join(left: Piece, right: Piece, *, apart: bool = True) -> Piece:
    """Two pieces that are one text, with the look of the first; a word broken off between them is made whole."""
    text, space = left.text, " " if apart else ""
    if text.endswith(SOFT_HYPHEN):
        text, space = meet(text.removesuffix(SOFT_HYPHEN), right.text, broken=True)
    elif _CLOSING.match(right.text):
        space = ""
    return left._replace(
        text=f"{text}{space}{right.text}",
        left=min(left.left, right.left),
        top=min(left.top, right.top),
        right=max(left.right, right.right),
        bottom=max(left.bottom, right.bottom),
        parts=no_parts,
    )


def is_prose(stack: Stack) -> bool:
    """Whether a stack reads as a column of text."""
    characters = sum(len(piece.text) for row in stack for piece in row)
    return len(stack) >= _COLUMN_LINES and characters >= PROSE_WIDTH * len(stack)


def _drawn_bands(lines: Iterable[Row]) -> Iterator[Band]:
    band: Band = []
    for row in lines:
        if not band:
            band = [[row]]
        elif not _belongs(row, band):
            finished, band = _split(row, band)
            if finished:
                yield finished
    if band:
        yield band


def _belongs(row: Row, band: Band) -> bool:
    """Add the row to the band where it simply goes on, and say whether it did."""
    first, stack = row[0], band[-1]
    last = stack[-1]
    step = first.baseline - last[0].baseline
    if not (first.upright and last[0].upright):
        return False
    if first.left > last[-1].right and -SAME_LINE * first.em < step < _reach(row) * first.em:
        _extend(last, row)
        return True
    if step < SAME_LINE * first.em:
        return len(band) > 1 and _starts_stack(row, band)
    reach = _BELOW_HEAD if _heads(last, row) else NEXT_LINE
    if len(band) > 1 and not (_stands_under(row, stack) and (step <= reach * first.em or _has_label(row, band[0]))):
        return False
    stack.append(row)
    return True


def _has_label(row: Row, labels: Stack) -> bool:
    """Whether figures stand on the line of a label: their column skips a heading or an empty line above it."""
    near = SAME_LINE * row[0].em
    figures = all(piece.is_number for piece in row)
    return figures and any(abs(label[0].baseline - row[0].baseline) < near for label in labels)


def _heads(head: Row, row: Row) -> bool:
    """Whether a line is the bold head of the text that begins with the row, exactly below it."""
    if len(head) > 1 or len(row) > 1 or row[0].is_number or not head[0].style.bold or row[0].style.bold:
        return False
    return abs(head[0].left - row[0].left) < _SAME_EDGE


def _extend(row: Row, further: Row) -> None:
    """Add pieces on the same line: cells, unless the gap is that between two words.

    pdfium ends a line of its text at a raised mark, so that the words after it come as a line of their own.
    """
    left, right = row[-1], further[0]
    gap = (right.left - left.right) / left.em
    if gap > CELL_GAP or (gap > NUMBER_GAP and left.is_number and right.is_number):
        row.extend(further)
    else:
        row[-1:] = [join(left, right, apart=gap > _GLUED), *further[1:]]


def _reach(row: Row) -> float:
    """Ems that a row may stand below a line and still be on it; figures may be centred on a taller cell."""
    figures = sum(piece.is_number for piece in row)
    return _LESS_THAN_A_LINE if figures >= len(row) / 2 else SAME_LINE


def _starts_stack(row: Row, band: Band) -> bool:
    """Whether the row begins a further stack of a band that has several: beside them, or in a gap between two.

    If so it is added.
    """
    first = row[0]
    slack = 0.3 * first.em
    heights = [stack[0][0].baseline for stack in band]
    if first.baseline < min(heights) - 1.5 * first.em:
        return False
    if first.left < max(piece.right for below in band[-1] for piece in below) - slack:
        lowest = max(stack[-1][0].baseline for stack in band)
        if first.baseline > lowest or any(_overlaps(row, stack, slack) for stack in band):
            return False
    band.append([row])
    return True


def _overlaps(row: Row, stack: Stack, slack: float) -> bool:
    left = min(above[0].left for above in stack)
    right = max(piece.right for above in stack for piece in above)
    return row[0].left < right - slack and row[-1].right > left + slack


def _split(row: Row, band: Band) -> tuple[Band, Band]:
    """What of the band is finished, and the band that goes on with the row.

    Where the page jumps back up, the lines that the row now stands beside are the first stack of the new band.
    """
    first, stack = row[0], band[-1]
    beside = [below for below in stack if below[0].baseline > first.baseline - SAME_LINE * first.em]
    clear = all(piece.right < first.left + 0.3 * first.em for below in beside for piece in below)
    near = bool(beside) and beside[0][0].baseline - first.baseline < _TALLEST * first.em
    if len(band) > 1 or not near or not clear or not first.upright:
        return band, [[row]]
    above = stack[: -len(beside)]
    height = len(beside) + (_lines_above(above, beside, first) or _text_above(above, beside, first))
    head, tail = stack[:-height], stack[-height:]
    return [head] if head else [], [tail, [row]]


def _lines_above(head: Stack, beside: Stack, first: Piece) -> int:
    """How many lines above belong to the same cell as those below, where a value stands halfway its height."""
    lower = beside[0][0]
    halfway = abs(lower.baseline - first.baseline) > SAME_LINE * first.em
    below = len(beside) - (0 if halfway else 1)
    within = _WITHIN_CELL * lower.em
    if len(beside) > 1:
        within = max(within, 1.1 * (beside[1][0].baseline - lower.baseline))
    centred = halfway and _are_around(head[-below:], beside, first)
    if centred:
        within = NEXT_LINE * lower.em
    count = 0
    for above in reversed(head[-below - (not centred) :]):
        piece = above[-1]
        close = lower.baseline - piece.baseline < within
        if len(above) > 1 or not close or piece.right > first.left or piece.style != lower.style:
            break
        count += 1
        lower = piece
    return count if count == below else 0


def _text_above(head: Stack, beside: Stack, first: Piece) -> int:
    """How many lines above are of the same column of text, where another text is centred on its height."""
    lines = [*head, *beside]
    if len(beside) < _TEXT_LINES or first.is_number or any(len(row) > 1 for row in beside):
        return 0
    if sum(len(row[0].text) for row in beside) < _CELL_WIDTH * len(beside):
        return 0
    step = 1.05 * (beside[1][0].baseline - beside[0][0].baseline)
    count = 0
    for upper, lower in pairwise(reversed(lines[: len(head) + 1])):
        above, below = lower[0], upper[0]
        alike = above.style == below.style and abs(above.left - below.left) < _SAME_EDGE
        if len(lower) > 1 or not alike or below.baseline - above.baseline > step or above.right > first.left:
            break
        count += 1
    return count if count <= len(beside) else 0


def _are_around(above: Stack, below: Stack, first: Piece) -> bool:
    """Whether a value stands exactly halfway between the first of the lines above and the last of those below it."""
    middle = above[0][-1].baseline + below[-1][0].baseline if above else 0.0
    return abs(middle - 2 * first.baseline) < _EXACTLY * first.em


def _stands_under(row: Row, stack: Stack) -> bool:
    left = min(above[0].left for above in stack)
    right = max(above[-1].right for above in stack)
    slack = 2 * row[0].em
    if len(row) == 1 and row[0].is_number and abs(row[0].right - right) < slack:
        return True
    return row[0].left >= left - slack and row[0].left <= right and row[-1].right <= right + 10 * slack
