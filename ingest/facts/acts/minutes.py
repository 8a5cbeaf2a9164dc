"""Reports of a meeting in the third person: "De wethouder zegt toe ...", "Zij antwoordt dat ...".

What a member of the college says there is judged by its clauses, like a plan, but only what lies ahead counts:
what was done, what council members ask and what the chair says to keep order are no promises.
"""

import re
from dataclasses import replace
from itertools import pairwise

from ingest.facts.acts.actors import Actor, subject_left_out
from ingest.facts.acts.clause_signs import hangs_on_condition
from ingest.facts.acts.deadlines import deadline_of
from ingest.facts.acts.judge import judge
from ingest.facts.acts.judgement import Judgement, Setting
from ingest.facts.acts.promises import keeps_order
from ingest.grammar.clauses import Clause
from ingest.grammar.groups import VerbGroup
from ingest.grammar.tokens import AUXILIARIES, PRONOUNS, word_class
from ingest.model import Document

_NAME = r"(?-i:(?: (?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Ee]l) ){0,2}[A-Z][\w’'-]+){1,2})"
_WHO = re.compile(
    r"\b(?P<college>(?:wethouder|wethalder|burgemeester|boargemaster|portefeuillehouder)"
    rf"(?:{_NAME})?|(?:het )?college)\b"
    r"|\b(?:de heer|de hear|mevrouw|mefrou|foarsitter|dhr\.|mw\.|voorzitter|fractie|raadslid|inspreker|bewoner)\b",
    re.IGNORECASE,
)
_PRONOUNS = frozenset({"hij", "zij", "ze"})
_LONGEST_TAG = 6
_CHAIR = re.compile(r"\bvoorzitter\b", re.IGNORECASE)
_SOON = re.compile(
    r"\b(?:daarna|vervolgens|binnenkort|spoedig|te zijner tijd|t\.?z\.?t|nog|alsnog|eerst|opnieuw)\b", re.IGNORECASE
)
"""In a sentence that says what will be done: "De raad wordt nog ingelicht"."""
_SETTLES = ("besluiten", "instemmen")
_LABEL = re.compile(r"\W*(?:toezegging|afspraak|actie(?:punt)?)(?: [\w.]+){0,3}:", re.IGNORECASE)
"""What opens a line that says what will be done, whoever does it."""
_RECEIVES = ("ontvangen", "krijgen")
_IN_MEETING = ("beantwoorden", "antwoorden", "ingaan", "toelichten", "reageren", "uitleggen")
_SPEECH = re.compile(
    r"\b(?:de (?:heer|hear|voorzitter|foarsitter)|mevrouw|mefrou|wethalder"
    r"|gee(?:ft|ven) (?:\w+ )?aan|merkt op|antwoordt|vraagt|zegt|meldt)\b",
    re.IGNORECASE,
)
SPEECH_PER_1000_CHARACTERS = 1.0
"""Reports of a meeting have 1.2 to 9; lists of decisions up to .4, a column about a meeting none."""


def is_report_of_meeting(document: Document) -> bool:
    """Whether the document tells who said what in a meeting; speech word for word is for `promises`."""
    if document.identity.doc_type.value not in ("raadsverslag", "besluitenlijst"):
        return False
    found = sum(1 for _ in _SPEECH.finditer(document.text))
    return found * 1000 >= SPEECH_PER_1000_CHARACTERS * len(document.text)


def who_speaks(text: str, start: int, end: int) -> Actor | None:
    """The member of the college who was named last in `text[start:end]`, unless somebody else was later."""
    *_, last = [None, *_WHO.finditer(text, start, end)]
    if last is None or last["college"] is None:
        return None
    office = last["college"].lower()
    full = [found for found in _WHO.finditer(text, start, end) if (found["college"] or "").lower().startswith(office)]
    named = next((found for found in reversed(full) if len(found["college"]) > len(office)), last)
    return Actor("official", " ".join(named["college"].split()), *named.span())


def promised(parts: list[Clause], setting: Setting, speaker: Actor | None) -> list[Judgement]:
    """What the clauses of a sentence promise; `speaker` is who "hij" and "zij" are."""
    if not parts or (keeps_order(parts[0].text[parts[0].start : parts[-1].end]) and not any(map(_pledges, parts))):
        return []
    *content, tag = parts
    if content and _is_tag(tag):
        by = _meant(tag, speaker, 1) or setting.cast.subject(tag, 0)
        promises = [judgement for part in content if (judgement := judge(part, setting))]
        return [replace(judgement, actor=by or judgement.actor) for judgement in promises if _binds(judgement)]
    found = [judgement for i in range(len(parts)) if (judgement := _judged(parts, i, setting, speaker))]
    if not found:
        found = _said(parts, setting, speaker)
    named = (_settled(_by_chair(_with_name(judgement, speaker))) for judgement in found)
    is_labelled = bool(_LABEL.match(parts[0].text, parts[0].start))
    return [judgement for judgement in named if _binds(judgement) or (is_labelled and judgement.status == "planned")]


def _pledges(clause: Clause) -> bool:
    """Whether it says "zegt toe" or "doet de toezegging"."""
    verbs = clause.verbs
    promises = verbs is not None and verbs.lemma == "toezeggen" and verbs.voice == "active"
    return promises or any(word.lower == "toezegging" for word in clause.words)


def _by_chair(judgement: Judgement) -> Judgement:
    """With the chair as actor of what the chair promises: the mayor, in a council."""
    chair = _CHAIR.search(judgement.clause.text, judgement.clause.start, judgement.clause.end)
    if judgement.actor or chair is None or not _pledges(judgement.clause):
        return judgement
    return replace(judgement, actor=Actor("official", "voorzitter", *chair.span()))


def _settled(judgement: Judgement) -> Judgement:
    """What the council decides in its meeting is decided: "De raad stemt in met het voorstel"."""
    verbs, by = judgement.verbs, judgement.actor
    now = verbs is not None and verbs.lemma in _SETTLES and not verbs.helpers and judgement.status == "planned"
    settles = now and by is not None and by.kind == "own" and not judgement.is_dated
    return judgement.with_status("realised", judgement.sure) if settles else judgement


def _judged(parts: list[Clause], at: int, setting: Setting, speaker: Actor | None) -> Judgement | None:
    he = None if hangs_on_condition(parts[at], parts) else _meant(parts[at], speaker)
    return judge(parts[at], setting, he=he, same=subject_left_out(parts, at, setting.cast))


def _is_tag(clause: Clause) -> bool:
    """Whether it only says who promised what stands before it: "..., zegt hij toe"."""
    verbs = clause.verbs
    opens = verbs is not None and verbs.finite_at == 0 and clause.words[0].start == clause.start
    return opens and verbs is not None and verbs.lemma == "toezeggen" and len(clause.words) <= _LONGEST_TAG


def _with_name(judgement: Judgement, speaker: Actor | None) -> Judgement:
    """With the name of the one who spoke where only the office is said again: "De wethouder zegt toe ..."."""
    actor = judgement.actor
    again = actor is not None and speaker is not None and speaker.name.lower().startswith(f"{_office(actor.name)} ")
    return replace(judgement, actor=speaker) if again else judgement


def _office(name: str) -> str:
    return name.lower().removeprefix("de ")


def _meant(clause: Clause, speaker: Actor | None, at: int = 0) -> Actor | None:
    """The speaker where the clause says "hij" or "zij", or says what will be without saying who will do it."""
    if speaker is None or speaker.name.lower().endswith("college"):
        return None
    words = [word.lower for word in clause.words]
    verbs = clause.verbs
    after = verbs.finite_at + 1 if verbs and not at else at
    is_meant = any(
        words[i : i + 1] and words[i] in _PRONOUNS and not _is_plural(words, beside)
        for i, beside in ((at, at + 1), (after, after - 1))
    )
    return speaker if is_meant or _says_what_will_be(clause) else None


def _is_plural(words: list[str], i: int) -> bool:
    """Whether the verb beside "zij" says that they are more than one."""
    return 0 <= i < len(words) and words[i] in AUXILIARIES and words[i].endswith(("en", "zijn"))


def _says_what_will_be(clause: Clause) -> bool:
    """ "Er komt een hek" and "Dat zal worden meegenomen": said by a member of the college, that commits it."""
    verbs = clause.verbs
    if verbs is None or verbs.tense != "present":
        return False
    if verbs.lemma == "komen":
        return "er" in (word.lower for word in clause.words)
    is_told = clause.opener == "dat" or "zullen" in verbs.helpers or bool(_SOON.search(clause.quote))
    return verbs.lemma == "volgen" or (
        verbs.voice == "passive" and is_told and verbs.verb_class in ("deliverable", "action")
    )


def _said(parts: list[Clause], setting: Setting, speaker: Actor | None) -> list[Judgement]:
    """What a member of the college says that will be: "... antwoordt dat de proef op 1 maart begint"."""
    for main, content in pairwise(parts):
        if content.opener == "dat" and _hopes(main) and _subject(main, setting, speaker):
            return [_hoped(main, content, setting, speaker)]
        says = main.verbs is not None and main.verbs.lemma in word_class("saying")
        if says and content.opener == "dat" and _subject(main, setting, speaker):
            judgement = judge(content, setting, is_content=True, he=_same(content, main, setting, speaker))
            return [judgement] if judgement else []
    return []


def _same(content: Clause, main: Clause, setting: Setting, speaker: Actor | None) -> Actor | None:
    """Who "hij" or "zij" is in what somebody says: the one who says it."""
    is_pronoun = any(word.lower in _PRONOUNS for word in content.words[1:2])
    named = setting.cast.subject(main, main.verbs.finite_at) if main.verbs else None
    return (named or speaker) if is_pronoun or _says_what_will_be(content) else None


def _hopes(clause: Clause) -> bool:
    verbs = clause.verbs
    return verbs is not None and verbs.lemma in word_class("hoping") and verbs.tense == "present"


def _hoped(main: Clause, content: Clause, setting: Setting, speaker: Actor | None) -> Judgement:
    named = setting.cast.subject(main, main.verbs.finite_at) if main.verbs else None
    deadline = deadline_of(content, setting.anchor)
    return Judgement(main, main.verbs, named or speaker, "planned", frozenset({"hedge"}), deadline, 0.5)


def _subject(clause: Clause, setting: Setting, speaker: Actor | None) -> bool:
    if _meant(clause, speaker):
        return True
    actor = setting.cast.subject(clause, clause.verbs.finite_at) if clause.verbs else None
    is_named = actor is not None and clause.text[actor.start : actor.end].lower() not in PRONOUNS
    return is_named and actor is not None and actor.kind in ("own", "official")


def _is_reported(judgement: Judgement) -> bool:
    """Whether it tells what the municipality promised earlier: "De gemeente heeft toegezegd dat ..."."""
    verbs, actor = judgement.verbs, judgement.actor
    return bool(verbs and verbs.lemma == "toezeggen" and verbs.helpers and not (actor and actor.kind == "official"))


def _debates(judgement: Judgement) -> bool:
    """Whether it tells what somebody does in the meeting itself: "De wethouder beantwoordt de vragen"."""
    verbs = judgement.verbs
    ahead = judgement.is_dated or "nominal" in judgement.cues or bool(verbs and {"zullen", "gaan"} & set(verbs.helpers))
    return not ahead and judgement.status == "planned" and bool(verbs and verbs.lemma in _IN_MEETING)


def _settles_now(judgement: Judgement, verbs: VerbGroup) -> bool:
    """Whether it tells what was decided there and then; what the college once decided is a story of somebody's."""
    by = judgement.actor
    is_story = verbs.tense == "past" and not verbs.helpers
    return by is not None and by.kind == "own" and (not is_story or "raad" in by.name.lower())


def _binds(judgement: Judgement) -> bool:
    """Whether it lies ahead and is the municipality's own: its college's, or dated without anybody else."""
    verbs = judgement.verbs
    if verbs and verbs.lemma in ("toezeggen", "afspreken") and verbs.helpers[:1] == ("worden",):
        return True  # the report leaves out who: "Toegezegd wordt dat ..."
    if verbs and verbs.lemma in _RECEIVES and "nominal" in judgement.cues and judgement.status == "planned":
        return True
    if judgement.status == "realised" and verbs and verbs.lemma in _SETTLES and _settles_now(judgement, verbs):
        return True
    if judgement.status not in ("planned", "undecided", "opposed") or _is_reported(judgement) or _debates(judgement):
        return False
    return judgement.is_dated if judgement.actor is None else judgement.actor.kind in ("own", "official")
