"""Minutes that print names in capitals, and double surnames with another dash."""

import pytest

from ingest.facts.officials import officials
from tests.facts.fact_documents import document

_MEMBERS = "De heer BOS vraagt naar de haven. Mevrouw VAN DER LAAN sluit zich aan. "


def named(text: str) -> list[tuple[str, str]]:
    return [(official.name, official.role) for official in officials(document(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Wethouder KRAAN zegt dat het in mei komt.", [("Kraan", "wethouder")], id="a surname"),
        pytest.param("Wethouder VAN DER KRAAN beaamt dat.", [("Van der Kraan", "wethouder")], id="with prefixes"),
        pytest.param("Wethouder DE VRIES beaamt dat.", [("De Vries", "wethouder")], id="a name with a V"),
        pytest.param("Burgemeester TAZELAAR-BOS sluit.", [("Tazelaar-Bos", "burgemeester")], id="a double surname"),
        pytest.param("Wethouder WONEN is er niet.", [], id="a portfolio"),
        pytest.param("Wethouder CDA is er niet.", [], id="a party"),
    ],
)
def test_a_name_in_minutes_that_print_names_so(text: str, names: list[tuple[str, str]]) -> None:
    assert named(_MEMBERS + text) == names


def test_elsewhere_capitals_behind_an_office_are_no_name() -> None:
    assert named("De heer Bos vraagt iets. Wethouder KRAAN zegt dat het in mei komt.") == []


@pytest.mark.parametrize("dash", ["-", "–", "—", "‑"])
def test_a_double_surname(dash: str) -> None:
    assert named(f"Aanwezig zijn wethouders Post en Kraan{dash}Vis.") == [
        ("Post", "wethouder"),
        ("Kraan-Vis", "wethouder"),
    ]


def test_what_stands_behind_a_dash_with_spaces_is_no_name() -> None:
    assert named("Wethouder Kraan – Financiën en sport.") == [("Kraan", "wethouder")]
