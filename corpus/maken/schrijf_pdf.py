"""PDF, as a municipality publishes it: cover, contents, running header and footer, footnotes."""

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate
from reportlab.platypus import Paragraph as Flowing

from maken.bron import Source
from maken.delen import Break, Contents, Heading
from maken.pdf_delen import FOOTNOTE, Composer
from maken.vormen import LOOKS, Look, register_fonts, styles

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 22 * mm
TOP, BOTTOM = 27 * mm, 30 * mm
GUTTER = 8 * mm
CONTENTS_DEPTH = 2
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def write_pdf(source: Source, path: Path) -> None:
    """Writes the PDF; its metadata bear the date of the document, so that a rebuild gives the same bytes."""
    register_fonts()
    moment = datetime.combine(date.fromisoformat(source.head["datum"]), datetime.min.time(), UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()) + 9 * 3600)
    document = _Document(source, path)
    document.multiBuild(document.story())


def written_date(iso: str) -> str:
    """2021-11-09 as "9 november 2021"."""
    day = date.fromisoformat(iso)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


class _Document(BaseDocTemplate):  # type: ignore[misc]
    """The page templates of one document; reportlab calls the hooks while it lays out."""

    def __init__(self, source: Source, path: Path) -> None:
        head = source.head
        super().__init__(
            str(path),
            pagesize=A4,
            title=head["titel"],
            author=head.get("auteur", f"Gemeente {head['gemeente']}"),
            subject=head.get("ondertitel", ""),
            creator="Microsoft Word",
            invariant=1,
            leftMargin=MARGIN,
            rightMargin=MARGIN,
        )
        self.source, self.look = source, LOOKS[head["vorm"]]
        self.columns = self.look.columns
        self.paragraph_styles = styles(self.look)
        self.notes_on_page: list[str] = []
        cover = [PageTemplate("omslag", [_frame(0, 1)], onPage=self.draw_cover)] if self.look.cover else []
        # The document opens with the first template of the list.
        self.addPageTemplates([*cover, self.page(self.columns), self.page(3 - self.columns)])

    def page(self, columns: int) -> PageTemplate:
        frames = [_frame(index, columns) for index in range(columns)]
        return PageTemplate(f"kolommen{columns}", frames, onPage=self.draw_furniture, onPageEnd=self.draw_notes)

    def story(self) -> list[Flowable]:
        parts: list[Flowable] = []
        if self.look.cover:
            parts += [NextPageTemplate("kolommen1" if self.has_contents else self.body_template), PageBreak()]
        for block in self.source.blocks:
            if isinstance(block, Break) and block.columns:
                self.columns = block.columns
            if self.look.airy and isinstance(block, Heading) and block.level == 1:
                parts.append(PageBreak())
            # Contents run the full width; the body that follows starts on a page of its own.
            parts += self.composer().flow(block)
            if isinstance(block, Contents):
                parts += [NextPageTemplate(self.body_template), PageBreak()]
        return _without_double_breaks(parts)

    @property
    def body_template(self) -> str:
        return f"kolommen{self.look.columns}"

    @property
    def has_contents(self) -> bool:
        return any(isinstance(block, Contents) for block in self.source.blocks)

    def composer(self) -> Composer:
        return Composer(self.look, self.paragraph_styles, _column_width(self.columns))

    def printed_number(self) -> int:
        return int(self.page_number + int(self.source.head.get("telling", "0")))

    @property
    def page_number(self) -> int:
        return int(self.canv.getPageNumber())

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802
        """Tells the table of contents, and the outline, where a heading came."""
        heading = getattr(flowable, "heading", None)
        if heading is None or not heading.listed:
            return
        key = f"kop-{self.seq.nextf('kop')}"
        self.canv.bookmarkPage(key)
        if heading.level <= CONTENTS_DEPTH:
            self.notify("TOCEntry", (heading.level - 1, heading.text, self.printed_number(), key))
        if self.look.bookmarks and heading.level <= CONTENTS_DEPTH:
            self.canv.addOutlineEntry(heading.text, key, heading.level - 1)

    def draw_cover(self, canvas: Any, _: Any) -> None:
        head, accent = self.source.head, HexColor(self.look.accent)
        canvas.saveState()
        canvas.setFillColor(accent)
        canvas.rect(0, PAGE_HEIGHT * 0.55, PAGE_WIDTH, PAGE_HEIGHT * 0.45, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#ffffff"))
        _draw_title(canvas, self.look, head["titel"])
        canvas.setFillColor(HexColor("#333333"))
        canvas.setFont(self.look.font, 14)
        canvas.drawString(MARGIN, PAGE_HEIGHT * 0.49, head.get("ondertitel", ""))
        canvas.setFont(self.look.font, 11)
        for index, text in enumerate(self.cover_lines()):
            canvas.drawString(MARGIN, 60 * mm - index * 16, text)
        canvas.restoreState()

    def cover_lines(self) -> list[str]:
        head = self.source.head
        return [
            head.get("afzender", f"Gemeente {head['gemeente']}"),
            written_date(head["datum"]),
            head.get("status", ""),
        ]

    def draw_furniture(self, canvas: Any, _: Any) -> None:
        """Running header and footer of a page; collects the footnotes that are on it."""
        self.notes_on_page = []
        canvas.setNamedCB(FOOTNOTE, self.note_seen)
        head = self.source.head
        canvas.saveState()
        canvas.setFont(self.look.font, 8)
        canvas.setFillColor(HexColor("#555555"))
        if head.get("koptekst"):
            canvas.drawString(MARGIN, PAGE_HEIGHT - 15 * mm, head["koptekst"])
            canvas.setStrokeColor(HexColor(self.look.accent))
            canvas.line(MARGIN, PAGE_HEIGHT - 17 * mm, PAGE_WIDTH - MARGIN, PAGE_HEIGHT - 17 * mm)
        left, _mark, right = head.get("voettekst", "{blz}").rpartition("||")
        number = str(canvas.getPageNumber() + int(head.get("telling", "0")))
        canvas.drawString(MARGIN, 12 * mm, left.strip().replace("{blz}", number))
        canvas.drawRightString(PAGE_WIDTH - MARGIN, 12 * mm, right.strip().replace("{blz}", number))
        canvas.restoreState()

    def note_seen(self, _canvas: Any, _kind: str, label: str) -> None:
        self.notes_on_page.append(label)

    def draw_notes(self, canvas: Any, _: Any) -> None:
        if not self.notes_on_page:
            return
        style, width = self.paragraph_styles["noot"], PAGE_WIDTH - 2 * MARGIN
        notes = [Flowing(f"<super>{label}</super> {self.source.notes[label]}", style) for label in self.notes_on_page]
        y = BOTTOM - 3 * mm
        canvas.line(MARGIN, y, MARGIN + 50 * mm, y)
        for note in notes:
            _, height = note.wrap(width, BOTTOM)
            y -= height + 2
            note.drawOn(canvas, MARGIN, y)


def _draw_title(canvas: Any, look: Look, title: str) -> None:
    widest = stringWidth(title, look.bold, 1)
    canvas.setFont(look.bold, min(30, (PAGE_WIDTH - 2 * MARGIN) / widest))
    canvas.drawString(MARGIN, PAGE_HEIGHT * 0.62, title)


def _column_width(columns: int) -> float:
    return float(PAGE_WIDTH - 2 * MARGIN - (columns - 1) * GUTTER) / columns


def _frame(index: int, columns: int) -> Frame:
    width = _column_width(columns)
    return Frame(
        MARGIN + index * (width + GUTTER),
        BOTTOM,
        width,
        PAGE_HEIGHT - TOP - BOTTOM,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
        id=f"kolom{index}",
    )


def _without_double_breaks(parts: list[Flowable]) -> list[Flowable]:
    """A page break right after another would leave an empty page."""
    kept: list[Flowable] = []
    for part in parts:
        if isinstance(part, PageBreak) and any(isinstance(earlier, PageBreak) for earlier in kept[-2:]):
            continue
        kept.append(part)
    return kept
