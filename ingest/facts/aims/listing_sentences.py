"""Speerpunten that a sentence lists: behind words that announce them, between commas and verb, or in order."""

import re

from ingest.dutch import sentence_spans
from ingest.facts.aims.appositions import apposed
from ingest.facts.aims.enumerations import Item, between_commas, in_order, items_after
from ingest.facts.aims.headings_below import count_in
from ingest.facts.aims.speerpunt_words import LOOKS_BACK, OF_A_TERM, SET_NO_COURSE, bare, cue, on_one_line
from ingest.model import Block, Document

_LONGEST_TITLE = 80
_LISTS = re.compile(r":|;(?=\s*\S)|,?\s(?:namelijk|te weten|als volgt|waaronder|onder (?:meer|andere))\b:?")
"""What stands between the words that announce a list and its items."""
_OPENING = re.compile(
    r".*\b(?:heeft|hebben|zijn|is|worden|wordt|werden)\s+"
    r"(?:(?:de|het|onze)\s+(?:gemeente)?(?:raad|college|gemeente|driehoek|burgemeester)\s+|wij\s+|we\s+)?",
    re.IGNORECASE,
)
_ADVERB = re.compile(r"(?:dan ook|daarom|ook|vooral|met name|onder (?:meer|andere)|in ieder geval)\s", re.IGNORECASE)
_SAID_WHERE = re.compile(r"(?:prioriteiten|speerpunten) (?:die|welke|zoals)\s[^:.,;]{0,110}\Z", re.IGNORECASE)
"""Where the words that announce a list also tell where it was set: "de prioriteiten die in de startnotitie staan"."""
_VERB_LAST = re.compile(r"\s(?:zijn|is|worden|wordt|werden)\Z")


def listed_in(document: Document, block: Block, start: int, end: int) -> list[Item]:
    """The items after words that announce them, on the same line or as the list that follows, or those it names."""
    text = document.text
    of_a_term = document.identity.doc_type.value in OF_A_TERM
    if (start, end) == (block.start, block.end) and _is_title(text[start:end], of_a_term=of_a_term):
        return items_after(document, block, end)
    kinds = _kinds(document, "list")
    marks = _LISTS.finditer(text, start, end)
    mark = next((found for found in marks if _announces(text[start : found.start()], kinds)), None)
    if mark:
        return items_after(document, block, mark.end())
    lead = text[start:end].rstrip(" .")
    following = _following(document, block, end, lead) if _announces(lead, kinds) else []
    return following or _named(document, start, end)


def _following(document: Document, block: Block, end: int, lead: str) -> list[Item]:
    """What the next sentences count, or where none follows the list below, if the sentence says how many to expect."""
    text = document.text
    noun = cue("priorities", "points_named").search(lead)
    expected = lead[: noun.end()] if noun else ""
    is_counted = bool(count_in(expected) or "volgende" in expected)
    after = sentence_spans(text, end, block.end)
    if after:
        ordered = in_order(text, end, block.end)
        return ordered or (between_commas(text, after[0][0], after[0][1] - 1) if is_counted else [])
    return items_after(document, block, end) if is_counted else []


def _kinds(document: Document, kind: str) -> tuple[str, ...]:
    """The kinds of cues of this sort that count in a paper: a party or a coalition has points, a plan its themes."""
    doc_type = document.identity.doc_type.value
    own = "points" if doc_type in OF_A_TERM else "plan" if doc_type not in SET_NO_COURSE else ""
    told = ("told_naming",) if kind == "naming" and doc_type in LOOKS_BACK else ()
    return (kind, *told, f"{own}_{kind}") if own else (kind,)


def _is_title(line: str, *, of_a_term: bool) -> bool:
    """Whether a line is a heading above a list that wasn't read as one."""
    kinds = ("heading", "points") if of_a_term else ("heading",)
    return len(line) <= _LONGEST_TITLE and line[-1:].isalnum() and bool(cue(*kinds).fullmatch(bare(line)))


def _announces(lead: str, kinds: tuple[str, ...]) -> bool:
    """Whether the words end in what announces speerpunten."""
    lead = on_one_line(lead)
    ends = any(found.end() == len(lead) for kind in kinds for found in cue(kind).finditer(lead))
    is_elsewhere = cue("elsewhere").search(lead) and not _SAID_WHERE.search(lead)
    return ends and not is_elsewhere and not cue("negated").search(lead)


def _named(document: Document, start: int, end: int) -> list[Item]:
    """What a sentence names without a colon: "De prioriteiten zijn a en b", "a en b zijn de prioriteiten", "... a en b
    als prioriteiten ...", "de prioriteiten a en b"."""
    text = document.text
    quote = on_one_line(text[start:end]).rstrip(" .")
    of_a_term = document.identity.doc_type.value in OF_A_TERM
    apart = apposed(text, start, end, ("priorities", "points_apposed") if of_a_term else ("priorities",))
    naming = cue(*_kinds(document, "naming")).match(quote) or cue("amid").search(quote)
    last, settled = cue(*_kinds(document, "last")).search(quote), cue("settled").search(quote)
    if not (apart or naming or last or settled) or cue("negated").search(quote):
        return []
    if apart or cue("elsewhere").search(quote):
        return apart
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
