"""Rows, columns and reading order, from pieces placed by hand in the order in which a page draws them."""

import pytest

from ingest.layout import Style
from ingest.read.bands import Piece
from ingest.read.rows import arrange
from tests.read.drawn import OTHER, PROSE, Drawn, column, page, piece


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


def test_a_bold_heading_above_a_plain_row_is_not_its_label_though_that_starts_in_lower_case() -> None:
    heading = piece(50, 100, "Uitzettingen", bold=True)
    row = piece(50, 112, "vorderingen"), piece(300, 112, "6.287")

    assert [line.text for line in arrange([(heading,), row], 1)] == ["Uitzettingen", "vorderingen | 6.287"]


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


@pytest.mark.parametrize("mark", ["1.1", "3.11a", "5.a.1", "•", "-", "a)", "3."])
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


def test_figures_set_flush_right_stand_below_each_other_though_one_is_a_dash() -> None:
    labels = column(50, 100, "R/C verhouding", "Overige vorderingen", step=14.6)
    figures: list[Drawn] = [[(478, 100, "322")], [(468, 114.6, "3.441")], [(569, 100, "-")], [(544, 114.6, "13.237")]]

    assert page(*labels, *figures) == ["R/C verhouding | 322 | -", "Overige vorderingen | 3.441 | 13.237"]


def test_a_column_of_figures_that_skips_a_label_goes_on_beside_the_next() -> None:
    labels = column(50, 100, "Huishouden vast", "Per eenheid", "Bedrijf", "Vastrecht", step=16.0)
    figures: list[Drawn] = [
        [(left, top, text)] for left in (400, 500) for top, text in ((100, "125"), (116, "1,57"), (148, "187"))
    ]

    assert page(*labels, *figures) == [
        "Huishouden vast | 125 | 125",
        "Per eenheid | 1,57 | 1,57",
        "Bedrijf",
        "Vastrecht | 187 | 187",
    ]


def test_a_long_text_beside_figures_is_a_cell() -> None:
    text = column(150, 100, *(f"regel {place} van een risico" for place in range(14)))
    drawn: list[Drawn] = [[(50, 100, "Projecten"), *text[0]], *text[1:], [(400, 100, "1.500"), (450, 100, "50%")]]

    assert page(*drawn) == ["Projecten | " + " ".join(line[0][2] for line in text) + " | 1.500 | 50%"]


def test_a_label_of_two_lines_that_stand_closer_than_the_rows() -> None:
    rows: list[Drawn] = [[(50, 100 + 16 * n, f"Regeling {n}"), (300, 100 + 16 * n, f"{n}00")] for n in range(1, 5)]
    label: list[Drawn] = [[(50, 182, "Regeling Belastingsamenwerking")], [(50, 193, "Oosterhage"), (300, 193, "522")]]

    assert page(*rows, *label)[-1] == "Regeling Belastingsamenwerking Oosterhage | 522"


def test_a_group_stands_as_far_above_its_first_row_as_the_rows_apart() -> None:
    rows: list[Drawn] = [[(50, 100 + 14 * n, f"Regeling {n}"), (300, 100 + 14 * n, f"{n}00")] for n in range(1, 5)]

    assert page(*rows, [(50, 170, "Heffingen")], [(50, 184, "Riool"), (300, 184, "522")])[-2:] == [
        "Heffingen",
        "Riool | 522",
    ]


def test_the_year_below_a_figure_belongs_to_it() -> None:
    lines: list[Drawn] = [[(50, 100, "CBS"), (200, 100, "64,0%")], [(200, 112, "(2018)")], [(300, 100, "64,8%")]]

    assert page(*lines)[0].startswith("CBS | 64,0% (2018)")


def test_figures_drawn_last_between_two_texts_are_cells_of_the_row() -> None:
    lines: list[Drawn] = [
        [(50, 130, "Dunea"), (100, 130, "Nihil")],
        *column(
            150, 100, "het belang is groot", "en de zeggenschap", "is twee procent", "van het geheel", "van de stad"
        ),
        *column(450, 112, "wie aandelen heeft", "is niet aansprakelijk", "voor de verliezen"),
        [(290, 106, "1-1-2031"), (360, 106, "1-1-2031")],
        [(290, 124, "258.451"), (360, 124, "386.928")],
    ]

    assert page(*lines) == [
        "Dunea | Nihil | het belang is groot en de zeggenschap is twee procent van het geheel van de stad"
        " | 1-1-2031 258.451 | 1-1-2031 386.928 | wie aandelen heeft is niet aansprakelijk voor de verliezen"
    ]


def test_a_text_centred_on_a_longer_one_beside_it_tears_off_none_of_its_lines() -> None:
    long = column(150, 100, *(f"de zeggenschap van regel {place}" for place in range(6)))
    lines: list[Drawn] = [*long, *column(450, 124, "wie aandelen heeft", "is niet aansprakelijk", "voor de verliezen")]

    assert page(*lines) == [
        " ".join(line[0][2] for line in long) + " | wie aandelen heeft is niet aansprakelijk voor de verliezen"
    ]


def test_the_row_above_is_no_part_of_the_text_below_it() -> None:
    above = column(50, 100, *(f"het vorige risico, regel {place}" for place in range(6)))
    label = column(50, 172, "Meerkosten als gevolg", "van de ontvlechting", "van de gemeenten")
    text = column(300, 172, "De colleges hebben besloten", "over een taakoverdracht", "vanuit de organisatie")

    assert page(*above, *label, *text)[: len(above)] == [line[0][2] for line in above]
