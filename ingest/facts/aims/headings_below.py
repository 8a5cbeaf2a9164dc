"""Speerpunten that a sentence announces as the headings below it: "Hieronder staan de vier prioriteiten."."""

import re
from collections.abc import Iterator

from ingest.facts.aims.enumerations import Item
from ingest.facts.aims.heads import FEWEST, Head
from ingest.facts.aims.speerpunt_words import bare, cue
from ingest.model import Block, Document

_MOST = 12
"""More headings than any plan seen has priorities: what follows is then the rest of the paper."""
_LONGEST = 80
_TITLE_LINE = re.compile(r"(?P<title>[A-ZÀ-Ý][^\n.:;?!]{2,60}\w)[ \t]*\n(?=[A-ZÀ-Ý])")


def headings_below(document: Document, block: Block, start: int, end: int, head: Head | None) -> list[Item]:
    """The headings that a sentence announces; none where too few or too many follow.

    Where the last sentence of a block says that they follow, half of the number that it names will do, for some
    headings aren't read as such. Where a sentence only counts them, as many must follow, or in an extract the first
    of them, numbered from 1.
    """
    sentence = document.text[start:end]
    if not head or cue("foreign").fullmatch(bare(sentence).rstrip(".")):
        return []
    is_last = not document.text[end : block.end].strip()
    following = list(_following(document, block)) if is_last or head.count else []
    if not (is_last and cue("below").search(sentence)):
        is_all = len(following) == head.count and (is_last or len(following) > FEWEST)
        if is_all or _are_first(document.text, following, head.count):
            return following
        opened = list(_first_lines(document, block))
        return opened if len(opened) == head.count else []
    if head.count:
        return following[: head.count] if len(following) >= max(FEWEST, head.count / 2) else []
    return following if FEWEST <= len(following) <= _MOST else []


def _are_first(text: str, headings: list[Item], count: int | None) -> bool:
    """Whether headings are numbered "1. ...", "2. ...", no more than are counted."""
    numbers = [re.match(r"\d+", text[heading.start : heading.end]) for heading in headings]
    in_order = all(number and int(number.group()) == i for i, number in enumerate(numbers, 1))
    return in_order and FEWEST <= len(headings) <= (count or 0)


def _first_lines(document: Document, block: Block) -> Iterator[Item]:
    """The titles that open the paragraphs below, on a line of their own, until a heading."""
    for other in document.blocks:
        if other.start > block.start and other.role == "heading":
            return
        title = _TITLE_LINE.match(document.text, other.start, other.end) if other.start > block.start else None
        if title:
            yield Item(*title.span("title"))


def _following(document: Document, block: Block) -> Iterator[Item]:
    """The headings of the depth of the first one below, until one that stands higher."""
    depth: int | None = None
    for other in document.blocks:
        if other.start <= block.start or other.role != "heading" or other.level is None:
            continue
        depth = depth or other.level
        if other.level < depth or other.end - other.start > _LONGEST:
            return
        if other.level == depth and not cue("aspect").fullmatch(bare(document.text[other.start : other.end])):
            yield Item(other.start, other.end)
