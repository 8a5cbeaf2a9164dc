"""PDFs: lines with their look and place, what the file says of itself, and files that are broken or hostile."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter
from reportlab.lib.colors import HexColor
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import DamagedFile, EmptyFile, EncryptedFile, ReadError
from ingest.guard import run_one
from ingest.layout import Style
from ingest.read.pdf import read_pdf, render_page
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


def test_pages_title_hints_and_bookmarks(make_pdf: MakePdf) -> None:
    def first(canvas: Canvas) -> None:
        canvas.setTitle("Begroting 2024")
        canvas.setAuthor("Gemeente Waterdrecht")
        canvas.bookmarkPage("een")
        canvas.addOutlineEntry("1 Veiligheid", "een", level=0)
        text(canvas, 70, 100, "Een")

    def second(canvas: Canvas) -> None:
        canvas.bookmarkPage("twee")
        canvas.addOutlineEntry("1.1 Jeugd", "twee", level=1)
        text(canvas, 70, 100, "Twee")

    reading = read_pdf(make_pdf(first, second))

    assert reading.title == "Begroting 2024"
    assert ("Author", "Gemeente Waterdrecht") in reading.hints
    assert reading.bookmarks == ((1, "1 Veiligheid", 1), (2, "1.1 Jeugd", 2))
    assert [(round(width), round(height)) for width, height in reading.page_sizes] == [(595, 842), (595, 842)]
    assert [(line.page, line.text) for line in reading.lines] == [(1, "Een"), (2, "Twee")]


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


def picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (20, 20), "navy")), 70, 70, 200, 200)


def test_pages_of_pictures_only_are_named(make_pdf: MakePdf) -> None:
    def words(canvas: Canvas) -> None:
        text(canvas, 70, 100, "Tekst")

    reading = read_pdf(make_pdf(words, picture, picture, words, lambda canvas: None, picture))

    assert reading.problems == ("Bladzijde 2-3, 6: alleen een afbeelding, geen tekst.",)
    assert len(reading.page_sizes) == 6


def test_a_text_layer_of_nonsense_is_not_used(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        for place in range(40):
            text(canvas, 70, 60 + 15 * place, "qzv brrt klmf wpxs tgrh ncvb")

    reading = read_pdf(make_pdf(draw))

    assert reading.lines == ()
    assert reading.problems == ("De tekstlaag is onleesbaar (letters zonder betekenis) en is niet gebruikt.",)


def test_a_page_as_a_picture(make_pdf: MakePdf) -> None:
    path = make_pdf(picture)

    png = render_page(path, 1, 0.5)

    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (298, 421)
    with pytest.raises(ReadError, match="geen bladzijde 2"):
        render_page(path, 2, 1.0)


def test_a_page_as_a_picture_from_a_guarded_process(make_pdf: MakePdf) -> None:
    assert run_one(render_page, make_pdf(picture), 1, 0.5).startswith(b"\x89PNG")


def test_a_giant_scale_is_kept_within_bounds(make_pdf: MakePdf) -> None:
    width, height = struct.unpack(">II", render_page(make_pdf(picture), 1, 500.0)[16:24])

    assert width * height < 26_000_000


@pytest.mark.parametrize("reader", [read_pdf, lambda path: render_page(path, 1, 1.0)], ids=["read", "render"])
def test_a_password_is_told(make_pdf: MakePdf, reader: Callable[[Path], object]) -> None:
    path = make_pdf(picture, encrypt=StandardEncryption("geheim", ownerPassword="baas"))

    with pytest.raises(EncryptedFile) as raised:
        reader(path)

    assert str(raised.value) == "stuk.pdf is met een wachtwoord beveiligd. Sla het op zonder wachtwoord."


def test_a_file_that_may_be_read_without_its_password_is_read(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, 70, 100, "Vrij te lezen")

    assert texts(make_pdf(draw, encrypt=StandardEncryption("", ownerPassword="baas"))) == ["Vrij te lezen"]


def test_a_cut_off_file_is_damaged(make_pdf: MakePdf) -> None:
    path = make_pdf(picture)
    path.write_bytes(path.read_bytes()[:200])

    with pytest.raises(DamagedFile, match=r"stuk\.pdf is beschadigd of afgebroken"):
        read_pdf(path)


def test_a_file_without_pages_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "niets.pdf"
    PdfWriter().write(path)

    with pytest.raises(EmptyFile, match="geen bladzijden"):
        read_pdf(path)


def test_what_pdfium_refuses_is_read_by_pypdf(make_pdf: MakePdf) -> None:
    path = make_pdf(lambda canvas: text(canvas, 70, 100, "Het college besluit."))
    path.write_bytes(b"rommel voor de kop\n" * 100 + path.read_bytes())

    reading = read_pdf(path)

    assert [(line.page, line.text) for line in reading.lines] == [(1, "Het college besluit.")]
    assert reading.problems == ("Het bestand is beschadigd; de tekst is zo goed mogelijk gelezen, zonder opmaak.",)


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
