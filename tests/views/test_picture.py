"""Marks on the picture of a page lie where the words of the passage are."""

import io
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from ingest.files import find_files
from ingest.layout import Box
from ingest.model import Document, LineBox, Page
from ingest.pipeline import ingest
from ingest.read.characters import character_boxes
from views.marking import boxes_of
from views.picture import SCALE, draw_marks, page_picture

PAGE = Page(
    number=3,
    start=100,
    end=160,
    width=200,
    height=100,
    lines=(LineBox(100, 120, 20, 10, 180, 20), LineBox(121, 140, 20, 30, 180, 40), LineBox(141, 160, 20, 50, 90, 60)),
)

SIZE = 11
LEFT, RIGHT = 60, 310
COLUMNS = {
    LEFT: (
        "De gemeente Waterdrecht gaat door met",
        "het toezicht in de haven. Er komen acht",
        "fietsenrekken bij het station. De raad",
        "krijgt in het voorjaar een brief over de",
        "haven en over de fietsen in de stad.",
    ),
    RIGHT: (
        "In de kernen wordt de straat opnieuw",
        "bestraat. Het college spreekt met de",
        "bewoners over de bomen. Daarna volgt",
        "het park, waar de paden zijn versleten",
        "en de banken worden vervangen.",
    ),
}


def test_whole_lines_have_their_own_box() -> None:
    assert boxes_of(PAGE, 121, 160) == [(20, 30, 180, 40), (20, 50, 90, 60)]


def test_a_part_of_a_line_is_estimated_where_the_characters_are_not_known() -> None:
    (first, second) = boxes_of(PAGE, 130, 151)
    assert first == pytest.approx((20 + 160 * 9 / 19, 30, 180, 40))
    assert second == pytest.approx((20, 50, 20 + 70 * 10 / 19, 60))


def test_an_empty_span_marks_nothing() -> None:
    assert boxes_of(PAGE, 0, 0) == []


def test_colours_the_box_and_nothing_else() -> None:
    blank = io.BytesIO()
    Image.new("RGB", (400, 200), "white").save(blank, "PNG")
    picture = Image.open(io.BytesIO(draw_marks(blank.getvalue(), [(20, 30, 180, 40)], scale=2)))
    assert picture.getpixel((200, 70)) == (255, 240, 183)
    assert picture.getpixel((200, 20)) == (255, 255, 255)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Document]:
    """A page with two columns, in two typefaces."""
    path = tmp_path_factory.mktemp("picture") / "nota-2024-waterdrecht.pdf"
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(LEFT, A4[1] - 60, "Nota verkeer 2024 gemeente Waterdrecht")
    for left, lines in COLUMNS.items():
        canvas.setFont(*face(left))
        for i, line in enumerate(lines):
            canvas.drawString(left, A4[1] - baseline(i), line)
    canvas.showPage()
    canvas.save()
    (document,) = ingest(find_files([path]).jobs)
    assert isinstance(document, Document)
    return path, document


def face(left: int) -> tuple[str, int]:
    return ("Helvetica" if left == LEFT else "Times-Roman"), SIZE


def baseline(line: int) -> float:
    return 120 + 16 * line


def drawn(left: int, line: int, words: str) -> tuple[float, float]:
    """From where to where the words were drawn."""
    font, size = face(left)
    before = COLUMNS[left][line].split(words)[0]
    start = left + stringWidth(before, font, size)
    return start, start + stringWidth(words, font, size)


def marks(printed: tuple[Path, Document], quote: str) -> list[Box]:
    path, document = printed
    start = document.text.index(quote)
    page = document.pages[0]
    text = document.text[page.start : page.end]
    return boxes_of(page, start, start + len(quote), text, character_boxes(path, 1))


FIRST = [(LEFT, 1, "Er komen acht"), (LEFT, 2, "fietsenrekken bij het station.")]
SECOND = [(RIGHT, 1, "Het college spreekt met de"), (RIGHT, 2, "bewoners over de bomen.")]


@pytest.mark.parametrize(
    ("quote", "places"),
    [
        ("Er komen acht fietsenrekken bij het station.", FIRST),
        ("Het college spreekt met de bewoners over de bomen.", SECOND),
        ("toezicht", [(LEFT, 1, "toezicht")]),
        ("het park", [(RIGHT, 3, "het park")]),
        ("De raad krijgt in het voorjaar", [(LEFT, 2, "De raad"), (LEFT, 3, "krijgt in het voorjaar")]),
    ],
    ids=["left", "right", "a word", "the beginning of a line", "from the end of a line"],
)
def test_only_the_words_are_marked(
    printed: tuple[Path, Document], quote: str, places: list[tuple[int, int, str]]
) -> None:
    found = marks(printed, quote)
    assert len(found) == len(places)
    for (left, top, right, bottom), (column, line, words) in zip(found, places, strict=True):
        assert (left, right) == pytest.approx(drawn(column, line, words), abs=1.0)
        assert top < baseline(line) - SIZE / 2 < baseline(line) - 1 < bottom


def test_a_mark_over_two_columns_leaves_the_space_between_them(printed: tuple[Path, Document]) -> None:
    text = printed[1].text
    first, second = marks(printed, text[text.index("fietsen in de stad.") : text.index(" wordt de straat")])
    assert (first[0], first[2]) == pytest.approx(drawn(LEFT, 4, "fietsen in de stad."), abs=1.0)
    assert (second[0], second[2]) == pytest.approx(drawn(RIGHT, 0, "In de kernen"), abs=1.0)


def test_the_picture_is_coloured_at_the_words_and_white_beside_them(printed: tuple[Path, Document]) -> None:
    path, document = printed
    page = document.pages[0]
    start = document.text.index("Er komen acht")
    png = page_picture(path, page, document.text[page.start : page.end], start, start + len("Er komen acht"))
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    row = round((baseline(1) + 2.5) * SCALE)
    coloured = [x / SCALE for x in range(picture.width) if is_yellow(picture.getpixel((x, row)))]
    left, right = drawn(LEFT, 1, "Er komen acht")
    assert (min(coloured), max(coloured)) == pytest.approx((left - 1.5, right + 1.5), abs=1.5)


def is_yellow(pixel: object) -> bool:
    assert isinstance(pixel, tuple)
    return bool(pixel[0] > 240 and pixel[2] < 200)
