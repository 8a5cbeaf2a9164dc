"""Who sits in a seat that a paper names without its holder: an office that one person has, or one with a portfolio."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from index.finding.terms_of_office import COUNCIL, ONE_AT_A_TIME, Career, Term, time_of, topics_of
from index.store.moments import moment
from index.store.rows import DocumentRow, FactRow
from ingest.fact_types import Commitment

_OFFICE = re.compile(
    r"(?:de )?(?P<role>burgemeester|wethouder|portefeuillehouder|griffier)(?: (?:voor|van))?(?P<rest> .+)?"
)


def by_office(careers: Sequence[Career], commitments: Iterable[FactRow]) -> dict[int, list[FactRow]]:
    """Commitments of an office or portfolio without a name ("de burgemeester"), by the place of a career in the list.

    One counts for the only person who is named in that office around the time of the document.
    """
    found: dict[int, list[FactRow]] = defaultdict(list)
    for row in commitments:
        fact = row.fact
        words = (fact.actor, fact.holder, fact.speaker) if isinstance(fact, Commitment) else ()
        offices = {office for each in words if each and (office := _office(each))}
        when = moment(row.document)
        if offices and when:
            holders = [
                number
                for number, career in enumerate(careers)
                if _holds(career, row.document.municipality, offices, when)
            ]
            if len(holders) == 1:
                found[holders[0]].append(row)
    return dict(found)


def who_had(office: str, document: DocumentRow, careers: Sequence[Career]) -> tuple[str, ...]:
    """The names of those whom other papers give this office, in the years of one council around the time of this paper.

    "Wethouder Sport en Wonen" is told by its topics; an office that one person has only while it is that person's.
    """
    seat, when = _office(office), moment(document)
    if not seat or not when:
        return ()
    around = COUNCIL if seat[1] else datetime.timedelta(0)
    return tuple(
        career.person.name for career in careers if _holds(career, document.municipality, {seat}, when, around)
    )


def _office(words: str) -> tuple[str, frozenset[str]] | None:
    """The office and its topics, where the words name nothing else; a wethouder is only known by a portfolio."""
    found = _OFFICE.fullmatch(" ".join(words.casefold().split()))
    if not found:
        return None
    topics = topics_of(found["rest"] or "")
    return (found["role"], topics) if topics or found["role"] in ONE_AT_A_TIME else None


def _holds(
    career: Career,
    municipality: str | None,
    offices: set[tuple[str, frozenset[str]]],
    when: datetime.date,
    around: datetime.timedelta = datetime.timedelta(0),
) -> bool:
    if municipality is None or career.person.municipality != municipality:
        return False
    return any(
        _is_near(term, when, around) and _is_seat(term, role, topics)
        for term in career.terms
        for role, topics in offices
    )


def _is_near(term: Term, when: datetime.date, around: datetime.timedelta) -> bool:
    """Whether it is a day of the term, or so little before or after it; a term of which no time is known never is."""
    last = time_of(term.last)
    return last != datetime.date.max and time_of(term.first) - around <= when <= last + around


def _is_seat(term: Term, role: str, topics: frozenset[str]) -> bool:
    if topics:
        return term.portfolio is not None and topics_of(term.portfolio) == topics
    return term.portfolio is None and term.role == role
