"""Of what years a sum is, whether it is the municipality's, and what a row of a table is called."""

import pytest

from ingest.facts.amounts import amounts
from ingest.facts.tables.labels import LONGEST_LABEL, label_of
from tests.facts.fact_documents import document, table


def of_years(text: str) -> list[tuple[float, int | None]]:
    return [(amount.value_eur, amount.year) for amount in amounts(document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Van 2026 t/m 2028 is € 200.000 nodig.", [(200_000, None)], id="t/m"),
        pytest.param("Wij reserveren in 2026 en 2027 € 81.000.", [(81_000, None)], id="en"),
        pytest.param("In de periode 2025-2028 besteden we € 5.000.", [(5_000, None)], id="dash"),
        pytest.param("In 2026, 2027 en 2028 is € 10.000 begroot.", [(10_000, None)], id="three"),
        pytest.param("In 2026 is € 1.000 en in 2027 € 2.000 nodig.", [(1_000, 2026), (2_000, 2027)], id="each its own"),
        pytest.param("Nota 2025/123 noemt € 5.000.", [(5_000, None)], id="number of a paper"),
    ],
)
def test_a_sum_for_several_years_is_not_of_the_last(text: str, expected: list[tuple[float, int | None]]) -> None:
    assert of_years(text) == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("Er is een landelijk tekort van 1,4 miljard euro.", [], id="landelijk tekort"),
        pytest.param("Het Rijk stelt landelijk € 300 miljoen beschikbaar.", [], id="landelijk beschikbaar"),
        pytest.param("Alle gemeenten samen komen € 600 miljoen tekort.", [], id="all municipalities"),
        pytest.param("Het kabinet trekt € 2 miljard uit.", [], id="milliards of the cabinet"),
        pytest.param("Van de landelijke € 300 miljoen ontvangt Waterdrecht € 1,2 miljoen.", [1.2e6], id="own share"),
        pytest.param("Uit het landelijke fonds ontvangen wij € 50.000.", [50_000], id="from a national fund"),
        pytest.param("Het Rijk geeft ons € 300.000 voor de landelijke aanpak.", [300_000], id="for a national plan"),
    ],
)
def test_a_national_sum_is_not_the_municipalitys(text: str, values: list[float]) -> None:
    assert [value for value, _ in of_years(text)] == values


@pytest.mark.parametrize(
    ("cells", "label"),
    [
        pytest.param(("Regionale Omroep", "Waterdrecht"), "Regionale Omroep Waterdrecht", id="two cells"),
        pytest.param(("Havenschap. Het havenschap beheert de kade.",), "Havenschap", id="ends with its sentence"),
        pytest.param(
            ("Servicepunt Zorg , De Vaarweg heeft een vermogen",), "Servicepunt Zorg", id="other row glued on"
        ),
        pytest.param(("Havenschap", "De kade wordt beheerd door " + "schippers " * 15), "Havenschap", id="explanation"),
        pytest.param(("1.2 Openbare orde",), "1.2 Openbare orde", id="code"),
        pytest.param(("6.22 Eerstelijnsvoorz. Jeugd",), "6.22 Eerstelijnsvoorz. Jeugd", id="cut word, and one more"),
        pytest.param(("Subsidies div. Clubs",), "Subsidies div. Clubs", id="abbreviation"),
        pytest.param((), "", id="no words"),
    ],
)
def test_the_label_of_a_row_ends_before_its_explanation(cells: tuple[str, ...], label: str) -> None:
    assert label_of(cells) == label


def test_a_label_is_cut_at_a_word() -> None:
    label = label_of(("bijdrage " * 30,))
    assert len(label) <= LONGEST_LABEL
    assert set(label.split()) == {"bijdrage"}


def test_the_rows_of_a_table_have_short_labels() -> None:
    explained = "Het Havenschap heeft een eigen vermogen dat groeit. Dit komt door de verkoop van grond."
    found = amounts(table(("Partij", "Bijdrage 2026"), (f"Servicepunt , {explained}", "€ 12.000")))
    assert [(amount.row, amount.value_eur) for amount in found] == [("Servicepunt", 12_000)]
