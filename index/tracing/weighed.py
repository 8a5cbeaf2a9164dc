"""The words of a commitment with what each of them says, to hold sentence after sentence against."""

from collections.abc import Mapping

from index.language.matter import likeness
from index.tracing.rareness import Rareness

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
