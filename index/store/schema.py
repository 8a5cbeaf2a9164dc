"""The tables of a library, and the settings of its connections.

Rows of a document are deleted with it. Ids are never used twice (AUTOINCREMENT), so what is derived from
the library can tell an old passage from a new one. The passages of a document have consecutive ids, for
they are written in one transaction by the only writer: a tombstone is a range.
"""

import sqlite3
from pathlib import Path

from ingest.errors import LibraryError

SCHEMA_VERSION = 1
DATABASE = "speerpunt.sqlite"

FIRST_YEAR, LAST_YEAR = 0, 9999
"""What stands in a column for the open end of a plan period."""

_TABLES = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE document(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    generation INTEGER NOT NULL,
    path TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    format TEXT NOT NULL,
    url TEXT,
    pipeline TEXT NOT NULL,
    status TEXT NOT NULL,
    problems TEXT NOT NULL,
    characters INTEGER NOT NULL,
    page_count INTEGER,
    identity TEXT NOT NULL,
    doc_type TEXT,
    reporting_year INTEGER,
    plan_from INTEGER,
    plan_to INTEGER,
    first_passage INTEGER,
    last_passage INTEGER,
    body BLOB NOT NULL
) STRICT;
CREATE INDEX document_generation ON document(generation);
CREATE INDEX document_sha256 ON document(sha256);
CREATE INDEX document_file ON document(file);

CREATE TABLE document_municipality(
    document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY(document_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX municipality_key ON document_municipality(key, document_id);

CREATE TABLE page(
    document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    width REAL,
    height REAL,
    lines BLOB NOT NULL,
    PRIMARY KEY(document_id, number)
) STRICT;

CREATE TABLE section(
    document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    heading_end INTEGER NOT NULL,
    level INTEGER NOT NULL,
    path TEXT NOT NULL,
    layer TEXT NOT NULL,
    PRIMARY KEY(document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE passage(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    page INTEGER,
    heading_path TEXT NOT NULL,
    searchable INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX passage_document ON passage(document_id);

CREATE TABLE passage_vector(
    passage_id INTEGER PRIMARY KEY REFERENCES passage(id) ON DELETE CASCADE,
    embedded BLOB NOT NULL,
    vector BLOB NOT NULL
) STRICT;
CREATE INDEX vector_embedded ON passage_vector(embedded);

CREATE TABLE passage_theme(
    passage_id INTEGER NOT NULL REFERENCES passage(id) ON DELETE CASCADE,
    theme TEXT NOT NULL,
    probability REAL NOT NULL,
    cues TEXT NOT NULL,
    PRIMARY KEY(passage_id, theme)
) STRICT, WITHOUT ROWID;
CREATE INDEX theme_passage ON passage_theme(theme, passage_id);

CREATE TABLE fact(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    confidence REAL NOT NULL,
    page INTEGER,
    heading_path TEXT NOT NULL,
    passage_id INTEGER,
    attributes TEXT NOT NULL
) STRICT;
CREATE INDEX fact_document ON fact(document_id, start);
CREATE INDEX fact_kind ON fact(kind);
CREATE INDEX fact_passage ON fact(passage_id);

CREATE TABLE mention(
    name_key TEXT NOT NULL,
    document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
    fact_id INTEGER NOT NULL,
    passage_id INTEGER,
    PRIMARY KEY(name_key, fact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_document ON mention(document_id);

CREATE TABLE tombstone(
    generation INTEGER NOT NULL,
    first_passage INTEGER NOT NULL,
    last_passage INTEGER NOT NULL
) STRICT;
CREATE INDEX tombstone_generation ON tombstone(generation);
"""


def create_tables(connection: sqlite3.Connection, meta: dict[str, str]) -> None:
    """Lay out an empty library; all or nothing, so that a crash leaves no half library behind."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            connection.execute(statement)
    connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
    connection.execute("COMMIT")


def connect(folder: Path, file: str = DATABASE, *, writable: bool) -> sqlite3.Connection:
    """A connection in autocommit: transactions begin where the code says so.

    Waits at most 30 seconds for another connection; a commit survives a power cut (synchronous FULL).
    Raises LibraryError where the file is no database (any more).
    """
    mode = "rwc" if writable else "ro"
    uri = f"{(folder / file).resolve().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=30, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA mmap_size = 268435456")
    except sqlite3.OperationalError:
        connection.close()
        raise
    except sqlite3.DatabaseError as error:
        connection.close()
        raise LibraryError(
            f"De bibliotheek {folder} is beschadigd ({error}).",
            "Zet de map apart en lees uw stukken opnieuw in met `speerpunt ingest`.",
        ) from error
    return connection
