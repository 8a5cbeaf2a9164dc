"""What was read, in a line each."""

import datetime
from dataclasses import replace

import pytest

from index.store.rows import DocumentRow, FactRow
from ingest.fact_types import Amount, Commitment, Deadline, Fact, Goal, Indicator, Official, Period, Speerpunt
from ingest.model import Source
from tests.index.making import identity
from views.related import counts, in_words

DOCUMENT = DocumentRow(1, Source("a.pdf", "a.pdf", "0" * 64, "pdf"), identity(), "ok", (), 100, 2, "1")
COMMITMENT = Commitment(
    0, 4, "Wij\ndoen.", 0.9, actor="het college", action="doen", object=None, strength="strong", status="planned"
)
MARCH = Deadline("in maart 2024", Period(None, datetime.date(2024, 3, 31)))


def row(fact: Fact) -> FactRow:
    return FactRow(1, DOCUMENT, fact, 1, (), (), 1)


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        pytest.param(Speerpunt(0, 4, "1 Jeugd", 0.9, label="Jeugd"), "Speerpunt: Jeugd", id="speerpunt"),
        pytest.param(
            Goal(0, 4, "1.2.1 Jeugd", 0.9, label="Jeugd", level="prestatie", code="1.2.1"),
            "Prestatie 1.2.1: Jeugd",
            id="goal",
        ),
        pytest.param(Goal(0, 4, "Rust", 0.9, label="Rust", level="doel"), "Doel: Rust", id="goal without a code"),
        pytest.param(
            COMMITMENT, "Toezegging of voornemen (het college, geen termijn, voorgenomen): Wij doen.", id="commitment"
        ),
        pytest.param(
            replace(COMMITMENT, actor=None, deadline=MARCH, amount_eur=45000.0),
            "Toezegging of voornemen (niet genoemd wie, in maart 2024, € 45.000, voorgenomen): Wij doen.",
            id="commitment with all",
        ),
        pytest.param(
            Official(0, 4, "Eva", 0.9, name="Eva Blom", role="wethouder", portfolio="jeugd"),
            "Bestuurder: Eva Blom, wethouder, jeugd",
            id="official",
        ),
        pytest.param(
            Amount(0, 4, "45", 0.9, value_eur=45000.0, row="Jeugd", column="Begroting", year=2024),
            "Bedrag: € 45.000, Jeugd, Begroting, 2024, in het stuk x € 1.000",
            id="amount in a table",
        ),
        pytest.param(
            Amount(0, 4, "45", 0.9, value_eur=45000.0, year=2023, scale_uncertain=True),
            "Bedrag: € 45.000, 2023, niet zeker of het in euro's of in duizenden euro's is",
            id="amount whose unit is in doubt",
        ),
        pytest.param(Amount(0, 4, "45", 0.9, value_eur=45000.0), "Bedrag: € 45.000, jaar niet genoemd", id="amount"),
        pytest.param(
            Indicator(0, 4, "x", 0.9, name="Inbraken", unit="per 1.000", value="3,1", target="2,5"),
            "Indicator: Inbraken, waarde 3,1 per 1.000, streefwaarde 2,5 per 1.000",
            id="indicator",
        ),
        pytest.param(Indicator(0, 4, "x", 0.9, name="Inbraken"), "Indicator: Inbraken", id="indicator without a value"),
    ],
)
def test_a_fact_is_a_line(fact: Fact, expected: str) -> None:
    assert in_words(row(fact)) == expected


def test_the_kinds_are_counted_in_one_order() -> None:
    amount, speerpunt = Amount(0, 4, "45", 0.9, value_eur=1.0), Speerpunt(0, 4, "1 Jeugd", 0.9, label="Jeugd")
    assert counts([row(amount), row(speerpunt), row(amount)]) == "1 speerpunt, 2 bedragen"
