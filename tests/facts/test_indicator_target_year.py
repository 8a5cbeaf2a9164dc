"""The year of a target: that of its column, or the one that its sentence gives it."""

import pytest

from ingest.facts.indicators import indicators
from tests.facts.fact_documents import document, table


def of_sentence(text: str) -> list[tuple[str | None, int | None, str | None, int | None]]:
    return [(one.value, one.reference_year, one.target, one.target_year) for one in indicators(document(text))]


@pytest.mark.parametrize(
    ("text", "target_year"),
    [
        pytest.param("Het aantal meldingen moet dalen tot maximaal 150 in 2029.", 2029, id="behind the target"),
        pytest.param("In 2030 mag het aantal inbraken hoogstens 80 zijn.", 2030, id="where the sentence opens"),
        pytest.param("Uiterlijk in 2028 is het aantal klachten maximaal 40.", 2028, id="by a year"),
        pytest.param(
            "Het aantal ongevallen daalt van 90 in 2024 naar minimaal 60 eind 2027.", 2027, id="beside a value"
        ),
        pytest.param("Het aantal meldingen mag niet boven de 150 komen.", None, id="no year"),
        pytest.param(
            "Het aantal meldingen mag niet boven de 150 komen, zo besloot de raad in 2021.", None, id="of a decision"
        ),
        pytest.param("Ten opzichte van 2019 moet het aantal branden met minimaal 20% dalen.", None, id="compared with"),
        pytest.param("Sinds 2018 is de norm dat de wachttijd maximaal 10 weken is.", None, id="since"),
        pytest.param("In 2024 is de norm van maximaal 40 klachten over het aantal honden gehaald.", None, id="reached"),
        pytest.param("In 2024 steeg het aantal klachten, dat maximaal 40 mag zijn.", None, id="year of the past"),
    ],
)
def test_year_of_a_target_in_a_sentence(text: str, target_year: int | None) -> None:
    assert {found[3] for found in of_sentence(text)} == {target_year}


def test_sentence_behind_a_figure_gives_its_target_a_year() -> None:
    text = "Het aantal meldingen was 145 in 2026. Ons doel is 100 in 2029."
    assert of_sentence(text) == [("145", 2026, None, None), (None, 2029, "100", 2029)]


def test_column_gives_the_target_its_year() -> None:
    head = ("Indicator", "Realisatie 2024", "Streefwaarde 2028")
    (found,) = indicators(table(head, ("Winkeldiefstallen", "2,4", "1,8")))
    assert (found.reference_year, found.target, found.target_year) == (2024, "1,8", 2028)


def test_column_without_a_year_gives_none() -> None:
    head = ("Indicator", "Realisatie 2024", "Streefwaarde")
    (found,) = indicators(table(head, ("Winkeldiefstallen", "2,4", "1,8")))
    assert (found.reference_year, found.target, found.target_year) == (2024, "1,8", None)


def test_each_of_several_targets_has_its_own_year() -> None:
    head = ("Indicator", "Realisatie 2024", "Streefwaarde 2026", "Streefwaarde 2028")
    found = indicators(table(head, ("Winkeldiefstallen", "2,4", "2,0", "1,8")))
    assert [(one.target, one.target_year) for one in found] == [("2,0", 2026), ("1,8", 2028)]


def test_year_in_the_cell_goes_before_that_of_the_column() -> None:
    head = ("Indicator", "Realisatie 2024", "Streefwaarde 2026")
    (found,) = indicators(table(head, ("Restafval", "211 (2023)", "190 (2025)")))
    assert (found.reference_year, found.target, found.target_year) == (2023, "190", 2025)


def test_no_target_has_no_year() -> None:
    (found,) = indicators(table(("Indicator", "2024", "2025"), ("Winkeldiefstallen", "2,4", "")))
    assert (found.value, found.target, found.target_year) == ("2,4", None, None)
