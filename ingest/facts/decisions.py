"""What a list of decisions says was decided: the paragraphs after "Besluit:", each an infinitive with "te"."""

import re
from collections.abc import Iterator

from ingest.fact_types import Commitment
from ingest.lexicon import read_words
from ingest.model import Block, Document

_OPENS = re.compile(
    r"(?:het college |b&w |de raad )?(?:besluit(?:en)?|beslispunten?|besloten is)\s*:?\s*", re.IGNORECASE
)
_DECIDES = frozenset({"besluitenlijst", "rib", "raadsvoorstel"})
"""A letter tells what was decided only below "Besluit:"."""
_ACT = re.compile(
    r"\b(?:akkoord(?: te)? gaan|te (?P<verb>\w+en|\w*(?:gaan|doen|zien|staan|slaan))|akkoord|vastgesteld|ingestemd)\b",
    re.IGNORECASE,
)
_NOTES = re.compile(r"\bkennis(?: te)? (?:nemen|genomen)\b|\bneemt kennis\b|\bnemen kennis\b", re.IGNORECASE)
"""To take note of something commits to nothing."""
_ORDER = re.compile(
    r"(?:\A|\bde )(?:lange ?termijn)?agenda\b|\b(?:besluitenlijst|notulen|verslag van de vergadering|opening|sluiting"
    r"|uitnodigingenlijst|uitnodigingen|overzicht (?:van de openstaande [^.]{1,60})?is akkoord|lta\b.{0,40}akkoord)\b",
    re.IGNORECASE,
)
"""What a meeting decides about itself."""
_NUMBER = re.compile(r"(?:\d{1,2}[.)]?|[a-z][.)]|[-–•])\s+(?=\S)")
_SHORTEST, _LONGEST = 20, 600


def decided(document: Document) -> Iterator[Commitment]:
    """The decisions in a list of decisions of college or council, in order."""
    if document.identity.doc_type.value not in _DECIDES:
        return
    is_open = False
    for block in document.blocks:
        text = document.text[block.start : block.end]
        opening = _OPENS.match(text)
        if opening and (document.identity.doc_type.value == "besluitenlijst" or opening.group().rstrip().endswith(":")):
            is_open = True
            rest = Block(block.start + opening.end(), block.end, block.role)
            yield from _decision(document, rest)
        elif block.role == "heading":
            is_open = False
        elif is_open and block.role in ("paragraph", "list_item"):
            yield from _decision(document, block)


def _decision(document: Document, block: Block) -> Iterator[Commitment]:
    number = _NUMBER.match(document.text, block.start, block.end)
    start = number.end() if number else block.start
    quote = document.text[start : block.end]
    act = _ACT.search(quote)
    if (
        quote.endswith(":")
        or act is None
        or _NOTES.search(quote)
        or _ORDER.search(quote)
        or not _SHORTEST <= len(quote) <= _LONGEST
    ):
        return
    yield Commitment(
        start=start,
        end=block.end,
        text=quote,
        confidence=0.7,
        actor=None,
        action=act.group("verb") or act.group(),
        object=None,
        strength="strong",
        status="planned" if act.group("verb") and not _settles(act.group("verb")) else "realised",
        promise_type="besluit",
    )


def _settles(verb: str) -> bool:
    """Whether the decision itself is the act: "vast te stellen"; "te informeren" is still to be done."""
    return verb.lower() in read_words("settling_verbs.txt")
