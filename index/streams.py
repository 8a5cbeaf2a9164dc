"""What search and its caches read in bulk: ids, vectors, and the text that words are made of."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.filters import Filters
from index.selecting import Clause, id_list, passage_clause, whole_document_clause
from index.writing import embedded_hash

Ids = npt.NDArray[np.int64]
Vectors = npt.NDArray[np.float32]

_BATCH = 4096


@dataclass(frozen=True, slots=True)
class SearchText:
    """A passage as word search sees it."""

    id: int
    document_id: int
    heading_path: tuple[str, ...]
    text: str


def document_ids(connection: sqlite3.Connection, filters: Filters) -> list[int]:
    clause = whole_document_clause(connection, filters)
    return _column(connection, f"SELECT d.id FROM document d WHERE {clause.sql} ORDER BY d.id", clause)  # noqa: S608


def passage_ids(connection: sqlite3.Connection, filters: Filters) -> npt.NDArray[np.int64]:
    clause = passage_clause(connection, filters)
    sql = (
        "SELECT p.id FROM passage p JOIN document d ON d.id = p.document_id "  # noqa: S608
        f"WHERE p.searchable AND {clause.sql} ORDER BY p.id"
    )
    return np.asarray(_column(connection, sql, clause), dtype=np.int64)


def passage_ids_of(connection: sqlite3.Connection, documents: Sequence[int]) -> Ids:
    sql = "SELECT id FROM passage WHERE searchable AND document_id IN (SELECT value FROM json_each(?)) ORDER BY id"
    rows = connection.execute(sql, (id_list(documents),))
    return np.array([number for (number,) in rows], dtype=np.int64)


def _column(connection: sqlite3.Connection, sql: str, clause: Clause) -> list[int]:
    return [row[0] for row in connection.execute(sql, clause.values)]


def vectors_since(connection: sqlite3.Connection, generation: int, dimension: int) -> Iterator[tuple[Ids, Vectors]]:
    sql = (
        "SELECT v.passage_id, v.vector FROM document d JOIN passage p ON p.document_id = d.id "
        "JOIN passage_vector v ON v.passage_id = p.id WHERE d.generation > ? ORDER BY v.passage_id"
    )
    cursor = connection.execute(sql, (generation,))
    while rows := cursor.fetchmany(_BATCH):
        matrix = np.frombuffer(b"".join(row[1] for row in rows), dtype=np.float16).reshape(-1, dimension)
        yield np.array([row[0] for row in rows], dtype=np.int64), matrix.astype(np.float32)


def passages_since(connection: sqlite3.Connection, generation: int) -> Iterator[SearchText]:
    sql = (
        "SELECT p.id, p.document_id, p.heading_path, p.text FROM document d JOIN passage p ON p.document_id = d.id "
        "WHERE d.generation > ? AND p.searchable ORDER BY p.id"
    )
    for passage_id, document_id, heading_path, text in connection.execute(sql, (generation,)):
        yield SearchText(passage_id, document_id, tuple(json.loads(heading_path)), text)


def removed_since(connection: sqlite3.Connection, generation: int) -> list[tuple[int, int]]:
    sql = "SELECT first_passage, last_passage FROM tombstone WHERE generation > ? ORDER BY first_passage"
    return connection.execute(sql, (generation,)).fetchall()


def kept_vectors(connection: sqlite3.Connection, texts: Sequence[str]) -> list[Vectors | None]:
    sql = "SELECT vector FROM passage_vector WHERE embedded = ? LIMIT 1"
    found = (connection.execute(sql, (embedded_hash(text),)).fetchone() for text in texts)
    return [np.frombuffer(row[0], dtype=np.float16).astype(np.float32) if row else None for row in found]
