"""A library on disk: a folder with one SQLite file, the truth, and the originals beside it.

A document and all that is known of it goes in, or comes out, in one transaction. What is derived from the
library (vectors, words) follows by its generation, a number that every change raises. There is one writer at
a time; readers go on meanwhile.
"""

import sqlite3
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from index.store import writing
from index.store.corrections import corrected
from index.store.fact_themes import themes_of_facts
from index.store.held import Held, HeldStems, held_in
from index.store.held_themes import HeldThemes, Themes
from index.store.lock import WriterLock
from index.store.originals import drop_originals, keep_original
from index.store.reader import Reader
from index.store.rows import DocumentRow, FactRow
from index.store.schema import DATABASE, SCHEMA_VERSION, connect, create_tables
from index.store.streams import Vectors
from ingest.errors import LibraryError, NoLibrary
from ingest.model import Document, Failure

if TYPE_CHECKING:
    from index.vectors import VectorIndex
    from index.words import WordIndex


class Library(Reader):
    """A reader that can also write, if it was opened so. Use it in a `with`, or `close` it."""

    def __init__(self, folder: Path, lock: WriterLock | None = None) -> None:
        """For `create` and `open` only; a lock gives the right to write."""
        self._lock = lock
        self._stems, self._themes = HeldStems(self), HeldThemes(self)
        self._keeping = Lock()
        super().__init__(folder, writable=lock is not None)

    @classmethod
    def create(cls, folder: Path, encoder_name: str, encoder_fingerprint: str, dimension: int) -> "Library":
        """An empty library, open for writing; the folder is made. Raises LibraryError where there is one already."""
        folder.mkdir(parents=True, exist_ok=True)
        lock = WriterLock(folder)
        try:
            if exists(folder):
                raise LibraryError(f"In de map {folder} staat al een bibliotheek.", "Kies een andere map.")
            _lay_out(folder, encoder_name, encoder_fingerprint, dimension)
            return cls(folder, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, folder: Path, *, writable: bool = False) -> "Library":
        """An existing library, to read or to write.

        Raises NoLibrary, LibraryTooNew (made by another version of Speerpunt) or LibraryBusy (a second writer).
        """
        if not exists(folder):
            raise NoLibrary(
                f"In de map {folder} staat geen bibliotheek.",
                "Maak er een met `speerpunt ingest STUKKEN --library MAP`, of geef met --library een andere map.",
            )
        lock = WriterLock(folder) if writable else None
        try:
            library = cls(folder, lock)
            if writable:
                library._tidy()
            return library
        except BaseException:
            if lock:
                lock.release()
            raise

    def close(self) -> None:
        """Close every thread's connection and give up the right to write."""
        super().close()
        self._stems.close()
        self._themes.close()
        if self._lock:
            self._lock.release()

    @cached_property
    def vectors(self) -> "VectorIndex":
        """Search by meaning. FAISS is imported only when it is needed."""
        from index.vectors import VectorIndex  # noqa: PLC0415

        return VectorIndex(self)

    @cached_property
    def words(self) -> "WordIndex":
        """Search by words."""
        from index.words import WordIndex  # noqa: PLC0415

        return WordIndex(self)

    def held(self, documents: Mapping[int, int], sought: frozenset[str]) -> dict[int, Held]:
        """What passages, given with the ids of their documents, hold of the stems that are sought; by their id."""
        found = self._stems.of(documents, sought)
        rows = self.passages([number for number in documents if number not in found], with_themes=False)
        return found | {row.id: held_in(row.text).among(sought) for row in rows}

    def themes_of_facts(self, documents: Sequence[DocumentRow]) -> Themes:
        """The themes of each fact of these documents, by its own words, headings and what stands before it."""
        with self._keeping:
            kept = self._themes.of(documents)
        found = (kept[row.id] if row.id in kept else themes_of_facts(self, row) for row in documents)
        return {number: themes for each in found for number, themes in each.items()}

    def keep_themes(self) -> None:
        """Bring the file of these themes up to date without the right to write; for an app after an upgrade, that may
        have other rules. Who asks for themes meanwhile waits for it. Nothing is kept where the folder can't be written
        to, and nothing that depends on who is shown."""
        with self._keeping, suppress(OSError, sqlite3.Error), Library.open(self.folder) as whole:
            whole._themes.save()

    @property
    def is_keeping_themes(self) -> bool:
        """Whether `keep_themes` is at work, so that who asks for themes waits."""
        return self._keeping.locked()

    def shown(self, row: FactRow) -> FactRow:
        """A fact that was read as it is, as this library shows it."""
        return row

    def refresh(self) -> None:
        """Bring the files that search reads up to date; without it a search reads what is new by itself, slower."""
        self._require_writable()
        self.words.save()
        self._stems.save()
        self._themes.save()
        self.vectors.save()

    def add(
        self, document: Document, vectors: Vectors, *, embedded: Sequence[str] | None = None, pipeline: str = ""
    ) -> int:
        """Put a document in, in place of an older version of the same path; gives its id.

        Args:
            vectors: a unit vector for each passage; that of an unsearchable one isn't kept.
                *Shape:* `(n_passages, dimension)`.
            embedded: the text that each vector was made of, by which `kept_vectors` finds it again; the
                passages' own text if not given.
            pipeline: the version of the rules that read the document.
        """
        if vectors.shape != (len(document.passages), self.dimension):
            raise ValueError(f"vectors {vectors.shape} != {(len(document.passages), self.dimension)}")
        if embedded is None:
            embedded = [document.text[passage.start : passage.end] for passage in document.passages]
        keep_original(self.folder, document.source)
        with self._change() as (connection, generation):
            writing.remove_path(connection, document.source.path, generation)
            return writing.insert_document(connection, document, vectors, embedded, generation, pipeline)

    def add_failure(self, failure: Failure, *, pipeline: str = "") -> int:
        """Remember a file that could not be read, in place of an older version of the same path; gives its id."""
        with self._change() as (connection, generation):
            writing.remove_path(connection, failure.source.path, generation)
            return writing.insert_failure(connection, failure, generation, pipeline)

    def correct(self, sha256: str, given: Mapping[str, str]) -> int:
        """Lay what a person says over what was inferred of this content, wherever it stands; how many documents it was.

        Raises ValueError where a value isn't what its field holds.
        """
        rows = [row for row in self.documents() if row.source.sha256 == sha256]
        with self._change() as (connection, _):
            for row in rows:
                writing.rewrite_identity(connection, row.id, corrected(row.identity, given))
        return len(rows)

    def remove(self, path: str) -> bool:
        """Take a file out; False if it wasn't there."""
        with self._change() as (connection, generation):
            removed = writing.remove_path(connection, path, generation)
        self._tidy()
        return removed

    @contextmanager
    def _change(self) -> Iterator[tuple[sqlite3.Connection, int]]:
        """A transaction that ends with the next generation, or leaves all as it was."""
        self._require_writable()
        with self._turn:
            connection = self._connection
            connection.execute("BEGIN IMMEDIATE")
            try:
                generation = self.generation + 1
                connection.execute("UPDATE meta SET value = ? WHERE key = 'generation'", (str(generation),))
                yield connection, generation
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # a full disk has ended it already
                    connection.execute("ROLLBACK")
                raise

    def _require_writable(self) -> None:
        if self._lock is None:
            raise LibraryError(f"De bibliotheek {self.folder} is alleen om te lezen geopend.")

    def _tidy(self) -> None:
        """Originals that no document refers to are left by a removal or a crash."""
        rows = self._connection.execute("SELECT DISTINCT sha256 FROM document")
        drop_originals(self.folder, (sha256 for (sha256,) in rows))


def exists(folder: Path) -> bool:
    """Whether the folder holds a library whose making was finished."""
    if not (folder / DATABASE).is_file():
        return False
    connection = connect(folder, writable=False)
    try:
        return connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone() is not None
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()


def _lay_out(folder: Path, encoder_name: str, encoder_fingerprint: str, dimension: int) -> None:
    meta = {
        "schema_version": str(SCHEMA_VERSION),
        "encoder_name": encoder_name,
        "encoder_fingerprint": encoder_fingerprint,
        "dimension": str(dimension),
        "generation": "0",
        "library_id": uuid.uuid4().hex,
    }
    connection = connect(folder, writable=True)
    try:
        create_tables(connection, meta)
    finally:
        connection.close()
