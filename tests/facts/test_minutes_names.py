"""Whose promise it is in a report of a meeting: the one who is named, also where the sentence doesn't repeat it."""

import pytest

from ingest.fact_types import Commitment
from tests.facts.committing import found

_MEETING = "De voorzitter opent. De heer Bos vraagt iets. Mevrouw Vos vraagt iets. De heer Bos dankt.\n\n"


def _told(text: str) -> list[Commitment]:
    return found(_MEETING + text, "raadsverslag", 2027)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        pytest.param(
            "Wethouder Noord erkent dat het traag gaat en zegt toe de raad met een brief te informeren.",
            "wethouder Noord",
            id="subject of the clause before",
        ),
        pytest.param(
            "Wethouder Noord weet dat niet en zal het antwoord laten rondsturen.", "wethouder Noord", id="no subject"
        ),
        pytest.param(
            "Burgemeester Kuik legt het uit. Voortaan neemt de gemeente een bonusregeling op, zegt hij toe.",
            "burgemeester Kuik",
            id="said behind it",
        ),
        pytest.param(
            "Wethouder Noord legt het uit. De wethouder zegt toe dat de raad in mei een brief krijgt.",
            "wethouder Noord",
            id="office only",
        ),
        pytest.param(
            "Wethouder Noord legt het uit. De burgemeester zegt toe dat de raad in mei een brief krijgt.",
            "burgemeester",
            id="another office",
        ),
        pytest.param(
            "Wethouder Noord legt het uit. Zij zegt toe de raad een overzicht te sturen, met de extra kosten.",
            "wethouder Noord",
            id="speaks of costs",
        ),
    ],
)
def test_whose_promise(text: str, actor: str) -> None:
    assert [promise.actor for promise in _told(text)] == [actor]


def test_what_a_councillor_adds_is_no_promise() -> None:
    assert _told("De heer Bos vraagt wat het kost en zal de motie intrekken.") == []
