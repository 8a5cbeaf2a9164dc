"""Which stems a text holds: what the words of a question are looked for in, text after text.

To stem and split the words of 200 passages for each question took a fifth of a search. So what each passage holds is
kept in a file beside the library.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from index.language.analysis import fingerprint, stems_of, words_in
from index.store.derived import DerivedFile
from index.store.selecting import id_list

HELD_FILE = "stems.sqlite"


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


class HeldStems(DerivedFile):
    """What the searchable passages of a library hold."""

    file = HELD_FILE
    table = "CREATE TABLE held(passage_id INTEGER PRIMARY KEY, stems TEXT NOT NULL, parts TEXT NOT NULL) STRICT"

    @property
    def _rules(self) -> str:
        return fingerprint()

    def of(self, ids: Iterable[int], sought: frozenset[str]) -> dict[int, Held]:
        """What the file has of these passages, of the stems that are sought."""
        rows = self._rows("SELECT * FROM held WHERE passage_id IN (SELECT value FROM json_each(?))", id_list(ids))
        those = sought.intersection
        return {number: Held(those(stems.split()), those(parts.split())) for number, stems, parts in rows}

    def _take_out(self, connection: sqlite3.Connection, since: int) -> None:
        removed = self._library.removed_since(since)
        connection.executemany("DELETE FROM held WHERE passage_id BETWEEN ? AND ?", removed)

    def _derived(self, since: int) -> Iterable[tuple[object, object, object]]:
        for row in self._library.passages_since(since):
            stems, parts = _sorted(held_in(row.text))
            yield row.id, " ".join(stems), " ".join(parts)


def _sorted(held: Held) -> Sequence[list[str]]:
    return sorted(held.stems), sorted(held.parts)
