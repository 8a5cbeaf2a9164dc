"""Blocks as the flowing parts of a PDF page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, NextPageTemplate, PageBreak, Spacer
from reportlab.platypus import Paragraph as Flowing
from reportlab.platypus import Table as Grid
from reportlab.platypus.tableofcontents import TableOfContents

from maken.afbreken import with_soft_hyphens
from maken.delen import (
    Block,
    Box,
    Break,
    Contents,
    Field,
    Heading,
    Item,
    Lines,
    Paragraph,
    Table,
    looks_numeric,
    plain,
    runs,
)
from maken.vormen import Look

FOOTNOTE = "voetnoot"
LONG_TABLE = 30


@dataclass(frozen=True, slots=True)
class Composer:
    """Turns blocks into flowables in one look, for a column `width` points wide."""

    look: Look
    style: dict[str, ParagraphStyle]
    width: float

    def flow(self, block: Block) -> Iterator[Flowable]:
        match block:
            case Heading():
                yield self.heading(block)
            case Paragraph(text=text):
                yield Flowing(self.markup(text), self.style["tekst"])
            case Item(text=text, level=level, mark=mark):
                yield Flowing(self.markup(text), self.style[f"punt{level}"], bulletText=mark)
            case Lines(lines=lines):
                yield Flowing("<br/>".join(map(self.markup, lines)), self.style["regels"])
            case Field():
                yield from self.field(block)
            case Table():
                yield from self.table(block)
            case Box():
                yield self.box(block)
                yield Spacer(0, self.look.size)
            case Contents():
                yield self.contents()
            case Break(columns=columns):
                if columns:
                    yield NextPageTemplate(f"kolommen{columns}")
                yield PageBreak()

    def markup(self, text: str) -> str:
        """The text in reportlab's own tags; a footnote mark tells the page that it is on it."""
        return "".join(
            f'<super>{run.note}</super><onDraw name="{FOOTNOTE}" label="{run.note}"/>'
            if run.note
            else self.tagged(run.text, bold=run.bold, italic=run.italic)
            for run in runs(text)
        )

    def tagged(self, text: str, *, bold: bool, italic: bool) -> str:
        shown = escape(with_soft_hyphens(text) if self.look.hyphenated else text)
        return f"<b>{shown}</b>" if bold else f"<i>{shown}</i>" if italic else shown

    def heading(self, block: Heading) -> Flowable:
        flowable = Flowing(escape(plain(block.text)), self.style[f"kop{block.level}"])
        # The page template reads these to fill the table of contents and the running header.
        flowable.heading = block
        return flowable

    def field(self, block: Field) -> Iterator[Flowable]:
        if self.look.stacked_fields:
            yield Flowing(escape(block.label), self.style["label"])
            yield Flowing(self.markup(block.value), self.style["tekst"])
        else:
            yield Flowing(f"<b>{escape(block.label)}:</b> {self.markup(block.value)}", self.style["tekst"])

    def table(self, block: Table) -> Iterator[Flowable]:
        if block.caption:
            caption = Flowing(escape(block.caption), self.style["bijschrift"])
            # A table of more than a page can't be kept together with anything.
            caption.keepWithNext = len(block.rows) < LONG_TABLE
            yield caption
        columns = len(block.rows[0].cells)
        shares = block.shares or (1,) * columns
        widths = [self.width * share / sum(shares) for share in shares]
        cells = [self.cells(block, index) for index in range(len(block.rows))]
        yield Grid(cells, widths, repeatRows=1, hAlign="LEFT", style=self.grid_style(block))
        yield Spacer(0, self.look.size)

    def cells(self, block: Table, index: int) -> list[Any]:
        """A row for the grid: text wrapped in a paragraph, a figure as a plain string that the grid can align."""
        row, columns = block.rows[index], len(block.rows[0].cells)
        bold = index == 0 or bool(row.mark)
        cells: list[Any] = []
        for column, cell in enumerate(row.cells + ("",) * (columns - len(row.cells))):
            if not cell or looks_numeric(cell):
                cells.append(cell)
                continue
            style = "celrechts" if index == 0 and column > 0 and _holds_figures(block, column) else "cel"
            cells.append(Flowing(self.cell_markup(cell, bold=bold), self.style[style]))
        return cells

    def cell_markup(self, cell: str, *, bold: bool) -> str:
        return f"<b>{self.markup(cell)}</b>" if bold else self.markup(cell)

    def grid_style(self, block: Table) -> list[tuple[Any, ...]]:
        small = self.style["cel"].fontSize
        style: list[tuple[Any, ...]] = [
            ("FONT", (0, 0), (-1, -1), self.look.font, small),
            ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, HexColor(self.look.accent)),
            ("LINEBELOW", (0, 1), (-1, -1), 0.25, HexColor("#bbbbbb")),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
            ("BACKGROUND", (0, 0), (-1, 0), HexColor("#e8edf0")),
            ("FONT", (0, 0), (-1, 0), self.look.bold, small),
        ]
        for index, row in enumerate(block.rows):
            if row.mark:
                style.append(("FONT", (0, index), (-1, index), self.look.bold, small))
        return style

    def box(self, block: Box) -> Flowable:
        inner = Composer(self.look, self.style, self.width - 20)
        parts: list[Flowable] = [Flowing(f"<b>{escape(block.title)}</b>", self.style["tekst"])] if block.title else []
        parts += [part for each in block.blocks for part in inner.flow(each)]
        return Grid(
            [[part] for part in parts],
            [self.width],
            hAlign="LEFT",
            style=[
                ("BACKGROUND", (0, 0), (-1, -1), HexColor("#eef3ee")),
                ("BOX", (0, 0), (-1, -1), 0.6, HexColor(self.look.accent)),
                ("LEFTPADDING", (0, 0), (-1, -1), 10),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ],
        )

    def contents(self) -> Flowable:
        levels = []
        for level in (0, 1, 2):
            style = ParagraphStyle(
                f"inhoud{level}",
                parent=self.style["tekst"],
                leftIndent=14 * level,
                spaceAfter=1,
                spaceBefore=4 if level == 0 else 0,
                fontName=self.look.bold if level == 0 else self.look.font,
            )
            levels.append(style)
        return TableOfContents(levelStyles=levels, dotsMinLevel=0)


def _holds_figures(table: Table, column: int) -> bool:
    filled = [row.cells[column] for row in table.rows[1:] if len(row.cells) > column and row.cells[column]]
    return bool(filled) and all(map(looks_numeric, filled))
