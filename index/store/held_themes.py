"""The themes of the facts of a library, kept beside it: to find them takes a fifth of a millisecond a fact, and a
dossier looks at all facts of a municipality, tens of thousands."""

import hashlib
import sqlite3
from collections.abc import Iterable
from functools import cache

from index.store.derived import DerivedFile
from index.store.fact_themes import is_minutes, themes_of_facts
from index.store.rows import DocumentRow
from index.store.selecting import id_list
from ingest.lexicon import read_lines

THEMES_FILE = "themes.sqlite"
RULES = 2
"""Raise it with every change of the code, here, in `fact_themes` or in `ingest.themes` and what it stands on, that puts
some fact on another theme: then the facts of a library are read again, which takes two seconds for ten thousand."""
_LISTS = ("taakveld_themes.tsv", "theme_cues.tsv", "theme_exclusions.txt", "theme_weights.tsv", "themes.tsv")
"""That decide, besides the code, on which themes a fact is."""

Themes = dict[int, frozenset[str]]
"""By the id of a fact."""


@cache
def rules() -> str:
    """Changes with anything that the themes of a fact depend on, besides the library."""
    digest = hashlib.blake2b(str(RULES).encode(), digest_size=8)
    for name in _LISTS:
        digest.update("\n".join((name, *read_lines(name))).encode())
    return digest.hexdigest()


class HeldThemes(DerivedFile):
    """The themes of all facts, a row for each document.

    What a document is may be corrected by a person: its row says as what it was read, and counts only while it is that.
    """

    file = THEMES_FILE
    table = "CREATE TABLE held(document_id INTEGER PRIMARY KEY, minutes INTEGER NOT NULL, themes TEXT NOT NULL) STRICT"

    @property
    def _rules(self) -> str:
        return rules()

    def of(self, documents: Iterable[DocumentRow]) -> dict[int, Themes]:
        """What the file has of these documents, by their ids."""
        asked = {document.id: is_minutes(document) for document in documents}
        rows = self._rows("SELECT * FROM held WHERE document_id IN (SELECT value FROM json_each(?))", id_list(asked))
        return {number: _read(themes) for number, minutes, themes in rows if bool(minutes) == asked[number]}

    def _take_out(self, connection: sqlite3.Connection, since: int) -> None:
        if self._library.removed_since(since):
            left = id_list(self._library.document_ids())
            connection.execute("DELETE FROM held WHERE document_id NOT IN (SELECT value FROM json_each(?))", (left,))

    def _derived(self, since: int) -> Iterable[tuple[object, object, object]]:
        """All at once, before the file is written to: meanwhile another program may want to."""
        new = self._library.documents_by_id(self._library.documents_since(since)).values()
        return [(row.id, is_minutes(row), _written(themes_of_facts(self._library, row))) for row in new]


def _written(themes: Themes) -> str:
    """A line for each fact: its id, then its themes."""
    return "\n".join(" ".join([str(number), *sorted(found)]) for number, found in themes.items())


def _read(written: str) -> Themes:
    lines = (line.split() for line in written.splitlines())
    return {int(number): frozenset(found) for number, *found in lines}
