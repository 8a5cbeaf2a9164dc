"""A briefing as a Word file, and as PDF where LibreOffice is installed."""

import io
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from index.export import NOT_ALLOWED_IN_XLSX
from views.briefing_parts import Briefing, Chapter, Item, Table

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

OFFICE = ("soffice", "libreoffice")
_FONT = "Arial"
"""LibreOffice has its like (Liberation Sans); without a name it takes a wider one, and four pages become five."""
_OUR_WORDS = (0x1F, 0x3A, 0x5F)
"""Dark blue, 11 to 1 on white: what we say of a quote; the question alone is bold."""
_WIDTHS = (1.4, 6.0, 2.5, 2.3, 2.7, 2.1)
"""Centimetres of the columns of a table: together the width of the page."""
SECONDS = 60
"""LibreOffice's first start takes up to twenty seconds on a slow machine."""


def briefing_docx(briefing: Briefing) -> bytes:
    """The Word file."""
    from docx import Document  # noqa: PLC0415 - slow to import, and needed for this alone
    from docx.shared import Cm, Pt  # noqa: PLC0415

    document = Document()
    for section in document.sections:
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(1.8)
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = _FONT, Pt(10)
    document.styles["Normal"].paragraph_format.space_after = Pt(3)
    document.core_properties.title = _clean(briefing.title)
    document.core_properties.language = "nl-NL"
    document.add_heading(_clean(briefing.title), 1)
    _add_small(document, briefing.made)
    for chapter in briefing.chapters:
        _add_chapter(document, chapter)
    document.add_heading("Waaruit dit komt", 2)
    for note in briefing.notes:
        _add_small(document, note)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _add_chapter(document: "Document", chapter: Chapter) -> None:
    document.add_heading(_clean(chapter.title), 2)
    _add_small(document, chapter.said)
    if chapter.table:
        _add_table(document, chapter.table)
    for item in chapter.items:
        if item.head:
            document.add_heading(_clean(item.head), 3)
        _add_item(document, item, "List Bullet")
    if chapter.after:
        small = _add_small(document, f"{chapter.after} ")
        if chapter.whole:
            _add_link(small, chapter.link, chapter.whole)


def _add_table(document: "Document", table: Table) -> None:
    from docx.shared import Cm  # noqa: PLC0415

    document.add_heading(_clean(table.source), 3)
    drawn = document.add_table(rows=1 + len(table.rows), cols=len(table.columns), style="Table Grid")
    drawn.autofit = False
    for at, (name, width) in enumerate(zip(table.columns, _WIDTHS, strict=True)):
        drawn.columns[at].width = Cm(width)
        _fill(drawn.cell(0, at).paragraphs[0], name)
    for number, row in enumerate(table.rows, start=1):
        cells = drawn.rows[number].cells
        for at, text in enumerate(row.cells):
            cells[at].width = Cm(_WIDTHS[at])
            _fill(cells[at].paragraphs[0], text, row.link if at == len(row.cells) - 1 else "")


def _fill(paragraph: "Paragraph", text: str, link: str = "") -> None:
    from docx.shared import Pt  # noqa: PLC0415

    paragraph.paragraph_format.space_after = Pt(0)
    if link:
        _add_link(paragraph, text, link)
    else:
        paragraph.add_run(_clean(text)).font.size = Pt(8.5)


def _add_item(document: "Document", item: Item, style: str) -> None:
    from docx.shared import RGBColor  # noqa: PLC0415

    paragraph = document.add_paragraph(style=style)
    asked, said = item.question
    if item.lead:
        paragraph.add_run(_clean(asked)).bold = True
        paragraph.add_run(_clean(f" {said}" if asked and said else said)).font.color.rgb = RGBColor(*_OUR_WORDS)
        paragraph.add_run(" · ") if not item.quote else paragraph.add_run().add_break()
    if item.quote:
        paragraph.add_run(f"“{_clean(item.quote)}”")
        paragraph.add_run(" · ") if item.is_one_line else paragraph.add_run().add_break()
    _add_link(paragraph, item.source, item.link)
    for each in item.below:
        _add_item(document, each, "List Bullet 2")


def _add_small(document: "Document", text: str) -> "Paragraph":
    from docx.shared import Pt  # noqa: PLC0415

    paragraph = document.add_paragraph()
    paragraph.add_run(_clean(text)).font.size = Pt(9)
    return paragraph


def _add_link(paragraph: "Paragraph", label: str, address: str) -> None:
    """Our own words or a citation, that lead to a place in the app; python-docx has no links of its own."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    run = paragraph.add_run(_clean(label))
    run.font.size = Pt(8.5)
    if not address.startswith(("http://", "https://")):
        return
    run.underline = True
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    paragraph._p.replace(run._r, link)
    link.append(run._r)


def _clean(text: str) -> str:
    """Without the control characters that XML can't hold."""
    return NOT_ALLOWED_IN_XLSX.sub("", text)


def office() -> str | None:
    """LibreOffice on this machine; None where it isn't installed."""
    return next((found for name in OFFICE if (found := shutil.which(name))), None)


def to_pdf(docx: bytes) -> bytes | None:
    """The Word file as PDF; None where LibreOffice is absent or doesn't manage in time."""
    program = office()
    if program is None:
        return None
    with TemporaryDirectory() as folder:
        source = Path(folder) / "dossier.docx"
        source.write_bytes(docx)
        profile = f"-env:UserInstallation={(Path(folder) / 'profiel').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        try:
            subprocess.run(command, check=True, timeout=SECONDS, capture_output=True)  # noqa: S603
        except (subprocess.SubprocessError, OSError):
            return None
        made = source.with_suffix(".pdf")
        return made.read_bytes() if made.exists() else None
