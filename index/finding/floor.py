"""The honest bottom: whether what was found is evidence enough to show anything at all.

No threshold on a BM25 score or a cosine alone separates questions that a collection answers from those that it
can't. Together do: how far the best meaning lies above the library's background, the share of the question's words
that the passage and its neighbours have, whether all of them are there, what the documents searched lack of them, how
many there are, how near a sentence is to what municipalities deal with, and how large the library is. The weights are
those of a logistic regression, rounded, on 430 questions over libraries of 160, 800 and 6,500 passages (100 with an
answer that is found). Ten-fold, no question in two folds: of those with an answer 7 fell below, all near misses and 298
of 300 of nonsense stayed silent. What a question asks for exactly (a number, a code, a year, the paper that it names,
the subject of an office) must be there besides, and what is about one word only is not answered where that word is
known to be absent (`index.finding.lacking`).
"""

import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from index.finding.coverage import coverage
from index.finding.fuse import NEITHER, Candidates
from index.finding.lacking import Lacking
from index.finding.ranking import Looked
from index.language.analysis import is_stop_word, tokens
from index.query import Query
from index.store.streams import Ids

COVERED = 2.5
"""What all words of the question weigh where the passage or its neighbours have them."""
COMPLETE = 1.5
"""What it weighs besides that no word is missing (the least of their presences): for a question of two words one
of them is no answer."""
UNKNOWN = 2.0
"""What it weighs that the documents searched lack the words of the question."""
STANDS_OUT = 2.4
"""The margin, in a library of the usual size, from which a meaning makes up for words that the documents lack: who asks
in quite other words has hardly any that they have."""
MAKES_UP = 3.0
"""How much of `UNKNOWN` each unit of margin above that takes away."""
WITHOUT_A_WORD = 1.8
"""The margin from which a passage may answer that has none of the words which say what the question is about. With it,
and `Lacking.all_of_it`, 5 more of 129 near misses to tune on are silent and none of 174 questions with an answer; with
2.2 one near miss more, and on the half to report a question with an answer."""
LENGTH = 0.5
"""What each word weighs, up to `LONGEST`: a short question says in its words what it is about, a long one
paraphrases."""
LONGEST = 4
LARGER = 0.25
"""How much more is asked of a library that is e times larger: the best of more passages lies higher by chance."""
USUAL_SIZE = 1000
ENOUGH = 3.3
"""In the units of margins, of a library of the usual size; the other terms add to it or take from it."""
ON_POLICY = -0.7
"""The nearness to policy (`ThemeMeaning.nearness`) from which less is asked: who asks of policy in everyday words means
something that the documents may have, who asks for a recipe doesn't. Of 18 that share no word with the answer found 9
fell silent, then 6, and none more of 300 of nonsense came up; with a slope of 1.5 instead of 1 five of those do. It was
-.8 with half as many examples of what is said of themes: with all, questions on no policy lie .1 nearer, others .18."""
MOST_OF_POLICY = 1.5
"""How much less is asked at most."""
LEAST_IN_OWN_WORDS = 3
"""Words from which a sentence may be in words of one's own; a shorter one, and a row of search words, names what it is
about."""
COMES_NEAR = 1.0
"""How much of the evidence a passage may lack that is told to come nearest. Of 150 of nonsense some 20 have such a
passage; of what was asked next to the papers nearly all for which one is on the subject."""
LOOKED_AT = 5
"""How many of the best passages may carry the whole answer."""
TAIL = 0.4
"""Further passages are shown down to this share of the best one's score."""


class Floor:
    """The evidence that one question asks for."""

    def __init__(self, query: Query, size: int, gap: Lacking, nearness: Callable[[], float]) -> None:
        """
        Args:
            size: how many passages the library has.
            nearness: how near the question is to policy; called only where that decides.
        """
        self._query = query
        self._gap = gap
        self._nearness = nearness
        self._larger = LARGER * math.log(max(size, 1) / USUAL_SIZE)
        self._asked = ENOUGH + self._larger - LENGTH * min(len(query.words), LONGEST)
        self._unknown = coverage(query.words, [1 - known for known in gap.known])
        telling = query.telling
        self._telling = [number for number, word in enumerate(query.words) if word in telling]

    def is_reached(self, best: Sequence[Looked]) -> bool:
        """Whether one of the best passages, in their order, suggests that it answers."""
        if self._gap.all_of_it:
            return False
        able = [looked for looked in best if looked.may_answer and self._is_on_it(looked)][:LOOKED_AT]
        short = min(map(self.short, able), default=math.inf)
        may_be = short <= MOST_OF_POLICY and _in_own_words(self._query)
        return short <= 0 or (may_be and short <= self._nearness() - ON_POLICY)

    def _is_on_it(self, looked: Looked) -> bool:
        """Whether a passage has any word that says what the question is about, or a meaning that stands out: "kost" and
        "nieuwe" make no answer to what a new stadium costs."""
        there = any(looked.presence[number] > 0 for number in self._telling)
        return there or not self._telling or looked.margin - self._larger >= WITHOUT_A_WORD

    def near(self, found: Candidates, looked: Mapping[int, Looked], most: int) -> Ids:
        """The places of those that come near among the best, where none is enough; `looked` has passages by id."""
        best = [(place, looked[number]) for place, number in enumerate(found.ids.tolist()) if number in looked][:most]
        return np.array([place for place, one in best if self.short(one) <= COMES_NEAR], dtype=np.int64)

    def short(self, looked: Looked) -> float:
        """What a passage lacks of the evidence, in the units of margins; 0 or less where it has enough."""
        words = self._query.words
        covered = COVERED * coverage(words, looked.presence) + COMPLETE * min(looked.presence, default=0.0)
        return self._asked + self._unknown * _held_against(looked.margin - self._larger) - looked.margin - covered


def _in_own_words(query: Query) -> bool:
    return len(query.words) >= LEAST_IN_OWN_WORDS and any(is_stop_word(token) for token in tokens(query.text))


def _held_against(margin: float) -> float:
    """What words that the documents lack weigh against a passage of this margin."""
    return max(0.0, UNKNOWN - MAKES_UP * max(0.0, margin - STANDS_OUT))


def worth_showing(found: Candidates) -> Ids:
    """The places of the passages that are shown once one of them is convincing.

    Not those with no word of the question whose meaning doesn't stand out either, which in a library too small
    to have a background is true of any meaning.
    """
    near = found.scores >= TAIL * found.scores.max(initial=0)
    says_something = (found.shares > 0) | (found.margins > NEITHER)
    return np.flatnonzero(near & says_something).astype(np.int64)
