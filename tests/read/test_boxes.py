"""Boxes and columns side by side on a page, that are no cells of a table; pieces placed by hand."""

import pytest

from ingest.layout import Style
from ingest.read.bands import Piece
from ingest.read.rows import arrange

Placed = tuple[float, float, str]


def page(*lines: Placed, bold: frozenset[str] = frozenset()) -> list[str]:
    """The lines of a page on which each was drawn by itself: where it begins, its baseline, its words."""
    drawn = (
        (Piece(text, left, top - 8, left + 5.0 * len(text), top + 2, top, Style(10.0, text in bold, "#000000")),)
        for left, top, text in lines
    )
    return [line.text for line in arrange(drawn, 1)]


def stack(left: float, *lines: tuple[float, str]) -> list[Placed]:
    return [(left, top, text) for top, text in lines]


SIDE = stack(50, (100, "Meer weten over veiligheid"), (112, "Bel de gemeente"), (136, "Budget dit jaar"))
MAIN = stack(250, (100, "De raad stelde het plan vast."), (112, "De wijkagent is er blij mee."))


def test_text_with_room_between_its_paragraphs_is_a_side_bar_and_no_cell() -> None:
    assert page(*SIDE, *MAIN) == [text for *_, text in (*SIDE, *MAIN)]


def test_text_in_one_paragraph_beside_another_is_a_row() -> None:
    close = stack(50, (100, "Meer weten over veiligheid"), (112, "Bel de gemeente"), (124, "Budget dit jaar"))

    assert page(*close, *MAIN) == [
        "Meer weten over veiligheid Bel de gemeente Budget dit jaar"
        " | De raad stelde het plan vast. De wijkagent is er blij mee."
    ]


def test_a_figure_beside_paragraphs_keeps_them_in_its_row() -> None:
    assert len(page(*SIDE, (250, 100, "1.200"))) == 1


def test_cards_have_a_heading_each_even_where_it_stands_off_from_its_text() -> None:
    cards = [
        stack(
            50 + 180 * place, (top, head), (top + 25, f"Tekst van {head} die er"), (top + 37, "wat langer over doet.")
        )
        for top in (100, 170)
        for place, head in enumerate((f"Sport {top}", f"Zorg {top}", f"Groen {top}"))
    ]
    heads = frozenset(card[0][2] for card in cards)

    assert page(*(line for card in cards for line in card), bold=heads) == [text for card in cards for *_, text in card]


LINES = [f"regel {number} van een kolom met tekst" for number in range(14)]


@pytest.mark.parametrize(("opens", "rows"), [("en gaat hier weer verder", 14), ("Hier begint iets anders", 1)])
def test_columns_under_one_heading_after_another(opens: str, rows: int) -> None:
    """Two such parts look like rows of a table, but where the sentence goes on in the next column they are not."""
    left = stack(50, *((100 + 12 * place, text) for place, text in enumerate(LINES[:7])))
    right = stack(300, (100, opens), *((112 + 12 * place, text) for place, text in enumerate(LINES[7:13])))
    below = [(x, y + 150, text) for x, y, text in (*left, *right)]

    assert len(page(*left, *right, (50, 220, "Een kop"), *below)) == 2 * rows + 1


def test_heads_of_boxes_of_two_lines_stand_each_over_its_own() -> None:
    heads = [(50.0, 100.0, "Ontwikkelingen 2031"), (330.0, 100.0, "Resultaten 2031")]
    left = stack(50, (116, "De provincie besteedt het busvervoer op"), (130, "nieuw aan, samen met de regio."))
    right = stack(330, (116, "De bussen rijden vaker en stoppen ook"), (130, "in Oosterhage."))

    lines = (
        tuple(
            Piece(text, x, y - 8, x + 5.0 * len(text), y + 2, y, Style(10.0, y == 100, "#000000")) for x, y, text in row
        )
        for row in (heads, *([line] for line in (*left, *right)))
    )

    assert [line.text for line in arrange(lines, 1)] == [text for *_, text in (heads[0], *left, heads[1], *right)]
