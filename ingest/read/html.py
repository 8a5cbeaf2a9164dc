"""Reads web pages: every paragraph, heading, list item and table row is a line, in the order of the page."""

import re
from collections import Counter
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from ingest.errors import DamagedFile, EmptyFile, UnsupportedFormat
from ingest.layout import Reading
from ingest.read.glyphs import tidy
from ingest.read.html_walk import PageWalk
from ingest.read.text import is_binary

MAX_DEPTH = 3_000
"""Nesting above which a page is refused: the parser's time grows with its square (100,000 deep took 130 s).
Real pages stay under 100."""

MAX_BYTES = 60_000_000
"""The largest begroting saved as one page was 9 MB; parsing takes about ten times the file's size in memory."""

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_TAG = re.compile(
    r"""<!--(?s:.*?)(?:-->|\Z)
    | <(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)\b (?s:.*?) (?:</(?P=raw)\b|\Z)
    | <(?P<end>/?) (?P<name>[a-z][^\s/>]*) (?:[^>=]|=\s*(?:"[^"]*(?:"|\Z)|'[^']*(?:'|\Z))?)*+""",
    re.IGNORECASE | re.VERBOSE,
)
"""What may nest, as a parser sees it: not what stands in a comment, a script or the value of an attribute."""

_UNCLOSED = frozenset(
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "optgroup",
        "colgroup",
        "caption",
        "body",
        "html",
        "head",
    }
)
_LATIN1 = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "iso_8859-1", "l1"})
"""What browsers read as Windows-1252 when a page declares it."""

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_html(path: Path) -> Reading:
    """Read a saved web page. Nothing is fetched and no script runs; furniture gets the role "furniture".

    Raises:
        EmptyFile: the page has no text.
        UnsupportedFormat: the bytes are no text.
        DamagedFile: it is nested or sized beyond what a page can be.
    """
    data = path.read_bytes()
    if len(data) > MAX_BYTES:
        raise DamagedFile(f"{path.name} is te groot voor een webpagina.", "Sla de pagina op in delen, of als pdf.")
    if not data.startswith(tuple(mark for mark, _ in _BOMS)) and is_binary(data):
        raise UnsupportedFormat(f"{path.name} is geen webpagina.", "Sla de pagina opnieuw op.")
    markup, problems = decode_html(data)
    if _too_deep(markup):
        raise DamagedFile(f"{path.name} is geen gewone webpagina: te diep genest.", "Sla de pagina op als pdf.")
    tree = LexborHTMLParser(markup)
    lines = PageWalk().lines(tree.body) if tree.body is not None else ()
    if not any(line.role != "furniture" for line in lines):
        if not lines:
            raise EmptyFile(f"{path.name} heeft geen tekst.", "Sla de pagina opnieuw op als zij helemaal geladen is.")
        problems = (*problems, "Op de pagina staat geen lopende tekst, alleen menu's en dergelijke.")
    return Reading(
        format="html",
        lines=lines,
        title=_title(tree),
        url=_address(tree),
        hints=tuple(_hints(tree)),
        problems=problems,
    )


def decode_html(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode by byte order mark, the page's own declaration, else UTF-8, else cp1252; and the problems."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), ()
    declared = _declared_encoding(data)
    for encoding in dict.fromkeys((declared or "utf-8", "utf-8")):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        return text, ()
    problem = "De tekens van de pagina kloppen niet met wat zij opgeeft; gelezen als Windows-1252."
    return data.decode("cp1252", errors="replace"), (problem,) if declared else ()


def _declared_encoding(data: bytes) -> str | None:
    found = _META_CHARSET.search(data[:8192])
    if not found:
        return None
    name = found[1].decode("ascii").lower()
    if name.startswith("utf-16"):
        return "utf-8"
    return "cp1252" if name in _LATIN1 else name


def _too_deep(markup: str) -> bool:
    """Counts what stays open; the end of something that isn't open closes nothing, as in a parser."""
    opened: Counter[str] = Counter()
    depth = 0
    for found in _TAG.finditer(markup):
        name = (found["name"] or "").lower()
        if not name or name in _UNCLOSED or (opened["svg"] and found[0].endswith("/")):
            continue
        if not found["end"]:
            opened[name] += 1
            depth += 1
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
        if depth > MAX_DEPTH:
            return True
    return False


def _title(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first("head > title")
    return (tidy(node.text()) or None) if node is not None else None


def _address(tree: LexborHTMLParser) -> str | None:
    for selector, attribute in (
        ("link[rel=canonical]", "href"),
        ("meta[property='og:url']", "content"),
        ("base", "href"),
    ):
        node = tree.css_first(selector)
        address = node.attributes.get(attribute) if node is not None else None
        if address and address.startswith(("http://", "https://")):
            return address
    return None


def _hints(tree: LexborHTMLParser) -> list[tuple[str, str]]:
    hints = []
    for node in tree.css("meta"):
        attributes = node.attributes
        name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop")
        content = tidy(attributes.get("content") or "")
        if name and content and name.lower() != "viewport":
            hints.append((name, content))
    return hints
