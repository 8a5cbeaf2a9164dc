"""What a list of decisions says was decided: the paragraphs after "Besluit:", each an infinitive with "te"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.fact_types import Commitment, Deadline
from ingest.facts.periods import OPEN, Anchor, time_expressions
from ingest.grammar.tokens import tokenise
from ingest.grammar.verbs import forms_of
from ingest.lexicon import read_words
from ingest.model import Block, Document

_OPENS = re.compile(
    r"(?:het college |b&w |de raad )?(?:besluit(?:en)?|beslispunten?|besloten is)\b\s*:?\s*", re.IGNORECASE
)
_DECIDES = frozenset({"besluitenlijst", "rib", "raadsvoorstel"})
"""A letter tells what was decided only below "Besluit:"."""
_ACT = re.compile(
    r"\b(?:akkoord(?: te)? gaan"
    r"|(?:(?P<particle>[a-z]+) )?te (?P<verb>\w+en|\w*(?:gaan|doen|zien|staan|slaan))"
    r"|akkoord|vastgesteld|ingestemd)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(?:(?:de|het) (?:gemeente)?(?:raad|college)[^.:\n]{0,80}\s)?besluit(?:en)?\s*:", re.IGNORECASE)
"""What opens the decisions of a paper of any type: a line for itself, with its colon."""
_PROPOSES = re.compile(
    r"\b(?:stel(?:t|len)\b[^.:\n]{0,60}\bvoor|voorgesteld(?: wordt)?(?: om)?)\s*:\s*\Z", re.IGNORECASE
)
"""What opens what is proposed to the council, which it has yet to decide."""
_ADVISES = re.compile(r"(?:advies|voorstel)(?: aan [\w &]{3,40})?\s*:?\s*", re.IGNORECASE)
_FOLLOWED = re.compile(
    r"(?:akkoord|(?:conform|overeenkomstig)(?: (?:het )?(?:advies|voorstel))?(?: besloten| akkoord)?)[. ]*",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"\bneem kennis\b|\bkennis(?: te)? (?:nemen|genomen)\b|\bneemt kennis\b|\bnemen kennis\b", re.IGNORECASE
)
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
_FEWEST_WORDS_ABOVE_A_LIST = 8
_HEAD = 500
_WITH = re.compile(r"\A\s*(?:met|voor|om|van)\s+")
_BODIES = (
    ("college", re.compile(r"\b(?:b ?(?:&|en) ?w|college|burgemeester en wethouders)\b", re.IGNORECASE)),
    ("gemeenteraad", re.compile(r"\b(?:gemeente)?raad(?:svergadering)?\b", re.IGNORECASE)),
)


def decided(document: Document) -> Iterator[Commitment]:
    """The decisions in a list of decisions of college or council, in order; advice counts where it was followed."""
    body = _body(document)
    waiting: list[Block] = []
    state = ""
    for whole in document.blocks:
        text = document.text[whole.start : whole.end]
        opening = _opening(document, text)
        block = replace(whole, start=whole.start + opening.end()) if opening else whole
        if opening:
            state = "decides"
            body = _named(opening.group()) or body
        elif _PROPOSES.search(text):
            state = "proposes"
            continue
        elif _ADVISES.fullmatch(text):
            state, waiting = "advises", []
            continue
        elif block.role == "heading":
            state, waiting = "", []
            continue
        if state == "advises":
            waiting.append(block)
        elif state == "decides" and _FOLLOWED.fullmatch(document.text, block.start, block.end):
            yield from _followed(document, waiting, body)
            waiting = []
        elif state == "decides" and (opening or block.role in ("paragraph", "list_item")):
            yield from _decision(document, block, body)
        elif state == "proposes" and block.role in ("paragraph", "list_item"):
            yield from (
                replace(one, status="undecided", strength="weak", promise_type="voornemen")
                for one in _decision(document, block, "college")
            )


def _opening(document: Document, text: str) -> re.Match[str] | None:
    """The head of what is decided; in a letter only with its colon, in other papers only on a line for itself."""
    if document.identity.doc_type.value not in _DECIDES:
        return _ALONE.fullmatch(text)
    found = _OPENS.match(text)
    is_list = document.identity.doc_type.value == "besluitenlijst"
    return found if found and (is_list or found.group().rstrip().endswith(":")) else None


def _followed(document: Document, advised: list[Block], body: str | None) -> Iterator[Commitment]:
    """What was advised and then decided "conform": each item an infinitive with "te", or an imperative."""
    for block in advised:
        start, quote = _without_number(document, block)
        verb = _imperative(quote)
        if verb is None:
            yield from _decision(document, block, body)
        elif not _says_little(quote):
            yield _fact(start, quote, body, *verb, _WITH.sub("", quote.partition(" ")[2]))


def _imperative(quote: str) -> tuple[str, str] | None:
    """The infinitive of a verb that opens an item ("Stem in met ...", "Verleen ..."), and that without its particle."""
    words = [word.lower for word in tokenise(quote, 0, len(quote))]
    first = forms_of(words[0]) if words else ()
    forms = [] if any(form.tense == "infinitive" for form in first) else [f for f in first if f.tense == "present"]
    apart = [form for form in forms if form.apart and form.particle in words[1:]]
    chosen = next(iter((*apart, *(form for form in forms if not form.apart))), None)
    return (chosen.lemma, chosen.lemma.removeprefix(chosen.particle)) if chosen else None


def _decision(document: Document, block: Block, body: str | None) -> Iterator[Commitment]:
    start, quote = _without_number(document, block)
    act = _ACT.search(quote)
    if act is None or _says_little(quote):
        return
    verb = act.group("verb")
    fact = _fact(start, quote, body, _action(act), verb or "", _object(quote, act) or "")
    yield replace(fact, deadline=_latest_day(document, start, start + len(quote))) if fact.status == "planned" else fact


def _latest_day(document: Document, start: int, end: int) -> Deadline | None:
    """By when it must be done: "uiterlijk 1 oktober 2027"; other times say what the decision is about."""
    anchor = Anchor(document.identity.reporting_year.value, document.identity.doc_type.value)
    found = time_expressions(document.text, start, end, anchor)
    bounds = (time for time in found if time.bound in ("end", "before") and time.period != OPEN)
    return next((Deadline(time.text, time.period) for time in bounds), None)


def _without_number(document: Document, block: Block) -> tuple[int, str]:
    number = _NUMBER.match(document.text, block.start, block.end)
    start = number.end() if number else block.start
    return start, document.text[start : block.end]


def _says_little(quote: str) -> bool:
    is_of_meeting = _NOTES.search(quote) or _ORDER.search(quote)
    leads_in = quote.endswith(":") and len(quote.split()) < _FEWEST_WORDS_ABOVE_A_LIST
    return bool(is_of_meeting) or leads_in or not _SHORTEST <= len(quote) <= _LONGEST


def _fact(start: int, quote: str, body: str | None, action: str, verb: str, thing: str) -> Commitment:
    return Commitment(
        start=start,
        end=start + len(quote),
        text=quote,
        confidence=0.7,
        actor=body,
        action=action,
        object=" ".join(thing.strip(" ,;:.").split()) or None,
        strength="strong",
        status="planned" if verb and not _settles(verb) else "realised",
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
