"""What changed between two plans: speerpunten and passages side by side, aligned by meaning and by words."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Literal, TypeVar

import numpy as np

from index.encoder import Encoder
from index.finding.fuse import margins
from index.follow import Place
from index.language.analysis import tokens
from index.language.likeness import profile, shared
from index.language.matter import acts
from index.library import Library
from index.store.rows import DocumentRow, FactRow, PassageRow
from index.store.streams import Vectors
from index.tracing.figure_pairs import FigurePair, figure_pairs
from index.tracing.named import Naming, subject_words
from index.tracing.quoting import is_figures
from index.tracing.rareness import Rareness
from ingest.fact_types import Speerpunt

Row = TypeVar("Row")
Where = np.typing.NDArray[np.bool_]
Kind = Literal["same", "changed", "new", "dropped"]

_LABEL_WORDS = 2.7
_RAREST_SHARED = 7.5
"""What it weighs that two labels share all words, and that the passages of two speerpunten share three of the rarest,
beside how far the likeness in meaning of both lies above the library's background."""
_SPEERPUNT = 10.0
"""From this a pair is about the same; it and the weights were fitted on the labels of `evaluation/changes.csv`: see
docs/decisions.md, "Wat veranderde er"."""
_WORDS = 8.0
_RAREST = 3.0
_HEADING = 2.5
_PASSAGE = 7.0
"""The same of passages: what sharing all words weighs, three of the rarest, and all words of the innermost heading.
From `_PASSAGE` nearly all pairs are about the same, below it half of them: see docs/decisions.md."""
_INDICATORS = "indicator"
_NOTE = re.compile(r"\*{2,}\s?\S|\*[^\W\d_]")
"""How a note begins ("** Bron: CBS", "*exclusief rente"); a star and a space may be a list."""
_SENTENCE = 40
"""Characters of a line that is a sentence, and not the title or the date of a plan."""
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
    figures: tuple[FigurePair, ...]
    passages: tuple[Change[PassageRow], ...]


def changes(library: Library, encoder: Encoder, old: DocumentRow, new: DocumentRow) -> Changes:
    """Compare two documents of the library, the older one first."""
    with library.snapshot():
        comparison = _Comparison(library, encoder)
        passages = [_told(library.passages_of(document.id)) for document in (old, new)]
        facts = [_speerpunten(library, document) for document in (old, new)]
        speerpunten = comparison.named(comparison.speerpunten(*facts), *passages)
        figures = figure_pairs(*(library.facts("indicator", document_id=document.id) for document in (old, new)))
        return Changes(old, new, speerpunten, figures, comparison.passages(*passages))


def by_theme(passages: Iterable[Change[PassageRow]]) -> dict[str | None, list[Change[PassageRow]]]:
    """By the first theme of the passage, of the new plan's where it has one; most first, without a theme last."""
    found: dict[str | None, list[Change[PassageRow]]] = defaultdict(list)
    for change in passages:
        row = change.new or change.old
        found[row.themes[0].theme if row and row.themes else None].append(change)
    return dict(sorted(found.items(), key=lambda item: (item[0] is None, -len(item[1]), item[0] or "")))


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
        everywhere = np.full((len(old), len(new)), True)
        words, _ = self._shared([_label(row) for row in old], [_label(row) for row in new], everywhere)
        _, rarity = self._shared(self._around(old), self._around(new), everywhere)
        score = labels + passages + _LABEL_WORDS * words + _RAREST_SHARED * rarity
        return _changes(old, new, _pairs(score, _SPEERPUNT), _label)

    def named(
        self, found: Iterable[Change[FactRow]], old: Sequence[PassageRow], new: Sequence[PassageRow]
    ) -> tuple[Change[FactRow], ...]:
        """With the place where the plan that doesn't have a speerpunt names it."""
        before, after = Naming(old, self._rareness), Naming(new, self._rareness)
        return tuple(
            replace(change, named=after.place(_label(change.old)))
            if change.old and not change.new
            else replace(change, named=before.place(_label(change.new)))
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
        words, rarity = self._shared([row.text for row in old], [row.text for row in new], near)
        headings, _ = self._shared([_heading(row) for row in old], [_heading(row) for row in new], near)
        score = np.where(near, meaning + _WORDS * words + _RAREST * rarity + _HEADING * headings, -np.inf)
        return _changes(old, new, _pairs(score, _PASSAGE), _text)

    def _of(self, passage_ids: Sequence[int]) -> Vectors:
        return self._library.vectors.of(np.array(passage_ids, dtype=np.int64))

    def _margins(self, old: Vectors, new: Vectors) -> Vectors:
        """How far each likeness lies above the background. *Shape:* `(len(old), len(new))`"""
        return np.stack([margins(self._library, vector, new @ vector) for vector in old])

    def _around(self, rows: Sequence[FactRow]) -> list[str]:
        """The passages that speerpunten stand in; of one that stands in none its own words."""
        passages = {row.id: row.text for row in self._library.passages([row.passage_id or 0 for row in rows])}
        return [passages.get(row.passage_id or 0, row.fact.text) for row in rows]

    def _shared(self, old: Sequence[str], new: Sequence[str], where: Where) -> tuple[Vectors, Vectors]:
        """How far the words of texts are the same, and how rare the rarest of these are; 0 elsewhere than `where`.

        Words that stand in any plan ("samenwerking", "veiligheid") tell no matter from another.
        """
        one, other = ([profile(text, self._rarity) for text in texts] for texts in (old, new))
        words, rarest = np.zeros(where.shape, dtype=np.float32), np.zeros(where.shape, dtype=np.float32)
        for i, j in np.argwhere(where):
            words[i, j], rarest[i, j] = shared(one[i], other[j], self._rareness.highest)
        return words, rarest

    def _rarity(self, word: str) -> float:
        return 0.0 if word in acts() else self._rareness(word)


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


def _told(rows: Sequence[PassageRow]) -> list[PassageRow]:
    """The passages from the first that has a sentence, for what stands before is a title page, and nothing on figures:
    the tables of any two programmes are alike but for what can't be compared by words, and indicators, what they
    mean included, stand in a table of their own."""
    held = [row for row in rows if row.searchable and not (_is_of_figures(row.text) or _is_beside(row))]
    first = next((number for number, row in enumerate(held) if _has_sentence(row.text)), 0)
    return held[first:]


def _is_of_figures(text: str) -> bool:
    """Whether half of the lines, or more, are rows of figures."""
    lines = [line for line in text.splitlines() if line.strip()]
    return 2 * sum(map(is_figures, lines)) >= len(lines)


def _is_beside(row: PassageRow) -> bool:
    """Whether it only explains: what stands below a heading on indicators, or notes at the foot of a page."""
    lines = [line.strip() for line in row.text.splitlines() if line.strip()]
    return _INDICATORS in _heading(row).casefold() or all(map(_NOTE.match, lines))


def _has_sentence(text: str) -> bool:
    lines = [line.strip() for line in text.splitlines()]
    return any(len(line) >= _SENTENCE and line.endswith((".", "?", "!")) for line in lines)


def _heading(row: PassageRow) -> str:
    return " ".join(row.heading_path[-1:])


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
