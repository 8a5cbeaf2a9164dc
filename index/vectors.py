"""The vectors of a library's passages, searched by meaning: a cache of what the library holds.

The cache is the folder `vectors`, with the pieces of `index/store/segments.py` and one list of them, which says of
which library and generation they are and is replaced as a whole. What the library has gained or lost since is read from
the library itself, so a cache that lags behind, or is gone, costs time and never an answer.
"""

import itertools
import json
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

import numpy as np

from index.settings import thread_count
from index.store import segments
from index.store.reader import Reader
from index.store.segments import Segment
from index.store.streams import Ids, Vectors

VECTORS_FOLDER = "vectors"
_LIST = "pieces.json"
_VERSION = 2
_FINER = 2
"""How many times as many passages a coarse search finds as are asked for, before their own vectors tell them apart:
of the ten nearest among a million .97 are right without, 1.00 with."""
_AT_ONCE = 1 << 16
"""Rows that one thread searches at a time, at least: all that are outside of its share are passed over one by one."""
_ATTEMPTS = 3
_SAMPLE = 512
_FEWEST = 10
"""Of fewer vectors no background can be measured."""
_LEAST_SPREAD = 1e-3


@dataclass(frozen=True, slots=True)
class Background:
    """What a library has on any subject.

    Attributes:
        mean: of its vectors; its product with a question's vector is the cosine that says nothing.
        spread: the standard deviation of the cosines between its vectors; None for a library too small to tell.
    """

    mean: Vectors
    spread: float | None


@dataclass(frozen=True, slots=True)
class _State:
    """All pieces of one generation, in order of passage; those in memory come after those in files."""

    generation: int = 0
    pieces: tuple[Segment, ...] = ()


class VectorIndex:
    """All vectors of a library; may be shared between threads."""

    def __init__(self, library: Reader) -> None:
        """Nothing is read until the first search."""
        self._library = library
        self._folder = library.folder / VECTORS_FOLDER
        self._lock = threading.Lock()
        self._state: _State | None = None
        self._background: tuple[int, Background] | None = None

    def nearest(self, vector: Vectors, k: int, allowed: Ids | None = None) -> tuple[Ids, Vectors]:
        """The k passages nearest to a unit vector, best first, with their cosines.

        A search among `allowed` ids (ascending) is an exact scan of just those: an approximate index under
        such a filter loses 44-85 % of what should be found.
        """
        pieces = self._current().pieces
        coarse = any(piece.coarse for piece in pieces)
        wanted = _FINER * k if coarse else k
        rows = max(_AT_ONCE, sum(len(piece.ids) for piece in pieces) // thread_count())
        shares = [
            partial(piece.search, vector, wanted, allowed, share) for piece in pieces for share in piece.shares(rows)
        ]
        beside = [self._threads.submit(share) for share in shares[1:]]
        found = [share() for share in shares[:1]]
        ids, scores = _best([*found, *(future.result() for future in beside)], wanted)
        return _best([(ids, self.cosines(vector, ids))], k) if coarse else (ids, scores)

    @cached_property
    def _threads(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(max(1, thread_count() - 1))

    def cosines(self, vector: Vectors, ids: Ids) -> Vectors:
        """The cosine of each passage; 0 for one that has no vector."""
        cosines: Vectors = self.of(ids) @ vector
        return cosines

    def of(self, ids: Ids) -> Vectors:
        """The vector of each passage; zeros for one that has none. *Shape:* `(len(ids), dimension)`"""
        result = np.zeros((len(ids), self._library.dimension), dtype=np.float32)
        rounded = np.zeros(len(ids), dtype=np.bool_)
        for piece in self._current().pieces:
            known, rows = piece.rows_of(ids)
            if piece.coarse:
                rounded |= known
            elif len(rows):
                result[known] = piece.vectors(rows)
        if rounded.any():
            result[rounded] = self._library.vectors_of(ids[rounded])
        return result

    def background(self) -> Background:
        """What the library's vectors have in common, measured on at most 512 of them."""
        state = self._current()
        if self._background is None or self._background[0] != state.generation:
            self._background = (state.generation, self._measure(state.pieces))
        return self._background[1]

    def _measure(self, pieces: Sequence[Segment]) -> Background:
        alive = [np.flatnonzero(piece.alive) for piece in pieces]
        count = sum(map(len, alive))
        if count < _FEWEST:
            return Background(np.zeros(self._library.dimension, dtype=np.float32), None)
        chosen = np.linspace(0, count - 1, min(_SAMPLE, count)).astype(np.int64)
        begins = np.cumsum([0, *map(len, alive)])
        parts = []
        for piece, rows, begin, end in zip(pieces, alive, begins, begins[1:], strict=False):
            own = chosen[(chosen >= begin) & (chosen < end)] - begin
            parts.append(piece.vectors(rows[own]))
        sample: Vectors = np.concatenate(parts)
        return Background(sample.mean(axis=0), max(float(np.std(sample[::2] @ sample[1::2].T)), _LEAST_SPREAD))

    def save(self) -> None:
        """Bring the folder up to date; for the writer of the library."""
        with self._lock, self._library.snapshot():
            kept, generation = self._read() or _State(), self._library.generation
            if kept.generation == generation and kept.pieces:
                return
            self._folder.mkdir(exist_ok=True)
            pieces = self._rewritten(kept, generation)
            self._list(pieces, generation)
            segments.drop_others(self._folder, (piece.name for piece in pieces))
            self._state = None

    def _rewritten(self, kept: _State, generation: int) -> list[Segment]:
        """The pieces in files: those that stay, and new ones of what came since, with the small and the worn ones."""
        names = (f"{generation:09}-{number:03}" for number in itertools.count())

        def written(batches: Iterable[tuple[Ids, Vectors]]) -> list[Segment]:
            made = (replace(piece, generation=generation) for piece in segments.pieces(batches))
            return [segments.write(piece, self._folder, next(names)) for piece in made]

        old: list[Segment] = []
        for piece in kept.pieces:
            old += written([self._living(piece)]) if piece.worn else [piece]
        apart, batches = self._joined(old, kept.generation)
        return [*apart, *written(batches)]

    def _joined(
        self, old: Sequence[Segment], generation: int
    ) -> tuple[Sequence[Segment], Iterator[tuple[Ids, Vectors]]]:
        """The pieces that stay apart, and the rows of the others with what came after the generation."""
        added = self._library.passages_added_since(generation)
        apart = segments.kept_apart(old, added) if added else len(old)
        rows = itertools.chain(map(self._living, old[apart:]), self._library.vectors_since(generation))
        return old[:apart], rows

    def _living(self, piece: Segment) -> tuple[Ids, Vectors]:
        """The rows of a piece that aren't dead, none rounded."""
        rows = np.flatnonzero(piece.alive)
        ids = piece.ids[rows]
        return ids, self._library.vectors_of(ids) if piece.coarse else piece.vectors(rows)

    def _current(self) -> _State:
        """The state of the library as it is now, for this thread."""
        with self._lock, self._library.snapshot():
            generation = self._library.generation
            if self._state is None or self._state.generation != generation:
                self._state = self._caught_up(generation)
            return self._state

    def _caught_up(self, generation: int) -> _State:
        """The newest of what is in files and in memory, then what the library changed since."""
        newest = max(self._read() or _State(), self._state or _State(), key=lambda state: state.generation)
        removed = self._library.removed_since(newest.generation)
        pieces = [piece.without(removed) for piece in newest.pieces]
        filed = [piece for piece in pieces if piece.name]
        apart, batches = self._joined([piece for piece in pieces if not piece.name], newest.generation)
        return _State(generation, (*filed, *apart, *segments.pieces(batches)))

    def _list(self, pieces: Sequence[Segment], generation: int) -> None:
        """Replace the list of pieces: from here on the others count no more."""
        listed = {
            **self._belonging(),
            "generation": generation,
            "pieces": [{"name": piece.name, "generation": piece.generation} for piece in pieces],
        }
        scratch = self._folder / f"{_LIST}.tmp"
        with scratch.open("w") as writer:
            json.dump(listed, writer)
            writer.flush()
            os.fsync(writer.fileno())
        scratch.replace(self._folder / _LIST)

    def _belonging(self) -> dict[str, object]:
        """What a list must say to be one of this library's."""
        return {"version": _VERSION, "library": self._library.library_id, "dimension": self._library.dimension}

    def _read(self) -> _State | None:
        """What is in files; None where that isn't whole, or not of this library or of its future.

        A list may be replaced, and what it named deleted, while it is being read: then the next is read.
        """
        for _ in range(_ATTEMPTS):
            try:
                listed = json.loads((self._folder / _LIST).read_text())
                if not self._belonging().items() <= listed.items() or listed["generation"] > self._library.generation:
                    return None
                return self._opened(listed)
            except (OSError, ValueError, TypeError, KeyError, AttributeError, RuntimeError):
                continue
        return None

    def _opened(self, listed: dict[str, Any]) -> _State:
        """The pieces of a list, without the rows of passages that are gone since they were written."""
        have = {piece.name: piece for piece in self._state.pieces} if self._state else {}
        entries = [(str(entry["name"]), int(entry["generation"])) for entry in listed["pieces"]]
        removed = self._library.removed_since(min((generation for _, generation in entries), default=0))
        pieces = [have.get(name) or segments.read(self._folder, name, generation) for name, generation in entries]
        return _State(listed["generation"], tuple(piece.without(removed) for piece in pieces))


def _best(found: Sequence[tuple[Ids, Vectors]], k: int) -> tuple[Ids, Vectors]:
    """The k highest scores of several lists."""
    if not found:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
    ids, scores = (np.concatenate(column) for column in zip(*found, strict=True))
    order = np.lexsort((ids, -scores))[:k]
    return ids[order], scores[order]
