"""The same themes side by side: for municipalities, or for the years of one.

A cell holds how much there is, the speerpunten and one quote; an empty cell says why it is empty.
"""

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from index.cite import pages_of
from index.library import Library
from index.store.filters import Filters
from index.store.moments import moment
from index.store.rows import DocumentRow
from index.tracing.on_theme import meant, speerpunten_on
from index.tracing.priorities import Priority, in_time
from index.tracing.quoting import BESIDE, Quote, strongest
from index.tracing.stages import stage

Axis = Literal["municipalities", "years"]
Gap = Literal["not in the plan", "no document", "not readable"]
"""Why a cell is empty: the documents were read and don't speak of it; there are none; or one wasn't read whole."""

_SEEN = 5
"""Passages of a document in which the quote is sought: a long one may only touch the theme, and be sure of it."""

_MUCH = 0.35
"""By how much a quote must be better to stand before that of a newer document."""

_ENOUGH = 0.9
"""What a quote is worth with which older documents needn't be read: a sentence on the theme alone in a passage that is
surely on it is worth 1.5."""

_LEAST = 0.35
"""What a quote is worth at least to be shown: below it 1 of 9 is on its theme, from there to 0.6 3 of 4."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A theme in a column.

    Attributes:
        passages: how many are on the theme.
        speerpunten: those on the theme, what still runs before what ran out, and of both level 1 first.
        quote: the sentence that carries the theme, of the newest document that has one as good as any; None where no
            sentence is clearly on it.
        gap: why the cell is empty; None where it isn't.
    """

    passages: int
    speerpunten: tuple[Priority, ...]
    quote: Quote | None
    gap: Gap | None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Themes by columns.

    Attributes:
        columns: municipalities or years, in the order asked.
        documents: those that each column was made from, also the ones that could not be read whole.
        filters: within which was compared; of the axis itself each column stands in their place.
        unread: files that could not be read at all: of what municipality they are isn't known.
    """

    axis: Axis
    themes: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]
    documents: Mapping[str, tuple[DocumentRow, ...]]
    unread: tuple[DocumentRow, ...]
    filters: Filters


def compare(
    library: Library,
    axis: Axis,
    columns: Sequence[str],
    themes: Sequence[str],
    filters: Filters,
    today: datetime.date,
) -> Matrix:
    """Themes by columns, within the other filters; the filter of the axis itself is replaced by each column.

    Args:
        today: by which a speerpunt ran out, where no years are asked.

    Raises:
        ValueError: a year is no number.
    """
    cells: dict[tuple[str, str], Cell] = {}
    documents: dict[str, tuple[DocumentRow, ...]] = {}
    with library.snapshot():
        for column in columns:
            within = replace(within_column(axis, column, filters), themes=())
            documents[column] = tuple(row for row in library.documents(within) if _is_of(axis, column, row))
            for theme, cell in _cells(library, themes, within, documents[column], today).items():
                cells[theme, column] = cell
        unread = tuple(row for row in library.documents() if row.status == "failed")
    return Matrix(axis, tuple(themes), tuple(columns), cells, documents, unread, filters)


def within_column(axis: Axis, column: str, filters: Filters) -> Filters:
    """The filters with a column in the place of what they say of its axis."""
    if axis == "years":
        return replace(filters, years=(int(column),))
    return replace(filters, municipalities=(column,))


def _is_of(axis: Axis, column: str, row: DocumentRow) -> bool:
    """A budget stands under its own year alone, also where it looks ahead; a plan for years under each of them."""
    return axis != "years" or row.year in (None, int(column))


def _gap(documents: Sequence[DocumentRow]) -> Gap:
    """What it means that nothing was found in these."""
    if not documents:
        return "no document"
    return "not in the plan" if all(row.status == "ok" for row in documents) else "not readable"


def _cells(
    library: Library, themes: Sequence[str], filters: Filters, documents: Sequence[DocumentRow], today: datetime.date
) -> dict[str, Cell]:
    found, gap = _found(library, filters, documents), _gap(documents)
    speerpunten = _speerpunten(library, themes, filters, today)
    quotes = library.once(("quotes", filters), dict[str, Quote | None])
    cells = {}
    for theme in themes:
        of_theme, held = found.get(theme, _Found()), speerpunten.get(theme, ())
        if theme not in quotes:
            quotes[theme] = _quote(library, theme, of_theme.best)
        cells[theme] = Cell(of_theme.number, held, quotes[theme], None if of_theme.number or held else gap)
    return cells


def _speerpunten(
    library: Library, themes: Sequence[str], filters: Filters, today: datetime.date
) -> dict[str, tuple[Priority, ...]]:
    """Those by theme that the list of speerpunten under the same filters holds: of a plan for years each of these."""
    every = sorted(in_time(library.facts("speerpunt", filters), filters.years, today), key=_place)
    on = {theme: speerpunten_on(library, replace(filters, themes=(theme,))) for theme in themes} if every else {}
    return {theme: tuple(each for each in every if each.row.id in found) for theme, found in on.items()}


def _place(each: Priority) -> tuple[bool, int]:
    return each.runs is False, getattr(each.row.fact, "level", 1)


@dataclass(slots=True)
class _Found:
    """Of a theme: how many passages there are, and of each document the surest, in the order of `_ranked`."""

    number: int = 0
    best: list[list[int]] = field(default_factory=list)


def _found(library: Library, filters: Filters, documents: Sequence[DocumentRow]) -> dict[str, _Found]:
    found: dict[str, _Found] = defaultdict(_Found)
    for row in _ranked(documents):
        for theme, (number, best) in library.surest(filters, row.id, _SEEN).items():
            found[theme].number += number
            found[theme].best.append(best)
    return dict(found)


def _ranked(documents: Sequence[DocumentRow]) -> list[DocumentRow]:
    """The newest first; papers of no part of the cycle last: what a party promises isn't what a municipality plans."""
    return sorted(documents, key=lambda row: (stage(row) is not None, moment(row) or datetime.date.min), reverse=True)


def _quote(library: Library, theme: str, ranked: Sequence[Sequence[int]]) -> Quote | None:
    """The quote of the newest document, unless an older one has a much better; none of the cycle gives way to others.

    None where no sentence is clearly on the theme. Reads no further than to a quote that is good enough.
    """
    best: list[Quote] = []
    in_cycle = False
    for ids in ranked:
        rows = library.passages(ids)
        if in_cycle and rows and stage(rows[0].document) is None:
            break
        if quote := strongest(rows, meant((theme,))):
            best.append(quote)
            in_cycle = in_cycle or stage(quote.passage.document) is not None
        if best and best[-1].worth >= _ENOUGH:
            break
    best = [quote for quote in best if quote.worth >= _LEAST - (BESIDE if quote.beside else 0.0)]
    most = max((quote.worth for quote in best), default=0.0)
    return _paged(library, next((quote for quote in best if quote.worth >= most - _MUCH), None))


def _paged(library: Library, quote: Quote | None) -> Quote | None:
    """With the page of the sentence, where the passage began on one before."""
    if quote is None or quote.page is None or quote.start == quote.passage.start:
        return quote
    pages = pages_of(library.pages(quote.passage.document.id), quote.start, quote.start)
    return replace(quote, page=pages[0] if pages else None)
