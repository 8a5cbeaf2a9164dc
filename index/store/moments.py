"""When a document speaks: what orders the documents of a municipality in time."""

import datetime
from collections.abc import Iterable
from functools import cache

from index.language.wordlists import pairs
from index.store.rows import DocumentRow, FactRow
from ingest.fact_types import Commitment


def moment(document: DocumentRow) -> datetime.date | None:
    """Its own date; else the usual moment of its type in the cycle; else the start of its period or year.

    None where nothing of the kind is known. Good for an order, not for a citation.
    """
    identity = document.identity
    if identity.date.value:
        return identity.date.value
    year = identity.reporting_year.value
    months = _cycle().get(identity.doc_type.value or "")
    if year is not None and months is not None:
        return datetime.date(year + months // 12, months % 12 + 1, 1)
    period = identity.plan_period.value
    if period and period.start:
        return period.start
    return datetime.date(year, 1, 1) if year is not None else None


def newest_first(documents: Iterable[DocumentRow]) -> list[int]:
    """The ids: first documents of one municipality, then of several, then of none that is known; each newest first."""

    def key(row: DocumentRow) -> tuple[int, int, str]:
        of = len(row.identity.municipalities)
        when = moment(row)
        return (0 if of == 1 else 1 if of else 2), -(when.toordinal() if when else 0), row.source.path

    return [row.id for row in sorted(documents, key=key)]


def due(row: FactRow) -> datetime.date | None:
    """The last day of the term of a commitment."""
    fact = row.fact
    period = fact.deadline.period if isinstance(fact, Commitment) and fact.deadline else None
    return (period.end or period.start) if period else None


@cache
def _cycle() -> dict[str, int]:
    return {doc_type: int(months) for doc_type, months in pairs("kringloop.tsv")}
