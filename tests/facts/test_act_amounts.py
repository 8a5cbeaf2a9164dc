"""The amount of a commitment, and a promise that the paper keeps itself."""

import pytest

from ingest.fact_types import Commitment
from ingest.facts.amounts import amounts
from ingest.facts.commitments import commitments
from tests.facts.policy_documents import policy


def _only(text: str, doc_type: str = "programmabegroting") -> Commitment:
    document = policy(text, doc_type, 2027)
    (commitment,) = commitments(document, amounts(document))
    return commitment


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        pytest.param("Van het krediet van € 1.900.000 is in 2027 € 210.000 uitgegeven.", 210_000.0, id="credit"),
        pytest.param("Van het budget van € 64.000 besteden wij € 15.000 aan hekken.", 15_000.0, id="budget"),
        pytest.param("Van het budget van € 64.000 plaatsen wij hekken.", None, id="nothing else"),
        pytest.param("Wij schrappen in 2027 de regels voor subsidies onder de € 4.000.", None, id="threshold"),
        pytest.param("Wij stellen in 2027 € 4.000 beschikbaar.", 4_000.0, id="own"),
        pytest.param("Wij plaatsen in 2027 hekken, ten laste van het budget van € 4.000.", None, id="charged to"),
        pytest.param("Wij verhogen in 2027 de bijdrage van € 100 naar € 140.", 140.0, id="raised"),
        pytest.param("Wij verstrekken in 2027 € 50 aan de brandweer en € 60 aan de politie.", None, id="two"),
    ],
)
def test_amount_is_that_of_the_act(text: str, amount: float | None) -> None:
    assert _only(text).amount_eur == amount


@pytest.mark.parametrize(
    ("decision", "amount"),
    [
        pytest.param("De subsidie aan De Klank vast te stellen op € 4.210.", 4_210.0, id="set at"),
        pytest.param("De legeskosten terug te betalen (in totaal € 318).", 318.0, id="in all"),
        pytest.param("Een bijdrage van € 7.500,00 te verlenen aan het dorpshuis.", 7_500.0, id="of"),
        pytest.param("Het plafond te verlagen van € 90.000 naar € 75.000.", 75_000.0, id="lowered"),
        pytest.param("De inhuur te verlengen à € 95.000, waarvan € 20.000 voor scholing.", 95_000.0, id="with a part"),
        pytest.param(
            "Een krediet van maximaal € 650 beschikbaar te stellen, ten laste van de reserve van € 900.",
            650.0,
            id="own beside the reserve",
        ),
        pytest.param("Een toestel te plaatsen ten laste van het budget spelen van € 400.", None, id="budget only"),
        pytest.param("De meerkosten te dekken uit de algemene reserve van € 2 miljoen.", None, id="covered by"),
        pytest.param("Voor de hal € 120 en voor het plein € 80 beschikbaar te stellen.", None, id="two things"),
        pytest.param("De nota “Vergoeding van € 250 voor hulp” vast te stellen.", None, id="in a title"),
    ],
)
def test_amount_of_a_decision(decision: str, amount: float | None) -> None:
    assert _only(f"Besluit:\n{decision}", "besluitenlijst").amount_eur == amount


@pytest.mark.parametrize(
    ("after", "status"),
    [
        pytest.param("Met deze brief doen wij dat.", "realised", id="does it"),
        pytest.param("Hiermee komen wij deze toezegging na.", "realised", id="keeps it"),
        pytest.param("Met deze brief melden wij dat het later wordt.", "planned", id="puts it off"),
    ],
)
def test_promise_that_the_letter_keeps(after: str, status: str) -> None:
    text = f"In maart zegde de wethouder toe u vóór 1 juli te informeren over de sluis. {after}"
    document = policy(text, "rib", 2027)
    assert commitments(document)[0].status == status
