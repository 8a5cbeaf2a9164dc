"""Puts the lines of a page in the order that a reader reads them.

pdfium gives text in the order in which it was drawn. That order is right far more often than anything
computed from positions ("sorted" modes interleave columns), so it is kept unless the page clearly jumps.
A *band* is a part of the page drawn from top to bottom, and then beside that again: its *stacks* are the cells
of a row of a table, lines of several rows, or columns of prose.
"""

import re
from collections.abc import Callable, Iterable, Iterator
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

_TALLEST = 45.0
"""Ems that a cell drawn later may begin above the one before it; running headers are drawn last from 60 above."""

_COLUMN_LINES = 6
"""Lines that a stack must have to be a column of a page."""

_CLOSING = re.compile(r"[.,;:!?)](?!\w)")
"""What closes the word or sentence before it, and has no space before it."""

_NUMBERS = re.compile(r"[-+–€(\s]*(?:\d[\d.,\s]*[%)]?|[-–]|n\.?v\.?t\.?|p\.?m\.?)[-–\s]*", re.IGNORECASE)
_OPENS_NIL = "nNpP"
"""Letters that it may start with: most pieces start with another, which spares them the pattern."""

_ENUMERATOR = re.compile(r"\d{1,2}(?:\.(?:\d{1,2}|[a-z]))*[.)]?|[A-Za-z][.)]|[IVX]+\.")
_BULLETS = frozenset("•●▪–·o*-")


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


def bands(lines: Iterable[tuple[Piece, ...]]) -> list[Band]:
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


def is_bullet(text: str) -> bool:
    """Whether a text is nothing but the sign before an item of a list."""
    return text in _BULLETS


def is_prose(stack: Stack) -> bool:
    """Whether a stack reads as a column of text."""
    characters = sum(len(piece.text) for row in stack for piece in row)
    return len(stack) >= _COLUMN_LINES and characters >= PROSE_WIDTH * len(stack)


def _drawn_bands(lines: Iterable[tuple[Piece, ...]]) -> Iterator[Band]:
    band: Band = []
    for pieces in lines:
        row = _with_enumerators(list(pieces))
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
    """Whether the row begins a further stack of a band that has several; if so it is added."""
    first = row[0]
    top = min(stack[0][0].baseline for stack in band)
    right = max(piece.right for below in band[-1] for piece in below)
    if first.left < right - 0.3 * first.em or first.baseline < top - 1.5 * first.em:
        return False
    band.append([row])
    return True


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
    height = len(beside) + _lines_above(stack[: -len(beside)], beside, first)
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


def _with_enumerators(row: Row) -> Row:
    """A bullet, or the number before a heading, is part of the text that it stands before, not a cell."""
    if len(row) == 1:
        return row
    if len(row) == 2 and _ENUMERATOR.fullmatch(row[0].text) and not row[1].is_number:
        return [join(row[0], row[1])._replace(style=row[1].style)]
    if not any(piece.text in _BULLETS for piece in row[:-1]):
        return row
    joined: Row = []
    for piece in row:
        if joined and joined[-1].text in _BULLETS and not piece.is_number:
            joined[-1] = join(joined[-1], piece)._replace(style=piece.style)
        else:
            joined.append(piece)
    return joined
