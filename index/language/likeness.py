"""Whether two sentences speak of the same matter: by the words they share, by how rare these are, and by meaning."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from index.language.analysis import is_stop_word, tokens
from index.language.stems import stem
from index.language.wordlists import entries

_PART = 0.6
"""What a part of a compound weighs beside the word itself; as in `index.finding.terms`."""
_FAINT = 0.15
"""What a word of time, a count or an office weighs: sentences share them without sharing a matter."""
_RAREST = 3

WORDS: Final = 5.9
RARITY: Final = 2.4
SENTENCE: Final = 0.74
PASSAGE: Final = 0.61
BIAS: Final = -7.8
"""Weights of `likeness`, fitted on evaluation/follow.csv: see docs/decisions.md, "Volgen"."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The words of a sentence, each stem with its weight times its rarity; `length` is that vector's."""

    weights: Mapping[str, float]
    length: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """How two sentences are alike.

    Attributes:
        words: cosine of their weighed words, 0 to 1.
        rarity: mean weight of the three rarest words that they share, as a share of the highest possible.
        sentence: how far the cosine of their vectors lies above the library's background, in its spread.
        passage: the same for the passages that they stand in.
    """

    words: float
    rarity: float
    sentence: float
    passage: float

    @property
    def likeness(self) -> float:
        """The chance that both are about the same matter, 0 to 1."""
        score = WORDS * self.words + RARITY * self.rarity + SENTENCE * self.sentence + PASSAGE * self.passage
        return 1 / (1 + math.exp(-(score + BIAS)))


def profile(text: str, rarity: Callable[[str], float]) -> Profile:
    """The words of a sentence that say something; `rarity` gives that of a stem, 0 for one that says nothing."""
    weights: dict[str, float] = {}
    for token in tokens(text):
        if is_stop_word(token):
            continue
        own = _FAINT if token.stem in _faint() or _is_count(token.exact) else 1.0
        for word, weight in ((token.stem, own), *((part, own * _PART) for part in token.parts)):
            weights[word] = max(weights.get(word, 0.0), weight)
    weighed = {word: weight * own for word, weight in weights.items() if (own := rarity(word))}
    return Profile(weighed, math.sqrt(sum(value * value for value in weighed.values())))


def shared(one: Profile, other: Profile, highest: float) -> tuple[float, float]:
    """`Evidence.words` and `Evidence.rarity` of two sentences; `highest` is the rarity of a word that occurs once."""
    common = one.weights.keys() & other.weights.keys()
    if not common:
        return 0.0, 0.0
    product = sum(one.weights[word] * other.weights[word] for word in common)
    rarest = sorted((min(one.weights[word], other.weights[word]) for word in common), reverse=True)[:_RAREST]
    return product / (one.length * other.length), sum(rarest) / (_RAREST * highest)


def _is_count(word: str) -> bool:
    """A number of one or two digits, or a year."""
    return word.isdigit() and (len(word) <= 2 or (len(word) == 4 and word[:2] in {"19", "20"}))


@lru_cache(maxsize=1)
def _faint() -> frozenset[str]:
    return frozenset(stem(word) for word in entries("tijdwoorden.txt"))
