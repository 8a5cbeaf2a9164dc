"""Word files with real heading styles, tables and footnotes."""

import zipfile
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from maken.bron import Source
from maken.delen import Block, Box, Break, Contents, Field, Heading, Item, Lines, Paragraph, Table, plain, runs

FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
ZIP_MOMENT = (2020, 1, 1, 0, 0, 0)


def write_docx(source: Source, path: Path) -> None:
    """Writes the file; its properties and its archive bear fixed dates, so that a rebuild gives the same bytes."""
    document = Document()
    _set_properties(document, source)
    head = source.head
    document.sections[0].header.paragraphs[0].text = head.get("koptekst", "")
    document.sections[0].footer.paragraphs[0].text = head.get("voettekst", "")
    document.add_paragraph(head["titel"], style="Title")
    if head.get("ondertitel"):
        document.add_paragraph(head["ondertitel"], style="Subtitle")
    for block in source.blocks:
        _add(document, block)
    if source.notes:
        _add_footnotes(document, source.notes)
    buffer = BytesIO()
    document.save(buffer)
    _repack(buffer, path)


def _set_properties(document: Any, source: Source) -> None:
    moment = datetime.combine(date.fromisoformat(source.head["datum"]), datetime.min.time(), UTC)
    properties = document.core_properties
    properties.title = source.head["titel"]
    properties.author = properties.last_modified_by = source.head.get("auteur", f"Gemeente {source.head['gemeente']}")
    properties.created = properties.modified = moment.replace(hour=9)
    properties.comments = ""
    properties.language = "nl-NL"


def _add(document: Any, block: Block) -> None:
    match block:
        case Heading(text=text, level=level):
            document.add_heading(plain(text), level)
        case Paragraph(text=text):
            _fill(document.add_paragraph(), text)
        case Item(text=text, level=level, mark=mark):
            style = ("List Bullet" if mark == "•" else "List Number") + (" 2" if level == 2 else "")
            _fill(document.add_paragraph(style=style), text)
        case Lines(lines=lines):
            paragraph = document.add_paragraph()
            for index, line in enumerate(lines):
                if index:
                    paragraph.runs[-1].add_break()
                _fill(paragraph, line or " ")
        case Field(label=label, value=value):
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{label}: ").bold = True
            _fill(paragraph, value)
        case Table():
            _add_table(document, block)
        case Box(title=title, blocks=blocks):
            document.add_paragraph(title, style="Intense Quote")
            for inner in blocks:
                _add(document, inner)
        case Break():
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        case Contents():
            raise ValueError("de inhoudsopgave van een Word-bestand maakt Word zelf")


def _add_table(document: Any, block: Table) -> None:
    if block.caption:
        document.add_paragraph(block.caption, style="Caption")
    table = document.add_table(rows=0, cols=len(block.rows[0].cells), style="Table Grid")
    for index, row in enumerate(block.rows):
        for cell, text in zip(table.add_row().cells, row.cells, strict=False):
            _fill(cell.paragraphs[0], text, bold=index == 0 or bool(row.mark))
    document.add_paragraph()


def _fill(paragraph: Any, text: str, *, bold: bool = False) -> None:
    for run in runs(text):
        if run.note:
            paragraph.add_run()._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{run.note}"/>'))
            paragraph.runs[-1].font.superscript = True
            continue
        added = paragraph.add_run(run.text)
        added.bold = run.bold or bold or None
        added.italic = run.italic or None


def _add_footnotes(document: Any, notes: dict[str, str]) -> None:
    """Adds the part with footnotes, for which python-docx has no call of its own."""
    body = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(plain(text))}</w:t></w:r></w:p></w:footnote>'
        for number, text in notes.items()
    )
    xml = f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?><w:footnotes {nsdecls('w')}>{body}</w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _repack(buffer: BytesIO, path: Path) -> None:
    """Writes the archive anew with one fixed moment on every member."""
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, ZIP_MOMENT)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
