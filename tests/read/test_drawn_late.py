"""What a page draws after the text below it: tables that were pasted in, each put where a reader meets it."""

from tests.read.drawn import PROSE, Drawn, column, page

TABLE: list[Drawn] = [[(50, 150, "Rente"), (200, 150, "150")], [(50, 162, "Aflossing"), (200, 162, "300")]]
ROWS = ["Rente | 150", "Aflossing | 300"]


def test_a_table_drawn_last_stands_between_the_texts_around_it() -> None:
    lines: list[Drawn] = [[(50, 120, "Tekst boven de tabel.")], [(50, 190, "Tekst eronder.")], *TABLE]

    assert page(*lines) == ["Tekst boven de tabel.", *ROWS, "Tekst eronder."]


def test_two_tables_drawn_last_each_have_a_place() -> None:
    further: list[Drawn] = [[(50, 250, "Borg"), (200, 250, "137")], [(50, 262, "Totaal"), (200, 262, "219")]]
    lines: list[Drawn] = [[(50, 120, "Boven.")], [(50, 200, "Tussen.")], [(50, 300, "Onder.")], *TABLE, *further]

    assert page(*lines) == ["Boven.", *ROWS, "Tussen.", "Borg | 137", "Totaal | 219", "Onder."]


def test_a_table_at_the_top_of_the_page_that_is_drawn_last() -> None:
    assert page([(50, 190, "Tekst eronder.")], [(50, 202, "Nog een regel.")], *TABLE) == [
        *ROWS,
        "Tekst eronder.",
        "Nog een regel.",
    ]


def test_a_running_header_drawn_last_stays_last() -> None:
    assert page([(50, 190, "Tekst.")], [(50, 40, "Gemeente Waterdrecht")]) == ["Tekst.", "Gemeente Waterdrecht"]


def test_a_figure_beside_a_label_of_two_lines_is_not_drawn_late() -> None:
    label = column(50, 100, "Nationale garanties", "voor woningen", step=18.0)

    assert page([(50, 70, "Bestuur")], *label, [(200, 109, "65.000")])[1:] == [
        "Nationale garanties voor woningen | 65.000"
    ]


def test_the_foot_of_a_page_that_is_drawn_first_moves_nothing() -> None:
    assert page([(400, 800, "Pagina 3")], *column(50, 100, *PROSE)) == ["Pagina 3", *PROSE]
