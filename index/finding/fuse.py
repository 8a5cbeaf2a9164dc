"""Words and meaning together: one score for each passage that either of them finds.

Meaning: the passage's cosine, 0 for the last of the nearest and 1 for the first (min-max). Words: its BM25 as a
share of what a passage with every word of the question would get, so that one chance word out of many weighs
little; dividing by the best passage's BM25 instead, as min-max fusion does, lost 3 to 9 points of nDCG@10.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from index.finding.terms import Word
from index.library import Library
from index.query import Query
from index.store.streams import Ids, Vectors
from index.words import Term

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
        scores: words and meaning fused, 0 to 1; 1 more for what is of the day that is asked for.
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


def best_by_words(library: Library, query: Query, documents: Sequence[int], allowed: Ids | None) -> tuple[Ids, Vectors]:
    """The passages that words put forward, with their BM25.

    Args:
        documents: ids of those to stay within.
        allowed: ids of passages to stay within (ascending); None for all of the library.
    """
    return library.words.best(_terms(query), DEPTH, **_limits(library, documents, allowed))


def candidates(
    library: Library, query: Query, vector: Vectors, by_words: tuple[Ids, Vectors], allowed: Ids | None, of_day: Ids
) -> Candidates:
    """The passages that may answer, best first.

    Args:
        vector: of the question, unit length.
        by_words: what `best_by_words` gives.
        allowed: ids of passages to stay within (ascending); None for all of the library.
        of_day: ids of passages of which the nearest are put forward besides, before all others.
    """
    by_meaning, near = library.vectors.nearest(vector, DEPTH, allowed)
    first = library.vectors.nearest(vector, DEPTH, of_day)[0] if len(of_day) else of_day
    ids = np.union1d(by_words[0], np.union1d(by_meaning, first))
    cosines = np.full(len(ids), np.nan, dtype=np.float32)
    cosines[np.searchsorted(ids, by_meaning)] = near
    unknown = np.isnan(cosines)
    cosines[unknown] = library.vectors.cosines(vector, ids[unknown])
    above = margins(library, vector, cosines)
    further = np.delete(ids, np.searchsorted(ids, by_words[0]))
    others = library.words.best(_terms(query), len(further), passages=further)
    shares = _shares(query.words, ids, by_words, others)
    scores: Vectors = (MEANING_WEIGHT * scaled(above) + (1 - MEANING_WEIGHT) * shares + np.isin(ids, first)).astype(
        np.float32
    )
    return Candidates(ids, scores, shares, above).with_scores(scores)


def _terms(query: Query) -> list[Term]:
    return [term for word in query.words for term in word.terms()]


def _limits(library: Library, documents: Sequence[int], allowed: Ids | None) -> dict[str, Any]:
    """What word search stays within: whole documents where that is all, for there are far fewer of them."""
    if allowed is None:
        return {}
    whole = len(allowed) == library.passages_in(documents)
    return {"documents": documents} if whole else {"passages": allowed}


def _shares(words: Sequence[Word], ids: Ids, *found: tuple[Ids, Vectors]) -> Vectors:
    """Of each passage its BM25, of those that were found, as a share of the most that it can be."""
    most = _SATURATED * sum(word.rarity for word in words)
    shares = np.zeros(len(ids), dtype=np.float32)
    for some, scores in found if most else ():
        shares[np.searchsorted(ids, some)] = scores / most
    return np.minimum(shares, 1)


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
