"""The forms that real papers have: columns, boxes, margin notes, letterheads; a page of an invented paper for each.

A form is a file in `forms/`: a web page that is XML, or a flat OpenDocument file. Each line of it within a block of
text is a sentence. What stands beside the text (an element with `data-aside`, a frame, a footnote) may come anywhere
but within a sentence; everything else comes in the order of the file.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from evaluation.fidelity.source import REFERENCE, SOFT_HYPHEN, Piece

FORMS = Path(__file__).parent / "forms"

_HEADINGS = frozenset({"h1", "h2", "h3", "h"})
_BLOCKS = frozenset({"p", "li", "figcaption", "div"})
_ROWS = frozenset({"tr", "table-row"})
_HOLDERS = frozenset({"frame", "table", "figure", "main"})
_ASIDE = frozenset({"note-body", "text-box"})
_OUTSIDE = frozenset({"head", "master-styles", "styles", "automatic-styles"})
_OPENING_MARK = re.compile(rf"\A\s*{REFERENCE.pattern}\s*")
"""The number that a footnote begins with."""


def read_form(path: Path) -> tuple[Piece, ...]:
    """The blocks of a form in the order that they should be read in; those with role "note" may come elsewhere."""
    return tuple(_pieces(ElementTree.parse(path).getroot(), aside=False))  # noqa: S314 - our own file


def _pieces(element: Element, *, aside: bool) -> Iterator[Piece]:
    name = _name(element)
    if name in _OUTSIDE:
        return
    aside = aside or name in _ASIDE or element.get("data-aside") is not None
    if name in _ROWS:
        yield Piece("row", tuple(" ".join(_text(cell).split()) for cell in element))
        return
    parts = _sentences(element) if name in _HEADINGS | _BLOCKS else ()
    if parts and aside:
        yield Piece("note", parts)
    elif parts and name in _HEADINGS:
        yield Piece("heading", (" ".join(parts),), 1)
    elif parts:
        yield Piece("paragraph", parts)
    for child in element:
        yield from _pieces(child, aside=aside)


def _sentences(element: Element) -> tuple[str, ...]:
    text = _OPENING_MARK.sub("", _text(element, own=True)).replace("\xad", SOFT_HYPHEN).replace("\u2011", "-")
    return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())


def _text(element: Element, *, own: bool = False) -> str:
    """The words in an element, without those of blocks within it if they are not its own; a break is a space."""
    text = element.text or ""
    for child in element:
        text += _inline(child, text, own=own) + (child.tail or "")
    return text


def _inline(child: Element, before: str, *, own: bool) -> str:
    name = _name(child)
    if name == "sup":
        return child.text or "" if before.endswith(" m") else f"[^{child.text}]"
    if name == "note":
        return f"[^{child.findtext('{*}note-citation')}]"
    if name in {"br", "line-break", "s"}:
        return " "
    return "\n" if own and name in _BLOCKS | _ROWS | _HEADINGS | _HOLDERS else _text(child, own=own)


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
