"""What a question prefers, applied: what fits is lifted, what is known to be of elsewhere is left out."""

import re
from collections.abc import Iterable, Sequence

import numpy as np

from index.filters import Filters
from index.fold import fold, name_key
from index.fuse import Candidates
from index.library import Library
from index.query import Query
from index.rows import DocumentRow, FactRow, PassageRow
from index.streams import Ids
from index.words import Term
from ingest.model import Official

MUNICIPALITY_BONUS = 0.1
YEAR_BONUS = 0.05
TYPE_BONUS = 0.05
OFFICIAL_BONUS = 0.1
FACT_BONUS = 0.05
"""Small beside scores of 0 to 1: they decide between passages that answer about as well."""

_MENTIONS = 1000
_WHO = re.compile(r"\bwie\b", re.IGNORECASE)
_ROLES = ("burgemeester", "wethouder", "secretaris", "griffier", "portefeuillehouder")


def narrowed(library: Library, query: Query, filters: Filters) -> tuple[list[int], Ids | None]:
    """The documents to search, and the passages where those are fewer than all of the documents (else None).

    Of a municipality that the question names stay its own documents and those of an unknown municipality. Where
    the collection has no document of it, only passages that name it stay.
    """
    documents = library.document_ids(filters)
    passages = library.passage_ids(filters) if filters else None
    named = query.preferences.municipalities
    if named and not filters.municipalities:
        own = set(library.document_ids(Filters(municipalities=named)))
        elsewhere = set(library.document_ids(Filters(municipalities=tuple(library.municipalities())))) - own
        documents = [number for number in documents if number not in elsewhere]
        passages = _within(library.passage_ids_of(documents), passages)
    if query.absent and not named:
        passages = _within(_naming(library, query.absent), passages)
    return documents, passages


def _within(ids: Ids, passages: Ids | None) -> Ids:
    return ids if passages is None else np.intersect1d(ids, passages, assume_unique=True)


def _naming(library: Library, names: Iterable[str]) -> Ids:
    """Passages with every word of one of the names."""
    found: list[Ids] = [np.empty(0, dtype=np.int64)]
    for name in names:
        words = [library.words.best([Term("exact", word, 1.0)], _MENTIONS)[0] for word in name_key(name).split()]
        together = words[0]
        for other in words[1:]:
            together = np.intersect1d(together, other)
        found.append(together)
    return np.unique(np.concatenate(found))


class Preferences:
    """The preferences of one question, for the passages that were found."""

    def __init__(self, library: Library, query: Query, passages: Sequence[PassageRow]) -> None:
        self._query = query
        asks_for_facts = bool(query.kinds or query.preferences.officials)
        self._facts = library.facts_in([row.id for row in passages]) if asks_for_facts else {}
        self._years = frozenset(query.preferences.years)
        self._places = frozenset(name_key(name) for name in query.preferences.municipalities)
        self._people = frozenset(name_key(name) for name in query.preferences.officials)
        self._rows = {row.id: row for row in passages}
        self._roles = _asked_roles(query)

    def applied(self, found: Candidates) -> Candidates:
        """The passages in their new order; of a question after a person only those that name one in that office."""
        bonus = np.array([self._bonus(self._rows[number]) for number in found.ids.tolist()], dtype=np.float32)
        fits = [number for number, passage in enumerate(found.ids.tolist()) if self._answers_who(passage)]
        fitting = np.array(fits, dtype=np.int64)
        return found.where(fitting).with_scores((found.scores + bonus)[fitting])

    def liked(self, passage: PassageRow) -> tuple[str, ...]:
        """What the passage has of what the question prefers, in Dutch."""
        said = [name for name in passage.document.identity.municipalities if name_key(name) in self._places]
        if self._has_year(passage.document):
            said.append("jaar past bij de vraag")
        if passage.document.doc_type in self._query.preferences.doc_types:
            said.append("soort document past bij de vraag")
        return tuple(said)

    def _bonus(self, passage: PassageRow) -> float:
        facts = self._facts.get(passage.id, ())
        places = {name_key(name) for name in passage.document.identity.municipalities}
        total = MUNICIPALITY_BONUS * bool(places & self._places) + YEAR_BONUS * self._has_year(passage.document)
        total += TYPE_BONUS * (passage.document.doc_type in self._query.preferences.doc_types)
        total += FACT_BONUS * any(row.fact.kind in self._query.kinds for row in facts)
        return total + OFFICIAL_BONUS * any(_names(row, self._people) for row in facts)

    def _has_year(self, document: DocumentRow) -> bool:
        plan = document.identity.plan_period.value
        return document.year in self._years or any(plan and plan.covers_year(year) for year in self._years)

    def _answers_who(self, passage: int) -> bool:
        if not self._roles:
            return True
        return any(_holds(row, self._roles) for row in self._facts.get(passage, ()))


def _asked_roles(query: Query) -> frozenset[str]:
    """The offices in "wie is de wethouder van ...?"; a question that doesn't ask who has none."""
    if "official" not in query.kinds or not _WHO.search(query.text):
        return frozenset()
    return frozenset(role for role in _ROLES if role in fold(query.text))


def _holds(row: FactRow, roles: frozenset[str]) -> bool:
    fact = row.fact
    if not isinstance(fact, Official):
        return False
    return fact.role in roles or ("portefeuillehouder" in roles and fact.portfolio_holder)


def _names(row: FactRow, people: frozenset[str]) -> bool:
    return isinstance(row.fact, Official) and name_key(row.fact.name) in people
