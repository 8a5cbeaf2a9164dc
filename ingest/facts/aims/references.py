"""Speerpunten that one sentence speaks of and the next one names: "Er zijn twee prioriteiten. Dat zijn a en b."."""

import re

from ingest.facts.aims.enumerations import Item, between_commas, items_after
from ingest.facts.aims.speerpunt_words import cue
from ingest.model import Block, Document

_REFERS = re.compile(
    r"(?:(?:dat|dit) zijn|het (?:zijn|betreft)|het gaat (?:daarbij |hierbij |hier )?om)(?P<colon>:)?(?=\s|\Z)\s*",
    re.IGNORECASE,
)


def referred_to(document: Document, block: Block, sentence: tuple[int, int], before: str) -> list[Item]:
    """What a sentence names, where the one before it speaks of priorities of the plan without naming them."""
    text, (start, end) = document.text, sentence
    pointer = _REFERS.match(text, start, end)
    before = " ".join(before.split())
    if not pointer or not cue("priorities").search(before) or cue("negated").search(before):
        return []
    if pointer["colon"]:
        return items_after(document, block, pointer.end("colon"))
    return between_commas(text, pointer.end(), end - (text[end - 1] == "."))
