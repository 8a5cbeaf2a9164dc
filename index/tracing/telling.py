"""Which papers can tell what came of a commitment: by when they were made, and by the year that they report on."""

import datetime
import re

from index.follow import Step
from index.language.matter import says
from index.language.wordlists import any_of
from index.store.moments import begin, last_day, moment, written_after
from index.store.rows import DocumentRow, FactRow
from index.tracing.quoting import is_figures
from index.tracing.stages import stage
from ingest.fact_types import Commitment
from ingest.facts.periods import time_expressions

_YEAR = re.compile(r"\b20\d\d\b")


def may_tell(document: DocumentRow, said: datetime.date) -> bool:
    """Whether a paper can tell what came of something said that day: written later, and not about a year before."""
    when = moment(document) or said
    return when >= said and (document.year is None or stage(document) != "verslag" or document.year >= said.year)


def is_since(document: DocumentRow, row: FactRow) -> bool:
    """Whether a paper may tell what was done within the term of a commitment: one from before its first day, or on a
    year before it, doesn't."""
    first, when = begin(row), moment(document)
    if first is None:
        return True
    if stage(document) == "verslag" and document.year:
        return document.year >= first.year
    return when is None or when >= first


def is_of_before(text: str, row: FactRow) -> bool:
    """Whether a sentence tells only of times that were over when a commitment was made: that is not what came of it."""
    made = written_after(row.document)
    ends = [each.period.end for each in time_expressions(text, 0, len(text)) if each.period.end and not each.bare]
    return made is not None and bool(ends) and max(ends) < made


def reports_on(document: DocumentRow, row: FactRow) -> bool:
    """Whether it is a report, a paper of the council, or one without a date that looks back, that may tell of it."""
    looks_back = document.identity.last_told.value is not None
    return (looks_back or stage(document) in {"verslag", "raad"}) and is_since(document, row)


def tells_itself(row: FactRow) -> bool:
    """Whether a report may tell what came of a promise that it repeats: its term was over when the report was made."""
    last, now = last_day(row), moment(row.document)
    return stage(row.document) == "verslag" and bool(last and now and last < now)


def newness(document: DocumentRow) -> int:
    """Sorts papers by their moment, the newest first."""
    return -(moment(document) or datetime.date.min).toordinal()


def says_not_yet(text: str) -> bool:
    """Whether a sentence says that something is not done yet, or comes later than it was to come."""
    return bool(any_of("uitstel.txt").search(text))


def tells(step: Step) -> bool:
    """Whether a sentence tells what was done, instead of planning it again; where nothing says of when its paper is, it
    may be of before."""
    fact = step.fact.fact if step.fact else None
    if step.moment is None or (isinstance(fact, Commitment) and fact.status == "planned"):
        return False
    return stage(step.passage.document) in {"verslag", "raad"} or isinstance(fact, Commitment)


def is_told(text: str) -> bool:
    """Whether a line says something: a sentence or a row of a table, but no row of figures, which needs its heads."""
    return says(text) and not is_figures(text)


def is_habit(text: str) -> bool:
    """Whether a sentence says how things always go: "Jaarlijks wordt een plan opgesteld", with no year of its own."""
    return is_recurring(text) and not _YEAR.search(text)


def is_recurring(text: str) -> bool:
    """Whether a sentence tells of what is done every year, month or week."""
    return any(each.bound == "recurring" for each in time_expressions(text, 0, len(text)))
