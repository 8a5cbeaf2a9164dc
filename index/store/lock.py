"""One writer at a time."""

import fcntl
import threading
from pathlib import Path
from typing import IO

from ingest.errors import LibraryBusy

LOCK_FILE = "schrijver.lock"

_held: set[Path] = set()
_guard = threading.Lock()


class WriterLock:
    """The right to write to a library, until `release` or the end of the process, however it ends.

    A record lock (`lockf`) is used, for a child process doesn't inherit it: a worker that outlives a killed
    writer keeps nobody out. Such a lock says nothing within one process, hence the set of those held.
    """

    def __init__(self, folder: Path) -> None:
        """Take the lock; raises LibraryBusy where another writer has it."""
        self._path = (folder / LOCK_FILE).resolve()
        busy = LibraryBusy(
            f"Een ander programma is bezig met schrijven in de bibliotheek {folder}.",
            "Wacht tot het klaar is en probeer het dan opnieuw.",
        )
        with _guard:
            if self._path in _held:
                raise busy
            _held.add(self._path)
        self._file: IO[bytes] = self._path.open("ab")
        try:
            fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self.release()
            raise busy from None

    def release(self) -> None:
        """Let go; harmless when done already."""
        self._file.close()
        with _guard:
            _held.discard(self._path)
