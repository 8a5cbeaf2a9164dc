"""What search and its caches read in bulk: ids, vectors, and the text that words are made of."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np
import numpy.typing as npt

from index.store.filters import Filters
from index.store.selecting import Clause, document_clause, id_list, naming, themed, whole_document_clause
from index.store.writing import embedded_hash

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
    clause = whole_document_clause(connection, replace(filters, themes=()))
    found = _documents(connection, clause)
    if filters.themes:
        begin, end = np.searchsorted(_numbers(connection, themed(filters)), (found[:, 1], found[:, 2] + 1))
        found = found[begin < end]
    numbers: list[int] = np.sort(found[:, 0]).tolist()
    return numbers


def themes_of_documents(connection: sqlite3.Connection, clause: Clause) -> dict[str, int]:
    """Of each theme how many of the documents `d` have a passage on it, the commonest first."""
    found = _documents(connection, clause)
    counts = {}
    for theme, text in connection.execute("SELECT theme, group_concat(passage_id) FROM passage_theme GROUP BY theme"):
        begin, end = np.searchsorted(np.sort(_read(text)), (found[:, 1], found[:, 2] + 1))
        counts[str(theme)] = int((begin < end).sum())
    return {theme: count for theme, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count}


def passage_ids(connection: sqlite3.Connection, filters: Filters) -> Ids:
    """By ranges of documents and by index: of a million passages none is looked at."""
    about = replace(filters, themes=(), officials=())
    parts = [_ranges(connection, document_clause(about))]
    if filters.themes:
        parts.append(_numbers(connection, themed(filters)))
    if filters.officials:
        parts.append(_numbers(connection, naming(connection, filters, "passage_id")))
    return reduce(common, parts)


def passage_ids_of(connection: sqlite3.Connection, documents: Sequence[int]) -> Ids:
    return _ranges(connection, Clause("d.id IN (SELECT value FROM json_each(?))", (id_list(documents),)))


def passages_by_document(connection: sqlite3.Connection) -> tuple[Ids, Ids]:
    """The ids of all documents, ascending, and how many passages each has."""
    found = _documents(connection, Clause("TRUE", ()))
    found = found[np.argsort(found[:, 0])]
    return found[:, 0], found[:, 2] - found[:, 1] + 1


def headings_of(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, tuple[int, str]]:
    """Of each searchable passage the document and, as it is written, the path of headings."""
    sql = (
        "SELECT p.id, p.document_id, p.heading_path FROM json_each(?) wanted CROSS JOIN passage p "
        "ON p.id = wanted.value WHERE p.searchable"
    )
    return {number: (document, path) for number, document, path in connection.execute(sql, (id_list(ids),))}


def common(first: Ids, second: Ids) -> Ids:
    """The ids that are in both, ascending as in the first."""
    return first[np.isin(first, second, assume_unique=True, kind="table")] if len(first) and len(second) else first[:0]


def among(ids: Ids, ascending: Ids) -> npt.NDArray[np.bool_]:
    """Which of the ids are among many others, which aren't sorted or copied for it."""
    places = np.searchsorted(ascending, ids)
    there: npt.NDArray[np.bool_] = (
        ascending[np.minimum(places, len(ascending) - 1)] == ids if len(ascending) else ids < 0
    )
    return there


def _documents(connection: sqlite3.Connection, clause: Clause) -> Ids:
    """Id, first and last passage of documents `d`, in order of passage; the last is before the first where it has
    none. *Shape:* `(n_documents, 3)`"""
    sql = (
        "SELECT d.id, coalesce(d.first_passage, 1), coalesce(d.last_passage, 0) FROM document d "  # noqa: S608
        f"WHERE {clause.sql} ORDER BY 2"
    )
    return np.array(connection.execute(sql, clause.values).fetchall(), dtype=np.int64).reshape(-1, 3)


def _ranges(connection: sqlite3.Connection, clause: Clause) -> Ids:
    """All passages of the documents `d`."""
    ranges = [np.arange(first, last + 1) for _, first, last in _documents(connection, clause).tolist()]
    return np.concatenate([np.empty(0, dtype=np.int64), *ranges])


def _numbers(connection: sqlite3.Connection, clause: Clause) -> Ids:
    """The numbers that a query gives, each once and ascending; as one text, which is read faster than rows are."""
    column = f"WITH found(number) AS ({clause.sql}) SELECT group_concat(number) FROM found"  # noqa: S608
    (text,) = connection.execute(column, clause.values).fetchone()
    return np.unique(_read(text))


def _read(text: str | None) -> Ids:
    return np.fromstring(text or "", dtype=np.int64, sep=",")


def vectors_since(connection: sqlite3.Connection, generation: int, dimension: int) -> Iterator[tuple[Ids, Vectors]]:
    """Document by document, whose passages follow each other: nothing is sorted, however much there is."""
    sql = (
        "SELECT v.passage_id, v.vector FROM document d CROSS JOIN passage_vector v "
        "ON v.passage_id BETWEEN d.first_passage AND d.last_passage WHERE d.id = ? ORDER BY v.passage_id"
    )
    waiting: list[tuple[int, bytes]] = []
    for document in documents_since(connection, generation):
        waiting += connection.execute(sql, (document,)).fetchall()
        if len(waiting) >= _BATCH:
            yield _matrix(waiting, dimension)
            waiting = []
    if waiting:
        yield _matrix(waiting, dimension)


def documents_since(connection: sqlite3.Connection, generation: int) -> list[int]:
    """By the index of generations: in order of id SQLite would read every document, which takes a second of 10,000."""
    rows = connection.execute("SELECT id FROM document WHERE generation > ? ORDER BY +id", (generation,))
    return [number for (number,) in rows]


def _matrix(rows: Sequence[tuple[int, bytes]], dimension: int) -> tuple[Ids, Vectors]:
    matrix = np.frombuffer(b"".join(vector for _, vector in rows), dtype=np.float16).reshape(-1, dimension)
    return np.array([number for number, _ in rows], dtype=np.int64), matrix.astype(np.float32)


def vectors_of(connection: sqlite3.Connection, ids: Ids, dimension: int) -> Vectors:
    sql = (
        "SELECT v.passage_id, v.vector FROM json_each(?) wanted CROSS JOIN passage_vector v "
        "ON v.passage_id = wanted.value"
    )
    found, vectors = _matrix(connection.execute(sql, (id_list(ids.tolist()),)).fetchall(), dimension)
    result = np.zeros((len(ids), dimension), dtype=np.float32)
    result[np.isin(ids, found)] = vectors
    return result


def passages_added_since(connection: sqlite3.Connection, generation: int) -> int:
    sql = "SELECT coalesce(sum(last_passage - first_passage + 1), 0) FROM document WHERE generation > ?"
    return int(connection.execute(sql, (generation,)).fetchone()[0])


def passages_since(connection: sqlite3.Connection, generation: int) -> Iterator[SearchText]:
    sql = "SELECT id, document_id, heading_path, text FROM passage WHERE document_id = ? AND searchable ORDER BY id"
    for document in documents_since(connection, generation):
        for passage_id, document_id, heading_path, text in connection.execute(sql, (document,)).fetchall():
            yield SearchText(passage_id, document_id, tuple(json.loads(heading_path)), text)


def removed_since(connection: sqlite3.Connection, generation: int) -> list[tuple[int, int]]:
    sql = "SELECT first_passage, last_passage FROM tombstone WHERE generation > ? ORDER BY first_passage"
    return connection.execute(sql, (generation,)).fetchall()


def kept_vectors(connection: sqlite3.Connection, texts: Sequence[str]) -> list[Vectors | None]:
    sql = "SELECT vector FROM passage_vector WHERE embedded = ? LIMIT 1"
    found = (connection.execute(sql, (embedded_hash(text),)).fetchone() for text in texts)
    return [np.frombuffer(row[0], dtype=np.float16).astype(np.float32) if row else None for row in found]
