"""Paragraphs become one string, with the exact span of every block, cell, line and page."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.composing.hyphens import meet
from ingest.composing.paragraphs import Paragraph
from ingest.layout import Composed, Line, Style
from ingest.model import Block, LineBox, Page

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


def has_text(text: str) -> bool:
    """Whether anything is left of a text when it is folded."""
    return text[:1].isalnum() or bool(folded(text))


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
        printed = [(line, text) for line in paragraph.lines if (text := folded(line.text)) or line.cells]
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

    def _write_lines(self, printed: Sequence[tuple[Line, str]]) -> tuple[()]:
        """Put lines at the end, each with its folded text."""
        for (line, text), (_, after) in pairwise(printed):
            words, between = meet(text, after, broken=line.text[-1] == SOFT_HYPHEN)
            self._write_line(line, words)
            if between:
                self._write(between)
        self._write_line(*printed[-1])
        return ()

    def _write_row(self, line: Line) -> tuple[tuple[int, int], ...]:
        texts = [folded(cell) for cell in line.cells]
        at, spans = self._length, []
        for text in texts:
            spans.append((at, at + len(text)))
            at += len(text) + len(CELL_SEPARATOR)
        self._write_line(line, CELL_SEPARATOR.join(texts))
        return tuple(spans)

    def _write_line(self, line: Line, text: str) -> None:
        """Put a line at the end, and remember where it and its page are."""
        begin = self._length
        self.parts.append(text)
        self._length = end = begin + len(text)
        page, box = line.page, line.box
        if page is None:
            return
        boxes = self._boxes.get(page)
        if boxes is None:
            boxes = self._boxes[page] = []
            self._page_starts[page] = begin
        if box is not None and text:
            boxes.append(LineBox(begin, end, *box))

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
