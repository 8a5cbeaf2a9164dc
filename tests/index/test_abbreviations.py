"""Abbreviations that a text explains."""

import pytest

from index.language.abbreviations import definitions
from tests.timing import grows_linearly


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "In het Integraal Veiligheidsplan (IVP) staat", [("IVP", "Integraal Veiligheidsplan")], id="compound"
        ),
        pytest.param("een persoonsgerichte aanpak (PGA).", [("PGA", "persoonsgerichte aanpak")], id="no capitals"),
        pytest.param(
            "de OMG (Outlaw Motorcycle Gangs)", [("OMG", "Outlaw Motorcycle Gangs")], id="the other way round"
        ),
        pytest.param(
            "Afkorting | Betekenis\nBoa | Buitengewoon opsporingsambtenaar",
            [("Boa", "Buitengewoon opsporingsambtenaar")],
            id="a row of a list",
        ),
        pytest.param("Het Zorg- en Veiligheidshuis (ZVH)", [("ZVH", "Zorg- en Veiligheidshuis")], id="hyphen"),
        pytest.param("in het jaar 2022 (vorig jaar)", [], id="a remark"),
        pytest.param("het team van de wijk (Den Haag)", [], id="a place"),
        pytest.param("de fractie van Hart (VVD)", [], id="letters that aren't there"),
        pytest.param("Zie het plan\n(IVP)", [], id="on another line"),
    ],
)
def test_definitions(text: str, found: list[tuple[str, str]]) -> None:
    assert list(definitions(text)) == found


@pytest.mark.parametrize("text", ["(", "Aa (", "a" * 9 + " (", "IVP |", "((Aa)"])
def test_takes_time_linear_in_the_text(text: str) -> None:
    assert grows_linearly(lambda times: list(definitions(text * times)), 2_000)
