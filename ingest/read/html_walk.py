"""Walks the tree of a web page and gives its lines; iterative, since pages may be nested absurdly deep."""

import re
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborNode

from ingest.layout import PLAIN, Line, LineRole, Style
from ingest.read.html_nodes import (
    BLOCKS,
    DROPPED,
    children,
    heading_level,
    is_fold,
    is_furniture,
    is_true_heading,
    leads_within,
    squeezed,
    superscript,
)
from ingest.read.html_table import definition_rows, div_rows, table_rows

_ENDS = re.compile(r"[.!?:;]['”’)\]]*$")
_LABEL = re.compile(
    r"\(?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5})[.)°]|\d{1,2}\.[a-z]|\d{1,2}(?:\.\d{1,2}){1,3}\.?", re.IGNORECASE
)
"""The number of an item in an element of its own, which belongs to the text after it: "a.", "1)", "6.b"."""

_MAY_HOLD_ROWS = {"table": table_rows, "dl": definition_rows, "div": div_rows, "section": div_rows, "ul": div_rows}
_NUMBER = re.compile(r"\d{1,3}")
"""The number of an item on an agenda, in an element of its own right before the heading."""

_MENU = 3
_MENU_WORDS = 20
"""Links side by side from which they are a menu, and characters of each on average: names of documents are longer."""

_MOST_PARTS = 4
"""Pieces of text in which the number of an item may stand, so that no more are looked through."""

_SHORT = 60
"""Characters: a line that ends in <br> before this is a line by itself, as in an address or a list of names."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What the elements around a text make of it."""

    furniture: bool = False
    content: bool = False
    heading: int | None = None
    depth: int = 0
    item: bool = False
    caption: bool = False
    bold: bool = False
    italic: bool = False
    link: bool = False
    within: bool = False
    folds: int = 0

    def role(self) -> tuple[LineRole, int | None]:
        if self.furniture:
            return "furniture", None
        if self.heading is not None:
            return "heading", self.heading
        if self.caption:
            return "caption", None
        if self.item:
            return "list_item", max(self.depth, 1)
        return "paragraph", None


@dataclass(slots=True)
class _Block:
    """The text collected since the last block began or ended, and how much of it is bold, italic, or a link."""

    parts: list[str] = field(default_factory=list)
    characters: int = 0
    bold: int = 0
    italic: int = 0
    links: int = 0
    linked: int = 0
    within: int = 0

    def style(self) -> Style:
        """The look that all of the text has."""
        if not self.characters:
            return PLAIN
        return Style(bold=self.bold == self.characters, italic=self.italic == self.characters)

    def is_menu(self) -> bool:
        """Whether it is nothing but links: to places on the page itself, or several short ones side by side."""
        if not 0 < self.linked == self.characters:
            return False
        return self.within == self.linked or (self.links >= _MENU and self.linked < _MENU_WORDS * self.links)


def _begins_anew(before: str, node: LexborNode) -> bool:
    """Whether an element right after another opens with a capital: a field beside a field, not a part of a word."""
    return (before[-1:].isalnum() or before[-1:] == ")") and node.text()[:1].isupper()


class PageWalk:
    """One pass over a page; use an instance once."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._block = _Block()
        self._starts = True
        self._outer_heading = 1
        self._tables = 0

    def lines(self, body: LexborNode) -> tuple[Line, ...]:
        """All lines below a node, furniture included, in the order of the page."""
        stack: list[tuple[LexborNode, _Context, bool]] = [(body, _Context(), True)]
        while stack:
            node, context, entering = stack.pop()
            if not entering:
                self._flush(context)
                continue
            inner = self._enter(node, context)
            if inner is None:
                continue
            if node.tag in BLOCKS or inner.heading != context.heading:
                self._flush(context)
                stack.append((node, inner, False))
            stack.extend((child, inner, True) for child in reversed(list(children(node))))
        self._flush(_Context())
        return tuple(self._lines)

    def _enter(self, node: LexborNode, context: _Context) -> _Context | None:
        """The context of the node's children, or None where it has none to visit."""
        tag = node.tag or ""
        if tag == "-text":
            self._add(node.text_content or "", context)
        elif tag == "sup":
            self._add(superscript(node, "".join(self._block.parts[-1:])), context)
        elif tag == "br":
            self._break(context)
        elif not tag.startswith("-") and tag not in DROPPED and not self._took_rows(node, context):
            self._set_apart(node, context)
            return self._inside(node, tag, context)
        return None

    def _set_apart(self, node: LexborNode, context: _Context) -> None:
        """Two links side by side are two, and so are a number and its title; the page's style parts them."""
        before = node.prev
        if before is None or before.tag == "-text":
            return
        parts = self._block.parts
        numbered = 0 < len(parts) <= _MOST_PARTS and _LABEL.fullmatch("".join(parts).strip()) is not None
        links = node.tag == "a" and before.tag == "a"
        if numbered or links or (before.tag not in BLOCKS and _begins_anew("".join(parts[-1:]), node)):
            self._add(" ", context)

    def _inside(self, node: LexborNode, tag: str, context: _Context) -> _Context | None:
        furniture = context.furniture or is_furniture(node, inside_content=context.content)
        if furniture and not context.furniture and tag not in BLOCKS:
            return None
        folds = context.folds + is_fold(node)
        heading = context.heading or heading_level(node, self._outer_heading + max(folds - 1, 0))
        if heading and not (context.heading or furniture) and is_true_heading(node):
            self._outer_heading = heading
        lists = tag in {"ul", "ol"}
        return replace(
            context,
            furniture=furniture,
            content=context.content or tag in {"main", "article", "section"},
            heading=heading,
            depth=context.depth + lists,
            item=tag == "li" or (context.item and not lists and tag not in {"table", "dl"}),
            caption=context.caption or tag in {"caption", "figcaption"},
            bold=context.bold or tag in {"b", "strong", "dt", "th"},
            italic=context.italic or tag in {"i", "em"},
            link=context.link or tag == "a",
            within=context.within or (tag == "a" and leads_within(node)),
            folds=folds,
        )

    def _add(self, text: str, context: _Context) -> None:
        self._block.parts.append(text)
        count = len(text.strip())
        self._block.characters += count
        self._block.bold += count * context.bold
        self._block.italic += count * context.italic
        self._block.links += context.link and count > 0
        self._block.linked += count * context.link
        self._block.within += count * context.within

    def _break(self, context: _Context) -> None:
        """A <br> ends a line; two of them, or one after a short or finished line, end the paragraph."""
        if context.heading is not None:
            self._add(" ", context)
            return
        text = squeezed("".join(self._block.parts))
        if not text:
            self._starts = True
            return
        self._flush(context)
        self._starts = len(text) < _SHORT or _ENDS.search(text) is not None

    def _flush(self, context: _Context) -> None:
        block, self._block = self._block, _Block()
        starts, self._starts = self._starts, True
        text = squeezed("".join(block.parts))
        if not text:
            return
        role, level = context.role()
        if role != "heading" and block.is_menu():
            role, level = "furniture", None
        if role == "heading" and self._lines and _NUMBER.fullmatch(self._lines[-1].text):
            text = f"{self._lines.pop().text} {text}"
        if role != "heading" and _LABEL.fullmatch(text):
            self._block.parts.append(f"{text} ")
            return
        self._lines.append(Line(text, style=block.style(), role=role, level=level, starts_block=starts))

    def _took_rows(self, node: LexborNode, context: _Context) -> bool:
        """Take a table or definition list as rows, unless it only lays out the page."""
        find_rows = _MAY_HOLD_ROWS.get(node.tag or "")
        rows = find_rows(node) if find_rows and not (context.furniture or context.heading) else None
        if rows is None or is_furniture(node, inside_content=context.content):
            return False
        self._flush(context)
        caption = node.css_first("caption")
        if caption is not None and (text := squeezed(caption.text())):
            self._lines.append(Line(text, role="caption", starts_block=True))
        self._tables += 1
        for row in rows:
            self._lines.append(
                Line(" | ".join(row), role="table_row", cells=row, table=self._tables, starts_block=True)
            )
        return True
