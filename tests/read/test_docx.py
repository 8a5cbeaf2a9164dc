"""Word documents: what python-docx itself leaves out is read as well."""

import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from ingest.errors import DamagedFile, EmptyFile, EncryptedFile, LimitExceeded
from ingest.layout import Line, Style
from ingest.read.docx import read_docx

BOX = "<w:txbxContent><w:p><w:r><w:t>In het kader.</w:t></w:r></w:p></w:txbxContent>"
TEXT_BOX = f"""<w:p {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r>
  <w:t>Naast het kader.</w:t><mc:AlternateContent><mc:Choice Requires="wps">{BOX}</mc:Choice>
  <mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent></w:r></w:p>"""

NUMBERING = f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="77">
  <w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%3)"/></w:lvl>
  </w:abstractNum>"""


def number(paragraph: object, level: int) -> None:
    settings = paragraph._p.get_or_add_pPr()  # type: ignore[attr-defined]
    settings.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'))


def seen(document: object, tmp_path: Path) -> list[tuple[str | None, int | None, str]]:
    path = tmp_path / "stuk.docx"
    document.save(str(path))  # type: ignore[attr-defined]
    return [(line.role, line.level, line.text) for line in read_docx(path).lines]


def test_headings_paragraphs_and_lists_by_style(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Jaarplan", 0)
    document.add_heading("Veiligheid", 2)
    document.add_paragraph("Het college besluit.")
    document.add_paragraph("Een punt", style="List Bullet")
    document.add_paragraph("Tabel 1", style="Caption")
    document.add_paragraph("")

    assert seen(document, tmp_path) == [
        ("heading", 1, "Jaarplan"),
        ("heading", 2, "Veiligheid"),
        (None, None, "Het college besluit."),
        ("list_item", 1, "Een punt"),
        ("caption", None, "Tabel 1"),
    ]


def test_automatic_numbers_are_counted(tmp_path: Path) -> None:
    document = Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for text, level in [("Bestuur", 0), ("Raad", 1), ("College", 1), ("punt", 2), ("Zorg", 0), ("Jeugd", 1)]:
        number(document.add_heading(text, level + 1), level)

    assert [text for _, _, text in seen(document, tmp_path)] == [
        "2 Bestuur", "2.1 Raad", "2.2 College", "iii) punt", "3 Zorg", "3.1 Jeugd",
    ]  # fmt: skip


def test_numbered_lines_that_look_like_headings_are_no_list(tmp_path: Path) -> None:
    document = Document()
    document.part.numbering_part.element.insert(0, parse_xml(NUMBERING))
    document.part.numbering_part.element.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    for words, bold, size in (
        ("Inleiding", True, None),
        ("Veiligheid", False, 16),
        ("Het college besluit tot een controle.", True, None),
        ("Gewone stap", False, None),
    ):
        paragraph = document.add_paragraph()
        run = paragraph.add_run(words)
        run.bold, run.font.size = bold, Pt(size) if size else None
        number(paragraph, 0)

    assert seen(document, tmp_path) == [
        (None, None, "2 Inleiding"),
        (None, None, "3 Veiligheid"),
        ("list_item", 1, "4 Het college besluit tot een controle."),
        ("list_item", 1, "5 Gewone stap"),
    ]


def test_text_that_word_hides_is_left_out(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("Te zien.")
    paragraph.add_run(" Verborgen.").font.hidden = True
    paragraph.add_run(" Ook te zien.").font.hidden = False

    assert seen(document, tmp_path) == [(None, None, "Te zien. Ook te zien.")]


def test_the_look_of_a_paragraph(tmp_path: Path) -> None:
    document = Document()
    run = document.add_paragraph().add_run("Doelstelling")
    run.bold, run.font.size, run.font.color.rgb = True, Pt(13), RGBColor(0, 0x70, 0xC0)
    mixed = document.add_paragraph()
    mixed.add_run("Wie: ").bold = True
    mixed.add_run("de burgemeester")
    document.add_paragraph().add_run("Kunst in de wijk").italic = True
    path = tmp_path / "stuk.docx"
    document.save(str(path))

    first, second, third = read_docx(path).lines

    assert first.style == Style(size=13.0, bold=True, colour="#0070c0")
    assert not second.style.bold
    assert third.style.italic


def test_tables_with_merged_cells(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(3, 3)
    for place, text in enumerate(["Post", "2024", "", "Lasten", "10", "12", "Baten", "8", "9"]):
        table.cell(place // 3, place % 3).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))
    path = tmp_path / "stuk.docx"
    document.save(str(path))

    lines = read_docx(path).lines

    assert [line.cells for line in lines] == [
        ("Post", "2024", ""),
        ("Lasten Baten", "10", "12"),
        ("", "8", "9"),
    ]
    assert lines[0].text == "Post | 2024 | "
    assert {line.table for line in lines} == {1}


def test_text_boxes_footnotes_and_headers_are_not_lost(tmp_path: Path) -> None:
    document = Document()
    document.element.body.insert(0, parse_xml(TEXT_BOX))
    document.sections[0].header.paragraphs[0].text = "Gemeente Waterdrecht"
    path = with_footnotes(document, tmp_path)

    assert read_docx(path).lines == (
        Line("Naast het kader.", style=Style(size=11.0), starts_block=True),
        Line("In het kader.", style=Style(size=11.0), starts_block=True),
        Line("Zie de begroting.", role="footnote", starts_block=True),
        Line("Gemeente Waterdrecht", role="furniture", starts_block=True),
    )


def with_footnotes(document: object, tmp_path: Path) -> Path:
    """Save the document and add a part with footnotes, which python-docx can't make."""
    plain, path = tmp_path / "plain.docx", tmp_path / "stuk.docx"
    document.save(str(plain))  # type: ignore[attr-defined]
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    notes = f"""<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>_</w:t></w:r></w:p>
      </w:footnote><w:footnote w:id="1"><w:p><w:r><w:t>Zie de begroting.</w:t></w:r></w:p></w:footnote></w:footnotes>"""
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/_rels/document.xml.rels":
                entry = f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'
                content = content.replace(b"</Relationships>", entry.encode())
            target.writestr(name, content)
        target.writestr("word/footnotes.xml", notes)
    return path


def test_deleted_text_is_left_out_and_raised_digits_are_marks(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("Het beleid")
    paragraph.add_run("1").font.superscript = True
    paragraph.add_run(" geldt.")
    deleted = OxmlElement("w:del")
    deleted.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>Oude tekst</w:t></w:r>"))
    paragraph._p.append(deleted)
    assert paragraph._p.findall(qn("w:del"))

    assert seen(document, tmp_path) == [(None, None, "Het beleid geldt.")]


def test_title_and_properties(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Tekst")
    document.core_properties.title = "Kadernota 2024"
    document.core_properties.author = "Griffie"
    path = tmp_path / "stuk.docx"
    document.save(str(path))

    reading = read_docx(path)

    assert reading.title == "Kadernota 2024"
    assert ("author", "Griffie") in reading.hints


def test_a_file_that_says_nothing_of_itself_has_no_title_and_no_date(tmp_path: Path) -> None:
    whole, bare = tmp_path / "brief.docx", tmp_path / "kaal.docx"
    document = Document()
    document.add_paragraph("Het college van Waterdrecht antwoordt binnen zes weken.")
    document.save(str(whole))
    with zipfile.ZipFile(whole) as archive, zipfile.ZipFile(bare, "w") as copy:
        for name in archive.namelist():
            if name == "docProps/core.xml":
                continue
            content = archive.read(name)
            if name == "_rels/.rels":
                content = re.sub(rb"<Relationship [^>]*core-properties[^>]*/>", b"", content)
            copy.writestr(name, content)
    reading = read_docx(bare)
    assert (reading.title, reading.hints) == (None, ())


def test_an_empty_document(tmp_path: Path) -> None:
    with pytest.raises(EmptyFile):
        seen(Document(), tmp_path)


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("word/media/plaatje.png", b"\x00" * 30_000_000, LimitExceeded),
        ("word/extra.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha">]><a>&a;</a>', DamagedFile),
    ],
    ids=["zip bomb", "entities"],
)
def test_bombs_are_refused_before_they_are_unpacked(
    tmp_path: Path, name: str, content: bytes, error: type[Exception]
) -> None:
    path = tmp_path / "bom.docx"
    document = Document()
    document.add_paragraph("Tekst")
    document.save(str(path))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)

    with pytest.raises(error):
        read_docx(path)


def test_many_parts_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.read.docx.MAX_PARTS", 5)
    path = tmp_path / "bom.docx"
    Document().save(str(path))

    with pytest.raises(LimitExceeded, match="te groot"):
        read_docx(path)


def test_a_locked_archive_is_told(tmp_path: Path) -> None:
    path = tmp_path / "slot.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)

    with pytest.raises(EncryptedFile, match="met een wachtwoord beveiligd"):
        read_docx(path)


def test_tables_in_tables_are_read_however_deep(tmp_path: Path) -> None:
    document = Document()
    nested = "<w:tbl><w:tr><w:tc>" * 70 + "<w:p><w:r><w:t>Diep.</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 70
    document.element.body.insert(0, parse_xml(nested.replace("<w:tbl>", f"<w:tbl {nsdecls('w')}>", 1)))

    assert seen(document, tmp_path) == [(None, None, "Diep.")]


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/app.xml"])
def test_a_part_that_cannot_be_unpacked_is_damage(tmp_path: Path, part: str) -> None:
    path = tmp_path / "stuk.docx"
    Document().save(str(path))
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo(part).header_offset + 30 + len(part)
    data = bytearray(path.read_bytes())
    data[start : start + 20] = b"\xff" * 20
    path.write_bytes(data)

    with pytest.raises(DamagedFile, match=r"stuk\.docx is beschadigd"):
        read_docx(path)


def test_a_cut_off_file_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "half.docx"
    document = Document()
    document.add_paragraph("Tekst")
    document.save(str(path))
    path.write_bytes(path.read_bytes()[:8_000])

    with pytest.raises(DamagedFile, match=r"half\.docx is beschadigd"):
        read_docx(path)
