"""The known text as a web page, for Chromium and WeasyPrint."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from evaluation.fidelity.source import REFERENCE, Piece

HEADER = "Gemeente Waterdrecht"

_STYLE = """
@page { size: A4; margin: 25mm 20mm;
  @top-right { content: "HEADER"; font: 8pt sans-serif; } @bottom-center { content: counter(page); } }
body { font: 10pt/1.4 "Liberation Sans", sans-serif; hyphens: manual; text-align: justify; }
main { columns: COLUMNS; column-gap: 8mm; }
h1 { font-size: 20pt; } h2 { font-size: 14pt; } h3 { font-size: 11pt; }
table { border-collapse: collapse; font-size: 8pt; } td { border: 0.5pt solid black; padding: 1pt 3pt; }
td + td { text-align: right; } sup { font-size: 7pt; line-height: 0; }
.note { float: footnote; font-size: 8pt; } .notes { font-size: 8pt; border-top: 0.5pt solid black; }
::footnote-call { font-size: 7pt; vertical-align: super; line-height: 0; }
"""


def web_page(pieces: Sequence[Piece], columns: int, *, at_foot: bool) -> str:
    """A page of HTML; footnotes go to the foot of each printed page where the renderer can, else to the end."""
    notes = {piece.number: piece.parts[0] for piece in pieces if piece.role == "note"}
    title = escape(pieces[0].parts[0])
    style = _STYLE.replace("HEADER", HEADER).replace("COLUMNS", str(columns))
    body = "\n".join(
        _group(role, list(group), notes if at_foot else {})
        for role, group in groupby(pieces, key=lambda piece: piece.role)
        if role != "note"
    )
    end = "" if at_foot else _end_notes(notes)
    head = f'<meta charset="utf-8"><title>{title}</title><style>{style}</style>'
    return f'<!doctype html><html lang="nl"><head>{head}</head><body><main>{body}{end}</main></body></html>'


def _group(role: str, group: list[Piece], notes: dict[int, str]) -> str:
    if role == "heading":
        return "".join(f"<h{piece.number}>{escape(piece.parts[0])}</h{piece.number}>" for piece in group)
    if role == "item":
        return "<ul>" + "".join(f"<li>{_prose(piece, notes)}</li>" for piece in group) + "</ul>"
    if role == "row":
        rows = ("".join(f"<td>{escape(cell)}</td>" for cell in piece.parts) for piece in group)
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    return "".join(f"<p>{_prose(piece, notes)}</p>" for piece in group)


def _prose(piece: Piece, notes: dict[int, str]) -> str:
    text = " ".join(piece.parts)  # holds nothing to escape but the soft hyphens, which are meant
    if notes:
        return REFERENCE.sub(lambda found: f'<span class="note">{notes[int(found[1])]}</span>', text)
    return REFERENCE.sub(r"<sup>\1</sup>", text)


def _end_notes(notes: dict[int, str]) -> str:
    lines = "".join(f"<p><sup>{number}</sup> {text}</p>" for number, text in notes.items())
    return f'<div class="notes">{lines}</div>'
