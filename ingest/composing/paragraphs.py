"""Lines become paragraphs: where a plain text file was broken to fit a page, and where it begins anew."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ingest.composing.wording import breaks_off, could_be_heading, is_enumerated, number_of, opens_field
from ingest.layout import Line, Style
from ingest.model import BlockRole

LONGEST_WRAPPED_LINE = 160
"""Longer lines are paragraphs that stand on one line; the widest pages in small print hold some 150 characters."""

SHORTEST_WRAPPED_LINE = 40
LINES_AROUND = 4
SHORT = 0.6
"""Of the width: a line shorter than this after a full stop, and without one itself, is taken for a heading."""

FULL_LINES_AROUND = 3
"""So many lines near by must be nearly as wide as the widest before "the next word wouldn't fit" says anything."""


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together; `rank` orders headings, a lower one stands higher."""

    lines: tuple[Line, ...]
    role: BlockRole = "paragraph"
    rank: float | None = None

    @cached_property
    def text(self) -> str:
        """The words, white space folded, for looking at only; asked for nine times on the way to a heading."""
        text = " ".join([line.text for line in self.lines])
        return text.strip(" ") if text.isprintable() and "  " not in text else " ".join(text.split())

    @property
    def style(self) -> Style:
        """The look of its first line."""
        return self.lines[0].style

    @property
    def page(self) -> int | None:
        """Where it begins."""
        return self.lines[0].page


def of_lines(lines: Sequence[Line], groups: Iterable[int]) -> list[Paragraph]:
    """Paragraphs of the lines, each beginning at an index of `groups` (which has 0 and rises)."""
    starts = [*groups, len(lines)]
    return [
        Paragraph(tuple(lines[begin:end]), role=role_of(lines[begin])) for begin, end in pairwise(starts) if begin < end
    ]


def role_of(line: Line) -> BlockRole:
    """What the format says the line is; a paragraph where it says nothing."""
    return "paragraph" if line.role is None or line.role == "furniture" else line.role


def of_wrapped_text(lines: Sequence[Line]) -> list[Paragraph]:
    """Paragraphs of a plain text file, which may have a line each or be broken to the width of a page."""
    starts = [i for i in range(len(lines)) if i == 0 or not _goes_on(lines, i)]
    return of_lines(lines, starts)


def _goes_on(lines: Sequence[Line], i: int) -> bool:
    """Whether line i belongs to the paragraph of the line before it."""
    before, line = lines[i - 1], lines[i]
    if line.starts_block is not None or line.role is not None:
        return line.starts_block is False
    if before.role in {"heading", "table_row"} or _begins_anew(line.text):
        return False
    if len(before.text) > LONGEST_WRAPPED_LINE or before.text[-1:] == ":":
        return False
    if line.text[:1].islower():
        return len(before.text) >= SHORTEST_WRAPPED_LINE or before.text[-1:] in ",-"
    return breaks_off(before.text) or _was_full(lines, i - 1)


def _begins_anew(text: str) -> bool:
    return is_enumerated(text) or bool(number_of(text)) or opens_field(text)


def _was_full(lines: Sequence[Line], i: int) -> bool:
    """Whether the first word of the next line would have stuck out, as the lines around show the width."""
    around = [len(line.text) for line in lines[max(0, i - LINES_AROUND) : i + LINES_AROUND + 1]]
    width, length = max(around), len(lines[i].text)
    if width > LONGEST_WRAPPED_LINE or length < SHORTEST_WRAPPED_LINE:
        return False
    if sum(other > 0.8 * width for other in around) < FULL_LINES_AROUND:
        return False
    following = lines[i + 1].text
    if lines[i].text[-1] in ".!?" and len(following) < SHORT * width and could_be_heading(following):
        return False
    return length + 1 + len(following.split(None, 1)[0]) > width
