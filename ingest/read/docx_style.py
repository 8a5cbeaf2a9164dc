"""How Word's styles make a paragraph look, and what they say that it is."""

import re
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn

from ingest.layout import PLAIN, Style

_HEADING_NAME = re.compile(r"(?:heading|kop)\s*([1-9])\b", re.IGNORECASE)
_TITLE_NAME = re.compile(r"(?:title|titel)\Z", re.IGNORECASE)
_LIST_NAME = re.compile(r"list|lijst|opsom", re.IGNORECASE)
_CAPTION_NAME = re.compile(r"caption|bijschrift", re.IGNORECASE)
_NO_LEVEL = 9
"""Word's outline level of body text."""

_DEEPEST = 20
"""Styles based on styles, at most; a damaged file may go round in a circle."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the style of a paragraph, its own settings and its runs make of it.

    Attributes:
        heading: level from 1, or None.
        number: (id of the list, level from 0) where it is numbered or bulleted.
    """

    style: Style = PLAIN
    heading: int | None = None
    number: tuple[str, int] | None = None
    listed: bool = False
    caption: bool = False


class Styles:
    """The styles of one document, each worked out once; `base` is how text looks that no style says anything of."""

    def __init__(self, document: Any) -> None:
        root = document.styles.element
        self._elements = {style.get(qn("w:styleId")): style for style in root.iter(qn("w:style"))}
        default = next((s for s in self._elements.values() if _is_default_paragraph(s)), None)
        self._default = default.get(qn("w:styleId")) if default is not None else ""
        self.base = Look(
            style=Style(size=_size(root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")))
        )
        self._looks: dict[str, Look] = {}

    def look(self, paragraph: Any) -> Look:
        """The look of a <w:p>."""
        settings = paragraph.find(qn("w:pPr"))
        name = settings.find(qn("w:pStyle")) if settings is not None else None
        look = self._style(name.get(qn("w:val")) if name is not None else self._default, 0)
        if settings is not None:
            look = _with_settings(look, settings)
        return replace(look, style=_with_runs(look.style, paragraph))

    def _style(self, identifier: str, depth: int) -> Look:
        if identifier in self._looks:
            return self._looks[identifier]
        element = self._elements.get(identifier)
        if element is None or depth > _DEEPEST:
            return self.base
        based = element.find(qn("w:basedOn"))
        look = self._style(based.get(qn("w:val")), depth + 1) if based is not None else self.base
        settings, runs = element.find(qn("w:pPr")), element.find(qn("w:rPr"))
        if settings is not None:
            look = _with_settings(look, settings)
        if runs is not None:
            look = replace(look, style=_merged(look.style, runs))
        name = element.find(qn("w:name"))
        look = _with_name(look, name.get(qn("w:val")) or "" if name is not None else "")
        self._looks[identifier] = look
        return look


def _is_default_paragraph(style: Any) -> bool:
    return bool(style.get(qn("w:default")) == "1" and style.get(qn("w:type")) == "paragraph")


def _with_name(look: Look, name: str) -> Look:
    heading = _HEADING_NAME.match(name)
    if heading:
        return replace(look, heading=int(heading[1]))
    if _TITLE_NAME.match(name):
        return replace(look, heading=1)
    return replace(
        look,
        listed=look.listed or _LIST_NAME.search(name) is not None,
        caption=look.caption or _CAPTION_NAME.search(name) is not None,
    )


def _with_settings(look: Look, settings: Any) -> Look:
    outline = _value(settings, "w:outlineLvl")
    if outline is not None and outline.isdecimal():
        look = replace(look, heading=int(outline) + 1 if int(outline) < _NO_LEVEL else None)
    numbering = settings.find(qn("w:numPr"))
    if numbering is None:
        return look
    identifier = _value(numbering, "w:numId") or (look.number[0] if look.number else "0")
    level = _value(numbering, "w:ilvl") or "0"
    numbered = identifier != "0" and level.isdecimal()
    return replace(look, number=(identifier, int(level)) if numbered else None)


def _with_runs(style: Style, paragraph: Any) -> Style:
    """The look that all runs with text share; where they differ, that of the style."""
    runs = [run for run in paragraph.iter(qn("w:r")) if any((t.text or "").strip() for t in run.iter(qn("w:t")))]
    looks = {_merged(style, run.find(qn("w:rPr"))) for run in runs}
    if len(looks) == 1:
        return looks.pop()
    bold = bool(looks) and all(look.bold for look in looks)
    return style._replace(bold=bold)


def _merged(style: Style, properties: Any) -> Style:
    if properties is None:
        return style
    colour = _value(properties, "w:color")
    return Style(
        size=_size(properties) or style.size,
        bold=_switched(properties, "w:b", style.bold),
        italic=_switched(properties, "w:i", style.italic),
        colour=f"#{colour.lower()}" if colour and re.fullmatch(r"[0-9A-Fa-f]{6}", colour) else style.colour,
    )


def _switched(properties: Any, name: str, before: bool) -> bool:
    """Whether a property is on that may be absent, on without a value, or switched off."""
    found = properties.find(qn(name))
    return before if found is None else found.get(qn("w:val"), "1") not in {"0", "false", "off"}


def is_on(properties: Any, name: str) -> bool:
    """Whether a property of a run is there and not switched off."""
    return properties is not None and _switched(properties, name, before=False)


def _size(properties: Any) -> float | None:
    """Points; Word counts in halves."""
    value = _value(properties, "w:sz") if properties is not None else None
    return int(value) / 2 if value and value.isdecimal() else None


def _value(element: Any, name: str) -> str | None:
    found = element.find(qn(name))
    return None if found is None else found.get(qn("w:val"))
