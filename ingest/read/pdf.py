"""Reads PDFs with pdfium, and with pypdf those that pdfium refuses. Runs inside a guarded process only:
pdfium isn't thread-safe, and a hostile file can hang it or make it eat memory."""

import io
import logging
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from ingest.errors import DamagedFile, EmptyFile, EncryptedFile, ReadError
from ingest.layout import Line, Reading
from ingest.read.garbage import looks_like_nonsense
from ingest.read.ocr import DPI, HOW_TO_INSTALL, OcrFailed, Picture, installed
from ingest.read.ocr_pages import Recognised, recognise
from ingest.read.options import DEFAULT_OPTIONS, Options
from ingest.read.page_names import named
from ingest.read.pdf_page import ReadPage, read_page

MAX_RENDER_PIXELS = 25_000_000
"""A page of A4 at 400 dpi has 15 million; a poster at that scale would take gigabytes."""

_USUAL_SIZE = (595.0, 842.0)
"""Points of a page of A4."""

_HINTS = ("Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")


def read_pdf(path: Path, options: Options = DEFAULT_OPTIONS) -> Reading:
    """Read a PDF: lines in reading order with their look and place, bookmarks, title, page sizes.

    Pages that can't be read, that hold a picture only, or that were read by OCR, are named in `problems`.

    Raises:
        EncryptedFile, DamagedFile, EmptyFile.
    """
    try:
        with opened(path) as document:
            return _read_document(document, path, options)
    except DamagedFile:
        return _second_reader(path)


def render_page(path: Path, number: int, scale: float) -> bytes:
    """The page as a PNG picture; `number` counts from 1, scale 1.0 is 72 dots per inch.

    Raises:
        ReadError: there is no such page, or the file can't be opened.
    """
    with opened(path) as document:
        if not 1 <= number <= len(document):
            raise ReadError(f"{path.name} heeft geen bladzijde {number}.", f"Kies 1 tot en met {len(document)}.")
        page = document[number - 1]
        width, height = page.get_size()
        picture = page.render(scale=min(scale, _largest_scale(width, height))).to_pil()
        buffer = io.BytesIO()
        picture.save(buffer, format="PNG")
        return buffer.getvalue()


def _largest_scale(width: float, height: float) -> float:
    return float((MAX_RENDER_PIXELS / max(width * height, 1.0)) ** 0.5)


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """The document of pypdfium2. Raises EncryptedFile or DamagedFile."""
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise EncryptedFile(
                f"{path.name} is met een wachtwoord beveiligd.", "Sla het op zonder wachtwoord."
            ) from None
        raise _damaged(path) from None
    try:
        yield document
    finally:
        document.close()


def _damaged(path: Path) -> DamagedFile:
    return DamagedFile(f"{path.name} is beschadigd of afgebroken.", "Haal het bestand opnieuw op bij de bron.")


def _without_pages(path: Path) -> EmptyFile:
    return EmptyFile(f"{path.name} heeft geen bladzijden.", "Controleer of het bestand goed is opgeslagen.")


def _read_document(document: Any, path: Path, options: Options) -> Reading:
    pages = list(_pages(document))
    if not pages:
        raise _without_pages(path)
    lines = [line for page in pages for line in page.lines]
    nonsense = looks_like_nonsense(lines)
    wanted = _to_recognise(pages, options, nonsense=nonsense)
    recognised = _recognised(document, wanted, options, _last_table(lines))
    metadata = _metadata(document)
    return Reading(
        format="pdf",
        lines=tuple(_with_recognised([] if nonsense else lines, recognised)),
        page_sizes=tuple(page.size for page in pages),
        bookmarks=tuple(_bookmarks(document)),
        title=metadata.pop("Title", None),
        hints=tuple(metadata.items()),
        problems=(*_problems(pages, recognised.tried, nonsense=nonsense), *recognised.problems),
        left=recognised.left,
    )


def _pages(document: Any) -> Iterator[ReadPage]:
    """The pages in order; one that can't be read is as large as the one before it."""
    size, tables = _USUAL_SIZE, 0
    for number in range(1, len(document) + 1):
        try:
            page = read_page(document, number, tables)
        except pdfium.PdfiumError:
            page = ReadPage(number, size, damaged=True)
        size, tables = page.size, _last_table(page.lines) or tables
        yield page


def _last_table(lines: Sequence[Line]) -> int:
    """The number of the last table on the lines, 0 without any."""
    return next((line.table for line in reversed(lines) if line.table), 0)


def _with_recognised(lines: list[Line], recognised: Recognised) -> list[Line]:
    """The lines in order of their pages, those of the pages that were read by OCR instead of what these had."""
    if not recognised.lines:
        return lines
    kept = [line for line in lines if line.page not in recognised.lines]
    kept.extend(line for found in recognised.lines.values() for line in found)
    return sorted(kept, key=lambda line: line.page or 0)


def _to_recognise(pages: Sequence[ReadPage], options: Options, *, nonsense: bool) -> list[int]:
    if options.ocr == "never":
        return []
    return [page.number for page in pages if page.shows_more or nonsense or options.ocr == "always"]


def _recognised(document: Any, wanted: list[int], options: Options, tables: int) -> Recognised:
    if not wanted:
        return Recognised()
    if not installed():
        return Recognised(problems=(HOW_TO_INSTALL,))
    return recognise(wanted, lambda number: _picture(document, number), options.seconds, tables)


def _picture(document: Any, number: int) -> Picture:
    try:
        page = document[number - 1]
        try:
            width, height = page.get_size()
            scale = min(DPI / 72, _largest_scale(width, height))
            drawn = page.render(scale=scale, grayscale=True).to_pil().convert("L")
        finally:
            page.close()
    except pdfium.PdfiumError:
        raise OcrFailed("de bladzijde is niet te tekenen") from None
    return Picture(drawn.width, drawn.height, drawn.tobytes(), drawn.width / width)


def _problems(pages: Sequence[ReadPage], recognised: Container[int], *, nonsense: bool) -> Iterator[str]:
    more = [page for page in pages if page.shows_more and page.number not in recognised]
    pictures = [page.number for page in more if not page.lines]
    stamped = [page.number for page in more if page.lines]
    unreadable = [page.number for page in pages if page.damaged]
    if nonsense:
        yield "De tekstlaag is onleesbaar (letters zonder betekenis) en is niet gebruikt."
    if pictures:
        yield f"{named(pictures)}: alleen een afbeelding, geen tekst."
    if stamped:
        yield f"{named(stamped)}: vooral een afbeelding; de tekst daarin is niet gelezen."
    if unreadable:
        yield f"{named(unreadable)}: niet te lezen, beschadigd."


def _metadata(document: Any) -> dict[str, str]:
    found = {}
    for key in ("Title", *_HINTS):
        with suppress(pdfium.PdfiumError, UnicodeDecodeError):
            value = " ".join(document.get_metadata_value(key).split())
            if value:
                found[key] = value
    return found


def _bookmarks(document: Any) -> Iterator[tuple[int, str, int | None]]:
    for bookmark in document.get_toc():
        title = " ".join(bookmark.get_title().split())
        destination = bookmark.get_dest()
        index = destination.get_index() if destination else None
        if title:
            yield bookmark.level + 1, title, None if index is None or index < 0 else index + 1


def _second_reader(path: Path) -> Reading:
    """pypdf's text of a file that pdfium refuses: no look, no places, but better than nothing."""
    import pypdf  # noqa: PLC0415 - only for what pdfium refuses

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise EncryptedFile(f"{path.name} is met een wachtwoord beveiligd.", "Sla het op zonder wachtwoord.")
        pages = [page.extract_text() for page in reader.pages]
        sizes = tuple((float(page.mediabox.width), float(page.mediabox.height)) for page in reader.pages)
    except ReadError:
        raise
    except Exception as error:  # a broken file makes pypdf raise nearly anything
        raise _damaged(path) from error
    if not pages:
        raise _without_pages(path)
    lines = tuple(
        Line(" ".join(line.split()), page=number)
        for number, text in enumerate(pages, start=1)
        for line in text.splitlines()
        if line.strip()
    )
    if not lines:
        raise _damaged(path)
    problem = "Het bestand is beschadigd; de tekst is zo goed mogelijk gelezen, zonder opmaak."
    return Reading(format="pdf", lines=lines, page_sizes=sizes, problems=(problem,))
