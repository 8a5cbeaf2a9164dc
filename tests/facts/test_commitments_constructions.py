"""Constructions of real papers: what a paper says of itself, and acts told otherwise than by a plain verb."""

import pytest

from tests.facts.committing import found, only


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("In de jaarstukken leggen wij verantwoording af over het beleid.", id="accounts for it"),
        pytest.param("Dit plan beschrijft de opgaven in de periode 2027-2030.", id="the plan describes"),
        pytest.param("Met dit havenplan geven we koers en richting aan het werk.", id="gives direction"),
        pytest.param("Daarna gaat het verslag per programma in op de resultaten in 2026.", id="goes into"),
        pytest.param("In de paragrafen krijgt u een toelichting op de risico's.", id="you get an explanation"),
        pytest.param("Ik stel vast dat het programma op schema ligt.", id="finds"),
    ],
)
def test_what_a_paper_says_of_itself_is_no_act(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        pytest.param("Met dit havenplan pakken we de overlast op de kade aan.", "aanpakken", id="acts by the plan"),
        pytest.param("In de kadernota nemen wij geld voor de kade op.", "opnemen", id="puts money in"),
        pytest.param("Wij stellen in 2027 het havenplan vast.", "vaststellen", id="lays down"),
    ],
)
def test_what_is_done_by_or_in_a_paper_is_an_act(text: str, action: str) -> None:
    assert only(text).action == action


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("De voorzitter schorst de vergadering voor het overleg.", id="adjourns"),
        pytest.param("In de avond worden vier moties ingediend.", id="motions"),
        pytest.param("Daarna wordt het woord gevoerd door de wethouder.", id="speaks"),
        pytest.param("Vergaderdatum: 4 maart 2027\nVerzonden: 6 maart 2027", id="days of the paper"),
    ],
)
def test_the_course_of_a_meeting_is_no_act(text: str) -> None:
    assert found(text, "besluitenlijst") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("Wethouder Kraan meldt dat de nota in mei wordt aangeboden.", "planned", id="an official says"),
        pytest.param("In dit akkoord staat dat we de kade in 2027 vernieuwen.", "planned", id="the paper says"),
        pytest.param("Wethouder Kraan meldt dat de kade is vernieuwd.", None, id="what was done is only told"),
        pytest.param("De bewoners melden dat de kade wordt vernieuwd.", None, id="others say"),
        pytest.param("In dit akkoord staat dat bewoners de kade gebruiken.", None, id="of others"),
    ],
)
def test_what_somebody_competent_says_that_will_be(text: str, status: str | None) -> None:
    assert [fact.status for fact in found(text, "nieuws")] == ([status] if status else [])


@pytest.mark.parametrize(
    ("text", "doc_type", "status"),
    [
        pytest.param("Wij hebben ons voorgenomen de lasten te verlagen.", "coalitieakkoord", "planned", id="resolved"),
        pytest.param("Wij zijn erin geslaagd de wachtlijst in te korten.", "jaarstukken", "realised", id="succeeded"),
        pytest.param("Winkeliers zijn erin geslaagd hun omzet te houden.", "jaarstukken", None, id="others succeeded"),
        pytest.param("Wij zijn aan het uitzoeken of de hal open kan.", "rib", "ongoing", id="at it"),
        pytest.param("De buren zijn van de schrik aan het bekomen.", "rib", None, id="others at it"),
        pytest.param("Het bomenplan heeft in 2026 een impuls gekregen.", "jaarstukken", "realised", id="got one"),
        pytest.param("De prijzen hebben een klap gekregen.", "jaarstukken", None, id="got a blow"),
        pytest.param("Op de markt komt geen parkeergarage.", "coalitieakkoord", "opposed", id="won't come"),
        pytest.param("Hoogbouw komt alleen langs het spoor.", "coalitieakkoord", "planned", id="comes there only"),
        pytest.param("Daar komt geen einde aan.", "coalitieakkoord", None, id="no end to it"),
        pytest.param("Wij maken ons zorgen over het zwerfvuil.", "coalitieakkoord", None, id="a worry"),
        pytest.param("Over de kosten informeren wij u bij de kadernota.", "rib", "planned", id="with a later paper"),
    ],
)
def test_acts_told_otherwise(text: str, doc_type: str, status: str | None) -> None:
    assert [fact.status for fact in found(text, doc_type)] == ([status] if status else [])


def test_a_list_of_what_was_promised() -> None:
    text = """
Bij de begroting heeft wethouder Kraan toegezegd:
* dat de cijfers aan de raad worden gestuurd;
* om in mei met de buurt te praten.
"""
    facts = found(text, "raadsvraag")
    assert [(fact.text, fact.action, fact.actor) for fact in facts] == [
        ("dat de cijfers aan de raad worden gestuurd", "sturen", "wethouder Kraan"),
        ("om in mei met de buurt te praten.", "praten", "wethouder Kraan"),
    ]


def test_what_we_did_once_is_a_result_in_any_paper() -> None:
    assert only("In mei stelden we het havenplan vast.", "nieuws").status == "realised"
    assert found("Vroeger werkten we aan de kade.", "nieuws") == []
