"""The words of a commitment with what each of them says, to hold sentence after sentence against."""

from collections.abc import Iterable, Mapping

from index.follow import Place
from index.language.matter import likeness
from index.tracing.rareness import Rareness

LEAST_COVERED = 0.15
LEAST_RARE = 0.55
LEAST_COVERED_BY_COMMON = 0.45
"""A sentence may be about the same matter where it has this share of the weight of the words, one of them this rare
(as a share of the rarest), or that larger share: chosen on the half "work" of evaluation/outcomes.csv."""
LEAST_COVERED_ELSEWHERE = 0.25
LEAST_RARE_ELSEWHERE = 0.8
"""The same in a passage on another theme: policy on drugs in premises is reported below another heading."""
_LEAST_SHARED = 1.8
"""Words that a paragraph and a sentence share, a part of a word for less than one."""
_OF_ACT = 0.2
"""What a word weighs that says what is done, not with what, or that is the name of the theme itself."""


class Weighed:
    """Words by how rare they are.

    Args:
        empty: stems of words that tell no subject from another.
        local: how little each word is used on the theme, 0 to 1.
    """

    def __init__(
        self, words: frozenset[str], rareness: Rareness, empty: frozenset[str], local: Mapping[str, float]
    ) -> None:
        self._rare = {word: rareness(word) * local.get(word, 1.0) for word in words}
        self._weights = {word: rare * (_OF_ACT if word in empty else 1.0) for word, rare in self._rare.items()}
        self._total = sum(self._weights.values())
        self._telling = words - empty
        self._highest = rareness.highest

    def shared(self, others: frozenset[str]) -> tuple[float, float]:
        """Which share of the weight of the words others have, and how rare the rarest of these is, 0 to 1."""
        if not self._total:
            return 0.0, 0.0
        had = {word: likeness(word, others) for word in self._rare}
        rarest = max((self._rare[word] for word in self._telling if had[word]), default=0.0)
        return sum(self._weights[word] * had[word] for word in had) / self._total, rarest / self._highest


def sharing(
    words: frozenset[str], candidates: Iterable[tuple[Place, frozenset[str], bool]]
) -> list[tuple[float, Place]]:
    """The sentences on the theme that have at least two of the words, with how many."""
    found = []
    for place, said, on_theme in candidates:
        had = sum(likeness(word, said) for word in words) if on_theme else 0.0
        if had >= _LEAST_SHARED:
            found.append((had, place))
    return found


def is_enough(covered: float, rarest: float, *, on_theme: bool) -> bool:
    """Whether a sentence with this share of the words, the rarest of them this rare, may be about the same matter."""
    if not on_theme:
        return covered >= LEAST_COVERED_ELSEWHERE and rarest >= LEAST_RARE_ELSEWHERE
    return covered >= (LEAST_COVERED if rarest >= LEAST_RARE else LEAST_COVERED_BY_COMMON)
