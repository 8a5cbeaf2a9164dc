"""Headings of printed pages, told by their look, become a tree."""

import pytest

from ingest.layout import Reading, Style
from tests.layouts import A4, FULL, PROSE, placed, sections_of


def printed(*parts: tuple[str, Style | None], gap: float = 30.0) -> Reading:
    """A PDF with a paragraph or heading a line; None is the body's style."""
    lines = []
    for place, (text, style) in enumerate(parts):
        page, top = 1 + place // 20, 110 + gap * (place % 20)
        right = 70.0 + 4.5 * len(text)
        lines.append(placed(text, top, page=page, right=right, style=style or Style(size=9.0)))
    return Reading("pdf", tuple(lines), page_sizes=(A4,) * (1 + len(parts) // 20))


CHAPTER, BOLD, BAR = Style(size=16.0), Style(size=9.0, bold=True), Style(size=9.0, bold=True, colour="#ffffff")


def printed_paths(reading: Reading) -> list[tuple[str, ...]]:
    return [section.path for section in sections_of(reading)]


def test_size_ranks_headings() -> None:
    reading = printed(
        ("Programma Veiligheid", CHAPTER), ("Jeugd", BOLD), (PROSE, None), ("Wijken", BOLD), (PROSE, None),
        ("Programma Verkeer", CHAPTER), ("Fiets", BOLD), (PROSE, None),
    )  # fmt: skip
    assert printed_paths(reading) == [
        ("Programma Veiligheid",),
        ("Programma Veiligheid", "Jeugd"),
        ("Programma Veiligheid", "Wijken"),
        ("Programma Verkeer",),
        ("Programma Verkeer", "Fiets"),
    ]


def test_white_on_a_bar_ranks_above_bold() -> None:
    reading = printed(
        ("Veiligheid", BAR),
        ("Jeugd", BOLD),
        (PROSE, None),
        ("Wijken", BOLD),
        (PROSE, None),
        ("Verkeer", BAR),
        (PROSE, None),
    )
    assert printed_paths(reading) == [("Veiligheid",), ("Veiligheid", "Jeugd"), ("Veiligheid", "Wijken"), ("Verkeer",)]


def test_numbers_rank_within_a_look_and_not_above_it() -> None:
    reading = printed(
        ("Programma Veiligheid", CHAPTER), ("1 Jeugd", BOLD), (PROSE, None), ("1.1 Straatcoach", BOLD), (PROSE, None),
        ("Programma Verkeer", CHAPTER), ("1 Fiets", BOLD), (PROSE, None),
    )  # fmt: skip
    assert printed_paths(reading)[2] == ("Programma Veiligheid", "1 Jeugd", "1.1 Straatcoach")
    assert printed_paths(reading)[4] == ("Programma Verkeer", "1 Fiets")


def test_of_two_looks_with_numbers_the_shallower_number_ranks_higher() -> None:
    green, green_bold = Style(size=9.0, colour="#739600"), Style(size=9.0, bold=True, colour="#739600")
    reading = printed(
        ("Deel Veiligheid", CHAPTER), ("1.1 Jeugd", green), (PROSE, None), ("1.1.1 Messen", green_bold), (PROSE, None),
        ("Los kopje", BOLD), (PROSE, None),
        ("1.2 Wijken", green), (PROSE, None), ("1.2.1 Toezicht", green_bold), (PROSE, None),
    )  # fmt: skip
    assert ("Deel Veiligheid", "1.2 Wijken", "1.2.1 Toezicht") in printed_paths(reading)


ITALIC = Style(size=9.0, italic=True)


def test_a_short_line_in_italics_right_above_text_is_the_lowest_heading() -> None:
    reading = printed(
        ("Cultuur", CHAPTER), ("Toelichting", BOLD), (PROSE, None), ("Kunst in de wijk", ITALIC), (PROSE, None),
        ("Deze cijfers zijn voorlopig.", ITALIC), (PROSE, None),
        ("Bron: opgave van de bibliotheek", ITALIC), (PROSE, None),
    )  # fmt: skip
    assert printed_paths(reading) == [
        ("Cultuur",), ("Cultuur", "Toelichting"), ("Cultuur", "Toelichting", "Kunst in de wijk"),
    ]  # fmt: skip


def test_a_line_in_italics_over_a_table_or_more_italics_is_no_heading() -> None:
    row = placed("Lasten | 12", 300, cells=("Lasten", "12"), role="table_row", table=1)
    lines = [
        placed("Cultuur", 100, right=150, style=CHAPTER),
        placed(PROSE, 130),
        placed("In duizenden euro's", 280, right=200, style=ITALIC),
        row,
        placed("Een motto", 400, right=150, style=ITALIC),
        placed(PROSE, 430, style=ITALIC),
        *(placed(PROSE, 460 + 30 * place) for place in range(3)),
    ]
    assert printed_paths(Reading("pdf", tuple(lines), page_sizes=(A4,))) == [("Cultuur",)]


def test_the_contents_put_a_heading_above_others_that_look_as_it_does() -> None:
    names = (
        "Programma's",
        "Veiligheid",
        "Verkeer",
        "Wonen",
        "Zorg",
        "Paragrafen",
        "Heffingen",
        "Grond",
        "Bedrijf",
        "Risico",
    )
    high = {"Programma's", "Paragrafen"}
    lines = [placed("Inhoudsopgave", 60, right=150, style=CHAPTER)]
    for place, name in enumerate(names):
        left = 70.0 if name in high else 90.0
        lines.append(placed(f"{name} ........................ {place + 2}", 100 + 14 * place, left=left))
    for place, name in enumerate(names):
        lines.append(placed(name, 80, page=place + 2, right=150, style=CHAPTER))
        lines.append(placed(PROSE, 120, page=place + 2, style=Style(size=9.0)))
    paths = printed_paths(Reading("pdf", tuple(lines), page_sizes=(A4,) * 11))
    assert ("Programma's", "Wonen") in paths
    assert ("Paragrafen", "Heffingen") in paths


def test_a_chart_in_large_type_takes_no_section() -> None:
    names = [f"Onderwerp {letter}" for letter in "ABCDEFGHIJ"]
    lines = [placed("Inhoudsopgave", 60, right=150, style=BOLD)]
    lines += [placed(f"{name} ............... {n + 2}", 100 + 14 * n, right=500) for n, name in enumerate(names)]
    for place, name in enumerate(names):
        lines.append(placed(name, 80, page=place + 2, right=150, style=BOLD))
        lines.append(placed(PROSE, 120, page=place + 2, style=Style(size=9.0)))
        if place == 4:
            lines.append(placed("Woonlasten per huishouden", 300, page=place + 2, right=300, style=Style(size=20.0)))
            lines.append(placed(PROSE, 500, page=place + 2, style=Style(size=9.0)))
    paths = printed_paths(Reading("pdf", tuple(lines), page_sizes=(A4,) * 11))
    assert [path for path in paths if len(path) > 1 or path[0].startswith("Woon")] == []


def test_a_subheading_that_recurs_under_numbered_ones_belongs_to_them() -> None:
    parts: list[tuple[str, Style | None]] = [("Programma Veiligheid", CHAPTER)]
    for number in range(1, 5):
        parts += [(f"1.{number} Resultaat voor de wijk", BOLD), ("Voortgang", BOLD), (PROSE, None)]
    assert printed_paths(printed(*parts))[2] == ("Programma Veiligheid", "1.1 Resultaat voor de wijk", "Voortgang")


def test_a_wrapped_heading_is_one() -> None:
    reading = printed((FULL, BOLD), ("en op het water", BOLD), (PROSE, None), gap=14)
    assert printed_paths(reading) == [(f"{FULL} en op het water",)]


def test_a_title_does_not_head_every_path() -> None:
    parts: list[tuple[str, Style | None]] = [("Integraal Veiligheidsplan", Style(size=24.0))]
    for name in ("Inleiding", "Jeugd", "Wijken", "Water"):
        parts += [(name, CHAPTER), (PROSE, None)]
    assert printed_paths(printed(*parts))[1:] == [("Inleiding",), ("Jeugd",), ("Wijken",), ("Water",)]


def test_bold_text_that_runs_on_is_no_heading() -> None:
    reading = printed((PROSE, None), (f"{PROSE} {PROSE}", BOLD), (PROSE, None))
    assert printed_paths(reading) == []


def test_heads_of_columns_are_no_headings() -> None:
    lines = [
        placed("Wat mag het kosten?", 100, style=CHAPTER, right=250),
        placed("Omschrijving", 140, style=BAR, right=140),
        placed("Begroting", 140, style=BAR, left=300, right=360),
        placed("Lasten | 1.250", 156, role="table_row", cells=("Lasten", "1.250"), table=1),
        placed("Waarvan bijzonder", 168, style=BOLD, right=150),
        placed("Baten | 250", 180, role="table_row", cells=("Baten", "250"), table=1),
        placed(PROSE, 220),
    ]
    reading = Reading("pdf", tuple(lines), page_sizes=(A4,))
    assert printed_paths(reading) == [("Wat mag het kosten?",)]


def test_a_bold_row_of_a_number_and_words_is_a_heading() -> None:
    row = placed(
        "5.a | Financiën en sport", 100, style=BOLD, role="table_row", cells=("5.a", "Financiën en sport"), table=1
    )
    reading = Reading("pdf", (row, placed(PROSE, 130), placed(PROSE, 160)), page_sizes=(A4,))
    assert printed_paths(reading) == [("5.a Financiën en sport",)]


@pytest.mark.parametrize("line", ["Bijlage 2: Af te sluiten kredieten", "Bijlagen", "Doelen 2024-2026", "Jeugd 18-"])
def test_bold_lines_that_head_something(line: str) -> None:
    assert printed_paths(printed((PROSE, None), (line, BOLD), (PROSE, None))) == [(line,)]


def test_bookmarks_are_headings_and_rank_by_their_level() -> None:
    reading = printed(("Deel A", None), ("Jeugd", None), (PROSE, None), ("Wijken", None), (PROSE, None))
    bookmarks = ((1, "Deel A", 1), (2, "Jeugd", 1), (2, "WIJKEN", 1))
    marked = Reading("pdf", reading.lines, page_sizes=reading.page_sizes, bookmarks=bookmarks)
    assert printed_paths(marked) == [("Deel A",), ("Deel A", "Jeugd"), ("Deel A", "Wijken")]


def test_bookmarks_of_another_file_are_not_believed() -> None:
    reading = printed(("Jeugd", BOLD), (PROSE, None), ("Wijken", BOLD), (PROSE, None))
    bookmarks = tuple((1, f"Hoofdstuk {number}", number) for number in range(1, 9))
    marked = Reading("pdf", reading.lines, page_sizes=reading.page_sizes, bookmarks=bookmarks)
    assert printed_paths(marked) == [("Jeugd",), ("Wijken",)]


def test_a_short_table_of_contents_is_no_cover() -> None:
    titles = ("Samenvatting", "Jeugd", "Wonen", "Zorg")
    lines = [placed("Inhoud", 80, page=2, right=120, style=CHAPTER)]
    lines += [placed(f"{title} {'. ' * 40}{n + 3}", 130 + 20 * n, page=2) for n, title in enumerate(titles)]
    for page, title in enumerate(titles, start=3):
        lines.append(placed(title, 80, page=page, right=140, style=CHAPTER))
        lines += [placed(PROSE, 120 + 12 * row, page=page) for row in range(10)]
    reading = Reading("pdf", tuple(lines), page_sizes=(A4,) * 6)
    sections = sections_of(reading)
    assert [(section.path, section.layer) for section in sections] == [
        (("Inhoud",), "contents"),
        *(((title,), "body") for title in titles),
    ]


def test_headings_of_two_boxes_side_by_side_are_headings() -> None:
    bold = Style(size=10.0, bold=True)
    lines = [
        placed("Sport", 60, right=150, style=CHAPTER),
        placed("Ontwikkelingen", 100, right=200, style=bold),
        placed(PROSE, 115, right=280),
        placed("Resultaten", 100, left=310, right=400, style=bold),
        placed(PROSE, 115, left=310),
        placed(PROSE, 300),
    ]
    assert printed_paths(Reading("pdf", tuple(lines), page_sizes=(A4,))) == [
        ("Sport",), ("Sport", "Ontwikkelingen"), ("Sport", "Resultaten"),
    ]  # fmt: skip


def test_a_long_numbered_item_in_bold_is_a_heading() -> None:
    words = (
        "5.4 Raadsbrief over de subsidies voor",
        "welzijn in de wijken en dorpen",
        "van Waterdrecht, met de lijst",
        "van aanvragen",
    )
    style = Style(size=10.0, bold=True)
    item = [placed(text, 130 + 12 * place, right=300, style=style) for place, text in enumerate(words)]
    lines = [placed("Welzijn", 100, right=150, style=CHAPTER), *item, placed(PROSE, 200)]
    reading = Reading("pdf", tuple(lines), page_sizes=(A4,))
    assert printed_paths(reading) == [("Welzijn",), ("Welzijn", " ".join(words))]


@pytest.mark.parametrize(
    ("top", "paths"),
    [
        pytest.param(130, [("Zorg",), ("Zorg", "Indicatoren")], id="a heading over a table"),
        pytest.param(174, [("Zorg",)], id="the first line of a table's head"),
    ],
)
def test_a_line_that_looks_like_the_head_of_the_table_below(top: float, paths: list[tuple[str, ...]]) -> None:
    bold = Style(size=10.0, bold=True)
    lines = [
        placed("Zorg", 60, right=150, style=CHAPTER),
        placed(PROSE, 90),
        placed("Indicatoren", top, right=160, style=bold),
        placed("Eenheid | 2031", 185, style=bold, cells=("Eenheid", "2031"), role="table_row", table=1),
        placed("Plaatsen | 12", 200, cells=("Plaatsen", "12"), role="table_row", table=1),
        placed(PROSE, 300),
    ]
    assert printed_paths(Reading("pdf", tuple(lines), page_sizes=(A4,))) == paths


def test_a_few_words_in_italics_may_end_in_a_full_stop() -> None:
    reading = printed(
        ("Cultuur", CHAPTER), (PROSE, None), ("Overlast in de wijk.", ITALIC), (PROSE, None),
        ("Bemiddeling en toezicht.", ITALIC), (PROSE, None),
    )  # fmt: skip
    assert printed_paths(reading) == [
        ("Cultuur",), ("Cultuur", "Overlast in de wijk."), ("Cultuur", "Bemiddeling en toezicht."),
    ]  # fmt: skip


def test_a_sum_in_brackets_is_no_row_of_a_table_and_its_heading_groups_no_others() -> None:
    reading = printed(
        ("Taakveld 3.1 Havens (nadeel van 43.000 t.o.v. begroting)", BOLD), (PROSE, None),
        ("Taakveld 3.3 Markten (€ 14.000 voordeel)", BOLD), (PROSE, None),
        ("Reservemutaties", BOLD), (PROSE, None),
        ("Bijdrage van € 500", BOLD), (PROSE, None),
    )  # fmt: skip
    assert printed_paths(reading) == [
        ("Taakveld 3.1 Havens (nadeel van 43.000 t.o.v. begroting)",),
        ("Taakveld 3.3 Markten (€ 14.000 voordeel)",),
        ("Reservemutaties",),
    ]
