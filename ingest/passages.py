"""Sections become passages: a few whole sentences under one heading, of a size that search and readers like."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter
from typing import NamedTuple

from ingest.dutch import sentence_spans
from ingest.model import Block, BlockRole, Page, Passage, Section
from ingest.noise import LONGEST_CHROME, is_chrome, lists_pages

LONGEST = 350
"""Characters; a longer paragraph is divided at sentence ends into parts of about equal size.

An answer is mostly one sentence, and what stands around it is read along when passages are ranked
(`index.finding.ranking`). On the 25 answerable queries of evaluation/queries.jsonl nDCG@10 was .82 for 250, .81 for 350
and .78 for 500; on our own over real documents 350 found the answer among five for 58 of 65, 250 for 54.
"""

ENOUGH = 200
"""A passage of so many characters takes no further paragraph in, only more items of its list."""

LONGEST_SENTENCE = 900
"""A "sentence" beyond this is a list or a text without full stops, and is cut at a space."""

MOST_ROWS = 8
"""Rows of a table in one passage."""

FEWEST_WORDS = 3
"""Of a passage worth finding: a lone "Verder" or page number isn't."""

FEWEST_HEADING_WORDS = 5
"""Of a heading with nothing under it, to be worth finding."""


class _Piece(NamedTuple):
    """What is never divided: a short block, or a sentence of a long one."""

    start: int
    end: int
    role: BlockRole
    opens_block: bool


class _Place(NamedTuple):
    """The section that a block stands in (None outside of all), whether it is the page's furniture, and the block."""

    section: int | None
    chrome: bool
    block: Block


def split(
    text: str, blocks: Sequence[Block], sections: Sequence[Section], pages: Sequence[Page]
) -> tuple[Passage, ...]:
    """The passages of a text, in order, each of one section; takes time linear in the length of the text.

    Headings that have no text of their own open the first passage below them. Together the passages hold every word
    of the blocks. Text without blocks is taken as one paragraph.
    """
    blocks = blocks or [Block(0, len(text), "paragraph")]
    passages: list[Passage] = []
    starts = [page.start for page in pages]
    above: list[_Piece] = []
    for (section, chrome), group in groupby(_places(text, blocks, sections), key=itemgetter(0, 1)):
        own = sections[section] if section is not None else None
        pieces = [*above, *chain.from_iterable(_pieces(text, place.block) for place in group)]
        above = pieces if own and _only_heads_others(pieces, own) else []
        if not above:
            for packed in _packed(pieces):
                page = bisect_right(starts, packed[0].start)
                passages.append(_passage(text, packed, own, chrome, pages[page - 1].number if page else None))
    return tuple(passages)


def _only_heads_others(pieces: Sequence[_Piece], section: Section) -> bool:
    """Whether there are headings only, and the section goes on: they then open the first passage below them."""
    return all(piece.role == "heading" for piece in pieces) and section.end > pieces[-1].end


def _places(text: str, blocks: Sequence[Block], sections: Sequence[Section]) -> Iterator[_Place]:
    """Each block with the innermost section around it; sections are nested and in order of their start."""
    order = sorted(range(len(sections)), key=lambda i: (sections[i].start, -sections[i].end))
    upcoming = iter([*order, None])
    following = next(upcoming)
    stack: list[int] = []
    for block in blocks:
        while following is not None and sections[following].start <= block.start:
            stack.append(following)
            following = next(upcoming)
        while stack and sections[stack[-1]].end <= block.start:
            stack.pop()
        chrome = block.end - block.start <= LONGEST_CHROME and is_chrome(text[block.start : block.end])
        yield _Place(stack[-1] if stack else None, chrome, block)


def _pieces(text: str, block: Block) -> Iterable[_Piece]:
    start, end = _trimmed(text, block.start, block.end)
    if start == end:
        return ()
    if end - start <= LONGEST:
        return (_Piece(start, end, block.role, opens_block=True),)
    return _divided(text, start, end, block.role)


def _divided(text: str, start: int, end: int, role: BlockRole) -> Iterator[_Piece]:
    """The sentences of a long block; a heading or row of a table is cut only where it is far too long."""
    if role in {"heading", "table_row"}:
        spans = iter([(start, end)])
    else:
        spans = _gapless(text, sentence_spans(text, start, end), start, end)
    opens = True
    for begin, stop in spans:
        for part in _cut(text, begin, stop):
            yield _Piece(*part, role, opens)
            opens = False


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _gapless(text: str, spans: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences with what stands between them (bullets) put to the sentence after it."""
    begin = start
    for _, stop in spans[:-1]:
        yield _trimmed(text, begin, stop)
        begin = stop
    yield _trimmed(text, begin, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A span in parts of `LONGEST_SENTENCE` characters at most, cut at spaces where there are any."""
    while end - start > LONGEST_SENTENCE:
        space = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        stop = space if space > start else start + LONGEST_SENTENCE
        yield _trimmed(text, start, stop)
        start, _ = _trimmed(text, stop, end)
    if start < end:
        yield start, end


def _packed(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """The pieces of one section in groups that become passages."""
    current: list[_Piece] = []
    for i, piece in enumerate(pieces):
        if current and _is_full(current, piece, pieces, i):
            yield current
            current = []
        current.append(piece)
    if current:
        yield current


def _is_full(current: Sequence[_Piece], piece: _Piece, pieces: Sequence[_Piece], i: int) -> bool:
    """Whether the piece must begin a new passage; a heading never stands alone at the end of one."""
    if current[-1].role == "heading" and all(part.role == "heading" for part in current):
        return False
    size = piece.end - current[0].start
    if piece.role == "table_row":
        rows = sum(part.role == "table_row" for part in current) if len(current) >= MOST_ROWS else 0
        return size > LONGEST or rows >= MOST_ROWS
    if size > LONGEST:
        return True
    if not piece.opens_block:
        return _divides_here(current, piece, pieces, i)
    held = current[-1].end - current[0].start
    return held >= ENOUGH and not (piece.role == "list_item" and size <= LONGEST)


def _divides_here(current: Sequence[_Piece], piece: _Piece, pieces: Sequence[_Piece], i: int) -> bool:
    """Whether a long paragraph is divided before this sentence: the parts are to be about equally long."""
    rest = _end_of_block(pieces, i) - current[0].start
    parts = -(-rest // LONGEST)
    return parts > 1 and piece.start - current[0].start >= rest / parts


def _end_of_block(pieces: Sequence[_Piece], i: int) -> int:
    end = pieces[i].end
    for piece in pieces[i + 1 : i + 1 + 2 * LONGEST // 10]:
        if piece.opens_block or piece.end - pieces[i].start > 4 * LONGEST:
            break
        end = piece.end
    return end


def _passage(text: str, pieces: Sequence[_Piece], section: Section | None, chrome: bool, page: int | None) -> Passage:
    start, end = pieces[0].start, pieces[-1].end
    out_of_the_way = chrome or (section is not None and section.layer in {"contents", "boilerplate"})
    return Passage(
        start,
        end,
        heading_path=section.path if section else (),
        page=page,
        searchable=not (out_of_the_way or _says_nothing(text, pieces)),
    )


def _says_nothing(text: str, pieces: Sequence[_Piece]) -> bool:
    passage = text[pieces[0].start : pieces[-1].end]
    words = len(passage.split(None, FEWEST_HEADING_WORDS))
    if pieces[-1].role == "heading" and all(piece.role == "heading" for piece in pieces):
        return words < FEWEST_HEADING_WORDS
    return words < FEWEST_WORDS or lists_pages(passage)
