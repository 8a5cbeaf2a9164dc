"""What an element of a web page is: furniture, a heading, a block; and its text as one line."""

import re
from collections.abc import Iterator
from functools import cache

from selectolax.lexbor import LexborNode

from ingest.lexicon import read_words
from ingest.read.glyphs import is_footnote_mark, tidy

DROPPED = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "canvas",
        "video",
        "audio",
        "select",
        "textarea",
        "input",
        "datalist",
    }
)
BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "label",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    }
)
_FURNITURE_TAGS = frozenset({"nav", "aside", "menu", "search"})
_PAGE_EDGES = frozenset({"header", "footer"})
_NEVER_FURNITURE = frozenset({"html", "body", "main", "article", "h1", "h2", "h3", "h4", "h5", "h6"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ANY_HEADING = "h1, h2, h3, h4, h5, h6"
_ACCORDION = frozenset({"accordion", "collapse", "collapsible", "expandable", "uitklap", "uitklapper", "panel"})
_ACCORDION_HEAD = frozenset({"title", "header", "heading", "button", "trigger", "toggle", "titel", "kop", "head"})
_HEADING_NAMES = frozenset({"title", "titel", "kop", "heading"})
_LONGEST_HEADING = 120
_LONGEST_NAMED = 600
"""Characters of what is called a footer or the like and has headings: more than this is text after all."""

_FOLD = frozenset({"accordion", "item"})
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


def children(node: LexborNode) -> Iterator[LexborNode]:
    """The direct children of a node, text included."""
    child = node.child
    while child is not None:
        yield child
        child = child.next


@cache
def _furniture_words() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(entry.split("+")) for entry in read_words("html_furniture.txt"))


@cache
def _name_words(names: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORDS.findall(names))


@cache
def _is_furniture_name(names: str) -> bool:
    return any(entry <= _name_words(names) for entry in _furniture_words())


def _names(node: LexborNode) -> str:
    attributes = node.attributes
    return " ".join(filter(None, (attributes.get(key) for key in ("class", "id", "role"))))


_BOXES = frozenset({"dialog", "alertdialog"})
"""Roles of what opens over a page: a link to share, a notice, a form; whatever headings it has."""


def is_furniture(node: LexborNode, *, inside_content: bool) -> bool:
    """Whether an element is a menu, banner, form or button: nothing of the page's own text.

    An element named so that holds the page's content after all ("has-sidebar") is not.
    """
    tag = node.tag or ""
    if tag in _NEVER_FURNITURE:
        return False
    if tag in _FURNITURE_TAGS or (tag in _PAGE_EDGES and not inside_content):
        return True
    if tag == "button":
        return not (opens_something(node) or _is_all_of_heading(node))
    if node.attributes.get("role") in _BOXES or node.attributes.get("aria-modal") == "true":
        return True
    names = _names(node)
    if not (names and _is_furniture_name(names)) or node.css_first("main, article, h1") is not None:
        return False
    return node.css_first("h2") is None or len(node.text()) < _LONGEST_NAMED


def _is_all_of_heading(node: LexborNode) -> bool:
    return node.parent is not None and node.parent.tag in _HEADINGS and one_line(node.parent) == one_line(node)


def leads_within(node: LexborNode) -> bool:
    """Whether a link leads to a place on the page itself, or does something with it ("Naar boven", "Print")."""
    address = node.attributes.get("href") or ""
    return address != "#" and address.startswith(("#", "javascript:")) and not opens_something(node)


def opens_something(node: LexborNode) -> bool:
    """Whether an element is the visible head of an accordion."""
    attributes = node.attributes
    if "aria-expanded" in attributes or "collapse" in (attributes.get("data-toggle"), attributes.get("data-bs-toggle")):
        return True
    words = names_of(node)
    return bool(words & _ACCORDION and words & _ACCORDION_HEAD)


def is_true_heading(node: LexborNode) -> bool:
    """Whether an element says itself that it is a heading; the head of an accordion is one by its place."""
    return node.tag in _HEADINGS or node.attributes.get("role") == "heading"


def is_fold(node: LexborNode) -> bool:
    """Whether an element holds the head and the body of one part of an accordion, which may hold other accordions."""
    return node.tag == "details" or names_of(node) >= _FOLD


def names_of(node: LexborNode) -> frozenset[str]:
    """The words in an element's classes, in small letters."""
    return _name_words(node.attributes.get("class") or "")


def heading_level(node: LexborNode, outer: int) -> int | None:
    """The level of an element that is a heading; the head of an accordion is one below `outer`."""
    tag = node.tag or ""
    if tag in _HEADINGS:
        return _HEADINGS[tag]
    attributes = node.attributes
    if attributes.get("role") == "heading":
        level = attributes.get("aria-level") or ""
        return int(level) if level in {"1", "2", "3", "4", "5", "6"} else 2
    if tag in {"div", "p"} and (named := _HEADINGS.keys() & (attributes.get("class") or "").split()):
        return _HEADINGS[min(named)]
    folded = (tag == "summary" or opens_something(node)) and node.css_first(_ANY_HEADING) is None
    if folded or (tag in {"div", "p"} and _is_named_heading(node)):
        return min(outer + 1, 6)
    return None


def _is_named_heading(node: LexborNode) -> bool:
    """Whether an element is called a title and looks like one: a short line, no sentence, no blocks in it."""
    if not names_of(node) & _HEADING_NAMES or any(child.tag in BLOCKS for child in children(node)):
        return False
    text = one_line(node)
    return 0 < len(text) <= _LONGEST_HEADING and not text.endswith((".", ":", ";", ","))


def superscript(node: LexborNode, before: str) -> str:
    """The text of a <sup>: a footnote's mark is dropped, a power ("m2") and an ordinal ("1e") are kept."""
    text = node.text(strip=True)
    return "" if is_footnote_mark(text, before) else text


def one_line(node: LexborNode) -> str:
    """All text below a node as one line; blocks in it are set apart by a space."""
    parts: list[str] = []
    stack = [node]
    while stack:
        current = stack.pop()
        tag = current.tag or ""
        if tag == "-text":
            parts.append(current.text_content or "")
        elif tag == "sup":
            parts.append(superscript(current, parts[-1] if parts else ""))
        elif tag not in DROPPED and not tag.startswith("-"):
            if tag in BLOCKS or tag == "br":
                parts.append(" ")
            stack.extend(reversed(list(children(current))))
    return squeezed("".join(parts))


def squeezed(text: str) -> str:
    """White space of the source, line ends included, as one space; odd characters as a reader sees them."""
    return tidy(" ".join(text.split()))
