"""What a list of states calls a bottleneck, and on which themes its project is.

A list names a project in three words ("Sanering gemeentewerf") that tell nothing of the homes that are to come there:
that stands in the plans. So a row is also on the theme that many of the passages are on which name its project.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from index.language.matter import content_words, likeness
from index.language.wordlists import any_of
from index.library import Library
from index.store.choice import Choice
from index.store.fact_themes import leaves
from index.store.filters import Filters
from index.store.rows import FactRow, PassageRow
from index.tracing.project import Matter, names_one, parts_of_row
from index.tracing.registers import STATES
from index.words import Term
from ingest.fact_types import Commitment

_READ = 120
"""Passages that are looked at for one project: in the papers of a municipality few are named more often."""
_FEWEST, _SHARE = 3, 0.25
"""Of the passages that name a project how many must be on a theme first of all, and what share: a quarter leaves of
twelve bottlenecks of a real municipality three on housing by this, all three sites where homes are to come."""


def is_bottleneck(row: FactRow) -> bool:
    """Whether a list says of it that something goes wrong."""
    said = row.fact.register_said if isinstance(row.fact, Commitment) else None
    return bool(said and any_of("knelpunten.txt").search(said))


def of_projects(library: Library, filters: Filters, themes: Collection[str]) -> list[FactRow]:
    """The bottlenecks that are on these themes by what is said of their project elsewhere, and not by their words."""
    within = replace(filters, themes=(), officials=())
    listed = library.facts("commitment", within, choice=Choice(listed=STATES))
    found = [row for row in listed if is_bottleneck(row) and set(themes).isdisjoint(leaves(row.fact.text))]
    return [row for row in found if _is_on(library, row, themes)]


def _is_on(library: Library, row: FactRow, themes: Collection[str]) -> bool:
    on = [passage.themes[0].theme in themes for passage in _naming(library, row) if passage.themes]
    return sum(on) >= max(_FEWEST, _SHARE * len(on))


def _naming(library: Library, row: FactRow) -> Iterable[PassageRow]:
    """The passages of the papers of its municipality that name its project; rows of tables aside."""
    places = row.document.identity.municipalities
    project = next(parts_of_row(row.fact.text, places))
    words = sorted(content_words(row.fact.text, with_parts=True))
    terms = [Term(field, word, 1.0) for word in words for field in ("stems", "parts")]
    papers = [paper.id for paper in library.documents(Filters(municipalities=places))]
    found, _ = library.words.best(terms, _READ, documents=papers)
    for passage in library.passages(found.tolist()):
        if "|" not in passage.text and _names(passage, project):
            yield passage


def _names(passage: PassageRow, project: Matter) -> bool:
    if project.names:
        return names_one(passage, project.names)
    there = content_words("\n".join((*passage.heading_path[-1:], passage.text)))
    return bool(project.things) and all(likeness(thing, there) for thing in project.things)
