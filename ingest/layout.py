"""What a reader sees in a file before it becomes one string: lines with their look and place."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from ingest.model import Block, Page

LineRole = Literal["heading", "paragraph", "list_item", "table_row", "footnote", "caption", "furniture"]
Box = tuple[float, float, float, float]


class Style(NamedTuple):
    """How a line looks, as far as the format tells; `colour` is "#rrggbb", `size` is in points.

    A tuple, as a line is: a document has thousands, and looks are counted and compared all the time.
    """

    size: float | None = None
    bold: bool = False
    colour: str | None = None
    italic: bool = False


PLAIN = Style()


class Line(NamedTuple):
    """A line of a PDF, or a whole paragraph where the format has no lines.

    Attributes:
        role: what the format itself says it is (<h2>, a Word style); None where only its look can tell.
        level: of a heading or list item, where the format says so.
        box: (left, top, right, bottom) in points from the page's top left corner.
        cells: of a table row, the text of each cell, in order; `text` is then " | ".join(cells).
        table: the number of the table it belongs to, from 1.
        offset: where it starts in `Reading.verbatim`; None for every other format.
        starts_block: the format says that a new paragraph begins here; None where only the layout can tell.
    """

    text: str
    page: int | None = None
    style: Style = PLAIN
    role: LineRole | None = None
    level: int | None = None
    box: Box | None = None
    cells: tuple[str, ...] = ()
    table: int | None = None
    offset: int | None = None
    starts_block: bool | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as its reader saw it.

    Attributes:
        verbatim: for .txt and .md the text itself, which must not change; else None.
        page_sizes: (width, height) in points of every page, in order; empty without pages.
        bookmarks: (level, title, page) of a PDF's own outline.
        title, url, hints: what the file says of itself (PDF metadata, <title>, <meta>, canonical link).
        problems: what could not be read, one Dutch sentence each.
        left: pages that OCR can read and for which there was no time.
    """

    format: str
    lines: tuple[Line, ...]
    verbatim: str | None = None
    page_sizes: tuple[tuple[float, float], ...] = ()
    bookmarks: tuple[tuple[int, str, int | None], ...] = ()
    title: str | None = None
    url: str | None = None
    hints: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()
    left: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Composed:
    """The document's one string, its blocks and pages, and the lines that were kept out of it.

    `furniture` holds running headers, footers and page numbers: no text, but good for identification.
    `styles` gives each block's look, by index into `blocks`.
    """

    text: str
    blocks: tuple[Block, ...]
    styles: tuple[Style, ...]
    pages: tuple[Page, ...] = ()
    furniture: tuple[str, ...] = ()
