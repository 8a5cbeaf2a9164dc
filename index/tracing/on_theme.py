"""Which facts are on a theme: by their own words and headings, and where these are silent by what is said just before.

The themes of a passage are no answer: it may hold rows and sentences on several, and a promise in the report of a
council's meeting often names its subject only in the question before it, or in the item of the agenda.
"""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from index.language.fold import name_key
from index.library import Library
from index.store.filters import Filters
from index.store.rows import DocumentRow, FactRow
from index.tracing.registers import Registers
from ingest.dutch import sentence_spans
from ingest.fact_types import Amount, Commitment, Official, Speerpunt
from ingest.model import ThemeScore
from ingest.theme_taakvelden import themes_of_taakveld
from ingest.themes import THEMES, themes_of

_BEFORE = 400
"""Characters before a sentence that may say what it is about: a question in a meeting and the answer to it."""
_BESIDE = 0.45
_ORGANISATION = "bedrijfsvoering"
"""The paragraph of budgets and accounts on the municipality's own organisation (article 14 of the BBV)."""
_OF_MANY = frozenset({"raadsverslag", "besluitenlijst", "toezeggingenlijst"})
"""Papers on many matters: their title names a committee, or the first of them."""


def facts_on(library: Library, filters: Filters, themes: Sequence[str]) -> list[FactRow]:
    """The facts under the other filters that are on one of the themes, in order of path and place.

    Kept until the library changes, as are the themes of each fact under these filters: a fact costs a tenth of a
    millisecond, and a collection has tens of thousands.
    """
    asked = replace(filters, themes=tuple(themes))
    return list(library.once(("facts on", asked), lambda: _facts_on(library, asked)))


def meant(themes: Sequence[str]) -> tuple[str, ...]:
    """The themes and those below them: a parent stands for its children."""
    below = (theme.id for theme in THEMES.values() if theme.parent in themes)
    return tuple(dict.fromkeys((*themes, *below)))


def _facts_on(library: Library, asked: Filters) -> list[FactRow]:
    themes = set(meant(asked.themes))
    within = replace(asked, themes=())
    in_passages = {row.id for row in library.facts(None, asked)}
    own = library.once(("themes of facts", within), lambda: _themes_of_facts(library, within))
    everything = library.facts(None, within)
    held = {
        row.id
        for row in everything
        if themes & own[row.id]
        and (row.id in in_passages or not isinstance(row.fact, Amount) or _names(row.fact, themes))
    }
    held |= {row.id for row in everything if not isinstance(row.fact, Official) and titled_on(row.document, themes)}
    registers = Registers(library)
    held |= {row.id for kept in everything if kept.id in held for row in registers.rows(kept)}
    return [row for row in everything if row.id in held]


def titled_on(document: DocumentRow, themes: Collection[str]) -> bool:
    """Whether the title of a paper is on one of the themes: then all of it is, but for the papers of a meeting."""
    return document.doc_type not in _OF_MANY and any(theme in themes for theme in _titled(document.title))


@lru_cache(maxsize=100_000)
def _titled(title: str) -> frozenset[str]:
    return frozenset(score.theme for score in themes_of(title))


def _names(amount: Amount, themes: set[str]) -> bool:
    """Whether a row of a table has the theme itself, or a taakveld of it, as its name: one of a table of them all."""
    return bool(amount.row) and bool(themes & {*_leaves(amount.row or ""), *_of_taakveld(amount)})


def _of_taakveld(amount: Amount) -> frozenset[str]:
    return themes_of_taakveld(amount.taakveld) if amount.taakveld else frozenset()


def _themes_of_facts(library: Library, within: Filters) -> dict[int, frozenset[str]]:
    """The themes of each fact by its own words, headings and what stands before it."""
    texts = _Texts(library)
    return {row.id: _themes(row, texts) for row in library.each_fact(None, within)}


def _themes(row: FactRow, texts: "_Texts") -> frozenset[str]:
    found = {score.theme for score in themes_of(own_words(row), _headings(row))}
    if row.document.doc_type == "raadsverslag":
        found |= set(_leaves(own_words(row)))  # an item of the agenda is wider than what is promised below it
    if isinstance(row.fact, Amount):
        found |= _of_taakveld(row.fact)
    if isinstance(row.fact, Commitment) and not row.fact.register_status and leans(row):
        found |= set(texts.before(row))
    if isinstance(row.fact, Speerpunt) and leans(row) and _is_heading(row.fact, row.heading_path):
        found |= {score.theme for score in row.themes[:1] if not any(_is_beside(other) for other in row.themes[1:])}
    return frozenset(found)


def _headings(row: FactRow) -> Sequence[str]:
    """The headings that say what a fact is on: below that of the own organisation "Huisvesting" is of its offices."""
    of_own = (at for at, heading in enumerate(row.heading_path) if _ORGANISATION in heading.casefold())
    return row.heading_path[: next(of_own, len(row.heading_path)) + 1]


def _is_beside(score: ThemeScore) -> bool:
    """Whether a passage is on a second theme as well: then a priority that heads it may be either."""
    return score.probability >= _BESIDE


def _is_heading(fact: Speerpunt, heading_path: Sequence[str]) -> bool:
    """Whether a priority is what its section is about, not one of a list."""
    return bool(heading_path) and name_key(fact.label) in name_key(heading_path[-1])


def leans(row: FactRow) -> bool:
    """Whether a fact says nothing of its subject itself: its own words are on no theme."""
    return not _leaves(own_words(row))


def own_words(row: FactRow) -> str:
    """What the fact says itself: of a cell, its row and column."""
    fact = row.fact
    return f"{fact.row or ''} {fact.column or ''}" if isinstance(fact, Amount) and fact.row else fact.text


def _leaves(text: str) -> list[str]:
    return [score.theme for score in themes_of(text) if THEMES[score.theme].parent]


class _Texts:
    """What stands before facts; each document is read once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._texts: dict[int, str] = {}
        self._sections: dict[int, list[int]] = {}

    def before(self, row: FactRow) -> list[str]:
        """The themes of the nearest sentence before the fact, in its paragraph, that has any; in the report of a
        meeting in the paragraph before it too, where the question stands."""
        text = self._text(row.document.id)
        begin = max(0, row.fact.start - _BEFORE, self._section(row))
        near = text[begin : row.fact.start]
        asked = row.document.doc_type == "raadsverslag"
        near = "\n".join(near.split("\n")[-2 if asked else -1 :])
        for start, end in reversed(sentence_spans(near)):
            themes = _leaves(near[start:end])
            if themes:
                return themes
        return []

    def _text(self, document_id: int) -> str:
        if document_id not in self._texts:
            self._texts[document_id] = self._library.text(document_id)
        return self._texts[document_id]

    def _section(self, row: FactRow) -> int:
        """Where the innermost section of the fact starts."""
        number = row.document.id
        if number not in self._sections:
            self._sections[number] = sorted(section.start for section in self._library.sections(number))
        starts = self._sections[number]
        return starts[bisect_right(starts, row.fact.start) - 1] if starts and starts[0] <= row.fact.start else 0
