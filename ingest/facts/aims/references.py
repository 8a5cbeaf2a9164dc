"""Speerpunten that one sentence speaks of and another names: "Er zijn twee prioriteiten. Dat zijn a en b.".

And the other way round: "Jeugd en wonen. Dat zijn de prioriteiten.", which may be one sentence with a colon.
"""

import re

from ingest.facts.aims.enumerations import Item, between_commas, items_after
from ingest.facts.aims.speerpunt_words import cue, on_one_line
from ingest.model import Block, Document

_REFERS = re.compile(
    r"(?:(?:dat|dit|die) (?:zijn|waren)|het (?:zijn|betreft)|het gaat (?:daarbij |hierbij |hier )?om)"
    r"(?P<colon>:)?(?=\s|\Z)\s*(?:de (?:thema.?s|opgave[ns]|punten)\s)?",
    re.IGNORECASE,
)
_REFERS_BACK = re.compile(r"(?:\A|:\s)(?:dat|dit) (?:zijn|waren) (?:de |onze )?", re.IGNORECASE)
_MOST_BETWEEN = 2
"""Words before the noun: "de zes belangrijkste kernpunten"."""


def referred_to(
    document: Document, block: Block, sentence: tuple[int, int], before: tuple[int, int] | None
) -> list[Item]:
    """What a sentence names, where the one before it speaks of priorities of the plan without naming them."""
    text, (start, end) = document.text, sentence
    pointer = _REFERS.match(text, start, end)
    if not pointer or not before:
        return []
    told = " ".join(text[slice(*before)].split())
    if not cue("priorities", "plan_list").search(told) or cue("negated", "elsewhere").search(told):
        return []
    if pointer["colon"]:
        return items_after(document, block, pointer.end("colon"))
    return between_commas(text, pointer.end(), end - (text[end - 1] == "."))


def referred_back(text: str, sentence: tuple[int, int], before: tuple[int, int] | None) -> list[Item]:
    """What the words before name, where a sentence says of them that those are the priorities."""
    quote = on_one_line(text[slice(*sentence)])
    pointer = _REFERS_BACK.search(quote)
    noun = cue("priorities", "points_named").search(quote, pointer.end()) if pointer else None
    if not pointer or not noun or quote[pointer.end() : noun.start()].count(" ") > _MOST_BETWEEN:
        return []
    named = before if pointer.start() == 0 else (sentence[0], sentence[0] + pointer.start())
    if not named:
        return []
    return between_commas(text, named[0], named[1] - (text[named[1] - 1] == "."), last_may_be_clause=True)
