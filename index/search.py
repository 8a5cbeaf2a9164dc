"""Search: a question gives passages with their reasons, or an honest nothing.

Filters hold inside both indexes, never after the best were taken. What a question says of municipality, year or
type prefers: it lifts what fits, and it puts aside what is known to be of another municipality.
"""

from collections.abc import Mapping, Sequence, Set
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from index.encoder import Encoder
from index.finding.days import passages_of_day
from index.finding.floor import Floor, worth_showing
from index.finding.fuse import Candidates, best_by_words, candidates
from index.finding.lacking import Lacking, lacking
from index.finding.marks import Marks, marks, reasons
from index.finding.notes import Searched, nothing_found, nothing_to_search, shown_all_the_same
from index.finding.preferences import HIGHEST, Preferences, narrowed
from index.finding.ranking import look, reordered, worth_a_look
from index.finding.tally import tally
from index.finding.values import Value, Values, rows_named, value_asked
from index.finding.variety import fold_copies, spread
from index.finding.who import Who, who
from index.library import Library
from index.query import Query, understand
from index.store.filters import Filters
from index.store.reading import Facets
from index.store.rows import PassageRow
from index.store.streams import Ids, Vectors
from index.theme_meaning import ThemeMeaning, theme_meaning
from index.tracing.dossier_taakvelden import Taakveld
from index.tracing.taakvelden_asked import taakvelden_asked

NEAREST = 3
"""How many passages `Answer.nearest` holds, at most, where nothing is evidence enough."""
_NO_FILTERS = Filters()
_BESIDE = ThreadPoolExecutor(thread_name_prefix="encoding")
"""Where questions are encoded while their words are looked up and sought, and the passages that have these are read."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers.

    Attributes:
        rank: from 1.
        score: 0 to 1, by which hits of one question are ordered; it says nothing of how sure the answer is.
        marks: spans within `passage.text` that match words of the question.
        reasons: why it came, in Dutch.
        copies: passages elsewhere with nearly the same text, folded under this one.
    """

    rank: int
    score: float
    passage: PassageRow
    marks: tuple[tuple[int, int], ...]
    reasons: tuple[str, ...]
    copies: tuple[PassageRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search gives.

    Attributes:
        hits: the first k, best first; empty where nothing is evidence enough.
        total: how many passages answer, those beyond k and the copies too, of those that were weighed: the `fuse.DEPTH`
            best by words and as many by meaning.
        searched: how many documents were searched, after the filters.
        facets: for each municipality, type, year and theme the number of passages among `total`.
        note: in Dutch, what the reader should know: that nothing was found and where was looked, or that no document is
            of the municipality asked for; else None.
        query: what was understood of the question.
        nearest: where nothing was found, what comes nearest, if anything comes near; not an answer.
        who: of a question after a person in charge, who that is according to the documents.
        taakvelden: of a question after the money of a theme or task field, what tables give of it: a table each.
    """

    hits: tuple[Hit, ...]
    total: int
    searched: int
    facets: Facets
    note: str | None
    query: Query
    nearest: tuple[Hit, ...] = ()
    who: Who | None = None
    taakvelden: tuple[tuple[Taakveld, ...], ...] = ()


def search(
    library: Library,
    encoder: Encoder,
    question: str,
    filters: Filters = _NO_FILTERS,
    *,
    k: int = 10,
    literal: bool = False,
    without: Set[str] = frozenset(),
) -> Answer:
    """The k best passages for a question, or none.

    Args:
        filters: what the reader narrowed the search to; nothing outside of it is ever found.
        literal: take the question as it is: read no municipality, year, name or spelling out of it.
        without: keys of what is not to be read out of it (`Understood.key`).
    """
    with library.snapshot():
        encoding: list[Future[Vectors]] = []
        query = understand(
            question,
            library,
            literal=literal,
            without=without,
            told=lambda meaning: encoding.append(_BESIDE.submit(encoder.encode_query, meaning)),
        )
        documents, allowed = narrowed(library, query, filters)
        if not any(letter.isalnum() for letter in question):
            return _empty(query, len(documents), "Geef een vraag of een zoekwoord.")
        if not documents:
            return _empty(query, 0, nothing_to_search(filters, library))
        by_words = best_by_words(library, query, documents, allowed)
        gap = lacking(library, query, filters, documents, allowed)
        told = None if literal else who(library, query, filters)
        value = None if literal else value_asked(query)
        fields = taakvelden_asked(library, query, value, documents)
        asked = _Asked(query, filters, documents, told, k, theme_meaning(encoder), value, bool(fields))
        read = library.passages(by_words[0].tolist(), with_themes=False)
        named = rows_named(library, query, value, documents, allowed)
        first = np.union1d(passages_of_day(library, query, allowed), named)
        vector = encoding[0].result()
        found = candidates(library, query, vector, by_words, allowed, first)
        return replace(_answer(library, asked, vector, found, gap, read, named), who=told, taakvelden=fields)


def _empty(query: Query, searched: int, note: str) -> Answer:
    return Answer((), 0, searched, Facets(), note, query)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question, where it is searched, who is in charge where it asks that, and whether a table answers it."""

    query: Query
    filters: Filters
    documents: Sequence[int]
    told: Who | None
    k: int
    themes: ThemeMeaning
    value: Value | None = None
    in_table: bool = False


def _answer(
    library: Library,
    asked: _Asked,
    vector: Vectors,
    found: Candidates,
    gap: Lacking,
    read: Sequence[PassageRow],
    named: Ids,
) -> Answer:
    """Of what was found; `read` are the passages that were read while the question was encoded, `named` those of them
    with a row of figures that is named after what is asked."""
    query, documents = asked.query, asked.documents
    others = set(found.ids.tolist()).difference(row.id for row in read)
    read = [*read, *library.passages(sorted(others), with_themes=False)]
    rows = {row.id: row for row in read if query.admits(row.text)}
    found = found.where(np.flatnonzero([number in rows for number in found.ids.tolist()]))
    preferences = Preferences(library, query, list(rows.values()), gap)
    first = [rows[number] for number in worth_a_look(found)]
    looked = look(library, query, vector, first, preferences)
    against = {number: one.against for number, one in looked.items()}
    found = preferences.applied(reordered(found, looked, with_words=bool(query.words)), against)
    values = Values(asked.value, found, rows, named)
    found = values.first(found)
    best = {number: looked[number] for number in found.ids.tolist() if number in looked}
    floor = Floor(query, library.words.size(), gap, partial(asked.themes.nearness, vector))
    answered = asked.in_table or (asked.told is not None and asked.told.sure)
    convinced = answered or floor.is_reached(values.required(best))
    good = found.where(worth_showing(found) if convinced else floor.near(found, looked, 2 * NEAREST))
    answering = [rows[number] for number in good.ids.tolist()]
    hits = _hits(library, query, good, rows, preferences, asked.k if convinced else NEAREST)
    if convinced:
        facets = tally(answering, library.count_themes(row.id for row in answering))
        missed = None if asked.in_table else values.missed
        note = shown_all_the_same(query, missed, [hit.passage for hit in hits])
        return Answer(hits, len(answering), len(documents), facets, note, query)
    on_subject = values.missed is not None and floor.is_reached(list(best.values()))
    note = nothing_found(
        query, asked.filters, Searched.of(library, query, documents), gap, values.missed if on_subject else None
    )
    return Answer((), 0, len(documents), Facets(), note, query, hits)


def _hits(
    library: Library,
    query: Query,
    found: Candidates,
    rows: Mapping[int, PassageRow],
    preferences: Preferences,
    k: int,
) -> tuple[Hit, ...]:
    score = dict(zip(found.ids.tolist(), found.scores.tolist(), strict=True))
    margin = dict(zip(found.ids.tolist(), found.margins.tolist(), strict=True))
    order = spread(found.ids.tolist(), lambda number: rows[number].document.id, lambda number: score[number], k)
    folded = fold_copies([rows[number] for number in order[: 4 * k]])[:k]
    themes = library.themes_of_passages(row.id for passage, copies in folded for row in (passage, *copies))

    def themed(row: PassageRow) -> PassageRow:
        return replace(row, themes=themes.get(row.id, ()))

    hits = []
    for rank, (passage, copies) in enumerate(folded, 1):
        matched: Marks = marks(passage.text, query.words)
        why = reasons(query, matched, margin[passage.id], preferences.liked(passage))
        part = score[passage.id] / HIGHEST
        hits.append(Hit(rank, part, themed(passage), matched.spans, why, tuple(map(themed, copies))))
    return tuple(hits)
