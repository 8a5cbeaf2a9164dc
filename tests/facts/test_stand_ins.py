"""Who stands in for the holder of an office, and who holds it for the time."""

import pytest

from ingest.facts.officials import officials
from tests.facts.fact_documents import document


def found(text: str) -> list[tuple[str, str]]:
    """The mention and the office of each official."""
    return [(fact.text, fact.role) for fact in officials(document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Aanwezig: loco-gemeentesecretaris A. Terpstra.", [], id="loco-gemeentesecretaris"),
        pytest.param("Aanwezig: plv. secretaris mr. A. Terpstra.", [], id="plv. secretaris"),
        pytest.param("E. Post (plaatsvervangend griffier)", [], id="plaatsvervangend griffier, in brackets"),
        pytest.param("Plv. raadsgriffier: E. Post", [], id="plv. raadsgriffier, in a field"),
        pytest.param("locoburgemeester Bas Kraan", [("Bas Kraan", "wethouder")], id="locoburgemeester"),
        pytest.param("plaatsvervangend burgemeester B. Kraan", [("B. Kraan", "wethouder")], id="plv. burgemeester"),
        pytest.param("waarnemend secretaris A. Terpstra", [("A. Terpstra", "secretaris")], id="holds it for the time"),
        pytest.param("De wnd. griffier, mevrouw E. Post, opent.", [("E. Post", "griffier")], id="wnd. griffier"),
        pytest.param(
            "de loco-secretaris, de burgemeester,\n\nA. Terpstra N. Tazelaar",
            [("N. Tazelaar", "burgemeester")],
            id="signs beside the burgemeester",
        ),
    ],
)
def test_who_stands_in_does_not_hold_the_office(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_who_stood_in_before_holds_the_office_only_where_the_text_gives_it() -> None:
    text = "Loco-secretaris Anna Terpstra opent.\nPer 1 mei is gemeentesecretaris Anna Terpstra begonnen."
    facts = officials(document(text))
    assert [(fact.start, fact.role) for fact in facts] == [(text.rindex("Anna"), "secretaris")]
