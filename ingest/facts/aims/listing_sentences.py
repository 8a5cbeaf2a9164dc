"""Speerpunten that a sentence lists: behind words that announce them, between commas and verb, or in order."""

import re

from ingest.facts.aims.appositions import apposed
from ingest.facts.aims.enumerations import Item, between_commas, in_order, items_after
from ingest.facts.aims.speerpunt_words import OF_A_TERM, bare, cue, on_one_line
from ingest.model import Block, Document

_LONGEST_TITLE = 80
_LISTS = re.compile(
    r":|;(?=\s*\S)|,?\s(?:namelijk|te weten|als volgt|waaronder|onder (?:meer|andere)|zoals(?! (?:die|we|wij)\b))\b:?"
)
"""What stands between the words that announce a list and its items."""
_OPENING = re.compile(
    r".*\b(?:heeft|hebben|zijn|is|worden|wordt|werden)\s+"
    r"(?:(?:de|het|onze)\s+(?:gemeente)?(?:raad|college|gemeente|driehoek|burgemeester)\s+|wij\s+|we\s+)?",
    re.IGNORECASE,
)
_ADVERB = re.compile(r"(?:dan ook|daarom|ook|vooral|met name|onder (?:meer|andere)|in ieder geval)\s", re.IGNORECASE)
_VERB_LAST = re.compile(r"\s(?:zijn|is|worden|wordt|werden)\Z")


def listed_in(document: Document, block: Block, start: int, end: int) -> list[Item]:
    """The items after words that announce them, on the same line or as the list that follows, or those it names."""
    text = document.text
    of_a_term = document.identity.doc_type.value in OF_A_TERM
    if (start, end) == (block.start, block.end) and _is_title(text[start:end], of_a_term=of_a_term):
        return items_after(document, block, end)
    kinds = ("list", "points_list") if of_a_term else ("list",)
    marks = _LISTS.finditer(text, start, end)
    mark = next((found for found in marks if _announces(text[start : found.start()], kinds)), None)
    if mark:
        return items_after(document, block, mark.end())
    ordered = in_order(text, end, block.end) if _announces(text[start:end].rstrip(" ."), kinds) else []
    return ordered or _named(text, start, end, ("last", "points_last") if of_a_term else ("last",))


def _is_title(line: str, *, of_a_term: bool) -> bool:
    """Whether a line is a heading above a list that wasn't read as one."""
    kinds = ("heading", "points") if of_a_term else ("heading",)
    return len(line) <= _LONGEST_TITLE and line[-1:].isalnum() and bool(cue(*kinds).fullmatch(bare(line)))


def _announces(lead: str, kinds: tuple[str, ...]) -> bool:
    """Whether the words end in what announces speerpunten."""
    lead = on_one_line(lead)
    found = list(cue(*kinds).finditer(lead))
    return bool(found) and found[-1].end() == len(lead) and not cue("negated", "elsewhere").search(lead)


def _named(text: str, start: int, end: int, last_kinds: tuple[str, ...]) -> list[Item]:
    """What a sentence names without a colon: "De prioriteiten zijn a en b", "a en b zijn de prioriteiten", "... a en b
    als prioriteiten ...", "de prioriteiten a en b"."""
    quote = on_one_line(text[start:end]).rstrip(" .")
    if cue("negated").search(quote):
        return []
    apart = apposed(text, start, end)
    if apart or cue("elsewhere").search(quote):
        return apart
    naming, settled = cue("naming").match(quote) or cue("amid").search(quote), cue("settled").search(quote)
    last = cue(*last_kinds).search(quote)
    if naming:
        adverb = _ADVERB.match(quote, naming.end())
        return between_commas(text, start + (adverb or naming).end(), start + len(quote))
    if last:
        return between_commas(text, start, start + last.start())
    return _settled(text, start, quote[: settled.start()]) if settled else []


def _settled(text: str, start: int, before: str) -> list[Item]:
    verb_last = _VERB_LAST.search(before)
    if verb_last:
        return between_commas(text, start, start + verb_last.start())
    opening = _OPENING.match(before)
    return between_commas(text, start + opening.end(), start + len(before)) if opening else []
