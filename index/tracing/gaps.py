"""What a dossier leaves open, from which a question follows: only what its own lines don't answer."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from index.follow import ALIKE, Step
from index.language.matter import acts, content_words, doings, likeness
from index.store.moments import begin, due, moment
from index.store.rows import FactRow
from index.tracing.bottlenecks import is_bottleneck
from index.tracing.contradictions import Contradiction, Contradictions, OtherTerm, are_of_same_works
from index.tracing.indicator_gaps import IndicatorGap, indicator_gaps
from index.tracing.outcomes import Outcome
from index.tracing.registers import CLOSED, OF_LISTS, state_of
from index.tracing.subject import points_back
from index.tracing.telling import is_recurring, says_not_yet
from ingest.fact_types import Commitment

CommitmentGap = Literal[
    "delayed",
    "bottleneck",
    "open in list",
    "overdue",
    "no later papers",
    "no follow-up",
    "amounts differ",
    "dates differ",
    "states differ",
]
GapKind = CommitmentGap | IndicatorGap

_ORDER: dict[GapKind, int] = {
    "delayed": 0,
    "states differ": 1,
    "dates differ": 1,
    "bottleneck": 2,
    "open in list": 2,
    "overdue": 3,
    "amounts differ": 4,
    "figures differ": 5,
    "worse": 6,
    "no follow-up": 7,
    "no later papers": 8,
    "no value": 9,
}
_PROMISED = frozenset({"toezegging", "afspraak"})
_NOT_OURS = frozenset({"verwachting", "voorstel_derde"})
_LONG_AGO = datetime.timedelta(days=365)
"""A promise without a term is asked after once the yearly accounts could have told of it."""
_JUST_OVER = datetime.timedelta(days=183)
_APART = datetime.timedelta(days=31)
"""How long a term may be over when a later paper gives another, and how far apart the two are at least."""
_SAME = 0.6
"""Share of the words of the shorter of two promises that the other has, from which one question is asked of both."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the papers leave open.

    Attributes:
        about: the commitment or indicator.
        beside: where sums, figures or states differ, the other place; of a promise that was put off, the commitment
            that says so; of an indicator that got worse, the value before.
        outcome: of a commitment, what was found of it and where was searched.
        term: where terms differ and it is no commitment that gives the other, the sentence that does.
    """

    kind: GapKind
    about: FactRow
    beside: FactRow | None = None
    outcome: Outcome | None = None
    term: OtherTerm | None = None


def is_open(outcome: Outcome) -> bool:
    """Whether the newest that is said of it is a list that says it isn't done, or nothing at all was found of it."""
    if outcome.kind == "listed":
        return state_of(outcome.trail.register) not in CLOSED and not outcome.is_newer_than_list
    return outcome.kind in {"silent", "no later papers"}


def gaps(
    outcomes: Iterable[Outcome],
    facts: Sequence[FactRow],
    today: datetime.date,
    contradictions: Contradictions | None = None,
) -> list[Gap]:
    """The gaps, the weightiest first; of what one sentence promises in parts, or two papers alike, the first."""
    found = [gap for outcome in outcomes for gap in _of_commitment(outcome, today, contradictions)]
    delayed = {number for gap in found if gap.kind == "delayed" for number in rows_of(gap)}
    found = [gap for gap in found if gap.kind == "delayed" or gap.about.id not in delayed]
    found += [Gap(kind, row, beside) for kind, row, beside in indicator_gaps(facts)]
    return _once(sorted(found, key=lambda gap: _ORDER[gap.kind]))


def _once(found: Iterable[Gap]) -> list[Gap]:
    """Without those that ask after what one before them asks after."""
    kept: list[Gap] = []
    for gap in found:
        if not any(_asks_the_same(gap, other) for other in kept):
            kept.append(gap)
    return kept


def _asks_the_same(gap: Gap, other: Gap) -> bool:
    return bool(gap.outcome and other.outcome and say_the_same(gap.outcome, other.outcome))


def say_the_same(one: Outcome, other: Outcome) -> bool:
    """Whether two promises are of one sentence, share most of their words, or give one term for the same works."""
    words = [content_words(each.said) - acts() for each in (one, other)]
    shorter, longer = sorted(words, key=len)
    shared = sum(likeness(word, longer) for word in shorter)
    is_alike = bool(shorter) and shared >= _SAME * len(shorter)
    return is_alike or are_of_same_works(one.row, one.said, other.row, other.said)


def rows_of(gap: Gap) -> set[int]:
    """The commitments that it asks after: where one was put off, also the one that says so."""
    return {gap.about.id} | ({gap.beside.id} if gap.kind == "delayed" and gap.beside else set())


def _of_commitment(outcome: Outcome, today: datetime.date, contradictions: Contradictions | None) -> Iterable[Gap]:
    row, fact = outcome.row, outcome.row.fact
    if not isinstance(fact, Commitment) or not _can_be_asked(outcome, fact):
        return
    delay = _delay(outcome, today)
    again = None if delay else _other_term(outcome)
    kind = _open_end(outcome, fact, today) if is_open(outcome) and not (delay or again) else None
    if delay:
        yield delay
    if contradictions and not delay:
        yield from _contradicted(outcome, contradictions.of(row))
    if again:
        yield Gap("dates differ", row, again, outcome)
    if kind:
        yield Gap(kind, row, outcome=outcome)
    other = _other_amount(outcome)
    if other:
        yield Gap("amounts differ", row, other, outcome)


def _contradicted(outcome: Outcome, found: Contradiction) -> Iterable[Gap]:
    if found.state:
        yield Gap("states differ", outcome.row, found.state, outcome)
    elif found.term:
        yield Gap("dates differ", outcome.row, None, outcome, found.term)


def _can_be_asked(outcome: Outcome, fact: Commitment) -> bool:
    """Whether it was promised, and not only hoped for or left to others, and a reader knows what: not where it leans on
    words that aren't shown, or names nothing that something is done to ("Levering en plaatsing")."""
    leans = outcome.said == " ".join(fact.text.split()) and points_back(fact.text)
    return fact.promise_type not in _NOT_OURS and not leans and bool(_matter(outcome.said))


def _open_end(outcome: Outcome, fact: Commitment, today: datetime.date) -> CommitmentGap | None:
    last = due(outcome.row)
    until = last or begin(outcome.row)
    if until and until >= today:
        return None
    if outcome.kind == "listed":
        return _in_list(outcome)
    if last:
        return "overdue" if outcome.kind == "silent" else "no later papers"
    said = moment(outcome.row.document)
    is_old = said is not None and today - said > _LONG_AGO
    is_asked = is_old and outcome.kind == "silent" and fact.status == "planned" and (fact.deadline is None or until)
    return "no follow-up" if is_asked and _is_to_happen_once(outcome.row, fact) else None


def _is_to_happen_once(row: FactRow, fact: Commitment) -> bool:
    """Whether one may ask what came of it without a term: it was promised or decided, or begins on a day and isn't done
    every year since. How a plan says that things go ("wij maken een vuist", "keert de opbrengst uit") is no deed."""
    is_decided = fact.promise_type == "besluit" and row.document.doc_type == "besluitenlijst"
    begins = fact.strength == "strong" and begin(row) is not None
    return fact.promise_type in _PROMISED or is_decided or (begins and not is_recurring(fact.text))


def _in_list(outcome: Outcome) -> CommitmentGap | None:
    """What a list leaves open: of a list of the state of all plans only what goes wrong is asked."""
    listed = outcome.trail.register
    if listed and is_bottleneck(listed):
        return "bottleneck"
    return "open in list" if listed and listed.document.doc_type == OF_LISTS else None


def _delay(outcome: Outcome, today: datetime.date) -> Gap | None:
    """A promise of which the newest that is told is that it wasn't done, where the new term is over too."""
    if outcome.kind == "listed":
        return None
    step = outcome.step
    if step is None:
        first = _put_off_by(outcome)
        return Gap("delayed", first, outcome.row, outcome) if first and _is_over(outcome.row, today) else None
    is_done = (step.fact is not None and not _is_planned(step.fact)) or _done_since(outcome, step)
    if due(outcome.row) is None or not says_not_yet(step.text) or is_done:
        return None
    over = _is_over(outcome.row, today) and (step.fact is None or _is_over(step.fact, today))
    return Gap("delayed", outcome.row, step.fact, outcome) if over else None


def _is_over(row: FactRow, today: datetime.date) -> bool:
    last = due(row)
    return last is None or last < today


def _put_off_by(outcome: Outcome) -> FactRow | None:
    """The same promise in an earlier paper with an earlier term, where this one says that it isn't done yet."""
    last = due(outcome.row) if says_not_yet(outcome.row.fact.text) else None
    for step in reversed(outcome.trail.earlier):
        before = due(step.fact) if step.fact and step.likeness >= ALIKE else None
        if last and before and before < last:
            return step.fact
    return None


def _done_since(outcome: Outcome, step: Step) -> bool:
    told = (other for other in outcome.trail.later if other.moment and step.moment and other.moment > step.moment)
    return any(other.fact and isinstance(other.fact.fact, Commitment) and _is_done(other.fact.fact) for other in told)


def _is_done(fact: Commitment) -> bool:
    return fact.status == "realised" and not fact.negated


def _other_term(outcome: Outcome) -> FactRow | None:
    """The same deed in a later paper with another term, where the first was still to come, or hardly over, by then: of
    what is done every year the next one comes later. A paper that says that it was put off explains it."""
    own = due(outcome.row)
    for step in (outcome.step, *outcome.trail.later):
        fact = step.fact if step and (step is outcome.step or step.likeness >= ALIKE) else None
        other = due(fact) if fact and _is_planned(fact) else None
        told = step.moment if step and not says_not_yet(step.text) else None
        if step and own and other and told and own >= told - _JUST_OVER and abs(other - own) > _APART:
            return fact if fact and _is_same_deed(outcome.row, fact) else None
    return None


def _is_planned(row: FactRow) -> bool:
    return isinstance(row.fact, Commitment) and row.fact.status != "realised"


def _is_same_deed(one: FactRow, other: FactRow) -> bool:
    """Whether the same is done to the same: the plan that is made of a picture is another thing than the picture."""
    first, second = (_matter(_object(row)) for row in (one, other))
    shorter, longer = sorted((first, second), key=len)
    shared = sum(likeness(word, longer) for word in shorter)
    return bool(shorter) and shared == len(shorter) and bool(_deeds(one.fact.text) & _deeds(other.fact.text))


def _object(row: FactRow) -> str:
    return (row.fact.object or "") if isinstance(row.fact, Commitment) else ""


def _matter(text: str) -> frozenset[str]:
    """What something is done to, by the stems of its words."""
    return content_words(text) - acts() - doings(text)


def _deeds(text: str) -> frozenset[str]:
    """What is done, by the stems of its words: "aanvragen", "bouw"."""
    return content_words(text) & (acts() | doings(text))


def _other_amount(outcome: Outcome) -> FactRow | None:
    """The same commitment elsewhere with another sum."""
    own = outcome.row.fact.amount_eur if isinstance(outcome.row.fact, Commitment) else None
    for step in (*outcome.trail.earlier, *outcome.trail.later):
        fact = step.fact.fact if step.fact and step.likeness >= ALIKE else None
        other = fact.amount_eur if isinstance(fact, Commitment) else None
        if own and other and other != own and _figures(step.text).isdisjoint(_figures(outcome.row.fact.text)):
            return step.fact
    return None


def _figures(text: str) -> frozenset[str]:
    """Its sums: where a paper names the same one ("van het krediet van 2 ton is 1 ton besteed"), it has no other."""
    return frozenset(word for word in content_words(text) if word.isdigit())
