"""When a document speaks: what orders the documents of a municipality in time."""

import datetime
import re
from collections.abc import Iterable
from functools import cache

from index.language.wordlists import any_of, entries, pairs
from index.store.rows import DocumentRow, FactRow
from ingest.fact_types import Commitment, Deadline

OF_A_PARTY = "verkiezingsprogramma"
"""The type of what a party says, and not the municipality."""
_WRITTEN_BEFORE = datetime.timedelta(days=183)
"""How long before the usual moment of its type a paper without a date may have been written: the accounts of a year are
ready months before the council settles them."""


def moment(document: DocumentRow) -> datetime.date | None:
    """Its own date; else the usual moment of its type in the cycle; else the start of its period or year; else the last
    day that it tells of.

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
    return datetime.date(year, 1, 1) if year is not None else identity.last_told.value


def newest_first(documents: Iterable[DocumentRow]) -> list[int]:
    """The ids: first documents of one municipality, then of several, of none that is known, and of a party; each newest
    first."""

    def key(row: DocumentRow) -> tuple[int, int, str]:
        of = len(row.identity.municipalities)
        when = moment(row)
        rank = 3 if row.doc_type == OF_A_PARTY else 0 if of == 1 else 1 if of else 2
        return rank, -(when.toordinal() if when else 0), row.source.path

    return [row.id for row in sorted(documents, key=key)]


def due(row: FactRow) -> datetime.date | None:
    """The last day of the term that a commitment sets.

    None where its time only says from when, or was over when its paper was written: that is a day of which it tells. A
    list may hold what is overdue.
    """
    last = last_day(row)
    made = written_after(row.document)
    if last and made and last < made and not _is_listed(row):
        return None
    return last


def last_day(row: FactRow) -> datetime.date | None:
    """The last day of the time that a commitment gives; None without one, also where it only says from when."""
    deadline = term(row)
    return None if deadline is None or _only_begins(deadline.text or "") else deadline.period.end


def begin(row: FactRow) -> datetime.date | None:
    """The first day of the time that a commitment gives."""
    deadline = term(row)
    return deadline.period.start if deadline else None


def term(row: FactRow) -> Deadline | None:
    """The time that a commitment sets for itself: not that of what it is for ("met het oog op nieuwe contracten per
    2027", "tot de besparing vanaf 2029 er is")."""
    deadline = row.fact.deadline if isinstance(row.fact, Commitment) else None
    before, found, _ = row.fact.text.partition(deadline.text) if deadline and deadline.text else ("", "", "")
    return None if found and any_of("geen_eigen_termijn.txt").search(before) else deadline


def _only_begins(text: str) -> bool:
    return any(pattern.search(text) for pattern in _from_when())


def written_after(document: DocumentRow) -> datetime.date | None:
    """The day before which a paper wasn't written yet: its own day, else some time before the usual one."""
    usual = moment(document)
    return document.identity.date.value or (usual - _WRITTEN_BEFORE if usual else None)


def _is_listed(row: FactRow) -> bool:
    return isinstance(row.fact, Commitment) and row.fact.register_status is not None


@cache
def _from_when() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in entries("vanaf.txt"))


@cache
def _cycle() -> dict[str, int]:
    return {doc_type: int(months) for doc_type, months in pairs("kringloop.tsv")}
