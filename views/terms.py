"""How long documents name somebody in an office or portfolio, in Dutch."""

from index.rows import DocumentRow
from index.terms_of_office import Term
from ingest.fact_types import Period
from views.words import ROLE, counted, day

_NO_DATE = " (datum niet gevonden)"


def term_in_words(term: Term) -> str:
    """ "Wethouder: genoemd van 4 mei 2021 tot en met 2 juni 2022, in 3 stukken. Daarna: Ans Post." """
    what = f"Portefeuille {term.portfolio}" if term.portfolio else ROLE[term.role].capitalize()
    first, last = _moment_in_words(term.first), _moment_in_words(term.last)
    if term.first.id == term.last.id:
        told = f"{what}: genoemd {'op ' if _dated(term.first) else 'in '}{first}."
    else:
        told = f"{what}: genoemd van {first} tot en met {last}, in {counted(term.documents)}."
    before = f" Daarvoor: {term.before}." if term.before else ""
    after = f" Daarna: {term.after}." if term.after else ""
    return told + before + after


def _dated(document: DocumentRow) -> bool:
    return document.identity.date.value is not None


def _moment_in_words(document: DocumentRow) -> str:
    """The date that a document bears; of one without, what it is about."""
    if _dated(document):
        return day(document.identity.date.value)
    if document.year is not None:
        return f"een stuk over {document.year}{_NO_DATE}"
    period = document.identity.plan_period.value
    return f"een stuk{_years(period)}{_NO_DATE}"


def _years(period: Period | None) -> str:
    if period is None or period.start is None:
        return ""
    if period.end is None:
        return f" voor {period.start.year} en later"
    return f" voor {period.start.year} tot en met {period.end.year}"
