"""How much of a question's words a passage has, each word weighed by how rare it is.

Unlike BM25 it doesn't rise with repetition and doesn't fall with length: it says what share of what was asked
is there. That makes it the better order among the best (nDCG@10 .81 instead of .77 on 25 questions) and the
best single sign of whether a question is answered at all.
"""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from index.finding.terms import IN_COMPOUND, Word
from index.store.held import Held

BESIDE = 0.5
"""What a word weighs that stands in a neighbour only, 1 for one in the passage; .3 to .7 measured alike."""

Shares = npt.NDArray[np.float64]


class Sought:
    """The words of one question, looked up in many texts at once.

    Attributes:
        stems: of all forms in which a word is sought.
    """

    def __init__(self, words: Sequence[Word]) -> None:
        forms = [form for word in words for form in word.forms]
        self.stems = frozenset(stem for form in forms for stem in form.stems)
        self._columns = {stem: column for column, stem in enumerate(self.stems)}
        self._counts = np.zeros((len(self.stems), len(forms)))
        for number, form in enumerate(forms):
            for stem in form.stems:
                self._counts[self._columns[stem], number] += 1
        self._lengths = np.array([len(form.stems) for form in forms])
        self._whole = np.array([form.kind == "parts" for form in forms])
        self._weights = np.array([form.weight for form in forms])
        self._firsts = np.cumsum([0, *(len(word.forms) for word in words)])[:-1]

    def there(self, texts: Iterable[Held]) -> Shares:
        """What each text has of each stem: 1 as a word, less within a compound. Texts that are read as if they were
        one have the highest of each. *Shape:* `(n_texts, n_stems)`"""
        texts = list(texts)
        there = np.zeros((len(texts), len(self.stems)))
        for row, text in enumerate(texts):
            for stems, weight in ((text.parts, IN_COMPOUND), (text.stems, 1.0)):
                for stem in stems & self.stems:
                    there[row, self._columns[stem]] = weight
        return there

    def presence(self, there: Shares) -> Shares:
        """How far each text has each word, 0 to 1: in its best form.

        Half of a group of words is worth a quarter; half of a compound nothing: "ruimte" is not about "ruimtevaart".
        *Shape:* `(n_texts, n_words)`
        """
        if not len(self._firsts):
            return np.zeros((len(there), 0))
        found = there @ self._counts / self._lengths
        weighed = self._weights * np.where(self._lengths > 1, found**2, found)
        weighed *= ~self._whole | ((there > 0) @ self._counts == self._lengths)
        best: Shares = np.maximum.reduceat(weighed, self._firsts, axis=1)
        return best

    def presences(self, *texts: Held) -> list[float]:
        """How far some texts, read as if they were one, have each word."""
        there: list[float] = self.presence(self.there(texts).max(axis=0, keepdims=True))[0].tolist()
        return there


def coverage(words: Sequence[Word], presence: Sequence[float]) -> float:
    """From 0 to 1: the share of the words, by rarity, that are there."""
    return float(coverages(words, np.array([presence]))[0])


def coverages(words: Sequence[Word], presences: Shares) -> Shares:
    """The same of many texts, for each of which is given how far it has each word."""
    rarities = np.array([word.rarity for word in words])
    covered: Shares = presences @ rarities / (rarities.sum() or 1.0)
    return covered
