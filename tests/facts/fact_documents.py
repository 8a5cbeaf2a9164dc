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
