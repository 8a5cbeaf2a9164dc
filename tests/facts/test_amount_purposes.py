"""What a sum is for, where the sentence says it in another way than with "voor"; and nothing where it doesn't say."""

import re

import pytest

from ingest.dutch import lemma
from ingest.facts.amounts import amounts
from ingest.lexicon import read_rows
from tests.facts.fact_documents import document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mantelzorgers krijgen een waardering van € 100.", ["een waardering"], id="noun before van"),
        pytest.param(
            "Wij ramen € 5.000 ter verbetering van de kade.", ["verbetering van de kade"], id="ter with a noun"
        ),
        pytest.param(
            "a. Onderhoud sporthal (voordeel lagere lasten € 137.500)", ["Onderhoud sporthal"], id="before the bracket"
        ),
        pytest.param(
            "De bijdrage aan de regio loopt op van € 5.000 naar ruim € 8.000.",
            ["De bijdrage aan de regio", "De bijdrage aan de regio"],
            id="from one sum to another",
        ),
        pytest.param(
            "De belasting blijft bestaan; afschaffing kost € 85.000.", ["afschaffing"], id="behind a semicolon"
        ),
        pytest.param("Een vrije kavel kost € 395 per vierkante meter.", ["Een vrije kavel"], id="subject of a cost"),
        pytest.param(
            "Er is € 90.000. Daarvan is € 60.000 bedoeld voor uitbreiding van de\nlesplaats in Oost"
            " en € 30.000 voor voorlichting aan ouders.",
            [None, "uitbreiding van de lesplaats in Oost", "voorlichting aan ouders"],
            id="a line that goes on is no label",
        ),
        pytest.param(
            "Voor de brug is € 5.000 nodig en voor de sluis € 7.000.", ["de brug", "de sluis"], id="each its own"
        ),
        pytest.param(
            "Taakveld 7.1 Gezondheid € 32.000 Taakveld 7.4 Milieu € 20.000",
            ["Taakveld 7.1 Gezondheid", "Taakveld 7.4 Milieu"],
            id="labels on one line",
        ),
        pytest.param("Taakveld 5.1 Sport - algemeen € 148.000", ["Taakveld 5.1 Sport - algemeen"], id="no verb"),
        pytest.param("Het Rijk aanvullend € 5.000.", [None], id="who pays in other words is no purpose"),
        pytest.param("Texel € 312.448.", [None], id="a municipality is who pays"),
        pytest.param("Mogelijke extra € 15.000 per jaar.", [None], id="no noun"),
        pytest.param("Hij krijgt, afhankelijk van het aantal huizen, € 2.000.", [None], id="a circumstance"),
        pytest.param(
            "Goedkeuring te geven voor onttrekkingen voor een bedrag van € 4.000.", [None], id="what is decided"
        ),
        pytest.param("Per saldo is er een nadeel van € 5.000.", [None], id="only words of money"),
        pytest.param("Het college heeft € 5.000 bijgedragen.", [None], id="who pays is no purpose"),
        pytest.param("Eind 2026 staat er € 5.000 op de rekening.", [None], id="a time is no purpose"),
    ],
)
def test_purpose(text: str, expected: list[str | None]) -> None:
    assert [amount.purpose for amount in amounts(document(text))] == expected


def test_per_square_metre_is_two_words() -> None:
    (found,) = amounts(document("Een kavel kost € 395 per vierkante meter."))
    assert found.per == "vierkante meter"


def test_a_year_in_which_something_is_ready_is_not_that_of_the_sum() -> None:
    (found,) = amounts(document("De brug (€ 95.000) is in 2027 gereed."))
    assert (found.year, found.purpose) == (None, "De brug")


@pytest.mark.parametrize("row", read_rows("amount_words.tsv"), ids=lambda row: f"{row['kind']}: {row['example']}")
def test_every_row_of_words_has_its_example(row: dict[str, str]) -> None:
    words = [lemma(word) for word in re.findall(r"[^\W\d_]+", row["example"])]
    said = " ".join(words) if row["kind"] == "cost verb" else row["example"]
    assert re.search(row["pattern"], said, re.IGNORECASE)
