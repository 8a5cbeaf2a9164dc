"""What a raadslid needs before a session on a theme: plans, promises, money, reports, and what is still open.

A dossier is data: rows of the library in parts, and gaps from which questions follow. How it reads is up to the front
doors. Nothing is summarised: every line is a quote with its place.
"""

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from index.follow import SURE, Follower
from index.language.matter import says
from index.library import Library
from index.store.filters import Filters
from index.store.moments import due
from index.store.rows import DocumentRow, FactRow, PassageRow
from index.tracing.costs import CostGroup, cost_groups
from index.tracing.dossier_beside import Beside, beside
from index.tracing.dossier_missing import Missing, missing
from index.tracing.dossier_open import firmness, is_about, long_ago, open_commitments, results, time_of
from index.tracing.gaps import Gap, gaps, is_open, rows_of
from index.tracing.on_theme import at_heart, facts_on, meant, titled_on
from index.tracing.outcomes import Outcome, Outcomes
from index.tracing.priorities import Priorities, priorities
from index.tracing.registers import Registers
from index.tracing.stages import Stage, is_own, stage
from index.tracing.theme_figures import latest_indicators
from ingest.seams import is_told, torn_sentences

LONGEST = 8
"""Lines in a part, and in one that only tells more; the lists of the app hold all."""
MORE = 4
QUESTIONS = 5
"""What can be asked in a session: the surest."""
FOLLOWED = 24
"""Commitments of the last years of which the outcome is sought, besides those shown: each costs a tenth of a second or
more."""
_FEW_LINES = 2
"""Lines without a sentence from which on they are a list."""
Line = TypeVar("Line")
Line_co = TypeVar("Line_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Part(Generic[Line_co]):
    """Lines of one kind, at most `LONGEST` of the `total` that there are."""

    lines: tuple[Line_co, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """A theme in a municipality.

    Attributes:
        passages: what the plans say, one passage of each.
        promises: those after which no shown gap asks, and what came of them.
        costs: amounts by document and heading; its total counts the rows and sentences.
        reports: what was done; where nothing of the kind was found, what reports say on the themes.
        beside: the neighbouring themes under which something runs or is overdue.
        documents: those that were searched; `unread` those that could not be read, or only in part.
    """

    filters: Filters
    made: datetime.date
    priorities: Priorities
    passages: Part[PassageRow]
    promises: Part[Outcome]
    costs: Part[CostGroup]
    reports: Part[FactRow | PassageRow]
    indicators: Part[FactRow]
    gaps: Part[Gap]
    beside: tuple[Beside, ...]
    documents: tuple[DocumentRow, ...]
    unread: tuple[DocumentRow, ...]
    missing: tuple[Missing, ...]


def dossier(library: Library, follower: Follower, filters: Filters, today: datetime.date) -> Dossier:
    """All that the library has on these themes, of these municipalities and years.

    Raises ValueError without a theme: a dossier on everything is the collection itself.
    """
    if not filters.themes:
        raise ValueError("a dossier needs a theme")
    themes = meant(filters.themes)
    with library.snapshot():
        documents = library.documents(replace(filters, themes=(), officials=()))
        facts = [row for row in facts_on(library, filters, filters.themes) if is_own(row.document)]
        registers = Registers(library)
        finder = Outcomes(library, follower, themes)
        promised = [row for row in facts if at_heart(row, themes)]
        outcomes = _outcomes(finder, registers, promised, today)
        open_ends = _part(gaps(outcomes, facts, today), QUESTIONS)
        asked = {number for gap in open_ends.lines if gap.kind != "amounts differ" for number in rows_of(gap)}
        promises = _promises(finder, registers, promised, outcomes, today, without=asked)
        sought = (*outcomes, *promises.lines)
        told = {outcome.step.fact.id for outcome in sought if outcome.step and outcome.step.fact}
        found = priorities(library, facts, themes, filters, today)
        quoted = {place.passage.id for place in found.endings}
        done = [row for row in results(facts, themes) if row.id not in told]
        return Dossier(
            filters=filters,
            made=today,
            priorities=found,
            passages=_part(_passages(library, _of(("plan", "begroting"), documents), themes, quoted), MORE),
            promises=promises,
            costs=_cut(cost_groups(library, facts)),
            reports=_part([*done, *_told(library, documents, themes, done)], MORE),
            indicators=_part(latest_indicators(facts)),
            gaps=open_ends,
            beside=beside(library, follower, filters, [row.id for row in facts], today),
            documents=tuple(documents),
            unread=(
                *(row for row in library.documents() if row.status == "failed"),
                *(row for row in documents if row.status == "partial"),
            ),
            missing=tuple(missing(documents, filters.years, today)),
        )


def _part(rows: Iterable[Line], most: int = LONGEST) -> Part[Line]:
    held = tuple(rows)
    return Part(held[:most], len(held))


def _cut(groups: Sequence[CostGroup]) -> Part[CostGroup]:
    """The first groups with together at most `LONGEST` lines."""
    kept: list[CostGroup] = []
    room = LONGEST
    for group in groups:
        if room > 0:
            kept.append(replace(group, lines=group.lines[:room]))
            room -= len(group.lines)
    return Part(tuple(kept), sum(len(group.lines) for group in groups))


def _outcomes(finder: Outcomes, registers: Registers, facts: Sequence[FactRow], today: datetime.date) -> list[Outcome]:
    """What came of the first commitments; one that only repeats another that was followed is left out."""
    found: list[Outcome] = []
    commitments = open_commitments(facts, today)
    told = set(long_ago(commitments))
    waiting = [row for row in commitments if row.id not in told]
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
    without: Collection[int],
) -> Part[Outcome]:
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

    first, rest = _sought(finder, sorted((row for row in found if row.id not in without), key=order), known)
    known |= {outcome.row.id: outcome for outcome in first}
    return Part(tuple(sorted(first, key=lambda outcome: order(outcome.row))), len(first) + rest)


def _sought(finder: Outcomes, rows: Sequence[FactRow], known: Mapping[int, Outcome]) -> tuple[list[Outcome], int]:
    """What came of as many as are shown, and how many others there are without what only repeats one of these."""
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
            if outcome and finder.is_on_theme(outcome) and row.id not in again:
                first.append(outcome)
                again |= _again(outcome)
    seen = again | {outcome.row.id for outcome in first}
    return first, sum(row.id not in seen for row in rows)


def _urgency(row: FactRow, outcome: Outcome | None, today: datetime.date) -> tuple[int, int]:
    last = due(row)
    firm = firmness(row)
    if outcome is not None and not is_open(outcome):
        return (3 if outcome.kind == "perhaps" else 4), firm
    if last is None:
        return (1 if firm == 0 else 5), firm
    return (0 if last < today else 2), firm


def _told(
    library: Library, documents: Sequence[DocumentRow], themes: Sequence[str], done: Sequence[FactRow]
) -> list[PassageRow]:
    """What papers say whose title is on the themes; where nothing was read as done, what reports say on them too."""
    spoken = {row.document.id for row in done}
    papers = [row for row in documents if titled_on(row, themes) and stage(row) in {"verslag", "raad"}]
    found = _passages(library, [row for row in papers if row.id not in spoken], themes)
    if done:
        return found
    said = _passages(library, [row for row in _of(("verslag",), documents) if row not in papers], themes)
    return [*found, *(row for row in said if is_about(row.text, row.heading_path, themes))]


def _of(phases: Sequence[Stage], documents: Sequence[DocumentRow]) -> list[DocumentRow]:
    return [row for row in documents if stage(row) in phases]


def _passages(
    library: Library, documents: Sequence[DocumentRow], themes: Sequence[str], quoted: Collection[int] = ()
) -> list[PassageRow]:
    """Of each document the passage most surely on the theme, prose before tables; the newest first.

    Where columns run through each other nobody wrote what stands there, and a list of topics, of who holds what office
    or of contents says nothing: these are no quotes.

    Args:
        quoted: passages that stand elsewhere in the dossier, and give way to others.
    """
    best = []
    for document in documents:
        written = [row for row in _written(library, document) if row.searchable and _sureness(row, themes)]
        on = [row for row in written if not _is_list(row.text)]
        best += sorted(on, key=lambda row: (row.id in quoted, not _is_prose(row.text), -_sureness(row, themes)))[:1]
    return sorted(best, key=time_of, reverse=True)


def _is_prose(text: str) -> bool:
    """Whether it holds a sentence that doesn't only lead in a list, and no table."""
    return "|" not in text and any(says(line) and not line.rstrip().endswith(":") for line in text.splitlines())


def _is_list(text: str) -> bool:
    return "|" not in text and len(text.splitlines()) > _FEW_LINES and not _is_prose(text)


def _written(library: Library, document: DocumentRow) -> list[PassageRow]:
    """The passages of a document without a torn sentence."""
    rows = library.passages_of(document.id)
    if not is_told(document.problems):
        return rows
    torn = torn_sentences(library.text(document.id), rows)
    return [row for row in rows if not any(start < row.end and row.start < end for start, end in torn)]


def _sureness(row: PassageRow, themes: Sequence[str]) -> float:
    return max((score.probability for score in row.themes if score.theme in themes), default=0.0)
