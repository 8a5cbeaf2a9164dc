"""Which stems a text holds: what the words of a question are looked for in, text after text.

To stem and split the words of 200 passages for each question took a fifth of a search. So what each passage holds is
kept in a file beside the library, a cache: the ids of passages are never used twice and their texts never change, so
what it has is right, and what it lacks is read from the text.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from functools import cached_property, lru_cache
from typing import NamedTuple

from index.language.analysis import fingerprint, stems_of, words_in
from index.store.reader import Reader
from index.store.schema import connect
from index.store.selecting import id_list
from ingest.errors import LibraryError

HELD_FILE = "stems.sqlite"
_TABLES = (
    "CREATE TABLE meta(marker TEXT NOT NULL, generation INTEGER NOT NULL) STRICT",
    "CREATE TABLE held(passage_id INTEGER PRIMARY KEY, stems TEXT NOT NULL, parts TEXT NOT NULL) STRICT",
)
_UNUSABLE = (sqlite3.Error, LibraryError, TypeError)
"""What tells that a file is lost, broken or no cache at all."""


class Held(NamedTuple):
    """The stems of the words of a text, and those of the parts of its compounds."""

    stems: frozenset[str]
    parts: frozenset[str]

    def among(self, sought: frozenset[str]) -> "Held":
        """Those that are sought."""
        return Held(self.stems & sought, self.parts & sought)


@lru_cache(maxsize=8192)
def held_in(text: str) -> Held:
    """What a text holds."""
    found = [stems_of(word) for word in words_in(text)]
    return Held(frozenset(stems[0] for stems in found), frozenset(part for stems in found for part in stems[1:]))


class HeldStems:
    """What the searchable passages of a library hold; may be shared between threads."""

    def __init__(self, library: Reader) -> None:
        """Nothing is read until it is asked."""
        self._library = library
        self._kept: sqlite3.Connection | None = None

    @cached_property
    def _marker(self) -> str:
        return f"{self._library.library_id}/{fingerprint()}"

    def of(self, ids: Iterable[int], sought: frozenset[str]) -> dict[int, Held]:
        """What the cache has of these passages, of the stems that are sought."""
        sql = "SELECT * FROM held WHERE passage_id IN (SELECT value FROM json_each(?))"
        self._kept = self._kept or self._opened()
        try:
            rows = self._kept.execute(sql, (id_list(ids),)).fetchall() if self._kept else ()
        except sqlite3.Error:
            return {}
        those = sought.intersection
        return {number: Held(those(stems.split()), those(parts.split())) for number, stems, parts in rows}

    def close(self) -> None:
        """Let go of the file."""
        if self._kept:
            self._kept.close()
            self._kept = None

    def save(self) -> None:
        """Bring the file up to date; for the writer of the library. Made anew where it isn't of this library."""
        with self._library.snapshot():
            generation = self._generation()
            if generation == self._library.generation:
                return
            if generation is None:
                self._make()
            with closing(self._connect(writable=True)) as connection, connection:
                connection.execute("BEGIN IMMEDIATE")
                self._write(connection, generation or 0)

    def _make(self) -> None:
        self.close()
        for file in self._library.folder.glob(f"{HELD_FILE}*"):
            file.unlink()
        with closing(self._connect(writable=True)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            for statement in _TABLES:
                connection.execute(statement)

    def _write(self, connection: sqlite3.Connection, since: int) -> None:
        removed = self._library.removed_since(since)
        connection.executemany("DELETE FROM held WHERE passage_id BETWEEN ? AND ?", removed)
        rows = ((row.id, *map(" ".join, _sorted(held_in(row.text)))) for row in self._library.passages_since(since))
        connection.executemany("INSERT OR REPLACE INTO held VALUES (?, ?, ?)", rows)
        connection.execute("DELETE FROM meta")
        connection.execute("INSERT INTO meta VALUES (?, ?)", (self._marker, self._library.generation))

    def _generation(self) -> int | None:
        """Of the file; None where it isn't of this library and analysis, or of its future."""
        kept = self._opened()
        if kept is None:
            return None
        with closing(kept):
            return self._read(kept)

    def _opened(self) -> sqlite3.Connection | None:
        """The file to read from, where it is of this library and analysis."""
        if not (self._library.folder / HELD_FILE).exists():
            return None
        with suppress(*_UNUSABLE):
            connection = self._connect(writable=False)
            if self._read(connection) is not None:
                return connection
            connection.close()
        return None

    def _connect(self, *, writable: bool) -> sqlite3.Connection:
        return connect(self._library.folder, HELD_FILE, writable=writable)

    def _read(self, connection: sqlite3.Connection) -> int | None:
        with suppress(*_UNUSABLE):
            marker, generation = connection.execute("SELECT * FROM meta").fetchone()
            return int(generation) if marker == self._marker and generation <= self._library.generation else None
        return None


def _sorted(held: Held) -> Sequence[list[str]]:
    return sorted(held.stems), sorted(held.parts)
