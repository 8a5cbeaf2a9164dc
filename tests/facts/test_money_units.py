"""Sums whose unit stands behind them, and tons of euros beside tons that weigh."""

import pytest

from ingest.facts.money import money_in


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("Uitgaven\n€ 3.470\nx €1.000\nInkomsten", [3_470_000], id="unit on the next line"),
        pytest.param("Saldo € -82 (x 1.000)", [-82_000], id="unit in brackets"),
        pytest.param("€ 12,5 x € 1 miljoen", [12_500_000], id="millions"),
        pytest.param("Lasten € 3.417.705 x € 1.000", [3_417_705], id="printed in full all the same"),
        pytest.param("De bijdrage is € 25 x 1.000 inwoners.", [25], id="multiplication"),
        pytest.param("Kosten € 3.470\nBedragen x € 1.000", [3_470], id="unit of the table below"),
        pytest.param("Het tekort is ruim 3 ton.", [300_000], id="ton of a deficit"),
        pytest.param("De brug kost 6 ton.", [600_000], id="ton of costs"),
        pytest.param("Er is 2,5 ton beschikbaar voor het plein.", [250_000], id="ton that is available"),
        pytest.param("Er is 8 ton afval opgehaald, dat kost geld.", [], id="ton of waste"),
        pytest.param("Wagens boven 7,5 ton kosten meer.", [], id="ton of a lorry"),
        pytest.param("De uitstoot daalt met 12 ton, door de subsidie.", [], id="ton of emissions"),
    ],
)
def test_value_of_a_sum(text: str, values: list[float]) -> None:
    assert [money.value for money in money_in(text)] == values
