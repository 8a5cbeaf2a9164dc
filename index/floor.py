"""The honest bottom: whether what was found is evidence enough to show anything at all.

No threshold on a BM25 score or a cosine alone separates questions that a collection answers from those that it
can't. Three weak signs together do better: how much of the question's words, by rarity, the passage has; how far
its vector stands out from the library's own background for this question; and whether it is on a theme that
the question names.
"""

import numpy as np

from index.fuse import Candidates
from index.streams import Ids, Vectors

SHARE_WEIGHT = 7.0
THEME_WEIGHT = 0.8
ENOUGH = 2.8
"""Chosen on 115 questions over five web pages, 65 with an answer (see `docs/decisions.md`)."""
LOOKED_AT = 5
"""How many of the best passages may carry the whole answer."""
TAIL = 0.3
"""A further passage is shown with this share of the evidence that the best one has."""


def evidence(found: Candidates, themes: Vectors) -> Vectors:
    """How strongly each passage suggests that it answers; `ENOUGH` or more is convincing.

    `themes` is 1 for a passage on a theme that the question names, -1 where no passage found is on it, else 0.
    """
    total: Vectors = found.margins + SHARE_WEIGHT * np.minimum(found.shares, 1) + THEME_WEIGHT * themes
    return total


def kept(strength: Vectors) -> Ids:
    """The places of the passages to show, in order: none unless one of the first is convincing."""
    best = float(strength[:LOOKED_AT].max(initial=-np.inf))
    if best < ENOUGH:
        return np.empty(0, dtype=np.int64)
    return np.flatnonzero(strength >= TAIL * best)
