"""What came of a commitment, as far as the papers tell: what a council member would look for before asking.

Following (`index.follow`) gives what is surely about the same matter. Whether a question is open needs a closer look: a
report says "twee putten voor bluswater" of what a plan called "drie bluswaterputten", and shares not one word with it.
So where nothing sure was found, the sentences of later papers are compared by words within words. What is found so is
no conclusion: it stands beside the promise, so that nobody asks as if nothing were known.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from index.follow import Follower, Place, Step, Trail, Useful, everything, others
from index.language.matter import acts, content_words, local_rarity
from index.library import Library
from index.store.fact_themes import leans
from index.store.moments import moment
from index.store.rows import DocumentRow, FactRow, PassageRow
from index.tracing.on_theme import at_heart
from index.tracing.rareness import Rareness
from index.tracing.registers import CLOSED, OF_LISTS, state_of
from index.tracing.stages import is_own
from index.tracing.subject import Subjects
from index.tracing.telling import (
    is_habit,
    is_since,
    is_told,
    may_tell,
    newness,
    reports_on,
    says_not_yet,
    tells,
    tells_itself,
)
from index.tracing.together import Inquiry, together
from index.tracing.weighed import LEAST_RARE, Weighed, is_enough, sharing
from ingest.dutch import sentence_spans
from ingest.themes import THEMES

OutcomeKind = Literal["listed", "told", "perhaps", "silent", "no later papers"]

LEAST_MEANT = 2.4
"""How far the likeness in meaning of both sentences must lie above the library's background, in its spread, unless they
name the same sum. Words alone find too much in budgets of 150 pages: on three themes of two municipalities this leaves
3 of 16 sentences, all of the 16 of little use; of the half "work" it leaves 11 of 13."""
LEAST_MEANT_OF_SUBJECT = 1.0
"""The same below headings that name the same subject: what stands there is short, and leans on the heading."""
LEAST_AGREED = 0.8
"""What a sentence must share of the subject (`Subjects.agreement`) to be what surely came of a commitment."""
_READ_CLOSELY = 5
_SHORTEST = 15
_SAME_SECTION = 2000
"""Characters after a promise in a report within which the report itself may say what came of it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A commitment and what the papers say came of it.

    Attributes:
        said: its words, after the sentence before where it says nothing of its own.
        kind: a list gives its state ("listed"), a later report surely speaks of it ("told"), something was found that
            may be about it ("perhaps"), nothing was found in later papers ("silent"), or there are none.
        step: where it is told of, or perhaps is; `is_sure` tells which.
        searched: the later reports and papers of the council that were searched.
    """

    row: FactRow
    said: str
    kind: OutcomeKind
    trail: Trail
    step: Step | None
    is_sure: bool
    searched: tuple[DocumentRow, ...]

    @property
    def closed(self) -> bool:
        """Whether a list says that it was kept or lapsed."""
        return state_of(self.trail.register) in CLOSED

    @property
    def is_newer_than_list(self) -> bool:
        """Whether something was found, perhaps about it, in a paper newer than the list that gives its state."""
        listed = moment(self.trail.register.document) if self.trail.register else None
        told = self.step.moment if self.step else None
        return bool(listed and told and told > listed)


class Outcomes:
    """Looks for what came of commitments, among passages on some themes; for one state of the library."""

    def __init__(
        self, library: Library, follower: Follower, themes: Iterable[str], *, whole_trails: bool = False
    ) -> None:
        """Whole trails are for who shows them: to find what came of a commitment a third of the sentences will do."""
        self._library = library
        self._whole_trails = whole_trails
        self._follower = follower
        self._themes = frozenset(themes)
        names = " ".join(THEMES[theme].label for theme in self._themes)
        self._empty = acts() | content_words(names)
        self.subjects = Subjects(library, follower, self._empty)
        self._rareness = Rareness(library)
        self._places: dict[int, list[tuple[Place, frozenset[str]]]] = {}

    def of(self, row: FactRow) -> Outcome:
        """What came of one commitment."""
        return self.of_all([row])[0]

    def of_all(self, rows: Iterable[FactRow]) -> list[Outcome]:
        """What came of each, in half the time of one by one."""
        return together(map(self.inquiry, rows), self._follower.known.vectors)

    def inquiry(self, row: FactRow) -> Inquiry[Outcome]:
        """What came of one commitment, to be found out beside others."""
        now = moment(row.document)
        papers = others(row, self._follower.papers(row))
        later = [other for other in papers if is_own(other) and (now is None or may_tell(other, now))]
        useful = everything if self._whole_trails else self._useful(row, later)
        yield from self._follower.prepared(row, useful)
        trail = self._follower.follow(row, useful)
        reports = tuple(sorted((other for other in later if reports_on(other, row)), key=newness))
        step, kind = yield from self._found(row, trail, later)
        is_sure = kind == "told"
        if trail.register is not None:
            kind = "listed"
        elif kind == "silent" and not reports:
            kind = "no later papers"
        said, _ = self.subjects.paragraph(row)
        return Outcome(row, said, kind, trail, step, is_sure, reports)

    def is_on_theme(self, outcome: Outcome) -> bool:
        """Whether a commitment, with the words that it leans on, is on the themes before all."""
        return at_heart(outcome.row, self._themes, outcome.said)

    def _found(
        self, row: FactRow, trail: Trail, later: Sequence[DocumentRow]
    ) -> Inquiry[tuple[Step | None, OutcomeKind]]:
        may_tell_of = self._may_tell_of(row, later)
        steps = [step for step in trail.later if not step.copy and may_tell_of(step.passage, step.text)]
        telling = [step for step in steps if tells(step)]
        sure = [step for step in telling if self._agrees(row, step.passage, step.text)]
        if sure:
            return self._most_telling(row, sure), "told"
        perhaps = max(steps, key=lambda step: step.likeness, default=None)
        if perhaps is None:
            perhaps = yield from self._nearest(row, [document for document in later if is_since(document, row)])
        return perhaps, "perhaps" if perhaps else "silent"

    def _useful(self, row: FactRow, later: Sequence[DocumentRow]) -> Useful:
        """Sentences that may tell what came of it, and rows of lists, which may be of the day that it was made."""
        may_tell_of = self._may_tell_of(row, later)
        return lambda place: place.passage.document.doc_type == OF_LISTS or may_tell_of(place.passage, place.text)

    def _may_tell_of(self, row: FactRow, later: Sequence[DocumentRow]) -> Callable[[PassageRow, str], bool]:
        """Whether a sentence may tell what came of a commitment, by its words and paper."""
        since = {document.id: is_since(document, row) for document in later}

        def may_tell_of(passage: PassageRow, text: str) -> bool:
            is_in_time = passage.document.id in since and (since[passage.document.id] or says_not_yet(text))
            return is_in_time and is_told(text) and not is_habit(text) and self.subjects.may_be_of(row, passage, text)

        return may_tell_of

    def _most_telling(self, row: FactRow, steps: Sequence[Step]) -> Step:
        """The sentence around the steps that has most of the commitment's words; of those alike the most alike."""
        words = self._weighed(self.subjects.words(row))
        likest = max(steps, key=lambda step: step.likeness)
        best, _ = words.shared(content_words(likest.text, with_parts=True))
        told = likest
        for step in steps:
            for place in _saying(step.passage):
                covered, _ = words.shared(content_words(place.text, with_parts=True))
                if covered > best:
                    best, told = covered, self._follower.step(row, place)
        return told

    def _nearest(self, row: FactRow, later: Sequence[DocumentRow]) -> Inquiry[Step | None]:
        """The sentence that has most of the commitment's words, also as parts of other words; of one without a subject
        of its own, most of its paragraph's."""
        words = self.subjects.words(row)
        candidates = list(self._candidates(row, later))
        local = local_rarity([others for _, others, on_theme in candidates if on_theme])
        found = self._covering(words, candidates, local)
        if not found and (more := self.subjects.with_heading(row)) != words:
            found = self._covering(more, candidates, local)
        if not found and leans(row):
            _, around = self.subjects.paragraph(row)
            found = sharing(content_words(around) - self._empty, candidates)
        if not found and (before := self.subjects.before(row)):
            found = self._covering(words | content_words(before), [(*each[:2], False) for each in candidates], local)
        sums = {word for word in words if word.isdigit()}
        for place in self._of_the_matter(row, found):
            if is_habit(place.text):
                continue
            yield [place.text]
            ((_, evidence),) = self._follower.evidence(row, [place])
            least = LEAST_MEANT_OF_SUBJECT if self._same_subject(row, place) else LEAST_MEANT
            if evidence.sentence >= least or sums & content_words(place.text):
                return self._follower.step(row, place)
        return None

    def _of_the_matter(self, row: FactRow, found: Iterable[tuple[float, Place]]) -> list[Place]:
        """Those with most of the words that may be of the same matter, as many as are read closely."""
        best = (place for _, place in sorted(found, key=lambda pair: -pair[0]))
        return list(islice((p for p in best if self.subjects.may_be_of(row, p.passage, p.text)), _READ_CLOSELY))

    def _agrees(self, row: FactRow, passage: PassageRow, text: str) -> bool:
        return self.subjects.agreement(row, passage, text) >= LEAST_AGREED

    def _same_subject(self, row: FactRow, place: Place) -> bool:
        """Whether both stand below headings (or in a letter with a title) that name the same subject."""
        passage = place.passage
        own = content_words(" ".join(row.heading_path[-1:])) - self._empty - content_words(row.document.title)
        other = content_words(" ".join([*passage.heading_path[-1:], passage.document.title]))
        return any(self._rareness(word) >= LEAST_RARE * self._rareness.highest for word in own & other)

    def _covering(
        self,
        words: frozenset[str],
        candidates: Iterable[tuple[Place, frozenset[str], bool]],
        local: Mapping[str, float],
    ) -> list[tuple[float, Place]]:
        """The sentences that have enough of the words, with the share that they have."""
        found, weighed = [], self._weighed(words, local)
        for place, had, on_theme in candidates:
            covered, rarest = weighed.shared(had)
            if is_enough(covered, rarest, on_theme=on_theme):
                found.append((covered, place))
        return found

    def _candidates(self, row: FactRow, later: Sequence[DocumentRow]) -> Iterable[tuple[Place, frozenset[str], bool]]:
        """Sentences with their words, and whether they are on the theme: of later papers, and what comes after it in
        a report."""
        documents = [*later, row.document] if tells_itself(row) else list(later)
        for document in documents:
            for place, words in self._of_document(document):
                if document.id != row.document.id or _comes_soon_after(place, row):
                    yield place, words, True
        for passage in self._follower.near(row, [document.id for document in later]):
            if not self._is_on_theme(passage):
                for place in _saying(passage):
                    yield place, content_words(place.text, with_parts=True), self._same_subject(row, place)

    def _of_document(self, document: DocumentRow) -> list[tuple[Place, frozenset[str]]]:
        if document.id not in self._places:
            passages = [row for row in self._library.passages_of(document.id) if self._is_on_theme(row)]
            found = [place for passage in passages for place in _saying(passage)]
            self._places[document.id] = [(place, content_words(place.text, with_parts=True)) for place in found]
        return self._places[document.id]

    def _is_on_theme(self, row: PassageRow) -> bool:
        return row.searchable and any(score.theme in self._themes for score in row.themes)

    def _weighed(self, words: frozenset[str], local: Mapping[str, float] | None = None) -> Weighed:
        return Weighed(words, self._rareness, self._empty, local or {})


def _comes_soon_after(place: Place, row: FactRow) -> bool:
    return row.fact.end <= place.passage.start + place.start <= row.fact.end + _SAME_SECTION


def _saying(passage: PassageRow) -> list[Place]:
    """Its sentences, also short ones ("Het ontwerp is klaar."): their words are compared, not only their meaning."""
    found = [Place(passage, start, end) for start, end in sentence_spans(passage.text) if end - start >= _SHORTEST]
    return [place for place in found if is_told(place.text)]
