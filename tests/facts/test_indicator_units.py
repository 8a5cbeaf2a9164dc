"""The unit that a figure in a table says itself, and the column of the country, which isn't the municipality's."""

import pytest

from ingest.facts.indicators import indicators
from tests.facts.fact_documents import table


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param("54 μg/m3", ("54", "μg/m3"), id="a unit of parts"),
        pytest.param("64%", ("64", "%"), id="a share"),
        pytest.param("6,25 jaar", ("6,25", "jaar"), id="a word"),
        pytest.param("62,4 km2", ("62,4", "km2"), id="a figure in the unit"),
        pytest.param("12.456", ("12.456", None), id="a bare figure"),
        pytest.param("5 mln.", ("5 mln.", None), id="a scale is part of the figure"),
        pytest.param("7 – 8", ("7 – 8", None), id="from one to another"),
    ],
)
def test_unit_behind_the_figure(cell: str, expected: tuple[str, str | None]) -> None:
    found = indicators(table(("Indicator", "Waterdrecht", "Nederland"), ("Voorraad zand (2025)", cell, "99 kg")))
    assert [(fact.value, fact.unit) for fact in found] == [expected]


def test_the_country_is_left_out_where_it_comes_first() -> None:
    found = indicators(table(("Indicator", "Nederland", "Waterdrecht"), ("Tevreden met de buurt", "85%", "88%")))
    assert [(fact.value, fact.unit) for fact in found] == [("88", "%")]


def test_a_unit_in_the_head_stays() -> None:
    found = indicators(table(("Indicator", "Eenheid", "Waarde"), ("Schoon zand", "% van het strand", "88%")))
    assert [(fact.value, fact.unit) for fact in found] == [("88%", "% van het strand")]
