"""Marks on the picture of a page lie where the lines of the passage are."""

import io

from PIL import Image

from ingest.model import LineBox, Page
from views.picture import boxes_of, draw_marks

PAGE = Page(
    number=3,
    start=100,
    end=160,
    width=200,
    height=100,
    lines=(LineBox(100, 120, 20, 10, 180, 20), LineBox(121, 140, 20, 30, 180, 40), LineBox(141, 160, 20, 50, 90, 60)),
)


def test_takes_the_lines_that_hold_any_of_the_span() -> None:
    assert boxes_of(PAGE, 130, 145) == [(20, 30, 180, 40), (20, 50, 90, 60)]


def test_an_empty_span_marks_nothing() -> None:
    assert boxes_of(PAGE, 0, 0) == []


def test_colours_the_box_and_nothing_else() -> None:
    blank = io.BytesIO()
    Image.new("RGB", (400, 200), "white").save(blank, "PNG")
    picture = Image.open(io.BytesIO(draw_marks(blank.getvalue(), [(20, 30, 180, 40)], scale=2)))
    assert picture.getpixel((200, 70)) == (255, 240, 183)
    assert picture.getpixel((200, 20)) == (255, 255, 255)
