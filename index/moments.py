"""When a document speaks: what orders the documents of a municipality in time."""

import datetime
from functools import cache

from index.rows import DocumentRow
from index.wordlists import pairs


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


@cache
def _cycle() -> dict[str, int]:
    return {doc_type: int(months) for doc_type, months in pairs("kringloop.tsv")}
