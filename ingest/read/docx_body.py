"""The body of a Word document as lines, walked as XML: python-docx itself skips text boxes, numbers and notes."""

from collections.abc import Iterator
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from ingest.layout import Line, LineRole
from ingest.read.docx_numbers import Numbers
from ingest.read.docx_style import Look, Styles
from ingest.read.docx_text import FALLBACK, PARAGRAPH, TABLE, TEXT_BOX, text_of

_DEEPEST = 256
"""Levels of elements that the XML parser allows; no deeper nesting reaches us."""

_LONGEST_CELL = 1_500
"""Characters; a table with more in one cell lays out the page and is read as paragraphs."""

_WIDEST = 60

_LONGEST_HEADING = 120

_WORDS_OWN_SIZE = 10.0
"""Points, where a document doesn't say what size its text has."""

_ROW, _CELL = qn("w:tr"), qn("w:tc")
_WRAPPERS = frozenset(qn(f"w:{name}") for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))


class BodyReader:
    """One pass over a document; use an instance once."""

    def __init__(self, document: Any) -> None:
        self._part = document.part
        self._body = document.element.body
        self._numbers = Numbers(document)
        self._styles = Styles(document)
        self._tables = 0

    def lines(self) -> tuple[Line, ...]:
        """The body in order, then footnotes and endnotes, then headers and footers as furniture."""
        return (*self._blocks(self._body, 0), *self._notes(), *self._furniture())

    def _blocks(self, parent: Any, depth: int) -> Iterator[Line]:
        if depth > _DEEPEST:
            return
        for child in parent:
            if child.tag == PARAGRAPH:
                yield from self._paragraph(child, depth)
            elif child.tag == TABLE:
                yield from self._table(child, depth)
            elif child.tag in _WRAPPERS:
                yield from self._blocks(child, depth + 1)

    def _paragraph(self, element: Any, depth: int) -> Iterator[Line]:
        text = text_of(element)
        look = self._styles.look(element)
        if text:
            label = self._numbers.label(*look.number) if look.number else ""
            whole = f"{label} {text}" if label else text
            role, level = _role(look)
            if role == "list_item" and label and self._looks_like_heading(look, whole):
                role, level = None, None
            yield Line(whole, style=look.style, role=role, level=level, starts_block=True)
        for box in element.iter(TEXT_BOX):
            if not _within_fallback(box, element):
                yield from self._blocks(box, depth + 1)

    def _looks_like_heading(self, look: Look, text: str) -> bool:
        """Whether a numbered line isn't an item of a list but a heading made by hand, left to its look to be judged."""
        larger = (look.style.size or 0) > (self._styles.base.style.size or _WORDS_OWN_SIZE)
        return (look.style.bold or larger) and len(text) <= _LONGEST_HEADING and text[-1] not in ".,;:"

    def _table(self, table: Any, depth: int) -> Iterator[Line]:
        rows = [_cells(row) for row in table.iter(_ROW) if _owner(row, TABLE) is table]
        widest = max((len(row) for row in rows), default=0)
        longest = max((len(cell) for row in rows for cell in row), default=0)
        if widest < 2 or longest > _LONGEST_CELL:
            for cell in table.iter(_CELL):
                if _owner(cell, TABLE) is table:
                    yield from self._blocks(cell, depth + 1)
            return
        self._tables += 1
        number = self._tables
        for row in rows:
            if any(row):
                yield Line(" | ".join(row), role="table_row", cells=row, table=number, starts_block=True)

    def _notes(self) -> Iterator[Line]:
        for kind in ("footnote", "endnote"):
            for part in self._related(f"{kind}s"):
                for note in parse_xml(part.blob).iter(qn(f"w:{kind}")):
                    text = " ".join(filter(None, (text_of(paragraph) for paragraph in note.iter(PARAGRAPH))))
                    if text and note.get(qn("w:type")) is None:
                        yield Line(text, role="footnote", starts_block=True)

    def _furniture(self) -> Iterator[Line]:
        seen: set[str] = set()
        for kind in ("header", "footer"):
            for part in self._related(kind):
                for paragraph in parse_xml(part.blob).iter(PARAGRAPH):
                    text = text_of(paragraph)
                    if text and text not in seen:
                        seen.add(text)
                        yield Line(text, role="furniture", starts_block=True)

    def _related(self, kind: str) -> Iterator[Any]:
        for relation in self._part.rels.values():
            if not relation.is_external and relation.reltype.rsplit("/", 1)[-1] == kind:
                yield relation.target_part


def _role(look: Look) -> tuple[LineRole | None, int | None]:
    if look.heading:
        return "heading", look.heading
    if look.caption:
        return "caption", None
    if look.number:
        return "list_item", look.number[1] + 1
    return ("list_item", 1) if look.listed else (None, None)


def _cells(row: Any) -> tuple[str, ...]:
    """The texts of a row, "" where a merged cell covers a column."""
    cells: list[str] = []
    for cell in row.iter(_CELL):
        if _owner(cell, _ROW) is not row:
            continue
        merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        continues = merged is not None and merged.get(qn("w:val")) != "restart"
        paragraphs = (text_of(paragraph) for paragraph in cell.iter(PARAGRAPH))
        cells.append("" if continues else " ".join(filter(None, paragraphs)))
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        width = span.get(qn("w:val"), "1") if span is not None else "1"
        cells.extend([""] * min(int(width) - 1 if width.isdecimal() else 0, _WIDEST))
    return tuple(cells[:_WIDEST])


def _owner(element: Any, tag: str) -> Any:
    """The nearest ancestor with this tag."""
    return next(element.iterancestors(tag), None)


def _within_fallback(element: Any, top: Any) -> bool:
    """Whether a text box is the copy for old versions of Word, or belongs to a text box within this paragraph."""
    for ancestor in element.iterancestors():
        if ancestor is top:
            return False
        if ancestor.tag in {FALLBACK, TEXT_BOX}:
            return True
    return False
