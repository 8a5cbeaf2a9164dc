"""Officials in the forms that municipalities use: all that work is measured on comes out as labelled."""

import pytest

from evaluation.score_commitments import document_of
from evaluation.score_officials import SETS, Case, found_in, leaked, read_cases
from ingest.facts.officials import officials
from ingest.facts.people.name_lists import surname_first_in
from tests.facts.fact_documents import document, table

UNMET = {
    "visiting mayor of another town": "a municipality that no list has is read as the end of a surname",
    "candidate to be sworn in": "the full name stands with an office that isn't held yet",
}


def _marked(case: Case) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=UNMET[case.name])] if case.name in UNMET else []
    return pytest.param(case, marks=marks, id=case.name)


@pytest.mark.parametrize("case", [_marked(c) for name in SETS for c in read_cases(name) if c.split == "work"])
def test_gives_each_official_the_office_and_portfolio(case: Case) -> None:
    found = found_in(case.text, case.municipality)
    assert {name: role for name, (role, _) in found.items()} == {
        name: role for name, (role, _) in case.expected.items()
    }
    topics = {name: topic for name, (_, topic) in case.expected.items() if topic}
    assert {name: found[name][1] for name in topics} == topics
    assert leaked(case, found) == []


def test_surnames_first_are_read_only_where_nothing_else_stands() -> None:
    line = "Molen, van der H., Kraan, B."
    assert [name.full for name in surname_first_in(line, 0, len(line))] == ["H. van der Molen", "B. Kraan"]
    line = "Kraan, B. de Boer"
    assert surname_first_in(line, 0, len(line)) == []


def _held(rows: list[tuple[str, ...]]) -> list[tuple[str, str, str | None]]:
    return [(fact.name, fact.role, fact.portfolio) for fact in officials(table(*rows))]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [("Naam", "Portefeuille"), ("Burgemeester Noor Tazelaar", "Openbare orde, archief")],
            ("Noor Tazelaar", "burgemeester", "Openbare orde, archief"),
            id="office beside the name",
        ),
        pytest.param(
            [("Functie", "Naam", "Portefeuille"), ("wethouder", "Bas Kraan", "Wonen en sport")],
            ("Bas Kraan", "wethouder", "Wonen en sport"),
            id="office first",
        ),
        pytest.param(
            [("Programma", "Portefeuillehouder"), ("Veiligheid", "Noor Tazelaar")],
            ("Noor Tazelaar", "portefeuillehouder", "Veiligheid"),
            id="programmes",
        ),
        pytest.param(
            [("Wethouder", "Aandachtsgebieden"), ("Kraan, B.", "Wonen en sport")],
            ("B. Kraan", "portefeuillehouder", "Wonen en sport"),
            id="surname first",
        ),
    ],
)
def test_tables_of_the_college(rows: list[tuple[str, ...]], expected: tuple[str, str, str]) -> None:
    assert _held(rows) == [expected]


def test_civil_servants_and_residents_in_a_table_are_none() -> None:
    assert _held([("Naam", "Functie"), ("Truus Bos", "beleidsadviseur"), ("Karel Vos", "inspreker")]) == []


@pytest.mark.parametrize(
    ("text", "portfolio"),
    [
        pytest.param("Programma 2 Veiligheid\nPortefeuillehouder: N. Tazelaar", "Veiligheid", id="programme above"),
        pytest.param("Portefeuillehouder jeugd: wethouder N. Tazelaar", "jeugd", id="topic in the label"),
        pytest.param("2.1 Stand van zaken\nPortefeuillehouder: N. Tazelaar", "", id="another heading above"),
    ],
)
def test_portfolio_of_a_field(text: str, portfolio: str) -> None:
    assert found_in(text)["N. Tazelaar"][1] == portfolio


def test_deputy_mayor_keeps_the_office_that_the_text_gives_elsewhere() -> None:
    text = "Aanwezig: wethouder B. Kraan.\n\nB. Kraan,\nloco-burgemeester"
    assert found_in(text) == {"B. Kraan": ("wethouder", "")}


@pytest.mark.parametrize(
    "text",
    ["N. Tazelaar MSc, burgemeester", "Drs. N. Tazelaar, MBA (burgemeester)", "mr. N. Tazelaar LL.M., burgemeester"],
)
def test_degrees_stand_between_a_name_and_its_office(text: str) -> None:
    (official,) = officials(document(text))
    assert (official.name, official.role) == ("N. Tazelaar", "burgemeester")


def test_the_label_of_who_keeps_the_minutes_is_nobodys_name() -> None:
    text = "Aanwezig: de heer S. Pottema, wethouder Notulen: de heer M. Kunst, Schrijfbureau Nederland"
    assert {official.name for official in officials(document_of(text, "raadsverslag"))} == {"S. Pottema"}


def test_half_of_a_double_surname_is_the_same_person() -> None:
    text = "Mw. M.J.D. Kanters - de Beek ( Burgemeester )\n\nBurgemeester Kanters zegt toe dat zij de raad bericht."
    found = officials(document_of(text, "raadsverslag"))
    assert [(official.name, official.text) for official in found] == [
        ("M.J.D. Kanters-de Beek", "M.J.D. Kanters - de Beek"),
        ("M.J.D. Kanters-de Beek", "Kanters"),
    ]


def test_half_of_a_double_surname_in_another_office_is_somebody_else() -> None:
    text = "Wethouder M.J.D. Kanters-de Beek opent de zitting.\n\nBurgemeester Kanters sluit haar."
    assert {official.name for official in officials(document_of(text, "raadsverslag"))} == {
        "M.J.D. Kanters-de Beek",
        "Kanters",
    }
