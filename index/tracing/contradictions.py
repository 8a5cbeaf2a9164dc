"""What two papers say differently of one project: when its works begin or end, and whether it is done."""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from index.follow import Follower, Place, Step, sentences
from index.language.matter import content_words
from index.language.proper_names import Name
from index.language.wordlists import pairs
from index.library import Library
from index.store.moments import begin, due, moment
from index.store.rows import DocumentRow, FactRow, PassageRow
from index.tracing.keeping import completes
from index.tracing.listed_states import ListedStates
from index.tracing.project import matter_of, names_one
from index.tracing.registers import CLOSED, state_of
from index.tracing.stages import is_own
from index.tracing.subject import Subjects
from index.tracing.telling import says_not_yet
from index.words import Term
from ingest.dutch import sentence_spans, words
from ingest.fact_types import Commitment, Period
from ingest.facts.periods import time_expressions
from ingest.grammar.verbs import forms_of

_JUST_OVER = datetime.timedelta(days=183)
_APART = datetime.timedelta(days=31)
"""How long a term may be over when a later paper gives another, and how far apart the two are at least."""
_NEAR = 60
"""Characters between the words for a step of the works and its term."""
_CANDIDATES = 40
_HELPERS = frozenset({"heeft", "hebben", "is", "zijn", "werd", "werden"})


@dataclass(frozen=True, slots=True)
class OtherTerm:
    """A later sentence that gives another term for the same works.

    Attributes:
        works: what they do then: "begin" or "end".
        said: the words of that term.
    """

    step: Step
    works: str
    said: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What other papers say differently of a promise.

    Attributes:
        state: the row of a list by which its project is done while it isn't yet, or the other way round.
        term: another term for the works that it promises.
    """

    state: FactRow | None
    term: OtherTerm | None

    def __bool__(self) -> bool:
        return bool(self.state or self.term)


Steps = dict[str, list[tuple[str, Period]]]
"""Of each step of the works the terms that a text gives, as written and in days."""


class Contradictions:
    """Looks for them among the papers of a municipality, for one state of the library."""

    def __init__(self, library: Library, follower: Follower, subjects: Subjects) -> None:
        self._library = library
        self._follower = follower
        self._subjects = subjects
        self._listed = ListedStates(library)
        self._found: dict[int, Contradiction] = {}

    def of(self, row: FactRow) -> "Contradiction":
        """What other papers say differently of a promise."""
        if row.id not in self._found:
            said = self._subjects.said(row)
            self._found[row.id] = Contradiction(self._other_state(row, said), self._other_term(row, said))
        return self._found[row.id]

    def _other_state(self, row: FactRow, said: str) -> FactRow | None:
        """The row of a list that calls the project done while the promise is to complete it after that list; or open,
        while what the promise leans on tells that it was done."""
        after, done = _day_of_completion(row), _told_done(row, said)
        if not (after or done):
            return None
        for listed in self._listed.beside(replace(row, fact=replace(row.fact, text=said))):
            when, made = moment(listed.document), moment(row.document)
            is_closed = state_of(listed) in CLOSED
            if when and is_closed and after and after > when:
                return listed
            is_newer = when is not None and made is not None and when >= made
            if is_newer and not is_closed and state_of(listed) and _is_one_act(listed, done):
                return listed
        return None

    def _other_term(self, row: FactRow, whole: str) -> OtherTerm | None:
        """Where a newer paper gives another term, which the paper of the promise itself gives nowhere near."""
        own, told, projects = steps_of(whole), moment(row.document), _projects(row, whole)
        if not (own and projects and told and due(row)):
            return None
        around = self._paragraph(row)
        for place in self._places(row, projects, told):
            for step, terms in steps_of(place.text).items():
                known = [period for _, period in (*own.get(step, ()), *around.get(step, ()))]
                other = [(said, period) for said, period in terms if not any(_meet(period, one) for one in known)]
                if own.get(step) and len(other) == len(terms) and _is_later_plan(row, place):
                    return OtherTerm(self._follower.step(row, place), step, other[0][0])
        return None

    def _paragraph(self, row: FactRow) -> Steps:
        passages = self._library.passages([row.passage_id]) if row.passage_id is not None else []
        return steps_of(passages[0].text) if passages else {}

    def _places(self, row: FactRow, projects: Mapping[str, Name], told: datetime.date) -> Iterable[Place]:
        """Sentences of newer papers on the project."""
        papers = [paper for paper in self._follower.papers(row) if _is_newer(paper, row.document, told)]
        stems = sorted(content_words(" ".join(projects), with_parts=True))
        terms = [Term(field, word, 1.0) for word in stems for field in ("stems", "parts")]
        found, _ = self._library.words.best(terms, _CANDIDATES, documents=[paper.id for paper in papers])
        for passage in self._library.passages(found.tolist()):
            for place in sentences(passage) if _is_of(passage, projects.values()) else ():
                if not says_not_yet(place.text):
                    yield place


def are_of_same_works(row: FactRow, said: str, other: FactRow, other_said: str) -> bool:
    """Whether two promises give one term for the same works of one project."""
    own, theirs = steps_of(said), steps_of(other_said)
    terms = ((one, two) for step in own.keys() & theirs.keys() for _, one in own[step] for _, two in theirs[step])
    if not any(_meet(one, two) for one, two in terms):
        return False
    named, others = _projects(row, said).values(), _projects(other, other_said).values()
    return any(one.is_same(two) for one in named for two in others)


def _projects(row: FactRow, said: str) -> dict[str, Name]:
    """The names that a promise is on, as written: those of its words, else of the heading that it stands below."""
    for text in (said, *row.heading_path[-1:]):
        if found := matter_of(text, row.document.identity.municipalities).names:
            return {text[name.start : name.end]: name for name in found}
    return {}


def _is_of(passage: PassageRow, projects: Iterable[Name]) -> bool:
    """Whether a passage, with the heading that it stands below, names one of the projects; a table aside."""
    return "|" not in passage.text and names_one(passage, projects)


def steps_of(text: str) -> Steps:
    """When the works begin and end, as a text tells."""
    found: Steps = {}
    for first, last in sentence_spans(text):
        sentence = text[first:last].rstrip(" .;")
        times = [each for each in time_expressions(sentence, 0, len(sentence)) if each.period.start and each.period.end]
        for step, pattern in _patterns():
            for cue in pattern.finditer(sentence):
                near = [(gap, each) for each in times if (gap := _gap(cue, each.start, each.end)) <= _NEAR]
                if near:
                    _, best = min(near, key=lambda pair: pair[0])
                    found.setdefault(step, []).append((best.text, best.period))
    return found


def _gap(cue: re.Match[str], start: int, end: int) -> int:
    return max(start - cue.end(), cue.start() - end, 0)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((step, re.compile(pattern, re.IGNORECASE)) for step, pattern in pairs("werkstappen.tsv"))


def _meet(one: Period, other: Period) -> bool:
    """Whether two terms have a day in common, or end so near each other that they may be one."""
    if not (one.start and one.end and other.start and other.end):
        return True
    return (one.start <= other.end and other.start <= one.end) or abs(one.end - other.end) <= _APART


def _is_later_plan(row: FactRow, place: Place) -> bool:
    """Whether the own term was still to come, or hardly over, when the other paper was made."""
    last, told = due(row), moment(place.passage.document)
    return bool(last and told and last >= told - _JUST_OVER)


def _is_newer(paper: DocumentRow, own: DocumentRow, told: datetime.date) -> bool:
    when = moment(paper)
    return paper.id != own.id and is_own(paper) and when is not None and when >= told


def _day_of_completion(row: FactRow) -> datetime.date | None:
    """The first day of the term of a promise that completes its project; None of others."""
    fact = row.fact
    is_last = isinstance(fact, Commitment) and fact.deadline is not None and completes(fact)
    return begin(row) if is_last else None


def _told_done(row: FactRow, whole: str) -> str:
    """The words that a promise leans on where they tell what was done ("heeft geleid tot het wegwerken"), else none."""
    before = whole.removesuffix(" ".join(row.fact.text.split()))
    said = [before[start:end].lower() for start, end in words(before)]
    is_perfect = any(form.tense == "participle" for word in said for form in forms_of(word))
    return before if is_perfect and not _HELPERS.isdisjoint(said) and not says_not_yet(before) else ""


def _is_one_act(listed: FactRow, done: str) -> bool:
    """Whether what was done is what the row of a list names."""
    return not matter_of(listed.fact.text, ()).acts.isdisjoint(matter_of(done, ()).acts)
