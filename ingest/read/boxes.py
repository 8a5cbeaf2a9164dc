"""Boxes of text side by side on a page, each with a heading of its own, that a reader might take for a table."""

from itertools import pairwise

from ingest.read.bands import Band, Row, Stack, is_prose

_SAME_EDGE = 3.0
"""Points that a heading and the text under it begin apart at most."""

_FEWEST_BOXED = 2
"""Lines of the longest box, its heading apart: the cells of a table under two heads have one each, or rows follow."""

_FEWEST_LINES = 3
"""Lines of a stack from which it may hold more than one paragraph."""

_SHORTEST_LINE = 15
"""Characters to a line in each box, on average, from which it is text."""

_HALF = 0.5
"""Of the distance between the left edges of two boxes: what is narrower than this is no half of the page."""

_PARAGRAPH = 1.35
"""Times the distance between the lines of a stack from which a gap parts two paragraphs."""


def with_column_heads(found: list[Band]) -> list[Band]:
    """The bands of a page, a bold row of two headings over two boxes of text parted: each over its own box.

    The boxes must be equally wide, their lines not bold, and no further row of two such cells may follow.
    """
    mended = list(found)
    for place in range(len(mended) - 1):
        heads, boxes = mended[place][-1][-1], mended[place + 1]
        if _head(heads, boxes) and not _goes_on(boxes, mended[place + 2 : place + 3]):
            mended[place] = _without_last(mended[place])
            mended[place + 1] = [[[head], *stack] for head, stack in zip(heads, boxes, strict=True)]
    return [band for band in mended if band]


def are_headed(band: Band) -> bool:
    """Whether each stack is text under a bold heading of its own."""
    return all(len(stack) > 1 and _is_bold(stack[0]) and _is_text(stack[1:]) for stack in band)


def hold_paragraphs(band: Band) -> bool:
    """Whether the stacks are parts of the page, each with text of its own: a side bar, margin notes, cards.

    One of them holds more than the one paragraph that a cell does: a heading over text, or lines further apart.
    """
    if any(len(row) > 1 or row[0].is_number for stack in band for row in stack):
        return False
    return max(map(len, band)) >= _FEWEST_LINES and any(map(_has_parts, band))


def flows_on(band: Band) -> bool:
    """Whether a sentence that a stack breaks off, in a full line, goes on at the top of the next: columns of a page."""
    return all(map(is_prose, band)) and any(
        _breaks_off(stack) and other[0][0].text[:1].islower() for stack, other in pairwise(band)
    )


def _breaks_off(stack: Stack) -> bool:
    last = stack[-1][0]
    return last.text[-1:] not in ".!?:;" and last.right > max(row[0].right for row in stack) - 2 * last.em


def _has_parts(stack: Stack) -> bool:
    if len(stack) < _FEWEST_LINES:
        return False
    first, second = stack[0][0], stack[1][0]
    if first.style.bold != second.style.bold or first.style.size != second.style.size:
        return True
    steps = [lower[0].baseline - upper[0].baseline for upper, lower in pairwise(stack)]
    return max(steps) > _PARAGRAPH * min(steps)


def _head(heads: Row, boxes: Band) -> bool:
    if not len(heads) == len(boxes) == 2 or not all(piece.style.bold and not piece.is_number for piece in heads):
        return False
    under = all(abs(head.left - stack[0][0].left) < _SAME_EDGE for head, stack in zip(heads, boxes, strict=True))
    return under and _are_boxes(boxes)


def _are_boxes(boxes: Band) -> bool:
    """Whether both hold text, one of them several lines, and each is about as wide as half of the page."""
    if max(len(stack) for stack in boxes) < _FEWEST_BOXED or not all(map(_is_text, boxes)):
        return False
    step = boxes[1][0][0].left - boxes[0][0][0].left
    widths = [max(row[-1].right for row in stack) - stack[0][0].left for stack in boxes]
    return _HALF * step <= min(widths) and max(widths) <= step


def _is_text(stack: Stack) -> bool:
    characters = sum(len(row[0].text) for row in stack)
    return all(len(row) == 1 for row in stack) and characters >= _SHORTEST_LINE * len(stack) and not _is_bold(stack[0])


def _is_bold(row: Row) -> bool:
    return all(piece.style.bold for piece in row)


def _goes_on(boxes: Band, following: list[Band]) -> bool:
    """Whether the next band has cells at the same places: the rows of a table."""
    lefts = [stack[0][0].left for stack in boxes]
    return any(
        len(band) == 2
        and all(abs(stack[0][0].left - left) < _SAME_EDGE for stack, left in zip(band, lefts, strict=True))
        for band in following
    )


def _without_last(band: Band) -> Band:
    *stacks, last = band
    return [*stacks, last[:-1]] if len(last) > 1 else stacks
