"""Reads Word documents: paragraphs, headings with their numbers, tables, text boxes and footnotes.

A Word file has no pages until it is printed, so no line has a page number.
"""

import zipfile
import zlib
from pathlib import Path
from typing import Any

from ingest.errors import DamagedFile, EmptyFile, EncryptedFile, LimitExceeded, ReadError
from ingest.layout import Line, Reading

MAX_UNPACKED = 400_000_000
"""Bytes of XML and pictures together; a 115-page dossier with its pictures unpacks to under 50 MB."""

MAX_XML = 100_000_000
"""Bytes of one XML part; the text of 1,000 pages with all its markup takes about 30 MB."""

MAX_RATIO = 250
"""How many times larger a part may be than its packed form; Word's XML packs 10 to 60 times, a bomb 1,000."""

MAX_PARTS = 10_000
"""Parts of one file: a dossier with a thousand pictures has some 1,100; 400,000 empty ones took 24 s."""

_LOCKED = 1
"""The bit of a part's flags that says it is locked with a password."""

_UNPACKING = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError)
"""What zipfile raises for a broken archive."""

_RATIO_FROM = 5_000_000
"""Bytes below which the ratio doesn't matter."""


def read_docx(path: Path) -> Reading:
    """Read a .docx file; text boxes follow the paragraph that holds them, footnotes the document's end.

    Raises:
        DamagedFile, EmptyFile, EncryptedFile, LimitExceeded.
    """
    _check_archive(path)
    from docx import Document  # noqa: PLC0415 - slow to import, and needed for this alone
    from docx.opc.exceptions import OpcError  # noqa: PLC0415

    from ingest.read.docx_body import BodyReader  # noqa: PLC0415

    try:
        document = Document(str(path))
        lines: tuple[Line, ...] = BodyReader(document).lines()
        title, hints = _said_of_itself(document)
    except ReadError:
        raise
    except (OpcError, LookupError, ValueError, AttributeError, TypeError, SyntaxError, *_UNPACKING) as error:
        raise _damaged(path) from error
    if not lines:
        raise EmptyFile(f"{path.name} heeft geen tekst.", "Controleer of het bestand goed is opgeslagen.")
    return Reading(format="docx", lines=lines, title=title, hints=hints)


def _damaged(path: Path) -> DamagedFile:
    return DamagedFile(f"{path.name} is beschadigd of geen Word-bestand.", "Haal het bestand opnieuw op bij de bron.")


def _check_archive(path: Path) -> None:
    """Refuse zip bombs and XML that declares entities, before anything is unpacked for real.

    The sizes are those that the archive claims; zipfile stops reading a part at its claimed size.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _check_sizes(path, parts)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and _declares_entities(archive, part):
                    raise DamagedFile(
                        f"{path.name} bevat XML die niet in een Word-bestand hoort.", "Sla het opnieuw op vanuit Word."
                    )
    except (ValueError, *_UNPACKING):
        raise _damaged(path) from None


def _check_sizes(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    largest_xml = max((part.file_size for part in parts if part.filename.endswith(".xml")), default=0)
    swollen = any(
        part.file_size > _RATIO_FROM and part.file_size > MAX_RATIO * max(part.compress_size, 1) for part in parts
    )
    if any(part.flag_bits & _LOCKED for part in parts):
        raise EncryptedFile(f"{path.name} is met een wachtwoord beveiligd.", "Sla het op zonder wachtwoord.")
    if (
        len(parts) > MAX_PARTS
        or sum(part.file_size for part in parts) > MAX_UNPACKED
        or largest_xml > MAX_XML
        or swollen
    ):
        raise LimitExceeded(
            f"{path.name} wordt uitgepakt te groot.", "Verklein de afbeeldingen of sla het document op als pdf."
        )


def _declares_entities(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether the start of a part holds a document type: Word never writes one, "billion laughs" needs one."""
    with archive.open(part) as file:
        head = file.read(4096)
    return b"<!DOCTYPE" in head.replace(b"\x00", b"") or b"<!ENTITY" in head.replace(b"\x00", b"")


def _said_of_itself(document: Any) -> tuple[str | None, tuple[tuple[str, str], ...]]:
    """The title and hints of a file; none where it has no properties: python-docx would say "Word Document", today."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415

    relations = document.part.package.rels.values()
    if not any(relation.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for relation in relations):
        return None, ()
    properties = document.core_properties
    names = ("author", "subject", "keywords", "category", "created", "modified", "last_modified_by")
    values = ((name, getattr(properties, name, None)) for name in names)
    return properties.title or None, tuple((name, str(value)) for name, value in values if value)
