"""Reads one page of a PDF: its lines in reading order, set upright where they were drawn sideways."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from ingest.layout import Line
from ingest.read.bands import Piece
from ingest.read.hidden import without_hidden
from ingest.read.justified import whole_lines
from ingest.read.pdf_probe import Probe
from ingest.read.pdf_text import Geometry, page_lines
from ingest.read.rows import arrange
from ingest.read.scanned import FEW_WORDS, shows_more
from ingest.read.turned import as_shown, quarter_turns, upright

_FAR_OUTSIDE = 5.0
"""Points outside the page from which text can't be seen."""


class ReadPage(NamedTuple):
    """A page as it was read.

    Attributes:
        number: from 1.
        size: (width, height) in points, as shown.
        lines: in reading order.
        shows_more: whether more text is to be seen than these lines.
        damaged: whether it couldn't be read.
    """

    number: int
    size: tuple[float, float]
    lines: Sequence[Line] = ()
    shows_more: bool = False
    damaged: bool = False


def read_page(document: Any, number: int, tables: int) -> ReadPage:
    """Read a page of a document of pypdfium2.

    Args:
        tables: how many were found on the pages before it.

    Raises:
        PdfiumError: the page can't be loaded.
    """
    with _loaded(raw.FPDF_LoadPage, raw.FPDF_ClosePage, document.raw, number - 1) as page:
        size = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
        found = None if raw.FPDFPage_GetRotation(page) else _upright_lines(page, number, tables)
    lines = _turned_lines(document, number, tables) if found is None else found
    words = sum(line.text.count(" ") + 1 for line in islice(lines, FEW_WORDS))
    return ReadPage(number, size, lines, words < FEW_WORDS and _shows_more(document, number, words))


@contextmanager
def _loaded(load: Any, close: Any, *place: Any) -> Iterator[Any]:
    """A page or its text as pdfium itself knows it, closed after use without pypdfium2's own bookkeeping."""
    found = load(*place)
    if not found:
        raise pdfium.PdfiumError("Failed to load page.")
    try:
        yield found
    finally:
        close(found)


def _upright_lines(page: Any, number: int, tables: int) -> list[Line] | None:
    """The lines of a page as it is, or None where what is drawn on it must be turned first."""
    box = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, box):
        raise pdfium.PdfiumError("Failed to get page bounding box.")
    with _loaded(raw.FPDFText_LoadPage, raw.FPDFText_ClosePage, page) as text_page:
        probe, geometry = Probe(text_page), Geometry(box.left, box.bottom, box.right, box.top)
        rows = list(page_lines(probe, geometry))
        if probe.has_turned and quarter_turns(text_page):
            return None
        return _arranged(rows, page, geometry, number, tables)


def _turned_lines(document: Any, number: int, tables: int) -> list[Line]:
    with closing(document[number - 1]) as page:
        with closing(page.get_textpage()) as text_page:
            turns = quarter_turns(text_page.raw)
        with upright(page, turns) as turn, closing(page.get_textpage()) as text_page:
            geometry = Geometry(0.0, 0.0, *turn.size)
            rows = list(page_lines(Probe(text_page.raw), geometry))
            return as_shown(_arranged(rows, page.raw, geometry, number, tables), turn)


def _shows_more(document: Any, number: int, words: int) -> bool:
    with closing(document[number - 1]) as page:
        return shows_more(page, words)


def _arranged(rows: list[tuple[Piece, ...]], page: Any, geometry: Geometry, number: int, tables: int) -> list[Line]:
    seen = _visible(rows, geometry.right - geometry.left, geometry.top - geometry.bottom)
    return arrange(whole_lines(without_hidden(seen, page, geometry)), number, tables)


def _visible(rows: list[tuple[Piece, ...]], width: float, height: float) -> list[tuple[Piece, ...]]:
    """The lines of a page without what stands far outside of it."""
    most, lowest, least = width + _FAR_OUTSIDE, height + _FAR_OUTSIDE, -_FAR_OUTSIDE
    outside = {
        id(piece)
        for row in rows
        for piece in row
        if not (piece.left < most and piece.top < lowest and piece.right > least and piece.bottom > least)
    }
    if not outside:
        return rows
    kept = (tuple(piece for piece in row if id(piece) not in outside) for row in rows)
    return [row for row in kept if row]
