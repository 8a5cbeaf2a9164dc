"""What a raadslid needs before a session on a theme: plans, promises, money, reports, and what is still open.

A dossier is data: rows of the library in parts, and gaps from which questions follow. How it reads is up to the front
doors. Nothing is summarised: every line is a quote with its place.
"""

import datetime
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from index.follow import SURE, Follower
from index.library import Library
from index.store.choice import UNDONE, Choice
from index.store.filters import Filters
from index.store.judgements import Judgements
from index.store.moments import due
from index.store.rows import DocumentRow, FactRow, PassageRow
from index.tracing.bottlenecks import of_projects
from index.tracing.contradictions import Contradictions
from index.tracing.costs import CostGroup, cost_groups
from index.tracing.dossier_beside import Beside, beside
from index.tracing.dossier_missing import Missing, missing
from index.tracing.dossier_open import firmness, long_ago, open_commitments, results, was_open
from index.tracing.dossier_passages import best_passages, of_phases, told
from index.tracing.dossier_taakvelden import Taakveld, taakvelden, themes_of_field
from index.tracing.dossier_unread import unread
from index.tracing.gaps import Gap, gaps, is_open, rows_of, say_the_same
from index.tracing.on_theme import at_heart, facts_on, meant, speerpunten_on
from index.tracing.outcomes import Outcome, Outcomes
from index.tracing.priorities import Priorities, priorities
from index.tracing.registers import Registers
from index.tracing.repeated import each_once
from index.tracing.stages import is_own
from index.tracing.theme_figures import latest_indicators
from ingest.fact_types import Amount, CommitmentStatus

LONGEST = 8
"""Lines in a part, and in one that only tells more; the lists of the app hold all."""
MORE = 4
QUESTIONS = 5
"""What can be asked in a session: the surest."""
FOLLOWED = 24
"""Commitments of the last years of which the outcome is sought, besides those shown: each costs a tenth of a second or
more."""
_LONGEST_SENTENCE = 200
_ENDS = re.compile(r"[.!?;\n]")
"""What stands between two facts of one sentence is no longer than this, and holds none of these."""
Line = TypeVar("Line")
Line_co = TypeVar("Line_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Part(Generic[Line_co]):
    """Lines of one kind, the first of `total`: of commitments as many as the list of the app holds."""

    lines: tuple[Line_co, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """A theme in a municipality.

    Attributes:
        speerpunten: how many the list of the app holds.
        passages: what the plans say, one passage of each.
        promises: those after which no shown gap asks, and what came of them.
        taakvelden: what the theme costs in all, in the newest paper that tells it.
        costs: other amounts by document and heading; its total counts the rows and sentences.
        reports: what was done; where nothing of the kind was found, what reports say on the themes.
        beside: the neighbouring themes under which something runs or is overdue.
        documents: those that were searched; `unread` those that could not be read, or not where it matters.
        wrong: how many facts on the themes were left out, for a user marked them as wrong.
    """

    filters: Filters
    made: datetime.date
    priorities: Priorities
    speerpunten: int
    passages: Part[PassageRow]
    promises: Part[Outcome]
    taakvelden: tuple[Taakveld, ...]
    costs: Part[CostGroup]
    reports: Part[FactRow | PassageRow]
    indicators: Part[FactRow]
    gaps: tuple[Gap, ...]
    beside: tuple[Beside, ...]
    documents: tuple[DocumentRow, ...]
    unread: tuple[DocumentRow, ...]
    missing: tuple[Missing, ...]
    wrong: int


def dossier(library: Library, follower: Follower, filters: Filters, today: datetime.date) -> Dossier:
    """All that the library has on these themes, of these municipalities and years.

    Raises ValueError without a theme: a dossier on everything is the collection itself.
    """
    if not filters.themes:
        raise ValueError("a dossier needs a theme")
    themes = meant(filters.themes)
    with library.snapshot():
        documents = library.documents(replace(filters, themes=(), officials=()))
        read = [row for row in facts_on(library, filters, filters.themes) if is_own(row.document)]
        facts = _not_wrong(library, read)
        registers = Registers(library)
        finder = Outcomes(library, follower, themes)
        promised = [row for row in facts if was_open(row) and at_heart(row, themes)]
        contradictions = Contradictions(library, follower, finder.subjects)
        outcomes = _outcomes(finder, registers, contradictions, promised, today)
        outcomes += finder.of_all(_not_wrong(library, of_projects(library, filters, themes)))
        open_ends = gaps(outcomes, facts, today, contradictions)[:QUESTIONS]
        asked = {number for gap in open_ends if gap.kind != "amounts differ" for number in rows_of(gap)}
        promises = _promises(finder, registers, promised, outcomes, today, open_ends, without=asked)
        sought = (*outcomes, *promises)
        said = {outcome.step.fact.id for outcome in sought if outcome.step and outcome.step.fact}
        fields = taakvelden(facts, themes)
        found = priorities(library, facts, themes, filters, today)
        quoted = {place.passage.id for place in found.endings}
        shown = [*(outcome.row for outcome in promises), *(gap.about for gap in open_ends)]
        done = [row for row in results(facts, themes) if row.id not in said]
        done = [row for row in done if not _in_sentence_of(library, row, shown)]
        reports: list[FactRow | PassageRow] = [*done, *told(library, documents, themes, done)]
        return Dossier(
            filters=filters,
            made=today,
            priorities=found,
            speerpunten=len(speerpunten_on(library, filters)),
            passages=_part(best_passages(library, of_phases(("plan", "begroting"), documents), themes, quoted), MORE),
            promises=_part(promises, LONGEST, _listed(library, filters, UNDONE)),
            taakvelden=fields,
            costs=_cut(cost_groups(library, _without(facts, themes) if fields else facts, themes)),
            reports=_part(reports, MORE, _listed(library, filters, ("realised",))),
            indicators=_part(latest_indicators(row for row in facts if at_heart(row, themes))),
            gaps=tuple(open_ends),
            beside=beside(library, follower, filters, [row.id for row in facts], today),
            documents=tuple(documents),
            unread=tuple(unread(library, documents, themes)),
            missing=tuple(missing(documents, filters.years, today)),
            wrong=len(read) - len(facts),
        )


def _part(rows: Iterable[Line], most: int = LONGEST, total: int | None = None) -> Part[Line]:
    held = tuple(rows)
    return Part(held[:most], len(held) if total is None else total)


def _listed(library: Library, filters: Filters, states: Sequence[CommitmentStatus]) -> int:
    """How many commitments of these states the list of the app holds under the same filters."""
    choice = each_once(library, filters, Choice(states=tuple(states)))
    return library.count_facts("commitment", filters, choice)[0]


def _not_wrong(library: Library, rows: Sequence[FactRow]) -> list[FactRow]:
    """Those that nobody marked as wrong."""
    mark = Judgements(library.folder).lookup()
    return [row for row in rows if (said := mark(row)) is None or said.verdict != "wrong"]


def _in_sentence_of(library: Library, row: FactRow, others: Iterable[FactRow]) -> bool:
    """Whether it is said in one sentence with another: "is voorbereid, en wordt in 2026 toegepast" is not done."""
    for other in others:
        first, last = sorted((row, other), key=lambda each: each.fact.start)
        if row.document.id == other.document.id and last.fact.start - first.fact.end < _LONGEST_SENTENCE:
            between = library.text(row.document.id)[first.fact.end : last.fact.start]
            if not _ENDS.search(between):
                return True
    return False


def _without(facts: Iterable[FactRow], themes: Collection[str]) -> list[FactRow]:
    """All but the rows of the task fields of the themes, also those of other papers: one table of them is enough."""
    return [row for row in facts if not isinstance(row.fact, Amount) or themes_of_field(row.fact).isdisjoint(themes)]


def _cut(groups: Sequence[CostGroup]) -> Part[CostGroup]:
    """The first groups, together of at most `LONGEST` lines."""
    kept: list[CostGroup] = []
    room = LONGEST
    for group in groups:
        if room > 0:
            kept.append(replace(group, lines=group.lines[:room]))
            room -= len(group.lines)
    return Part(tuple(kept), sum(len(group.lines) for group in groups))


def _outcomes(
    finder: Outcomes,
    registers: Registers,
    contradictions: Contradictions,
    facts: Sequence[FactRow],
    today: datetime.date,
) -> list[Outcome]:
    """What came of the first commitments, those first of which papers say different things; one that only repeats
    another that was followed is left out."""
    found: list[Outcome] = []
    commitments = open_commitments(facts, today)
    told = set(long_ago(commitments))
    recent = (row for row in commitments if row.id not in told)
    waiting = sorted(recent, key=lambda row: not contradictions.of(row))
    while waiting and len(found) < FOLLOWED:
        room = FOLLOWED - len(found)
        first, waiting = waiting[:room], waiting[room:]
        for outcome in finder.of_all(row for row in first if row.id not in told):
            listed = {other.id for other in registers.rows(outcome.row)}
            if finder.is_on_theme(outcome) and outcome.row.id not in told and not listed & told:
                told |= listed | _again(outcome)
                found.append(outcome)
    return found


def _again(outcome: Outcome) -> set[int]:
    """Commitments that say again what this one says, or that tell what came of it."""
    steps = (*outcome.trail.earlier, *outcome.trail.later)
    again = {step.fact.id for step in steps if step.fact and (step.copy or step.likeness >= SURE)}
    return again | ({outcome.step.fact.id} if outcome.step and outcome.step.fact and outcome.is_sure else set())


def _promises(
    finder: Outcomes,
    registers: Registers,
    facts: Sequence[FactRow],
    outcomes: Sequence[Outcome],
    today: datetime.date,
    open_ends: Sequence[Gap],
    without: Collection[int],
) -> list[Outcome]:
    """Overdue and open first, then what is firm without a term, what is to come, what was told of, and intentions;
    what is of long ago last. Of all that are shown the outcome is sought."""
    known = {outcome.row.id: outcome for outcome in outcomes}
    again = {number for outcome in outcomes for number in _again(outcome)}
    listed = {other.id for outcome in outcomes for other in registers.rows(outcome.row)}
    found = [
        row
        for row in open_commitments(facts, today)
        if row.id in known or not (row.id in again or listed & {row.id, *(one.id for one in registers.rows(row))})
    ]
    old = long_ago(found)

    def order(row: FactRow) -> tuple[bool, int, int]:
        return row.id in old, *_urgency(row, known.get(row.id), today)

    questioned = [gap.outcome for gap in open_ends if gap.outcome and gap.kind != "amounts differ"]
    first = _sought(finder, sorted((row for row in found if row.id not in without), key=order), known, questioned)
    known |= {outcome.row.id: outcome for outcome in first}
    return sorted(first, key=lambda outcome: order(outcome.row))


def _sought(
    finder: Outcomes, rows: Sequence[FactRow], known: Mapping[int, Outcome], questioned: Sequence[Outcome]
) -> list[Outcome]:
    """What came of as many as are shown, without what only repeats one of these or what is asked after."""
    first: list[Outcome] = []
    again: set[int] = set()
    waiting = list(rows)
    while waiting and len(first) < LONGEST:
        room = LONGEST - len(first)
        some, waiting = waiting[:room], waiting[room:]
        unsought = finder.of_all(row for row in some if row.id not in known and row.id not in again)
        sought = {outcome.row.id: outcome for outcome in unsought}
        for row in some:
            outcome = known.get(row.id) or sought.get(row.id)
            if not outcome or row.id in again or not finder.is_on_theme(outcome):
                continue
            if not any(say_the_same(outcome, other) for other in (*questioned, *first)):
                first.append(outcome)
                again |= _again(outcome)
    return first


def _urgency(row: FactRow, outcome: Outcome | None, today: datetime.date) -> tuple[int, int]:
    last = due(row)
    firm = firmness(row)
    if outcome is not None and not is_open(outcome):
        return (3 if outcome.kind == "perhaps" else 4), firm
    if last is None:
        return (1 if firm == 0 else 5), firm
    return (0 if last < today else 2), firm
