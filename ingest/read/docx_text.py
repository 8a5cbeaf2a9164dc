"""The text of a paragraph of a Word document as a reader sees it, with its small signs and pictures."""

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from ingest.read.docx_style import is_on
from ingest.read.glyphs import is_footnote_mark, seen_in, tidy

PARAGRAPH, TABLE, TEXT_BOX = qn("w:p"), qn("w:tbl"), qn("w:txbxContent")
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HIDDEN = frozenset({TEXT_BOX, FALLBACK, TABLE, *(qn(f"w:{name}") for name in ("del", "moveFrom", "pPr"))})
_SPACES = frozenset(qn(f"w:{name}") for name in ("tab", "br", "cr", "ptab"))
_TEXT, _RUN, _NO_BREAK_HYPHEN, _SIGN = qn("w:t"), qn("w:r"), qn("w:noBreakHyphen"), qn("w:sym")
_RUN_SETTINGS, _FONTS, _CELL, _INLINE = qn("w:rPr"), qn("w:rFonts"), qn("w:tc"), qn("wp:inline")

_LARGEST_SIGN = 457_200
"""English metric units (half an inch): a picture in a line of text that is larger shows something of its own."""

_LONGEST_NAME = 60
"""Characters of the text in place of a picture; a longer one describes what is on it."""

_HOW_DRAWN = re.compile(r"\s+(?:met effen opvulling|with solid fill|silhouet|outline)\Z")
"""What Word adds to the name of each of its icons."""

_FIELD_MARK, _FIELD_CODE, _FIELD = qn("w:fldChar"), qn("w:instrText"), qn("w:fldSimple")
_CLOCK = re.compile(r"\s*(?:TIME|DATE)\b", re.IGNORECASE)
"""The field in which Word puts the day on which a file is opened or saved: no day of the paper."""

_PICTURE = re.compile("\ue000([^\ue001]*)\ue001")
_AS_SIGN = re.compile(r"(?<=\()\ue000([^\ue001]*)\ue001(?=\s*\))|\ue000([^\ue001]*)\ue001(?=\s*[=:])")
"""Where a legend says what a picture means: "gepland ([picture])", "[picture] = gepland"."""


def text_of(paragraph: Any) -> str:
    """The text of a paragraph as one line, without its text boxes and without what was deleted.

    A small picture is read by the text in its place where it is a sign: all that a cell has, or in a legend.
    """
    text = tidy("".join(_parts(paragraph)))
    if "\ue000" not in text:
        return text
    cell = next(paragraph.iterancestors(_CELL), None)
    has_words = cell is None or any((part.text or "").strip() for part in cell.iter(_TEXT))
    sign = None if has_words else _PICTURE.fullmatch(text)
    return sign[1] if sign else tidy(_PICTURE.sub("", _AS_SIGN.sub(lambda found: found[1] or found[2], text)))


def _parts(paragraph: Any) -> list[str]:
    parts: list[str] = []
    stack = [paragraph]
    fields: list[str] = []
    while stack:
        current = stack.pop()
        if current.tag in (_FIELD_MARK, _FIELD_CODE):
            _follow(fields, current)
        elif current.tag == _TEXT:
            is_clock = any(map(_CLOCK.match, fields))
            parts.append("" if is_clock else seen_in(_font(current), current.text or ""))
        elif current.tag in _SPACES:
            parts.append(" ")
        elif current.tag == _NO_BREAK_HYPHEN:
            parts.append("-")
        elif current.tag == _SIGN:
            parts.append(_sign(current))
        elif current.tag == _INLINE:
            parts.extend(_picture(current))
        elif current.tag not in _HIDDEN and not _is_mark(current, parts) and not _is_hidden(current):
            stack.extend(reversed(current))
    return parts


def _follow(fields: list[str], element: Any) -> None:
    """Keep what the fields are of that are open here, the outermost first."""
    mark = element.get(qn("w:fldCharType"))
    if mark == "begin":
        fields.append("")
    elif mark == "end" and fields:
        fields.pop()
    elif element.tag == _FIELD_CODE and fields:
        fields[-1] += element.text or ""


def _font(text: Any) -> str:
    """The font that a run names itself, "" where that is left to its style."""
    fonts = text.getparent().find(f"{_RUN_SETTINGS}/{_FONTS}")
    return (fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi")) or "") if fonts is not None else ""


def _sign(element: Any) -> str:
    """A character put in by "Insert symbol"."""
    code = element.get(qn("w:char")) or ""
    is_code = re.fullmatch(r"[0-9A-Fa-f]{1,4}", code)
    return seen_in(element.get(qn("w:font")) or "", chr(int(code, 16))) if is_code else ""


def _picture(inline: Any) -> Iterator[str]:
    size, named = inline.find(qn("wp:extent")), inline.find(qn("wp:docPr"))
    name = _HOW_DRAWN.sub("", " ".join((named.get("descr") or "").split())) if named is not None else ""
    sides = [size.get(side) or "" for side in ("cx", "cy")] if size is not None else [""]
    is_small = all(side.isdecimal() and int(side) <= _LARGEST_SIGN for side in sides)
    if is_small and 0 < len(name) <= _LONGEST_NAME:
        yield f"\ue000{name}\ue001"


def _is_mark(element: Any, before: list[str]) -> bool:
    """Whether a run is a raised digit that marks a footnote made by hand."""
    if element.tag != _RUN or element.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}[@{qn('w:val')}='superscript']") is None:
        return False
    text = "".join(part.text or "" for part in element.iter(_TEXT))
    return is_footnote_mark(text, "".join(before[-1:]))


def _is_hidden(element: Any) -> bool:
    """Whether it is text that Word doesn't show, or a clock."""
    if element.tag == _FIELD:
        return _CLOCK.match(element.get(qn("w:instr")) or "") is not None
    return element.tag == _RUN and is_on(element.find(_RUN_SETTINGS), "w:vanish")
