"""Makes small real files to read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

HEIGHT = A4[1]
Draw = Callable[[Canvas], None]


@pytest.fixture
def make_pdf(tmp_path: Path) -> Callable[..., Path]:
    """Call with one function per page, which draws on a reportlab canvas."""

    def make(*pages: Draw, name: str = "stuk.pdf", **options: object) -> Path:
        path = tmp_path / name
        canvas = Canvas(str(path), pagesize=A4, invariant=1, **options)
        for draw in pages:
            draw(canvas)
            canvas.showPage()
        canvas.save()
        return path

    return make


def text(canvas: Canvas, left: float, top: float, content: str, *, font: str = "Helvetica", size: float = 10) -> None:
    """Draw a line with its baseline `top` points below the top of the page."""
    canvas.setFont(font, size)
    canvas.drawString(left, HEIGHT - top, content)


def paper(picture: Image.Image) -> Draw:
    """A page that is nothing but a picture."""
    return lambda canvas: canvas.drawImage(ImageReader(picture), 0, 0, *A4)
