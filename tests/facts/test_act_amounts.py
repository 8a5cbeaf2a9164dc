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
        pytest.param("Van het budget van € 64.000 plaatsen wij hekken.", 64_000.0, id="nothing else"),
        pytest.param("Wij schrappen in 2027 de regels voor subsidies onder de € 4.000.", None, id="threshold"),
        pytest.param("Wij stellen in 2027 € 4.000 beschikbaar.", 4_000.0, id="own"),
    ],
)
def test_amount_is_that_of_the_act(text: str, amount: float | None) -> None:
    assert _only(text).amount_eur == amount


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
