"""The passages right before and after a passage, under the same heading.

A passage is a sentence or two, for that is what a reader wants to be pointed to. What it is about is often told
by the sentences around it: these count too, for less.
"""

from collections.abc import Sequence

import numpy as np

from index.library import Library
from index.store.rows import PassageRow
from ingest.dutch import sentence_spans


class Surroundings:
    """Some passages of a library with their neighbours.

    Attributes:
        documents: of each passage and neighbour, by their ids, which ascend, the id of its document.
        places: of each passage the places in `documents` of itself, of the one before and of the one after; its own
            where there is none. *Shape:* `(n_passages, 3)`
    """

    def __init__(self, library: Library, ids: Sequence[int]) -> None:
        """Reads them at once; the passages of a document are numbered in their order, without gaps."""
        under = library.headings_of({number + step for number in ids for step in (-1, 0, 1)})
        beside = [[near if under.get(near) == under[own] else own for near in (own, own - 1, own + 1)] for own in ids]
        all_ids, places = np.unique(np.array(beside, dtype=np.int64).reshape(-1, 3), return_inverse=True)
        self.documents = {number: under[number][0] for number in all_ids.tolist()}
        self.places = places.reshape(-1, 3)


def sentence_around(passage: PassageRow, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """The sentence of a passage that holds a span of the document, and the span within it.

    The whole passage where no one sentence holds the span.
    """
    at, until = start - passage.start, end - passage.start
    for first, last in sentence_spans(passage.text):
        if first <= at and until <= last:
            return passage.text[first:last], (at - first, until - first)
    return passage.text, (at, until)
