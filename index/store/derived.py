"""Files beside the library with what was derived from its rows, so that nobody has to derive it again to open a page.

Ids are never used twice, and what stands under one is never rewritten: what such a file has is right, and what it lacks
is derived by who asks. A file that is lost, broken or of another library costs time and never an answer.
"""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterable
from contextlib import closing, suppress
from functools import cached_property
from typing import Any, ClassVar

from index.store.reader import Reader
from index.store.schema import connect
from ingest.errors import LibraryError

_META = "CREATE TABLE meta(marker TEXT NOT NULL, generation INTEGER NOT NULL) STRICT"
_UNUSABLE = (sqlite3.Error, LibraryError, TypeError)
"""What tells that a file is lost, broken or no cache at all."""


class DerivedFile(ABC):
    """One such file; may be shared between threads.

    Attributes:
        file: its name.
        table: the SQL that makes its only table of rows, `held`, of three columns.
    """

    file: ClassVar[str]
    table: ClassVar[str]

    def __init__(self, library: Reader) -> None:
        """Nothing is read until it is asked."""
        self._library = library
        self._kept: sqlite3.Connection | None = None

    @property
    @abstractmethod
    def _rules(self) -> str:
        """Changes with anything else that the rows depend on."""

    @abstractmethod
    def _take_out(self, connection: sqlite3.Connection, since: int) -> None:
        """Take out what the library lost after this generation."""

    @abstractmethod
    def _derived(self, since: int) -> Iterable[tuple[object, object, object]]:
        """The rows of what it gained after this generation."""

    def close(self) -> None:
        """Let go of the file."""
        if self._kept:
            self._kept.close()
            self._kept = None

    def save(self) -> None:
        """Bring the file up to date. Made anew where it isn't of this library."""
        with self._library.snapshot():
            generation = self._generation()
            if generation == self._library.generation:
                return
            since = generation or 0
            rows = self._derived(since)
            if generation is None:
                self._make()
            with closing(self._connect(writable=True)) as connection, connection:
                connection.execute("BEGIN IMMEDIATE")
                self._take_out(connection, since)
                connection.executemany("INSERT OR REPLACE INTO held VALUES (?, ?, ?)", rows)
                connection.execute("DELETE FROM meta")
                connection.execute("INSERT INTO meta VALUES (?, ?)", (self._marker, self._library.generation))

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What the file answers; nothing where it can't."""
        self._kept = self._kept or self._opened()
        try:
            return self._kept.execute(sql, values).fetchall() if self._kept else []
        except sqlite3.Error:
            return []

    @cached_property
    def _marker(self) -> str:
        return f"{self._library.library_id}/{self._rules}"

    def _make(self) -> None:
        self.close()
        for file in self._library.folder.glob(f"{self.file}*"):
            file.unlink()
        with closing(self._connect(writable=True)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            for statement in (_META, self.table):
                connection.execute(statement)

    def _generation(self) -> int | None:
        """Of the file; None where it isn't of this library and these rules, or of its future."""
        kept = self._opened()
        if kept is None:
            return None
        with closing(kept):
            return self._read(kept)

    def _opened(self) -> sqlite3.Connection | None:
        """The file to read from, where it is of this library and these rules."""
        if not (self._library.folder / self.file).exists():
            return None
        with suppress(*_UNUSABLE):
            connection = self._connect(writable=False)
            if self._read(connection) is not None:
                return connection
            connection.close()
        return None

    def _connect(self, *, writable: bool) -> sqlite3.Connection:
        return connect(self._library.folder, self.file, writable=writable)

    def _read(self, connection: sqlite3.Connection) -> int | None:
        with suppress(*_UNUSABLE):
            marker, generation = connection.execute("SELECT * FROM meta").fetchone()
            return int(generation) if marker == self._marker and generation <= self._library.generation else None
        return None
