"""Rows, columns and reading order, from pieces placed by hand in the order in which a page draws them."""

import pytest

from ingest.layout import Style
from ingest.read.bands import Piece
from ingest.read.rows import arrange

SIZE = 10.0
Drawn = list[tuple[float, float, str]]


def piece(left: float, baseline: float, content: str, *, bold: bool = False) -> Piece:
    width = 5.0 * len(content)
    return Piece(content, left, baseline - 8, left + width, baseline + 2, baseline, Style(SIZE, bold, "#000000"))


def page(*lines: Drawn) -> list[str]:
    drawn = (tuple(piece(left, baseline, content) for left, baseline, content in line) for line in lines)
    return [line.text for line in arrange(drawn, 1)]


def column(left: float, top: float, *contents: str, step: float = 12.0) -> list[Drawn]:
    return [[(left, top + step * place, content)] for place, content in enumerate(contents)]


PROSE = [f"regel {number} van een lange kolom met tekst" for number in range(8)]
OTHER = [f"zin {number} van een andere kolom met tekst" for number in range(8)]


def test_a_row_drawn_in_one_go() -> None:
    assert page([(50, 100, "Lasten"), (200, 100, "1.200"), (260, 100, "-5")]) == ["Lasten | 1.200 | -5"]


def test_cells_drawn_one_by_one() -> None:
    assert page([(50, 100, "Lasten")], [(200, 100, "1.200")], [(260, 100, "800")]) == ["Lasten | 1.200 | 800"]


def test_a_figure_halfway_a_label_of_two_lines() -> None:
    lines: list[Drawn] = [*column(50, 100, "Nationale garanties", "voor woningen"), [(200, 106, "65.000")]]

    assert page(*lines) == ["Nationale garanties voor woningen | 65.000"]


def test_a_figure_exactly_halfway_two_lines_that_stand_wide_apart() -> None:
    label = column(50, 100, "Nationale garanties", "voor woningen", step=18.0)
    lines: list[Drawn] = [[(50, 70, "Bestuur")], *label, [(200, 109, "65.000")]]

    assert page(*lines) == ["Bestuur", "Nationale garanties voor woningen | 65.000"]


def test_a_figure_halfway_a_label_of_three_lines() -> None:
    lines: list[Drawn] = [*column(50, 100, "Belasting", "samenwerking", "Zilverstroom"), [(200, 112, "522.131")]]

    assert page(*lines) == ["Belasting samenwerking Zilverstroom | 522.131"]


def test_rows_drawn_column_by_column() -> None:
    lines: list[Drawn] = [*column(50, 100, "Overhead", "Btw"), *column(200, 100, "105.000", "4.000")]

    assert page(*lines) == ["Overhead | 105.000", "Btw | 4.000"]


def test_a_label_that_runs_on_in_lower_case() -> None:
    lines: list[Drawn] = [
        [(50, 100, "Verenigingen op het gebied van cultuur")],
        [(50, 112, "en recreatie"), (300, 112, "1.030"), (360, 112, "347")],
    ]

    assert page(*lines) == ["Verenigingen op het gebied van cultuur en recreatie | 1.030 | 347"]


def test_a_heading_above_a_row_is_not_its_label() -> None:
    assert page([(50, 100, "Toe te rekenen kosten:")], [(50, 112, "Overhead"), (300, 112, "1.030")]) == [
        "Toe te rekenen kosten:",
        "Overhead | 1.030",
    ]


def test_a_cell_that_runs_over_lines() -> None:
    lines: list[Drawn] = [
        [(50, 100, "Risico's"), (150, 100, "De gemeente draagt het te\u00ad")],
        [(150, 112, "kort naar rato.")],
        [(50, 124, "Doel"), (150, 124, "Rust")],
    ]

    assert page(*lines) == ["Risico's | De gemeente draagt het tekort naar rato.", "Doel | Rust"]


def test_a_register_whose_cells_run_over_lines() -> None:
    lines: list[Drawn] = [
        [(50, 100, "T22-15"), (90, 100, "10-11-2022"), (160, 100, "De raad hoort wat de")],
        [(160, 112, "gevolgen zijn.")],
        [(300, 100, "De Wit"), (360, 100, "Q1 2023"), (430, 100, "Deels")],
        [(430, 112, "voldaan")],
    ]

    assert page(*lines) == [
        "T22-15 | 10-11-2022 | De raad hoort wat de gevolgen zijn. | De Wit | Q1 2023 | Deels voldaan"
    ]


def test_the_head_of_a_table_is_cut_where_its_columns_are() -> None:
    head = Piece(
        "baten lasten", 200, 92, 270, 102, 100, Style(SIZE), parts=lambda: (("baten", 200, 225), ("lasten", 233, 263))
    )
    row = (piece(50, 112, "Totaal"), piece(205, 112, "105"), piece(243, 112, "-464"))

    lines = arrange([(piece(50, 100, "Programma"), head), row], 1)

    assert [line.cells for line in lines] == [("Programma", "baten", "lasten"), ("Totaal", "105", "-464")]


@pytest.mark.parametrize("mark", ["1.1", "5.a.1", "•", "-", "a)", "3."])
def test_a_number_or_bullet_belongs_to_its_text(mark: str) -> None:
    assert page([(50, 100, mark), (90, 100, "Veiligheid")]) == [f"{mark} Veiligheid"]


def test_two_columns_in_order() -> None:
    assert page(*column(50, 100, *PROSE), *column(320, 100, *OTHER)) == PROSE + OTHER


def test_two_columns_the_right_one_drawn_first() -> None:
    assert page(*column(320, 100, *OTHER), *column(50, 100, *PROSE)) == PROSE + OTHER


def test_two_columns_drawn_across_the_page() -> None:
    lines: list[Drawn] = [
        [(50, 100 + 12.0 * place, left), (320, 100 + 12.0 * place, right)]
        for place, (left, right) in enumerate(zip(PROSE, OTHER, strict=True))
    ]

    assert page(*lines) == PROSE + OTHER


def test_the_right_column_stays_after_a_heading_across() -> None:
    lines: list[Drawn] = [
        [(50, 80, "Een kop die over beide kolommen van de bladzijde heen staat")],
        *column(50, 100, *PROSE),
        *column(320, 100, *OTHER),
    ]

    assert page(*lines)[1:] == PROSE + OTHER


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


HEADS = ("Ontwikkelingen 2031", "Resultaten 2031")


def boxes(*contents: tuple[list[str], list[str]], bold: bool = True) -> list[str]:
    """Rows of two cells under a row of two heads, each cell drawn from top to bottom."""
    drawn: list[tuple[Piece, ...]] = [(piece(50, 100, HEADS[0], bold=bold), piece(330, 100, HEADS[1], bold=bold))]
    top = 116.0
    for pair in contents:
        for left, lines in zip((50, 330), pair, strict=True):
            drawn += [(piece(left, top + 14 * place, content),) for place, content in enumerate(lines)]
        top += 14 * max(map(len, pair)) + 30
    return [line.text for line in arrange(drawn, 1)]


def test_two_boxes_under_a_bold_row_have_a_heading_each() -> None:
    left, right = PROSE[:4], OTHER[:3]

    assert boxes((left, right)) == [HEADS[0], *left, HEADS[1], *right]


def test_two_cells_under_a_plain_row_are_a_table() -> None:
    assert len(boxes((PROSE[:4], OTHER[:3]), bold=False)) == 2


def test_rows_of_two_cells_under_a_bold_row_are_a_table() -> None:
    assert len(boxes((PROSE[:4], OTHER[:3]), (PROSE[4:7], OTHER[4:6]))) == 3


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


def test_a_label_of_two_lines_beside_several_rows_is_of_the_first() -> None:
    lines: list[Drawn] = [
        *column(50, 100, "Beheer gebouwen", "en gronden", step=16.0),
        [(150, 99, "Baten"), (200, 99, "97"), (260, 99, "98")],
        [(150, 114, "Lasten"), (200, 114, "-485"), (260, 114, "-569")],
        [(150, 129, "Saldo"), (200, 129, "-388"), (260, 129, "-471")],
    ]

    assert page(*lines) == [
        "Beheer gebouwen en gronden | Baten | 97 | 98",
        " | Lasten | -485 | -569",
        " | Saldo | -388 | -471",
    ]


def test_the_unit_of_the_next_table_is_no_part_of_a_label() -> None:
    lines: list[Drawn] = [[(50, 100, "Vrijval"), (150, 100, "310"), (200, 100, "320")], [(50, 114, "x € 1.000")]]

    assert page(*lines) == ["Vrijval | 310 | 320", "x € 1.000"]


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


def test_a_running_header_drawn_last_is_no_cell_beside_the_foot_of_the_page() -> None:
    lines: list[Drawn] = [*column(50, 700, *PROSE[:4]), [(400, 40, "Gemeente Waterdrecht")]]

    assert page(*lines) == [*PROSE[:4], "Gemeente Waterdrecht"]


def test_a_bullet_drawn_after_the_text_opens_its_line() -> None:
    lines: list[Drawn] = [
        *column(70, 100, "Wij bouwen", "Wij breken", "Wij rusten"),
        [(55, 100, "•")],
        [(55, 124, "•")],
    ]

    assert page(*lines) == ["• Wij bouwen", "Wij breken", "• Wij rusten"]


def test_text_beside_its_footnotes_is_no_row() -> None:
    notes = [piece(300, 100 + 10 * n, f"noot {n} van deze bladzijde")._replace(style=Style(8.0)) for n in range(4)]
    body = [piece(50, 100 + 12 * n, content) for n, content in enumerate(PROSE[:5])]

    lines = arrange([(drawn,) for drawn in (*body, *notes)], 1)

    assert [line.text for line in lines] == [*PROSE[:5], *(note.text for note in notes)]


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
