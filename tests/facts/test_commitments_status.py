"""The status of a commitment: a plan isn't done, a stop doesn't go on, what hangs on something isn't rejected."""

import pytest

from tests.facts.committing import found, only


@pytest.mark.parametrize(
    ("doc_type", "year", "text", "status"),
    [
        pytest.param(
            "ivp",
            None,
            "In elke wijk is uiterlijk eind 2028 een buurtpost ingericht.",
            "planned",
            id="deadline to come",
        ),
        pytest.param(
            "ivp",
            2027,
            "In elke wijk is uiterlijk eind 2025 een buurtpost ingericht.",
            "realised",
            id="deadline gone by",
        ),
        pytest.param("jaarstukken", 2027, "Met de proef gaan we niet mee door.", "opposed", id="not going on"),
        pytest.param("jaarstukken", 2027, "Wij stoppen met de nieuwsbrief.", "opposed", id="stopping"),
        pytest.param("jaarstukken", 2027, "Wij zetten de proef niet langer voort.", "opposed", id="not continuing"),
        pytest.param("kadernota", 2027, "Wij gaan terughoudend om met nieuwe lasten.", "planned", id="with restraint"),
        pytest.param(
            "ivp",
            2027,
            "In het najaar van 2026 hebben wij een onderzoek laten uitvoeren.",
            "realised",
            id="had it done",
        ),
    ],
)
def test_status(doc_type: str, year: int | None, text: str, status: str) -> None:
    assert only(text, doc_type, year).status == status


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Zonder maatregelen komen wij in 2028 € 2 miljoen tekort.", id="forecast"),
        pytest.param("De gemeente gaat daar niet over.", id="no power"),
        pytest.param("De gemeente geeft in 2027 ruim € 91 miljoen uit.", id="total"),
        pytest.param("Doel 2.1 De gemeente is voorbereid op langdurige hitte.", id="goal with its number"),
    ],
)
def test_is_no_commitment(text: str) -> None:
    assert found(text) == []


def test_what_is_spent_on_something_is_a_commitment() -> None:
    assert only("De gemeente geeft in 2027 € 91.000 uit aan bankjes.").status == "planned"


@pytest.mark.parametrize(
    ("text", "doc_type", "status"),
    [
        pytest.param("Wij werken aan een veilige haven.", "ivp", "ongoing", id="at work"),
        pytest.param("Er wordt gewerkt aan het herstel van de kade.", "programmabegroting", "ongoing", id="passive"),
        pytest.param("Wij gaan werken aan een veilige haven.", "ivp", "planned", id="will be at work"),
        pytest.param("In 2028 werken wij aan een veilige haven.", "programmabegroting", "planned", id="dated"),
        pytest.param("Wij werken aan een veilige haven.", "coalitieakkoord", "planned", id="a programme promises it"),
    ],
)
def test_what_is_being_worked_on(text: str, doc_type: str, status: str) -> None:
    assert only(text, doc_type).status == status
