"""What looks like a promise and is none: courtesies, and what has been going on."""

import pytest

from tests.facts.committing import found, only


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("De griffier, mevrouw mr. E. Post, helpt u graag verder.", id="helps you"),
        pytest.param("Onze medewerkers beantwoorden graag uw vragen.", id="answers your questions"),
        pytest.param("Wij helpen u graag met uw aanvraag.", id="helps with an application"),
        pytest.param("Voor vragen kunt u contact opnemen met de griffier.", id="get in touch"),
    ],
)
def test_courtesies_are_none(text: str) -> None:
    assert found(text, "nieuwsbericht", 2027) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Wij beantwoorden uw vragen vóór 1 mei 2027 schriftelijk.", id="answers by a day"),
        pytest.param("De gemeente draagt in 2027 het beheer van de haven over aan de provincie.", id="hands over"),
        pytest.param("De nieuwe griffier start in mei 2027 met een cursus voor de raad.", id="starts something"),
        pytest.param("De gemeente neemt in 2027 afscheid van gasketels.", id="does away with"),
    ],
)
def test_an_act_in_the_same_words_is_planned(text: str) -> None:
    assert only(text, "nieuwsbericht", 2027).status == "planned"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sinds maart vangt Waterdrecht 140 mensen op.", id="month without a year"),
        pytest.param("De gemeente biedt sinds januari 2027 gratis lessen aan.", id="this year"),
        pytest.param("Sinds maart 2027 worden in de hal 140 mensen opgevangen.", id="passive"),
        pytest.param("Sinds maart 2027 vangt Waterdrecht tot 2029 mensen op.", id="with an end as well"),
    ],
)
def test_what_goes_on_since_a_time_is_none(text: str) -> None:
    assert found(text, "nieuwsbericht", 2027) == []


def test_since_inside_a_noun_phrase_says_nothing_of_the_act() -> None:
    assert only("Het sinds 2020 geldende beleid herzien wij in 2027.").status == "planned"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("De gemeente beschikt over drie sporthallen.", id="what it has"),
        pytest.param("Het team bestaat uit vier medewerkers.", id="what it consists of"),
        pytest.param("De gemeente blijft een van de groenste van het land.", id="one of"),
        pytest.param("De kosten van kwijtschelding worden in de tarieven verwerkt.", id="costs in rates"),
        pytest.param("De gemeente hanteert de kasgeldlimiet.", id="treasury"),
        pytest.param("Leningen worden alleen aangetrokken bij banken in de buurt.", id="loans"),
        pytest.param("Wij als inwoners leren veel van elkaar.", id="we of others"),
    ],
)
def test_states_and_the_keeping_of_money_are_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "status", "actor"),
    [
        pytest.param(
            "In 2027 beschikt de gemeente over een nieuwe hal.", "planned", "gemeente Waterdrecht", id="dated"
        ),
        pytest.param(
            "Daarom gaan we op zoek naar een plek.", "planned", "gemeente Waterdrecht", id="looks for a place"
        ),
        pytest.param("Daarom is in 2026 besloten.", "realised", None, id="decided"),
        pytest.param("Op 3 mei 2026 stemde de raad in met het plan.", "realised", "raad", id="agreed, simple past"),
        pytest.param("In 2026 heeft de raad de Nota Groen vastgesteld.", "realised", "raad", id="body before a title"),
        pytest.param("De intentie is dat de hal in 2027 opengaat.", "planned", None, id="intention"),
        pytest.param(
            "Daarnaast hebben we het voornemen om de hal te openen.", "planned", "gemeente Waterdrecht", id="plan"
        ),
    ],
)
def test_acts_beside_them_are_found(text: str, status: str, actor: str | None) -> None:
    commitment = only(text)
    assert (commitment.status, commitment.actor) == (status, actor)
