"""PDFs: lines with their look and place, what the file says of itself, and files that are broken or hostile."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from ingest.layout import Style
from ingest.read.pdf import read_pdf
from tests.read.conftest import HEIGHT, text

MakePdf = Callable[..., Path]

MARKED = [
    ("Het beleid", 10, 0),
    ("1", 6, 4),
    (" van 2023", 10, 0),
    ("12", 6, 4),
    (" en 20 m", 10, 0),
    ("2", 6, 4),
    (" P1", 10, 0),
]
"""(text, size, rise) of a line with two marks of footnotes and a power."""


def texts(path: Path) -> list[str]:
    return [line.text for line in read_pdf(path).lines]


def test_a_line_has_its_look_and_place(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(HexColor("#1f5c99"))
        text(canvas, 70, 100, "Veiligheid", font="Helvetica-Bold", size=14)
        canvas.setFillColor(HexColor("#000000"))
        text(canvas, 70, 130, "Het college besluit.")

    heading, body = read_pdf(make_pdf(draw)).lines

    assert heading.style == Style(size=14.0, bold=True, colour="#1f5c99")
    assert body.style == Style(size=10.0, bold=False, colour="#000000")
    assert (heading.page, heading.role, heading.starts_block) == (1, None, None)
    assert heading.box is not None
    left, top, right, bottom = heading.box
    assert 70 <= left <= 72
    assert 88 <= top <= 92
    assert 130 <= right <= 145
    assert 99 <= bottom <= 104


def test_italics_are_told_from_the_font(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, 70, 100, "Kunst in de wijk", font="Helvetica-Oblique")
        text(canvas, 70, 130, "Let op:", font="Helvetica-Oblique")
        text(canvas, 107, 130, "dit geldt alleen in Waterdrecht")

    heading, lead = read_pdf(make_pdf(draw)).lines

    assert heading.style.italic
    assert not lead.style.italic


def test_a_bullet_does_not_hide_that_its_line_is_bold(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, 70, 100, "\u2022 ", font="Times-Roman", size=10)
        text(canvas, 80, 100, "Meer toezicht", font="Helvetica-Bold", size=10)

    (line,) = read_pdf(make_pdf(draw)).lines

    assert (line.text, line.style.bold) == ("\u2022 Meer toezicht", True)


def test_bold_needs_both_ends_of_the_line(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, 70, 100, "Wie:", font="Helvetica-Bold")
        text(canvas, 97, 100, "de burgemeester van Waterdrecht")

    (line,) = read_pdf(make_pdf(draw)).lines

    assert line.text == "Wie: de burgemeester van Waterdrecht"
    assert not line.style.bold


def test_a_word_broken_off_ends_in_a_soft_hyphen(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, 70, 100, "De aanpak van ondermij-")
        text(canvas, 70, 112, "ning gaat door.")
        text(canvas, 70, 124, "jeugdoverlast en -criminaliteit")

    assert texts(make_pdf(draw)) == [
        "De aanpak van ondermij\u00ad",
        "ning gaat door.",
        "jeugdoverlast en -criminaliteit",
    ]


def test_marks_of_footnotes_are_not_glued_to_words(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        line = canvas.beginText(70, HEIGHT - 100)
        for content, size, rise in MARKED:
            line.setFont("Helvetica", size)
            line.setRise(rise)
            line.textOut(content)
        canvas.drawText(line)
        note = canvas.beginText(70, HEIGHT - 700)
        note.setFont("Helvetica", 5)
        note.setRise(3)
        note.textOut("12")
        note.setFont("Helvetica", 8)
        note.setRise(0)
        note.textOut("Zie de begroting.")
        canvas.drawText(note)

    assert texts(make_pdf(draw)) == ["Het beleid van 2023 en 20 m2 P1", "12 Zie de begroting."]


@pytest.mark.parametrize(
    ("size", "rise", "line"),
    [
        pytest.param(8.3, 4, "Het beleid van 2023", id="as browsers set it"),
        pytest.param(8.3, 0, "Het beleid1 van 2023", id="not raised"),
        pytest.param(10, 4, "Het beleid1 van 2023", id="not smaller"),
        pytest.param(8.3, -2, "Het beleid1 van 2023", id="lowered"),
    ],
)
def test_a_raised_digit_that_is_hardly_smaller_is_a_mark(
    make_pdf: MakePdf, size: float, rise: float, line: str
) -> None:
    def draw(canvas: Canvas) -> None:
        drawn = canvas.beginText(70, HEIGHT - 100)
        for content, big, up in (("Het beleid", 10, 0), ("1", size, rise), (" van 2023", 10, 0)):
            drawn.setFont("Helvetica", big)
            drawn.setRise(up)
            drawn.textOut(content)
        canvas.drawText(drawn)

    assert texts(make_pdf(draw)) == [line]


def test_a_justified_line_is_not_cut(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        for place, word in enumerate(["Het", "college", "besluit", "vandaag", "niets"]):
            text(canvas, 70 + 60 * place, 100, word)
        text(canvas, 70, 112, "Dat is alles wat er over dit besluit te zeggen valt.")

    lines = read_pdf(make_pdf(draw)).lines

    assert [line.text for line in lines][1] == "Dat is alles wat er over dit besluit te zeggen valt."


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_page_gives_places_as_shown(make_pdf: MakePdf, rotation: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(rotation)
        canvas.drawString(70, 300, "Het college besluit.")

    reading = read_pdf(make_pdf(draw))
    (line,) = reading.lines

    assert line.text == "Het college besluit."
    assert line.box is not None
    left, top, right, bottom = line.box
    width, height = reading.page_sizes[0]
    assert 0 < left < right < width
    assert 0 < top < bottom < height
    assert (bottom - top > right - left) == (rotation in (90, 270))


def test_text_outside_the_page_is_not_read(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, 70, -50, "Boven de rand")
        text(canvas, 700, 100, "Rechts van de rand")
        text(canvas, 70, 100, "Erop")

    assert texts(make_pdf(draw)) == ["Erop"]


def test_white_text_is_read_only_where_something_lies_behind_it(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(HexColor("#1f5c99"))
        canvas.rect(60, HEIGHT - 106, 200, 20, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#ffffff"))
        canvas.rect(60, HEIGHT - 146, 200, 20, stroke=0, fill=1)
        text(canvas, 70, 100, "Veiligheid")
        text(canvas, 70, 140, "EINDBLOK")
        canvas.setFillColor(HexColor("#000000"))
        text(canvas, 70, 180, "Het college besluit.")

    assert texts(make_pdf(draw)) == ["Veiligheid", "Het college besluit."]


def test_a_euro_sign_at_the_edge_of_a_cell_begins_it(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        for left, word in ((70, "Treasury"), (200, "€ 24.091"), (246, "€ 15.730")):
            text(canvas, left, 100, word)
        for left, word in ((70, "Vanaf 2026"), (126, "€ 310 per jaar")):
            text(canvas, left, 130, word)

    assert texts(make_pdf(draw)) == ["Treasury | € 24.091 | € 15.730", "Vanaf 2026 € 310 per jaar"]
