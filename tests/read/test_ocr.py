"""OCR: a scan that is made here is read as its text, what is no text is refused, and all goes on without tesseract."""

import io
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.files import find_files
from ingest.layout import Reading
from ingest.model import Document
from ingest.pipeline import ingest
from ingest.read import read_file
from ingest.read.ocr import installed
from ingest.read.options import OcrMode, Options
from ingest.read.pdf import render_page
from tests.read.conftest import paper, text

MakePdf = Callable[..., Path]
AUTO = Options("auto", 600.0)

needs_tesseract = pytest.mark.skipif(not installed(), reason="tesseract with Dutch (nld) is not installed")

HEADING = "Veiligheid en handhaving in Waterdrecht"
PROSE = """Het college stelt in 2024 een budget van € 45.000 beschikbaar voor twee
jongerenwerkers in de wijk Molenkwartier. Wij willen dat inwoners zich thuis
en op straat veilig voelen. Daarom werken de gemeente, de politie en het
openbaar ministerie vaker samen dan in de afgelopen jaren.
De burgemeester zegt toe dat de raad uiterlijk in maart 2024 een brief over
de overlast rond het station ontvangt. Ook bespreken wij met ondernemers hoe
zij hun winkels beter kunnen beschermen tegen inbraak en vandalisme.
Wethouder Van Rossenberg onderzoekt of het cameratoezicht op de Havenkade
nog nodig is. De uitkomst daarvan komt bij de begroting van 2025.""".splitlines()
ROWS = [
    ("Taakveld", "2023", "2024", "2025"),
    ("1.1 Crisisbeheersing", "1.204", "1.250", "1.275"),
    ("1.2 Openbare orde", "386", "402", "415"),
    ("2.1 Verkeer en vervoer", "3.610", "3.584", "3.702"),
    ("Totaal lasten", "5.200", "5.236", "5.392"),
]


HEADING_BOX = (70, 77, 418, 94)
HEADING_BOXES = {
    90: (A4[1] - 94, 70, A4[1] - 77, 418),
    180: (A4[0] - 418, A4[1] - 94, A4[0] - 70, A4[1] - 77),
    270: (77, A4[0] - 418, 94, A4[0] - 70),
}
"""Where the heading stands on the known page, and on that page turned clockwise by so many degrees."""


def known_page(canvas: Canvas) -> None:
    text(canvas, 70, 90, HEADING, font="Helvetica-Bold", size=18)
    for place, line in enumerate(PROSE):
        text(canvas, 70, 130 + 15 * place, line, font="Times-Roman", size=11)
    for place, row in enumerate(ROWS):
        for left, cell in zip((75, 255, 335, 415), row, strict=True):
            text(canvas, left, 315 + 18 * place, cell)
    for left in (70, 250, 330, 410, 490):
        canvas.line(left, A4[1] - 300, left, A4[1] - 392)
    for place in range(6):
        canvas.line(70, A4[1] - 300 - 18.4 * place, 490, A4[1] - 300 - 18.4 * place)


def scan_of(path: Path, *, dpi: int = 200, blur: float = 0.0) -> Image.Image:
    """What a scanner would make of the first page."""
    drawn = Image.open(io.BytesIO(render_page(path, 1, dpi / 72))).convert("L")
    return drawn.filter(ImageFilter.GaussianBlur(blur)) if blur else drawn


def words(lines: list[str]) -> Counter[str]:
    return Counter(re.findall(r"[\w.,€]+", " ".join(lines)))


@pytest.fixture
def scan(make_pdf: MakePdf) -> Path:
    """A PDF with a picture of the known page and no text."""
    return make_pdf(paper(scan_of(make_pdf(known_page, name="bron.pdf"))), name="scan.pdf")


@needs_tesseract
@pytest.mark.slow
def test_a_scan_is_read_as_its_text(scan: Path) -> None:
    reading = read_file(scan, options=AUTO)
    known = words([HEADING, *PROSE, *(cell for row in ROWS for cell in row)])
    found = words([line.text for line in reading.lines])

    assert (known & found).total() / known.total() >= 0.95
    assert [line.cells for line in reading.lines if line.cells] == ROWS
    heading, *body = [line for line in reading.lines if not line.cells]
    assert heading.text == HEADING
    assert heading.style.size == pytest.approx(18, abs=1)
    assert [line.style.size for line in body] == [pytest.approx(11, abs=1)] * len(PROSE)
    assert heading.box == pytest.approx(HEADING_BOX, abs=3)
    (problem,) = reading.problems
    assert problem == "Bladzijde 1: een scan, goed gelezen met tekstherkenning (OCR); een enkel woord kan fout zijn."


@needs_tesseract
@pytest.mark.slow
@pytest.mark.parametrize("clockwise", [90, 180, 270])
def test_a_scan_on_its_side_is_set_upright(make_pdf: MakePdf, clockwise: int) -> None:
    scanned = scan_of(make_pdf(known_page, name="bron.pdf")).rotate(-clockwise, expand=True)
    size = A4 if clockwise == 180 else A4[::-1]

    def draw(canvas: Canvas) -> None:
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(scanned), 0, 0, *size)

    reading = read_file(make_pdf(draw), options=AUTO)
    heading = reading.lines[0]

    assert heading.text == HEADING
    assert [line.cells for line in reading.lines if line.cells] == ROWS
    assert heading.box == pytest.approx(HEADING_BOXES[clockwise], abs=3)


@needs_tesseract
@pytest.mark.slow
def test_a_scan_becomes_a_partial_document_beside_others(scan: Path, tmp_path: Path) -> None:
    (tmp_path / "stuk.txt").write_text("Kadernota 2024\n\nDe raad besluit.\n", encoding="utf-8")
    (tmp_path / "bron.pdf").unlink()

    documents = list(ingest(find_files([tmp_path]).jobs, processes=1, ocr="auto"))

    assert [(item.source.file, item.status) for item in documents if isinstance(item, Document)] == [
        ("stuk.txt", "ok"),
        ("scan.pdf", "partial"),
    ]
    assert "jongerenwerkers in de wijk Molenkwartier" in documents[1].text  # type: ignore[union-attr]


@needs_tesseract
def test_a_scan_that_nobody_can_read_gives_no_text(make_pdf: MakePdf) -> None:
    small = scan_of(make_pdf(known_page, name="bron.pdf"), dpi=42)
    reading = read_file(make_pdf(paper(small)), options=AUTO)

    assert reading.lines == ()
    (problem,) = reading.problems
    assert re.fullmatch(r"Bladzijde 1: (een scan die te slecht leesbaar is.*|alleen een afbeelding.*)", problem)


@needs_tesseract
def test_a_picture_without_letters_is_not_text(make_pdf: MakePdf) -> None:
    photo = Image.radial_gradient("L").resize((400, 560))
    reading = read_file(make_pdf(paper(photo)), options=AUTO)

    assert reading.lines == ()
    assert reading.problems == ("Bladzijde 1: alleen een afbeelding, geen tekst.",)


@needs_tesseract
@pytest.mark.slow
def test_a_nonsense_text_layer_is_replaced_by_what_is_seen(make_pdf: MakePdf) -> None:
    seen = scan_of(make_pdf(known_page, name="bron.pdf"))

    def draw(canvas: Canvas) -> None:
        hidden = canvas.beginText(70, 700)
        hidden.setTextRenderMode(3)
        hidden.setFont("Helvetica", 8)
        for _ in range(60):
            hidden.textLine("qzv brrt klmf wpxs tgrh ncvb")
        canvas.drawText(hidden)
        paper(seen)(canvas)

    reading = read_file(make_pdf(draw), options=AUTO)

    assert reading.problems[0] == "De tekstlaag is onleesbaar (letters zonder betekenis) en is niet gebruikt."
    assert reading.problems[1].startswith("Bladzijde 1: een scan, goed gelezen met tekstherkenning (OCR)")
    assert reading.lines[0].text == HEADING
    assert not any("qzv" in line.text for line in reading.lines)


@needs_tesseract
@pytest.mark.parametrize(
    ("mode", "recognised"), [("never", False), ("auto", False), ("always", True)], ids=["never", "auto", "always"]
)
def test_a_page_with_text_is_recognised_only_when_asked(make_pdf: MakePdf, mode: OcrMode, recognised: bool) -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, 70, 100, "De raad van Waterdrecht besluit.", size=12)

    reading = read_file(make_pdf(draw), options=Options(mode, 600.0))

    assert [line.text for line in reading.lines] == ["De raad van Waterdrecht besluit."]
    assert any("OCR" in problem for problem in reading.problems) == recognised


@pytest.fixture
def stamped(make_pdf: MakePdf) -> Path:
    """A scan that got a stamp and a number on its arrival, and a page of text."""
    scanned = paper(scan_of(make_pdf(known_page, name="bron.pdf")))

    def draw(canvas: Canvas) -> None:
        scanned(canvas)
        text(canvas, 330, 40, "Ingekomen op 12 maart 2024, nummer 2024-0815")

    return make_pdf(draw, lambda canvas: text(canvas, 70, 80, "Het college besluit."))


def test_a_scan_under_a_stamp_is_told(stamped: Path) -> None:
    reading = read_file(stamped)

    assert reading.problems == ("Bladzijde 1: vooral een afbeelding; de tekst daarin is niet gelezen.",)
    assert [line.text for line in reading.lines if line.page == 2] == ["Het college besluit."]


@needs_tesseract
@pytest.mark.slow
def test_a_scan_under_a_stamp_is_read_with_its_stamp(stamped: Path) -> None:
    reading = read_file(stamped, options=AUTO)

    known = words([HEADING, *PROSE, "Ingekomen op 12 maart 2024, nummer 2024-0815", "Het college besluit."])
    found = words([line.text for line in reading.lines])
    assert (known & found).total() / known.total() >= 0.95
    assert [problem.partition(";")[0] for problem in reading.problems] == [
        "Bladzijde 1: een scan, goed gelezen met tekstherkenning (OCR)"
    ]


@pytest.mark.parametrize(
    ("shade", "across"), [("white", 500), ("navy", 500), ("black", 60)], ids=["nothing", "a photograph", "a logo"]
)
def test_a_title_beside_a_picture_is_no_scan(make_pdf: MakePdf, shade: str, across: int) -> None:
    def cover(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("RGB", (20, 20), shade)), 40, 40, across, across)
        text(canvas, 70, 80, "Programmabegroting 2025")

    assert read_file(make_pdf(cover)).problems == ()


def test_letters_that_were_drawn_are_told(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        for row in range(20):
            for column in range(40):
                canvas.circle(70 + 11 * column, 700 - 20 * row, 3)

    reading = read_file(make_pdf(draw))
    assert reading.problems == ("Bladzijde 1: alleen een afbeelding, geen tekst.",)


@needs_tesseract
def test_pages_without_time_are_named(scan: Path) -> None:
    reading = read_file(scan, options=Options("auto", 0.0))

    assert reading.left == (1,)
    assert reading.problems == (
        "Bladzijde 1: niet gelezen, want tekstherkenning (OCR) van dit bestand duurt te lang. Splits het.",
    )


def test_never_leaves_a_scan_alone(scan: Path) -> None:
    assert read_file(scan, options=Options("never")).problems == ("Bladzijde 1: alleen een afbeelding, geen tekst.",)


@pytest.mark.parametrize("mode", ["auto", "always"])
def test_without_tesseract_it_says_what_to_install(scan: Path, mode: OcrMode, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    reading = read_file(scan, options=Options(mode, 600.0))

    assert reading.lines == ()
    assert reading.problems == (
        "Bladzijde 1: alleen een afbeelding, geen tekst.",
        "Installeer tesseract met Nederlands: sudo apt install tesseract-ocr tesseract-ocr-nld.",
    )


@pytest.mark.slow
def test_the_page_with_a_table_in_the_shared_folder(shared: Path) -> None:
    if not installed():
        pytest.skip("tesseract with Dutch (nld) is not installed")
    reading: Reading = read_file(shared / "documents" / "wassenaar-scan.pdf", options=AUTO)
    rows = [line.cells for line in reading.lines if line.cells]

    assert {len(row) for row in rows} == {4}
    assert len(rows) == 80
