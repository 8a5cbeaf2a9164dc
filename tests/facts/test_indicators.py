"""Indicators: what is measured, in what, how much it is and how much it should be."""

import pytest

from ingest.fact_types import Indicator
from ingest.facts.indicators import indicators
from ingest.model import Document
from tests.facts.fact_documents import document, table

Parts = tuple[str, str | None, str | None, str | None, int | None]


def parts(fact: Indicator) -> Parts:
    return fact.name, fact.unit, fact.value, fact.target, fact.reference_year


def found(source: Document) -> list[Parts]:
    return [parts(fact) for fact in indicators(source)]


def test_reads_each_cell_by_its_head() -> None:
    rows = table(
        ("Naam indicator", "Eenheid", "Peiljaar", "Bron", "Waarde", "Nederland", "Streefwaarde"),
        ("Verwijzingen Halt", "per 1.000 jongeren", "2021", "Bureau Halt", "7,9", "11", "7"),
        ("Winkeldiefstallen", "per 1.000 inwoners", "2022", "CBS", "1,3", "2,2", ""),
    )
    assert found(rows) == [
        ("Verwijzingen Halt", "per 1.000 jongeren", "7,9", "7", 2021),
        ("Winkeldiefstallen", "per 1.000 inwoners", "1,3", None, 2022),
    ]


def test_a_column_for_each_year_gives_an_indicator_for_each() -> None:
    rows = table(("Indicator", "Realisatie 2023", "Realisatie 2024"), ("Aantal meldingen", "33", "45"))
    assert found(rows) == [
        ("Aantal meldingen", None, "33", None, 2023),
        ("Aantal meldingen", None, "45", None, 2024),
    ]


def test_the_first_unnamed_column_is_the_municipality_itself() -> None:
    rows = table(("Indicator", "Waterdrecht", "Nederland"), ("Misdrijven per 1.000 inwoners (2025)", "42,3", "44,7"))
    assert found(rows) == [("Misdrijven per 1.000 inwoners (2025)", None, "42,3", None, 2025)]


def test_figures_behind_the_words_where_cells_are_missing() -> None:
    rows = table(
        ("Nr. Naam Indicator Eenheid Bron", "Realisatie Waterdrecht", "Realisatie Nederland"),
        ("1 | 6.", "Verwijzingen Halt", "Aantal per 1.000 jongeren", "Halt", "4,2 (2024)", "8,3 (2024)"),
        ("2", "22.", "Jongeren met een delict"),
        ("voor de rechter", "% 12 t/m 21 jarigen CBS 1 % (2023)", "2 % (2023)"),
    )
    assert found(rows) == [
        ("Verwijzingen Halt", "Aantal per 1.000 jongeren", "4,2", None, 2024),
        ("Jongeren met een delict voor de rechter", "% 12 t/m 21 jarigen", "1 %", None, 2023),
    ]


def test_heads_on_two_lines_belong_together() -> None:
    rows = table(
        ("Effectindicator", "Peilwaarde"),
        ("Streefwaarde 2026 (%)", "Streefwaarde 2027 (%)"),
        ("Percentage eenzaamheid", "49", "(2024)", "46", "45"),
    )
    assert found(rows) == [
        ("Percentage eenzaamheid", "%", "49", "46", 2024),
        ("Percentage eenzaamheid", "%", None, "45", 2027),
    ]


@pytest.mark.parametrize(
    ("rows"),
    [
        pytest.param((("bedragen x € 1.000", "2024", "2025"), ("Lasten", "110", "120")), id="money"),
        pytest.param((("Naam", "Functie"), ("Noor Tazelaar", "burgemeester")), id="people"),
        pytest.param((("Indicatoren",), ("Kaderstellende nota's",)), id="empty heading"),
    ],
)
def test_other_tables_hold_none(rows: tuple[tuple[str, ...], ...]) -> None:
    assert found(table(*rows)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Het aantal meldingen van jeugdoverlast komt in 2026 niet boven de 150 meldingen.",
            ("aantal meldingen van jeugdoverlast", "meldingen", None, "niet boven de 150 meldingen", 2026),
            id="ceiling",
        ),
        pytest.param(
            "Wij willen dat het percentage inwoners met angst daalt naar 25% in 2028.",
            ("percentage inwoners met angst", "%", None, "25%", 2028),
            id="target and year",
        ),
        pytest.param(
            "Het rapportcijfer voor veiligheid moet minimaal een 7,5 zijn.",
            ("rapportcijfer voor veiligheid", None, None, "minimaal een 7,5", None),
            id="grade",
        ),
    ],
)
def test_reads_a_target_in_a_sentence(text: str, expected: Parts) -> None:
    assert found(document(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Er waren niet meer dan 20 meldingen van overlast.", id="looking back"),
        pytest.param("De kosten mogen niet hoger dan 500 euro zijn.", id="money"),
        pytest.param("Het aantal wijken moet uiterlijk voor meer dan 3 jaar vaststaan.", id="time"),
    ],
)
def test_other_sentences_set_no_target(text: str) -> None:
    assert found(document(text)) == []


def test_a_fact_quotes_its_row() -> None:
    rows = table(("Indicator", "Streefwaarde"), ("Aantal inbraken", "40"))
    (fact,) = indicators(rows)
    assert (fact.text, fact.target) == ("Aantal inbraken | 40", "40")
