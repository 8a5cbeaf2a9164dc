"""What was found of a commitment, in words and in the order in which it is told: on Volgen and on the command line."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from index.export import Record
from index.follow import Follower, Step
from index.library import Library
from index.store.rows import FactRow, PassageRow
from index.tracing.keeping import state_told
from index.tracing.listed_states import ListedStates
from index.tracing.other_terms import OtherTerms, TermElsewhere
from index.tracing.outcomes import Outcome, Outcomes
from index.tracing.rareness import Rareness
from index.tracing.registers import is_listed
from ingest.fact_types import Commitment
from views.columns import source_columns
from views.states import listed_on, state_words
from views.words import STATUS, by_when, counted

PERHAPS = "Misschien hierover"
OF_PROJECT = "Stand van dit project in een lijst"
NOT_ITSELF = "De lijst noemt het project, niet deze zin. Vergelijk zelf of het om dezelfde stap gaat."
OTHER_TERM = "Een ander stuk noemt een andere termijn"
SAME_WORKS = "Speerpunt leest dat beide over dezelfde werkzaamheden gaan. Vergelijk zelf."
_FEW_WORDS = "Deelt er woorden mee, meer niet: vergelijk zelf."
_ALIKE = "Mogelijk over hetzelfde: vergelijk zelf. Ongeveer een op de drie gaat over iets wat erop lijkt."


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one commitment.

    Attributes:
        beside: what lists say of its project.
        terms: what other papers give as the term of the same works.
    """

    outcome: Outcome
    beside: Sequence[FactRow]
    terms: Sequence[TermElsewhere]


def told_of(library: Library, follower: Follower, row: FactRow) -> Told:
    """All that is told of a commitment."""
    outcome = Outcomes(library, follower, [score.theme for score in row.themes], whole_trails=True).of(row)
    beside = () if outcome.trail.register else ListedStates(library).beside(row)
    return Told(outcome, beside, OtherTerms(library, follower).of(row))


def parts(outcome: Outcome) -> Iterator[tuple[str, Sequence[Step]]]:
    """What was found, in the order of the page."""
    yield "Eerder gezegd of gepland", outcome.trail.earlier
    yield "Daarna", outcome.trail.later
    if outcome.step and outcome.kind == "perhaps" and outcome.step not in outcome.trail.later:
        yield PERHAPS, [outcome.step]


def caution(part: str) -> str:
    """How sure it is that a part is about the same."""
    return _FEW_WORDS if part == PERHAPS else _ALIKE


def state_in_words(told: Told) -> str:
    """What the newest list says of it; else whether anything came after it at all."""
    outcome, trail = told.outcome, told.outcome.trail
    if trail.register is not None:
        return f"Stand volgens de {listed_on(trail.register)}: {state_words(trail.register)}."
    if any(step.fact and is_listed(step.fact) for _, steps in parts(outcome) for step in steps):
        return "Een lijst noemt een stand van iets wat hierop lijkt. Lees hieronder zelf of het hetzelfde is."
    if any(not step.copy for step in trail.later):
        unlisted = "Geen lijst noemt deze zin zelf, wel het project." if told.beside else "Geen lijst noemt een stand."
        return f"{unlisted} Lees hieronder zelf wat er later over gezegd is."
    if told.terms:
        return "Geen later stuk zegt of het gedaan is. Wel noemt een ander stuk een andere termijn."
    return _nothing_sure(outcome)


def _nothing_sure(outcome: Outcome) -> str:
    """That nothing surely came after it, and where was searched."""
    searched = outcome.trail.searched
    if not searched:
        return "Geen vervolg gevonden: de collectie heeft geen ander stuk van deze gemeente."
    where = f"{counted(len(searched))} van dezelfde gemeente"
    if outcome.kind == "perhaps":
        return f"Geen zeker vervolg gevonden in {where}. Onderaan staat wat er het dichtst bij komt."
    lacking = "" if outcome.searched else " De collectie heeft geen later verslag of raadsstuk waarin het kan staan."
    return f"Geen vervolg gevonden. Er is gezocht in {where}; zie onderaan welke.{lacking}"


def both_terms(row: FactRow, other: TermElsewhere) -> str:
    """The term of a promise, and the one that another paper gives."""
    here = by_when(row.fact) if isinstance(row.fact, Commitment) else ""
    return f"Hier: {here}. Daar: {other.said}"


def step_state(row: FactRow, step: Step, rareness: Rareness) -> str:
    """What a list says of the row that is quoted, else the state that a sentence tells of the commitment itself."""
    if step.fact and is_listed(step.fact):
        return f"In de {listed_on(step.fact)}: {state_words(step.fact)}"
    told = state_told(row, step, rareness)
    return f"Stand: {STATUS[told]}" if told else ""


def _of_promise(row: FactRow) -> dict[str, Any]:
    """Who, and by when, as the words of the paper and as days."""
    fact = row.fact
    if not isinstance(fact, Commitment):
        return {}
    last = fact.deadline.period.end or fact.deadline.period.start if fact.deadline else None
    return {"wie": fact.actor, "wanneer": fact.deadline.text if fact.deadline else None, "uiterlijk": last}


def trail_rows(told: Told, rareness: Rareness, base: str, made: datetime.date) -> list[Record]:
    """The commitment, what lists say of it or of its project, other terms, and each step, to take along."""

    def cited(part: str, state: str, row: FactRow | PassageRow, quote: str, span: tuple[int, int]) -> dict[str, Any]:
        said = {"onderdeel": part, "datum van het stuk": row.document.identity.date.value, "stand": state or None}
        return said | source_columns(row, quote, span, base, made)

    outcome = told.outcome
    row, listed = outcome.trail.commitment, outcome.trail.register
    own = STATUS[row.fact.status] if isinstance(row.fact, Commitment) else ""
    itself = cited("De zin zelf", own, row, row.fact.text, (row.fact.start, row.fact.end))
    rows: list[Record] = [itself | _of_promise(row)]
    for place, found in (("In de", [listed] if listed else []), ("Over het project, in de", told.beside)):
        for each in found:
            span = each.fact.start, each.fact.end
            rows.append(cited(f"{place} {listed_on(each)}", state_words(each), each, each.fact.text, span))
    for part, steps in ((OTHER_TERM, [other.step for other in told.terms]), *parts(outcome)):
        for step in steps:
            state = step_state(row, step, rareness)
            rows.append(cited(part, state, step.passage, step.text, (step.start, step.end)))
    return rows
