"""The known text as a flat OpenDocument file, for LibreOffice: styles, columns and footnotes as a writer would make."""

from collections.abc import Sequence
from html import escape, unescape
from itertools import groupby

from evaluation.fidelity.source import REFERENCE, Piece
from evaluation.fidelity.web import HEADER

_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
    )
)

_FILE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document {spaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
 <style:default-style style:family="paragraph">
  <style:paragraph-properties fo:margin-bottom="0.2cm" fo:line-height="140%"/>
  <style:text-properties style:font-name="Liberation Sans" fo:font-family="Liberation Sans" fo:font-size="10pt"
   fo:language="nl" fo:country="NL" fo:hyphenate="true"/></style:default-style>
 {headings}
 <style:style style:name="Small" style:family="paragraph"><style:text-properties fo:font-size="8pt"/></style:style>
 <text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">
  <style:list-level-properties text:space-before="0.3cm" text:min-label-width="0.5cm"/>
 </text:list-level-style-bullet></text:list-style>
</office:styles>
<office:automatic-styles>
 <style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
  fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2cm" fo:margin-right="2cm"/></style:page-layout>
 <style:style style:name="Columns" style:family="section"><style:section-properties>
  <style:columns fo:column-count="{columns}" fo:column-gap="0.8cm"/></style:section-properties></style:style>
 <style:style style:name="Wide" style:family="table">
  <style:table-properties style:rel-width="100%" table:align="margins"/></style:style>
 <style:style style:name="Label" style:family="table-column">
  <style:table-column-properties style:rel-column-width="34*"/></style:style>
 <style:style style:name="Figure" style:family="table-column">
  <style:table-column-properties style:rel-column-width="13*"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">
 <style:header><text:p text:style-name="Small">{header}</text:p></style:header>
 <style:footer><text:p text:style-name="Small"><text:page-number/></text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text><text:section text:style-name="Columns" text:name="All">{body}</text:section>
</office:text></office:body></office:document>
"""

_SIZES = {1: 20, 2: 14, 3: 11}
_HEADING = (
    '<style:style style:name="Heading{level}" style:family="paragraph">'
    '<style:text-properties fo:font-size="{size}pt" fo:font-weight="bold"/></style:style>'
)


def office_file(pieces: Sequence[Piece], columns: int) -> str:
    """A flat .fodt file of the text in so many columns."""
    notes = {piece.number: piece.parts[0] for piece in pieces if piece.role == "note"}
    body = "\n".join(
        _group(role, list(group), notes)
        for role, group in groupby(pieces, key=lambda piece: piece.role)
        if role != "note"
    )
    headings = "".join(_HEADING.format(level=level, size=size) for level, size in _SIZES.items())
    return _FILE.format(spaces=_SPACES, headings=headings, columns=columns, header=HEADER, body=body)


def _group(role: str, group: list[Piece], notes: dict[int, str]) -> str:
    if role == "heading":
        return "".join(_heading(piece) for piece in group)
    if role == "item":
        items = "".join(f"<text:list-item><text:p>{_prose(piece, notes)}</text:p></text:list-item>" for piece in group)
        return f'<text:list text:style-name="Bullets">{items}</text:list>'
    if role == "row":
        figures = len(group[0].parts) - 1
        columns = '<table:table-column table:style-name="Label"/>' + (
            f'<table:table-column table:style-name="Figure" table:number-columns-repeated="{figures}"/>'
        )
        return f'<table:table table:style-name="Wide">{columns}{"".join(_row(piece) for piece in group)}</table:table>'
    return "".join(f"<text:p>{_prose(piece, notes)}</text:p>" for piece in group)


def _heading(piece: Piece) -> str:
    level = piece.number
    return f'<text:h text:style-name="Heading{level}" text:outline-level="{level}">{escape(piece.parts[0])}</text:h>'


def _row(piece: Piece) -> str:
    cells = (f'<text:p text:style-name="Small">{escape(cell)}</text:p>' for cell in piece.parts)
    return (
        "<table:table-row>"
        + "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        + ("</table:table-row>")
    )


def _prose(piece: Piece, notes: dict[int, str]) -> str:
    return REFERENCE.sub(lambda found: _note(int(found[1]), notes), unescape(" ".join(piece.parts)))


def _note(number: int, notes: dict[int, str]) -> str:
    body = f'<text:p text:style-name="Small"><text:s/>{unescape(notes[number])}</text:p>'
    return (
        f'<text:note text:note-class="footnote"><text:note-citation>{number}</text:note-citation>'
        f"<text:note-body>{body}</text:note-body></text:note>"
    )
