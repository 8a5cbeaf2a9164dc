"""The best candidates in their order: meaning and the words that a passage has, what stands around it included."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from index.around import Surroundings
from index.coverage import BESIDE, Sought, coverage
from index.fuse import Candidates, margins, scaled
from index.held import held_in
from index.library import Library
from index.preferences import Preferences
from index.query import Query
from index.rows import PassageRow
from index.streams import Vectors

COVERAGE_WEIGHT = 0.5
"""Against meaning; .3 to .7 measured alike."""
BEST = 40
"""How many of the best are read closely."""
BEST_BY_WORDS = 20
"""How many of the best by words alone are read besides: one that has the very number asked for may mean little."""
MEANING_AROUND = 0.5
"""What the mean of a passage and its neighbours weighs against its own meaning."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What one passage, read closely, has of a question.

    Attributes:
        presence: of each word, in the passage and its neighbours together.
        margin: of its meaning and theirs.
        may_answer: False where it lacks what the question can't do without.
        share: of the words, those of the neighbours for less.
    """

    presence: tuple[float, ...]
    margin: float
    share: float
    may_answer: bool


def worth_a_look(found: Candidates) -> list[int]:
    """The ids of the passages to read closely."""
    by_words = found.ids[np.lexsort((found.ids, -found.shares))]
    return list(dict.fromkeys([*found.ids[:BEST].tolist(), *by_words[:BEST_BY_WORDS].tolist()]))


def look(
    library: Library, query: Query, vector: Vectors, passages: Sequence[PassageRow], preferences: Preferences
) -> dict[int, Looked]:
    """Read passages closely; by their id."""
    around = Surroundings(library, [row.id for row in passages])
    documents = around.documents(row.id for row in passages)
    ids = np.array(list(documents), dtype=np.int64)
    above = margins(library, vector, library.vectors.cosines(vector, ids))
    margin = dict(zip(documents, above.tolist(), strict=True))
    sought = Sought(query.words)
    held = library.held(documents, sought.stems)
    looked = {}
    for row in passages:
        beside = around.of(row.id)
        granted = preferences.granted(row)
        texts = [held[row.id], *map(held_in, row.heading_path)]
        own = sought.presences(texts, granted)
        wide = sought.presences([*texts, *(held[number] for number in beside)], granted) if beside else own
        mixed = [max(near, BESIDE * far) for near, far in zip(own, wide, strict=True)]
        mean = (margin[row.id] + sum(margin[number] for number in beside)) / (1 + len(beside))
        meaning = (1 - MEANING_AROUND) * margin[row.id] + MEANING_AROUND * mean
        may_answer = preferences.may_answer(row, wide)
        looked[row.id] = Looked(tuple(wide), meaning, coverage(query.words, mixed), may_answer)
    return looked


def reordered(found: Candidates, looked: Mapping[int, Looked], *, with_words: bool) -> Candidates:
    """Those that were looked at by meaning and words, the others after them."""
    places = np.array([number in looked for number in found.ids.tolist()], dtype=np.bool_)
    near = [looked[number] for number in found.ids[places].tolist()]
    margin, scores = found.margins.copy(), found.scores.copy()
    margin[places] = [one.margin for one in near]
    if with_words:
        share = np.array([one.share for one in near], dtype=np.float32)
        scores[places] = (1 - COVERAGE_WEIGHT) * scaled(margin)[places] + COVERAGE_WEIGHT * share
    scores[~places] = np.minimum(scores[~places], scores[places].min(initial=np.inf))
    return replace(found, margins=margin).with_scores(scores)
