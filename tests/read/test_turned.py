"""Pages whose text was drawn sideways or upside down are read as a reader would who turns the page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas

from ingest.read.pdf import read_pdf
from tests.read.conftest import text

MakePdf = Callable[..., Path]
WIDTH, HEIGHT = 595.28, 841.89
MOVES = {0: (0, 0), 90: (WIDTH, 0), 180: (WIDTH, HEIGHT), 270: (0, HEIGHT)}
"""Where the origin goes when a canvas is turned so many degrees against the clock within the same paper."""


def draw_turned(degrees: int) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.translate(*MOVES[degrees])
        canvas.rotate(degrees)
        text(canvas, 60, 400, "Lasten en baten per taakveld in de begroting")
        for place, cell in enumerate(("Parkeren", "1.310", "1.450")):
            text(canvas, 60 + 150 * place, 420, cell)

    return draw


def shown_by(path: Path, degrees: int) -> Path:
    writer = PdfWriter(clone_from=path)
    writer.pages[0].rotate(degrees)
    writer.write(path)
    return path


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_reads_lines_and_cells_however_the_page_is_turned(make_pdf: MakePdf, degrees: int, rotation: int) -> None:
    path = shown_by(make_pdf(draw_turned(degrees)), rotation)

    assert [line.text for line in read_pdf(path).lines] == [
        "Lasten en baten per taakveld in de begroting",
        "Parkeren | 1.310 | 1.450",
    ]


@pytest.mark.parametrize(
    ("degrees", "rotation", "corner"),
    [
        pytest.param(0, 0, (60, 392), id="upright"),
        pytest.param(90, 90, (60, 145), id="upright as shown"),
        pytest.param(90, 0, (145, 584), id="bottom to top"),
        pytest.param(270, 0, (441, 60), id="top to bottom"),
        pytest.param(180, 0, (338, 440), id="upside down"),
    ],
)
def test_a_line_stands_where_the_page_shows_it(
    make_pdf: MakePdf, degrees: int, rotation: int, corner: tuple[float, float]
) -> None:
    first, _ = read_pdf(shown_by(make_pdf(draw_turned(degrees)), rotation)).lines

    assert first.box is not None
    assert first.box[:2] == pytest.approx(corner, abs=3)


def test_a_page_with_a_few_words_along_its_edge_is_not_turned(make_pdf: MakePdf) -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, 60, 100, "De gemeente houdt de lasten voor haar inwoners laag.")
        canvas.rotate(90)
        canvas.drawString(300, -30, "Begroting")

    assert "De gemeente houdt de lasten voor haar inwoners laag." in [
        line.text for line in read_pdf(make_pdf(draw)).lines
    ]
