"""Constructions that hide the verb of an act: a pronoun before it, a forgotten comma, a particle apart; the chair."""

import pytest

from tests.facts.committing import found, only


@pytest.mark.parametrize(
    ("text", "action"),
    [
        pytest.param("Wij zullen dit meenemen in de nota Groen.", "meenemen", id="pronoun"),
        pytest.param("De gemeente wil deze verkopen aan de buurt.", "verkopen", id="these"),
        pytest.param("Zodra het park open is zullen wij de buurt informeren.", "informeren", id="no comma, we"),
        pytest.param("Als de hal klaar is zal het college de club uitnodigen.", "uitnodigen", id="no comma, college"),
        pytest.param("In 2028 zal een onderzoek plaats vinden naar de haven.", "plaatsvinden", id="particle apart"),
        pytest.param("Wij zullen er zorg voor dragen dat de brug open blijft.", "dragen", id="take care"),
        pytest.param("De raad heeft met meer focus het aantal doelen teruggebracht.", "terugbrengen", id="focus"),
    ],
)
def test_an_act_with_a_hidden_verb_is_found(text: str, action: str) -> None:
    assert only(text, "programmabegroting", 2027).action == action


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Om greep te krijgen op de kosten van zorg is een team opgericht.", id="long purpose"),
        pytest.param("Vervolgens zijn deze beoordeeld aan de hand van vier eisen.", id="these were"),
    ],
)
def test_a_result_with_a_hidden_verb_is_found(text: str) -> None:
    assert only(text, "jaarstukken", 2026).status == "realised"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Daarna staan we stil bij de cijfers in de paragrafen.", id="guide"),
        pytest.param("Aan de raad wordt gevraagd of het plan volstaat.", id="asked whether"),
        pytest.param("Wij willen deze plannen niet.", id="plans"),
        pytest.param("Zodra dit bekend is hoort u van de provincie.", id="of another"),
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert [one for one in found(text) if one.status not in ("opposed", "negated")] == []


MEETING = "De heer Bos vraagt naar de brug. Mevrouw Kok merkt op dat de brug oud is.\n"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("De voorzitter zegt toe de leden een kaart te sturen.", "planned", id="chair"),
        pytest.param("Wethouder Dekker zegt toe bij agendapunt 4 een nota te zullen geven.", "planned", id="item"),
        pytest.param("De voorzitter doet de toezegging hier na de zomer op terug te komen.", "planned", id="does"),
        pytest.param("De raad besluit de notulen vast te stellen.", "realised", id="adopts"),
        pytest.param("De raad stemt in met het voorstel over de haven.", "realised", id="agrees"),
    ],
)
def test_what_is_promised_and_decided_in_a_meeting(text: str, status: str) -> None:
    assert only(MEETING + text, "raadsverslag", 2027).status == status


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Wethouder Dekker beantwoordt de vragen.", id="answers"),
        pytest.param("Hij informeert welke leden mee willen.", id="asks"),
        pytest.param("De voorzitter opent de vergadering.", id="opens"),
        pytest.param("De voorzitter geeft het woord aan de heer Bos.", id="gives the floor"),
    ],
)
def test_what_happens_in_a_meeting_is_none(text: str) -> None:
    assert found(MEETING + text, "raadsverslag", 2027) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Het college van Oosterhage schriftelijk meedelen dat de weg open blijft.", id="tell in writing"),
        pytest.param("Het college informeert de raad over de haven door middel van een brief.", id="inform by letter"),
    ],
)
def test_a_list_of_decisions_tells_who_is_told(text: str) -> None:
    assert len(found(f"Besluit:\n* {text}", "besluitenlijst", 2026)) == 1
