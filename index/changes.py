"""What changed between two plans: speerpunten and passages side by side, aligned by meaning and by words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Literal, TypeVar

import numpy as np

from index.analysis import tokens
from index.encoder import Encoder
from index.follow import Place
from index.fuse import margins
from index.library import Library
from index.likeness import profile, shared
from index.named import place_named, subject_words
from index.rareness import Rareness
from index.rows import DocumentRow, FactRow, PassageRow
from index.streams import Vectors
from ingest.fact_types import Speerpunt

Row = TypeVar("Row")
Kind = Literal["same", "changed", "new", "dropped"]

_WORDS = 8.0
"""What sharing all words weighs, beside how far the likeness in meaning lies above the library's background."""
_SPEERPUNT = 8.0
_PASSAGE = 3.0
"""From these a pair is about the same: see docs/decisions.md, "Wat veranderde er"."""
_NEAREST = 5
"""Of each passage so many of the other plan are compared by words too."""
_SAME = 0.95
"""Share of all words that two texts have in common, from which they are called the same."""


@dataclass(frozen=True, slots=True)
class Change(Generic[Row]):
    """A part of the old plan and what it became; one side is None for what is new or was dropped.

    Attributes:
        named: of a speerpunt that only one plan has, where the other names it all the same.
    """

    kind: Kind
    old: Row | None
    new: Row | None
    named: Place | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """Two plans beside each other; what both have comes in the order of the new one, what was dropped last."""

    old: DocumentRow
    new: DocumentRow
    speerpunten: tuple[Change[FactRow], ...]
    passages: tuple[Change[PassageRow], ...]


def changes(library: Library, encoder: Encoder, old: DocumentRow, new: DocumentRow) -> Changes:
    """Compare two documents of the library, the older one first."""
    with library.snapshot():
        comparison = _Comparison(library, encoder)
        passages = [[row for row in library.passages_of(document.id) if row.searchable] for document in (old, new)]
        facts = [_speerpunten(library, document) for document in (old, new)]
        speerpunten = comparison.named(comparison.speerpunten(*facts), *passages)
        return Changes(old, new, speerpunten, comparison.passages(*passages))


class _Comparison:
    """Compares rows of two documents in one library."""

    def __init__(self, library: Library, encoder: Encoder) -> None:
        self._library = library
        self._encoder = encoder
        self._rareness = Rareness(library)

    def speerpunten(self, old: Sequence[FactRow], new: Sequence[FactRow]) -> tuple[Change[FactRow], ...]:
        """By their labels and by the passages in which they stand."""
        if not old or not new:
            return _changes(old, new, [], _label)
        labels = self._margins(*(self._encoder.encode_passages([_label(row) for row in rows]) for rows in (old, new)))
        passages = self._margins(*(self._of([row.passage_id or 0 for row in rows]) for rows in (old, new)))
        words = self._words(old, new, _label, np.full((len(old), len(new)), True))
        return _changes(old, new, _pairs(labels + passages + _WORDS * words, _SPEERPUNT), _label)

    def named(
        self, found: Iterable[Change[FactRow]], old: Sequence[PassageRow], new: Sequence[PassageRow]
    ) -> tuple[Change[FactRow], ...]:
        """With the place where the plan that doesn't have a speerpunt names it."""
        return tuple(
            replace(change, named=place_named(_label(change.old), new, self._rareness))
            if change.old and not change.new
            else replace(change, named=place_named(_label(change.new), old, self._rareness))
            if change.new and not change.old
            else change
            for change in found
        )

    def passages(self, old: Sequence[PassageRow], new: Sequence[PassageRow]) -> tuple[Change[PassageRow], ...]:
        if not old or not new:
            return _changes(old, new, [], _text)
        meaning = self._margins(*(self._of([row.id for row in rows]) for rows in (old, new)))
        best = np.argsort(-meaning, axis=1)[:, :_NEAREST]
        near = np.full(meaning.shape, False)
        np.put_along_axis(near, best, True, axis=1)
        score = np.where(near, meaning + _WORDS * self._words(old, new, _text, near), -np.inf)
        return _changes(old, new, _pairs(score, _PASSAGE), _text)

    def _of(self, passage_ids: Sequence[int]) -> Vectors:
        return self._library.vectors.of(np.array(passage_ids, dtype=np.int64))

    def _margins(self, old: Vectors, new: Vectors) -> Vectors:
        """How far each likeness lies above the background. *Shape:* `(len(old), len(new))`"""
        return np.stack([margins(self._library, vector, new @ vector) for vector in old])

    def _words(
        self, old: Sequence[Row], new: Sequence[Row], text: Callable[[Row], str], where: np.typing.NDArray[np.bool_]
    ) -> Vectors:
        one, other = ([profile(text(row), self._rareness) for row in rows] for rows in (old, new))
        result = np.zeros(where.shape, dtype=np.float32)
        for i, j in np.argwhere(where):
            result[i, j] = shared(one[i], other[j], 1.0)[0]
        return result


def _pairs(score: Vectors, least: float) -> list[tuple[int, int]]:
    """The best pair, then the best of what is left, and so on down to `least`; each row and column once."""
    order = np.column_stack(np.unravel_index(np.argsort(-score, axis=None, kind="stable"), score.shape))
    old, new, found = set(), set(), []
    for i, j in order:
        if score[i, j] < least:
            break
        if i not in old and j not in new:
            old.add(i)
            new.add(j)
            found.append((int(i), int(j)))
    return found


def _changes(
    old: Sequence[Row], new: Sequence[Row], pairs: Iterable[tuple[int, int]], text: Callable[[Row], str]
) -> tuple[Change[Row], ...]:
    before = {j: i for i, j in pairs}
    found: list[Change[Row]] = []
    for j, row in enumerate(new):
        if j not in before:
            found.append(Change("new", None, row))
            continue
        was = old[before[j]]
        found.append(Change("same" if _is_same(text(was), text(row)) else "changed", was, row))
    kept = set(before.values())
    found += [Change("dropped", row, None) for i, row in enumerate(old) if i not in kept]
    return tuple(found)


def _is_same(one: str, other: str) -> bool:
    words, others = ({token.exact for token in tokens(text)} for text in (one, other))
    return len(words & others) >= _SAME * len(words | others)


def _label(row: FactRow) -> str:
    return row.fact.label if isinstance(row.fact, Speerpunt) else row.fact.text


def _text(row: PassageRow) -> str:
    return row.text


def _speerpunten(library: Library, document: DocumentRow) -> list[FactRow]:
    """Each once: what a row of a table gives in fewer words than the plan has elsewhere is no other speerpunt."""
    rows = _once(library.facts("speerpunt", document_id=document.id))
    text = library.text(document.id) if rows else ""
    words = [subject_words(_label(row)) for row in rows]
    return [
        row for row, own in zip(rows, words, strict=True) if not (_in_table(text, row) and any(own < w for w in words))
    ]


def _in_table(text: str, row: FactRow) -> bool:
    start, end = text.rfind("\n", 0, row.fact.start) + 1, text.find("\n", row.fact.end)
    return "|" in text[start : end if end >= 0 else len(text)]


def _once(rows: Sequence[FactRow]) -> list[FactRow]:
    """Each label once, where it is first said."""
    return list({_label(row).casefold(): row for row in reversed(rows)}.values())[::-1]
