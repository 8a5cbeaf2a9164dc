"""The best candidates in their order: meaning and the words that a passage has, what stands around it included."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from index.finding.around import Surroundings
from index.finding.coverage import BESIDE, Shares, Sought, coverages
from index.finding.fuse import Candidates, margins, scaled
from index.finding.preferences import Preferences
from index.library import Library
from index.query import Query
from index.store.held import held_in
from index.store.rows import PassageRow
from index.store.streams import Vectors

COVERAGE_WEIGHT = 0.5
"""Against meaning; .3 to .7 measured alike."""
BEST = 30
"""How many of the best are read closely; 20 to 40 measured alike, and each takes 1/60 of the time of a question."""
BEST_BY_WORDS = 10
"""How many of the best by words alone are read besides: one that has the very number asked for may mean little. With 5
instead of 10 one question of 144 is lost, with 20 none gained."""
MEANING_AROUND = 0.5
"""What the mean of a passage and its neighbours weighs against its own meaning."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What one passage, read closely, has of a question.

    Attributes:
        presence: of each word, in the passage and its neighbours together.
        margin: of its meaning and theirs.
        share: of the words, those of the neighbours for less.
        may_answer: False where it lacks what the question can't do without.
        against: what its score loses (`Preferences.against`).
    """

    presence: tuple[float, ...]
    margin: float
    share: float
    may_answer: bool
    against: float = 0.0


def worth_a_look(found: Candidates) -> list[int]:
    """The ids of the passages to read closely."""
    by_words = found.ids[np.lexsort((found.ids, -found.shares))]
    return list(dict.fromkeys([*found.ids[:BEST].tolist(), *by_words[:BEST_BY_WORDS].tolist()]))


def look(
    library: Library, query: Query, vector: Vectors, passages: Sequence[PassageRow], preferences: Preferences
) -> dict[int, Looked]:
    """Read passages closely, all at once; by their id."""
    around = Surroundings(library, [row.id for row in passages])
    near, wide = _presences(library, query, passages, around, preferences)
    share = coverages(query.words, np.maximum(near, BESIDE * wide))
    meaning = _meaning(library, vector, around)
    looked = {}
    for row, there, margin, of_words in zip(passages, wide.tolist(), meaning.tolist(), share.tolist(), strict=True):
        able = preferences.may_answer(row, there)
        looked[row.id] = Looked(tuple(there), margin, of_words, able, preferences.against(row, there, able=able))
    return looked


def _presences(
    library: Library, query: Query, passages: Sequence[PassageRow], around: Surroundings, preferences: Preferences
) -> tuple[Shares, Shares]:
    """How far each passage has each word: itself with its headings, and its neighbours too.
    *Shape* of each: `(n_passages, n_words)`"""
    sought = Sought(query.words)
    held = library.held(around.documents, sought.stems)
    there = sought.there([held[number] for number in around.documents])[around.places]
    paths = {row.heading_path: sought.there(map(held_in, row.heading_path)).max(axis=0, initial=0) for row in passages}
    headings = np.reshape([paths[row.heading_path] for row in passages], there[:, 0].shape)
    own = np.maximum(there[:, 0], headings)
    near, wide = sought.presence(own), sought.presence(np.maximum(own, there.max(axis=1)))
    for place, row in enumerate(passages):
        answered = list(preferences.granted(row))
        near[place, answered] = wide[place, answered] = 1
    return near, wide


def _meaning(library: Library, vector: Vectors, around: Surroundings) -> Shares:
    """The margin of each passage, drawn towards the mean of it and its neighbours."""
    cosines = library.vectors.cosines(vector, np.array(list(around.documents), dtype=np.int64))
    above = margins(library, vector, cosines).astype(np.float64)[around.places]
    counted = around.places != around.places[:, :1]
    counted[:, 0] = True
    mean = (above * counted).sum(axis=1) / counted.sum(axis=1)
    meaning: Shares = (1 - MEANING_AROUND) * above[:, 0] + MEANING_AROUND * mean
    return meaning


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
