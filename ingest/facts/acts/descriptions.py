"""What a clause describes where it seems to tell an act: what a text holds, how the books stand, what was long ago."""

import re
from collections.abc import Sequence

from ingest.facts.acts.actors import COMPETENT
from ingest.facts.acts.cues import cues_in
from ingest.facts.acts.deadlines import goes_on_since
from ingest.facts.acts.judgement import Judgement, Setting
from ingest.grammar.clauses import Clause
from ingest.grammar.groups import VerbGroup
from ingest.grammar.tokens import PRONOUNS, word_class

_HOLDS = re.compile(r"\W{0,2}\s*(?:dat|welke?|wat|hoe|wie|wanneer)\b")
"""Behind the clause: what the text says."""
_AHEAD = frozenset({"zullen", "gaan", "willen"})
_YEARS_AGO = 3
_YEAR = re.compile(r"\b20\d\d\b")
_RELATIVE = ("die ", "welke ")
_BEHIND_A_NOUN = re.compile(r"[a-zà-ÿ]\s+\Z")


def describes(given: Judgement, verbs: VerbGroup, setting: Setting) -> bool:
    """Whether the clause describes, and commits to nothing."""
    return (
        _tells_what_it_holds(given, verbs)
        or _tells_of_itself(given, verbs)
        or _tells_how_it_is(given, verbs, setting)
        or _is_recorded(given, verbs, setting)
        or _keeps_books(given, verbs)
        or _is_long_ago(given, verbs, setting)
        or _only_says_which(given.clause, verbs)
    )


def _tells_what_it_holds(given: Judgement, verbs: VerbGroup) -> bool:
    """Whether the paper says what it says: "Dit plan beschrijft de opgaven", "In deze nota geven wij inzicht"."""
    is_of_now = verbs.voice == "active" and verbs.tense == "present"
    if "in paper" not in given.cues and not ("paper itself" in given.cues and is_of_now and given.actor is None):
        return False
    if verbs.lemma == "geven":
        return any(word.lower in word_class("told by a paper") for word in given.clause.words)
    return verbs.lemma in word_class("telling")


def _tells_of_itself(given: Judgement, verbs: VerbGroup) -> bool:
    """Whether those who write say what they write: "De maatregelen beschrijven wij op hoofdlijnen"."""
    now = verbs.voice == "active" and verbs.tense == "present" and not _AHEAD & set(verbs.helpers)
    return now and not given.is_dated and verbs.lemma in word_class("telling of itself")


def _tells_how_it_is(given: Judgement, verbs: VerbGroup, setting: Setting) -> bool:
    """Whether it goes on since a time, or names none below a heading that asks how things are; to explore is to act."""
    if verbs.tense != "present" or _AHEAD & set(verbs.helpers):
        return False
    names_time = given.deadline is not None or bool(_YEAR.search(given.clause.quote))
    return goes_on_since(given.clause) or (setting.tells_state and not names_time and verbs.verb_class != "hedge")


def _is_recorded(given: Judgement, verbs: VerbGroup, setting: Setting) -> bool:
    """Whether a text has it: "Daarin zijn de ambities beschreven"; who put it there, or when, makes it an act."""
    if verbs.lemma not in word_class("recording") or verbs.helpers[:1] != ("zijn",) or verbs.tense != "past":
        return False
    is_act = given.is_dated and (setting.reports or _is_ahead(given, setting))
    if is_act or (given.actor and given.actor.is_agent) or ("set aside" in given.cues and verbs.lemma == "opnemen"):
        return False
    says_what = _HOLDS.match(given.clause.text, given.clause.end)
    return verbs.lemma in word_class("recording at large") or bool(says_what) or "in a text" in given.cues


def _is_ahead(given: Judgement, setting: Setting) -> bool:
    last = given.deadline.period.end or given.deadline.period.start if given.deadline else None
    return bool(last and last.year >= (setting.anchor.year or 0))


def _keeps_books(given: Judgement, verbs: VerbGroup) -> bool:
    """Whether it is said of sums: "Er is een bedrag ontvangen", "De kosten worden geraamd", "De rente is verhoogd"."""
    if verbs.voice != "passive":
        return False
    if verbs.lemma in word_class("bookkeeping"):
        return "set aside" in given.cues or verbs.lemma != "ontvangen"
    return verbs.tense == "past" and "of the books" in given.cues


def _is_long_ago(given: Judgement, verbs: VerbGroup, setting: Setting) -> bool:
    """Whether it only is recalled: "Op 2 maart 2015 is de nota vastgesteld", unless it tells who did it."""
    is_by = given.actor is not None and given.actor.kind in COMPETENT
    if is_by and (verbs.voice == "active" or not setting.plans):
        return False
    if verbs.tense != "past" or not given.is_dated or not given.deadline or not setting.anchor.year:
        return False
    last = given.deadline.period.end or given.deadline.period.start
    return last is not None and last.year <= setting.anchor.year - _YEARS_AGO


def _only_says_which(clause: Clause, verbs: VerbGroup) -> bool:
    """Whether it is a relative clause, right behind its noun: "projecten die zijn gerealiseerd"."""
    opens = clause.kind == "main" and verbs.finite_at == 1 and clause.quote.startswith(_RELATIVE)
    return opens and bool(_BEHIND_A_NOUN.search(clause.text, 0, clause.start))


def goes_on_describing(at: int, parts: Sequence[Clause]) -> bool:
    """Whether the clause shares with the one before it that it tells an effect, or what can or must be.

    "Hiermee wordt de zorg verbeterd en wordt voorkomen dat ..."; "De hal kan worden verkocht en worden gesloopt";
    "Eind 2027 moeten de stoepen breder zijn, zijn de lampen vervangen en zijn de bomen geplant".
    """
    if _shares_must(at, parts):
        return True
    if at == 0 or parts[at - 1].kind != "main" or not parts[at].quote.startswith("en "):
        return False
    before, verbs = parts[at - 1], parts[at].verbs
    if before.verbs is None or verbs is None or verbs.finite_at > 0:
        return False
    if any(word.lower in PRONOUNS for word in parts[at].words):
        return False
    is_infinitive = parts[at].words[verbs.finite_at].lower == "worden" and bool(
        word_class("modal") & set(before.verbs.helpers)
    )
    is_told = verbs.tense == "present" and "zullen" not in verbs.helpers
    is_effect = is_told and "consequence" in cues_in(before.quote)
    return is_infinitive or (is_effect and not _YEAR.search(parts[at].quote))


def _shares_must(at: int, parts: Sequence[Clause]) -> bool:
    """Whether it opens with the infinitive that a clause before it with "moeten" has as well."""
    musts = (part.verbs for part in parts[:at] if part.kind == "main" and part.verbs)
    opens = parts[at].words[0].lower in ("zijn", "worden") and parts[at].kind == "main"
    return opens and any({"moeten", "dienen"} & set(verbs.helpers) for verbs in musts)
