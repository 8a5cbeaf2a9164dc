"""Lines of a page become paragraphs by their place and look: gaps, indents, bullets, and lines that stop short."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median_low
from string import ascii_letters, digits

from ingest.composing.paragraphs import Paragraph, role_of
from ingest.composing.wording import breaks_off, is_abbreviation, is_enumerated, number_of, opens_field
from ingest.layout import Box, Line
from ingest.noise import has_leaders
from ingest.read.glyphs import SOFT_HYPHEN

GAP = 1.35
"""Times the usual distance between lines from which a gap parts paragraphs; tops of lines vary by 0.15."""

SAME_SIZE = 0.6
"""Points that the size of lines in one paragraph may differ."""

INDENT = 4.0
"""Points from which a line is indented; places of letters vary by 1 to 2."""

SAME_COLUMN = 40.0
"""Points that lines of one column may begin apart, lists included."""

WINDOW = 10
"""Lines before and after in which the right margin of a line's column is looked for."""
_BULLET = re.compile(r"[•◦▪■●○▸►➢➤✓✔⁃∙·\uf0b7\uf0a7\uf0d8\uf02d\uf0fc]\s*|(?:[-–—*]|o)\s+(?=\S)")

_OPENS_TEXT = frozenset(ascii_letters + digits) - {"o"}
"""What most lines open with, and no bullet is: looking at that first spares them the pattern."""

_WITHIN = ("(", "€")
"""What opens no sentence behind a line without a stop, however short: a space that may not break set it there."""

_NOTE = "*"
"""What marks a note below a table, once or more."""

_NUMBERED = re.compile(r"\d{1,2}(?:\.(?:\d{1,2}|[a-z]))*\.?(?: t/m \d[\d.]*)? (?=\D*[^\W\d_]{3}).*")


def bullet_of(text: str) -> str:
    """The bullet that a line opens with, the space after it included; empty without one."""
    found = None if text[:1] in _OPENS_TEXT else _BULLET.match(text)
    return found.group() if found and found.end() < len(text) else ""


def heading_of_row(line: Line) -> Line:
    """A bold row of a number and words only, which is a heading with a wide space after its number; else the line."""
    if len(line.cells) != len(("number", "words")) or not line.style.bold:
        return line
    text = " ".join(line.cells)
    return line._replace(text=text, role=None, cells=(), table=None) if _NUMBERED.fullmatch(text) else line


def of_placed_lines(lines: Sequence[Line]) -> list[Paragraph]:
    """Paragraphs of lines in reading order; a paragraph may go on in the next column or on the next page."""
    page = _Layout(lines, _pitches(lines))
    starts = [0] if lines else []
    for i in range(1, len(lines)):
        if not page.goes_on(starts[-1], i):
            starts.append(i)
    ends = [*starts[1:], len(lines)]
    return _with_depths([_paragraph(lines[start:end]) for start, end in zip(starts, ends, strict=True)])


def _paragraph(lines: Sequence[Line]) -> Paragraph:
    role = role_of(lines[0])
    if role == "paragraph" and bullet_of(lines[0].text):
        role = "list_item"
    return Paragraph(tuple(lines), role)


def _with_depths(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The same, with the depth of list items by how far they are indented from the items before them."""
    out: list[Paragraph] = []
    lefts: list[float] = []
    for paragraph in paragraphs:
        first = paragraph.lines[0]
        if paragraph.role != "list_item" or first.box is None or first.level is not None:
            lefts = []
            out.append(paragraph)
            continue
        while lefts and first.box[0] < lefts[-1] - INDENT:
            lefts.pop()
        if not lefts or first.box[0] > lefts[-1] + INDENT:
            lefts.append(first.box[0])
        levelled = first._replace(level=len(lefts))
        out.append(replace(paragraph, lines=(levelled, *paragraph.lines[1:])))
    return out


def _pitches(lines: Sequence[Line]) -> dict[float, float]:
    """The usual distance from line to line, for each size of letter."""
    steps: dict[float, list[float]] = defaultdict(list)
    for before, line in pairwise(lines):
        if before.box and line.box and before.page == line.page and before.style.size == line.style.size:
            size = line.style.size or 10.0
            step = line.box[1] - before.box[1]
            if 0.8 * size < step < 2.5 * size:
                steps[size].append(step)
    return {size: round(median_low(found), 1) for size, found in steps.items()}


def _right_margin(lines: Sequence[Line], i: int, box: Box) -> float:
    """How far the lines around line i, whose box is given, reach to the right in its column."""
    page, left, reach, size = lines[i].page, box[0], box[2], lines[i].style.size or 0
    for other in lines[max(0, i - WINDOW) : i + WINDOW + 1]:
        theirs = other.box
        if theirs is None or theirs[2] <= reach or other.page != page or other.cells:
            continue
        if abs(theirs[0] - left) <= SAME_COLUMN and abs((other.style.size or 0) - size) <= SAME_SIZE:
            reach = theirs[2]
    return reach


@dataclass(frozen=True, slots=True)
class _Layout:
    lines: Sequence[Line]
    pitches: dict[float, float]

    def goes_on(self, start: int, i: int) -> bool:
        """Whether line i belongs to the paragraph that began with line `start` and holds line i - 1."""
        before, line = self.lines[i - 1], self.lines[i]
        if line.starts_block is not None:
            return not line.starts_block
        broken = before.text.endswith(SOFT_HYPHEN)
        abbreviated = before.text[-1:] == "." and is_abbreviation(before.text[:-1].rpartition(" ")[2])
        opens_word = line.text[:1].islower() or (abbreviated and not line.text[:1].isupper())
        unfinished = broken or (opens_word and (abbreviated or before.text[-1:] not in ".!?:;"))
        if not (unfinished or _same_look(before, line)) or not _may_join(before, line):
            return False
        if before.box is None or line.box is None:
            return False
        if before.page != line.page or line.box[1] < before.box[1] - INDENT:
            return unfinished or self._crosses(start, i)
        return self._is_next_line(before.box, line.box, line.style.size) and (unfinished or self._fills(start, i))

    def _is_next_line(self, before: Box, box: Box, size: float | None) -> bool:
        step = min(box[1] - before[1], box[3] - before[3])
        overlap = min(before[2], box[2]) - max(before[0], box[0])
        usual = self.pitches.get(size or 10.0, 1.2 * (size or 10.0))
        return 0.3 * usual < step <= GAP * usual and overlap > 0

    def _crosses(self, start: int, i: int) -> bool:
        """Whether a paragraph whose next line begins with a capital goes on in the next column or page."""
        before = self.lines[i - 1]
        ended = before.text[-1:] in ".!?:;" or before.style.bold
        return not ended and self._was_full(i - 1, self.lines[i]) and not bullet_of(self.lines[start].text)

    def _fills(self, start: int, i: int) -> bool:
        """Whether line i goes on where the line before it was full."""
        first, before, line = self.lines[start], self.lines[i - 1], self.lines[i]
        if first.box is None or before.box is None or line.box is None:
            return False
        in_item = bool(bullet_of(first.text)) or is_enumerated(first.text)
        if in_item and line.box[0] > first.box[0] + INDENT:
            return True
        if in_item and start < i - 1 and line.box[0] < before.box[0] - INDENT:
            return False
        if not in_item and line.box[0] > before.box[0] + INDENT and before.text[-1:] in ".!?":
            return False
        listed = before.text.endswith(",") and not line.text[:1].isupper()
        within = line.text[:1] in _WITHIN and before.text[-1:] not in ".!?:;"
        return listed or within or breaks_off(before.text) or self._was_full(i - 1, line)

    def _was_full(self, i: int, following: Line) -> bool:
        """Whether the next line's first word would have stuck out of line i's column."""
        line = self.lines[i]
        if line.box is None or not line.text:
            return False
        letter = (line.box[2] - line.box[0]) / len(line.text)
        first_word = following.text.split(None, 1)[0]
        return line.box[2] + letter * (1 + len(first_word)) > _right_margin(self.lines, i, line.box) - 0.5 * letter


def _begins_anew(text: str) -> bool:
    return (
        text.startswith(_NOTE)
        or opens_field(text)
        or is_enumerated(text)
        or bool(bullet_of(text))
        or bool(number_of(text))
    )


def _may_join(before: Line, line: Line) -> bool:
    """Whether the two are the same kind of text, and the second doesn't open an item."""
    if before.cells or line.cells or before.role != line.role:
        return False
    if abs((before.style.size or 0.0) - (line.style.size or 0.0)) > SAME_SIZE:
        return False
    return not (_begins_anew(line.text) or has_leaders(before.text))


def _same_look(before: Line, line: Line) -> bool:
    """Whether they look alike; a name in italics may fill a line of its own within a sentence."""
    if before.style.italic != line.style.italic and before.text[-1:] in ".!?:;":
        return False
    return before.style.bold == line.style.bold and before.style.colour == line.style.colour
