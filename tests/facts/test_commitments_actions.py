"""What a commitment does is a verb, of two words at most, and what it is done to stands beside it."""

import pytest

from tests.facts.committing import found, only


@pytest.mark.parametrize(
    ("text", "doc_type", "action"),
    [
        pytest.param(
            "Wij willen dat de gemeente de kade herstelt.", "verkiezingsprogramma", "herstellen", id="want that"
        ),
        pytest.param(
            "Daarom wil D66 dat ouderen les krijgen.", "verkiezingsprogramma", "krijgen", id="party wants that"
        ),
        pytest.param("Ons streven is om de kade in 2028 te herstellen.", "programmabegroting", "herstellen", id="to"),
        pytest.param(
            "Het voornemen is om een tender uit te schrijven.", "programmabegroting", "uitschrijven", id="out"
        ),
        pytest.param("Wij willen meer bankjes langs de vaart.", "verkiezingsprogramma", "willen", id="want things"),
        pytest.param("We gaan in gesprek met de buurt over de kade.", "coalitieakkoord", "gaan", id="go into"),
        pytest.param("De jeugd krijgt in 2027 extra aandacht.", "programmabegroting", "krijgen", id="gets"),
        pytest.param(
            "In 2027 is er extra aandacht voor de jeugd.", "programmabegroting", "aandacht geven", id="attention"
        ),
        pytest.param("We zijn druk bezig met de kade.", "programmabegroting", "bezig zijn", id="busy"),
    ],
)
def test_the_action_is_a_verb(text: str, doc_type: str, action: str) -> None:
    assert only(text, doc_type, 2027).action == action


@pytest.mark.parametrize(
    ("text", "action"),
    [
        pytest.param("Akkoord te gaan met de strategie voor de haven.", "akkoord gaan", id="to agree"),
        pytest.param("Akkoord met de strategie voor de haven.", "akkoord gaan", id="agreed"),
        pytest.param("De nota over de haven is vastgesteld.", "vaststellen", id="adopted"),
    ],
)
def test_so_is_that_of_a_decision(text: str, action: str) -> None:
    assert only(f"Besluit:\n{text}", "besluitenlijst", 2027).action == action


@pytest.mark.parametrize(
    ("line", "action", "thing"),
    [
        pytest.param("Vaststelling nota Groen: mei 2027", "vaststelling", "nota Groen", id="noun of an act"),
        pytest.param("Inloopavond voor de buurt: juni 2027", "plaatsvinden", "Inloopavond voor de buurt", id="event"),
    ],
)
def test_a_step_of_a_planning_is_an_act_or_an_event(line: str, action: str, thing: str) -> None:
    first, *_ = found(f"# Planning\n{line}\nUitvoering plan: maart 2028", "rib", 2027)
    assert (first.action, first.object) == (action, thing)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        pytest.param("Waar mogelijk worden bruggen verbreed.", "bruggen", id="where possible"),
        pytest.param("Zo nodig worden de lampen vervangen.", "de lampen", id="so needed"),
        pytest.param("In Waterdrecht worden in 2027 twee pleinen vergroend.", "twee pleinen", id="a place first"),
    ],
)
def test_a_circumstance_is_no_object(text: str, thing: str) -> None:
    assert only(text).object == thing
