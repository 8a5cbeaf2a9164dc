"""What tells how things are, who does what by law, and what a paper is: none of it commits to anything."""

import pytest

from tests.facts.committing import found, only


@pytest.mark.parametrize(
    "heading", ["Waar staan we?", "3.1 Waar staan we nu?", "Huidige situatie", "2.4 De huidige stand van zaken"]
)
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("De gemeente Waterdrecht koopt het leerlingenvervoer zelf in.", id="buys in"),
        pytest.param("De schulphulp wordt uitgevoerd door de gemeente.", id="is carried out"),
        pytest.param("Waar nodig wordt een tolk ingezet.", id="where needed"),
        pytest.param("De gemeente stuurt op een goede mix van winkels.", id="steers"),
        pytest.param("Wij onderhouden de bruggen samen met Oosterhage.", id="we maintain"),
    ],
)
def test_below_a_heading_that_asks_how_things_are_the_present_describes(heading: str, text: str) -> None:
    assert found(f"# {heading}\n{text}", "beleidsnota", None) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("In 2028 vervangen wij de brug bij de haven.", "planned", id="dated"),
        pytest.param(
            "Bij de Kadernota 2028 wordt het beeld van de haven geactualiseerd.", "planned", id="names a year"
        ),
        pytest.param("Ook wordt onderzocht hoe de haven groener kan.", "planned", id="explores"),
        pytest.param("De gemeente gaat de brug bij de haven vervangen.", "planned", id="will"),
        pytest.param("Op korte termijn stelt het college de regels vast.", "planned", id="soon"),
        pytest.param("De nota Groen is vastgesteld.", "realised", id="done"),
        pytest.param("Wij willen de haven opknappen.", "planned", id="want"),
    ],
)
def test_what_will_be_or_was_done_counts_there_too(text: str, status: str) -> None:
    assert only(f"# Waar staan we?\n{text}", "beleidsnota", None).status == status


@pytest.mark.parametrize("heading", ["Wat gaan we doen?", "Opgaven voor de komende jaren", "Haven"])
def test_below_another_heading_the_present_is_a_plan(heading: str) -> None:
    assert only(f"# {heading}\nDe brug bij de haven wordt vervangen.", "beleidsnota", None).status == "planned"


def test_what_was_done_since_a_time_is_a_result_without_deadline() -> None:
    done = only("Sinds juni 2026 zijn de lampen langs de kade vervangen.", "jaarstukken", 2026)
    assert (done.status, done.deadline) == ("realised", None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Met trots presenteren wij ons verkiezingsprogramma.", id="proudly"),
        pytest.param("Hierbij presenteren wij de tweede bestuursrapportage.", id="herewith"),
        pytest.param("Met genoegen bieden wij u de begroting 2027 aan.", id="with pleasure"),
    ],
)
def test_a_foreword_that_presents_the_paper_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("De landelijke regeling voor muziekles wordt met ingang van 2028 verlengd.", id="scheme"),
        pytest.param("In 2028 wordt de landelijke norm voor geluid herzien.", id="standard"),
        pytest.param("Hoewel wij klaar zijn, is de landelijke invoering opnieuw uitgesteld.", id="put off"),
        pytest.param("Het Rijksbudget voor taalles wordt in 2027 beschikbaar gesteld aan gemeenten.", id="budget"),
        pytest.param("2. De landelijke norm wordt in 2028 herzien.", id="an item"),
        pytest.param("De Europese richtlijn wordt in 2027 herzien.", id="directive"),
    ],
)
def test_what_the_state_does_is_none(text: str) -> None:
    assert found(text) == []


def test_what_the_municipality_does_with_the_state_s_is_its_own() -> None:
    assert only("Met het landelijke budget wordt in 2027 het plein vernieuwd.").status == "planned"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Dit is een half jaar later dan gepland.", id="later than planned"),
        pytest.param("Door de griep is het aantal bezoeken lager dan begroot.", id="lower than budgeted"),
        pytest.param("In Waterdrecht wordt het welzijn van dieren serieus genomen.", id="taken seriously"),
        pytest.param(
            "De meerjarenbalans is opgesteld in de veronderstelling dat alles wordt uitgegeven.", id="balance"
        ),
        pytest.param("In onderstaande weergaven zijn de percentages afgerond.", id="rounded"),
        pytest.param("Telkens moet worden bepaald welke rol de gemeente wil spelen.", id="which role"),
        pytest.param("Het is belangrijk te bepalen welke taken de gemeente zelf wil uitvoeren.", id="which tasks"),
        pytest.param("Hoe plannen worden vastgesteld, hangt af van de wet.", id="how"),
        pytest.param("Er wordt gewerkt vanuit drie waarden.", id="values"),
        pytest.param("De stoepen moeten veilig zijn, zijn de lampen vervangen en zijn de bomen geplant.", id="must"),
        pytest.param("De nota helpt de gemeente om keuzes te maken.", id="paper helps"),
    ],
)
def test_comparisons_sub_questions_and_values_are_none(text: str) -> None:
    assert found(text, "jaarstukken", 2026) == []
