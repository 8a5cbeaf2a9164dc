"""A reading becomes one string: paragraphs, with every page, block and line as a span of it."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.composing.agenda import mark_agenda
from ingest.composing.assemble import assemble, folded, has_text
from ingest.composing.bookmarks import Bookmark, mark_bookmarked
from ingest.composing.chapters import mark_chapters
from ingest.composing.cut_words import with_whole_words
from ingest.composing.flow import heading_of_row, of_placed_lines
from ingest.composing.footnotes import with_footnotes
from ingest.composing.furniture import find_furniture, find_repeated_at_breaks
from ingest.composing.headings import mark_plain
from ingest.composing.inline import split_at_inline_headings
from ingest.composing.interrupted import made_whole
from ingest.composing.paragraphs import Paragraph, of_lines, of_wrapped_text
from ingest.composing.styled import demote_title, mark_by_look
from ingest.composing.turns import mark_turns
from ingest.layout import Composed, Line, Reading
from ingest.model import Block

FORMAT_RANK = -500.0
"""Added to the level of a heading that the format marks: such headings rank above those that only look so."""

MOST_WITHOUT = 40
"""Paragraphs to one heading beyond which the look gave too few, and words and place are asked as well."""


def compose(reading: Reading) -> Composed:
    """The text of a reading with its blocks and pages; what repeats on every page is left out as furniture.

    The text of a .txt or .md file is the file's own, unchanged, and the blocks are spans of it. Of every other
    format blocks are separated by a line break, with an empty line before a heading.
    """
    if reading.verbatim is not None:
        return _compose_verbatim(reading, reading.verbatim)
    return _compose_layout(reading)


def _compose_layout(reading: Reading) -> Composed:
    kept_out = find_furniture(reading.lines, reading.page_sizes)
    text_lines = [line for i, line in enumerate(reading.lines) if i not in kept_out and has_text(line.text)]
    lines = with_footnotes([heading_of_row(line) for line in with_whole_words(text_lines)])
    furniture = [folded(reading.lines[i].text) for i in sorted(kept_out)]
    body = made_whole(_paragraphs([line for line in lines if line.role != "footnote"]))
    notes = _paragraphs([line for line in lines if line.role == "footnote"])
    paragraphs = _marked(_with_notes(body, notes), reading.bookmarks)
    if reading.format != "html":
        paragraphs = demote_title(paragraphs)
    return assemble(paragraphs, levels_of(paragraphs), reading.page_sizes, furniture)


def _with_notes(body: Sequence[Paragraph], notes: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs with each page's footnotes after the rest of the page, before one that goes on on the next."""
    left = list(notes)
    placed: list[Paragraph] = []
    for paragraph in body:
        reach = paragraph.lines[-1].page or 0
        while left and (left[0].page or 0) < reach:
            placed.append(left.pop(0))
        placed.append(paragraph)
    return [*placed, *left]


def _paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    if any(line.box for line in lines):
        return of_placed_lines(lines)
    if any(line.page for line in lines):
        return of_wrapped_text(lines)
    return of_lines(lines, [i for i, line in enumerate(lines) if i == 0 or line.starts_block is not False])


def _marked(paragraphs: Sequence[Paragraph], bookmarks: Sequence[Bookmark]) -> list[Paragraph]:
    """Headings as the format and its bookmarks give them, then those by look, then by words and place alone."""
    known = [replace(p, rank=FORMAT_RANK + (p.lines[0].level or 1)) if p.role == "heading" else p for p in paragraphs]
    marked = mark_by_look(mark_bookmarked(known, bookmarks))
    headings = sum(paragraph.role == "heading" for paragraph in marked)
    if headings * MOST_WITHOUT < len(marked):
        return _plainly_marked(marked)
    return marked


def _compose_verbatim(reading: Reading, text: str) -> Composed:
    kept_out = find_repeated_at_breaks(reading.lines, text)
    lines = mark_turns(mark_chapters(_without(reading.lines, kept_out)))
    paragraphs = _plainly_marked(of_wrapped_text([part for line in lines for part in split_at_inline_headings(line)]))
    levels = levels_of(paragraphs)
    return Composed(
        text=text,
        blocks=tuple(_verbatim_block(text, p, level) for p, level in zip(paragraphs, levels, strict=True)),
        styles=tuple(p.style for p in paragraphs),
        furniture=tuple(reading.lines[i].text for i in sorted(kept_out)),
    )


def _without(lines: Sequence[Line], kept_out: frozenset[int]) -> list[Line]:
    """The other lines, a new paragraph begun where one was taken out: no block may reach over it."""
    return [
        line._replace(starts_block=True) if i - 1 in kept_out else line
        for i, line in enumerate(lines)
        if i not in kept_out
    ]


def _plainly_marked(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Headings by words and place; those of an agenda where the text has no others to speak of."""
    marked = mark_plain(paragraphs)
    if sum(paragraph.role == "heading" for paragraph in marked) * MOST_WITHOUT < len(marked):
        return mark_plain(mark_agenda(paragraphs))
    return marked


def levels_of(paragraphs: Sequence[Paragraph]) -> list[int | None]:
    """The level of each heading and list item; the ranks that occur become 1, 2, 3 without gaps."""
    ranks = sorted({p.rank for p in paragraphs if p.rank is not None})
    level = {rank: place for place, rank in enumerate(ranks, 1)}
    return [level[p.rank] if p.rank is not None else p.lines[0].level for p in paragraphs]


def _verbatim_block(text: str, paragraph: Paragraph, level: int | None) -> Block:
    first, last = paragraph.lines[0], paragraph.lines[-1]
    start, end = _offset(first), _offset(last) + len(last.text)
    cells = _cell_spans(text, first, start) if paragraph.role == "table_row" else ()
    return Block(start, end, paragraph.role, first.page, level, cells, first.table)


def _offset(line: Line) -> int:
    if line.offset is None:
        raise ValueError(f"a line of a verbatim text has no offset: {line.text[:40]!r}")
    return line.offset


def _cell_spans(text: str, line: Line, start: int) -> tuple[tuple[int, int], ...]:
    """The span of each cell, found in order; an empty cell lies where the one before it ends."""
    spans, place = [], start
    for cell in line.cells:
        begin = text.index(cell, place) if cell else place
        place = begin + len(cell)
        spans.append((begin, place))
    return tuple(spans)
