"""Speerpunten that a sentence announces as the headings below it: "Hieronder staan de vier prioriteiten."."""

import re
from collections.abc import Iterator

from ingest.facts.aims.enumerations import Item
from ingest.facts.aims.speerpunt_words import bare, cue
from ingest.model import Block, Document
from ingest.numerals import numbers

_WORDS = re.compile(r"\w+")
_FEWEST = 2
_MOST = 12
"""More headings than any plan seen has priorities: what follows is then the rest of the paper."""
_LONGEST = 80
_MOST_DIGITS = 2


def headings_below(document: Document, block: Block, start: int, end: int) -> list[Item]:
    """The headings that a sentence announces; none where it doesn't close its block, or where too few or too many
    follow to be what it means: at least half of the number that it names, for some headings aren't read as such.
    """
    sentence = document.text[start:end]
    pointer = cue("below").search(sentence)
    if not pointer or document.text[end : block.end].strip() or cue("foreign").fullmatch(bare(sentence).rstrip(".")):
        return []
    following = list(_following(document, block))
    count = count_in(pointer.group())
    if count:
        return following[:count] if len(following) >= max(_FEWEST, count / 2) else []
    return following if _FEWEST <= len(following) <= _MOST else []


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


def count_in(words: str) -> int | None:
    """The number that a sentence gives of them: two or more, for "een overzicht" counts nothing."""
    said = (word.lower() for word in _WORDS.findall(words))
    counts = (int(word) if word.isdigit() and len(word) <= _MOST_DIGITS else numbers().get(word, 0) for word in said)
    return next((count for count in counts if count >= _FEWEST), None)
