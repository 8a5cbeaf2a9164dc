"""Figures of tables come out with the row, column, year, side and taakveld that a reader gives them."""

from ingest.fact_types import Amount
from ingest.facts.amounts import amounts
from ingest.facts.tables.labels import side_of_group
from ingest.model import Document
from tests.facts.fact_documents import blocks_of, table

Part = str | tuple[str, ...]


def told(document: Document) -> list[tuple[float, str | None, int | None, str | None, str | None]]:
    return [(a.value_eur, a.row, a.year, a.direction, a.taakveld) for a in amounts(document)]


def only(document: Document) -> Amount:
    (amount,) = amounts(document)
    return amount


def test_a_side_alone_opens_a_group() -> None:
    groups = [side_of_group(text) for text in ("Lasten", "Totale baten", "Baten per programma", "Lasten stijgen licht")]
    assert groups == ["last", "bate", "bate", None]


def test_heads_hold_below_the_headings_within_a_table() -> None:
    rows = blocks_of(
        ("Wat mag het kosten? (x € 1.000)", "paragraph"),
        ("Exploitatie", "2025", "2026"),
        ("Lasten", "heading"),
        ("2.2 Parkeren", "310", "325"),
        ("Baten", "heading"),
        ("2.2 Parkeren", "120", "130"),
        ("Reserves", "heading"),
        ("Toevoeging aan reserves", "15", "16"),
        ("Geraamd resultaat", "-205", "-211"),
    )
    assert told(rows) == [
        (310_000, "2.2 Parkeren", 2025, "last", "2.2"),
        (325_000, "2.2 Parkeren", 2026, "last", "2.2"),
        (120_000, "2.2 Parkeren", 2025, "bate", "2.2"),
        (130_000, "2.2 Parkeren", 2026, "bate", "2.2"),
        (15_000, "Toevoeging aan reserves", 2025, "last", "0.10"),
        (16_000, "Toevoeging aan reserves", 2026, "last", "0.10"),
        (-205_000, "Geraamd resultaat", 2025, "saldo", None),
        (-211_000, "Geraamd resultaat", 2026, "saldo", None),
    ]


def test_a_taakveld_holds_for_the_totals_of_its_sides() -> None:
    rows = table(
        ("bedragen x € 1.000", "Rekening 2025", "Verschil", "V / N"),
        ("7.1 Volksgezondheid", "", "", ""),
        ("Totaal lasten (4)", "310", "12", "N"),
        ("Totaal baten (8)", "95", "3", "V"),
        ("7.2 Riolering", "", "", ""),
        ("Totaal lasten (4)", "411", "21", "V"),
    )
    assert told(rows) == [
        (310_000, "7.1 Volksgezondheid Totaal lasten (4)", 2025, "last", "7.1"),
        (12_000, "7.1 Volksgezondheid Totaal lasten (4)", 2025, "last", "7.1"),
        (95_000, "7.1 Volksgezondheid Totaal baten (8)", 2025, "bate", "7.1"),
        (3_000, "7.1 Volksgezondheid Totaal baten (8)", 2025, "bate", "7.1"),
        (411_000, "7.2 Riolering Totaal lasten (4)", 2025, "last", "7.2"),
        (21_000, "7.2 Riolering Totaal lasten (4)", 2025, "last", "7.2"),
    ]


def test_a_total_after_a_list_of_taakvelden_is_not_of_the_last_one() -> None:
    rows = table(("Lasten (x € 1.000)", "2025"), ("7.1 Volksgezondheid", "310"), ("Totaal lasten", "721"))
    assert [a.taakveld for a in amounts(rows)] == ["7.1", None]


def test_code_and_name_may_have_a_cell_each_and_a_cell_be_empty() -> None:
    rows = table(
        ("Taakveld", "Begroting 2026 (x € 1.000)"),
        ("", "", "Lasten", "Baten", "Saldo"),
        ("2.1", "Verkeer en vervoer", "3.100", "", "3.100"),
        ("2.2", "Parkeren", "", "450", "450"),
        ("2.5", "Openbaar vervoer", "31", "7", "24"),
    )
    assert [(a.value_eur, a.direction, a.year, a.taakveld) for a in amounts(rows)] == [
        (3_100_000, "last", 2026, "2.1"),
        (3_100_000, "saldo", 2026, "2.1"),
        (450_000, "bate", 2026, "2.2"),
        (450_000, "saldo", 2026, "2.2"),
        (31_000, "last", 2026, "2.5"),
        (7_000, "bate", 2026, "2.5"),
        (24_000, "saldo", 2026, "2.5"),
    ]


def test_a_list_of_taakvelden_needs_no_codes() -> None:
    names = ("Bestuur", "Burgerzaken", "Verkeer en vervoer", "Openbaar vervoer")
    rows = table(("Taakveld", "Lasten 2026"), *((name, f"1.{i}25") for i, name in enumerate(names)))
    assert [a.taakveld for a in amounts(rows)] == ["0.1", "0.2", "2.1", "2.5"]
    other = table(("Portefeuille", "Lasten 2026"), ("Bestuur", "1.025"), ("Sport", "1.125"), ("Zorg", "1.250"))
    assert [a.taakveld for a in amounts(other)] == [None, None, None]


def test_a_corner_or_caption_gives_the_side_and_the_year() -> None:
    corner = table(("Saldo", "2026"), ("Veilig", "-310"), above="in duizenden euro's")
    assert (only(corner).direction, only(corner).year) == ("saldo", 2026)
    caption = table(("Programma", "Bedrag"), ("Veilig", "31.000"), above="Totale lasten per programma 2026")
    assert (only(caption).direction, only(caption).year) == ("last", 2026)


def test_a_table_that_goes_on_keeps_its_heads() -> None:
    rows = blocks_of(
        ("Programma (x € 1.000)", "Lasten 2026", "Baten 2026"),
        ("Veilig", "310", "12"),
        ("Vervolg van de tabel", "paragraph"),
        ("Sociaal", "911", "45"),
    )
    assert [(a.value_eur, a.direction, a.year) for a in amounts(rows)][2:] == [
        (911_000, "last", 2026),
        (45_000, "bate", 2026),
    ]


def test_a_number_in_brackets_is_a_note_unless_brackets_are_how_the_table_prints_a_minus() -> None:
    notes = table(("Post", "Begroting 2026"), ("Huur (x € 1.000)", "(1)", "310"), ("Rente", "(2)", "45"))
    assert [a.value_eur for a in amounts(notes)] == [310_000, 45_000]
    negatives = table(("x € 1.000", "2025", "2026"), ("Begroting", "(1.250)", "(7)"), ("Huur", "310", "45"))
    assert [a.value_eur for a in amounts(negatives)] == [-1_250_000, -7_000, 310_000, 45_000]


def test_thousands_may_be_parted_by_a_space_but_two_figures_in_a_cell_stay_two() -> None:
    spaced = table(("x € 1.000", "2025", "2026"), ("Huur", "12 345", "9 876"))
    assert [a.value_eur for a in amounts(spaced)] == [12_345_000, 9_876_000]
    dotted = table(("x € 1.000", "2025", "2026"), ("Huur", "310 450"), ("Rente", "1.310", "1.450"))
    assert [a.value_eur for a in amounts(dotted)] == [310_000, 450_000, 1_310_000, 1_450_000]


def test_a_period_above_the_table_is_the_year_of_no_column() -> None:
    rows = blocks_of(
        ("Meerjarenbeeld 2026-2029", "heading"),
        ("x € 1.000", "Rekening 2024", "Begroting 2025"),
        ("Parkeren", "310", "325"),
    )
    assert [(a.value_eur, a.year, a.column) for a in amounts(rows)] == [
        (310_000, 2024, "Rekening 2024"),
        (325_000, 2025, "Begroting 2025"),
    ]


def test_heads_without_a_year_go_on_under_the_year_above() -> None:
    rows = table(
        ("bedragen x € 1.000", "Begroting 2025", "Rekening 2025"),
        ("Programma", "Baten", "Lasten", "Baten", "Lasten"),
        ("Veilig", "12", "-310", "14", "-295"),
        ("Reserves", "Onttrekking", "Toevoeging", "Onttrekking", "Toevoeging"),
        ("Veilig", "45", "-16", "46", "-17"),
    )
    assert [(a.value_eur, a.column, a.direction) for a in amounts(rows)][4:] == [
        (45_000, "Begroting 2025 Onttrekking", "bate"),
        (-16_000, "Begroting 2025 Toevoeging", "last"),
        (46_000, "Rekening 2025 Onttrekking", "bate"),
        (-17_000, "Rekening 2025 Toevoeging", "last"),
    ]


def test_a_sum_of_a_side_stands_above_its_taakvelden() -> None:
    rows = table(
        ("x € 1.000", "2026"),
        ("Lasten", "700"),
        ("2.1 Verkeer en vervoer", "400"),
        ("2.2 Parkeren", "300"),
        ("Baten", "95"),
        ("2.1 Verkeer en vervoer", "15"),
        ("2.2 Parkeren", "80"),
        ("Saldo", "-605"),
    )
    assert [(a.value_eur, a.direction, a.taakveld) for a in amounts(rows)] == [
        (700_000, "last", None),
        (400_000, "last", "2.1"),
        (300_000, "last", "2.2"),
        (95_000, "bate", None),
        (15_000, "bate", "2.1"),
        (80_000, "bate", "2.2"),
        (-605_000, "saldo", None),
    ]


def test_figures_with_letters_that_ran_together_are_cut_up() -> None:
    rows = table(("x € 1.000", "2025", "2026", "2027"), ("Veilig", "310 V 450 N", "512 V"))
    assert [(a.value_eur, a.year) for a in amounts(rows)] == [(310_000, 2025), (-450_000, 2026), (512_000, 2027)]


def test_the_number_of_a_programme_is_no_sum() -> None:
    read = table(("Voorstel", "Programma", "Bedrag in euro's"), ("Leningen", "9", "200.000"), ("Bomen", "4", "50.000"))
    assert [amount.value_eur for amount in amounts(read)] == [200_000.0, 50_000.0]
