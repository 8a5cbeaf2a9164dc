"""Seeking in the words of a list of facts: in those that are shown, so that nobody finds the name of a resident."""

from dataclasses import replace

from index.language.fold import fold
from index.library import Library
from index.store.choice import NONE, Choice
from index.store.filters import Filters
from index.store.rows import FactRow
from ingest.fact_types import Commitment


def worded(library: Library, kind: str, filters: Filters, choice: Choice, asked: str) -> Choice:
    """The choice, narrowed to the facts of which the words, the state in a list or the headings hold what is asked.

    Each word that is asked counts, also as part of a longer one; letters are compared without case and accents.
    """
    words = tuple(fold(asked).split())
    if not words:
        return choice
    key = ("worded", kind, filters, choice, words)
    return library.once(key, lambda: _worded(library, kind, filters, choice, words))


def _worded(library: Library, kind: str, filters: Filters, choice: Choice, words: tuple[str, ...]) -> Choice:
    near = library.each_fact(kind, filters, replace(choice, words=words))
    found = tuple(row.id for row in near if all(word in _said(row) for word in words))
    return replace(choice, among=found or NONE)


def _said(row: FactRow) -> str:
    listed = row.fact.register_said if isinstance(row.fact, Commitment) else None
    return fold("\n".join((row.fact.text, listed or "", *row.heading_path)))
