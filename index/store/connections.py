"""The connections to a library's database: one for each thread, and what they remember of it."""

import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TypeVar, cast

from index.store.schema import connect

Self = TypeVar("Self", bound="Connections")
T = TypeVar("T")

_REMEMBERED = 64
"""Answers kept in memory for who asks the same again; at most eight bytes for each passage of the library."""


class Connections:
    """Each thread reads on a connection of its own, so that it may be shared between threads; it must not be used in
    a forked child."""

    def __init__(self, folder: Path, *, writable: bool) -> None:
        self.folder = folder
        self._writable = writable
        self._local = threading.local()
        self._connections: dict[threading.Thread, sqlite3.Connection] = {}
        self._turn = threading.RLock()
        self._memory: OrderedDict[Hashable, object] = OrderedDict()

    def __enter__(self: Self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every thread's connection."""
        with self._turn:
            while self._connections:
                self._connections.popitem()[1].close()
            self._local = threading.local()

    @property
    def _connection(self) -> sqlite3.Connection:
        """This thread's own."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = connect(self.folder, writable=self._writable)
            self._local.connection = connection
            with self._turn:
                self._close_of_ended_threads()
                self._connections[threading.current_thread()] = connection
        return connection

    def _close_of_ended_threads(self) -> None:
        """A web app reads in a new thread each time: its connections must not pile up."""
        for thread in [thread for thread in self._connections if not thread.is_alive()]:
            self._connections.pop(thread).close()

    @property
    def generation(self) -> int:
        """Raised by every change that is committed."""
        seen: int | None = getattr(self._local, "generation", None)
        return self._read_generation() if seen is None else seen

    def _read_generation(self) -> int:
        row = self._connection.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()
        return int(row[0])

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Within it this thread sees one state of the library, whatever a writer commits meanwhile; its generation,
        which a search asks 60 times, is read once."""
        connection = self._connection
        if connection.in_transaction:
            yield
            return
        connection.execute("BEGIN")
        try:
            self._local.generation = self._read_generation()
            yield
        finally:
            self._local.generation = None
            connection.execute("ROLLBACK")

    def _once(self, key: Hashable, read: Callable[[sqlite3.Connection], T]) -> T:
        """What is read again only after the library changed; nobody may change it."""
        kept = (self.generation, key)
        with self._turn:
            if kept in self._memory:
                self._memory.move_to_end(kept)
                return cast(T, self._memory[kept])
        found = read(self._connection)
        with self._turn:
            self._memory[kept] = found
            if len(self._memory) > _REMEMBERED:
                self._memory.popitem(last=False)
        return found
