"""Reads a file of any supported format: `read_file` looks at the content first, then at the extension."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

from ingest.errors import DamagedFile, EmptyFile, EncryptedFile, LimitExceeded, ReadError, UnsupportedFormat
from ingest.layout import Reading
from ingest.read.options import DEFAULT_OPTIONS, Options

__all__ = ["EXTENSIONS", "read_file", "sniff"]

EXTENSIONS: dict[str, str] = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "md",
    ".markdown": "md",
    ".txt": "txt",
}
"""The extensions that are read, and the format that each promises."""

MAX_CHARACTERS = 6_000_000
"""Characters of text that one file may hold: some 3,000 pages, since a begroting of 200 pages has 0.4 million.
Facts of so much take a minute of processor time, and 17,000 passages minutes to encode, which has no other limit."""

_BINARY = frozenset({"pdf", "docx"})
_FEWEST = 20
"""Characters of text from which a file that is called a PDF or a Word file is a text after all, and not what is left of
one that broke off."""

_HEAD_BYTES = 4096
_PDF_WITHIN = 1024
"""PDF readers accept rubbish before the header; 1024 bytes is what Acrobat and pdfium allow."""

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_MARKUP_START = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<")
_WEB_ARCHIVE = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_REMEDY_FORMATS = "Sla het op als pdf, docx, html, md of txt."
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "een rtf-bestand"),
    (b"\x89PNG", "een afbeelding"),
    (b"\xff\xd8\xff", "een afbeelding"),
    (b"GIF8", "een afbeelding"),
    (b"II*\x00", "een afbeelding"),
    (b"MM\x00*", "een afbeelding"),
    (b"\x1f\x8b", "een ingepakt bestand"),
    (b"7z\xbc\xaf", "een ingepakt bestand"),
    (b"Rar!", "een ingepakt bestand"),
)
_ZIP_MEMBERS: tuple[tuple[str, str], ...] = (
    ("xl/", "een rekenblad"),
    ("ppt/", "een presentatie"),
    ("content.xml", "een OpenDocument-bestand"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_file(path: Path, *, options: Options = DEFAULT_OPTIONS) -> Reading:
    """Read a file of any supported format; what it is decides how, its name only helps.

    Args:
        options: whether, and for how long, pages of a PDF are read by OCR; not at all without it.

    Raises:
        UnsupportedFormat, EncryptedFile, DamagedFile, EmptyFile, LimitExceeded, ReadError: each a line in Dutch.
    """
    promised = EXTENSIONS.get(path.suffix.lower())
    found = sniff(path)
    reading = _read_as(found, path, options)
    _check_length(reading, path)
    if found == promised:
        return reading
    if promised in _BINARY and found == "txt" and sum(len(line.text) for line in reading.lines) < _FEWEST:
        raise DamagedFile(f"{path.name} is geen {promised}, of is beschadigd.", "Haal of bewaar het bestand opnieuw.")
    named = path.suffix or "geen"
    problem = f"De extensie klopt niet ({named}): de inhoud is {found} en zo gelezen."
    return replace(reading, problems=(problem, *reading.problems))


def _check_length(reading: Reading, path: Path) -> None:
    if not (reading.lines or reading.problems or reading.left):
        raise EmptyFile(f"{path.name} heeft geen tekst.", "Controleer of het bestand goed is opgeslagen of opgehaald.")
    if sum(len(line.text) for line in reading.lines) > MAX_CHARACTERS:
        raise LimitExceeded(f"{path.name} bevat te veel tekst.", "Splits het bestand.")


def sniff(path: Path) -> str:
    """The format of a file by its first bytes: "pdf", "docx", "html", "md" or "txt".

    Raises:
        UnsupportedFormat, EncryptedFile, DamagedFile, EmptyFile, ReadError: it is none of these.
    """
    head = _first_bytes(path)
    promised = EXTENSIONS.get(path.suffix.lower())
    if not head.strip(b"\xef\xbb\xbf\x00 \t\r\n\f"):
        raise EmptyFile(f"{path.name} is leeg.", "Controleer of het bestand goed is opgeslagen of opgehaald.")
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _sniff_zip(path)
    if head.startswith(_OLE):
        raise _old_office(path)
    if _WEB_ARCHIVE.search(head):
        raise UnsupportedFormat(f"{path.name} is een webarchief (mhtml).", "Sla de pagina op als html of pdf.")
    for magic, name in _FOREIGN:
        if head.startswith(magic):
            raise UnsupportedFormat(f"{path.name} is {name}; dat leest Speerpunt niet.", _REMEDY_FORMATS)
    return _sniff_text(path, head, promised)


def _sniff_text(path: Path, head: bytes, promised: str | None) -> str:
    if _HTML.search(head) and (promised == "html" or _MARKUP_START.match(head)):
        return "html"
    if promised in {"html", "md", "txt"}:
        return promised
    if promised is None:
        raise UnsupportedFormat(f"{path.name} is van een soort die Speerpunt niet leest.", _REMEDY_FORMATS)
    if _looks_like_text(head):
        return "txt"
    raise DamagedFile(
        f"{path.name} is beschadigd: de inhoud is geen {promised}.", "Haal het bestand opnieuw op bij de bron."
    )


def _looks_like_text(head: bytes) -> bool:
    controls = sum(byte < 32 and byte not in b"\t\r\n\f" for byte in head)
    try:
        head[: _HEAD_BYTES - 4].decode("utf-8", errors="strict")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 8 and not controls
    return not controls


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD_BYTES)
    except PermissionError:
        raise ReadError(f"{path.name} mag niet gelezen worden.", "Geef uzelf leesrechten op het bestand.") from None
    except FileNotFoundError:
        raise ReadError(f"{path.name} bestaat niet (meer).", "Controleer de naam en de map.") from None
    except IsADirectoryError:
        raise ReadError(f"{path.name} is een map, geen bestand.", "Geef een bestand op.") from None
    except OSError as error:
        raise ReadError(f"{path.name} kan niet geopend worden ({error.strerror}).", "Controleer de schijf.") from None


def _sniff_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise DamagedFile(
            f"{path.name} is beschadigd of afgebroken.", "Haal het bestand opnieuw op bij de bron."
        ) from None
    if any(name.startswith("word/") for name in names):
        return "docx"
    kinds = (kind for prefix, kind in _ZIP_MEMBERS if any(name.startswith(prefix) for name in names))
    kind = next(kinds, "een zip-bestand")
    raise UnsupportedFormat(f"{path.name} is {kind}; dat leest Speerpunt niet.", _REMEDY_FORMATS)


def _old_office(path: Path) -> ReadError:
    """A docx with a password is an OLE file with an encrypted package inside; other OLE files are old Office."""
    if _OLE_ENCRYPTED in path.read_bytes():
        return EncryptedFile(f"{path.name} is met een wachtwoord beveiligd.", "Sla het op zonder wachtwoord.")
    return UnsupportedFormat(f"{path.name} is een oud Office-bestand (.doc).", "Sla het op als docx of pdf.")


def _read_as(kind: str, path: Path, options: Options) -> Reading:
    """Each reader is imported only when a file needs it."""
    if kind == "pdf":
        from ingest.read.pdf import read_pdf  # noqa: PLC0415 - only the reader that is needed is loaded

        return read_pdf(path, options)
    if kind == "docx":
        from ingest.read.docx import read_docx  # noqa: PLC0415

        return read_docx(path)
    if kind == "html":
        from ingest.read.html import read_html  # noqa: PLC0415

        return read_html(path)
    from ingest.read.text import read_text  # noqa: PLC0415

    return read_text(path)
