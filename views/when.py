"""When a paper speaks, in words: the date that it bears, else what it is about, else after when it was written."""

from index.store.rows import DocumentRow
from ingest.fact_types import Period
from views.words import day


def when(document: DocumentRow) -> str:
    """ "4 november 2021", "Zonder datum, over 2023": what merely orders a paper in time is no date to cite."""
    date = document.identity.date.value
    return day(date) if date else ", ".join(filter(None, ("Zonder datum", about(document))))


def about(document: DocumentRow) -> str:
    """Of a paper without a date: "over 2023", "voor 2023 tot en met 2026", "uit 2026 of later"; empty where nothing of
    it is known."""
    if document.year is not None:
        return f"over {document.year}"
    told = document.identity.last_told.value
    return _of(document.identity.plan_period.value) or (f"uit {told.year} of later" if told else "")


def _of(period: Period | None) -> str:
    if period is None or period.start is None:
        return ""
    if period.end is None:
        return f"voor {period.start.year} en later"
    return f"voor {period.start.year} tot en met {period.end.year}"
