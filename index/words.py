"""Full text search of a library's passages with tantivy: a cache of what the library holds.

The cache is the folder `words`. One marker among its entries says which library, analysis and generation it is
of; it changes in the same commit as the entries. What the library has gained or lost since is indexed in memory
by whoever searches, so a cache that lags behind, or is gone, costs time and never an answer.
"""

import math
import shutil
import threading
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tantivy

from index.language.analysis import fingerprint
from index.store.reader import Reader
from index.store.streams import Ids, SearchText, Vectors, among
from index.store.word_entries import SCHEMA, add_all, entry_of

WORDS_FOLDER = "words"
_HEAP = 64_000_000
"""Bytes that the writer of the index may use before it writes a segment."""
_FEW = 200
"""Ids that are looked up one by one: 100 of 100 thousand passages take .8 ms, as a set 2.2."""
_FURTHER = 5
"""How many times as many of the best of all are searched as would do if words didn't care for the filter: with 2 more
than half of the questions on a theme found too few, with 5 one of thirty."""
_DEARER = 2
"""How many of the best of all may be searched instead of looking up one id: that takes 3.5 us, each of the best .7."""
_MANY_DOCUMENTS = 500
_PEEK = 200


@dataclass(frozen=True, slots=True)
class Term:
    """A token sought in one field ("stems", "parts" or "exact"), and what a match weighs."""

    field: str
    token: str
    weight: float


class WordIndex:
    """The words of all searchable passages; may be shared between threads."""

    def __init__(self, library: Reader) -> None:
        """Nothing is read until the first search."""
        self._library = library
        self._lock = threading.Lock()
        self._marker = f"{library.library_id}/{fingerprint()}"
        self._kept = _Part(None, 0)
        self._recent = _Part(None, 0)
        self._generation = -1
        self._removed: list[tuple[int, int]] = []
        self._frequencies: dict[tuple[str, str], int] = {}
        self._meanings: dict[str, list[str]] | None = None

    def best(
        self, terms: Sequence[Term], k: int, documents: Iterable[int] | None = None, passages: Ids | None = None
    ) -> tuple[Ids, Vectors]:
        """The k passages with the highest BM25 scores, best first, with those scores; only what has a term.

        Args:
            documents: ids of the documents to stay within; all if None.
            passages: ids of the passages to stay within (ascending); all if None.
        """
        if passages is not None:
            chosen = self._of_the_best(terms, k, passages)
            if chosen:
                return chosen
        with self._lock:
            self._catch_up()
            limits = [_within("document", documents), _within("id", passages), *map(_outside, self._removed)]
            found = [part.search(self._weighed(terms, part), limits, k) for part in (self._kept, self._recent)]
        ids = np.concatenate([part_ids for part_ids, _ in found])
        scores = np.concatenate([part_scores for _, part_scores in found])
        order = np.lexsort((ids, -scores))[:k]
        return ids[order], scores[order]

    def _of_the_best(self, terms: Sequence[Term], k: int, passages: Ids) -> tuple[Ids, Vectors] | None:
        """What `best` gives, by way of the best of all; None where too few of those are among the passages.

        To look up many ids takes tantivy longer: 25,000 of a million 88 ms, the best 20,000 of all 18.
        """
        likely, deepest = _FURTHER * k * self.size() // max(len(passages), 1), _DEARER * len(passages)
        for most in (likely, deepest) if likely < deepest else ():
            ids, scores = self.best(terms, most)
            inside = np.flatnonzero(among(ids, passages))[:k]
            if len(inside) == k or len(ids) < most:
                return ids[inside], scores[inside]
        return None

    def occurs(self, terms: Sequence[Term], documents: Sequence[int], passages: Ids) -> bool:
        """Whether one of the documents has a term; some of their passages are looked for first."""
        if len(documents) > _MANY_DOCUMENTS:
            best, _ = self.best(terms, _PEEK)
            if among(best, passages).any():
                return True
            under = self._library.headings_of(best.tolist())
            found = not {document for document, _ in under.values()}.isdisjoint(documents)
            if found or len(best) < _PEEK:
                return found
        return len(self.best(terms, 1, documents)[0]) > 0

    def documents_with(self, field: str, token: str) -> int:
        """In how many passages a token occurs."""
        with self._lock:
            self._catch_up()
            return self._frequency(field, token)

    def size(self) -> int:
        """The number of passages."""
        with self._lock:
            self._catch_up()
            return self._kept.size + self._recent.size

    def vocabulary(self, field: str, prefix: str) -> dict[str, int]:
        """The tokens of a field that begin so, and in how many passages each occurs."""
        with self._lock:
            self._catch_up()
            found: dict[str, int] = {}
            for part in (self._kept, self._recent):
                for token, count in part.vocabulary(field, prefix):
                    found[token] = found.get(token, 0) + count
            return found

    def meant_by(self, name: str) -> tuple[str, ...]:
        """What texts say that a folded abbreviation stands for, as `name_stems`; for such a name, its abbreviations."""
        with self._lock:
            self._catch_up()
            if self._meanings is None:
                entries = (entry for part in (self._kept, self._recent) for entry, _ in part.vocabulary("explains", ""))
                split = (entry.partition("=") for entry in dict.fromkeys(entries))
                self._meanings = defaultdict(list)
                for short, _, meant in split:
                    self._meanings[short].append(meant)
            return tuple(self._meanings.get(name, ()))

    def holding(self, field: str, words: Sequence[str]) -> Ids:
        """All passages with these tokens of a field, ascending; of "exact" those that have them in a row."""
        with self._lock:
            self._catch_up()
            query = (
                tantivy.Query.phrase_query(SCHEMA, field, list(words))
                if len(words) > 1
                else tantivy.Query.term_query(SCHEMA, field, words[0], "freq")
            )
            limits = [*map(_outside, self._removed)]
            found = [part.search([query], limits, part.entries)[0] for part in (self._kept, self._recent)]
        return np.sort(np.concatenate(found))

    def save(self) -> None:
        """Bring the folder up to date; for the writer of the library. Made anew where it isn't of this library."""
        with self._lock, self._library.snapshot():
            folder = self._library.folder / WORDS_FOLDER
            generation = self._generation_of(folder)
            if generation is None:
                self._make(folder)
            elif generation != self._library.generation:
                try:
                    self._write(tantivy.Index(SCHEMA, str(folder)), generation)
                except ValueError:
                    # A writer that was killed may have left a file by the name that tantivy now wants to use.
                    self._make(folder)
            self._generation = -1

    def _make(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        self._write(tantivy.Index(SCHEMA, str(folder)), 0)

    def _generation_of(self, folder: Path) -> int | None:
        part = _open(folder, self._marker, self._library.generation)
        return part.generation if part else None

    def _write(self, index: tantivy.Index, since: int) -> None:
        """One commit: either all of it is there after a crash, or none."""
        writer = index.writer(_HEAP, 1)
        for first, last in self._library.removed_since(since):
            writer.delete_documents_by_query(_range(first, last))
        add_all(writer, self._library.passages_since(since))
        writer.delete_documents_by_term("marker", self._marker)
        writer.add_document(entry_of({"marker": self._marker, "generation": self._library.generation}))
        writer.commit()
        writer.wait_merging_threads()

    def _catch_up(self) -> None:
        with self._library.snapshot():
            generation = self._library.generation
            if generation == self._generation:
                return
            folder = self._library.folder / WORDS_FOLDER
            self._kept = _open(folder, self._marker, generation) or _Part(None, 0)
            self._removed = self._library.removed_since(self._kept.generation)
            self._recent = _in_memory(self._library.passages_since(self._kept.generation), generation)
            self._frequencies = {}
            self._meanings = None
            self._generation = generation

    def _frequency(self, field: str, token: str) -> int:
        known = self._frequencies.get((field, token))
        if known is None:
            known = self._kept.frequency(field, token) + self._recent.frequency(field, token)
            self._frequencies[field, token] = known
        return known

    def _weighed(self, terms: Sequence[Term], part: "_Part") -> list[tantivy.Query]:
        """The terms as queries, weighed so that a word is as rare in either part as it is in the whole."""
        total = self._kept.size + self._recent.size
        queries = []
        for term in terms:
            count = self._frequency(term.field, term.token)
            own = part.frequency(term.field, term.token)
            if own:
                ratio = rarity(count, total) / rarity(own, part.entries)
                query = tantivy.Query.term_query(SCHEMA, term.field, term.token, "freq")
                queries.append(tantivy.Query.boost_query(query, term.weight * ratio))
        return queries


class _Part:
    """A tantivy index of some generation, or none."""

    def __init__(self, searcher: tantivy.Searcher | None, generation: int, size: int = 0) -> None:
        """`size` counts passages; `entries`, by which tantivy reckons how rare a word is, the marker too."""
        self._searcher = searcher
        self.generation = generation
        self.size = size
        self.entries = int(searcher.num_docs) if searcher is not None else 0

    def frequency(self, field: str, token: str) -> int:
        return int(self._searcher.doc_freq(field, token)) if self._searcher is not None else 0

    def vocabulary(self, field: str, prefix: str) -> list[tuple[str, int]]:
        return list(self._searcher.terms_with_prefix(field, prefix)) if self._searcher is not None else []

    def search(
        self, queries: list[tantivy.Query], limits: Sequence[tuple[tantivy.Occur, tantivy.Query] | None], k: int
    ) -> tuple[Ids, Vectors]:
        if self._searcher is None or not queries or k < 1:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        wanted = tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in queries])
        query = tantivy.Query.boolean_query([(tantivy.Occur.Must, wanted), *filter(None, limits)])
        hits = self._searcher.search(query, k, count=False).hits
        ids = self._searcher.fast_field_values("id", [address for _, address in hits])
        return np.array(ids, dtype=np.int64), np.array([score for score, _ in hits], dtype=np.float32)


def _open(folder: Path, marker: str, newest: int) -> _Part | None:
    """The index in the folder, where it is of this library and analysis and not of its future."""
    try:
        index = tantivy.Index.open(str(folder))
        searcher = index.searcher()
        query = tantivy.Query.term_query(index.schema, "marker", marker, "basic")
        hits = searcher.search(query, 1).hits
        generation = int(searcher.doc(hits[0][1]).get_first("generation") or 0) if hits else -1
    except ValueError:
        return None
    return _Part(searcher, generation, searcher.num_docs - 1) if 0 <= generation <= newest else None


def _in_memory(passages: Iterable[SearchText], generation: int) -> _Part:
    index = tantivy.Index(SCHEMA)
    writer = index.writer(_HEAP, 1)
    size = add_all(writer, passages)
    if size == 0:
        return _Part(None, generation)
    writer.commit()
    index.reload()
    return _Part(index.searcher(), generation, size)


def rarity(count: int, total: int) -> float:
    """Inverse document frequency as tantivy's BM25 has it; always above 0."""
    return math.log(1 + (max(total, count) - count + 0.5) / (count + 0.5))


def _within(field: str, ids: Iterable[int] | None) -> tuple[tantivy.Occur, tantivy.Query] | None:
    """Must be one of these; adds nothing to the score."""
    if ids is None:
        return None
    numbers = [int(number) for number in ids]
    if len(numbers) > _FEW:
        query = tantivy.Query.term_set_query(SCHEMA, field, numbers)
    else:
        each = (tantivy.Query.term_query(SCHEMA, field, number, "basic") for number in numbers)
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in each])
    return tantivy.Occur.Must, tantivy.Query.const_score_query(query, 0.0)


def _outside(removed: tuple[int, int]) -> tuple[tantivy.Occur, tantivy.Query]:
    return tantivy.Occur.MustNot, _range(*removed)


def _range(first: int, last: int) -> tantivy.Query:
    return tantivy.Query.range_query(SCHEMA, "id", tantivy.FieldType.Unsigned, first, last)
