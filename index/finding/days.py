"""The exact day that a question names, and what is of it."""

import datetime
import re
from collections.abc import Iterable

import numpy as np

from index.finding.naming import Understood
from index.library import Library
from index.query import Query
from index.store.rows import DocumentRow, PassageRow
from index.store.streams import Ids, common
from ingest.identify.days import MONTHS, dates_in


def is_on(day: datetime.date, document: DocumentRow, text: str) -> bool:
    """Whether a document is of a day, or a passage of it names that."""
    return document.identity.date.value == day or names(day, text, document.year)


def may_be_on(day: datetime.date, document: DocumentRow, text: str) -> bool:
    """The same, or the day of the document isn't known."""
    return document.identity.date.value is None or is_on(day, document, text)


def names(day: datetime.date, text: str, year: int | None) -> bool:
    """Whether a text names a day, perhaps without its year where that is the one that the text is of."""
    if any(found == day for found, _, _ in dates_in(text)):
        return True
    without_year = rf"\b{day.day} {MONTHS[day.month - 1]}\b(?! (?:19|20)\d\d)"
    return year == day.year and re.search(without_year, text, re.IGNORECASE) is not None


def passages_of_day(library: Library, query: Query, allowed: Ids | None) -> Ids:
    """The passages of the documents of the day that a question names, of those that are allowed (all where None)."""
    days = [day_of(item) for item in query.understood if item.aspect == "day"]
    if not days:
        return np.array([], dtype=np.int64)
    documents = library.once("documents by day", lambda: _by_day(library))
    found = library.passage_ids_of([number for day in days for number in documents.get(day, ())])
    return found if allowed is None else common(found, allowed)


def days_not_found(query: Query, passages: Iterable[PassageRow]) -> list[str]:
    """The days that a question names and no passage is of, as they were asked."""
    days = [item for item in query.understood if item.aspect == "day"]
    read = list(passages) if days else []
    absent = [item for item in days if not any(is_on(day_of(item), row.document, row.text) for row in read)]
    return [query.text[item.start : item.end] for item in absent]


def day_of(item: Understood) -> datetime.date:
    """The day that was read out of a question."""
    return datetime.date.fromisoformat(item.value)


def _by_day(library: Library) -> dict[datetime.date, list[int]]:
    found: dict[datetime.date, list[int]] = {}
    for row in library.documents():
        if row.identity.date.value:
            found.setdefault(row.identity.date.value, []).append(row.id)
    return found
