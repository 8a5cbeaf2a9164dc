"""Themes by meaning: how like a passage's vector is to those of the themes, beside the words that speak for them.

The passages are encoded for search anyway; only the themes' own texts (about 1,700) are encoded for this, once for each
encoder, and kept in the user's cache.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.encoder import Encoder
from index.encoders.cache import ensure
from index.settings import cache_folder
from ingest.lexicon import read_rows
from ingest.model import Passage
from ingest.themes import LEAVES, THEMES, Likeness, weigh

_CUES_A_PART = 10
"""Cues in one text. Alone, cross-validated on the split "work", the nearest theme fits in 69 % of the passages with 10,
67 % with 6, 70 % with each cue apart, which takes ten times as long."""

NEAREST = 5
"""How many parts tell how like a passage is to a theme, and whether a question is on policy. Alone, of the passages of
the split "work" that have a theme, the theme of the nearest five fits in 85 %, of the nearest one in 78 %."""

_OWN_SPREAD = 0.5
"""How much of the spread of the parts about their theme's mean is taken out, the rest being a share of it in every
direction alike. With .5 the theme of the nearest five parts fits in 85 % of the passages, with none of it in 76 %."""

NO_THEME = "geen"
"""Stands in the place of a theme with the examples of what papers say on no theme: openings, names, colophons."""

_FORMAL_NEAREST = 3
"""Examples on either side that tell whether a passage is only form. Alone this parts the passages labelled "geen" from
the others with an area under the curve of .87 (split "work"), with the nearest one .86, how sure the themes are .82."""
_FILE = "parts.npy"

Rows = NDArray[np.float32]
Vector = NDArray[np.float32]


class ThemeMeaning:
    """The meaning of the themes to one encoder; nothing is encoded or read before it is first asked."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def add_to(self, passages: Sequence[Passage], vectors: Rows) -> tuple[Passage, ...]:
        """The passages with their themes weighed again, by their vectors too; those without a vector stay as they are.

        Args:
            vectors: a unit vector for each passage, zeros for one that isn't searchable.
                *Shape:* `(n_passages, dimension)`
        """
        if not passages:
            return ()
        likenesses = self.likeness(vectors, beside(passages))
        return tuple(
            replace(passage, themes=weigh(passage.theme_cues, likeness)) if passage.searchable else passage
            for passage, likeness in zip(passages, likenesses, strict=True)
        )

    def likeness(self, vectors: Rows, beside: Sequence[Sequence[int]]) -> Iterator[Likeness]:
        """How like each vector is to the themes.

        Args:
            beside: for each vector the numbers of those that stand beside it.
        """
        near = self._told_apart(vectors) @ self._parts_apart.T
        nearest = _standardised(
            np.stack([_nearest(near[:, self._owner == at], NEAREST) for at in range(len(LEAVES))], axis=1)
        )
        for own, others, formal in zip(nearest, beside, self._formal(vectors), strict=True):
            around = nearest[list(others)].mean(axis=0) if others else np.zeros_like(own)
            yield Likeness(own.tolist(), around.tolist(), float(formal))

    def _told_apart(self, vectors: Rows) -> Rows:
        """Vectors of unit length in which what the parts of one theme differ by weighs less than what tells themes
        apart: less the mean of the parts, and divided by their spread about the means of their themes.
        """
        centre, unspread = self._spread
        return _unit(np.asarray((vectors - centre) @ unspread, np.float32))

    @cached_property
    def _spread(self) -> tuple[Vector, Rows]:
        """The mean of the parts, and what undoes their spread about their themes (a root of its inverse)."""
        means = np.stack([self._parts[self._owner == at].mean(axis=0) for at in range(len(LEAVES))])
        spread = np.cov(self._parts - means[self._owner], rowvar=False)
        alike = np.eye(len(spread)) * np.trace(spread) / len(spread)
        root = np.linalg.cholesky(_OWN_SPREAD * spread + (1 - _OWN_SPREAD) * alike)
        return self._parts.mean(axis=0), np.linalg.inv(root).T.astype(np.float32)

    @cached_property
    def _parts_apart(self) -> Rows:
        return self._told_apart(self._parts)

    def _formal(self, vectors: Rows) -> Vector:
        """How much nearer each vector is to its nearest examples of no theme than to those of a theme, in the standard
        deviations of the cosines of two parts, which differ by model. *Shape:* `(n_vectors,)`
        """
        on_theme = self._parts[: len(examples()) - len(self._none)]
        nearer: Vector = _nearest(vectors @ self._none.T, _FORMAL_NEAREST) - _nearest(
            vectors @ on_theme.T, _FORMAL_NEAREST
        )
        return nearer / (self._scale[1] or 1.0)

    def nearness(self, question: Vector) -> float:
        """How near a question, of unit length, is to policy: its mean cosine with the `NEAREST` parts of themes, above
        what two parts have on average, in the standard deviations of that.
        """
        nearest = np.partition(self._parts @ question, -NEAREST)[-NEAREST:]
        mean, spread = self._scale
        return (float(nearest.mean()) - mean) / spread if spread else 0.0

    @cached_property
    def _scale(self) -> tuple[float, float]:
        """Mean and standard deviation of the cosines of two parts: how near texts are at all to this model."""
        cosines = (self._parts @ self._parts.T)[np.triu_indices(len(self._parts), 1)]
        return float(cosines.mean()), float(cosines.std())

    @property
    def _parts(self) -> Rows:
        """A unit vector for each part of each leaf, in the order of `theme_texts`."""
        return self._vectors[: len(self._owner)]

    @property
    def _none(self) -> Rows:
        """A unit vector for each example of no theme."""
        return self._vectors[len(self._owner) :]

    @cached_property
    def _vectors(self) -> Rows:
        texts = [text for _, text in theme_texts()] + [text for theme, text in examples() if theme == NO_THEME]
        key = hashlib.sha256(
            "\0".join([self._encoder.fingerprint, str(self._encoder.dimension), *texts]).encode()
        ).hexdigest()[:20]

        def make(folder: Path) -> None:
            np.save(folder / _FILE, self._encoder.encode_passages(texts))

        folder = ensure(cache_folder() / f"themes-{key}", make)
        vectors: Rows = np.load(folder / _FILE)
        return vectors

    @cached_property
    def _owner(self) -> NDArray[np.int64]:
        return np.array([at for at, _ in theme_texts()])


_known: dict[tuple[str, int], ThemeMeaning] = {}


def theme_meaning(encoder: Encoder) -> ThemeMeaning:
    """The meaning of the themes to this encoder, kept from one document to the next."""
    return _known.setdefault((encoder.fingerprint, encoder.dimension), ThemeMeaning(encoder))


def beside(passages: Sequence[Passage]) -> list[list[int]]:
    """For each passage the numbers of the searchable ones just before and after it, if they stand in its section."""
    found: list[list[int]] = [[] for _ in passages]
    searchable = [number for number, passage in enumerate(passages) if passage.searchable]
    for one, other in pairwise(searchable):
        if passages[one].heading_path == passages[other].heading_path:
            found[one].append(other)
            found[other].append(one)
    return found


def theme_texts() -> Iterator[tuple[int, str]]:
    """(number among LEAVES, text) of each part: the theme's name and ten of its cues, or an example of what is said.

    The examples stand first. With them, cross-validated on the split "work" by document, the surest theme is the best
    label in 75 % of the passages and one of the labels in 91 %, without them in 71 and 89 %.
    """
    for leaf, text in examples():
        if leaf != NO_THEME:
            yield LEAVES.index(leaf), text
    for at, leaf in enumerate(LEAVES):
        theme = THEMES[leaf]
        for first in range(0, len(theme.cues), _CUES_A_PART):
            yield at, f"{theme.label}: {', '.join(theme.cues[first : first + _CUES_A_PART])}"


def examples() -> list[tuple[str, str]]:
    """(leaf or NO_THEME, text) of each row of `ingest/data/theme_examples.tsv`."""
    return [(row["theme"], row["text"]) for row in read_rows("theme_examples.tsv")]


def _nearest(cosines: Rows, most: int) -> Vector:
    """The mean of the highest few of each row."""
    count = min(most, cosines.shape[1])
    means: Vector = np.partition(cosines, -count, axis=1)[:, -count:].mean(axis=1)
    return means


def _unit(rows: Rows) -> Rows:
    """Each row at unit length; zeros stay zeros."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1.0), np.float32)


def _standardised(scores: Rows) -> Rows:
    """Each row less its mean, in its standard deviations; a row of equal scores gives zeros."""
    spread = scores.std(axis=1, keepdims=True)
    centred: Rows = (scores - scores.mean(axis=1, keepdims=True)) / np.where(spread > 0, spread, 1.0)
    return centred
