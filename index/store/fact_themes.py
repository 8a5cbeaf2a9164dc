"""On which themes a fact is: by its own words and headings, and where these are silent by what is said just before it.

The themes of a passage are no answer: it may hold rows and sentences on several, and a promise in the report of a
council's meeting often names its subject only in the question before it, or in the item of the agenda.
"""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import cached_property

from index.language.fold import name_key
from index.store.reader import Reader
from index.store.rows import DocumentRow, FactRow
from ingest.dutch import sentence_spans
from ingest.fact_types import Amount, Commitment, Speerpunt
from ingest.model import ThemeScore
from ingest.theme_taakvelden import themes_of_taakveld
from ingest.themes import THEMES, themes_of

BEFORE = 400
"""Characters before a sentence that may say what it is about: a question in a meeting and the answer to it."""
_BESIDE = 0.45
_ORGANISATION = "bedrijfsvoering"
"""The paragraph of budgets and accounts on the municipality's own organisation (article 14 of the BBV)."""


def themes_of_facts(
    library: Reader, document: DocumentRow, wanted: Collection[int] | None = None
) -> dict[int, frozenset[str]]:
    """The themes of each fact of a document, or of those that are wanted, by its id."""
    before = _Before(library, document)
    rows = library.facts(document_id=document.id)
    return {row.id: _themes(row, before) for row in rows if wanted is None or row.id in wanted}


def is_minutes(document: DocumentRow) -> bool:
    """Whether what was said in a meeting is read in it: that leans on more of what stands before it."""
    return document.doc_type == "raadsverslag"


def leans(row: FactRow) -> bool:
    """Whether a fact says nothing of its subject itself: its own words are on no theme."""
    return not leaves(own_words(row))


def own_words(row: FactRow) -> str:
    """What the fact says itself: of a cell, its row and column."""
    fact = row.fact
    return f"{fact.row or ''} {fact.column or ''}" if isinstance(fact, Amount) and fact.row else fact.text


def leaves(text: str) -> list[str]:
    """The themes of a text, but those that stand above others."""
    return [score.theme for score in themes_of(text) if THEMES[score.theme].parent]


def of_taakveld(amount: Amount) -> frozenset[str]:
    """The themes of the task field that a sum is of."""
    return themes_of_taakveld(amount.taakveld) if amount.taakveld else frozenset()


def _themes(row: FactRow, before: "_Before") -> frozenset[str]:
    found = {score.theme for score in themes_of(own_words(row), _headings(row))}
    if is_minutes(row.document):
        found |= set(leaves(own_words(row)))  # an item of the agenda is wider than what is promised below it
    if isinstance(row.fact, Amount):
        found |= of_taakveld(row.fact)
    if isinstance(row.fact, Commitment) and not row.fact.register_status and leans(row):
        found |= set(before.themes(row))
    if isinstance(row.fact, Speerpunt) and leans(row) and _is_heading(row.fact, row.heading_path):
        found |= {score.theme for score in row.themes[:1] if not any(_is_beside(other) for other in row.themes[1:])}
    return frozenset(found)


def _headings(row: FactRow) -> Sequence[str]:
    """The headings that say what a fact is on: below that of the own organisation "Huisvesting" is of its offices.

    Of a priority that names its subject itself only its own heading does: those above it are of others as well.
    """
    if isinstance(row.fact, Speerpunt) and not leans(row):
        return row.heading_path[-1:]
    of_own = (at for at, heading in enumerate(row.heading_path) if _ORGANISATION in heading.casefold())
    return row.heading_path[: next(of_own, len(row.heading_path)) + 1]


def _is_beside(score: ThemeScore) -> bool:
    """Whether a passage is on a second theme as well: then a priority that heads it may be either."""
    return score.probability >= _BESIDE


def _is_heading(fact: Speerpunt, heading_path: Sequence[str]) -> bool:
    """Whether a priority is what its section is about, not one of a list."""
    return bool(heading_path) and name_key(fact.label) in name_key(heading_path[-1])


class _Before:
    """What stands before the facts of a document, which is read where it is asked for."""

    def __init__(self, library: Reader, document: DocumentRow) -> None:
        self._library = library
        self._document = document

    def themes(self, row: FactRow) -> list[str]:
        """The themes of the nearest sentence before the fact, in its paragraph, that has any; in the report of a
        meeting in the paragraph before it too, where the question stands."""
        begin = max(0, row.fact.start - BEFORE, self._section(row.fact.start))
        near = self._text[begin : row.fact.start]
        near = "\n".join(near.split("\n")[-2 if is_minutes(self._document) else -1 :])
        for start, end in reversed(sentence_spans(near)):
            themes = leaves(near[start:end])
            if themes:
                return themes
        return []

    def _section(self, at: int) -> int:
        """Where the innermost section of a place starts."""
        starts = self._sections
        return starts[bisect_right(starts, at) - 1] if starts and starts[0] <= at else 0

    @cached_property
    def _text(self) -> str:
        return self._library.text(self._document.id)

    @cached_property
    def _sections(self) -> list[int]:
        return sorted(section.start for section in self._library.sections(self._document.id))
