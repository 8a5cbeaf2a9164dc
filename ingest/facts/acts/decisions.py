"""What a list of decisions says was decided: the paragraphs after "Besluit:", each an infinitive with "te"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from ingest.fact_types import Commitment, Deadline
from ingest.facts.acts.decision_items import items_below
from ingest.facts.acts.decision_runs import Run, runs_in
from ingest.facts.acts.infinitives import infinitive
from ingest.facts.periods import OPEN, Anchor, time_expressions
from ingest.grammar.clauses import clauses
from ingest.grammar.tokens import DETERMINERS, PREPOSITIONS, tokenise, word_class
from ingest.grammar.verbs import forms_of
from ingest.lexicon import read_words
from ingest.model import Block, Document

_OPENS = re.compile(
    r"(?:het college |b&w |de (?:gemeente)?raad )?"
    r"(?:(?:besluit(?:en)?|beslispunten?|besloten is)\b\s*:?|(?:heeft|hebben) besloten(?: om)?\s*:)\s*",
    re.IGNORECASE,
)
_DECIDES = frozenset({"besluitenlijst", "rib", "raadsvoorstel"})
"""A letter tells what was decided only below "Besluit:"."""
_ACT = re.compile(
    r"\b(?:akkoord(?: te)? gaan"
    r"|(?:(?P<particle>[a-z]+) )?te (?P<verb>\w+en|\w*(?:gaan|doen|zien|staan|slaan))"
    r"|akkoord|vastgesteld|ingestemd)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:(?:de|het) (?:gemeente)?(?:raad|college)[^.:\n]{0,80}\s)?"
    r"(?:besluit(?:en)?|b e s l u i t|heeft besloten)(?: om)?\s*:"
    r"|(?:de (?:gemeente)?raad|het college) (?:besluit|heeft besloten)",
    re.IGNORECASE,
)
"""What opens the decisions of a paper of any type: a line for itself, with its colon or with who decides."""
_PROPOSES = re.compile(
    r"\b(?:stel(?:t|len)?\b[^.:\n]{0,80}\bvoor(?: om)?|voorgesteld(?: wordt)?(?: om)?)\s*:\s*\Z", re.IGNORECASE
)
"""What opens what is proposed to the council, which it has yet to decide."""
_ADVISES = re.compile(r"(?:advies|voorstel)(?: aan [\w &]{3,40})?\s*:?\s*", re.IGNORECASE)
_FOLLOWED = re.compile(
    r"(?:akkoord|(?:conform|overeenkomstig)(?: (?:het )?(?:advies|voorstel))?(?: besloten| akkoord)?)[. ]*",
    re.IGNORECASE,
)
_HELD_OVER = re.compile(r"(?:het (?:voorstel|stuk) (?:is|wordt) )?aangehouden\b", re.IGNORECASE)
_NOTES = re.compile(
    r"\bneem kennis\b|\bkennis(?: te)? (?:nemen|genomen)\b|\bneemt kennis\b|\bnemen kennis\b", re.IGNORECASE
)
"""To take note of something commits to nothing."""
_ORDER = re.compile(
    r"(?:\A|\bde )(?:lange ?termijn)?agenda\b|\b(?:besluitenlijst|(?:hamer|bespreek)stuk|notulen|opening|sluiting"
    r"|verslag van de vergadering|uitnodigingenlijst|uitnodigingen|lta\b.{0,40}akkoord"
    r"|overzicht (?:van de openstaande [^.]{1,60})?is akkoord)\b",
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


@dataclass(frozen=True)
class _Part:
    """Blocks below one head, and what stands there: advice, decisions, a proposal to the council, or "" for neither."""

    holds: str
    body: str | None
    blocks: list[Block] = field(default_factory=list)


def decided(document: Document) -> Iterator[Commitment]:
    """The decisions in a list of decisions of college or council, in order; advice counts where it was followed."""
    advised: list[Block] = []
    for part in _parts(document):
        if part.holds == "decides":
            yield from _decisions(document, part, advised)
        elif part.holds == "proposes":
            yield from map(_still_open, chain.from_iterable(_decision(document, b, "college") for b in part.blocks))
        advised = part.blocks if part.holds == "advises" else []


def _parts(document: Document) -> Iterator[_Part]:
    """The document cut at the heads of advice, decisions and proposals, and at any other heading."""
    part = _Part("", _body(document))
    for block in document.blocks:
        text = document.text[block.start : block.end]
        opening = _opening(document, text, part.holds)
        runs = list(runs_in(document.text, block))
        if runs:
            yield part
            yield from (_of_run(document, run, part.body) for run in runs)
            part = _Part("", part.body)
        elif opening:
            yield part
            rest = replace(block, start=block.start + opening.end(), role="paragraph")
            part = _Part("decides", _named(opening.group()) or part.body, [rest])
        elif part.holds != "advises" and _PROPOSES.search(text):
            yield part
            part = _Part("proposes", part.body)
        elif _ADVISES.fullmatch(text):
            yield part
            part = _Part("advises", part.body)
        elif block.role == "heading" and not _HELD_OVER.match(text):
            yield part
            part = _Part("", part.body)
        elif part.holds == "advises" or block.role in ("heading", "paragraph", "list_item"):
            part.blocks.append(block)
    yield part


def _of_run(document: Document, run: Run, body: str | None) -> _Part:
    is_open = run.is_open and document.identity.doc_type.value != "besluitenlijst"
    return _Part("proposes" if is_open else "decides", body, list(run.items))


def _opening(document: Document, text: str, before: str) -> re.Match[str] | None:
    """The head of what is decided; in a letter only with its colon, in other papers only on a line for itself."""
    if document.identity.doc_type.value not in _DECIDES:
        return _ALONE.fullmatch(text) or (_OPENS.fullmatch(text) if before == "advises" else None)
    found = _OPENS.match(text)
    is_list = document.identity.doc_type.value == "besluitenlijst"
    return found if found and (is_list or found.group().rstrip().endswith(":")) else None


def _decisions(document: Document, part: _Part, advised: list[Block]) -> Iterator[Commitment]:
    """What a part says was decided; nothing of it is settled where it goes on with "Aangehouden"."""
    found: list[Commitment] = []
    for block, under in items_below(document.text, part.blocks):
        if _FOLLOWED.fullmatch(document.text, block.start, block.end):
            found += _followed(document, advised, part.body)
            advised = []
        elif _HELD_OVER.match(document.text, block.start, block.end):
            found = [_still_open(one) for one in found]
        elif under != "condition" and not _is_view(document.text, block):
            taken = list(_decision(document, block, part.body)) or _bare(document, block, part.body)
            found += map(_still_open, taken) if under == "proposal" else taken
    yield from found


def _still_open(decision: Commitment) -> Commitment:
    return replace(decision, status="undecided", strength="weak", promise_type="voornemen")


def _followed(document: Document, advised: list[Block], body: str | None) -> Iterator[Commitment]:
    """What was advised and then decided "conform": each item an infinitive with "te", or an imperative.

    What the council is advised to decide ("Stel de raad voor om:") is still open.
    """
    to_council = False
    for block in advised:
        start, quote = _without_number(document, block)
        verb = _imperative(quote)
        to_council = bool(_PROPOSES.search(quote)) or (to_council and verb is None)
        if verb is None:
            found = list(_decision(document, block, body))
        else:
            is_act = not (to_council or _says_little(quote))
            found = [_fact(start, quote, body, *verb, _WITH.sub("", quote.partition(" ")[2]))] if is_act else []
        yield from map(_still_open, found) if to_council else found


def _imperative(quote: str) -> tuple[str, str] | None:
    """The infinitive of a verb that opens an item ("Stem in met ...", "Verleen ..."), and that without its particle."""
    words = [word.lower for word in tokenise(quote, 0, len(quote))]
    first = forms_of(words[0]) if words and words[0] not in PREPOSITIONS | DETERMINERS else ()
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


def _is_view(text: str, block: Block) -> bool:
    """Whether it is a sentence that tells what somebody thinks or asks: "De fractie wenst brief 12 te agenderen"."""
    number = _NUMBER.match(text, block.start, block.end)
    parts = clauses(text, number.end() if number else block.start, block.end)
    verbs = parts[0].verbs if parts else None
    return verbs is not None and verbs.lemma in word_class("asking")


def _bare(document: Document, block: Block, body: str | None) -> list[Commitment]:
    """An item whose infinitive has no "te": "Instemmen met de nota", "De nota aan de raad voorleggen"."""
    start, quote = _without_number(document, block)
    verb = infinitive(quote)
    ends = _place_of(verb, quote) if verb else None
    is_item = start > block.start or block.role == "list_item"
    if not verb or not ends or not is_item or _says_little(quote):
        return []
    thing = f"{quote[: ends.start()]}{quote[ends.end() :]}"
    return [_fact(start, quote, body, verb, verb, _WITH.sub("", thing))]


def _place_of(verb: str, quote: str) -> re.Match[str] | None:
    """Where the infinitive stands, its particle maybe apart: "beschikbaar stellen"; not as a noun further on."""
    particle = next((form.particle for form in forms_of(verb) if form.lemma == verb), "")
    written = f"{particle} ?{verb.removeprefix(particle)}"
    return re.compile(rf"\A(?:tot )?(?:het )?{written}\b|(?<!het ){written}\b", re.IGNORECASE).search(quote)


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
    if act.group("verb"):
        return f"{_particle(act)}{act.group('verb')}".lower()
    done = (form.lemma for form in forms_of(act.group().lower()) if form.tense == "participle")
    return next(done, "akkoord gaan")


def _particle(act: re.Match[str]) -> str:
    """The word before "te" that is part of the verb, or ""."""
    particle = (act.group("particle") or "").lower()
    return particle if act.group("verb") and forms_of(f"{particle}{act.group('verb')}".lower()) else ""


def _object(quote: str, act: re.Match[str]) -> str | None:
    """What is decided upon: what stands before the verb, else what follows it ("in te stemmen met het plan")."""
    te = quote.rfind("te ", 0, act.start("verb")) if act.group("verb") and not _particle(act) else -1
    begin = te if te >= 0 else act.start()
    before, after = quote[:begin].strip(" ,;:."), _WITH.sub("", quote[act.end() :]).strip(" ,;:.")
    kept = before if len(before) > _SHORTEST_OBJECT else after
    return " ".join(kept.split()) or None


def _settles(verb: str) -> bool:
    """Whether the decision itself is the act: "vast te stellen"; "te informeren" is still to be done."""
    return verb.lower() in read_words("settling_verbs.txt")
