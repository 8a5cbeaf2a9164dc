"""Lines become one string, and every span of it is exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clean import compose
from ingest.composing.assemble import folded, joined
from ingest.layout import Composed, Line, Reading, Style
from ingest.model import Block
from tests.layouts import A4, BODY, BOLD, FULL, placed, verbatim


def of_pages(lines: list[Line], pages: int = 1) -> Composed:
    return compose(Reading("pdf", tuple(lines), page_sizes=(A4,) * pages))


def texts(composed: Composed, blocks: tuple[Block, ...] | None = None) -> list[str]:
    return [composed.text[block.start : block.end] for block in blocks or composed.blocks]


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        pytest.param("de woning\u00ad", "inbraken daalden", "de woninginbraken daalden", id="the reader's mark"),
        pytest.param("de jeugd-", "overlast", "de jeugdoverlast", id="a hyphen that broke a word"),
        pytest.param("de in-", "en uitstroom", "de in- en uitstroom", id="a hanging hyphen"),
        pytest.param("jeugdoverlast en", "-criminaliteit", "jeugdoverlast en -criminaliteit", id="hanging after"),
        pytest.param("Sint\u00ad", "Maartenszijl", "Sint-Maartenszijl", id="the mark in a name"),
        pytest.param("BELEIDS\u00ad", "PLAN", "BELEIDSPLAN", id="the mark in capitals"),
        pytest.param("de in\u00ad", "en uitstroom", "de in- en uitstroom", id="the mark, hanging"),
        pytest.param("Noord-", "Holland", "Noord-Holland", id="a name"),
        pytest.param("2023-", "2026", "2023-2026", id="years"),
        pytest.param("gedaan -", "zo bleek", "gedaan - zo bleek", id="a dash"),
        pytest.param("het plan", "is klaar", "het plan is klaar", id="no hyphen"),
    ],
)
def test_lines_meet(before: str, after: str, text: str) -> None:
    first, between = joined(before, after)
    assert first + between + after == text


def test_odd_white_space_and_invisible_characters_go() -> None:
    assert folded("wijk\u00a0agent  \u200bin\ufeff de\tbuurt ") == "wijk agent in de buurt"


def test_lines_of_a_paragraph_are_joined_and_a_gap_parts_paragraphs() -> None:
    composed = of_pages(
        [placed(FULL, 100), placed("en buurten van Waterdrecht.", 112, right=220), placed("Daarna volgt meer.", 140)]
    )
    assert composed.text == f"{FULL} en buurten van Waterdrecht.\nDaarna volgt meer."


def test_a_line_that_stops_short_ends_its_paragraph() -> None:
    lines = [placed(FULL, 100), placed("in de gemeente.", 112, right=160), placed(FULL, 124), placed("tot slot.", 136)]
    assert texts(of_pages(lines)) == [f"{FULL} in de gemeente.", f"{FULL} tot slot."]


def test_a_note_below_a_table_opens_a_paragraph_and_a_sum_after_a_comma_none() -> None:
    sums = "Er is € 150.000 (2020),"
    lines = [placed(FULL, 100), placed("** Zie boven.", 112), placed(sums, 140, right=400), placed("€ 9 over.", 152)]
    assert texts(of_pages(lines)) == [FULL, "** Zie boven.", f"{sums} € 9 over."]


def test_bullets_are_items_and_hang_together() -> None:
    lines = [
        placed("Wij doen drie dingen:", 100, right=180),
        placed("• meer toezicht op straat en in het openbaar vervoer, ook in de avond en", 112),
        placed("in het weekend;", 124, left=80, right=150),
        placed("• minder regels.", 136, right=150),
    ]
    composed = of_pages(lines)
    assert [block.role for block in composed.blocks] == ["paragraph", "list_item", "list_item"]
    assert texts(composed)[1].endswith("in de avond en in het weekend;")


def test_a_paragraph_goes_on_over_the_page() -> None:
    lines = []
    for page in range(1, 4):
        lines.append(placed("en buurten van de gemeente, zoals dat heet, en verder op alle plekken", 100, page=page))
        lines.append(placed(FULL, 700, page=page))
        lines.append(placed(f"Gemeente Waterdrecht {page}", 800, page=page, right=180))
    composed = of_pages(lines[1:], pages=3)
    assert [block.page for block in composed.blocks] == [1, 2, 3]
    assert texts(composed)[0] == f"{FULL} {lines[0].text}"
    assert composed.text[composed.pages[1].start :].startswith("en buurten")


def test_headers_footers_and_page_numbers_are_kept_apart() -> None:
    lines = []
    for page in range(1, 6):
        lines += [
            placed("Programmabegroting Waterdrecht", 30, page=page),
            placed(f"{FULL} op bladzij {page}.", 200, page=page),
            placed(f"Pagina {page} van 5", 810, page=page),
        ]
    composed = of_pages(lines, pages=5)
    assert "Programmabegroting Waterdrecht" not in composed.text
    assert "van 5" not in composed.text
    assert set(composed.furniture) == {"Programmabegroting Waterdrecht", *(f"Pagina {n} van 5" for n in range(1, 6))}


def test_a_footer_that_the_reader_took_for_a_row_is_furniture_though_its_number_counts_from_the_cover() -> None:
    lines = []
    for page in range(2, 6):
        cells = ("Gemeente Waterdrecht", f"Pagina {page - 1}")
        lines.append(placed(f"{FULL} op bladzij {page}.", 200, page=page))
        lines.append(placed(" | ".join(cells), 810, page=page, role="table_row", cells=cells, table=1))
    assert "Pagina" not in of_pages(lines, pages=5).text


def test_headers_that_alternate_left_and_right_are_furniture() -> None:
    lines = []
    for page in range(1, 9):
        header = "Gemeente Oosterhage" if page % 2 else "Kadernota"
        lines += [placed(header, 30, page=page), placed(FULL, 200, page=page)]
    assert set(of_pages(lines, pages=8).furniture) == {"Gemeente Oosterhage", "Kadernota"}


def test_a_heading_that_opens_every_chapter_is_no_furniture() -> None:
    lines = []
    for page in range(1, 13):
        lines.append(placed("Wat willen we bereiken?" if page % 4 == 1 else f"{FULL} {page * 37}", 70, page=page))
        lines.append(placed(FULL, 200, page=page))
    assert of_pages(lines, pages=12).text.count("Wat willen we bereiken?") == 3


def test_the_unit_of_a_table_is_never_furniture() -> None:
    lines = [placed("Bedragen x € 1.000", 60, page=page) for page in range(1, 6)]
    assert of_pages(lines, pages=5).text.count("x € 1.000") == 5


def test_rows_have_exact_cells() -> None:
    cells = ("Lasten", "", "1.250")
    row = placed(" | ".join(cells), 100, role="table_row", cells=cells, table=1)
    composed = of_pages([row])
    assert composed.text == "Lasten |  | 1.250"
    assert [composed.text[start:end] for start, end in composed.blocks[0].cells] == list(cells)
    assert composed.blocks[0].table == 1


def test_footnotes_come_after_the_text_of_their_page() -> None:
    lines = [
        placed("1 Zie de nota van 2023.", 300, role="footnote"),
        placed(FULL + ".", 320, role="paragraph"),
        placed("Op de volgende bladzijde staat dit.", 100, page=2, role="paragraph"),
    ]
    assert texts(of_pages(lines, pages=2))[1] == "1 Zie de nota van 2023."


SMALL = Style(size=8.0)


def test_a_footnote_is_told_by_its_number_size_and_place() -> None:
    lines = [
        placed(FULL + ".", 300),
        placed("2 schuren staan leeg, meer niet.", 320, style=SMALL),
        placed(FULL + ".", 340),
        placed("1 Zie de nota van 2023, die", 700, style=SMALL),
        placed("nog geldt.", 710, style=SMALL, right=120),
        placed("2. Zie de motie.", 720, style=SMALL),
    ]
    composed = of_pages(lines)
    notes = [composed.text[block.start : block.end] for block in composed.blocks if block.role == "footnote"]
    assert notes == ["1 Zie de nota van 2023, die nog geldt.", "2. Zie de motie."]


@pytest.mark.parametrize(
    "between",
    [
        pytest.param([placed("1 Zie de nota van 2023.", 720, style=SMALL)], id="a footnote"),
        pytest.param([placed("Let op", 700, style=Style(size=12.0, colour="#ffffff"))], id="a box"),
        pytest.param([placed("Post | 1", 90, page=2, role="table_row", cells=("Post", "1"), table=1)], id="a table"),
    ],
)
def test_a_sentence_goes_on_after_what_stands_between_two_pages(between: list[Line]) -> None:
    lines = [
        placed(FULL, 640),
        placed(FULL, 652),
        *between,
        placed("en dorpen, ook in de winter.", 120, page=2),
        placed("Een nieuwe alinea.", 150, page=2),
    ]
    composed = of_pages(lines, pages=2)
    assert f"{FULL} {FULL} en dorpen, ook in de winter." in texts(composed)
    assert [page.start for page in composed.pages] == sorted(page.start for page in composed.pages)


def test_a_list_without_ends_of_sentences_is_not_run_together() -> None:
    lines = [
        placed("veilige straten en pleinen", 640, right=300),
        placed("goede scholen", 652, right=160),
        placed("Let op", 700, style=Style(size=12.0, colour="#ffffff")),
        placed("schone lucht", 120, page=2, right=150),
    ]
    assert "schone lucht" in texts(of_pages(lines, pages=2))


def test_an_empty_line_comes_before_a_heading() -> None:
    lines = [
        placed(FULL, 100),
        placed("Jeugd en veiligheid", 140, style=Style(size=14.0), right=200),
        placed(FULL, 170),
        placed(FULL + ".", 182),
    ]
    composed = of_pages(lines)
    assert "\n\nJeugd en veiligheid\n" in composed.text
    assert composed.styles[1].size == 14.0


def test_nothing_is_composed_to_nothing() -> None:
    composed = compose(Reading("pdf", (), page_sizes=(A4, A4)))
    assert (composed.text, composed.blocks, [page.number for page in composed.pages]) == ("", (), [1, 2])


LINE_TEXT = st.text(alphabet="abc ABC.,-:•12\u00ad\u00a0\u200b", min_size=0, max_size=30)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    pages = draw(st.integers(1, 4))
    lines = []
    for page in range(1, pages + 1):
        for place in range(draw(st.integers(0, 6))):
            style = draw(st.sampled_from([BODY, BOLD, Style(size=14.0, colour="#ffffff")]))
            text = draw(LINE_TEXT)
            if draw(st.booleans()):
                lines.append(placed(text, 40.0 + 14 * place, page=page, style=style))
            else:
                cells = tuple(text.split("."))
                row = " | ".join(cells)
                lines.append(placed(row, 40.0 + 14 * place, page=page, role="table_row", cells=cells, table=1))
    return Reading("pdf", tuple(lines), page_sizes=(A4,) * pages)


@given(readings())
def test_every_span_is_exact(reading: Reading) -> None:
    composed = compose(reading)
    text = composed.text
    ends = [0, *(block.end for block in composed.blocks)]
    assert all(end <= block.start < block.end for end, block in zip(ends, composed.blocks, strict=False))
    assert len(composed.styles) == len(composed.blocks)
    for block in composed.blocks:
        assert all(block.start <= start <= end <= block.end for start, end in block.cells)
    assert [page.number for page in composed.pages] == list(range(1, len(reading.page_sizes) + 1))
    assert composed.pages[0].start == 0
    assert composed.pages[-1].end == len(text)
    assert all(page.end == after.start for page, after in zip(composed.pages, composed.pages[1:], strict=False))
    for page in composed.pages:
        assert all(page.start <= box.start < box.end <= page.end for box in page.lines)
        assert all(not text[box.start : box.end].isspace() for box in page.lines)


@given(readings())
def test_no_word_is_lost_between_text_and_furniture(reading: Reading) -> None:
    composed = compose(reading)
    kept = "".join(composed.text.split()) + "".join("".join(composed.furniture).split())
    given_letters = sum(character.isalnum() for line in reading.lines for character in line.text)
    assert sum(character.isalnum() for character in kept) == given_letters


def test_plain_text_stays_as_it_is() -> None:
    text = "Kop\n\n  Een  zin\u00a0met spaties.  \n"
    composed = compose(verbatim(text))
    assert composed.text == text
    assert texts(composed) == ["Kop", "Een  zin\u00a0met spaties."]


def test_lines_broken_to_fit_a_page_are_one_paragraph() -> None:
    text = f"{FULL}\n{FULL.lower()}\nen dat blijft zo.\n\nEen tweede alinea die nieuw is."
    assert len(compose(verbatim(text)).blocks) == 2


def test_a_line_each_stays_a_paragraph_each() -> None:
    text = "De eerste alinea staat op een regel van zichzelf.\nDe tweede alinea ook, en is wat langer dan de eerste."
    assert len(compose(verbatim(text)).blocks) == 2


def test_headers_beside_form_feeds_are_kept_out_of_the_blocks() -> None:
    days = ("maandag", "dinsdag", "woensdag")
    pages = [f"{FULL} op {day}.\n\nNota Waterdrecht {number}\n" for number, day in enumerate(days, 1)]
    composed = compose(verbatim("\f".join(pages)))
    assert composed.furniture == tuple(f"Nota Waterdrecht {number}" for number in (1, 2, 3))
    assert texts(composed) == [f"{FULL} op {day}." for day in days]


@given(st.lists(LINE_TEXT, max_size=12).map("\n".join))
def test_blocks_of_plain_text_hold_every_word_in_order(text: str) -> None:
    composed = compose(verbatim(text))
    assert composed.text == text
    held = "".join("".join(part.split()) for part in texts(composed))
    assert held == "".join(text.split()) or composed.furniture
