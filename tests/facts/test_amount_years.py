"""The year of a sum: rather none than that of something else that is dated nearby."""

from dataclasses import replace
from typing import Any

import pytest

from ingest.facts.amounts import amounts
from ingest.model import Document, Inferred
from tests.facts.fact_documents import blocks_of, document

_ROWS = (("Lasten", "Begroting", "Rekening"), ("Bruggen", "103", "99"))


def _accounts_of_2025(read: Document) -> Document:
    known: dict[str, Any] = {"doc_type": Inferred("jaarstukken", 1.0), "reporting_year": Inferred(2025, 1.0)}
    return replace(read, identity=replace(read.identity, **known))


@pytest.mark.parametrize(
    ("above", "years"),
    [
        pytest.param("De raad heeft de proef tot mei 2027 verlengd.", {2025}, id="date in a sentence"),
        pytest.param("Het werk is klaar. De opening volgt in mei 2027. Dan is er feest.", {2025}, id="within a text"),
        pytest.param("• Nota Bomen (2019)", {2025}, id="date in a list"),
        pytest.param("Rekening 2024", {2024}, id="title"),
    ],
)
def test_running_text_above_a_table_gives_it_no_year(above: str, years: set[int]) -> None:
    parts = ((above, "paragraph"), ("2.3 Wat heeft het gekost?", "heading"), ("bedragen x € 1.000", "paragraph"))
    read = _accounts_of_2025(blocks_of(*parts, *_ROWS))
    assert {amount.year for amount in amounts(read)} == years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        pytest.param("Wij ramen in 2026 een tekort van € 5.000 en in 2027 van € 8.000.", [2026, 2027], id="in turns"),
        pytest.param("Het kost € 5.000 in 2026 en € 8.000 in 2027.", [2026, 2027], id="year behind the sum"),
        pytest.param("In 2026 was dit € 5.000, het jaar daarop € 8.000.", [2026, None], id="the year after"),
        pytest.param("In 2026 was dit € 5.000 en een jaar eerder € 8.000.", [2026, None], id="the year before"),
    ],
)
def test_a_sum_has_the_year_that_is_said_of_it(text: str, years: list[int | None]) -> None:
    assert [amount.year for amount in amounts(document(text))] == years
