"""Tables of jaarstukken and paragraphs: years that no column names, cards, explanations, totals without a label."""

from dataclasses import replace
from typing import Any

import pytest

from ingest.facts.amounts import amounts
from ingest.facts.tables.figures import sums_up
from ingest.facts.tables.heads import single_year
from ingest.facts.tables.labels import side_of, side_of_corner
from ingest.facts.tables.years import RunningYear
from ingest.model import Document, Inferred
from tests.facts.fact_documents import table

THOUSANDS = "bedragen x € 1.000"


def dated(read: Document, doc_type: str = "jaarstukken", year: int = 2025) -> Document:
    known: dict[str, Any] = {"doc_type": Inferred(doc_type, 1.0), "reporting_year": Inferred(year, 1.0)}
    return replace(read, identity=replace(read.identity, **known))


def said(read: Document, *fields: str) -> list[tuple[object, ...]]:
    return [tuple(getattr(amount, field) for field in fields) for amount in amounts(read)]


BEGROOT = (("Kapitaalgoed", "Begroot", "Realisatie", "Verschil"), ("Bruggen", "103", "99", "4"))


@pytest.mark.parametrize(
    ("doc_type", "years"),
    [("jaarstukken", [2025, 2025, None]), ("programmabegroting", [2025, None, None]), ("rib", [None, None, None])],
)
def test_heads_without_a_year_are_of_the_year_of_the_document(doc_type: str, years: list[int | None]) -> None:
    read = dated(table(*BEGROOT, above=THOUSANDS), doc_type)
    assert said(read, "year") == [(year,) for year in years]


def test_a_year_that_was_concluded_is_less_sure_than_one_that_is_printed() -> None:
    concluded = amounts(dated(table(*BEGROOT, above=THOUSANDS)))[0]
    printed = amounts(table(("Kapitaalgoed", "Begroot 2025"), ("Bruggen", "103"), above=THOUSANDS))[0]
    assert concluded.confidence < printed.confidence


def test_beside_columns_with_a_year_only_what_was_spent_needs_none() -> None:
    heads = ("Krediet", "Restant krediet 2024", "Begroot 2025", "Besteed", "Restant")
    read = dated(table(heads, ("Brug Havendijk", "430", "340", "16", "754"), above=THOUSANDS))
    assert said(read, "value_eur", "year") == [(430e3, 2024), (340e3, 2025), (16e3, 2025), (754e3, None)]


@pytest.mark.parametrize(
    ("column", "beside_years", "is_of"),
    [
        ("Realisatie", True, True),
        ("Begroot", True, False),
        ("Lasten", False, True),
        ("Verschil begroting", False, False),
    ],
)
def test_which_heads_are_of_the_running_year(column: str, beside_years: bool, is_of: bool) -> None:
    assert RunningYear(2025, reports=True).is_of(column, beside_years=beside_years) is is_of
    assert not RunningYear(None, reports=True).is_of(column, beside_years=beside_years)


def test_a_figure_that_ran_into_its_explanation_is_read() -> None:
    rows = (("Bruggen", "103", "99", "", "4Schilderen en schoonmaken"), ("Groen", "551", "539", "12Snoeien van bomen"))
    more = ("Verlichting", "881", "884", "-3 Verhelpen van storingen")
    read = table(("Goed", "Begroot", "Realisatie", "Verschil", "Toelichting"), *rows, more, above=THOUSANDS)
    assert [value for (value,) in said(read, "value_eur")] == [103e3, 99e3, 4e3, 551e3, 539e3, 12e3, 881e3, 884e3, -3e3]


def test_a_figure_and_a_word_are_two_cells_where_other_rows_have_as_many() -> None:
    rows = (("Camera's", "120.000", "110.000", "incidenteel"), ("Handhavers", "40.000", "30.000", "structureel"))
    heads, above = ("Voorstel", "2026", "2027", "Soort"), "bedragen in euro's"
    found = said(table(heads, *rows, ("Jeugdwerk", "45.000", "46.000 structureel"), above=above), "value_eur", "year")
    assert found[-2:] == [(45e3, 2026), (46e3, 2027)]
    assert len(amounts(table(heads[:3], ("Jeugdwerk", "45.000", "12 maanden"), above=above))) == 1


def test_a_card_is_of_what_it_names_and_the_next_begins_with_the_same_label() -> None:
    read = table(
        ("Naam", "Reserve bruggen"),
        ("Doel", "Dekking van kosten van nieuwe bruggen"),
        ("Toevoeging", "n.v.t."),
        ("Omvang per 1-1-2025", "€ 51.113"),
        ("Naam", "Reserve scholen"),
        ("Doel", "Nieuwbouw"),
        ("Functie", "Bestedingsfunctie"),
        ("Omvang per 31-12-2025", "€ 84.818"),
    )
    assert said(read, "value_eur", "row", "column", "year", "direction") == [
        (51_113.0, "Omvang per 1-1-2025", "Reserve bruggen", 2025, None),
        (84_818.0, "Omvang per 31-12-2025", "Reserve scholen", 2025, None),
    ]


def test_a_unit_that_need_not_hold_leaves_whole_euros_as_they_are() -> None:
    above = "Bedragen x € 1.000 tenzij anders vermeld"
    assert said(table(("Stand", "2025"), ("Reserve", "€ 51.113"), above=above), "value_eur") == [(51_113.0,)]
    assert said(table(("Stand", "2025"), ("Reserve", "€ 51"), above=above), "value_eur") == [(51e3,)]


def test_a_row_without_a_label_that_sums_up_is_the_total() -> None:
    heads, rows = ("", "31-12-2025", "31-12-2024"), (("Reserves", "52.901", "49.903"), ("Resultaat", "-920", "2.999"))
    read = table(heads, *rows, ("", "51.981", "52.902"), above=THOUSANDS)
    assert said(read, "row", "value_eur", "year")[-2:] == [("Totaal", 51_981e3, 2025), ("Totaal", 52_902e3, 2024)]
    assert len(amounts(table(heads, *rows, ("", "77.777", "52.902"), above=THOUSANDS))) == 4


@pytest.mark.parametrize(
    ("cells", "sums"),
    [
        (("3", "5"), True),
        (("4", "5"), True),
        (("9", "5"), False),
        (("3",), False),
        (("3", "tekst"), False),
        ((), False),
    ],
)
def test_sums_may_be_rounded(cells: tuple[str, ...], sums: bool) -> None:
    assert sums_up(cells, [("1", "2"), ("2", "3")]) is sums
    assert not sums_up(cells, [("1", "2")])


def test_counts_of_indicators_are_no_sums() -> None:
    counts = (
        ("Indicator", "Eenheid", "Periode", "Eigen", "Landelijk"),
        ("Verwijzingen Halt", "per 1.000", "2024", "10", "9"),
    )
    assert amounts(table(*counts, above=THOUSANDS)) == []
    money = (("Lasten", "2024", "2025"), ("Toezicht", "10", "9"))
    assert len(amounts(table(*money, above=THOUSANDS))) == 2


def test_sums_in_words_are_read_in_rows_without_figures() -> None:
    rows = (("", "Begin 2025", "Eind 2025"), ("Eigen vermogen", "€ 4,7 mln. (volgens de jaarrekening)", "onbekend"))
    assert said(table(*rows), "value_eur", "row") == [(4.7e6, "Eigen vermogen")]


def test_a_title_that_names_lasten_makes_large_figures_euros() -> None:
    rows = (("", "2026", "2027"), ("Wegen", "541.799", "541.799"), ("Bruggen", "38.386", "9.386"))
    read = table(*rows, above="Tabel 9.2 Onderhoudslasten kapitaalgoederen")
    assert said(read, "value_eur", "year", "direction")[0] == (541_799.0, 2026, "last")
    assert amounts(table(*rows, above="Tabel 9.2 Aantal inwoners")) == []


@pytest.mark.parametrize(
    ("column", "label", "side"),
    [
        ("Opbouw resultaat 2025", "Totaal baten", "bate"),
        ("Saldo", "Totaal baten", "saldo"),
        ("Resultaat", "Wegen", "saldo"),
        ("Lasten", "Opbrengst leges", "last"),
        ("2025", "Kapitaallasten", "last"),
        ("2025", "Woonlasten", None),
    ],
)
def test_the_side_is_that_of_the_column_or_the_row(column: str, label: str, side: str | None) -> None:
    assert side_of(column, label) == side


def test_rows_take_the_side_of_the_total_that_they_add_up_to() -> None:
    lasten = (("1.1 Brandweer", "3.245", "3.268"), ("1.2 Openbare orde", "1.688", "1.541"))
    baten = (("1.1 Brandweer", "82", "88"), ("1.2 Openbare orde", "52", "74"))
    totals = ("Totaal lasten", "4.933", "4.809"), ("Totaal baten", "134", "162")
    heads = ("Programma 1", "Begroot 2025", "Rekening 2025")
    sides = said(table(heads, *lasten, totals[0], *baten, totals[1], above=THOUSANDS), "direction")
    assert sides == [("last",)] * 6 + [("bate",)] * 6
    other = said(table(heads, *lasten, ("Totaal lasten", "9.000", "9.000"), above=THOUSANDS), "direction")
    assert other == [(None,)] * 4 + [("last",)] * 2


def test_a_letter_tells_the_sign_and_a_column_the_side() -> None:
    read = table(("Programma", "Lasten", "Baten", "Saldo"), ("Veiligheid", "140 N", "22 V", "118 N"), above=THOUSANDS)
    assert said(read, "value_eur", "direction") == [(-140e3, "last"), (22e3, "bate"), (-118e3, "saldo")]
    alone = table(("Programma", "2025"), ("Veiligheid", "140 N"), above=THOUSANDS)
    assert said(alone, "value_eur", "direction") == [(-140e3, "saldo")]


@pytest.mark.parametrize(
    ("corner", "side"),
    [("Opbrengst belastingen", "bate"), ("Opbrengsten en kosten", None), ("Lasten", "last"), ("Programma", None)],
)
def test_the_head_over_the_labels_may_give_the_side(corner: str, side: str | None) -> None:
    assert side_of_corner(corner) == side


@pytest.mark.parametrize(
    ("label", "year"),
    [("Omvang per 1-1-2025", 2025), ("Stand 31/12/2024", 2024), ("2025-2028", None), ("Q1-2024", None)],
)
def test_a_day_is_of_its_year(label: str, year: int | None) -> None:
    assert single_year(label) == year
