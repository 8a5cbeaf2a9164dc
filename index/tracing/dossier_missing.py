"""Which budgets and accounts the collection lacks that one would expect."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.store.rows import DocumentRow

ACCOUNTS_DUE = (7, 15)
"""Month and day by which the accounts of the year before are with the province (article 200 of the Gemeentewet)."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A document that one would expect and that the collection lacks, in these years."""

    doc_type: str
    years: tuple[int, ...]


def missing(documents: Sequence[DocumentRow], years: Sequence[int], today: datetime.date) -> Iterable[Missing]:
    """The budgets and accounts that the collection lacks: of the years asked, else from the first that it has to the
    newest that can be there."""
    have = {(row.doc_type, row.year) for row in documents}
    spanned = [year for doc_type, year in have if year and doc_type in {"programmabegroting", "jaarstukken"}]
    for doc_type, last in (("programmabegroting", today.year), ("jaarstukken", _last_accounts(today))):
        wanted = sorted(years) if years else range(min(spanned, default=last + 1), last + 1)
        lacking = tuple(year for year in wanted if year <= last and (doc_type, year) not in have)
        if lacking:
            yield Missing(doc_type, lacking)


def _last_accounts(today: datetime.date) -> int:
    return today.year - (1 if (today.month, today.day) > ACCOUNTS_DUE else 2)
