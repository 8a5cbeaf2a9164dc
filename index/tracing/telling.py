"""Which papers can tell what came of a commitment: by when they were made, and by the year that they report on."""

import datetime
import re
from functools import cache

from index.follow import Step
from index.language.wordlists import entries
from index.store.moments import last_day, moment
from index.store.rows import DocumentRow, FactRow
from index.tracing.stages import stage
from ingest.fact_types import Commitment


def may_tell(document: DocumentRow, said: datetime.date) -> bool:
    """Whether a paper can tell what came of something said that day: written later, and not about a year before."""
    when = moment(document) or said
    return when >= said and (document.year is None or stage(document) != "verslag" or document.year >= said.year)


def reports_on(document: DocumentRow, row: FactRow) -> bool:
    """Whether a report, or a paper of the council, may tell of it: one on a year before its term begins doesn't."""
    fact = row.fact
    begin = fact.deadline.period.start if isinstance(fact, Commitment) and fact.deadline else None
    if stage(document) == "verslag" and begin and document.year:
        return document.year >= begin.year
    return stage(document) in {"verslag", "raad"}


def tells_itself(row: FactRow) -> bool:
    """Whether a report may tell what came of a promise that it repeats: its term was over when the report was made."""
    last, now = last_day(row), moment(row.document)
    return stage(row.document) == "verslag" and bool(last and now and last < now)


def newness(document: DocumentRow) -> int:
    """Sorts papers by their moment, the newest first."""
    return -(moment(document) or datetime.date.min).toordinal()


def says_not_yet(text: str) -> bool:
    """Whether a sentence says that something is not done yet, or comes later than it was to come."""
    return bool(_not_yet().search(text))


@cache
def _not_yet() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in entries("uitstel.txt")), re.IGNORECASE)


def tells(step: Step) -> bool:
    """Whether a sentence tells what was done, instead of planning it again."""
    fact = step.fact.fact if step.fact else None
    if isinstance(fact, Commitment) and fact.status == "planned":
        return False
    return stage(step.passage.document) in {"verslag", "raad"} or isinstance(fact, Commitment)
