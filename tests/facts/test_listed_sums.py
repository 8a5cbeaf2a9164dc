"""The year and the taakveld of sums in a list of lines, each a label and a sum."""

import pytest

from ingest.facts.amounts import amounts
from tests.facts.fact_documents import document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Het plafond voor 2027 is € 300.000, als volgt verdeeld:\nTaakveld 5.1 Sport - algemeen € 148.000"
            "\nTaakveld 1.2 Veiligheid € 30.000\n\nTaakveld 6.1 en 6.5 Sociaal € 144.000 Taakveld 7.4 Milieu € 20",
            [(2027, None), (2027, "5.1"), (2027, "1.2"), (2027, None), (2027, "7.4")],
            id="announced with a year, two codes are no one's",
        ),
        pytest.param(
            "Subsidies 2026\nMuziekschool: € 5.000\nBibliotheek: € 6.000\n\nDe brug kost € 8.000.",
            [(2026, None), (2026, None), (None, None)],
            id="below a heading, until running text",
        ),
        pytest.param(
            "De plannen voor 2021 en die voor 2026 zijn:\nMolen: € 7.000\nKerk: € 5.000",
            [(None, None), (None, None)],
            id="two years say neither",
        ),
        pytest.param("1.2 Openbare orde en veiligheid: € 5.000", [(None, "1.2")], id="a code with its name"),
        pytest.param("1.2 Oliebollen bakken: € 5.000", [(None, None)], id="a number with another name"),
    ],
)
def test_year_and_taakveld(text: str, expected: list[tuple[int | None, str | None]]) -> None:
    assert [(amount.year, amount.taakveld) for amount in amounts(document(text))] == expected
