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

    def __init__(self, library: Library, ids: Sequence[int]) -> None:
        """Reads them at once; the passages of a document are numbered in their order, without gaps."""
        self._under = library.headings_of({number + step for number in ids for step in (-1, 0, 1)})

    def of(self, passage: int) -> list[int]:
        """Two, one or none."""
        under = self._under[passage]
        return [number for number in (passage - 1, passage + 1) if self._under.get(number) == under]

    def documents(self, ids: Iterable[int]) -> dict[int, int]:
        """Of these and their neighbours the ids of their documents."""
        wanted = {number for passage in ids for number in (passage, *self.of(passage))}
        return {number: self._under[number][0] for number in sorted(wanted)}


def sentence_around(passage: PassageRow, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """The sentence of a passage that holds a span of the document, and the span within it.

    The whole passage where no one sentence holds the span.
    """
    at, until = start - passage.start, end - passage.start
    for first, last in sentence_spans(passage.text):
        if first <= at and until <= last:
            return passage.text[first:last], (at - first, until - first)
    return passage.text, (at, until)
