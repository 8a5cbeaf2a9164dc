"""What papers a column of a comparison stands on, and whether counts of such columns can be laid side by side."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from index.store.moments import moment
from index.store.rows import DocumentRow

Unlike = Literal["kinds", "years", "length"]
"""In what columns differ so much that a count of one says nothing beside that of another."""

_LEAST_SHARED = 0.25
"""Share of their text, from 0 to 1, that two columns have at least in papers of the same types to be alike."""

_YEARS_APART = 4
"""Years between the newest papers of two columns from which they are of other terms of a council."""

_TIMES_LONGER = 5
"""How many times the text of one column is that of another from which a count measures length."""


@dataclass(frozen=True, slots=True)
class Papers:
    """Papers of one type that were read.

    Attributes:
        years: the first and the last that they are of; None where no year is known.
    """

    doc_type: str | None
    number: int
    years: tuple[int, int] | None


def papers(documents: Iterable[DocumentRow]) -> tuple[Papers, ...]:
    """By type, those with most text first; what could not be read counts for nothing."""
    of_type: dict[str | None, list[DocumentRow]] = defaultdict(list)
    for row in documents:
        if row.status != "failed":
            of_type[row.doc_type].append(row)
    by_length = sorted(of_type.items(), key=lambda item: -sum(row.characters for row in item[1]))
    return tuple(Papers(doc_type, len(rows), years_of(rows)) for doc_type, rows in by_length)


def years_of(documents: Iterable[DocumentRow]) -> tuple[int, int] | None:
    """The first and the last year that papers are of, as far as that is known."""
    years = [year for row in documents if (year := _year(row)) is not None]
    return (min(years), max(years)) if years else None


def shared_types(columns: Sequence[Sequence[DocumentRow]]) -> tuple[str, ...]:
    """The types of paper that every column has, those with most text first."""
    held = [_characters(column) for column in columns]
    common = set.intersection(*(set(each) for each in held)) if held else set()
    total = sum(held, Counter[str | None]())
    return tuple(doc_type for doc_type, _ in total.most_common() if doc_type is not None and doc_type in common)


def unlike(columns: Sequence[Sequence[DocumentRow]]) -> tuple[Unlike, ...]:
    """In what two columns or more differ too much for their counts; a column without papers has no counts."""
    filled = [column for column in columns if sum(_characters(column).values())]
    found = {reason for pair in combinations(filled, 2) for reason in _differences(*pair)}
    order: tuple[Unlike, ...] = ("kinds", "years", "length")
    return tuple(reason for reason in order if reason in found)


def _differences(one: Sequence[DocumentRow], other: Sequence[DocumentRow]) -> set[Unlike]:
    mine, theirs = _characters(one), _characters(other)
    sizes = sum(mine.values()), sum(theirs.values())
    common = sum(min(mine[each] / sizes[0], theirs[each] / sizes[1]) for each in mine.keys() | theirs.keys())
    years, beside = years_of(one), years_of(other)
    found: set[Unlike] = set()
    if common < _LEAST_SHARED:
        found.add("kinds")
    if years and beside and abs(years[1] - beside[1]) >= _YEARS_APART:
        found.add("years")
    if max(sizes) >= _TIMES_LONGER * min(sizes):
        found.add("length")
    return found


def _characters(documents: Iterable[DocumentRow]) -> Counter[str | None]:
    """How much text there is of each type."""
    found = Counter[str | None]()
    for row in documents:
        if row.status != "failed":
            found[row.doc_type] += row.characters
    return found


def _year(row: DocumentRow) -> int | None:
    when = moment(row)
    return row.year or (when.year if when else None)
