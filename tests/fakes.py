"""Stand-ins that are small enough to compute by hand."""

import re
import zlib
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray


class WordEncoder:
    """An encoder that counts words: word `w` adds 1 at place `crc32(w) % dimension`, then the length is made 1.

    Words are compared in lower case. Texts with the same words have likeness 1, and texts that share none have
    0 (unless two words fall on one place). A text without words gets the first unit vector.
    """

    name = "woordenteller"

    def __init__(self, dimension: int = 64, fingerprint: str = "woordenteller-1") -> None:
        self.dimension = dimension
        self.fingerprint = fingerprint

    def encode_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for row, text in enumerate(texts):
            vectors[row] = self.encode_query(text)
            if progress is not None:
                progress(1)
        return vectors

    def encode_query(self, text: str) -> NDArray[np.float32]:
        vector = np.zeros(self.dimension, np.float32)
        for word in re.findall(r"\w+", text.lower()):
            vector[self.place(word)] += 1
        if not vector.any():
            vector[0] = 1
        unit: NDArray[np.float32] = vector / np.linalg.norm(vector)
        return unit

    def place(self, word: str) -> int:
        """Where in the vector this word counts."""
        return zlib.crc32(word.encode()) % self.dimension
