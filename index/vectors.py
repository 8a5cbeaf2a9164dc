"""The vectors of a library's passages, searched with FAISS: a cache of what the library holds.

The cache is one file, `vectors.faiss`, replaced as a whole; its first line says which library and generation it
is of. What the library has gained or lost since is read from the library itself, so a cache that lags behind,
or is gone, costs time and never an answer.
"""

import json
import os
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import faiss as _faiss
import numpy as np
import numpy.typing as npt

from index.reader import Reader
from index.streams import Ids, Vectors

VECTORS_FILE = "vectors.faiss"
_VERSION = 1
_DEAD_SHARE = 0.25
"""Rows of removed passages are skipped, until they are more than this share: then the index is made anew."""

faiss: Any = _faiss
"""Its stubs know neither its Python constructors nor its callbacks."""

_SAMPLE = 512
_FEWEST = 10
"""Of fewer vectors no background can be measured."""
_LEAST_SPREAD = 1e-3

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Header:
    """The first line of the file."""

    version: int
    library_id: str
    generation: int
    dimension: int


@dataclass(frozen=True, slots=True)
class Background:
    """What a library has on any subject.

    Attributes:
        mean: of its vectors; its product with a question's vector is the cosine that says nothing.
        spread: the standard deviation of the cosines between its vectors; None for a library too small to tell.
    """

    mean: Vectors
    spread: float | None


class VectorIndex:
    """All vectors of a library; may be shared between threads, which take turns.

    Row i of the FAISS index is passage `ids[i]`; ids ascend, for passages are numbered as they come.
    """

    def __init__(self, library: Reader) -> None:
        """Nothing is read until the first search."""
        self._library = library
        self._lock = threading.Lock()
        self._generation = -1
        self._saved_generation = -1
        self._ids: Ids = np.empty(0, dtype=np.int64)
        self._alive: Mask = np.empty(0, dtype=np.bool_)
        self._index: Any = _empty(library.dimension)
        self._background: Background | None = None

    def nearest(self, vector: Vectors, k: int, allowed: Ids | None = None) -> tuple[Ids, Vectors]:
        """The k passages nearest to a unit vector, best first, with their cosines.

        A search among `allowed` ids (ascending) is an exact scan of just those: an approximate index under
        such a filter loses 44-85 % of what should be found.
        """
        with self._lock:
            self._catch_up()
            mask = self._mask(allowed)
            k = min(k, int(mask.sum()))
            if k == 0:
                return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
            selector = faiss.IDSelectorBitmap(np.packbits(mask, bitorder="little"))
            parameters = None if mask.all() else faiss.SearchParameters(sel=selector)
            scores, rows = self._index.search(vector.reshape(1, -1), k, params=parameters)
            return self._ids[rows[0]], scores[0]

    def cosines(self, vector: Vectors, ids: Ids) -> Vectors:
        """The cosine of each passage; 0 for one that has no vector."""
        cosines: Vectors = self.of(ids) @ vector
        return cosines

    def of(self, ids: Ids) -> Vectors:
        """The vector of each passage; zeros for one that has none. *Shape:* `(len(ids), dimension)`"""
        with self._lock:
            self._catch_up()
            rows = np.searchsorted(self._ids, ids)
            known = rows < len(self._ids)
            known[known] = self._ids[rows[known]] == ids[known]
            result = np.zeros((len(ids), self._library.dimension), dtype=np.float32)
            if known.any():
                result[known] = self._index.reconstruct_batch(rows[known])
            return result

    def background(self) -> Background:
        """What the library's vectors have in common, measured on at most 512 of them."""
        with self._lock:
            self._catch_up()
            if self._background is None:
                self._background = self._measure()
            return self._background

    def _measure(self) -> Background:
        rows = np.flatnonzero(self._alive)
        if len(rows) < _FEWEST:
            return Background(np.zeros(self._library.dimension, dtype=np.float32), None)
        chosen = rows[np.linspace(0, len(rows) - 1, min(_SAMPLE, len(rows))).astype(np.int64)]
        sample: Vectors = self._index.reconstruct_batch(chosen)
        return Background(sample.mean(axis=0), max(float(np.std(sample[::2] @ sample[1::2].T)), _LEAST_SPREAD))

    def save(self) -> None:
        """Bring the file up to date; for the writer of the library."""
        with self._lock:
            self._catch_up()
            if self._saved_generation == self._generation:
                return
            file = self._library.folder / VECTORS_FILE
            scratch = file.with_suffix(".tmp")
            header = _Header(_VERSION, self._library.library_id, self._generation, self._library.dimension)
            with scratch.open("wb") as writer:
                fields = {name: getattr(header, name) for name in _Header.__slots__}
                writer.write(json.dumps(fields).encode() + b"\n")
                np.save(writer, np.stack([self._ids, self._alive.astype(np.int64)]))
                faiss.write_index(self._index, faiss.PyCallbackIOWriter(writer.write))
                writer.flush()
                os.fsync(writer.fileno())
            scratch.replace(file)
            self._saved_generation = self._generation

    def _catch_up(self) -> None:
        """Read the file if that wasn't done, then what the library changed since."""
        if self._generation < 0:
            self._load()
        with self._library.snapshot():
            generation = self._library.generation
            if generation == self._generation:
                return
            for first, last in self._library.removed_since(self._generation):
                begin, end = np.searchsorted(self._ids, [first, last + 1])
                self._alive[begin:end] = False
            for ids, vectors in self._library.vectors_since(self._generation):
                self._append(ids, vectors)
            self._generation = generation
        self._background = None
        if len(self._alive) and 1 - self._alive.mean() > _DEAD_SHARE:
            self._compact()

    def _append(self, ids: Ids, vectors: Vectors) -> None:
        self._index.add(vectors)
        self._ids = np.concatenate([self._ids, ids])
        self._alive = np.concatenate([self._alive, np.ones(len(ids), dtype=np.bool_)])

    def _compact(self) -> None:
        rows = np.flatnonzero(self._alive)
        index = _empty(self._library.dimension)
        if len(rows):
            index.add(self._index.reconstruct_batch(rows))
        self._index, self._ids, self._alive = index, self._ids[rows], np.ones(len(rows), dtype=np.bool_)

    def _mask(self, allowed: Ids | None) -> Mask:
        """Rows that may be found."""
        if allowed is None:
            return self._alive
        mask = np.zeros(len(self._ids), dtype=np.bool_)
        rows = np.searchsorted(self._ids, allowed)
        known = rows < len(self._ids)
        known[known] = self._ids[rows[known]] == allowed[known]
        mask[rows[known]] = True
        return mask & self._alive

    def _load(self) -> None:
        """Take the file's state where it is one of this library's; else begin with nothing."""
        self._generation = 0
        loaded = _read(self._library.folder / VECTORS_FILE, self._library)
        if loaded is not None:
            header, self._ids, self._alive, self._index = loaded
            self._generation = self._saved_generation = header.generation


def _empty(dimension: int) -> Any:
    """Exact search over half precision, which is what the library keeps: nothing is lost, and half the memory of
    single precision used."""
    return faiss.IndexScalarQuantizer(dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)


def _read(file: Path, library: Reader) -> tuple[_Header, Ids, Mask, Any] | None:
    try:
        with file.open("rb") as reader:
            header = _Header(**json.loads(reader.readline()))
            belongs = (header.version, header.library_id, header.dimension) == (
                _VERSION,
                library.library_id,
                library.dimension,
            )
            if not belongs or header.generation > library.generation:
                return None
            ids, alive = np.load(reader, allow_pickle=False)
            index = faiss.read_index(faiss.PyCallbackIOReader(reader.read))
            return header, ids, alive.astype(np.bool_), index
    except (OSError, ValueError, TypeError, RuntimeError):
        return None
