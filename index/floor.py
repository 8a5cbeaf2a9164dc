"""The honest bottom: whether what was found is evidence enough to show anything at all.

No threshold on a BM25 score or a cosine alone separates questions that a collection answers from those that it
can't: with the best margin alone, silence on all unanswerable ones of 115 questions lost 25 of 65 answers. Three
weak signs together lost none at 94 % silence: how much of the question's words, by rarity, a passage has; how far its
vector stands out from the library's own background for this question; and whether it is on a theme that the
question names. (Questions over five web pages; about a third of them took part in choosing the weights.)
"""

from collections.abc import Sequence

import numpy as np

from index.coverage import coverage
from index.fuse import Candidates
from index.query import Query
from index.rows import PassageRow
from index.streams import Ids
from ingest.themes import themes_of

COVERAGE_WEIGHT = 8.0
THEME_WEIGHT = 0.5
ENOUGH = 3.6
LOOKED_AT = 5
"""How many of the best passages may carry the whole answer."""
TAIL = 0.3
"""Further passages are shown down to this share of the best one's score."""


def theme_signs(query: Query, passages: Sequence[PassageRow]) -> list[int]:
    """1 for a passage on a theme that the question names, -1 for all where none of them is, 0 without themes."""
    asked = {score.theme for score in themes_of(query.text, ())}
    signs = [int(any(score.theme in asked for score in row.themes)) for row in passages]
    return signs if not asked or any(signs) else [-1] * len(signs)


def is_convincing(query: Query, found: Candidates, passages: Sequence[PassageRow]) -> bool:
    """Whether one of the first passages (the rows of `found`, in its order) suggests that it answers."""
    signs = theme_signs(query, passages)
    strengths = (
        float(margin) + COVERAGE_WEIGHT * coverage(row, query.words) + THEME_WEIGHT * sign
        for margin, row, sign in zip(found.margins[:LOOKED_AT], passages, signs, strict=False)
    )
    return max(strengths, default=0.0) >= ENOUGH


def worth_showing(found: Candidates) -> Ids:
    """The places of the passages that are shown once one of them is convincing."""
    return np.flatnonzero(found.scores >= TAIL * found.scores.max(initial=0)).astype(np.int64)
