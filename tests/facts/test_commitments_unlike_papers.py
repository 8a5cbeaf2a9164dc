"""Sentences of web pages, letters, minutes and papers of regions: what they plan, and what they only describe."""

import pytest

from tests.facts.committing import found, only


@pytest.mark.parametrize(
    ("text", "action"),
    [
        pytest.param(
            "Het college zal zo nodig de nota en indien nodig de begroting aanpassen.", "aanpassen", id="need"
        ),
        pytest.param("Na overleg met de buurt heeft de wethouder toegezegd een hek te plaatsen.", "toezeggen", id="na"),
        pytest.param(
            "Voordat de bussen rijden in het voorjaar worden de reizigers geïnformeerd.", "informeren", id="no comma"
        ),
        pytest.param(
            "Wij zijn van plan de stoep van de Wagemakerstraat bij de haven te herstellen.", "herstellen", id="street"
        ),
        pytest.param("Het is de bedoeling de haven in te richten als park.", "inrichten", id="intended"),
        pytest.param("De organisatie zal er zorg voor dragen dat dit gebeurt.", "dragen", id="organisation"),
        pytest.param("De nota komt in mei 2026 in de commissie aan de orde.", "komen", id="on the agenda"),
        pytest.param("Op donderdag 4 maart is er een inloopavond voor de buurt.", "zijn", id="day and date"),
        pytest.param("De proef loopt van 1 juli 2025 tot 1 juli 2026.", "lopen", id="from and until"),
        pytest.param("Het college heeft regels opgesteld voor het gebruik van de haven.", "opstellen", id="use of"),
        pytest.param("De parkeerplaatsen worden opnieuw ingedeeld.", "indelen", id="parking"),
        pytest.param(
            "De wethouder heeft de raad toegezegd een brief te sturen als er geld wordt gevonden.", "toezeggen", id="te"
        ),
        pytest.param("Wij grijpen dit aan om de stoep te verbreden.", "aangrijpen", id="seized"),
    ],
)
def test_what_such_papers_plan_is_found(text: str, action: str) -> None:
    assert only(text, "rib", 2026).action == action


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We geven aan welke doelen we nastreven.", id="says which"),
        pytest.param("We geven aan welk beleid we ontwikkelen.", id="says which one"),
        pytest.param("De raad besluit", id="who decides"),
        pytest.param("De maatregelen beschrijven we op hoofdlijnen.", id="tells of itself"),
        pytest.param("Daarbij houden we rekening met de plannen van het Rijk.", id="takes into account"),
        pytest.param("De gesprekken over de haven zijn bijna afgerond.", id="almost"),
        pytest.param("De nadruk verschuift van zorg naar preventie.", id="shifts"),
        pytest.param("Hierbij sturen wij u de nota over de haven.", id="the letter itself"),
        pytest.param("U ontvangt jaarlijks een brief van de griffie.", id="each year"),
        pytest.param("Omgevingsdienst Vaartland ondersteunt de gemeente bij het toezicht.", id="somebody else"),
        pytest.param("Als oppositiepartijen hebben wij gesprekken gevoerd met de wethouder.", id="councillors"),
        pytest.param("Het jaar 2025 sluiten wij af met een positief saldo.", id="books"),
        pytest.param("De volgende mededelingen worden gedaan.", id="notices"),
    ],
)
def test_what_such_papers_describe_is_none(text: str) -> None:
    assert found(text, "beleidsnota", 2026) == []


def test_what_will_be_told_on_a_day_is_an_act() -> None:
    assert only("In mei 2027 beschrijven wij de keuzes in een notitie.", "beleidsnota", 2026).status == "planned"
