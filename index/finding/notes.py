"""What an answer says of itself, in Dutch: where was looked, and that nothing was found."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.finding.days import days_not_found
from index.finding.lacking import Lacking, Paper
from index.finding.spelling import edit_distance
from index.finding.values import Value
from index.language.fold import name_key
from index.library import Library
from index.query import Query
from index.store.filters import Filters
from index.store.rows import PassageRow
from ingest.identify.doc_types import doc_types
from ingest.themes import THEMES

_FURTHEST = 2
"""Letters in which a municipality that was probably meant may differ from what was typed."""


@dataclass(frozen=True, slots=True)
class Searched:
    """How many documents were searched.

    Attributes:
        own: of these, those of the municipality that the question names; None where it names none.
        of_year: of these, those that report on a year that the question names or plan for it; None where it names none.
    """

    total: int
    own: int | None = None
    of_year: int | None = None

    @classmethod
    def of(cls, library: Library, query: Query, documents: Sequence[int]) -> "Searched":
        """Count them."""
        named, years = query.preferences.municipalities, query.preferences.years
        among = set(documents)

        def count(filters: Filters) -> int | None:
            return len(among.intersection(library.document_ids(filters))) if filters else None

        return cls(len(among), count(Filters(municipalities=named)), count(Filters(years=years)))


def nothing_to_search(filters: Filters, library: Library) -> str:
    """No document passes the filters, or the library is empty."""
    if not filters:
        return "De bibliotheek is nog leeg. Lees eerst stukken in met `speerpunt ingest`."
    return " ".join([f"Geen enkel stuk past bij de filters ({_filters(filters)}).", *unknown_places(filters, library)])


def unknown_places(filters: Filters, library: Library) -> list[str]:
    """For each municipality in the filters that no document is of, that it is so and which was probably meant."""
    own = {name_key(name): name for name in library.municipalities()}
    said = []
    for name in filters.municipalities:
        key = name_key(name)
        near = [(edit_distance(key, other, _FURTHEST), other) for other in own if other != key]
        distance, meant = min(near, default=(_FURTHEST + 1, ""))
        if key not in own and distance <= _FURTHEST and len(key) > 2 * _FURTHEST:
            said.append(f"Bedoelt u {own[meant]} in plaats van {name}?")
    return said


def nothing_found(query: Query, filters: Filters, searched: Searched, gap: Lacking, missed: Value | None = None) -> str:
    """What was searched in vain; `missed` is what the passages on the subject don't tell of it."""
    found = _without_value(query, missed) if missed else "Niets gevonden"
    text = f"{found} in {_searched(query, filters, searched)}"
    if gap.absent and not query.absent:
        text += f"; geen passage over {_list(gap.absent)}"
    said = [f"{text}."]
    if query.absent:
        said.append(without_documents(query.absent))
    return " ".join([*said, *map(_without_paper, gap.papers)])


def shown_all_the_same(query: Query, missed: Value | None, passages: Sequence[PassageRow]) -> str | None:
    """What is not quite as it was asked in the passages that are shown: they are of other municipalities, of no such
    day, or don't give the value."""
    said = [without_documents(query.absent)] if query.absent else []
    near = [f"Geen stuk of passage van {day} gevonden" for day in days_not_found(query, passages)]
    near += [_without_value(query, missed)] if missed else []
    if near:
        tables = " Het kan wel in een tabel staan." if missed and missed.kind == "bedrag" else ""
        said.append(f"{'. '.join(near)}; dit komt er het dichtst bij.{tables}")
    return " ".join(said) or None


def _without_value(query: Query, missed: Value) -> str:
    words = [missed.counted] if missed.counted else missed.subject
    return f"Geen {missed.kind} gevonden over {_list([query.text[word.start : word.end] for word in words])}"


def nothing_listed(filters: Filters, library: Library) -> str:
    """Which documents a list was made of in vain."""
    searched = len(library.document_ids(filters))
    if not searched:
        return nothing_to_search(filters, library)
    return f"Niets gevonden in {_documents_under(filters, searched)}."


def without_documents(places: Sequence[str]) -> str:
    """Of municipalities that a question names, that no document is of them."""
    return f"De bibliotheek heeft geen stukken van {_list(places)}."


def _searched(query: Query, filters: Filters, searched: Searched) -> str:
    if searched.own is None or filters.municipalities:
        where = _documents_under(filters, searched.total)
    else:
        where = f"{_documents(searched.own)} van {_list(query.preferences.municipalities)}"
        others = searched.total - searched.own
        where += f" en {others} van een onbekende gemeente" if others else ""
    if searched.of_year is None or filters.years:
        return where
    return f"{where}, {searched.of_year or 'geen'} daarvan over {_years(query.preferences.years)}"


def _without_paper(paper: Paper) -> str:
    kind = doc_types()[paper.doc_type].label.lower() if paper.doc_type in doc_types() else paper.doc_type
    when = f" over {_years(paper.years)}" if paper.years else ""
    return f"Een stuk van de soort {kind}{when} is er niet."


def _documents(number: int) -> str:
    return "1 stuk" if number == 1 else f"{number:,} stukken".replace(",", ".")


def _documents_under(filters: Filters, number: int) -> str:
    return _documents(number) + (f" ({_filters(filters)})" if filters else "")


def _years(years: Sequence[int]) -> str:
    return str(years[0]) if len(years) == 1 else f"{min(years)}-{max(years)}"


def _filters(filters: Filters) -> str:
    types = [doc_types()[kind].label if kind in doc_types() else kind for kind in filters.doc_types]
    themes = [THEMES[theme].label if theme in THEMES else theme for theme in filters.themes]
    return ", ".join((*filters.municipalities, *map(str, filters.years), *types, *themes, *filters.officials))


def _list(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"
