"""Hits grouped by document, so that one document doesn't fill the screen."""

from collections import defaultdict
from collections.abc import Sequence

from index.search import Hit

PER_DOCUMENT = 3
"""Hits of one document that stand apart; what more it has is folded below them."""


def grouped(hits: Sequence[Hit]) -> list[tuple[Hit, tuple[Hit, ...]]]:
    """The hits in order, at most `PER_DOCUMENT` of a document; the rest of it goes with the last of those."""
    of: dict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        of[hit.passage.document.id].append(hit)
    full = [held for held in of.values() if len(held) > PER_DOCUMENT]
    rest = {held[PER_DOCUMENT - 1].rank: tuple(held[PER_DOCUMENT:]) for held in full}
    folded = {hit.rank for others in rest.values() for hit in others}
    return [(hit, rest.get(hit.rank, ())) for hit in hits if hit.rank not in folded]
