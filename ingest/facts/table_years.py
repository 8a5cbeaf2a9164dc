"""The year of figures whose column names none: that of the document, where the head speaks of that year's accounts.

The words are in `data/year_heads.tsv`.
"""

import re
from dataclasses import dataclass
from functools import cache

from ingest.facts.confidence import group_of
from ingest.lexicon import read_rows
from ingest.model import Identity


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


@cache
def _named(kind: str) -> re.Pattern[str]:
    words = "|".join(row["pattern"] for row in read_rows("year_heads.tsv") if row["kind"] == kind)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
