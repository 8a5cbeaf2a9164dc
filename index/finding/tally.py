"""How passages or facts are spread over municipalities, types, years and themes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from index.store.reading import Facets
from index.store.rows import DocumentRow, FactRow, PassageRow

Value = TypeVar("Value")

Coverage = dict[str | None, dict[str | None, tuple[str, ...]]]
"""For each municipality and document type the years that there are documents of."""


def tally(rows: Sequence[PassageRow] | Sequence[FactRow], themes: dict[str, int] | None = None) -> Facets:
    """For each municipality, type, year and theme the number of rows, the commonest first.

    Args:
        themes: how many rows are on each, where the rows themselves were read without.
    """
    about = [row.document.identity for row in rows]
    return Facets(
        municipalities=_counted(name for identity in about for name in identity.municipalities),
        doc_types=_counted(identity.doc_type.value for identity in about),
        years=_counted(identity.reporting_year.value for identity in about),
        themes=_counted(score.theme for row in rows for score in row.themes) if themes is None else themes,
    )


def coverage(rows: Iterable[DocumentRow]) -> Coverage:
    """Which years of which document types there are of each municipality; the unknown ones under None, last.

    A plan of several municipalities counts for each of them.
    """
    found: Coverage = {}
    of_one = [(name, row) for row in rows for name in row.identity.municipalities or (None,)]
    for name, row in sorted(of_one, key=lambda pair: (pair[0] is None, pair[0] or "")):
        years = found.setdefault(name, {})
        years[row.doc_type] = tuple(sorted({*years.get(row.doc_type, ()), years_of(row)}))
    return found


def years_of(row: DocumentRow) -> str:
    """The year that a document reports on, else those of its plan ("2023-2026"), else that of its date; or ""."""
    period = row.identity.plan_period.value
    if row.year is not None:
        return str(row.year)
    if period is not None:
        ends = [str(day.year) if day else "…" for day in (period.start, period.end)]
        return "-".join(dict.fromkeys(ends))
    date = row.identity.date.value
    return str(date.year) if date else ""


def _counted(values: Iterable[Value | None]) -> dict[Value, int]:
    return dict(Counter(value for value in values if value is not None).most_common())
