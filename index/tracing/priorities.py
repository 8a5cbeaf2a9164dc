"""Speerpunten in time: which run, which were of an earlier plan, and what a newer paper says of their end.

A plan of four years that has run out still stands in the collection: its priorities must not pass for those of now.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.follow import Place, sentences
from index.language.wordlists import any_of
from index.library import Library
from index.store.filters import Filters
from index.store.moments import moment
from index.store.rows import DocumentRow, FactRow, PassageRow
from ingest.fact_types import Period, Speerpunt
from ingest.themes import themes_of


@dataclass(frozen=True, slots=True)
class Priority:
    """A speerpunt and when it holds; `runs` is None where no period is known."""

    row: FactRow
    period: Period | None
    runs: bool | None


@dataclass(frozen=True, slots=True)
class Priorities:
    """Those that run (or of which it isn't known), those that ran out, and what later papers say of their end."""

    running: tuple[Priority, ...]
    past: tuple[Priority, ...]
    endings: tuple[Place, ...]


def priorities(
    library: Library, rows: Iterable[FactRow], themes: Sequence[str], filters: Filters, today: datetime.date
) -> Priorities:
    """The speerpunten among these rows, set in time by the years asked, else by the day.

    Args:
        rows: facts on the themes.
        themes: with those below them.
    """
    found = in_time(rows, filters.years, today)
    past = tuple(each for each in found if each.runs is False)
    oldest = min((moment(each.row.document) or datetime.date.min for each in past), default=None)
    documents = library.documents(Filters(municipalities=filters.municipalities)) if past else []
    later = [row for row in documents if oldest and (moment(row) or datetime.date.min) > oldest]
    return Priorities(
        running=tuple(each for each in found if each.runs is not False),
        past=past,
        endings=tuple(_endings(library, later, themes)),
    )


def in_time(rows: Iterable[FactRow], years: Sequence[int], today: datetime.date) -> list[Priority]:
    """The speerpunten among these rows with when they hold, those of the newest paper first."""
    found = [_priority(row, years, today) for row in rows if isinstance(row.fact, Speerpunt)]
    return sorted(found, key=lambda each: moment(each.row.document) or datetime.date.min, reverse=True)


def period_of(document: DocumentRow) -> Period | None:
    """The period that a document plans for: its own, else the year that it is about."""
    if document.identity.plan_period.value:
        return document.identity.plan_period.value
    if document.year is None:
        return None
    return Period(datetime.date(document.year, 1, 1), datetime.date(document.year, 12, 31))


def runs(period: Period | None, years: Sequence[int], today: datetime.date) -> bool | None:
    """Whether a period covers one of the years, or without years this day; None where its end isn't known."""
    if period is None or period.end is None:
        return None
    return any(map(period.covers_year, years)) if years else period.covers_year(today.year)


def _priority(row: FactRow, years: Sequence[int], today: datetime.date) -> Priority:
    own = row.fact.period if isinstance(row.fact, Speerpunt) else None
    period = own or period_of(row.document)
    return Priority(row, period, runs(period, years, today))


def _endings(library: Library, documents: Iterable[DocumentRow], themes: Sequence[str]) -> Iterable[Place]:
    """The sentences on the themes that say that a priority ended or changed, the newest paper first."""
    ordered = sorted(documents, key=lambda row: moment(row) or datetime.date.min, reverse=True)
    for document in ordered:
        for passage in library.passages_of(document.id):
            yield from _of_passage(passage, themes)


def _of_passage(passage: PassageRow, themes: Sequence[str]) -> Iterable[Place]:
    if not any_of("einde_speerpunt.txt").search(passage.text):
        return
    before = ""
    for place in sentences(passage):
        own = themes_of(place.text)
        about = own or themes_of(f"{before} {place.text}", passage.heading_path)
        if any_of("einde_speerpunt.txt").search(place.text) and any(score.theme in themes for score in about):
            yield place
        before = place.text
