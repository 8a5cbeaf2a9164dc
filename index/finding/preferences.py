"""What a question prefers, applied: what fits is lifted, what is known to be of elsewhere is left out."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set

import numpy as np

from index.finding.coverage import Sought, coverage
from index.finding.days import day_of, is_on, may_be_on
from index.finding.fuse import Candidates
from index.finding.lacking import Lacking
from index.finding.naming import Understood, years_of
from index.language.analysis import is_stop_word, tokens
from index.language.fold import fold, name_key
from index.language.mentions import person_key, shortens
from index.library import Library
from index.query import Query
from index.store.filters import Filters
from index.store.held import held_in
from index.store.rows import DocumentRow, FactRow, PassageRow
from index.store.streams import Ids, common
from ingest.dutch import sentence_spans
from ingest.fact_types import Commitment, Official
from ingest.seams import is_told, may_be_torn

MUNICIPALITY_BONUS = 0.1
YEAR_BONUS = 0.05
TYPE_BONUS = 0.05
OFFICIAL_BONUS = 0.1
FACT_BONUS = 0.05
"""Small beside scores of 0 to 1: they decide between passages that answer about as well."""
HIGHEST = 1 + MUNICIPALITY_BONUS + YEAR_BONUS + TYPE_BONUS + OFFICIAL_BONUS + FACT_BONUS
"""The score of a passage that has all of this."""
ELSEWHERE = 0.3
"""What a passage loses that lacks what the question can't do without, or is known to be of another type than the one
asked for and doesn't name that: it comes behind what has it, and is shown still. Of the hundred hits of ten
questions with a year 25 were of another, with .15 11, with .3 1; on the other sets all three score alike."""
TORN = 0.05
"""What a passage loses whose sentences may run through those of another column: a whole one reads better. With .1 a
question more was missed whose answer is torn (nDCG@10 of the half to report .672 instead of .676)."""

MOST_OF_SUBJECT = 0.5
"""The share of the words of the subject that a passage has to have that only names the municipality asked after."""
SAYS_AS_MUCH = 2.4
"""The margin of meaning that makes up for those words, as `index.finding.floor.STANDS_OUT` does."""

LONGEST_ASKING = 8
"""Words of a question that asks for the number in it; in a longer one, as the title of a decision, it is one of many
("beantwoording schriftelijke vragen 381 van raadslid ...")."""

_WHO = re.compile(r"\bwie\b", re.IGNORECASE)
_ROLES = ("burgemeester", "wethouder", "secretaris", "griffier", "portefeuillehouder")


def narrowed(library: Library, query: Query, filters: Filters) -> tuple[list[int], Ids | None]:
    """The documents to search, and the passages where those are fewer than all of the documents (else None).

    Of a municipality that the question names stay its own documents and those of an unknown municipality. Where
    the collection has no document of it, passages that name it stay and, again, documents of an unknown municipality;
    of the first only those on the subject answer (`Preferences.applied`).
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
        known = set(library.document_ids(Filters(municipalities=tuple(library.municipalities()))))
        unknown = library.passage_ids_of([number for number in documents if number not in known])
        passages = _within(np.union1d(_naming(library, query.absent), unknown), passages)
    return documents, _as_asked(library, query, documents, passages)


def _as_asked(library: Library, query: Query, documents: Sequence[int], passages: Ids | None) -> Ids | None:
    """Of the passages those with the phrases in quotes and without the unwanted words."""
    for phrase in query.phrases:
        words = [token.exact for token in tokens(phrase) if not is_stop_word(token)]
        if words:
            passages = _within(library.words.holding("exact", words), passages)
    for stem in query.unwanted:
        among = library.passage_ids_of(documents) if passages is None else passages
        passages = np.setdiff1d(among, library.words.holding("stems", [stem]), assume_unique=True)
    return passages


def _within(ids: Ids, passages: Ids | None) -> Ids:
    return ids if passages is None else common(ids, passages)


def _naming(library: Library, names: Iterable[str]) -> Ids:
    """Passages with one of the names."""
    found = [library.words.holding("exact", name_key(name).split()) for name in names]
    return np.unique(np.concatenate(found))


class Preferences:
    """The preferences of one question, for the passages that were found."""

    def __init__(self, library: Library, query: Query, passages: Sequence[PassageRow], gap: Lacking) -> None:
        self._query = query
        self._gap = gap
        asks_for_facts = bool(query.kinds or query.preferences.officials)
        self._facts = library.facts_in([row.id for row in passages], with_themes=False) if asks_for_facts else {}
        self._years = frozenset(query.preferences.years)
        self._places = frozenset(name_key(name) for name in query.preferences.municipalities)
        self._people = frozenset(person_key(name) for name in query.preferences.officials)
        self._rows = {row.id: row for row in passages}
        self._roles = _asked_roles(query)
        exact = [number for number, word in enumerate(query.words) if word.exact]
        self._exact = tuple(exact) if len(query.words) <= LONGEST_ASKING else ()
        subject = query.subject
        self._subject = tuple(number for number, word in enumerate(query.words) if word in subject)
        self._asked_years = tuple(item for item in query.understood if item.aspect == "year")
        self._asked_days = tuple(item for item in query.understood if item.aspect == "day")
        self._asked_types = tuple(item for item in query.understood if item.aspect == "doc_type")
        self._sought = Sought(query.words)

    def applied(self, found: Candidates, against: Mapping[int, float]) -> Candidates:
        """The passages in their new order; of a question after a person only those that name one in that office, and
        of one after a municipality without documents, of documents of others, only those on the subject.

        Args:
            against: by the id of a passage what its score loses.
        """
        lost = np.array([against.get(number, 0.0) for number in found.ids.tolist()], dtype=np.float32)
        if lost.any():
            found = found.with_scores(np.maximum(found.scores - lost, 0))
        if not (self._query.kinds or self._query.preferences or self._roles or self._query.absent):
            return found
        bonus = np.array([self._bonus(self._rows[number]) for number in found.ids.tolist()], dtype=np.float32)
        each = enumerate(zip(found.ids.tolist(), found.margins.tolist(), strict=True))
        fits = [number for number, (passage, margin) in each if self._fits(passage, margin)]
        fitting = np.array(fits, dtype=np.int64)
        return found.where(fitting).with_scores((found.scores + bonus)[fitting])

    def may_answer(self, passage: PassageRow, presence: Sequence[float]) -> bool:
        """Whether a passage, which has so much of each word, has what a question can't do without: its numbers and
        codes, its year and its day (unless the document's are unknown), the paper that it names, and the subject of an
        office after whose holder it asks."""
        if not self._gap.allows(passage.document, passage.text):
            return False
        exact = all(presence[number] > 0 for number in self._exact)
        of_year = all(self._is_of(item, passage.document, presence) for item in self._asked_years)
        of_day = all(may_be_on(day_of(item), passage.document, passage.text) for item in self._asked_days)
        return exact and of_year and of_day and (not self._roles or self._has_subject(passage, presence))

    def against(self, passage: PassageRow, presence: Sequence[float], *, able: bool) -> float:
        """What the score loses of a passage that has so much of each word; `able` is what `may_answer` says."""
        elsewhere = not able or not all(
            self._is_of_type(item, passage.document, presence) for item in self._asked_types
        )
        return ELSEWHERE * elsewhere + TORN * _may_be_torn(passage)

    def _is_of_type(self, item: Understood, document: DocumentRow, presence: Sequence[float]) -> bool:
        named = any(presence[number] > 0 for number in self._words_of(item))
        return named or document.doc_type in {None, *self._query.preferences.doc_types}

    def _is_of(self, year: Understood, document: DocumentRow, presence: Sequence[float]) -> bool:
        unknown = document.year is None and document.identity.plan_period.value is None
        named = any(presence[number] > 0 for number in self._words_of(year))
        return unknown or named or covers(document, years_of(year.value))

    def _has_subject(self, passage: PassageRow, presence: Sequence[float]) -> bool:
        title = self._sought.presences(held_in(passage.document.title))
        return not self._subject or any(presence[number] > 0 or title[number] > 0 for number in self._subject)

    def granted(self, passage: PassageRow) -> frozenset[int]:
        """The numbers of the words of the question that the passage answers to whether they stand in it or not: those
        that ask for the year, the type, a kind of fact or a person that it has."""
        met = [item for item in self._query.understood if self._meets(item, passage)]
        return frozenset(number for item in met for number in self._words_of(item))

    def _words_of(self, item: Understood) -> list[int]:
        return [number for number, word in enumerate(self._query.words) if item.start <= word.start < item.end]

    def _meets(self, item: Understood, passage: PassageRow) -> bool:
        facts = self._facts.get(passage.id, ())
        if item.aspect == "year":
            return covers(passage.document, years_of(item.value))
        if item.aspect == "day":
            return is_on(day_of(item), passage.document, passage.text)
        if item.aspect == "doc_type":
            return passage.document.doc_type == item.value
        if item.aspect == "kind":
            roles = _roles_in(self._query.text[item.start : item.end])
            return any(_holds(row, roles) if roles else row.fact.kind == item.value for row in facts)
        return item.aspect == "official" and any(_names(row, {person_key(item.value)}) for row in facts)

    def liked(self, passage: PassageRow) -> tuple[str, ...]:
        """What the passage has of what the question prefers, in Dutch."""
        said = [name for name in passage.document.identity.municipalities if name_key(name) in self._places]
        if covers(passage.document, self._years):
            said.append("jaar past bij de vraag")
        if passage.document.doc_type in self._query.preferences.doc_types:
            said.append("soort document past bij de vraag")
        return tuple(said)

    def _bonus(self, passage: PassageRow) -> float:
        facts = self._facts.get(passage.id, ())
        places = {name_key(name) for name in passage.document.identity.municipalities}
        total = MUNICIPALITY_BONUS * bool(places & self._places) + YEAR_BONUS * covers(passage.document, self._years)
        total += TYPE_BONUS * (passage.document.doc_type in self._query.preferences.doc_types)
        named = [row for row in facts if _names(row, self._people)]
        asked = named if self._people else facts
        total += FACT_BONUS * any(row.fact.kind in self._query.kinds for row in asked)
        return total + OFFICIAL_BONUS * bool(named)

    def _fits(self, passage: int, margin: float) -> bool:
        return self._answers_who(passage) and self._on_subject(self._rows[passage], margin)

    def _on_subject(self, passage: PassageRow, margin: float) -> bool:
        """Whether a passage of another municipality than the one asked after says something of the subject."""
        own = not self._query.absent or self._places or not passage.document.identity.municipalities
        if own or margin >= SAYS_AS_MUCH:
            return True
        there = self._sought.presences(held_in(passage.text))
        subject = [self._query.words[number] for number in self._subject]
        covered = coverage(subject, [there[number] for number in self._subject])
        return not subject or covered >= MOST_OF_SUBJECT

    def _answers_who(self, passage: int) -> bool:
        if not self._roles:
            return True
        return any(_holds(row, self._roles) for row in self._facts.get(passage, ()))


def _may_be_torn(passage: PassageRow) -> bool:
    """Of a document that was taken across its columns, what is no row of a table nor a title."""
    if not is_told(passage.document.problems) or "|" in passage.text:
        return False
    return any(may_be_torn(passage.text[start:end]) for start, end in sentence_spans(passage.text))


def covers(document: DocumentRow, years: Iterable[int]) -> bool:
    """Whether a document reports on one of these years, or its plan holds in it."""
    plan = document.identity.plan_period.value
    return any(document.year == year or (plan is not None and plan.covers_year(year)) for year in years)


def _asked_roles(query: Query) -> frozenset[str]:
    """The offices in "wie is de wethouder van ...?"; a question that doesn't ask who has none."""
    if "official" not in query.kinds or not _WHO.search(query.text):
        return frozenset()
    return _roles_in(query.text)


def _roles_in(text: str) -> frozenset[str]:
    folded = fold(text)
    return frozenset(role for role in _ROLES if role in folded)


def _holds(row: FactRow, roles: frozenset[str]) -> bool:
    fact = row.fact
    if not isinstance(fact, Official):
        return False
    return fact.role in roles or ("portefeuillehouder" in roles and (fact.portfolio_holder or bool(fact.portfolio)))


def _names(row: FactRow, people: Set[str]) -> bool:
    """Whether an official is one of these people, or a commitment is theirs; by surname or initials too."""
    fact = row.fact
    said: tuple[str | None, ...] = ()
    if isinstance(fact, Official):
        said = (fact.name,)
    elif isinstance(fact, Commitment):
        said = (fact.actor, fact.speaker, fact.holder)
    keys = {person_key(name) for name in said if name}
    return any(key == person or shortens(key, person) for key in keys for person in people)
