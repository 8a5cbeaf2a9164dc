"""Plain text, as a griffie publishes it: no markup, headings on a line of their own."""

import textwrap
from pathlib import Path

from maken.bron import Source
from maken.delen import Block, Box, Break, Contents, Field, Heading, Item, Lines, Paragraph, Table, plain


def write_text(source: Source, path: Path) -> None:
    """Writes UTF-8; `regellengte` in the head breaks the lines, else a paragraph is one line."""
    width = int(source.head.get("regellengte", "0"))
    parts = [_block(block, width) for block in source.blocks]
    notes = [f"[{number}] {plain(text)}" for number, text in source.notes.items()]
    path.write_text(_joined(source.blocks, parts) + "".join(f"\n{note}" for note in notes) + "\n", encoding="utf-8")


def _joined(blocks: tuple[Block, ...], parts: list[str]) -> str:
    text = ""
    previous: Block | None = None
    for block, part in zip(blocks, parts, strict=True):
        together = isinstance(block, Item | Field) and isinstance(previous, type(block))
        text += ("" if previous is None else "\n" if together else "\n\n") + part
        previous = block
    return text


def _block(block: Block, width: int) -> str:
    match block:
        case Heading(text=text, level=level):
            shown = plain(text).upper() if level == 1 else plain(text)
        case Paragraph(text=text):
            shown = _wrapped(plain(text), width)
        case Item(text=text, level=level, mark=mark):
            lead = "  " * (level - 1) + ("- " if mark == "•" else f"{mark} ")
            shown = _wrapped(plain(text), width, lead)
        case Lines(lines=lines):
            shown = "\n".join(plain(line) for line in lines)
        case Field(label=label, value=value):
            shown = f"{label}: {plain(value)}"
        case Table(caption=caption, rows=rows):
            shown = "\n".join([caption] * bool(caption) + ["\t".join(row.cells) for row in rows])
        case Box(title=title, blocks=blocks):
            shown = "\n".join([title, *(_block(inner, width) for inner in blocks)])
        case Break() | Contents():
            raise ValueError("een tekstbestand heeft geen bladzijden en geen inhoudsopgave")
    return shown


def _wrapped(text: str, width: int, lead: str = "") -> str:
    if not width:
        return lead + text
    return textwrap.fill(text, width, initial_indent=lead, subsequent_indent=" " * len(lead), break_on_hyphens=False)
