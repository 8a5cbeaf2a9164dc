"""Which parts of a printed page hold a span of its text: words, not the whole lines that they stand on."""

import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

from ingest.layout import Box
from ingest.model import LineBox, Page

Characters = Sequence[tuple[str, Box]]

_NEAR = 1.0
"""Points that a character may reach out of the line that it stands on."""


def boxes_of(page: Page, start: int, end: int, text: str = "", characters: Characters = ()) -> list[Box]:
    """Where the words of the span stand, a box for each printed line, in points from the top left.

    Args:
        text: of the page.
        characters: those that are printed on it; without them a part of a line is estimated by counting.
    """
    found: list[Box] = []
    for line in page.lines:
        if line.start < end and line.end > start:
            said = text[line.start - page.start : line.end - page.start]
            first, last = max(0, start - line.start), min(line.end, end) - line.start
            found += _printed(line, said, first, last, characters) or [_estimated(line, first, last)]
    return found


def _estimated(line: LineBox, first: int, last: int) -> Box:
    width = (line.right - line.left) / max(1, line.end - line.start)
    return line.left + first * width, line.top, line.left + last * width, line.bottom


def _printed(line: LineBox, text: str, first: int, last: int, characters: Characters) -> list[Box]:
    """Where a stretch of the line's text is printed; nothing where what is printed there is another text."""
    printed = [(character, box) for character, box in characters if _within(box, line)]
    said = [i for i, character in enumerate(text) if not character.isspace()]
    matcher = SequenceMatcher(
        None, [_plain(text[i]) for i in said], [_plain(character) for character, _ in printed], autojunk=False
    )
    wanted = {at for at, i in enumerate(said) if first <= i < last}
    matched = [
        printed[block.b + step][1]
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
        if block.a + step in wanted
    ]
    return _rows(matched) if 2 * len(matched) >= len(wanted) else []


def _rows(boxes: Sequence[Box]) -> list[Box]:
    """One box for each line that these characters make; a cell of a table, or a paragraph, may have more."""
    rows: list[Box] = []
    for box in boxes:
        if rows and rows[-1][1] < (box[1] + box[3]) / 2 < rows[-1][3]:
            row = rows[-1]
            rows[-1] = (min(row[0], box[0]), min(row[1], box[1]), max(row[2], box[2]), max(row[3], box[3]))
        else:
            rows.append(box)
    return rows


def _plain(character: str) -> str:
    return unicodedata.normalize("NFKC", character).casefold()


def _within(box: Box, line: LineBox) -> bool:
    across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return line.left - _NEAR <= across <= line.right + _NEAR and line.top - _NEAR <= down <= line.bottom + _NEAR
