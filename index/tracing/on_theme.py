"""Which facts are on a theme, and which papers as a whole: by the themes of each fact, its passage and its title."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from index.library import Library
from index.store.choice import Choice
from index.store.fact_themes import is_minutes, leaves, of_taakveld, own_words
from index.store.filters import Filters
from index.store.rows import DocumentRow, FactRow
from index.tracing.registers import Registers
from ingest.fact_types import Amount, Commitment, Official
from ingest.themes import THEMES, themes_of

_OF_MANY = frozenset({"raadsverslag", "besluitenlijst", "toezeggingenlijst"})
"""Papers on many matters: their title names a committee, or the first of them."""
_BESIDE = re.compile(r"\([^()]*\)")


def facts_on(library: Library, filters: Filters, themes: Sequence[str]) -> list[FactRow]:
    """The facts under the other filters that are on one of the themes, in order of path and place.

    Kept until the library changes, as are the themes of each fact under these filters.
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
    documents = library.documents(replace(within, officials=()))
    own = library.once(("themes of facts", within), lambda: library.themes_of_facts(documents))
    in_passages = set(library.passage_ids(replace(asked, officials=())).tolist())
    held = {
        row.id: row
        for row in _among(library, within, [number for number, found in own.items() if themes & found])
        if row.passage_id in in_passages or not isinstance(row.fact, Amount) or _names(row.fact, themes)
    }
    for document in documents:
        if titled_on(document, themes):
            rows = library.facts(None, within, document_id=document.id)
            held |= {row.id: row for row in rows if not isinstance(row.fact, Official)}
    registers = Registers(library)
    listed = {row.id for kept in held.values() for row in registers.rows(kept)} - held.keys()
    held |= {row.id: row for row in _among(library, within, listed)}
    return sorted(held.values(), key=lambda row: (row.document.source.path, row.fact.start, row.id))


def _among(library: Library, within: Filters, ids: Collection[int]) -> list[FactRow]:
    return library.facts(None, within, choice=Choice(among=tuple(ids))) if ids else []


def speerpunten_on(library: Library, filters: Filters) -> dict[int, frozenset[str]]:
    """The speerpunten under the filters, by their id, with the themes that they are on.

    So does every page count them: their own themes and those of the title of their paper. What their passage is on says
    nothing, for it may list several.
    """
    within = replace(filters, themes=())
    near = library.once(("themes of speerpunten", within), lambda: _speerpunten(library, within))
    wanted = set(meant(filters.themes))
    rows = [row for row, themes in near if not wanted or themes & wanted]
    shown = _themes_of(rows, library.themes_of_facts(_documents(rows)))
    return {number: themes for number, themes in shown.items() if not wanted or themes & wanted}


def _speerpunten(library: Library, within: Filters) -> list[tuple[FactRow, frozenset[str]]]:
    """Read as they are, for to cover residents takes the texts of all their papers: only ids leave here."""
    rows = Library.facts(library, "speerpunt", within)
    themes = _themes_of(rows, Library.themes_of_facts(library, _documents(rows)))
    return [(row, themes[row.id]) for row in rows]


def _documents(rows: Iterable[FactRow]) -> list[DocumentRow]:
    return list({row.document.id: row.document for row in rows}.values())


def _themes_of(rows: Iterable[FactRow], own: Mapping[int, frozenset[str]]) -> dict[int, frozenset[str]]:
    return {row.id: own.get(row.id, frozenset()) | _of_paper(row.document) for row in rows}


def themes_counted(found: Iterable[frozenset[str]]) -> dict[str, int]:
    """How many are on each theme that occurs, on one below it included; the commonest first."""
    sets = list(found)
    occur = frozenset().union(*sets)
    above = {theme: {theme, THEMES[theme].parent} if theme in THEMES else {theme} for theme in occur}
    counts = Counter(theme for themes in sets for theme in set().union(*(above[each] for each in themes)))
    return dict(sorted(((theme, counts[theme]) for theme in occur), key=lambda item: (-item[1], item[0])))


def titled_on(document: DocumentRow, themes: Collection[str]) -> bool:
    """Whether the title of a paper is on one of the themes: then all of it is, but for the papers of a meeting."""
    return any(theme in themes for theme in _of_paper(document))


def _of_paper(document: DocumentRow) -> frozenset[str]:
    return frozenset() if document.doc_type in _OF_MANY else _titled(document.title)


def at_heart(row: FactRow, themes: Collection[str], said: str | None = None) -> bool:
    """Whether a fact is on one of the themes before all: by its own words, else by the words of its heading, else
    by those that it leans on, else by its passage.

    A promise on the works in a street, after a sentence on "inwonersparticipatie", is on that theme without being about
    it. What minutes hold, or a paper that is on the theme as a whole, is; a row of a list unless its own words, but for
    those in brackets, are on others.

    Args:
        said: with what it leans on; where that isn't known yet, what says nothing itself may be on the theme.
    """
    if isinstance(row.fact, Commitment) and row.fact.register_status is not None:
        own = leaves(_BESIDE.sub("", row.fact.text))
        return not own or any(each in themes for each in own)
    if is_minutes(row.document) or titled_on(row.document, themes):
        return True
    for words in (own_words(row), *row.heading_path[-1:], said or ""):
        if own := leaves(words):
            return any(each in themes for each in own)
    return said is None or not row.themes or row.themes[0].theme in themes


@lru_cache(maxsize=100_000)
def _titled(title: str) -> frozenset[str]:
    return frozenset(score.theme for score in themes_of(title))


def _names(amount: Amount, themes: set[str]) -> bool:
    """Whether a row of a table has the theme itself, or a taakveld of it, as its name: one of a table of them all."""
    return bool(amount.row) and bool(themes & {*leaves(amount.row or ""), *of_taakveld(amount)})
