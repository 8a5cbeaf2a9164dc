"""How rare words are in a library: what sharing one of them says."""

from index.library import Library
from index.words import rarity


class Rareness:
    """The rarity of stems among the passages of a library, in one state of it; called with a stem."""

    def __init__(self, library: Library) -> None:
        self._words = library.words
        self._size = self._words.size()
        self._known: dict[str, float] = {}

    def __call__(self, stemmed: str) -> float:
        """Inverse document frequency, above 0."""
        if stemmed not in self._known:
            self._known[stemmed] = rarity(self._words.documents_with("stems", stemmed), self._size)
        return self._known[stemmed]

    @property
    def highest(self) -> float:
        """Of a word that occurs in one passage."""
        return rarity(1, self._size)
