"""A commitment through the years: where else the documents of its municipality speak of the same matter.

Words and meaning find candidates among the passages; each of their sentences is then held against the commitment.
What comes out is a quote with its place, never a conclusion: the reader sees both side by side. A state
(Voldaan and the like) is given only where a list of commitments says so.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from index.encoder import Encoder
from index.finding.fuse import margins
from index.language.analysis import tokens
from index.language.likeness import Evidence, shared
from index.library import Library
from index.store.filters import Filters
from index.store.moments import moment
from index.store.rows import DocumentRow, FactRow, PassageRow
from index.store.streams import Vectors
from index.tracing.known import Known
from index.tracing.rareness import Rareness
from index.tracing.registers import Registers
from index.words import Term
from ingest.dutch import sentence_spans
from ingest.fact_types import Commitment
from ingest.identify.days import dates_in

THRESHOLD = 0.4
"""From this likeness a sentence is shown as about the same matter: see docs/decisions.md, "Volgen"."""
ALIKE = 0.6
"""From this likeness two sentences speak of the same thing: below it they are often of a neighbouring matter."""
SURE = 0.9
"""From this likeness a state in a list is taken to be that of the commitment: a list names many that are akin."""
_MOST_MEANT, _BY_WORDS, _BY_PASSAGE = 4.5, 3.5, 0.4
"""How far a sentence lies above the background at most: so much, and more for the share of the words and for how near
its passage is. Of 19,447 sentences of real papers and of the sample corpus a quarter can reach `THRESHOLD` by this,
among them all 953 that do."""
_CANDIDATES = 40
_SHORTEST = 25
"""Characters: what is shorter is a heading or a cell, and says nothing of its own."""
_COPY = 0.9
"""Share of all words, also those that say nothing, from which a sentence is a copy of the commitment."""


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence elsewhere about the same matter.

    Attributes:
        start, end: its span in the document's text.
        moment: when its document speaks; None where that isn't known.
        copy: it has nearly the same words.
        fact: the commitment that it is, if it is one.
    """

    passage: PassageRow
    start: int
    end: int
    text: str
    likeness: float
    moment: datetime.date | None
    copy: bool
    fact: FactRow | None


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of a passage, at `passage.text[start:end]`."""

    passage: PassageRow
    start: int
    end: int

    @property
    def text(self) -> str:
        return " ".join(self.passage.text[self.start : self.end].split())


Possible = list[tuple[Place, Evidence]]
Useful = Callable[[Place], bool]
"""Whether a sentence is worth something where it may be of a neighbouring matter; others count from `ALIKE` on."""


def everything(_place: Place) -> bool:
    """Of use to who shows all that there is."""
    return True


@dataclass(frozen=True, slots=True)
class Trail:
    """A commitment and what else was found of it.

    Attributes:
        earlier, later: steps in order of time, by the moment of the commitment's own document; a step without a
            moment counts as later.
        searched: the documents that were searched, of the same municipality.
        unread: documents of the municipality, or of an unknown one, that could not be read or only in part.
        register: the newest place where a list of commitments gives a state, the commitment itself included: found by
            its number, or by its wording.
    """

    commitment: FactRow
    earlier: tuple[Step, ...]
    later: tuple[Step, ...]
    searched: tuple[DocumentRow, ...]
    unread: tuple[DocumentRow, ...]
    register: FactRow | None


class Follower:
    """Follows commitments in one library, for one state of it; may be shared between threads, and is quicker with every
    sentence that it met before."""

    def __init__(self, library: Library, encoder: Encoder) -> None:
        self._library = library
        self._rareness = Rareness(library)
        self.known = Known(encoder, self._rareness)
        self._possible: dict[int, Possible] = {}
        self._registers = Registers(library)

    def prepared(self, row: FactRow, useful: Useful = everything) -> Iterator[Sequence[str]]:
        """What `follow` is going to encode of a commitment; it needn't where `known` has met it before."""
        yield [self.matter(row)]
        self._possible[row.id] = self._places(row, useful)
        yield [place.text for place, _ in self._possible[row.id]]

    def follow(self, row: FactRow, useful: Useful = everything) -> Trail:
        """The trail of a commitment."""
        documents = self.papers(row)
        steps = self._steps(row, useful)
        now = moment(row.document)
        before = tuple(step for step in steps if step.moment and now and step.moment < now)
        return Trail(
            commitment=row,
            earlier=before,
            later=tuple(step for step in steps if step not in before),
            searched=tuple(others(row, documents)),
            unread=tuple(document for document in documents if document.status != "ok"),
            register=_newest_state([row, *self._registers.rows(row), *_listed(row, steps)]),
        )

    def papers(self, row: FactRow) -> list[DocumentRow]:
        """Those of its municipality, its own and those that could not be read included."""
        names = row.document.identity.municipalities or tuple(filter(None, [row.document.municipality]))
        return self._library.documents(Filters(municipalities=names)) if names else [row.document]

    def _steps(self, row: FactRow, useful: Useful) -> list[Step]:
        """The best sentence of each passage that has one alike enough, in order of time."""
        prepared = self._possible.pop(row.id, None)
        possible = self._places(row, useful) if prepared is None else prepared
        best: dict[int, tuple[Place, Evidence]] = {}
        for place, evidence in self._measured(row, possible):
            held = best.get(place.passage.id)
            if _counts(place, evidence, useful) and (held is None or evidence.likeness > held[1].likeness):
                best[place.passage.id] = (place, evidence)
        facts = self._library.facts_in(best)
        steps = [_step(row, place, evidence, facts.get(number, [])) for number, (place, evidence) in best.items()]
        return sorted(steps, key=lambda step: (step.moment or datetime.date.max, step.passage.document.id, step.start))

    def _places(self, row: FactRow, useful: Useful) -> Possible:
        """The sentences elsewhere that can be alike enough."""
        documents = [document.id for document in others(row, self.papers(row))]
        places = [place for passage in self.near(row, documents) for place in sentences(passage)]
        return [pair for pair in self._at_best(row, places) if _counts(*pair, useful)]

    def near(self, row: FactRow, documents: Sequence[int]) -> list[PassageRow]:
        """The passages that share most words with the commitment, and those that mean most alike."""
        within = self._library.passage_ids_of(documents)
        if not len(within):
            return []
        own = self.known.profile(self.matter(row))
        terms = [Term(field, word, weight) for word, weight in own.weights.items() for field in ("stems", "parts")]
        by_words, _ = self._library.words.best(terms, _CANDIDATES, documents=documents)
        by_meaning, _ = self._library.vectors.nearest(self.known.vectors([self.matter(row)])[0], _CANDIDATES, within)
        return self._library.passages([int(number) for number in np.union1d(by_words, by_meaning)])

    def evidence(self, row: FactRow, places: Sequence[Place]) -> list[tuple[Place, Evidence]]:
        """How places are like the commitment."""
        return self._measured(row, self._at_best(row, places))

    def _at_best(self, row: FactRow, places: Sequence[Place]) -> Possible:
        """How places are like the commitment if their sentences mean as much the same as they can."""
        if not places:
            return []
        own, vector = self.known.profile(self.matter(row)), self.known.vectors([self.matter(row)])[0]
        beside, near = self._passage_margins(row, places), self._margins(vector, places)
        found = []
        for place, own_passage, passage in zip(places, beside, near, strict=True):
            words, rare = shared(own, self.known.profile(place.text), self._rareness.highest)
            most = _MOST_MEANT + _BY_WORDS * words + _BY_PASSAGE * float(passage)
            found.append((place, Evidence(words, rare, most, float(own_passage))))
        return found

    def _measured(self, row: FactRow, possible: Possible) -> Possible:
        """The same by what their sentences mean."""
        vector = self.known.vectors([self.matter(row)])[0]
        alike = margins(self._library, vector, self.known.vectors([place.text for place, _ in possible]) @ vector)
        return [
            (place, replace(at_best, sentence=float(margin)))
            for (place, at_best), margin in zip(possible, alike, strict=True)
        ]

    def step(self, row: FactRow, place: Place) -> Step:
        """A place beside the commitment, however alike."""
        ((_, evidence),) = self.evidence(row, [place])
        return _step(row, place, evidence, self._library.facts_in([place.passage.id]).get(place.passage.id, []))

    def _passage_margins(self, row: FactRow, places: Sequence[Place]) -> Vectors:
        """How alike the passages are that both stand in; 0 where the commitment stands in none."""
        if row.passage_id is None:
            return np.zeros(len(places), dtype=np.float32)
        own = self._library.vectors.of(np.array([row.passage_id], dtype=np.int64))[0]
        return self._margins(own, places)

    def _margins(self, vector: Vectors, places: Sequence[Place]) -> Vectors:
        """How alike the passages of places are to a vector."""
        cosines = self._library.vectors.cosines(vector, np.array([each.passage.id for each in places], dtype=np.int64))
        return margins(self._library, vector, cosines)

    def matter(self, row: FactRow) -> str:
        """What a commitment is about: its words, after the sentence before where it leans on that ("Hiervoor ...")."""
        begin = row.fact.context_start if isinstance(row.fact, Commitment) else None
        if begin is None:
            return _plain(row)
        return " ".join(self._library.text(row.document.id)[begin : row.fact.end].split())


def _counts(place: Place, evidence: Evidence, useful: Useful) -> bool:
    return evidence.likeness >= ALIKE or (evidence.likeness >= THRESHOLD and useful(place))


def others(row: FactRow, documents: Iterable[DocumentRow]) -> list[DocumentRow]:
    """The papers that can be searched for a commitment."""
    return [document for document in documents if document.status != "failed" and document.id != row.document.id]


def _plain(row: FactRow) -> str:
    return " ".join(row.fact.text.split())


def sentences(passage: PassageRow) -> list[Place]:
    """The sentences of a passage that are long enough to say something."""
    spans = sentence_spans(passage.text)
    return [Place(passage, start, end) for start, end in spans if end - start >= _SHORTEST]


def _step(row: FactRow, place: Place, evidence: Evidence, facts: Sequence[FactRow]) -> Step:
    start, end = place.passage.start + place.start, place.passage.start + place.end
    inside = [row for row in facts if isinstance(row.fact, Commitment) and start <= row.fact.start < end]
    return Step(
        passage=place.passage,
        start=start,
        end=end,
        text=place.text,
        likeness=evidence.likeness,
        moment=moment(place.passage.document),
        copy=_is_copy(_plain(row), place.text),
        fact=inside[0] if inside else None,
    )


def _is_copy(one: str, other: str) -> bool:
    words, others = ({token.exact for token in tokens(text)} for text in (one, other))
    return len(words & others) >= _COPY * len(words | others)


def _listed(row: FactRow, steps: Sequence[Step]) -> list[FactRow]:
    """The steps that are surely the commitment itself: nearly its words, or akin and dated the day that it was made."""
    made = row.document.identity.date.value
    return [step.fact for step in steps if step.fact and (step.likeness >= SURE or made in _days(step.text))]


def _days(text: str) -> set[datetime.date]:
    return {date for date, _, _ in dates_in(text)}


def _newest_state(rows: Sequence[FactRow]) -> FactRow | None:
    """The newest of these that a list of commitments gives a state."""
    stated = [row for row in rows if isinstance(row.fact, Commitment) and row.fact.register_status]
    return max(stated, key=lambda row: moment(row.document) or datetime.date.min, default=None)
