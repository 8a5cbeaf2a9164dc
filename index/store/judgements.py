"""What people say of a library: corrections of what a document is, and facts marked right or wrong.

They stand in a file of their own beside the library, by the content of the document they are about: so they survive a
new ingest, a removal and a rebuild, and are never mixed with what was inferred.
"""

import datetime
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from index.store.codec import fact_attributes
from index.store.rows import FactRow
from ingest.errors import LibraryError

FILE = "oordelen.sqlite"
Verdict = Literal["right", "wrong"]
Key = tuple[str, str, int, str, str]

_TABLES = """
CREATE TABLE IF NOT EXISTS correction(
    sha256 TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, note TEXT NOT NULL, made TEXT NOT NULL,
    PRIMARY KEY(sha256, field)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mark(
    sha256 TEXT NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL, text TEXT NOT NULL, attributes TEXT NOT NULL,
    file TEXT NOT NULL, verdict TEXT NOT NULL, note TEXT NOT NULL, made TEXT NOT NULL,
    PRIMARY KEY(sha256, kind, start, text, attributes)) STRICT, WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a document is, according to a person; `field` is one of `ingest.identify.FIELDS`."""

    sha256: str
    field: str
    value: str
    note: str
    made: datetime.datetime


@dataclass(frozen=True, slots=True)
class Mark:
    """Whether a fact is right, according to a person.

    Attributes:
        attributes: the fact's own, as JSON, as they were when it was marked.
    """

    sha256: str
    file: str
    kind: str
    start: int
    text: str
    attributes: str
    verdict: Verdict
    note: str
    made: datetime.datetime

    @property
    def key(self) -> Key:
        """Of which fact it is, whatever its row in the library."""
        return self.sha256, self.kind, self.start, self.text, self.attributes


class Judgements:
    """The judgements beside one library; every call reads or writes the file, so that it may be shared."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE

    def correct(self, sha256: str, field: str, value: str, note: str, made: datetime.datetime) -> None:
        """Say what a document is, in place of what was said before. Raises LibraryError where that can't be written."""
        with self._writing() as connection:
            sql = "INSERT OR REPLACE INTO correction VALUES (?, ?, ?, ?, ?)"
            connection.execute(sql, (sha256, field, value, note, made.isoformat()))

    def withdraw(self, sha256: str, field: str) -> None:
        """Take a correction back."""
        with self._writing() as connection:
            connection.execute("DELETE FROM correction WHERE sha256 = ? AND field = ?", (sha256, field))

    def corrections(self, sha256: str) -> list[Correction]:
        """Of one document, by field."""
        sql = "SELECT sha256, field, value, note, made FROM correction WHERE sha256 = ? ORDER BY field"
        return [_correction(row) for row in self._read(sql, (sha256,))]

    def given(self) -> dict[str, dict[str, str]]:
        """All corrections, for a new ingest: hash -> field -> value."""
        found: dict[str, dict[str, str]] = {}
        for sha256, field, value in self._read("SELECT sha256, field, value FROM correction"):
            found.setdefault(sha256, {})[field] = value
        return found

    def mark(self, row: FactRow, verdict: Verdict, note: str, made: datetime.datetime) -> None:
        """Say whether a fact is right, in place of what was said of it before."""
        if verdict not in get_args(Verdict):
            raise ValueError(verdict)
        document, fact = row.document, row.fact
        with self._writing() as connection:
            _unmark(connection, row)
            values = (document.source.sha256, fact.kind, fact.start, fact.text, fact_attributes(fact))
            more = (document.file, verdict, note, made.isoformat())
            connection.execute("INSERT INTO mark VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*values, *more))

    def unmark(self, row: FactRow) -> None:
        """Take back what was said of a fact."""
        with self._writing() as connection:
            _unmark(connection, row)

    def marks(self) -> list[Mark]:
        """All marks, by file and place."""
        columns = "sha256, file, kind, start, text, attributes, verdict, note, made"
        sql = f"SELECT {columns} FROM mark ORDER BY file, start, kind"  # noqa: S608
        return [_mark(row) for row in self._read(sql)]

    def lookup(self) -> Callable[[FactRow], Mark | None]:
        """What tells the mark of a fact, all of them read once; a fact keeps its mark as long as it stands where it
        stood, with the same words and values."""
        kept = {mark.key: mark for mark in self.marks()}
        return lambda row: kept.get(mark_key(row)) if kept else None

    def marks_of(self, rows: Sequence[FactRow]) -> Mapping[int, Mark]:
        """The marks of these facts, by the id of the row."""
        marked = self.lookup()
        return {row.id: mark for row in rows if (mark := marked(row))}

    def _read(self, sql: str, values: Iterable[object] = ()) -> list[tuple[Any, ...]]:
        if not self._file.exists():
            return []
        connection = sqlite3.connect(f"{self._file.resolve().as_uri()}?mode=ro", uri=True, timeout=30)
        try:
            return connection.execute(sql, tuple(values)).fetchall()
        except sqlite3.DatabaseError as error:
            raise self._fault(error) from error
        finally:
            connection.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            connection = sqlite3.connect(self._file, timeout=30)
            try:
                connection.executescript(_TABLES)
                with connection:
                    yield connection
            finally:
                connection.close()
        except sqlite3.DatabaseError as error:
            raise self._fault(error) from error

    def _fault(self, error: sqlite3.DatabaseError) -> LibraryError:
        return LibraryError(
            f"Het bestand {self._file} met oordelen is niet te gebruiken ({error}).",
            "Controleer of u in deze map mag schrijven. Is het bestand beschadigd, zet het dan apart.",
        )


def mark_key(row: FactRow) -> Key:
    """The key of the mark that a fact would have."""
    fact = row.fact
    return row.document.source.sha256, fact.kind, fact.start, fact.text, fact_attributes(fact)


def _unmark(connection: sqlite3.Connection, row: FactRow) -> None:
    sql = "DELETE FROM mark WHERE sha256 = ? AND kind = ? AND start = ? AND text = ? AND attributes = ?"
    connection.execute(sql, mark_key(row))


def _correction(row: Sequence[str]) -> Correction:
    sha256, field, value, note, made = row
    return Correction(sha256, field, value, note, _when(made))


def _mark(row: Sequence[Any]) -> Mark:
    sha256, file, kind, start, text, attributes, verdict, note, made = row
    return Mark(sha256, file, kind, start, text, attributes, verdict, note, _when(made))


def _when(iso: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(iso)
