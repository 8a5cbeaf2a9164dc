"""What can be asked of a library's tables. Every function reads on the connection that it is given."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from index.language.mentions import fullest
from index.store.codec import unpack_lines, unpack_text
from index.store.filters import Filters
from index.store.rows import (
    DOCUMENT_COLUMNS,
    FACT_COLUMNS,
    PASSAGE_COLUMNS,
    DocumentRow,
    FactRow,
    PassageRow,
    document_row,
    fact_row,
    page_row,
    passage_row,
    section_row,
    strings,
)
from index.store.selecting import (
    Clause,
    document_clause,
    id_list,
    mentions_by_place,
    passage_clause,
    whole_document_clause,
    without,
)
from index.store.streams import themes_of_documents
from ingest.model import Page, Section, ThemeScore

DocumentsById = Callable[[Iterable[int]], Mapping[int, DocumentRow]]
_IN = "IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Facets:
    """How many documents each value of a filter gives, the filters of the other dimensions kept."""

    municipalities: dict[str, int] = field(default_factory=dict)
    doc_types: dict[str, int] = field(default_factory=dict)
    years: dict[int, int] = field(default_factory=dict)
    themes: dict[str, int] = field(default_factory=dict)


def documents(connection: sqlite3.Connection, filters: Filters) -> list[DocumentRow]:
    clause = whole_document_clause(connection, filters)
    return _documents(connection, clause, "ORDER BY d.path")


def document(connection: sqlite3.Connection, which: int | str) -> DocumentRow | None:
    columns = ("id",) if isinstance(which, int) else ("path", "sha256", "file")
    for column in columns:
        found = _documents(connection, Clause(f"d.{column} = ?", (which,)), "ORDER BY d.id LIMIT 1")
        if found:
            return found[0]
    return None


def documents_by_id(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, DocumentRow]:
    return {row.id: row for row in _documents(connection, Clause(f"d.id {_IN}", (id_list(ids),)), "")}


def _documents(connection: sqlite3.Connection, clause: Clause, tail: str) -> list[DocumentRow]:
    sql = f"SELECT {DOCUMENT_COLUMNS} FROM document d WHERE {clause.sql} {tail}"  # noqa: S608
    return [document_row(row) for row in connection.execute(sql, clause.values)]


def document_at(connection: sqlite3.Connection, path: str) -> DocumentRow | None:
    found = _documents(connection, Clause("d.path = ?", (path,)), "")
    return found[0] if found else None


def text(connection: sqlite3.Connection, document_id: int) -> str:
    row = connection.execute("SELECT body FROM document WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        raise KeyError(document_id)
    return unpack_text(row[0])


def pages(connection: sqlite3.Connection, document_id: int) -> list[Page]:
    sql = 'SELECT number, start, "end", width, height FROM page WHERE document_id = ? ORDER BY number'
    return [page_row(row) for row in connection.execute(sql, (document_id,))]


def page(connection: sqlite3.Connection, document_id: int, number: int) -> Page | None:
    sql = 'SELECT number, start, "end", width, height, lines FROM page WHERE document_id = ? AND number = ?'
    row = connection.execute(sql, (document_id, number)).fetchone()
    return replace(page_row(row), lines=unpack_lines(row[5])) if row else None


def sections(connection: sqlite3.Connection, document_id: int) -> list[Section]:
    sql = 'SELECT start, "end", heading_end, level, path, layer FROM section WHERE document_id = ? ORDER BY ordinal'
    return [section_row(row) for row in connection.execute(sql, (document_id,))]


def passages(
    connection: sqlite3.Connection, ids: Sequence[int], documents: DocumentsById, *, with_themes: bool = True
) -> list[PassageRow]:
    clause = Clause(f"p.id {_IN}", (id_list(ids),))
    found = {row.id: row for row in _passages(connection, clause, documents, with_themes=with_themes)}
    return [found[number] for number in map(int, ids) if number in found]


def passages_of(connection: sqlite3.Connection, document_id: int, documents: DocumentsById) -> list[PassageRow]:
    return _passages(connection, Clause("p.document_id = ?", (document_id,)), documents, with_themes=True)


def _passages(
    connection: sqlite3.Connection, clause: Clause, documents: DocumentsById, *, with_themes: bool
) -> list[PassageRow]:
    sql = f"SELECT {PASSAGE_COLUMNS} FROM passage p WHERE {clause.sql} ORDER BY p.id"  # noqa: S608
    rows = connection.execute(sql, clause.values).fetchall()
    about = documents({row[1] for row in rows})
    themes = themes_of_passages(connection, [row[0] for row in rows]) if with_themes else {}
    return [passage_row(row, about, themes) for row in rows]


def facts_in(
    connection: sqlite3.Connection, passage_ids: Iterable[int], documents: DocumentsById, *, with_themes: bool
) -> dict[int, list[FactRow]]:
    sql = f"SELECT {FACT_COLUMNS} FROM fact f WHERE f.passage_id {_IN} ORDER BY f.start, f.id"  # noqa: S608
    rows = connection.execute(sql, (id_list(passage_ids),)).fetchall()
    found: dict[int, list[FactRow]] = defaultdict(list)
    for row in facts_from(connection, rows, documents, with_themes=with_themes):
        if row.passage_id is not None:
            found[row.passage_id].append(row)
    return dict(found)


def facts_from(
    connection: sqlite3.Connection,
    rows: list[sqlite3.Row],
    documents: DocumentsById | None = None,
    *,
    with_themes: bool = True,
) -> list[FactRow]:
    """From FACT_COLUMNS; their documents are read where they aren't given."""
    numbers = {row[1] for row in rows}
    about = documents(numbers) if documents else documents_by_id(connection, numbers)
    within = {row[10] for row in rows if row[10] is not None}
    themes = themes_of_passages(connection, within) if with_themes else {}
    return [fact_row(row, about, themes) for row in rows]


def themes_of_passages(connection: sqlite3.Connection, passage_ids: Iterable[int]) -> dict[int, tuple[ThemeScore, ...]]:
    sql = (
        f"SELECT passage_id, theme, probability, cues FROM passage_theme WHERE passage_id {_IN} "  # noqa: S608
        "ORDER BY passage_id, probability DESC, theme"
    )
    found: dict[int, list[ThemeScore]] = defaultdict(list)
    for passage_id, theme, probability, cues in connection.execute(sql, (id_list(passage_ids),)):
        found[passage_id].append(ThemeScore(theme, probability, strings(cues)))
    return {passage_id: tuple(scores) for passage_id, scores in found.items()}


def count_themes(connection: sqlite3.Connection, passage_ids: Iterable[int]) -> dict[str, int]:
    sql = f"SELECT theme, count(*) FROM passage_theme WHERE passage_id {_IN} GROUP BY theme ORDER BY 2 DESC, 1"  # noqa: S608
    return dict(connection.execute(sql, (id_list(passage_ids),)).fetchall())


def passages_by_theme(connection: sqlite3.Connection, filters: Filters) -> dict[str, int]:
    """How many searchable passages are on each theme, the commonest first."""
    clause = passage_clause(connection, filters)
    sql = (
        "SELECT t.theme, count(*) FROM passage_theme t JOIN passage p ON p.id = t.passage_id "  # noqa: S608
        f"JOIN document d ON d.id = p.document_id WHERE p.searchable AND {clause.sql} "
        "GROUP BY t.theme ORDER BY 2 DESC, 1"
    )
    return dict(connection.execute(sql, clause.values).fetchall())


def surest(
    connection: sqlite3.Connection, filters: Filters, document_id: int | None, most: int
) -> dict[str, tuple[int, list[int]]]:
    """For each theme of searchable passages: how many there are, and the ids of those that are on it most surely."""
    clause = passage_clause(connection, filters)
    if document_id is not None:
        clause = Clause(f"({clause.sql}) AND d.id = ?", (*clause.values, document_id))
    sql = (
        "SELECT theme, number, id FROM (SELECT t.theme, p.id, count(*) OVER (PARTITION BY t.theme) AS number, "  # noqa: S608
        "row_number() OVER (PARTITION BY t.theme ORDER BY t.probability DESC, p.id) AS place "
        "FROM passage_theme t JOIN passage p ON p.id = t.passage_id JOIN document d ON d.id = p.document_id "
        f"WHERE p.searchable AND {clause.sql}) WHERE place <= ? ORDER BY theme, place"
    )
    found: dict[str, tuple[int, list[int]]] = {}
    for theme, number, best in connection.execute(sql, (*clause.values, most)):
        found.setdefault(theme, (number, []))[1].append(best)
    return found


def names_of_people(connection: sqlite3.Connection) -> frozenset[str]:
    """From each key straight to the next, past all its mentions."""
    sql = (
        "WITH RECURSIVE keys(key) AS (SELECT min(name_key) FROM mention UNION ALL "
        "SELECT (SELECT min(name_key) FROM mention WHERE name_key > key) FROM keys WHERE key IS NOT NULL) "
        "SELECT key FROM keys WHERE key IS NOT NULL"
    )
    keys = [key for (key,) in connection.execute(sql)]
    return frozenset([*keys, *(key.split()[-1] for key in keys if key.split())])


def people(connection: sqlite3.Connection) -> dict[str, str]:
    """Officials by key; the name is the fullest of the one person for whom the key stands in every municipality."""
    sql = (
        "SELECT m.name_key, max(json_extract(f.attributes, '$.name')) FROM mention m JOIN fact f ON f.id = m.fact_id "
        "WHERE f.kind = 'official' GROUP BY m.name_key ORDER BY m.name_key"
    )
    written = dict(connection.execute(sql).fetchall())
    standing: dict[str, set[str]] = defaultdict(set)
    for mentions in mentions_by_place(connection).values():
        for key, full in fullest(key for key, _ in mentions if key in written).items():
            standing[key].add(full)
    sure = {key: min(names) for key, names in standing.items() if len(names) == 1}
    return {key: written[sure.get(key, key)] for key in written}


def municipalities(connection: sqlite3.Connection) -> list[str]:
    return [name for (name,) in connection.execute("SELECT DISTINCT name FROM document_municipality ORDER BY name")]


def facets(connection: sqlite3.Connection, filters: Filters) -> Facets:
    """Counts of documents; each dimension counts what its own filter would give, the others applied."""
    municipality = "SELECT m.name, count(*) FROM document_municipality m JOIN document d ON d.id = m.document_id"
    doc_type = "SELECT d.doc_type, count(*) FROM document d"

    def counted(select: str, dimension: str, column: str) -> dict[str, int]:
        clause = whole_document_clause(connection, without(filters, dimension))
        sql = f"{select} WHERE {column} IS NOT NULL AND {clause.sql} GROUP BY {column} ORDER BY 2 DESC, 1"
        return dict(connection.execute(sql, clause.values).fetchall())

    return Facets(
        municipalities=counted(municipality, "municipalities", "m.name"),
        doc_types=counted(doc_type, "doc_types", "d.doc_type"),
        years=_years(connection, without(filters, "years")),
        themes=themes_of_documents(connection, whole_document_clause(connection, without(filters, "themes"))),
    )


def _years(connection: sqlite3.Connection, filters: Filters) -> dict[int, int]:
    """Years that some document reports on, or that a plan with both ends covers, with the documents each gives."""
    clause = whole_document_clause(connection, filters)
    sql = (
        "SELECT DISTINCT reporting_year, reporting_year FROM document WHERE reporting_year IS NOT NULL "
        "UNION SELECT DISTINCT plan_from, plan_to FROM document WHERE plan_from > 0 AND plan_to < 9999"
    )
    years = {year for first, last in connection.execute(sql) for year in range(first, last + 1)}
    count = f"SELECT count(*) FROM document d WHERE {clause.sql} AND {document_clause(Filters(years=(0,))).sql}"  # noqa: S608
    counts = {
        year: connection.execute(count, (*clause.values, json.dumps([year]))).fetchone()[0] for year in sorted(years)
    }
    return {year: number for year, number in counts.items() if number}
