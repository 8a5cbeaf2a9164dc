"""Which figures may stand beside each other, and which may not."""

from dataclasses import replace

import pytest

from index.store.rows import DocumentRow, FactRow
from index.tracing.measures import measure_of
from index.tracing.theme_figures import (
    indicator_series,
    is_measure,
    latest_indicators,
    number_of,
    plain_sums,
    sum_series,
)
from ingest.fact_types import Amount, Fact, Indicator
from ingest.model import Source
from tests.index.making import identity


def row(fact: Fact, year: int = 2023, kind: str = "programmabegroting", number: int = 0) -> FactRow:
    about = replace(identity("Waterdrecht", kind, year), date=replace(identity().date, value=None))
    source = Source(f"{kind}-{year}.txt", f"{kind}-{year}.txt", "0" * 64, "txt")
    document = DocumentRow(year * 10 + len(kind), source, about, "ok", (), 100, None, "1")
    return FactRow(number or id(fact), document, fact, None, (), (), None)


def amount(value: float, year: int | None = 2023, column: str = "Begroting", label: str = "1.1 Brandweer") -> Amount:
    start = int(abs(value))
    return Amount(start, start + 5, f"{value:.0f}", 0.9, value, direction="last", year=year, row=label, column=column)


def test_one_row_of_a_table_over_the_years_each_kind_apart() -> None:
    sums = [amount(10, 2022, "Rekening 2022"), amount(12, 2023, "Begroting 2023"), amount(13, 2024, "Raming 2024")]
    (series,) = sum_series([row(each) for each in sums])
    assert (series.label, series.direction) == ("1.1 Brandweer", "last")
    assert [(one.year, one.kind, one.euros) for one in series.sums] == [
        (2022, "realised", 10),
        (2023, "budget", 12),
        (2024, "estimate", 13),
    ]


def test_a_newer_document_takes_the_place_of_an_older_one() -> None:
    older, newer = row(amount(11, 2024), 2023), row(amount(12, 2024), 2024)
    (series,) = sum_series([newer, older, row(amount(10, 2023), 2023)])
    assert [(one.year, one.euros, one.row.document.year) for one in series.sums] == [(2023, 10, 2023), (2024, 12, 2024)]


def test_a_taakveld_joins_rows_that_are_named_differently() -> None:
    first = replace(amount(10, 2022), taakveld="1.1")
    second = replace(amount(12, 2023, label="Crisis en brandweer"), taakveld="1.1")
    (series,) = sum_series([row(first, 2022), row(second, 2023)])
    assert (series.label, len(series.sums)) == ("Crisis en brandweer", 2)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"row": "Totaal lasten"}, id="a total"),
        pytest.param({"row": "Saldo van baten en lasten"}, id="a balance"),
        pytest.param({"direction": "saldo"}, id="a balance by its column"),
        pytest.param({"column": "Verschil"}, id="a difference"),
        pytest.param({"scale_uncertain": True}, id="in doubt whether in thousands"),
        pytest.param({"year": None}, id="without a year"),
        pytest.param({"row": None}, id="in running text"),
    ],
)
def test_what_is_in_no_series(changes: dict[str, object]) -> None:
    facts = [replace(amount(value, year), **changes) for value, year in ((10, 2022), (12, 2023))]  # type: ignore[arg-type]
    assert sum_series([row(fact) for fact in facts]) == []


def test_a_report_gives_no_sum_of_a_year_to_come() -> None:
    facts = [amount(10, 2022, "Begroting"), amount(12, 2026, "Rekening")]
    assert sum_series([row(fact, 2022, "jaarstukken") for fact in facts]) == []


def test_costs_and_income_are_never_in_one_series() -> None:
    income = replace(amount(3, 2023), direction="bate")
    assert sum_series([row(amount(10, 2022)), row(income)]) == []


def test_balances_and_movements_of_a_reserve_are_apart() -> None:
    def year_of(year: int, first: int) -> list[Amount]:
        columns = ("Stand 1-1-{}", "Toevoegingen {}", "Verminderingen {}", "Saldo 31-12-{}")
        cells = [amount(first + at, year, column.format(year), "Reserve wonen") for at, column in enumerate(columns)]
        return [*(replace(cell, direction=None) for cell in cells[:-1]), replace(cells[-1], direction="saldo")]

    found = sum_series([row(fact) for fact in (*year_of(2023, 10), *year_of(2024, 20))])
    assert {series.measure: [one.euros for one in series.sums] for series in found} == {
        "opening": [10, 20],
        "addition": [11, 21],
        "withdrawal": [12, 22],
        "closing": [13, 23],
    }
    assert {series.direction for series in found} == {None}


@pytest.mark.parametrize(
    ("column", "measure"),
    [
        pytest.param("31-12-2023", "closing", id="a day alone"),
        pytest.param("Boekwaarde", "balance", id="on no day"),
        pytest.param("Realisatie t/m 31-12-2023", "flow", id="until a day"),
        pytest.param("Stand begroting 2023", "flow", id="the budget as it stands"),
        pytest.param("Onttrekking", "withdrawal", id="taken out"),
    ],
)
def test_what_a_column_measures(column: str, measure: str) -> None:
    assert measure_of(amount(10, column=column)) == measure


def test_a_reserve_whose_columns_say_only_the_year_is_in_no_series() -> None:
    """It may be the balance or what is taken out; of the changes, of costs and of income it is told."""
    unclear = [replace(amount(10, 2022, label="BR wonen"), direction=None), amount(12, 2023, label="BR wonen")]
    unclear[1] = replace(unclear[1], direction=None)
    assert sum_series([row(each) for each in unclear]) == []
    changes = [replace(each, row="Mutaties reserves") for each in unclear]
    assert [one.measure for one in sum_series([row(each) for each in changes])] == ["flow"]
    costs = [replace(each, direction="last") for each in unclear]
    assert [one.measure for one in sum_series([row(each) for each in costs])] == ["flow"]


def test_what_goes_on_longest_stands_first_and_of_these_a_taakveld() -> None:
    over = [amount(1000 + year, year, label="Oude post") for year in (2018, 2019, 2020)]
    loose = [amount(500 + year, year, label="Losse post") for year in (2023, 2024, 2025)]
    own = [replace(amount(year - 2000, year, label="8.3 Wonen"), taakveld="8.3") for year in (2024, 2025)]
    series = sum_series([row(fact) for fact in (*over, *loose, *own)])
    assert [one.label for one in series] == ["8.3 Wonen", "Losse post", "Oude post"]


def test_the_other_amounts_newest_first_without_totals_and_indicators() -> None:
    indicator = Indicator(40, 45, "9", 0.9, name="Verwijzingen", value="9", reference_year=2022)
    read_as_both = replace(amount(9), start=40)
    facts: list[Fact] = [amount(10), amount(99, label="Totaal"), amount(20), indicator, read_as_both]
    rows = [row(fact) for fact in facts] + [row(amount(5), 2025)]
    assert [each.fact.text for each in plain_sums(rows, [])] == ["5", "20", "10"]


def indicator(value: str | None, target: str | None, year: int | None) -> Indicator:
    """With a value the year is that of the value, else that of the target."""
    fact = Indicator(0, 5, "x", 0.9, name="Meldingen", unit="aantal", value=value, target=target, reference_year=year)
    return replace(fact, target_year=year) if value is None else fact


def test_an_indicator_by_year_with_the_newest_value() -> None:
    later = replace(indicator("238", None, 2023), name="meldingen", unit="Aantal")
    rows = [row(later, 2023, "jaarstukken"), row(indicator("305", None, 2020), 2021), row(indicator("301", None, 2020))]
    (series,) = indicator_series(rows)
    assert [(one.year, one.value, one.numbers) for one in series.figures] == [
        (2020, "301", (301.0, None)),
        (2023, "238", (238.0, None)),
    ]
    assert series.figures[0].row is rows[2]


def test_the_target_beside_a_value_is_of_no_known_year() -> None:
    """The year is that of the value: a budget sets the last known figure beside what it aims at."""
    plan = row(indicator("305", "250", 2024), 2026)
    (series,) = indicator_series([plan, row(indicator(None, "240", 2027), 2026)])
    assert [(one.year, one.value, one.target) for one in series.figures] == [
        (2024, "305", None),
        (2027, None, "240"),
        (None, None, "250"),
    ]
    assert series.figures[-1].target_row is plan


def test_the_target_beside_a_value_has_a_year_of_its_own_where_the_paper_tells_it() -> None:
    plan = row(replace(indicator("305", "250", 2024), target_year=2028), 2026)
    (series,) = indicator_series([plan])
    assert [(one.year, one.value, one.target) for one in series.figures] == [(2024, "305", None), (2028, None, "250")]


def test_a_target_beside_two_values_of_a_row_is_one() -> None:
    rows = [row(indicator("305", "310", 2022)), row(indicator("308", "310", None))]
    (series,) = indicator_series(rows)
    assert [(one.year, one.value, one.target) for one in series.figures] == [
        (2022, "305", None),
        (None, "308", "310"),
    ]


def test_an_indicator_in_another_unit_is_another() -> None:
    first = Indicator(0, 5, "x", 0.9, name="Meldingen", unit="aantal", value="305", reference_year=2020)
    second = replace(first, unit="per 1.000 inwoners", value="4,1")
    assert len(indicator_series([row(first), row(second)])) == 2


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("6,9", 6.9, id="comma"),
        pytest.param("3.110", 3110.0, id="thousands"),
        pytest.param("niet meer dan 81%", 81.0, id="in words"),
        pytest.param("-4,5", -4.5, id="negative"),
        pytest.param("van 10 naar 12", None, id="two numbers"),
        pytest.param("stijgt", None, id="no number"),
        pytest.param(None, None, id="nothing"),
    ],
)
def test_number_of(text: str | None, number: float | None) -> None:
    assert number_of(text) == number


def test_of_an_indicator_the_last_value_is_told_and_the_newest_paper_stands_first() -> None:
    def told(name: str, value: str | None, year: int | None, paper: int) -> FactRow:
        return row(Indicator(0, 5, name, 0.9, name, None, value, None, year), paper)

    old, new = told("Woningen", "100", 2021, 2023), told("woningen", "120", 2024, 2025)
    target_alone, other = told("Woningen", None, None, 2026), told("Jeugdhulp", "9,2", 2022, 2023)
    earlier_year = told("woningen", "110", 2023, 2025)
    assert latest_indicators([old, new, earlier_year, target_alone, other]) == [new, other]


def test_of_an_indicator_that_a_paper_gives_twice_one_stays() -> None:
    names = ("Woningen", "Woningen (peildatum 2025)")
    once, again = (row(Indicator(0, 5, name, 0.9, name, None, "120", None, 2025), 2025) for name in names)
    assert len(latest_indicators([once, again])) == 1


@pytest.mark.parametrize(
    ("target", "headings", "measures"),
    [("9", (), True), (None, ("Effectindicatoren",), True), (None, ("6. Wonen",), False)],
    ids=["a target", "among indicators", "neither"],
)
def test_a_figure_of_the_municipality_is_no_measure(
    target: str | None, headings: tuple[str, ...], measures: bool
) -> None:
    found = row(Indicator(0, 9, "Woningen", 0.9, name="Woningen", value="120", target=target))
    assert is_measure(replace(found, heading_path=headings)) is measures
