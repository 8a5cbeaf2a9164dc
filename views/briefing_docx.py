"""A briefing as a Word file, and as PDF where LibreOffice is installed."""

import io
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from index.export import NOT_ALLOWED_IN_XLSX
from views.briefing import Briefing, Chapter, Item

if TYPE_CHECKING:
    from docx.document import Document

OFFICE = ("soffice", "libreoffice")
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
    document.styles["Normal"].font.size = Pt(10)
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
    for item in chapter.items:
        _add_item(document, item)
    if chapter.after:
        _add_small(document, chapter.after)


def _add_item(document: "Document", item: Item) -> None:
    from docx.shared import Pt  # noqa: PLC0415

    paragraph = document.add_paragraph(style="List Bullet")
    if item.lead:
        paragraph.add_run(_clean(item.lead)).bold = True
        paragraph.add_run().add_break()
    paragraph.add_run(f"“{_clean(item.quote)}”")
    paragraph.add_run().add_break()
    source = paragraph.add_run(_clean(item.source))
    source.italic, source.font.size = True, Pt(8.5)


def _add_small(document: "Document", text: str) -> None:
    from docx.shared import Pt  # noqa: PLC0415

    document.add_paragraph().add_run(_clean(text)).font.size = Pt(9)


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
