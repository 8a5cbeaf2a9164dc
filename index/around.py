"""The passages right before and after a passage, under the same heading.

A passage is a sentence or two, for that is what a reader wants to be pointed to. What it is about is often told
by the sentences around it: these count too, for less.
"""

from collections.abc import Iterable, Sequence

from index.library import Library
from index.rows import PassageRow
from ingest.dutch import sentence_spans


class Surroundings:
    """The neighbours of some passages of a library."""

    def __init__(self, library: Library, passages: Sequence[PassageRow]) -> None:
        """Reads them at once; the passages of a document are numbered in their order, without gaps."""
        beside = {number for row in passages for number in (row.id - 1, row.id + 1)}
        self._rows = {row.id: row for row in library.passages(sorted(beside), with_themes=False) if row.searchable}

    def of(self, passage: PassageRow) -> tuple[PassageRow, ...]:
        """Two, one or none."""
        beside = (self._rows.get(passage.id + step) for step in (-1, 1))
        return tuple(row for row in beside if row is not None and _belongs(row, passage))

    def rows(self) -> Iterable[PassageRow]:
        """All that were read."""
        return self._rows.values()


def sentence_around(passage: PassageRow, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """The sentence of a passage that holds a span of the document, and the span within it.

    The whole passage where no one sentence holds the span.
    """
    at, until = start - passage.start, end - passage.start
    for first, last in sentence_spans(passage.text):
        if first <= at and until <= last:
            return passage.text[first:last], (at - first, until - first)
    return passage.text, (at, until)


def _belongs(row: PassageRow, passage: PassageRow) -> bool:
    return (row.document.id, row.heading_path) == (passage.document.id, passage.heading_path)
