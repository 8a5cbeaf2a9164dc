"""Small documents for the tests of facts."""

from pathlib import PurePath
from typing import Any

from ingest.model import Block, Document, Identity, Inferred, Source


def document(text: str, blocks: tuple[Block, ...] = (), name: str = "notitie.txt") -> Document:
    """A document of which nothing is known but its text and blocks."""
    unknown: Inferred[Any] = Inferred(None, 0.0)
    identity = Identity("", unknown, (), unknown, unknown, unknown, unknown)
    source = Source(name, PurePath(name).name, "", "txt")
    return Document(source, text, identity, "ok", blocks=blocks)


def table(*rows: tuple[str, ...], above: str = "") -> Document:
    """A document with one table, its cells joined as the readers do, below a paragraph."""
    text, blocks = "", []
    if above:
        text = above + "\n"
        blocks.append(Block(0, len(above), "paragraph"))
    for row in rows:
        cells, at = [], len(text)
        for cell in row:
            cells.append((at, at + len(cell)))
            at += len(cell) + len(" | ")
        line = " | ".join(row)
        blocks.append(Block(len(text), len(text) + len(line), "table_row", cells=tuple(cells), table=1))
        text += line + "\n"
    return document(text, tuple(blocks))


def blocks_of(*parts: tuple[str, ...]) -> Document:
    """A document of texts, each with its role ("paragraph", "heading"), and rows, each with its cells."""
    text, blocks = "", []
    for part in parts:
        if part[-1] in {"paragraph", "heading"}:
            words, role = part[0], part[-1]
            blocks.append(Block(len(text), len(text) + len(words), "heading" if role == "heading" else "paragraph"))
            text += words + "\n"
            continue
        row = table(part)
        (block,) = row.blocks
        cells = tuple((len(text) + start, len(text) + end) for start, end in block.cells)
        blocks.append(Block(len(text), len(text) + block.end, "table_row", cells=cells, table=1))
        text += row.text
    return document(text, tuple(blocks))
