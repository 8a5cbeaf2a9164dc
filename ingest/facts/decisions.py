"""What a list of decisions says was decided: the paragraphs after "Besluit:", each an infinitive with "te"."""

import re
from collections.abc import Iterator

from ingest.dutch_verbs import forms_of
from ingest.fact_types import Commitment
from ingest.lexicon import read_words
from ingest.model import Block, Document

_OPENS = re.compile(
    r"(?:het college |b&w |de raad )?(?:besluit(?:en)?|beslispunten?|besloten is)\s*:?\s*", re.IGNORECASE
)
_DECIDES = frozenset({"besluitenlijst", "rib", "raadsvoorstel"})
"""A letter tells what was decided only below "Besluit:"."""
_ACT = re.compile(
    r"\b(?:akkoord(?: te)? gaan"
    r"|(?:(?P<particle>[a-z]+) )?te (?P<verb>\w+en|\w*(?:gaan|doen|zien|staan|slaan))"
    r"|akkoord|vastgesteld|ingestemd)\b",
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
_SHORTEST_OBJECT = 3
_HEAD = 500
_WITH = re.compile(r"\A\s*(?:met|voor|om|van)\s+")
_BODIES = (
    ("college", re.compile(r"\b(?:b ?(?:&|en) ?w|college|burgemeester en wethouders)\b", re.IGNORECASE)),
    ("gemeenteraad", re.compile(r"\b(?:gemeente)?raad(?:svergadering)?\b", re.IGNORECASE)),
)


def decided(document: Document) -> Iterator[Commitment]:
    """The decisions in a list of decisions of college or council, in order."""
    if document.identity.doc_type.value not in _DECIDES:
        return
    is_open = False
    body = _body(document)
    for block in document.blocks:
        text = document.text[block.start : block.end]
        opening = _OPENS.match(text)
        if opening and (document.identity.doc_type.value == "besluitenlijst" or opening.group().rstrip().endswith(":")):
            is_open = True
            rest = Block(block.start + opening.end(), block.end, block.role)
            body = _named(opening.group()) or body
            yield from _decision(document, rest, body)
        elif block.role == "heading":
            is_open = False
        elif is_open and block.role in ("paragraph", "list_item"):
            yield from _decision(document, block, body)


def _decision(document: Document, block: Block, body: str | None) -> Iterator[Commitment]:
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
        actor=body,
        action=_action(act),
        object=_object(quote, act),
        strength="strong",
        status="planned" if act.group("verb") and not _settles(act.group("verb")) else "realised",
        promise_type="besluit",
    )


def _named(text: str) -> str | None:
    """The body that decides, by the words of a head; None where both or neither are named."""
    found = {body for body, words in _BODIES if words.search(text)}
    return found.pop() if len(found) == 1 else None


def _body(document: Document) -> str | None:
    title = f"{document.identity.title or ''} {document.source.file.replace('_', ' ')}"
    return _named(title) or _named(document.text[:_HEAD])


def _action(act: re.Match[str]) -> str:
    """The infinitive, with the particle that stands before "te": "vast te stellen" is "vaststellen"."""
    verb = act.group("verb")
    if not verb:
        return act.group()
    return f"{_particle(act)}{verb}".lower()


def _particle(act: re.Match[str]) -> str:
    """The word before "te" that is part of the verb, or ""."""
    particle = (act.group("particle") or "").lower()
    return particle if act.group("verb") and forms_of(f"{particle}{act.group('verb')}".lower()) else ""


def _object(quote: str, act: re.Match[str]) -> str | None:
    """What is decided upon: what stands before the verb, else what follows it ("in te stemmen met het plan")."""
    begin = act.start() if _particle(act) or not act.group("verb") else quote.rfind("te ", 0, act.start("verb"))
    before, after = quote[:begin].strip(" ,;:."), _WITH.sub("", quote[act.end() :]).strip(" ,;:.")
    kept = before if len(before) > _SHORTEST_OBJECT else after
    return " ".join(kept.split()) or None


def _settles(verb: str) -> bool:
    """Whether the decision itself is the act: "vast te stellen"; "te informeren" is still to be done."""
    return verb.lower() in read_words("settling_verbs.txt")
