"""Lists of facts, a page at a time, and what stands above a list: counted by the database, never by reading it all."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from index.store.choice import ANY, Choice
from index.store.filters import Filters
from index.store.reading import Facets, facts_from
from index.store.rows import FACT_COLUMNS, FactRow
from index.store.schema import LAST_YEAR
from index.store.selecting import Clause, fact_clause, id_list
from ingest.themes import THEMES


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list: at most `limit` rows (all if None) after the first `offset`."""

    limit: int | None = None
    offset: int = 0


WHOLE = Part()
_PARENTS = frozenset(theme.id for theme in THEMES.values() if not theme.parent)
"""A filter on one of these gives what is on the themes below it as well, so that its own number isn't how many."""
_OF_YEARS = (
    "SELECT o.reporting_year, o.plan_from, o.plan_to, sum(number) FROM counted c "
    "JOIN document o ON o.id = c.document_id GROUP BY 1, 2, 3"
)
_AT_ONCE = 50
"""Documents of which the facts are read together."""


def facts(
    connection: sqlite3.Connection,
    kind: str | None,
    filters: Filters,
    document_id: int | None,
    part: Part,
    choice: Choice,
) -> list[FactRow]:
    where = _where(connection, kind, filters, document_id, choice)
    sql = (
        f"SELECT {FACT_COLUMNS} FROM document d {_join(filters, part, choice)} fact f ON f.document_id = d.id "  # noqa: S608
        f"WHERE {where.sql} ORDER BY {choice.order()}d.path, f.start, f.id LIMIT ? OFFSET ?"
    )
    limit = -1 if part.limit is None else part.limit
    return facts_from(connection, connection.execute(sql, (*where.values, limit, part.offset)).fetchall())


def counts_by_document(
    connection: sqlite3.Connection, kind: str | None, filters: Filters, choice: Choice
) -> dict[int, int]:
    sql, values = _grouped(connection, kind, filters, choice, "SELECT document_id, number FROM counted")
    return dict(connection.execute(sql, values).fetchall())


def facts_in_order(
    connection: sqlite3.Connection,
    kind: str | None,
    filters: Filters,
    part: Part,
    choice: Choice,
    counts: Mapping[int, int],
) -> list[FactRow]:
    """The part of a list whose documents come in the order of `counts`: only those that it holds are read."""
    where = _where(connection, kind, filters, None, choice)
    sql = (
        f"SELECT {FACT_COLUMNS} FROM fact f JOIN document d ON d.id = f.document_id "  # noqa: S608
        f"WHERE {where.sql} AND d.id = ? ORDER BY f.start, f.id LIMIT ? OFFSET ?"
    )
    rows: list[sqlite3.Row] = []
    skip, left = part.offset, sum(counts.values()) if part.limit is None else part.limit
    for document, number in counts.items():
        if left > 0 and skip < number:
            rows += connection.execute(sql, (*where.values, document, left, skip)).fetchall()
            left -= min(left, number - skip)
        skip = max(0, skip - number)
    return facts_from(connection, rows)


def each_fact(
    connection: sqlite3.Connection, kind: str | None, filters: Filters, choice: Choice = ANY
) -> Iterator[FactRow]:
    where = _where(connection, kind, filters, None, choice)
    documents = (
        "SELECT d.id FROM document d WHERE EXISTS "  # noqa: S608
        f"(SELECT 1 FROM fact f WHERE f.document_id = d.id AND {where.sql}) ORDER BY d.path"
    )
    of_some = (
        f"SELECT {FACT_COLUMNS} FROM document d CROSS JOIN fact f ON f.document_id = d.id "  # noqa: S608
        f"WHERE {where.sql} AND d.id IN (SELECT value FROM json_each(?)) ORDER BY d.path, f.start, f.id"
    )
    numbers = [number for (number,) in connection.execute(documents, where.values)]
    for first in range(0, len(numbers), _AT_ONCE):
        some = id_list(numbers[first : first + _AT_ONCE])
        yield from facts_from(connection, connection.execute(of_some, (*where.values, some)).fetchall())


def numbered(connection: sqlite3.Connection, filters: Filters) -> list[tuple[int, str | None, str]]:
    where = _where(connection, "commitment", filters, None, ANY)
    number = "json_extract(f.attributes, '$.number')"
    sql = (
        f"SELECT f.id, {number}, f.text FROM fact f JOIN document d ON d.id = f.document_id "  # noqa: S608
        f"WHERE {where.sql} AND (f.text GLOB '*[0-9][0-9][-./][0-9]*' OR {number} IS NOT NULL)"
    )
    return connection.execute(sql, where.values).fetchall()


def _join(filters: Filters, part: Part, choice: Choice) -> str:
    """A part is walked to by path, so that nothing is sorted; but not where few facts of many documents are wanted."""
    return "JOIN" if part.limit is None or filters.officials or choice.order() else "CROSS JOIN"


def count_facts(
    connection: sqlite3.Connection, kind: str | None, filters: Filters, choice: Choice = ANY
) -> tuple[int, int]:
    facts, documents = connection.execute(
        *_grouped(connection, kind, filters, choice, "SELECT coalesce(sum(number), 0), count(*) FROM counted")
    ).fetchone()
    return int(facts), int(documents)


def fact_facets(connection: sqlite3.Connection, kind: str | None, filters: Filters, choice: Choice = ANY) -> Facets:
    def counted(column: str, source: str) -> dict[str, int]:
        sql = f"SELECT {column}, sum(number) FROM counted c {source} GROUP BY 1 HAVING {column} IS NOT NULL"  # noqa: S608
        return dict(
            connection.execute(*_grouped(connection, kind, filters, choice, f"{sql} ORDER BY 2 DESC, 1")).fetchall()
        )

    document = "JOIN document o ON o.id = c.document_id"
    where = _where(connection, kind, filters, None, choice)
    themes = (
        "SELECT t.theme, count(*) FROM document d JOIN fact f ON f.document_id = d.id "  # noqa: S608
        f"JOIN passage_theme t ON t.passage_id = f.passage_id WHERE {where.sql} GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    return Facets(
        municipalities=counted("m.name", "JOIN document_municipality m ON m.document_id = c.document_id"),
        doc_types=counted("o.doc_type", document),
        years=_by_year(connection.execute(*_grouped(connection, kind, filters, choice, _OF_YEARS)).fetchall()),
        themes={theme: number for theme, number in connection.execute(themes, where.values) if theme not in _PARENTS},
    )


def _by_year(spans: list[sqlite3.Row]) -> dict[int, int]:
    """How many a filter on a year gives, the most first: those of papers of that year, and of plans that cover it."""
    years = {year for year, *_ in spans if year is not None}
    years |= {year for _, first, last, _ in spans if first and last < LAST_YEAR for year in range(first, last + 1)}
    counts = {
        year: sum(
            number for of, first, last, number in spans if of == year or (first is not None and first <= year <= last)
        )
        for year in years
    }
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _grouped(
    connection: sqlite3.Connection, kind: str | None, filters: Filters, choice: Choice, select: str
) -> tuple[str, tuple[object, ...]]:
    """A query over `counted`: each document with the number of its facts that are meant."""
    where = _where(connection, kind, filters, None, choice)
    by_document = bool(replace(filters, themes=(), officials=()))
    join = "document d CROSS JOIN fact f" if by_document else "fact f JOIN document d"
    source = f"{join} ON d.id = f.document_id" if filters else "fact f"
    counted = f"SELECT f.document_id, count(*) AS number FROM {source} WHERE {where.sql} GROUP BY f.document_id"  # noqa: S608
    return f"WITH counted AS ({counted}) {select}", where.values


def _where(
    connection: sqlite3.Connection, kind: str | None, filters: Filters, document_id: int | None, choice: Choice
) -> Clause:
    clause, chosen = fact_clause(connection, filters), choice.clause()
    conditions, values = [clause.sql, chosen.sql], [*clause.values, *chosen.values]
    for column, value in (("f.kind", kind), ("f.document_id", document_id)):
        if value is not None:
            conditions.append(f"{column} = ?")
            values.append(value)
    return Clause(" AND ".join(conditions), tuple(values))
