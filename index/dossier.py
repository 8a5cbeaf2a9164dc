"""What a raadslid needs before a session on a theme: plans, promises, money, reports, and what is still open.

A dossier is data: rows of the library in parts, and gaps from which questions follow. How it reads is up to the front
doors. Nothing is summarised: every line is a quote with its place.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from index.filters import Filters
from index.follow import Follower, Trail
from index.library import Library
from index.moments import moment
from index.on_theme import facts_on
from index.rows import DocumentRow, FactRow, PassageRow
from index.wordlists import pairs
from ingest.fact_types import Amount, Commitment, Indicator, Speerpunt

Stage = Literal["plan", "begroting", "verslag", "raad"]
GapKind = Literal["no follow-up", "overdue", "no deadline", "amounts differ", "no value"]

LONGEST = 8
"""Lines in a part: with these a dossier is two to four pages; the lists of the app hold all."""
_FOLLOWED = 12
"""Commitments of which the follow-up is sought, the firmest first: each costs a tenth of a second or more."""
_STRENGTH = {"strong": 0, "medium": 1, "weak": 2}
_OPEN = {"planned", "ongoing", "undecided"}


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of one kind, at most `LONGEST`; `more` tells how many were left out."""

    lines: tuple[FactRow | PassageRow, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that a plan leaves open, from which a question follows.

    Attributes:
        about: the commitment or indicator.
        beside: what it should be read beside: where the amounts differ, the other place.
        trail: of a commitment, what was found of it and where was searched.
    """

    kind: GapKind
    about: FactRow
    beside: FactRow | None = None
    trail: Trail | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """A document that one would expect and that the collection lacks."""

    doc_type: str
    year: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """A theme in a municipality.

    Attributes:
        passages: what the plans say, one passage of each.
        documents: those that were searched; `unread` those that could not be read, or only in part.
    """

    filters: Filters
    made: datetime.date
    speerpunten: Part
    passages: Part
    promises: Part
    amounts: Part
    reports: Part
    indicators: Part
    gaps: tuple[Gap, ...]
    documents: tuple[DocumentRow, ...]
    unread: tuple[DocumentRow, ...]
    missing: tuple[Missing, ...]


def dossier(library: Library, follower: Follower, filters: Filters, today: datetime.date) -> Dossier:
    """All that the library has on these themes, of these municipalities and years.

    Raises ValueError without a theme: a dossier on everything is the collection itself.
    """
    if not filters.themes:
        raise ValueError("a dossier needs a theme")
    with library.snapshot():
        documents = library.documents(replace(filters, themes=(), officials=()))
        unread = [row for row in library.documents() if row.status == "failed"]
        facts = facts_on(library, filters, filters.themes)
        promises = _promises(facts)
        return Dossier(
            filters=filters,
            made=today,
            speerpunten=_part(_once(row for row in facts if isinstance(row.fact, Speerpunt))),
            passages=_part(_passages(library, documents, filters, "plan")),
            promises=_part(promises),
            amounts=_part(_amounts(facts)),
            reports=_part(_reports(facts) or _passages(library, documents, filters, "verslag")),
            indicators=_part(row for row in facts if isinstance(row.fact, Indicator)),
            gaps=tuple(_gaps(follower, promises, facts, today)),
            documents=tuple(documents),
            unread=(*unread, *(row for row in documents if row.status == "partial")),
            missing=tuple(_missing(documents, filters.years)),
        )


def stage(document: DocumentRow) -> Stage | None:
    """The part of the cycle that a document belongs to; None for a type that belongs to none."""
    return _stages().get(document.doc_type or "")


@cache
def _stages() -> dict[str, Stage]:
    known: dict[str, Stage] = {"plan": "plan", "begroting": "begroting", "verslag": "verslag", "raad": "raad"}
    return {doc_type: known[phase] for doc_type, phase in pairs("fasen.tsv")}


def _part(rows: Iterable[FactRow | PassageRow]) -> Part:
    held = tuple(rows)
    return Part(held[:LONGEST], max(0, len(held) - LONGEST))


def _once(rows: Iterable[FactRow]) -> list[FactRow]:
    """In order of time, each text once."""
    ordered = sorted(rows, key=_time)
    return list({" ".join(row.fact.text.casefold().split()): row for row in reversed(ordered)}.values())[::-1]


def _time(row: FactRow | PassageRow) -> datetime.date:
    return moment(row.document) or datetime.date.min


def _promises(facts: Iterable[FactRow]) -> list[FactRow]:
    """What is still to be done, the firmest first, then the newest."""
    found = _once(row for row in facts if isinstance(row.fact, Commitment) and row.fact.status in _OPEN)
    found.sort(key=_time, reverse=True)
    return sorted(found, key=lambda row: _STRENGTH[row.fact.strength] if isinstance(row.fact, Commitment) else 3)


def _reports(facts: Iterable[FactRow]) -> list[FactRow]:
    """What documents say was done, the newest first."""
    done = (row for row in facts if isinstance(row.fact, Commitment) and row.fact.status == "realised")
    return _once(done)[::-1]


def _amounts(facts: Iterable[FactRow]) -> list[FactRow]:
    """The newest first, and within a document the highest; of a row of a table its highest amount."""
    found = [(row, abs(row.fact.value_eur)) for row in facts if isinstance(row.fact, Amount)]
    best: dict[tuple[int, int], FactRow] = {}
    for row, _ in sorted(found, key=lambda pair: -pair[1]):
        best.setdefault((row.document.id, row.fact.start), row)
    return sorted(best.values(), key=_time, reverse=True)


def _passages(library: Library, documents: Sequence[DocumentRow], filters: Filters, phase: Stage) -> list[PassageRow]:
    """Of each document of a phase the passage that is most surely on the theme, the newest first."""
    best = []
    for document in documents:
        if stage(document) == phase:
            found = library.themes(document_id=document.id)
            best += [passage for theme, (_, passage) in found.items() if theme in filters.themes][:1]
    return sorted(library.passages(best), key=_time, reverse=True)


def _gaps(
    follower: Follower, promises: Sequence[FactRow], facts: Sequence[FactRow], today: datetime.date
) -> Iterable[Gap]:
    for row in promises[:_FOLLOWED]:
        trail = follower.follow(row)
        kind = _open_end(row, trail, today)
        if kind:
            yield Gap(kind, row, trail=trail)
        other = _other_amount(row, trail)
        if other:
            yield Gap("amounts differ", row, other, trail)
    for row in facts:
        if isinstance(row.fact, Indicator) and row.fact.value is None:
            yield Gap("no value", row)


def _open_end(row: FactRow, trail: Trail, today: datetime.date) -> GapKind | None:
    """What is unknown of a commitment: what came of it, or by when it will be done."""
    fact = row.fact
    listed = trail.register.fact if trail.register else None
    closed = isinstance(listed, Commitment) and listed.register_status in {"Voldaan", "Vervallen"}
    if not isinstance(fact, Commitment) or closed:
        return None
    followed = [step for step in trail.later if not step.copy]
    due = (fact.deadline.period.end or fact.deadline.period.start) if fact.deadline else None
    if due and due < today:
        return None if followed else "overdue"
    if due is None and fact.status == "planned":
        return "no deadline" if followed else "no follow-up"
    return None


def _other_amount(row: FactRow, trail: Trail) -> FactRow | None:
    """A commitment in its trail that names another sum."""
    own = row.fact.amount_eur if isinstance(row.fact, Commitment) else None
    for step in (*trail.earlier, *trail.later):
        fact = step.fact.fact if step.fact else None
        if own and isinstance(fact, Commitment) and fact.amount_eur and fact.amount_eur != own:
            return step.fact
    return None


def _missing(documents: Sequence[DocumentRow], years: Sequence[int]) -> Iterable[Missing]:
    """For each year asked, the budget and the accounts that the collection lacks."""
    have = {(row.doc_type, row.year) for row in documents}
    for year in sorted(years):
        for doc_type in ("programmabegroting", "jaarstukken"):
            if (doc_type, year) not in have:
                yield Missing(doc_type, year)
