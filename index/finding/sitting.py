"""Who is in office by now, as far as the papers of a municipality tell."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from index.finding.terms_of_office import Career, Term, left_out, time_of
from index.language.mentions import surname_key
from index.store.moments import moment
from index.store.rows import DocumentRow

_OF_LATE = datetime.timedelta(days=366)
"""Before the newest paper: who isn't named for a year may be gone, and a paper that tells so may be missing."""

_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Sitting:
    """The people of a municipality, each by number in the list of careers, by surname.

    Attributes:
        newest: the newest paper that names somebody in office; None where no paper has a time.
        present: those who are named in an office of late, and whom nothing tells to have left by then.
        former: the others of this municipality.
        elsewhere: those of another municipality, or of none that is known, from papers about several.
    """

    newest: DocumentRow | None
    present: tuple[int, ...]
    former: tuple[int, ...]
    elsewhere: tuple[int, ...]


def sitting(careers: Sequence[Career], municipality: str) -> Sitting:
    """Who is in office, and who was."""
    papers = [term.last for career in careers for term in career.terms if moment(term.last)]
    newest = max(papers, key=time_of, default=None)
    by_surname = sorted(range(len(careers)), key=lambda number: surname_key(careers[number].person.name))
    own = {number for number in by_surname if careers[number].person.municipality == municipality}
    present = {number for number in own if newest and _is_present(careers[number], careers, time_of(newest))}
    return Sitting(
        newest,
        tuple(number for number in by_surname if number in present),
        tuple(number for number in by_surname if number in own - present),
        tuple(number for number in by_surname if number not in own),
    )


def _is_present(career: Career, careers: Sequence[Career], until: datetime.date) -> bool:
    """Whether an office is named of late and not its end, nobody came after, and no lists leave the person out."""
    return any(
        term.portfolio is None
        and term.after is None
        and not term.is_over
        and _OF_LATE >= until - time_of(term.last) >= datetime.timedelta(0)
        and not left_out(time_of(term.last), until + _DAY, _others(term, career, careers))
        for term in career.terms
    )


def _others(term: Term, career: Career, careers: Sequence[Career]) -> list[Term]:
    """The terms of others of the same municipality in this office."""
    return [
        other
        for each in careers
        if each is not career and each.person.municipality == career.person.municipality
        for other in each.terms
        if other.portfolio is None and other.role == term.role
    ]
