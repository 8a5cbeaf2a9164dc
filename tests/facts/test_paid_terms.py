"""The days on which somebody came or left, in the table of what top officials were paid."""

import datetime

import pytest

from ingest.fact_types import Period
from ingest.facts.officials import officials
from tests.facts.fact_documents import document

HEAD = "Gegevens 2024\nbedragen x € 1 | N. Tazelaar | A. Terpstra\nFunctiegegevens | Gemeentesecretaris | Griffier\n"
ALONE = "bedragen x € 1 | | N. Tazelaar\nFunctiegegevens | | Gemeentesecretaris a.i.\nKalenderjaar | 2024 | 2023\n"


def held(text: str) -> list[tuple[str, str | None, str | None]]:
    """Who is given which days, the first and the last."""
    found = [(fact.text, fact.held) for fact in officials(document(text))]
    return [(who, _iso(period.start), _iso(period.end)) for who, period in found if period]


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


@pytest.mark.parametrize(
    ("row", "days"),
    [
        pytest.param(
            "Aanvang en einde functievervulling in 2024 | 01.03 t/m 31.12 | 01.01 t/m 31.12",
            [("N. Tazelaar", "2024-03-01", None)],
            id="came",
        ),
        pytest.param(
            "Aanvang en einde functievervulling in 2024 | 1/1 - 31/5 | 1/6 – 31/12",
            [("N. Tazelaar", None, "2024-05-31"), ("A. Terpstra", "2024-06-01", None)],
            id="left and came",
        ),
        pytest.param(
            "Aanvang en einde functievervulling | [01-01] t/m [15-08] | 1 januari t/m 31 december",
            [("N. Tazelaar", None, "2024-08-15")],
            id="the year above the table",
        ),
        pytest.param(
            "Aanvang en einde functievervulling in 2024 | 01-01-2024 t/m 31-03-2024 | 1 april tot en met 31 december",
            [("N. Tazelaar", None, "2024-03-31"), ("A. Terpstra", "2024-04-01", None)],
            id="years and months in words",
        ),
        pytest.param("Aanvang en einde functievervulling in 2024 | 01.01 t/m 31.12 | N.v.t.", [], id="the whole year"),
        pytest.param("Aanvang en einde functievervulling in 2024 | 01.03 t/m 31.02 | 32.13 - 1.1", [], id="no days"),
        pytest.param("Aanvang en einde functievervulling in 2024 | 01.03 t/m 31.12", [], id="a cell is missing"),
        pytest.param("Omvang dienstverband in 2024 | 01.03 t/m 31.12 | 1,0", [], id="another row"),
    ],
)
def test_each_column_tells_of_its_own_official(row: str, days: list[tuple[str, str | None, str | None]]) -> None:
    assert held(f"{HEAD}{row}\n") == days


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        pytest.param("01.01 t/m 11.02 | 12.4 t/m 31.12", "2023-04-12", "2024-02-11", id="on through the new year"),
        pytest.param("01.03 t/m 11.05 | 12.4 t/m 31.8", "2024-03-01", "2024-05-11", id="the later of two times"),
        pytest.param("01.02 t/m 31.12 | N.v.t.", "2024-02-01", None, id="one year of the two"),
    ],
)
def test_one_official_has_a_column_for_each_year(days: str, first: str, last: str | None) -> None:
    row = f"Periode functievervulling in het kalenderjaar (aanvang – einde) | {days}\n"
    assert held(ALONE + row) == [("N. Tazelaar", first, last)]


def test_a_row_of_a_table_does_not_run_on_to_the_next() -> None:
    assert [fact.name for fact in officials(document(ALONE))] == ["N. Tazelaar"]


def test_the_years_of_two_officials_are_not_told_apart() -> None:
    two = ALONE.replace("| | N. Tazelaar", "| N. Tazelaar | A. Terpstra").replace(
        "| | Gemeente", "| Griffier | Gemeente"
    )
    assert held(f"{two}Periode functievervulling | 01.03 t/m 31.12 | 1.4 t/m 31.12\n") == []


def test_a_mention_elsewhere_in_the_paper_is_given_no_days() -> None:
    row = "Aanvang en einde functievervulling in 2024 | 01.03 t/m 31.12 | 01.01 t/m 31.12\n"
    text = f"Gemeentesecretaris N. Tazelaar opent.\n{HEAD}{row}"
    assert [fact.held for fact in officials(document(text)) if fact.text == "N. Tazelaar"] == [
        None,
        Period(datetime.date(2024, 3, 1), None),
    ]
