"""PDFs as files: what they say of themselves, their pages as pictures, and those that are locked or damaged."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import DamagedFile, EmptyFile, EncryptedFile, ReadError
from ingest.guard import run_one
from ingest.read.pdf import read_pdf, render_page
from tests.read.conftest import text

MakePdf = Callable[..., Path]


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

    reading = read_pdf(make_pdf(draw, encrypt=StandardEncryption("", ownerPassword="baas")))

    assert [line.text for line in reading.lines] == ["Vrij te lezen"]


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
