"""What a commitment does, and to what: the verb, and the words around it that are no time, actor or circumstance."""

import re
from collections.abc import Sequence

from ingest.facts.acts.infinitives import infinitive_with
from ingest.facts.acts.judgement import Judgement
from ingest.facts.periods import time_expressions
from ingest.grammar.clauses import Clause
from ingest.grammar.groups import VerbGroup
from ingest.grammar.tokens import DETERMINERS, PREPOSITIONS, Word, word_class
from ingest.grammar.verbs import forms_of

SAYS_WHAT = ("toezeggen", "afspreken", "besluiten", "verwachten")
"""What is promised stands in the clause after these."""
_AROUND = " ,;:.-–"
_STATES = {"aandacht": "geven", "bezig": "zijn", "tegen": "zijn", "voorstander": "zijn", "nodig": "zijn"}
_EMPTY = frozenset(
    {"verder", "worden", "hebben", "nader", "tevens", "daarom", "ook", "weer", "alleen", "zich", "graag"}
    | {"extra", "invulling", "uitvoering"}
)
_ADVERBS = word_class("adverb of no object")
_CIRCUMSTANCE = re.compile(
    r"(?:(?:waar|(?:zo )?(?:nodig|mogelijk))\Z|(?:via|volgens|tijdens|conform|per|door(?: middel van)?"
    r"|in (?:overleg|samenwerking|afstemming|opdracht)|na|aan de hand van|op basis van|met ingang van|hier|daar"
    r"|als|indien|wanneer|zodra|mits|tenzij|nadat|omdat|zodat|totdat)\b)",
    re.IGNORECASE,
)
"""What opens so says how or when, not what."""
_FIRST_OF_TWO = re.compile(r"\s+(?P<verb>[a-zà-ÿ]+)?\s*(?:,\s*)?(?:en|of)\s*\Z")
"""The first of two verbs, at the end of what stands before the second: "het plan maken en" "uitvoeren"."""


def action_of(judgement: Judgement, parts: Sequence[Clause]) -> str:
    """The infinitive of what is done: of the verb, of what is wanted, or after "te"; else what the clause comes to."""
    verbs, clause = judgement.verbs, judgement.clause
    if verbs is None:
        return "aandacht geven"  # all that is told without a verb is to have attention
    following = next((part for part in parts if part.start > clause.start), None)
    content = following.verbs if following and following.opener == "dat" and "willen" in verbs.helpers else None
    return verbs.lemma or (content.lemma if content else "") or _after_te(clause) or _state(clause, verbs)


def _after_te(clause: Clause) -> str:
    """The first infinitive after "te", with its particle: "om een brief uit te schrijven"."""
    words = [word.lower for word in clause.words]
    verbs = (infinitive_with(words[i - 1], words[i + 1]) for i in range(1, len(words) - 1) if words[i] == "te")
    return next(filter(None, verbs), "")


def _state(clause: Clause, verbs: VerbGroup) -> str:
    """What a clause with an auxiliary alone comes to: "is er extra aandacht", "zijn bezig", "gaan in gesprek"."""
    words = {word.lower for word in clause.words}
    if verbs.helpers[0] in ("zijn", "hebben"):
        return next((f"{word} {verb}" for word, verb in _STATES.items() if word in words), verbs.helpers[0])
    return verbs.helpers[0]


def content_of(judgement: Judgement, parts: list[Clause]) -> str | None:
    """What is promised, agreed or decided, where a clause with "dat" says it."""
    if not judgement.verbs or judgement.verbs.lemma not in SAYS_WHAT:
        return None
    following = [part for part in parts if part.start > judgement.clause.start][:1]
    quotes = [part.quote for part in following if part.opener == "dat"]
    return " ".join(quotes[0].split()).removeprefix("dat ") if quotes else None


def object_of(judgement: Judgement) -> str | None:
    """What the act is done to: in the passive its subject, else what stands between or after the verbs."""
    clause, verbs, actor = judgement.clause, judgement.verbs, judgement.actor
    if verbs is None:
        return None
    words = clause.words
    finite = words[verbs.finite_at]
    first, last = finite.end, words[verbs.main_at].start if verbs.main_at > verbs.finite_at else clause.end
    if actor and actor.start >= first:
        first = actor.end
    lead = _without_time(judgement, words[0].start, finite.start) if _can_open(judgement) else ""
    lead = "" if _CIRCUMSTANCE.match(lead) else lead
    rest = max(words[verbs.main_at].end, actor.end if actor else 0)
    found = _without_time(judgement, first, last)
    after = _without_time(judgement, min(rest, clause.end), clause.end)
    if lead and (verbs.voice == "passive" or _CIRCUMSTANCE.match(found or after) or not (found or after)):
        return lead
    if found and _CIRCUMSTANCE.match(found) and after and not _CIRCUMSTANCE.match(after):
        return after
    kept = found or after
    return None if not kept or _CIRCUMSTANCE.match(kept) else kept


def _can_open(judgement: Judgement) -> bool:
    """Whether what stands before the finite verb can be what the act is done to: "Het plan evalueren wij"."""
    clause, verbs, actor = judgement.clause, judgement.verbs, judgement.actor
    if verbs is None or verbs.finite_at == 0 or clause.kind == "sub":
        return False
    if actor and actor.start < clause.words[verbs.finite_at].start:
        return False
    opening = next(
        word for word in clause.words if word.start == clause.words[verbs.finite_at].start or _may_open(word)
    )
    return _opens_a_noun(opening, clause.words[verbs.finite_at])


def _may_open(word: Word) -> bool:
    return not word.lower.isdigit() and word.lower not in _ADVERBS


def _opens_a_noun(first: Word, finite: Word) -> bool:
    lower = first.lower
    if lower in PREPOSITIONS or lower in _ADVERBS or lower == finite.lower or lower.endswith("elijk"):
        return False
    return lower in DETERMINERS or not lower.startswith(("hier", "daar", "er"))


def _without_time(judgement: Judgement, start: int, end: int) -> str:
    text = judgement.clause.text[start:end]
    if judgement.deadline and judgement.deadline.text:
        text = text.replace(judgement.deadline.text, " ")
    text = _without_beginning(text)
    words = _without_first_verb(text).split()
    while words and _says_nothing(words[0]):
        words = words[1:]
    while words and _says_nothing(words[-1]):
        words = words[:-1]
    kept = " ".join(words).strip(_AROUND)
    if kept.count("(") > kept.count(")"):
        kept += ")"
    return kept if any(len(word) > 3 and word.lower() not in _EMPTY for word in kept.split()) else ""


def _without_beginning(text: str) -> str:
    """Without since when: it is a time of the act, though no deadline."""
    for time in time_expressions(text, 0, len(text)):
        if time.lead == "sinds":
            return text[: time.start] + text[time.end :]
    return text


def _without_first_verb(text: str) -> str:
    found = _FIRST_OF_TWO.search(text)
    if found is None:
        return text
    is_verb = found["verb"] and any(form.tense in ("infinitive", "participle") for form in forms_of(found["verb"]))
    return text[: found.start()] if is_verb else text


def _says_nothing(word: str) -> bool:
    """Whether it is an adverb such as "daarom" or "uiteindelijk", or the number of an item."""
    bare = word.lower().strip(_AROUND)
    return bare in _ADVERBS or bare == "worden" or bare.endswith("elijk") or (word.endswith(".") and bare.isdigit())
