"""What a question asks for that the documents searched are known not to have.

A question may name words that stand nowhere in the documents of the municipality it asks after, or a paper that does
not exist: "jaarstukken 2017" where the oldest are of 2022. The nearest passages look like answers all the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.finding.naming import Understood, years_of
from index.finding.terms import CORRECTED, SYNONYM, Form, Word
from index.language.fold import fold
from index.language.wordlists import pairs
from index.library import Library
from index.query import Query
from index.store.filters import Filters
from index.store.rows import DocumentRow
from index.store.streams import Ids
from index.words import Term

_BETWEEN = re.compile(r"(?:\s+(?:van|over|voor|uit|in|de|het|jaar|gemeente))*(?:\s+[\w-]+)?\s*", re.IGNORECASE)
"""What may stand between a paper and its year: "jaarstukken van Waterdrecht over 2017"."""
_FIELDS = ("stems", "parts")
_NEAR = 30
"""Characters in which a text that names a paper gives its year."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A type of document, of certain years, that the question names; without years the type as such."""

    doc_type: str
    years: tuple[int, ...]

    def may_be(self, document: DocumentRow) -> bool:
        """Whether a document of which the type, the years or both are unknown may be it."""
        plan = document.identity.plan_period.value
        of_type = document.doc_type in {None, self.doc_type}
        timeless = document.year is None and plan is None
        of_year = not self.years or timeless or any(_is_of(document, year) for year in self.years)
        return of_type and of_year

    def is_named_in(self, text: str) -> bool:
        """Whether a text speaks of it: "de jaarstukken van 2017"."""
        folded = fold(text)
        for name, doc_type in pairs("soortwoorden.tsv"):
            for found in re.finditer(rf"\b{re.escape(name)}\b", folded) if doc_type == self.doc_type else ():
                near = folded[max(0, found.start() - _NEAR) : found.end() + _NEAR]
                if not self.years or any(str(year) in near for year in self.years):
                    return True
        return False


@dataclass(frozen=True, slots=True)
class Lacking:
    """What is known not to be there.

    Attributes:
        known: for each word of the question how far the documents searched have it, as `Word.known`.
        papers: those that the question names and of which no document was read.
        absent: the words that tell its subject and stand in none of the documents searched, as they were asked.
        all_of_it: whether one of them is the only word that says what the question is about: then nothing answers it.
    """

    known: tuple[float, ...]
    papers: tuple[Paper, ...] = ()
    absent: tuple[str, ...] = ()
    all_of_it: bool = False

    def allows(self, document: DocumentRow, text: str) -> bool:
        """Whether a passage is of the papers that the question names, or speaks of them."""
        return all(paper.may_be(document) or paper.is_named_in(text) for paper in self.papers)


def lacking(
    library: Library, query: Query, filters: Filters, documents: Sequence[int], passages: Ids | None
) -> Lacking:
    """Compare a question with what is searched: these documents, and of them these passages (all of them if None)."""
    looked = None if passages is None else _Looked(library, documents, passages, only_passages=bool(query.absent))
    known = tuple([looked.known(word) if looked else word.known for word in query.words])
    papers = tuple(paper for paper in _papers(query) if not _is_read(library, paper, query, filters))
    telling = query.telling or query.subject
    absent = [word for word, there in zip(query.words, known, strict=True) if word in telling and not there]
    shown = tuple(query.text[word.start : word.end] for word in absent)
    return Lacking(known, papers, shown, all_of_it=len(telling) == 1 and len(absent) == 1)


@dataclass(frozen=True, slots=True)
class _Looked:
    """What is looked in: the documents as a whole, or only some passages of them."""

    library: Library
    documents: Sequence[int]
    passages: Ids
    only_passages: bool

    def known(self, word: Word) -> float:
        """As `Word.known`, within these.

        Where other documents have the word itself, what stands for it here says less: who asks for a "jeugdboa" that
        only another municipality has, doesn't ask for a boa and for jeugd; a word that means about the same is half.
        """
        own = word.forms[0].stems[0]
        elsewhere = any(self.library.words.documents_with(field, own) for field in _FIELDS)
        if not word.known or any(self._has(form) for form in word.forms if form.weight >= CORRECTED):
            return word.known
        if any(self._has(form) for form in word.forms if len(form.stems) == 1 and form.weight >= SYNONYM):
            return 0.5 if elsewhere else word.known
        return 0.5 * any(not elsewhere and self._has(form) for form in word.forms if len(form.stems) > 1)

    def _has(self, form: Form) -> bool:
        return all(self._there([Term(field, stem, 1.0) for field in _FIELDS]) for stem in form.stems)

    def _there(self, terms: Sequence[Term]) -> bool:
        if self.only_passages:
            return len(self.library.words.best(terms, 1, passages=self.passages)[0]) > 0
        return self.library.words.occurs(terms, self.documents, self.passages)


def _papers(query: Query) -> Iterator[Paper]:
    """A type with the year beside it; a type alone where nothing else is asked."""
    types = [item for item in query.understood if item.aspect == "doc_type"]
    years = [item for item in query.understood if item.aspect == "year"]
    for item in types:
        beside = [year for year in years if _beside(query.text, item, year)]
        if beside:
            yield Paper(item.value, tuple(year for found in beside for year in years_of(found.value)))
        elif not query.subject:
            yield Paper(item.value, ())


def _beside(text: str, first: Understood, second: Understood) -> bool:
    return first.end <= second.start and _BETWEEN.fullmatch(text[first.end : second.start]) is not None


def _is_read(library: Library, paper: Paper, query: Query, filters: Filters) -> bool:
    places = filters.municipalities or query.preferences.municipalities
    return bool(library.document_ids(Filters(places, (paper.doc_type,), paper.years)))


def _is_of(document: DocumentRow, year: int) -> bool:
    plan = document.identity.plan_period.value
    return document.year == year or (plan is not None and plan.covers_year(year))
