"""What sentences mean and which words they have, each found out once: the same ones are near many commitments."""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np

from index.encoder import Encoder
from index.language.likeness import Profile, profile
from index.store.streams import Vectors
from index.tracing.rareness import Rareness

T = TypeVar("T")

_MOST = 20_000
"""Sentences that are remembered: some 60 MB."""


class Known:
    """Sentences as far as they were met; may be shared between threads."""

    def __init__(self, encoder: Encoder, rareness: Rareness) -> None:
        self._encoder = encoder
        self._rareness = rareness
        self._vectors: dict[str, Vectors] = {}
        self._profiles: dict[str, Profile] = {}

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Those of these texts, the new ones encoded together. *Shape:* `(len(texts), dimension)`"""
        known = {text: self._vectors.get(text) for text in texts}
        new = [text for text, vector in known.items() if vector is None]
        if new:
            made = dict(zip(new, self._encoder.encode_passages(new), strict=True))
            known |= made
            self._vectors |= made
            _forget(self._vectors)
        return np.array([known[text] for text in texts], dtype=np.float32).reshape(-1, self._encoder.dimension)

    def profile(self, text: str) -> Profile:
        """The words of a text."""
        known = self._profiles.get(text)
        if known is None:
            known = self._profiles[text] = profile(text, self._rareness)
            _forget(self._profiles)
        return known


def _forget(kept: dict[str, T]) -> None:
    """Drop the older half where too much is kept."""
    if len(kept) > _MOST:
        for text in list(kept)[: _MOST // 2]:
            kept.pop(text, None)
