"""The year of figures whose column names none: that of the columns beside it, where it is a difference or a change.

Else that of the document, where the head speaks of that year's accounts. The words are in `data/year_heads.tsv`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.facts.confidence import group_of
from ingest.facts.tables.figures import years_in
from ingest.lexicon import read_rows
from ingest.model import Identity

_BALANCE = re.compile(r"(?<!\d)(?:31[- /](?:12|dec)|0?1[- /](?:0?1(?!\d)|jan))", re.IGNORECASE)
"""The day of a balance, in the head of a column."""

_DIFFERENCE = re.compile(r"(?:verschil|afwijking)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RunningYear:
    """The year that a begroting is for, or that jaarstukken report on; None for other documents."""

    year: int | None
    reports: bool = False

    @classmethod
    def of(cls, identity: Identity) -> "RunningYear":
        """That of a document."""
        doc_type = identity.doc_type.value
        reports = group_of(doc_type) == "report"
        return cls(identity.reporting_year.value if reports or doc_type == "programmabegroting" else None, reports)

    def is_of(self, column: str, *, beside_years: bool) -> bool:
        """Whether the figures below a head without a year are of this one.

        Args:
            beside_years: other columns do name a year, so that only what was realised needs none.
        """
        if self.year is None or _named("other").search(column) or (beside_years and not self.reports):
            return False
        kinds = ("plan",) if not self.reports else ("report",) if beside_years else ("plan", "report")
        return any(_named(kind).search(column) for kind in kinds)


def years_of_neighbours(heads: Sequence[str]) -> dict[str, int]:
    """The years of heads that name none: a difference is of the column before it, a change of the balance after it.

    Between "31-12-2022" and "31-12-2023" stands what 2023 added and took away. A head with two such years has none.
    """
    found = set(_from_neighbours(heads))
    often = Counter(head for head, _ in found)
    return {head: year for head, year in found if often[head] == 1}


def _from_neighbours(heads: Sequence[str]) -> Iterator[tuple[str, int]]:
    years = [named[0] if len(named := years_in(head)) == 1 else None for head in heads]
    changed = _changed(heads, years)
    for place, head in enumerate(heads):
        year = changed.get(place) or (years[place - 1] if place and _DIFFERENCE.match(head) else None)
        if head and year and not years_in(head):
            yield head, year


def _changed(heads: Sequence[str], years: Sequence[int | None]) -> dict[int, int]:
    """The places between the balances of the beginning and the end of a year, with that year."""
    balances = [(place, year) for place, year in enumerate(years) if year and _BALANCE.search(heads[place])]
    if len(balances) != len(("opened", "closed")):
        return {}
    (opened, before), (closed, after) = balances
    return dict.fromkeys(range(opened + 1, closed), max(before, after)) if abs(after - before) <= 1 else {}


@cache
def _named(kind: str) -> re.Pattern[str]:
    words = "|".join(row["pattern"] for row in read_rows("year_heads.tsv") if row["kind"] == kind)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
