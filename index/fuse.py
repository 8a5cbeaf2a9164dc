"""Words and meaning together: one score for each passage that either of them finds.

Meaning: the passage's cosine, 0 for the last of the nearest and 1 for the first (min-max). Words: its BM25 as a
share of what a passage with every word of the question would get, so that one chance word out of many weighs
little; dividing by the best passage's BM25 instead, as min-max fusion does, lost 3 to 9 points of nDCG@10.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from index.library import Library
from index.query import Query
from index.streams import Ids, Vectors
from index.terms import Word

MEANING_WEIGHT = 0.6
"""With words as a share, nDCG@10 on 25 questions is .77 to .78 for every weight from .3 to .8: the middle was taken."""
DEPTH = 100
"""How many passages words and meaning each put forward."""
NEITHER = 1.0
"""The margin where a library is too small to have a background: it speaks neither for nor against."""
_SATURATED = 2.2
"""What BM25 makes of a term at most, in units of its rarity (k1 + 1 with k1 = 1.2)."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Passages that words or meaning put forward, each array in the same order, best first.

    Attributes:
        scores: words and meaning fused, 0 to 1.
        shares: the part of words in it, 0 to 1.
        margins: how far the cosine lies above the library's mean for this question, in units of the spread of
            the library's own vectors: the same scale for every model.
    """

    ids: Ids
    scores: Vectors
    shares: Vectors
    margins: Vectors

    def where(self, keep: Ids) -> "Candidates":
        """Those at these places, in that order."""
        return Candidates(self.ids[keep], self.scores[keep], self.shares[keep], self.margins[keep])

    def with_scores(self, scores: Vectors) -> "Candidates":
        """The same passages by other scores, in their order."""
        order = np.lexsort((self.ids, -scores))
        return replace(self, scores=scores).where(order)


def candidates(
    library: Library, query: Query, vector: Vectors, documents: Sequence[int], allowed: Ids | None
) -> Candidates:
    """The passages that may answer, best first.

    Args:
        vector: of the question, unit length.
        documents: ids of those to stay within.
        allowed: ids of passages to stay within (ascending); None for all of the library.
    """
    terms = [term for word in query.words for term in word.terms()]
    nearest = library.vectors.begin(vector, DEPTH, allowed)
    by_words, _ = library.words.best(terms, DEPTH, **_limits(library, documents, allowed))
    by_meaning, near = nearest()
    ids = np.union1d(by_words, by_meaning)
    known = np.isin(ids, by_meaning)
    cosines = np.empty(len(ids), dtype=np.float32)
    cosines[np.searchsorted(ids, by_meaning)] = near
    cosines[~known] = library.vectors.cosines(vector, ids[~known])
    above = margins(library, vector, cosines)
    shares = np.minimum(_shares(library, query.words, ids), 1)
    scores: Vectors = (MEANING_WEIGHT * scaled(above) + (1 - MEANING_WEIGHT) * shares).astype(np.float32)
    return Candidates(ids, scores, shares, above).with_scores(scores)


def _limits(library: Library, documents: Sequence[int], allowed: Ids | None) -> dict[str, Any]:
    """What word search stays within: whole documents where that is all, for there are far fewer of them."""
    if allowed is None:
        return {}
    whole = len(allowed) == library.passages_in(documents)
    return {"documents": documents} if whole else {"passages": allowed}


def _shares(library: Library, words: Sequence[Word], ids: Ids) -> Vectors:
    terms = [term for word in words for term in word.terms()]
    most = _SATURATED * sum(word.rarity for word in words)
    shares = np.zeros(len(ids), dtype=np.float32)
    if most and len(ids):
        found, scores = library.words.best(terms, len(ids), passages=ids)
        shares[np.searchsorted(ids, found)] = scores / most
    return shares


def scaled(values: Vectors) -> Vectors:
    """With the highest at 1 and the lowest at 0; all 1 where they are equal."""
    low, high = values.min(initial=np.inf), values.max(initial=-np.inf)
    if high <= low:
        return np.ones_like(values)
    result: Vectors = (values - low) / (high - low)
    return result


def margins(library: Library, vector: Vectors, cosines: Vectors) -> Vectors:
    """How far cosines with a question lie above the library's background."""
    background = library.vectors.background()
    if background.spread is None:
        return np.full_like(cosines, NEITHER)
    above: Vectors = (cosines - float(background.mean @ vector)) / background.spread
    return above
