"""Filters become SQL.

Every value is bound, never pasted: a list travels as one JSON parameter, so that its length has no limit.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from index.language.mentions import fullest, names_person, person_key, shortens
from index.language.place_names import keys_of
from index.store.filters import Filters
from ingest.themes import THEMES


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition and the values of its placeholders."""

    sql: str
    values: tuple[object, ...] = ()


_ALL = Clause("1")
_THEMED = "SELECT passage_id FROM passage_theme WHERE theme IN (SELECT value FROM json_each(?))"


def id_list(ids: Iterable[int]) -> str:
    """Ids as the one parameter of `IN (SELECT value FROM json_each(?))`."""
    return json.dumps([int(number) for number in ids])


def document_clause(filters: Filters) -> Clause:
    """On the document `d` itself: municipality, type and year."""
    parts = []
    if filters.municipalities:
        keys = json.dumps([key for name in filters.municipalities for key in keys_of(name)])
        named = "SELECT document_id FROM document_municipality WHERE key IN (SELECT value FROM json_each(?))"
        parts.append(Clause(f"d.id IN ({named})", (keys,)))
    if filters.doc_types:
        types = json.dumps([doc_type.lower() for doc_type in filters.doc_types])
        parts.append(Clause("d.doc_type IN (SELECT value FROM json_each(?))", (types,)))
    if filters.years:
        years = json.dumps(list(filters.years))
        covered = "d.reporting_year = y.value OR (d.plan_from <= y.value AND d.plan_to >= y.value)"
        parts.append(Clause(f"EXISTS (SELECT 1 FROM json_each(?) y WHERE {covered})", (years,)))  # noqa: S608
    return _all_of(parts)


def whole_document_clause(connection: sqlite3.Connection, filters: Filters) -> Clause:
    """On the document `d`, which must hold a passage on the theme and name the official, anywhere."""
    holding = f"SELECT document_id FROM passage WHERE id IN ({_THEMED})"  # noqa: S608
    return _clause(connection, filters, f"d.id IN ({holding})", "document")


def passage_clause(connection: sqlite3.Connection, filters: Filters) -> Clause:
    """On a passage `p` of the document `d`: the passage itself is on the theme and names the official."""
    return _clause(connection, filters, f"p.id IN ({_THEMED})", "passage")


def fact_clause(connection: sqlite3.Connection, filters: Filters) -> Clause:
    """On a fact `f` of the document `d`: its passage is on the theme, and the fact names the official."""
    return _clause(connection, filters, f"f.passage_id IN ({_THEMED})", "fact")


def _clause(
    connection: sqlite3.Connection, filters: Filters, on_theme: str, naming_it: Literal["document", "passage", "fact"]
) -> Clause:
    """On the document `d`, on a theme by this condition, and on what the mentions of the officials belong to."""
    parts = [document_clause(filters)]
    if filters.themes:
        parts.append(Clause(on_theme, (_with_children(filters.themes),)))
    if filters.officials:
        named = naming(connection, filters, f"{naming_it}_id")
        parts.append(Clause(f"{naming_it[0]}.id IN ({named.sql})", named.values))
    return _all_of(parts)


def _with_children(themes: Sequence[str]) -> str:
    """The themes and those below them, for a field of the Kernbeleid or of Iv3 stands for all that it holds."""
    below = (theme.id for theme in THEMES.values() if theme.parent in themes)
    return json.dumps([*themes, *below])


def without(filters: Filters, dimension: str) -> Filters:
    """The same filters with one dimension left open, as its own counts need them."""
    return replace(filters, **{dimension: ()})


def themed(filters: Filters) -> Clause:
    """A query for the passages on the themes, one more than once where it is on several."""
    return Clause(_THEMED, (_with_children(filters.themes),))


def naming(connection: sqlite3.Connection, filters: Filters, column: str) -> Clause:
    """A query for this column of the mentions of the officials."""
    chosen = json.dumps(sorted(_mentions_of(connection, filters.officials)))
    pairs = "SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?)"
    return Clause(f"SELECT {column} FROM mention WHERE (name_key, document_id) IN ({pairs})", (chosen,))  # noqa: S608


def _mentions_of(connection: sqlite3.Connection, wanted: Sequence[str]) -> set[tuple[str, int]]:
    """The keys, each with a document, that name a wanted person: as written, or for short within a municipality."""
    found: set[tuple[str, int]] = set()
    names = [name for name in wanted if person_key(name)]
    for mentions in mentions_by_place(connection, _namesakes(connection, names)).values():
        full = fullest(key for key, _ in mentions)
        meant = {key for name in names for key in _meant(name, full)}
        found.update((key, document) for key, document in mentions if key in meant)
    return found


def _meant(name: str, full: Mapping[str, str]) -> set[str]:
    """The keys of one municipality that mean the wanted name."""
    short = {longer for longer in full.values() if shortens(person_key(name), longer)}
    only = short if len(short) == 1 else set()
    return {
        key for key, longer in full.items() if names_person(key, name) or names_person(longer, name) or longer in only
    }


def _namesakes(connection: sqlite3.Connection, names: Sequence[str]) -> list[str]:
    """The keys that may mean one of the names or decide what is meant: of all who share a surname with one that fits.

    Of 22,000 mentions these take some 0.02 s to read, all of them 0.4.
    """
    known = [key for (key,) in connection.execute("SELECT DISTINCT name_key FROM mention") if key]
    wanted = {person_key(name).split()[-1] for name in names}
    surnames = wanted | {key.split()[-1] for key in known if not wanted.isdisjoint(key.split())}
    return [key for key in known if key.split()[-1] in surnames]


def mentions_by_place(
    connection: sqlite3.Connection, keys: Sequence[str] | None = None
) -> dict[str, set[tuple[str, int]]]:
    """Of each municipality ("" where none is known) the keys of people, each with a document that names them."""
    sql = (
        "SELECT DISTINCT coalesce(p.key, ''), m.name_key, m.document_id FROM mention m "
        "LEFT JOIN document_municipality p ON p.document_id = m.document_id"
    )
    values: tuple[str, ...] = ()
    if keys is not None:
        sql, values = f"{sql} WHERE m.name_key IN (SELECT value FROM json_each(?))", (json.dumps(keys),)  # noqa: S608
    places: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for place, key, document in connection.execute(sql, values):
        places[place].add((key, document))
    return places


def _all_of(parts: list[Clause]) -> Clause:
    if not parts:
        return _ALL
    values = tuple(value for part in parts for value in part.values)
    return Clause(" AND ".join(f"({part.sql})" for part in parts), values)
