"""Joins the label of a row of figures that runs over two lines, of which only one stands beside the figures."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ingest.read.bands import NEXT_LINE, Row, join
from ingest.read.glyphs import SOFT_HYPHEN

_FEWEST_STEPS = 3
_CLOSER = 0.9
"""From so many pairs of rows below each other it shows how far they are apart; two lines of a label are closer."""

_BEGINS = re.compile(r"waarvan\b|(?:x|in) (?:€|1\.?000|1 m|euro|duizend|miljoen)")
"""What no label goes on with: a part of the sum above it, or the unit of the next table."""


def wrapped_labels_joined(rows: Iterable[Row]) -> Iterator[Row]:
    """Join the label of a row of figures that runs over two lines, close below each other.

    The second starts in lower case, or stands closer to the first than any two rows of figures to each other.
    """
    found = list(rows)
    closest = _closest_rows(found)
    held: Row = []
    for row in found:
        if held and (_label_continues(held, row) or _label_is_cut(held, row, closest)):
            held = [join(held[0], row[0]), *held[1:], *row[1:]]
            continue
        if held:
            yield held
        held = row
    if held:
        yield held


def _closest_rows(rows: Sequence[Row]) -> float:
    """Points between the baselines of the two rows that stand closest; 0 if there are too few to tell."""
    steps = [lower[0].baseline - upper[0].baseline for upper, lower in pairwise(rows) if len(upper) > 1 < len(lower)]
    return min(steps) if len(steps) >= _FEWEST_STEPS else 0.0


def _label_is_cut(upper: Row, lower: Row, closest: float) -> bool:
    """Whether a line is the first half of the label of the row of figures below it."""
    if len(upper) > 1 or len(lower) < 2 or lower[0].baseline - upper[0].baseline > _CLOSER * closest:
        return False
    alike = upper[0].style == lower[0].style and abs(upper[0].left - lower[0].left) < upper[0].em
    values = lower[1:]
    narrow = max(upper[0].right, lower[0].right) < values[0].left
    return alike and narrow and len(figures(values)) == len(values) and not upper[0].text.endswith(":")


def _label_continues(upper: Row, lower: Row) -> bool:
    if (len(upper) == 1) == (len(lower) == 1) or upper[0].style.bold != lower[0].style.bold:
        return False
    values = upper[1:] or lower[1:]
    if len(figures(values)) < len(values) / 2:
        return False
    broken = upper[0].text.endswith(SOFT_HYPHEN)
    begins_part = lower[0].text.endswith(":") or _BEGINS.match(lower[0].text)
    if begins_part or not (lower[0].text[:1].islower() or broken):
        return False
    step = lower[0].baseline - upper[0].baseline
    narrow = max(upper[0].right, lower[0].right) < min(piece.left for piece in values)
    return narrow and step < NEXT_LINE * upper[0].em and abs(upper[0].left - lower[0].left) < upper[0].em


def figures(row: Row) -> Row:
    """The pieces of a row that are figures."""
    return [piece for piece in row if piece.is_number]
