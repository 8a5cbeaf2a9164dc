"""What lists of states say of the project that a promise is part of: beside the promise, never as its own state.

A list names a project in three words, a plan tells of it in sentences that share none of these but a name, or only
their heading does. So both are held together by the name of the project, or by what is done to what. Whether the row
speaks of this very promise is for the reader to see.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from index.language.matter import likeness
from index.library import Library
from index.store.choice import Choice
from index.store.filters import Filters
from index.store.moments import moment
from index.store.rows import DocumentRow, FactRow
from index.tracing.project import Matter, matter_of, parts_of_row
from index.tracing.rareness import Rareness
from index.tracing.registers import OF_LISTS, STATES, is_listed
from index.tracing.stages import is_own
from ingest.dutch import sentence_spans
from ingest.fact_types import Commitment

MOST = 3
"""Rows that stand beside one promise."""
_OLD = datetime.timedelta(days=365)
"""How much older than a promise a list may be that still tells of its project."""
_NUMBERING = re.compile(r"^[\W\d]*(?:[a-z]\.)?[\d.]*\s*")
_LEAST_RARE = 0.5
"""How rare the words must be, as a share of the rarest word, where no name tells which project it is."""
_ENOUGH = 0.6
"""Share of these words, by weight, that the row and the promise must have of each other: chosen on the half "werk" of
evaluation/invented/standen and on half of a hundred promises of a real municipality."""
_NEARLY_ALL = 0.7
"""The same of the words of a row that tells of nothing that is done."""


class ListedStates:
    """The rows of all lists of states in a library, in one state of it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._rareness = Rareness(library)

    def beside(self, row: FactRow) -> tuple[FactRow, ...]:
        """The rows of lists of its municipality on the same project, those that share most with it first; none of what
        is such a row itself, or of what a party promises."""
        if is_listed(row) or not is_own(row.document):
            return ()
        listed = {each.id: (each, matters) for place in _places(row.document) for each, matters in self._rows(place)}
        rows = [pair for pair in listed.values() if not _is_stale(pair[0].document, row.document)]
        if not rows:
            return ()
        named, own = _object(row), self._matters(row)
        found = ((max(self._shared(named, own, matter) for matter in matters), listed) for listed, matters in rows)
        best = sorted((each for each in found if each[0]), key=lambda each: -each[0])
        return tuple(self._library.shown(listed) for _, listed in best[:MOST])

    def _rows(self, place: str) -> Sequence[tuple[FactRow, Sequence[Matter]]]:
        return self._library.once(("lists of states", place), lambda: list(self._read(place)))

    def _read(self, place: str) -> Iterator[tuple[FactRow, Sequence[Matter]]]:
        # Read as they are: a row is covered when it leaves here.
        listed = Choice(listed=STATES)
        for row in Library.facts(self._library, "commitment", Filters(municipalities=(place,)), choice=listed):
            # What has a number is followed by that, and a promise to the council is of itself alone.
            if row.document.doc_type != OF_LISTS and isinstance(row.fact, Commitment) and not row.fact.number:
                yield row, tuple(parts_of_row(row.fact.text, _places(row.document)))

    def _matters(self, row: FactRow) -> list[Matter]:
        """What a promise is about; then, in the order in which that may tell it, what the beginning of its sentence and
        the sentence that it leans on are, and the nearest heading that says something."""
        places = _places(row.document)
        headings = (_NUMBERING.sub("", heading) for heading in reversed((row.document.title, *row.heading_path)))
        above = (matter_of(text, places) for text in (self._before(row), *headings) if text)
        return [matter_of(row.fact.text, places), *islice((m for m in above if m.names or m.things), 1)]

    def _before(self, row: FactRow) -> str:
        """The part of its sentence that stands before a promise, after the sentence that it leans on."""
        passages = self._library.passages([row.passage_id], with_themes=False) if row.passage_id is not None else []
        if not passages or not isinstance(row.fact, Commitment):
            return ""
        begin, at = passages[0].start, row.fact.start
        spans = sentence_spans(passages[0].text)
        first = next((start + begin for start, end in spans if start + begin <= at < end + begin), at)
        leans_on = row.fact.context_start
        return passages[0].text[max(0, min(first, first if leans_on is None else leans_on) - begin) : at - begin]

    def _shared(self, named: frozenset[str], own: Sequence[Matter], listed: Matter) -> float:
        """How much a promise shares with a row: by its own words, else by what stands before or above it.

        Args:
            named: what the promise is done to, where that was read.
        """
        itself, *above = own
        done = itself.acts.union(*(matter.acts for matter in above))
        found = self._by_name(itself, itself.acts, listed) or self._by_thing(named, itself, done, listed)
        if found or any(name.is_sure for name in itself.names) or not above:
            return found
        if above[0].acts.isdisjoint(listed.acts) and not self._share(above[0].things, listed.words):
            return 0.0
        return self._by_name(above[0], done, listed) or self._by_thing(above[0].things, above[0], done, listed)

    def _by_name(self, own: Matter, done: frozenset[str], listed: Matter) -> float:
        """How much both share that have a name in common; 0 where the name only says where something else is."""
        named = [(one, other) for one in own.names for other in listed.names if one.is_same(other)]
        things = self._share(listed.things, own.words) if listed.things else 0.0
        is_done = not done.isdisjoint(listed.acts)
        says_where = all(one.is_place or other.is_place for one, other in named)
        is_project = things or (is_done and not (says_where and listed.things)) or not (listed.things or says_where)
        return 2 * len(named) + things + is_done if named and is_project else 0.0

    def _by_thing(self, named: frozenset[str], own: Matter, done: frozenset[str], listed: Matter) -> float:
        """How much both share where the same is done to the same, by words that few papers have; where a row tells of
        nothing that is done ("Nieuw subsidiebeleid"), all of its words count."""
        if listed.names or not listed.things or not self._is_rare(listed.things):
            return 0.0
        if listed.acts and done.isdisjoint(listed.acts):
            return 0.0
        wanted = listed.things if listed.acts else listed.words
        shared = min(self._weight(wanted & own.words) / self._weight(wanted), self._share(named, listed.words))
        return shared if shared >= (_ENOUGH if listed.acts else _NEARLY_ALL) else 0.0

    def _weight(self, words: frozenset[str]) -> float:
        return sum(map(self._rareness, words))

    def _share(self, things: frozenset[str], words: frozenset[str]) -> float:
        """Share of the things that words name, each weighed by how rare it is; 1 where there are none."""
        total = self._weight(things)
        return sum(self._rareness(thing) * likeness(thing, words) for thing in things) / total if total else 1.0

    def _is_rare(self, things: Iterable[str]) -> bool:
        return max(map(self._rareness, things)) >= _LEAST_RARE * self._rareness.highest


def _object(row: FactRow) -> frozenset[str]:
    """What the promise is done to, where that was read."""
    said = row.fact.object if isinstance(row.fact, Commitment) else None
    return matter_of(said, _places(row.document)).things if said else frozenset()


def _is_stale(listed: DocumentRow, document: DocumentRow) -> bool:
    """Whether a list is from long before a promise: what it says may be of another time."""
    then, now = moment(listed), moment(document)
    return then is not None and now is not None and now - then > _OLD


def _places(document: DocumentRow) -> Sequence[str]:
    return document.identity.municipalities or tuple(filter(None, [document.municipality]))
