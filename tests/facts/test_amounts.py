"""Sums of money come out with their value in euros, and nothing else that has digits does."""

import csv
import json
from pathlib import Path

import pytest

from ingest.fact_types import Amount
from ingest.facts.amounts import amounts
from ingest.facts.tables.heads import unit_in
from ingest.facts.tables.labels import taakveld_of
from tests.facts.fact_documents import document, table
from tests.timing import grows_linearly


def found(text: str) -> list[tuple[str, float]]:
    return [(amount.text, amount.value_eur) for amount in amounts(document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Dit kost € 31.000.", [("€ 31.000", 31_000)], id="thousands"),
        pytest.param("Er is 357000 euro nodig.", [("357000 euro", 357_000)], id="without separators"),
        pytest.param("Samen 120 duizend euro.", [("120 duizend euro", 120_000)], id="duizend"),
        pytest.param("De kosten zijn € 2,8 mln. in totaal", [("€ 2,8 mln.", 2_800_000)], id="mln"),
        pytest.param("Een subsidie van 1,2 miljoen.", [("1,2 miljoen", 1_200_000)], id="no euro but a money word"),
        pytest.param("N 1,290 miljoen euro", [("N 1,290 miljoen euro", -1_290_000)], id="N for nadeel"),
        pytest.param("Dat is € 78.400 V", [("€ 78.400 V", 78_400)], id="V for voordeel"),
        pytest.param("€ 1.250.000,50 en €2,50", [("€ 1.250.000,50", 1_250_000.5), ("€2,50", 2.5)], id="cents"),
        pytest.param("een effect van -/- € 5.000", [("-/- € 5.000", -5_000)], id="accountant's minus"),
        pytest.param("(- € 440.000)", [("- € 440.000", -440_000)], id="minus"),
        pytest.param("k€ 120", [("k€ 120", 120_000)], id="kilo-euro"),
        pytest.param(
            "€ 25.000 tot € 50.000", [("€ 25.000", 25_000), ("€ 50.000", 50_000)], id="range with two euro signs"
        ),
        pytest.param(
            "€ 5 à 10 miljoen", [("€ 5", 5_000_000), ("10 miljoen", 10_000_000)], id="range shares its millions"
        ),
        pytest.param("tussen € 1 en 2 miljoen", [("€ 1", 1e6), ("2 miljoen", 2e6)], id="range with en"),
        pytest.param("€ 5.000 en 3 scholen", [("€ 5.000", 5_000)], id="en is no range elsewhere"),
        pytest.param("> € 2,5 mln.", [("€ 2,5 mln.", 2_500_000)], id="threshold"),
    ],
)
def test_reads_the_value(text: str, expected: list[tuple[str, float]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Doel 7.2.1 volgt uit artikel 13b en versie 2.0 van 24/7.", id="numbers of things"),
        pytest.param("In 2022 daalde het met 12,5% in 34 gemeenten.", id="years, percentages and counts"),
        pytest.param("De regio telt 1,2 miljoen inwoners, de kosten stijgen.", id="millions of something else"),
        pytest.param("(bedragen x € 1.000)", id="unit of a table"),
        pytest.param("Het zijn er 4 miljoen.", id="millions of nobody knows what"),
    ],
)
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert found(text) == []


def only(text: str) -> Amount:
    (amount,) = amounts(document(text))
    return amount


@pytest.mark.parametrize(
    ("text", "structural", "direction", "year"),
    [
        pytest.param(
            "De structurele middelen vanuit het Rijk bedragen € 31.000.", "structureel", "bate", None, id="income"
        ),
        pytest.param("In 2024 is eenmalig € 9.000 aan kosten geraamd.", "incidenteel", "last", 2024, id="once"),
        pytest.param("Er is een tekort van € 9.000 in 2025.", None, "saldo", 2025, id="balance"),
        pytest.param(
            "Dat is € 9.000 meer ten opzichte van de begroting 2020.", None, None, None, id="year of comparison"
        ),
        pytest.param("De € 9.000 gaat mee naar 2027.", None, None, None, id="year that it moves to"),
        pytest.param("Het was incidenteel. Nu is het € 9.000.", None, None, None, id="cue in another sentence"),
    ],
)
def test_reads_what_the_sentence_says_of_it(
    text: str, structural: str | None, direction: str | None, year: int | None
) -> None:
    amount = only(text)
    assert (amount.structural, amount.direction, amount.year) == (structural, direction, year)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("(bedragen x € 1.000)", 1000),
        ("Bedragen x €1.000,-", 1000),
        ("in duizenden euro's", 1000),
        ("bedragen * € 1.000", 1000),
        ("x € 1 mln.", 1_000_000),
        ("bedragen x € 1", 1),
        ("Bedrag in €", 1),
        ("Voorstel bestemming resultaat (in euro's)", 1),
        ("Kosten (in duizenden euro's)", 1000),
        ("bedragen van € 1.000", None),
    ],
)
def test_reads_the_unit_of_a_table(text: str, unit: float | None) -> None:
    assert unit_in([text]) == unit


def test_a_table_gives_row_column_year_and_unit() -> None:
    budget = table(
        ("Tabel 3", "Begroting", "Begroting"),
        ("bedragen x € 1.000", "2026", "2027"),
        ("Baten", "110", "-"),
        ("Lasten", "-4.335", "-4.641"),
    )
    rows = [(a.text, a.value_eur, a.direction, a.year, a.row, a.column) for a in amounts(budget)]
    assert rows == [
        ("Baten | 110 | -", 110_000, "bate", 2026, "Baten", "Begroting 2026"),
        ("Lasten | -4.335 | -4.641", -4_335_000, "last", 2026, "Lasten", "Begroting 2026"),
        ("Lasten | -4.335 | -4.641", -4_641_000, "last", 2027, "Lasten", "Begroting 2027"),
    ]


def test_heads_spread_over_the_columns_below_them() -> None:
    accounts = table(
        ("Begroting 2023", "Realisatie 2023"),
        ("Per taakveld", "Baten", "Lasten", "Baten", "Lasten"),
        ("1.2 Openbare orde en veiligheid", "100.962", "-907.834", "136.085", "-1.553.291"),
        above="Bedragen in euro",
    )
    assert [(a.value_eur, a.direction, a.column, a.taakveld) for a in amounts(accounts)] == [
        (100_962, "bate", "Begroting 2023 Baten", "1.2"),
        (-907_834, "last", "Begroting 2023 Lasten", "1.2"),
        (136_085, "bate", "Realisatie 2023 Baten", "1.2"),
        (-1_553_291, "last", "Realisatie 2023 Lasten", "1.2"),
    ]


def test_a_taakveld_holds_for_the_sides_below_it() -> None:
    rows = table(
        ("bedragen x € 1.000", "2026"),
        ("0.1 Bestuur", "Baten", "89"),
        ("Lasten", "-2.032"),
        ("Totaal lasten", "-9.000"),
    )
    assert [(a.row, a.taakveld) for a in amounts(rows)] == [
        ("0.1 Bestuur Baten", "0.1"),
        ("0.1 Bestuur Lasten", "0.1"),
        ("Totaal lasten", None),
    ]


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("1.2 Openbare orde en veiligheid", "1.2"),
        ("6.2 Wijkteams", "6.2"),
        ("6.2 Toegang en eerstelijnsvoorz.", "6.2"),
        ("6.71a Huishoudelijke hulp", "6.71a"),
        ("6.71a Hulp bij het huishouden (WMO)", "6.71a"),
        ("6.712 Begeleiding (Wmo)", "6.712"),
        ("1.2 Inleiding", None),
        ("Openbare orde", None),
    ],
)
def test_knows_taakvelden_of_every_year(label: str, code: str | None) -> None:
    assert taakveld_of(label) == code


@pytest.mark.parametrize(
    ("unit", "figures", "values"),
    [
        pytest.param(
            "bedragen x € 1.000", ("3.417.705", "2.900.100"), [3_417_705, 2_900_100], id="figures far too large"
        ),
        pytest.param(
            "bedragen x € 1.000", ("250.000", "90.000", "30.000"), [250_000, 90_000, 30_000], id="whole euros"
        ),
        pytest.param("bedragen x € 1.000", ("€ 3.063", "€ 2.100"), [3_063_000, 2_100_000], id="unit and euro sign"),
        pytest.param("", ("12.345", "9.876"), [12_345, 9_876], id="no unit"),
    ],
)
def test_a_doubtful_unit_is_told(unit: str, figures: tuple[str, ...], values: list[float]) -> None:
    rows = table(("Lasten", unit), *((f"Post {'abc'[i]}ee", figure) for i, figure in enumerate(figures)))
    found_rows = amounts(rows)
    assert [amount.value_eur for amount in found_rows] == values
    assert all(amount.scale_uncertain for amount in found_rows)


def test_a_note_below_the_table_gives_the_unit() -> None:
    rows = table(("Saldo", "2026", "2027"), ("Begroting", "40", "193"))
    text = rows.text + "* Alle bedragen zijn x € 1.000\n"
    block = type(rows.blocks[0])(len(rows.text), len(text) - 1, "paragraph")
    assert [a.value_eur for a in amounts(document(text, (*rows.blocks, block)))] == [40_000, 193_000]


def test_tables_without_money_give_no_amounts() -> None:
    rows = table(("Indicator", "Eenheid", "2023", "2024"), ("Inbraken", "per 1.000", "1.204", "1.100"))
    assert amounts(rows) == []


def test_finds_the_amounts_of_the_gold_and_no_more(shared: Path) -> None:
    for path in sorted((shared / "evaluation" / "gold").glob("*.jsonl")):
        gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        text = (shared / "seeds" / gold[0]["file"]).read_bytes().decode("utf-8")
        expected = [(g["start"], g["text"], g["value_eur"]) for g in gold if g["kind"] == "amount"]
        assert [(a.start, a.text, a.value_eur) for a in amounts(document(text))] == expected


@pytest.mark.slow
def test_agrees_with_what_statistics_netherlands_was_told(shared: Path) -> None:
    """At least nine in ten of the taakvelden that the annual accounts print agree with Iv3; a few were corrected."""
    from ingest.clean import compose
    from ingest.read import read_file

    composed = compose(read_file(shared / "documents" / "wassenaar-jaarstukken-2023.pdf"))
    printed: dict[tuple[str, str], set[float]] = {}
    for amount in amounts(document(composed.text, composed.blocks)):
        if amount.taakveld and amount.direction and "Realisatie 2023" in (amount.column or ""):
            key = amount.taakveld, amount.direction
            printed.setdefault(key, set()).add(abs(amount.value_eur) / 1000)
    with (shared / "evaluation" / "iv3-wassenaar-jaarrekening-2023.csv").open(encoding="utf-8") as opened:
        told = {
            (row["taakveld"], side): float(row[column])
            for row in csv.DictReader(opened)
            for side, column in (("bate", "baten_x1000"), ("last", "lasten_x1000"))
        }
    both = [(value, printed[key]) for key, value in told.items() if value and key in printed]
    agreeing = sum(any(abs(figure - value) <= max(1.5, value / 200) for figure in figures) for value, figures in both)
    assert len(both) >= 80
    assert agreeing / len(both) >= 0.9


@pytest.mark.parametrize("piece", ["€ 1", "€ 5 kosten in 2024 ", "1.000.", "x € 1.000 "])
def test_a_hostile_line_takes_no_time(piece: str) -> None:
    assert grows_linearly(lambda size: amounts(document(piece * (size // len(piece)))), 5_000)
