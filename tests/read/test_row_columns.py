"""Columns of a table: heads cut over them, empty cells, and what belongs in none; from pieces placed by hand."""

import pytest

from ingest.layout import Style
from ingest.read.bands import Piece
from ingest.read.rows import arrange
from tests.read.drawn import SIZE, Drawn, page, piece


def test_the_head_of_a_table_is_cut_where_its_columns_are() -> None:
    head = Piece(
        "baten lasten", 200, 92, 270, 102, 100, Style(SIZE), parts=lambda: (("baten", 200, 225), ("lasten", 233, 263))
    )
    row = (piece(50, 112, "Totaal"), piece(205, 112, "105"), piece(243, 112, "-464"))

    lines = arrange([(piece(50, 100, "Programma"), head), row], 1)

    assert [line.cells for line in lines] == [("Programma", "baten", "lasten"), ("Totaal", "105", "-464")]


def test_tables_are_numbered_on() -> None:
    lines = [
        (piece(50, 100, "Lasten"), piece(200, 100, "10")),
        (piece(50, 112, "waarvan:"),),
        (piece(50, 124, "Zorg"), piece(200, 124, "4")),
        (piece(50, 160, "Toelichting op de tabel"),),
        (piece(50, 172, "Dit is de toelichting"),),
        (piece(50, 200, "Baten"), piece(200, 200, "12")),
    ]

    found = arrange(lines, 7, tables_before=3)

    assert [(line.role, line.table) for line in found] == [
        ("table_row", 4), (None, None), ("table_row", 4), (None, None), (None, None), ("table_row", 5),
    ]  # fmt: skip
    assert {line.page for line in found} == {7}
    assert found[0].cells == ("Lasten", "10")
    assert found[0].box == (50, 92, 210, 102)


def test_a_row_without_a_figure_keeps_its_columns() -> None:
    lines: list[Drawn] = [
        [(50, 100, "Meerjarenbeeld"), (200, 100, "2021"), (260, 100, "2022"), (320, 100, "2023")],
        [(50, 112, "Uitgangssaldo"), (200, 112, "1.44"), (260, 112, "1.23"), (320, 112, "1.02")],
        [(50, 124, "Paspoorten"), (330, 124, "89")],
        [(50, 136, "waarvan incidenteel"), (205, 136, "-38"), (335, 136, "6")],
    ]

    assert page(*lines)[2:] == ["Paspoorten |  |  | 89", "waarvan incidenteel | -38 |  | 6"]


def test_a_row_that_fits_no_columns_is_left_alone() -> None:
    lines: list[Drawn] = [
        [(50, 100, "Meerjarenbeeld"), (200, 100, "2021"), (260, 100, "2022"), (320, 100, "2023")],
        [(50, 112, "Uitgangssaldo"), (200, 112, "1.44"), (260, 112, "1.23"), (320, 112, "1.02")],
        [(50, 124, "Zie ook"), (190, 124, "de toelichting op de tabel")],
    ]

    assert page(*lines)[2] == "Zie ook | de toelichting op de tabel"


def test_cells_of_different_heights_centred_on_each_other_are_one_row() -> None:
    lines: list[Drawn] = [
        [(50, 100, "1"), (80, 100, "Winkeldiefstallen"), (220, 100, "Politie"), (300, 100, "1,3"), (360, 100, "2,2")],
        [(50, 126, "2"), (80, 126, "Vernielingen en"), (220, 126, "CBS")],
        [(80, 138, "beschadigingen"), (300, 138, "2,5"), (360, 138, "4,0")],
        [(50, 164, "3"), (80, 164, "Halt"), (220, 164, "Bureau")],
        [(220, 176, "Halt"), (300, 176, "4,2"), (360, 176, "8,3")],
    ]

    assert page(*lines) == [
        "1 | Winkeldiefstallen | Politie | 1,3 | 2,2",
        "2 | Vernielingen en beschadigingen | CBS | 2,5 | 4,0",
        "3 | Halt | Bureau Halt | 4,2 | 8,3",
    ]


def test_years_below_each_other_stay_rows() -> None:
    lines: list[Drawn] = [
        [(50, 100, "Halt"), (200, 100, "2023"), (260, 100, "10"), (320, 100, "11")],
        [(200, 112, "2024"), (260, 112, "12"), (320, 112, "13")],
    ]

    assert page(*lines) == ["Halt | 2023 | 10 | 11", " | 2024 | 12 | 13"]


def parted(left: float, baseline: float, *words: tuple[str, float]) -> Piece:
    """A line in one piece, with wide spaces between its words, each at a place of its own."""
    parts = tuple((word, start, start + 5.0 * len(word)) for word, start in words)
    whole = piece(left, baseline, " ".join(word for word, _ in words))
    return whole._replace(right=parts[-1][2], parts=lambda: parts)


FIGURES = [piece(150, 112, "1.200"), piece(200, 112, "1.300"), piece(260, 112, "45")]


@pytest.mark.parametrize(
    ("words", "row"),
    [
        pytest.param(
            [("Begroting", 130), ("Na", 200), ("Wijziging", 212), ("Verschil", 258)],
            " | Begroting | Na Wijziging | Verschil",
            id="each over its own figures",
        ),
        pytest.param(
            [("Tabel 3", 130), ("Lasten", 195)], "Tabel 3 Lasten", id="a caption stays whole wherever it stands"
        ),
        pytest.param(
            [("De lasten dalen", 120), ("door", 200), ("minder rente.", 235)],
            "De lasten dalen door minder rente.",
            id="a sentence stays whole",
        ),
    ],
)
def test_a_line_above_figures_is_cut_where_it_heads_their_columns(words: list[tuple[str, float]], row: str) -> None:
    label = piece(50, 112, "Parkeren")

    lines = arrange([(parted(words[0][1], 100, *words),), (label, *FIGURES)], 1)

    assert [line.text for line in lines] == [row, "Parkeren | 1.200 | 1.300 | 45"]


def test_the_year_below_a_head_belongs_to_it() -> None:
    lines: list[Drawn] = [
        [(50, 100, "Exploitatie"), (150, 100, "Rekening")],
        [(170, 112, "2025")],
        [(220, 100, "Begroting")],
        [(245, 112, "2026")],
    ]

    assert page(*lines) == ["Exploitatie | Rekening 2025 | Begroting 2026"]


def test_a_code_and_a_name_stay_apart_where_other_rows_have_them_apart() -> None:
    rows: list[Drawn] = [
        [
            (50, 100 + 14 * n, f"2.{n}"),
            (100, 100 + 14 * n, "Wegen"),
            (200, 100 + 14 * n, "310"),
            (260, 100 + 14 * n, "3"),
        ]
        for n in range(3)
    ]
    short = piece(50, 142, "2.9 Parkeren")._replace(parts=lambda: (("2.9", 50, 65), ("Parkeren", 100, 140)), right=140)
    drawn = [tuple(piece(left, top, content) for left, top, content in row) for row in rows]

    lines = arrange([*drawn, (short, piece(260, 142, "4"))], 1)

    assert lines[-1].cells == ("2.9", "Parkeren", "", "4")


def test_rows_below_a_heading_within_a_table_stand_in_its_columns() -> None:
    lines: list[Drawn] = [
        [(50, 100, "Post"), (150, 100, "2025"), (200, 100, "2026"), (260, 100, "2027")],
        [(50, 112, "Wegen"), (150, 112, "31"), (200, 112, "32"), (260, 112, "33")],
        [(50, 124, "Overig")],
        [(50, 136, "Onderwijs en jeugd")],
        [(50, 148, "Scholen"), (200, 148, "45")],
    ]

    assert page(*lines)[-1] == "Scholen |  | 45 | "


def test_a_short_label_stands_in_the_column_of_a_head_on_the_right_of_it() -> None:
    lines: list[Drawn] = [
        [(110, 100, "x € 1.000"), (200, 100, "2025"), (240, 100, "2026"), (280, 100, "2027")],
        [(50, 112, "Wegen"), (240, 112, "3200")],
    ]

    assert page(*lines)[-1] == "Wegen |  | 3200 | "
