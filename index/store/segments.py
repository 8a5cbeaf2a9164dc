"""Vectors in pieces: what `index/vectors.py` searches, and the files in which a piece is kept.

A piece is never changed once it is written. What is new becomes a piece of its own, which takes in the smaller ones
before it, so that a row is rewritten a few times only and a full piece never: adding a document costs no more in a
library of a million passages than in a small one. Files are mapped into memory, not read: opening takes no longer
for a larger library, and the pages may be shared with other processes or given up.
"""

import itertools
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import faiss as _faiss
import numpy as np
import numpy.typing as npt

from index.store.streams import Ids, Vectors

faiss: Any = _faiss
"""Its stubs know neither its Python constructors nor its selectors."""

FULL = 1 << 18
"""Rows of a full piece. It holds bytes where smaller ones hold half precision: half the memory, and 1.6 times as fast.

Exact search of so many rows takes 13 ms on one core, so a library up to this size is searched exactly. Above that the
bytes find twice as many as are asked for, and the vectors that the library keeps tell them apart.
"""
_DEAD_SHARE = 0.25
"""Rows of removed passages are skipped, until they are more than this share: then the piece is made anew."""

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Segment:
    """Vectors of passages: row i is passage `ids[i]`; ids ascend.

    Attributes:
        alive: False for a row whose passage is gone.
        index: FAISS's, searched by inner product.
        generation: of the library when the piece was made: passages that went before that aren't in it.
        name: of its files; "" for a piece in memory.
    """

    ids: Ids
    alive: Mask
    index: Any
    generation: int = 0
    name: str = ""

    @property
    def coarse(self) -> bool:
        """Whether its scores are rounded."""
        return len(self.ids) >= FULL

    @property
    def worn(self) -> bool:
        """Whether too many of its rows are dead."""
        return bool(1 - self.alive.mean() > _DEAD_SHARE)

    def shares(self, rows: int) -> list[tuple[int, int]]:
        """Its rows in about equal shares of at most so many, (begin, end) each."""
        bounds = np.linspace(0, len(self.ids), -(-len(self.ids) // rows) + 1).astype(np.int64).tolist()
        return list(itertools.pairwise(bounds))

    def search(self, vector: Vectors, k: int, allowed: Ids | None, share: tuple[int, int]) -> tuple[Ids, Vectors]:
        """The k nearest of the allowed passages (ascending ids; all if None) in a share of the rows, best first, with
        their scores."""
        mask = np.zeros(len(self.ids), dtype=np.bool_)
        rows = slice(*share)
        mask[rows] = self.alive[rows] if allowed is None else self.alive[rows] & _mask(self.ids[rows], allowed)
        k = min(k, int(mask.sum()))
        if k == 0:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        selector = faiss.IDSelectorBitmap(np.packbits(mask, bitorder="little"))
        parameters = None if mask.all() else faiss.SearchParameters(sel=selector)
        # One question is searched by the thread that asks. FAISS wakes a team of threads for it all the same, which
        # wait by spinning: 27 ms of CPU a search instead of 11, and 90 ms by the clock of a busy machine.
        faiss.omp_set_num_threads(1)
        scores, nearest = self.index.search(vector.reshape(1, -1), k, params=parameters)
        return self.ids[nearest[0]], scores[0]

    def rows_of(self, ids: Ids) -> tuple[Mask, Ids]:
        """Which of the ids it has, and their rows."""
        rows = np.searchsorted(self.ids, ids)
        known = rows < len(self.ids)
        known[known] = self.ids[rows[known]] == ids[known]
        return known, rows[known]

    def vectors(self, rows: Ids) -> Vectors:
        """*Shape:* `(n_rows, dimension)`; rounded where the piece is coarse."""
        found: Vectors = self.index.reconstruct_batch(rows)
        return found

    def without(self, removed: Sequence[tuple[int, int]]) -> "Segment":
        """The same with the passages in these ranges (first, last) dead; itself where it has none of them."""
        if not removed:
            return self
        bounds = np.searchsorted(self.ids, np.add(removed, (0, 1)))
        hit = bounds[bounds[:, 0] < bounds[:, 1]]
        if not len(hit):
            return self
        alive = self.alive.copy()
        for begin, end in hit.tolist():
            alive[begin:end] = False
        return replace(self, alive=alive)


def _mask(ids: Ids, allowed: Ids) -> Mask:
    """Which ids are allowed; both ascend."""
    first, last = int(ids[0]), int(ids[-1])
    begin, end = np.searchsorted(allowed, [first, last + 1])
    table = np.zeros(last - first + 1, dtype=np.bool_)
    table[allowed[begin:end] - first] = True
    mask: Mask = table[ids - first]
    return mask


def segment(ids: Ids, vectors: Vectors) -> Segment:
    """A piece in memory."""
    kind = faiss.ScalarQuantizer.QT_8bit_uniform if len(ids) >= FULL else faiss.ScalarQuantizer.QT_fp16
    index = faiss.IndexScalarQuantizer(vectors.shape[1], kind, faiss.METRIC_INNER_PRODUCT)
    index.train(vectors)
    index.add(vectors)
    return Segment(ids, np.ones(len(ids), dtype=np.bool_), index)


def pieces(batches: Iterable[tuple[Ids, Vectors]]) -> Iterator[Segment]:
    """Full pieces of batches in order of passage, and one of the rest."""
    waiting: list[tuple[Ids, Vectors]] = []
    count = 0
    for ids, vectors in batches:
        if not len(ids):
            continue
        waiting.append((ids, vectors))
        count += len(ids)
        while count >= FULL:
            all_ids, all_vectors = _joined(waiting)
            yield segment(all_ids[:FULL], all_vectors[:FULL])
            waiting, count = [(all_ids[FULL:], all_vectors[FULL:])], count - FULL
    if count:
        yield segment(*_joined(waiting))


def _joined(batches: Sequence[tuple[Ids, Vectors]]) -> tuple[Ids, Vectors]:
    return np.concatenate([ids for ids, _ in batches]), np.concatenate([vectors for _, vectors in batches])


def kept_apart(old: Sequence[Segment], new: int) -> int:
    """How many of the old pieces stay as they are when `new` rows come after them; the others are joined to those."""
    kept = len(old)
    while kept and not old[kept - 1].coarse and len(old[kept - 1].ids) < 2 * new:
        kept -= 1
        new += len(old[kept].ids)
    return kept


def write(piece: Segment, folder: Path, name: str) -> Segment:
    """Keep a piece in files, safely on disk when this returns; gives the piece as it is read from them."""
    index, ids = _files(folder, name)
    for file in (index, ids):
        file.unlink(missing_ok=True)
    faiss.write_index(piece.index, str(index))
    np.save(ids, piece.ids)
    for file in (index, ids):
        with file.open("rb") as written:
            os.fsync(written.fileno())
    return read(folder, name, piece.generation)


def read(folder: Path, name: str, generation: int) -> Segment:
    """The piece in these files, mapped; raises OSError, ValueError or RuntimeError where they aren't whole."""
    index, ids = _files(folder, name)
    numbers: Ids = np.load(ids, allow_pickle=False)
    mapped = faiss.read_index(str(index), faiss.IO_FLAG_MMAP_IFC)
    if mapped.ntotal != len(numbers):
        raise ValueError(f"{index} has {mapped.ntotal} rows, {ids} {len(numbers)}")
    return Segment(numbers, np.ones(len(numbers), dtype=np.bool_), mapped, generation, name)


def drop_others(folder: Path, names: Iterable[str]) -> None:
    """Delete the files of pieces that are no longer used; who has them mapped keeps them until the end."""
    used = {file.name for name in names for file in _files(folder, name)}
    for file in folder.iterdir():
        if file.suffix in (".faiss", ".npy") and file.name not in used:
            file.unlink(missing_ok=True)


def _files(folder: Path, name: str) -> tuple[Path, Path]:
    return folder / f"{name}.faiss", folder / f"{name}.npy"
