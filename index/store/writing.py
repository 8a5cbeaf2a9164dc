"""A document becomes rows. Every function here runs inside a transaction that the library opens."""

import bisect
import hashlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.language.fold import name_key
from index.language.mentions import mentioned_keys
from index.store.codec import fact_attributes, pack_lines, pack_text, to_json
from index.store.schema import FIRST_YEAR, LAST_YEAR
from ingest.fact_types import Period
from ingest.model import Document, Failure, Identity, Inferred

Vectors = npt.NDArray[np.float32]


def embedded_hash(text: str) -> bytes:
    """The name of a text that was encoded: equal texts have equal vectors."""
    return hashlib.blake2b(text.encode("utf-8"), digest_size=16).digest()


@dataclass(frozen=True, slots=True)
class _Spot:
    page: int | None
    heading_path: tuple[str, ...]
    passage_id: int | None


class _Places:
    """Where an offset lies: page, headings, passage."""

    def __init__(self, document: Document, passage_ids: range) -> None:
        self._document = document
        self._passage_ids = passage_ids
        self._passage_starts = [passage.start for passage in document.passages]
        self._page_starts = [page.start for page in document.pages]
        self._sections = sorted(document.sections, key=lambda section: (section.start, section.level))
        self._section_starts = [section.start for section in self._sections]

    def of(self, offset: int) -> _Spot:
        return _Spot(self._page(offset), self._heading_path(offset), self._passage(offset))

    def _heading_path(self, offset: int) -> tuple[str, ...]:
        """Of the innermost section: the last to start of those that have not ended."""
        begun = bisect.bisect_right(self._section_starts, offset)
        for section in reversed(self._sections[:begun]):
            if offset < section.end:
                return section.path
        return ()

    def _page(self, offset: int) -> int | None:
        found = bisect.bisect_right(self._page_starts, offset) - 1
        return self._document.pages[found].number if found >= 0 else None

    def _passage(self, offset: int) -> int | None:
        found = bisect.bisect_right(self._passage_starts, offset) - 1
        if found < 0 or offset >= self._document.passages[found].end:
            return None
        return self._passage_ids[found]


def remove_path(connection: sqlite3.Connection, path: str, generation: int) -> bool:
    """Take out what is known of a path, leaving a tombstone for its passages; False if nothing was known."""
    row = connection.execute("SELECT id, first_passage, last_passage FROM document WHERE path = ?", (path,)).fetchone()
    if row is None:
        return False
    if row[1] is not None:
        connection.execute("INSERT INTO tombstone VALUES (?, ?, ?)", (generation, row[1], row[2]))
    connection.execute("DELETE FROM document WHERE id = ?", (row[0],))
    return True


def insert_failure(connection: sqlite3.Connection, failure: Failure, generation: int, pipeline: str) -> int:
    """A row without text: so that the list of documents can say what failed."""
    problems = tuple(part for part in (failure.reason, failure.remedy) if part)
    unread = Document(failure.source, "", _unknown(failure.source.file), "failed", problems)
    return _insert_document(connection, unread, generation, pipeline)


def _unknown(title: str) -> Identity:
    return Identity(
        title=title,
        municipality=Inferred(None, 0.0),
        municipalities=(),
        doc_type=Inferred(None, 0.0),
        reporting_year=Inferred(None, 0.0),
        plan_period=Inferred(None, 0.0),
        date=Inferred(None, 0.0),
    )


def insert_document(
    connection: sqlite3.Connection,
    document: Document,
    vectors: Vectors,
    embedded: Sequence[str],
    generation: int,
    pipeline: str,
) -> int:
    """All rows of a document; gives its id.

    `vectors` has a row for each passage (n_passages, dimension); `embedded` the text that each was made of.
    """
    document_id = _insert_document(connection, document, generation, pipeline)
    _insert_pages(connection, document_id, document)
    _insert_sections(connection, document_id, document)
    passage_ids = _insert_passages(connection, document_id, document)
    _insert_vectors(connection, document, passage_ids, vectors, embedded)
    _insert_facts(connection, document_id, document, passage_ids)
    return document_id


def _insert(connection: sqlite3.Connection, table: str, columns: dict[str, object]) -> int:
    """Insert one row; gives its id."""
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    cursor = connection.execute(f"INSERT INTO {table}({names}) VALUES ({marks})", tuple(columns.values()))  # noqa: S608
    return int(cursor.lastrowid or 0)


def _insert_document(connection: sqlite3.Connection, document: Document, generation: int, pipeline: str) -> int:
    source = document.source
    columns = {
        "generation": generation,
        "path": source.path,
        "file": source.file,
        "sha256": source.sha256,
        "format": source.format,
        "url": source.url,
        "pipeline": pipeline,
        "status": document.status,
        "problems": to_json(document.problems),
        "characters": len(document.text),
        "page_count": document.page_count,
        **_identity_columns(document.identity),
        "body": pack_text(document.text),
    }
    document_id = _insert(connection, "document", columns)
    _insert_municipalities(connection, document_id, document.identity)
    return document_id


def rewrite_identity(connection: sqlite3.Connection, document_id: int, identity: Identity) -> None:
    """Put what a document is in place of what was known of that; its text and facts stay."""
    columns = _identity_columns(identity)
    values = ", ".join(f'"{name}" = ?' for name in columns)
    connection.execute(f"UPDATE document SET {values} WHERE id = ?", (*columns.values(), document_id))  # noqa: S608
    connection.execute("DELETE FROM document_municipality WHERE document_id = ?", (document_id,))
    _insert_municipalities(connection, document_id, identity)


def _identity_columns(identity: Identity) -> dict[str, object]:
    plan_from, plan_to = _plan_years(identity.plan_period.value)
    return {
        "identity": to_json(identity),
        "doc_type": identity.doc_type.value,
        "reporting_year": identity.reporting_year.value,
        "plan_from": plan_from,
        "plan_to": plan_to,
    }


def _insert_municipalities(connection: sqlite3.Connection, document_id: int, identity: Identity) -> None:
    names = {name_key(name): name for name in (*identity.municipalities, identity.municipality.value) if name}
    rows = [(document_id, key, name) for key, name in names.items()]
    connection.executemany("INSERT INTO document_municipality VALUES (?, ?, ?)", rows)


def _plan_years(period: Period | None) -> tuple[int | None, int | None]:
    if period is None:
        return None, None
    return period.start.year if period.start else FIRST_YEAR, period.end.year if period.end else LAST_YEAR


def _insert_pages(connection: sqlite3.Connection, document_id: int, document: Document) -> None:
    rows = [
        (document_id, page.number, page.start, page.end, page.width, page.height, pack_lines(page.lines))
        for page in document.pages
    ]
    connection.executemany("INSERT INTO page VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def _insert_sections(connection: sqlite3.Connection, document_id: int, document: Document) -> None:
    rows = []
    for ordinal, section in enumerate(document.sections):
        place = (section.start, section.end, section.heading_end, section.level)
        rows.append((document_id, ordinal, *place, to_json(section.path), section.layer))
    connection.executemany("INSERT INTO section VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _insert_passages(connection: sqlite3.Connection, document_id: int, document: Document) -> range:
    """The ids given: consecutive, in the order of the passages."""
    last_used = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'passage'").fetchone()
    first = (last_used[0] if last_used else 0) + 1
    ids = range(first, first + len(document.passages))
    rows = []
    for passage_id, passage in zip(ids, document.passages, strict=True):
        text = document.text[passage.start : passage.end]
        place = (passage.start, passage.end, passage.page, to_json(passage.heading_path))
        rows.append((passage_id, document_id, *place, passage.searchable, text))
    connection.executemany("INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    themes = [
        (passage_id, score.theme, score.probability, to_json(score.cues))
        for passage_id, passage in zip(ids, document.passages, strict=True)
        for score in passage.themes
    ]
    connection.executemany("INSERT INTO passage_theme VALUES (?, ?, ?, ?)", themes)
    if ids:
        connection.execute(
            "UPDATE document SET first_passage = ?, last_passage = ? WHERE id = ?", (ids[0], ids[-1], document_id)
        )
    return ids


def _insert_vectors(
    connection: sqlite3.Connection, document: Document, passage_ids: range, vectors: Vectors, embedded: Sequence[str]
) -> None:
    rows = [
        (passage_id, embedded_hash(text), vector.astype(np.float16).tobytes())
        for passage_id, passage, text, vector in zip(passage_ids, document.passages, embedded, vectors, strict=True)
        if passage.searchable
    ]
    connection.executemany("INSERT INTO passage_vector VALUES (?, ?, ?)", rows)


def _insert_facts(connection: sqlite3.Connection, document_id: int, document: Document, passage_ids: range) -> None:
    places = _Places(document, passage_ids)
    mentions = mentioned_keys(document.facts)
    for fact, keys in zip(document.facts, mentions, strict=True):
        spot = places.of(fact.start)
        columns = {
            "document_id": document_id,
            "kind": fact.kind,
            "start": fact.start,
            "end": fact.end,
            "text": fact.text,
            "confidence": fact.confidence,
            "page": spot.page,
            "heading_path": to_json(spot.heading_path),
            "passage_id": spot.passage_id,
            "attributes": fact_attributes(fact),
        }
        fact_id = _insert(connection, "fact", columns)
        rows = [(key, document_id, fact_id, spot.passage_id) for key in keys]
        connection.executemany("INSERT INTO mention VALUES (?, ?, ?, ?)", rows)
