"""Signs in Word documents: letters of a font of pictures, inserted symbols, and small pictures."""

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.read.docx import read_docx
from ingest.read.glyphs import tidy

SMALL, LARGE = 180_000, 2_000_000


def sign(paragraph: Any, text: str, font: str = "Wingdings") -> None:
    run = paragraph.add_run(text)
    run.font.name = font


def picture(paragraph: Any, name: str, side: int = SMALL) -> None:
    paragraph.add_run()._r.append(
        parse_xml(
            f'<w:drawing {nsdecls("w", "wp")}><wp:inline><wp:extent cx="{side}" cy="{side}"/>'
            f'<wp:docPr id="1" name="Beeld 1" descr="{name}"/></wp:inline></w:drawing>'
        )
    )


def lines(document: Any, tmp_path: Path) -> list[str]:
    path = tmp_path / "stuk.docx"
    document.save(str(path))
    return [line.text for line in read_docx(path).lines]


def test_letters_of_a_font_of_pictures_are_signs(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("gereed (")
    sign(paragraph, "ü")
    paragraph.add_run("), vervallen (")
    sign(paragraph, "O", "Wingdings 2")
    paragraph.add_run(") über")

    assert lines(document, tmp_path) == ["gereed (✓), vervallen (✗) über"]


def test_an_inserted_symbol_is_read(tmp_path: Path) -> None:
    document = Document()
    run = document.add_paragraph("gereed: ").add_run()
    run._r.append(parse_xml(f'<w:sym {nsdecls("w")} w:font="Wingdings" w:char="F0FC"/>'))

    assert lines(document, tmp_path) == ["gereed: ✓"]


def test_a_small_picture_alone_in_a_cell_is_read_by_its_name(tmp_path: Path) -> None:
    document = Document()
    cells = document.add_table(1, 3).rows[0].cells
    cells[0].text = "Sporthal"
    picture(cells[1].paragraphs[0], "Zandloper")
    cells[2].text = "Doorlopend"
    picture(cells[2].add_paragraph(), "Zandloper")

    assert lines(document, tmp_path) == ["Sporthal | Zandloper | Doorlopend"]


def test_how_an_icon_is_drawn_is_no_part_of_its_name(tmp_path: Path) -> None:
    document = Document()
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text = "Sporthal"
    picture(cells[1].paragraphs[0], "Zandloper met effen opvulling")

    assert lines(document, tmp_path) == ["Sporthal | Zandloper"]


def test_a_small_picture_in_a_legend_is_read_by_its_name(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("wat nog loopt (")
    picture(paragraph, "Zandloper")
    paragraph.add_run(")")
    other = document.add_paragraph()
    picture(other, "Vlag")
    other.add_run(" = gereed")

    assert lines(document, tmp_path) == ["wat nog loopt (Zandloper)", "Vlag = gereed"]


@pytest.mark.parametrize(("name", "side"), [("Foto van het park", LARGE), ("", SMALL), ("Lijn " * 20, SMALL)])
def test_a_picture_that_is_no_sign_is_left_out(tmp_path: Path, name: str, side: int) -> None:
    document = Document()
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text = "Sporthal"
    picture(cells[1].paragraphs[0], name, side)

    assert lines(document, tmp_path) == ["Sporthal | "]


def test_a_picture_in_running_text_is_left_out(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("Bel ")
    picture(paragraph, "Telefoon")
    paragraph.add_run(" het gemeentehuis.")
    picture(document.add_paragraph(), "Telefoon")

    assert lines(document, tmp_path) == ["Bel het gemeentehuis."]


@pytest.mark.parametrize(
    ("printed", "seen"),
    [("\uf0fc", "✓"), ("gereed (\uf0fc)", "gereed (✓)"), ("\uf0fc Een punt", "• Een punt"), ("\uf0fb", "✗")],
    ids=["in a cell", "in a legend", "before a word", "a cross"],
)
def test_signs_of_a_pdf_without_a_map(printed: str, seen: str) -> None:
    assert tidy(printed) == seen


@pytest.mark.parametrize("code", ["TIME \\@ &quot;d MMMM yyyy&quot;", "DATE", "SAVEDATE", "PAGE"])
def test_a_clock_is_no_day_of_the_paper(tmp_path: Path, code: str) -> None:
    document = Document()
    words = nsdecls("w")
    marks = [f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end")]
    inner = [marks[0], f"<w:instrText> {code} </w:instrText>", marks[1], "<w:t>18 maart 2026</w:t>", marks[2]]
    line = document.add_paragraph("Gedrukt: ")
    for part in inner:
        line._p.append(parse_xml(f"<w:r {words}>{part}</w:r>"))
    other = document.add_paragraph("Klaar. ")
    other._p.append(parse_xml(f'<w:fldSimple {words} w:instr="{code}"><w:r><w:t>3 mei 2026</w:t></w:r></w:fldSimple>'))

    is_clock = code.startswith(("TIME", "DATE"))
    expected = ["Gedrukt:", "Klaar."] if is_clock else ["Gedrukt: 18 maart 2026", "Klaar. 3 mei 2026"]
    assert lines(document, tmp_path) == expected
