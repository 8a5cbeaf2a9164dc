"""Words set with room between their letters."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.read.pdf import read_pdf


@pytest.mark.parametrize(
    ("text", "room", "line"),
    [
        ("KADERNOTA 2026", 4.0, "KADERNOTA 2026"),
        ("De jeugd van Oost", 5.0, "De jeugd van Oost"),
        ("K A D E R N O T A   2 0 2 6", 0.0, "KADERNOTA 2026"),
        ("A B C", 0.0, "A B C"),
        ("1 2 3 4 5 6 7", 0.0, "1 2 3 4 5 6 7"),
    ],
)
def test_letters_close_up_and_words_stay_apart(
    make_pdf: Callable[[Callable[[Canvas], None]], Path], text: str, room: float, line: str
) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(70, 700, text, charSpace=room)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(70, 680, "De raad stelt de nota vast.")

    assert read_pdf(make_pdf(draw)).lines[0].text == line
