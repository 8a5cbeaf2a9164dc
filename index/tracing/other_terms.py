"""The other term that another paper gives for the works of a promise: each of the two is found from the other."""

from collections.abc import Iterator
from dataclasses import dataclass

from index.follow import Follower, Place, Step
from index.language.matter import acts
from index.language.proper_names import Name
from index.library import Library
from index.store.filters import Filters
from index.store.moments import due, moment
from index.store.rows import FactRow
from index.tracing.contradictions import Contradictions
from index.tracing.project import matter_of
from index.tracing.stages import is_own
from index.tracing.subject import Subjects
from ingest.fact_types import Commitment


@dataclass(frozen=True, slots=True)
class TermElsewhere:
    """A sentence of another paper with its own term for the same works, and the words of that term."""

    step: Step
    said: str


class OtherTerms:
    """Looks for them among the papers of a municipality, for one state of the library."""

    def __init__(self, library: Library, follower: Follower) -> None:
        self._library = library
        self._follower = follower
        self._contradictions = Contradictions(library, follower, Subjects(library, follower, acts()))

    def of(self, row: FactRow) -> tuple[TermElsewhere, ...]:
        """What other papers say, those from before a promise first."""
        later = self._contradictions.of(row).term
        found = [TermElsewhere(later.step, later.said)] if later else []
        return (*self._before(row), *found)

    def _before(self, row: FactRow) -> Iterator[TermElsewhere]:
        """The promises of older papers for which this one gives another term."""
        for older in self._older(row):
            term = self._contradictions.of(older).term
            if term and term.step.passage.id == row.passage_id and term.step.start <= row.fact.start < term.step.end:
                (passage,) = self._library.passages([older.passage_id or 0])
                place = Place(passage, older.fact.start - passage.start, older.fact.end - passage.start)
                yield TermElsewhere(self._follower.step(row, place), _words_of_term(older))

    def _older(self, row: FactRow) -> Iterator[FactRow]:
        """The promises with a term in older papers that name the same project."""
        names, told = _names(row), moment(row.document)
        places = row.document.identity.municipalities
        for other in self._library.facts("commitment", Filters(municipalities=places)) if names and told else ():
            when = moment(other.document)
            is_older = other.document.id != row.document.id and when is not None and told is not None and when <= told
            is_told = is_older and is_own(other.document) and due(other) is not None and other.passage_id is not None
            if is_told and any(one.is_same(two) for one in names for two in _names(other)):
                yield other


def _names(row: FactRow) -> tuple[Name, ...]:
    """Those of a promise and of the heading that it stands below."""
    text = "\n".join((row.fact.text, *row.heading_path[-1:]))
    return matter_of(text, row.document.identity.municipalities).names


def _words_of_term(row: FactRow) -> str:
    deadline = row.fact.deadline if isinstance(row.fact, Commitment) else None
    return (deadline.text or "") if deadline else ""
