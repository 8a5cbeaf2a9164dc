"""Paragraphs become one string, with the exact span of every block, cell, line and page."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.hyphens import meet
from ingest.layout import Composed, Line, Style
from ingest.model import Block, LineBox, Page
from ingest.paragraphs import Paragraph

SOFT_HYPHEN = "\u00ad"
CELL_SEPARATOR = " | "

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad\u0000]+")


def assemble(
    paragraphs: Sequence[Paragraph],
    levels: Sequence[int | None],
    page_sizes: Sequence[tuple[float, float]] = (),
    furniture: Sequence[str] = (),
) -> Composed:
    """The document's text: a line break between blocks, and an empty line before a heading.

    Pages lie end to end in the text; a page without text is empty. `levels` has one for each paragraph.
    """
    builder = _Builder()
    for paragraph, level in zip(paragraphs, levels, strict=True):
        builder.add(paragraph, level)
    return Composed(
        text="".join(builder.parts),
        blocks=tuple(builder.blocks),
        styles=tuple(builder.styles),
        pages=builder.pages(page_sizes),
        furniture=tuple(furniture),
    )


def folded(text: str) -> str:
    """The text with white space folded into single spaces and invisible characters dropped."""
    if text.isprintable():  # of all white space that leaves the space alone, and nothing invisible
        return " ".join(text.split()) if "  " in text else text.strip(" ")
    if _INVISIBLE.search(text):
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split())


def joined(before: str, after: str) -> tuple[str, str]:
    """How two lines of a paragraph meet: the first as it stays, and what comes between ("" or a space)."""
    return meet(folded(before), after, broken=before.endswith(SOFT_HYPHEN))


class _Builder:
    """Keeps count of the length while the parts of the text come in."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.blocks: list[Block] = []
        self.styles: list[Style] = []
        self._length = 0
        self._boxes: dict[int, list[LineBox]] = {}
        self._page_starts: dict[int, int] = {}

    def add(self, paragraph: Paragraph, level: int | None) -> None:
        """Put a paragraph at the end; one without any text is left out."""
        first = paragraph.lines[0]
        printed: list[tuple[Line, str]] = []
        if not first.cells:
            printed = [(line, text) for line in paragraph.lines if (text := folded(line.text))]
            if not printed:
                return
            first = printed[0][0]
        if self.parts:
            self._write("\n\n" if paragraph.role == "heading" else "\n")
        start = self._length
        cells = self._write_row(first) if first.cells else self._write_lines(printed)
        self.blocks.append(Block(start, self._length, paragraph.role, first.page, level, cells, first.table))
        self.styles.append(paragraph.style)

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)

    def _write_lines(self, printed: Sequence[tuple[Line, str]]) -> tuple[tuple[int, int], ...]:
        """Put lines at the end, each with its folded text."""
        for (line, text), (_, after) in pairwise(printed):
            broken = line.text.endswith(SOFT_HYPHEN)
            words, between = meet(text, after, broken=broken)
            self._write_line(line, words)
            self._write(between)
        self._write_line(*printed[-1])
        return ()

    def _write_line(self, line: Line, text: str) -> None:
        begin = self._length
        self._write(text)
        self._note(line, begin)

    def _write_row(self, line: Line) -> tuple[tuple[int, int], ...]:
        begin, spans = self._length, []
        for place, cell in enumerate(line.cells):
            if place:
                self._write(CELL_SEPARATOR)
            at = self._length
            self._write(folded(cell))
            spans.append((at, self._length))
        self._note(line, begin)
        return tuple(spans)

    def _note(self, line: Line, begin: int) -> None:
        """Remember where a line and its page are."""
        if line.page is None:
            return
        self._page_starts.setdefault(line.page, begin)
        if line.box is not None and begin < self._length:
            self._boxes.setdefault(line.page, []).append(LineBox(begin, self._length, *line.box))

    def pages(self, sizes: Sequence[tuple[float, float]]) -> tuple[Page, ...]:
        """A page for every size; each reaches to the beginning of the next."""
        pages: list[Page] = []
        end = self._length
        for number in range(len(sizes), 0, -1):
            start = 0 if number == 1 else min(end, self._page_starts.get(number, end))
            width, height = sizes[number - 1]
            pages.append(Page(number, start, end, width, height, tuple(self._boxes.get(number, ()))))
            end = start
        return tuple(reversed(pages))
