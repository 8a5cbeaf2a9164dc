"""A reading becomes one string: paragraphs, with every page, block and line as a span of it."""

from collections.abc import Sequence

from ingest.assemble import assemble, folded
from ingest.headings import mark_plain
from ingest.layout import Composed, Line, Reading
from ingest.model import Block
from ingest.paragraphs import Paragraph, of_lines, of_wrapped_text


def compose(reading: Reading) -> Composed:
    """The text of a reading with its blocks and pages; what repeats on every page is left out as furniture.

    The text of a .txt or .md file is the file's own, unchanged, and the blocks are spans of it. Of every other
    format blocks are separated by a line break, with an empty line before a heading.
    """
    if reading.verbatim is not None:
        return _compose_verbatim(reading, reading.verbatim)
    return _compose_layout(reading)


def _compose_layout(reading: Reading) -> Composed:
    lines = [line for line in reading.lines if line.role != "furniture"]
    furniture = [folded(line.text) for line in reading.lines if line.role == "furniture"]
    paragraphs = mark_plain(of_lines(lines, range(len(lines))))
    return assemble(paragraphs, levels_of(paragraphs), reading.page_sizes, furniture)


def _compose_verbatim(reading: Reading, text: str) -> Composed:
    paragraphs = mark_plain(of_wrapped_text(reading.lines))
    levels = levels_of(paragraphs)
    blocks = tuple(_verbatim_block(text, p, level) for p, level in zip(paragraphs, levels, strict=True))
    return Composed(text=text, blocks=blocks, styles=tuple(p.style for p in paragraphs))


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
