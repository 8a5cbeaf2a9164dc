"""Acts told otherwise than by the plainest verb: results of work, choices, what is put before a council."""

import pytest

from tests.facts.committing import found, only


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Met drie sportclubs is contact gelegd.", id="contact"),
        pytest.param("Er zijn voorbereidingen getroffen voor de nieuwe markt.", id="preparations"),
        pytest.param("De eerste stappen zijn gezet naar een groene wijk.", id="steps"),
        pytest.param("Er is onderzocht welke bomen de bewoners wensen.", id="which was asked"),
        pytest.param("De vragen over de haven zijn beantwoord.", id="answered"),
        pytest.param("De evaluatie is met de raad gedeeld.", id="shared"),
        pytest.param("Met de politie is een bende opgerold.", id="rounded up"),
        pytest.param("In vier buurten hebben wandelingen met bewoners plaatsgevonden.", id="took place"),
        pytest.param("De planning voor de haven is gepresenteerd aan de buurt.", id="presented"),
    ],
)
def test_a_report_tells_results_of_work(text: str) -> None:
    assert only(text, "jaarstukken", 2026).status == "realised"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("De inwoners zijn vaker op vakantie gegaan.", id="holidays"),
        pytest.param("De huizenprijzen zijn gestegen.", id="prices"),
        pytest.param("Er is weinig contact met de jeugd.", id="little contact"),
        pytest.param("De bezoekers hebben een beeld van de haven.", id="picture"),
    ],
)
def test_what_happened_to_others_is_no_result(text: str) -> None:
    assert found(text, "jaarstukken", 2026) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("Wij hebben ervoor gekozen om de bibliotheek open te houden.", "realised", id="chosen to"),
        pytest.param("De gemeente heeft ervoor gekozen in te zetten op groen.", "realised", id="chose"),
        pytest.param("We gaan verhuurders verplichten om woningen te isoleren.", "planned", id="oblige"),
        pytest.param(
            "Daar waar nodig zal de raad in de gelegenheid worden gesteld om te kiezen.", "planned", id="able"
        ),
        pytest.param("In 2028 volgen nog twintig woningen.", "planned", id="follow"),
    ],
)
def test_choices_and_steps_are_acts(text: str, status: str) -> None:
    assert only(text, "coalitieakkoord", 2026).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("Het rapport voorleggen aan de commissie van 4 maart a.s.", "planned", id="lay before"),
        pytest.param("Akkoord te gaan met de strategie voor de haven", "realised", id="agree"),
        pytest.param("tot het opheffen van de reserve voor de haven;", "realised", id="to the lifting"),
        pytest.param("een bedrag van € 5.000 beschikbaar stellen voor de haven.", "planned", id="make available"),
        pytest.param("het plan voor de haven vast te stellen.", "realised", id="adopt"),
    ],
)
def test_an_item_of_a_decision_is_one(text: str, status: str) -> None:
    assert only(f"Besluit:\n* {text}", "besluitenlijst", 2026).status == status


def test_a_cell_of_a_table_that_is_prose_is_read() -> None:
    told = "De brug bij de haven is oud, smal en steil voor wie er dagelijks met de fiets overheen moet. " * 3
    row = f"| Bruggen | {told}Waar nodig zal de raad in de gelegenheid worden gesteld om bij te sturen. | 750"
    (act,) = found(row, "programmabegroting", 2027)
    assert act.text == "Waar nodig zal de raad in de gelegenheid worden gesteld om bij te sturen."


def test_a_short_cell_of_a_table_is_not() -> None:
    assert found("| Bruggen | De brug wordt in 2027 vervangen. | 750", "programmabegroting", 2027) == []
