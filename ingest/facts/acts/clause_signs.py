"""What a clause shows by its words alone: that it commands, refuses, says no act, or hangs on what follows it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.grammar.clauses import Clause
from ingest.grammar.groups import VerbGroup
from ingest.grammar.tokens import word_class

_WHEN = re.compile(r"\W{0,2}\s*(zodra|nadat|wanneer|als)\b")
_IF = frozenset({"als", "indien", "mits", "wanneer", "tenzij"})
_POINTS_ELSEWHERE = frozenset({"dit", "dat", "zo"})
"""With "doen" what is done stands in another sentence: "Wij doen dit:"."""

_WITHOUT_CONTENT = 3
"""So few words name who decides, not what: "De raad besluit"."""
_BETWEEN_NOT_AND_VERB = frozenset({"mee", "meer", "langer"})
_SPENT_ON = re.compile(r"\b(?:aan|voor|extra)\b", re.IGNORECASE)
"""Without these what is spent is a total: "De gemeente geeft in 2026 € 90 miljoen uit"."""

_FINDS = {
    "vaststellen": re.compile(r"\W{0,2}\s*dat\b"),
    "informeren": re.compile(r"\W{0,2}\s*(?:welke?|of|hoe|wat|wie|wanneer|waarom)\b"),
}
"""What is found or asked behind these, not laid down or told."""
_BEGINNINGS = frozenset({"plaatsvinden", "starten", "beginnen", "opstarten"})
_MEANS = re.compile(r"(?:dit|dat|het)(?: alles)? (?:betekent|houdt)(?: [\w-]+){0,4}", re.IGNORECASE)
_NOT_DONE = re.compile(r"\b(?:niet|niets|geen|nooit)\b", re.IGNORECASE)


def with_condition_after(clause: Clause) -> str:
    """The clause, and the word that opens the next where it says when: "Wij informeren u zodra ..."."""
    after = _WHEN.match(clause.text, clause.end)
    return f"{clause.quote} {after.group(1)}" if after else clause.quote


def hangs_on_condition(clause: Clause, parts: Sequence[Clause]) -> bool:
    """Whether the clause right before or after it says on what condition: "Als u instemt, begint de bouw"."""
    at = next(i for i, part in enumerate(parts) if part.start >= clause.start)
    beside = (*parts[max(at - 1, 0) : at], *parts[at + 1 : at + 2])
    return any(part.kind == "sub" and part.opener in _IF for part in beside)


def is_consequence(at: int, parts: Sequence[Clause]) -> bool:
    """Whether the clause says what something comes to: "Dit betekent dat het plan in mei wordt vastgesteld"."""
    return (
        at > 0
        and parts[at].opener == "dat"
        and bool(_MEANS.fullmatch(parts[at - 1].quote))
        and not _NOT_DONE.search(parts[at - 1].quote)
    )


def commands(clause: Clause, verbs: VerbGroup) -> bool:
    """Whether it tells somebody else what to do: "Heb meer aandacht voor de wijken"."""
    first = clause.words[verbs.finite_at].lower
    opens = all(word.lower.isdigit() for word in clause.words[: verbs.finite_at])
    return opens and not first.endswith(("t", "en")) and first not in ("is", "zal", "ga", "gaan", "staan")


def says_no_act(clause: Clause, verbs: VerbGroup) -> bool:
    """Whether it is a state or view, has no verb but an auxiliary, or only points at what another sentence says."""
    follows = _FINDS.get(verbs.lemma)
    if verbs.lemma in ("ontvangen", "krijgen") or (follows and follows.match(clause.text, clause.end)):
        return True
    if verbs.lemma == "besluiten" and not verbs.helpers:
        return len(clause.words) <= _WITHOUT_CONTENT and clause.kind == "main"
    if verbs.lemma == "doen":
        return bool(_POINTS_ELSEWHERE & {clause.words[0].lower, clause.words[-1].lower})
    if verbs.lemma == "uitgeven" and "€" in clause.quote:
        return not _SPENT_ON.search(clause.quote)
    return verbs.verb_class == "stative" or (not verbs.lemma and "willen" not in verbs.helpers)


def is_at_work(verbs: VerbGroup) -> bool:
    """Whether it tells what is being done, not what will be: "Wij werken aan ...", "Er wordt gewerkt aan ..."."""
    return verbs.lemma in word_class("at work") and set(verbs.helpers) <= {"worden"}


def with_its_tense(clause: Clause, verbs: VerbGroup) -> VerbGroup:
    """The verbs, past where "laten" stands for a participle: "wij hebben een plan laten maken"."""
    before = [word.lower for word in clause.words[: verbs.main_at]][-1:]
    caused = verbs.helpers[:1] == ("hebben",) and before == ["laten"]
    return replace(verbs, tense="past") if caused else verbs


def is_refused(clause: Clause, verbs: VerbGroup) -> bool:
    """Whether "niet" closes the clause: "Hoogbouw willen wij niet"; elsewhere it may deny a part only.

    What isn't raised or lowered stays as it is, which is a plan, not a refusal. To stop with something is to refuse
    it from now on.
    """
    if verbs.lemma in word_class("levels"):
        return False
    words = [word.lower for word in clause.words]
    before = words if verbs.main_at == verbs.finite_at else words[: verbs.main_at]
    closing = [word for word in before if word not in _BETWEEN_NOT_AND_VERB][-1]
    return verbs.tense == "present" and (closing == "niet" or (verbs.lemma == "stoppen" and "niet" not in words))


def took_place(clause: Clause, verbs: VerbGroup, cues: frozenset[str]) -> bool:
    """Whether it tells that something was held, begun or ordered: "Er hebben drie avonden plaatsgevonden"."""
    told = verbs.lemma in _BEGINNINGS or "commissive" in cues
    return told and verbs.tense == "past" and bool(verbs.helpers) and not _NOT_DONE.search(clause.quote)
