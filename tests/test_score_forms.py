"""The forms of real papers, as the scorer reads them."""

from pathlib import Path

import pytest

from evaluation.fidelity.forms import FORMS, read_form
from evaluation.fidelity.source import Piece

PAGE = """<!DOCTYPE html><html><head><title>Nota</title></head><body>
<h1>Grond en<br/>huizen</h1><div><p>De gemeente koopt 250 m<sup>2</sup> grond.<sup>1</sup>
Dat kost 1 mil&#173;joen euro.</p></div>
<table><tr><th>Kern</th><th>2025</th></tr></table>
<div data-aside=""><p><sup>1</sup> Zie het besluit.</p></div></body></html>"""


def test_a_form_falls_apart_in_blocks(tmp_path: Path) -> None:
    form = tmp_path / "nota.html"
    form.write_text(PAGE, encoding="utf-8")

    assert read_form(form) == (
        Piece("heading", ("Grond en huizen",), 1),
        Piece("paragraph", ("De gemeente koopt 250 m2 grond.[^1]", "Dat kost 1 mil&shy;joen euro.")),
        Piece("row", ("Kern", "2025")),
        Piece("note", ("Zie het besluit.",)),
    )


@pytest.mark.parametrize("form", sorted(FORMS.iterdir()), ids=lambda form: form.stem)
def test_each_form_has_text(form: Path) -> None:
    assert sum(len(piece.parts) for piece in read_form(form) if piece.role == "paragraph") >= 2
