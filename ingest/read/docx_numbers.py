"""Word's automatic numbers ("2.1", "a)"), which are not in the text: counted here as Word counts them."""

from collections import defaultdict
from typing import Any

from docx.oxml.ns import qn

_LEVELS = 9
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Numbers:
    """Keeps the counters of all lists of a document; ask it once for each paragraph, in order."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0] * _LEVELS)
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return
        for abstract in root.iter(qn("w:abstractNum")):
            self._levels[abstract.get(qn("w:abstractNumId"))] = dict(_levels(abstract))
        for number in root.iter(qn("w:num")):
            target = number.find(qn("w:abstractNumId"))
            if target is not None:
                self._abstract[number.get(qn("w:numId"))] = target.get(qn("w:val"))

    def label(self, number_id: str, level: int) -> str:
        """The next number of a list at a level (from 0), as printed; "" for a bullet or an unknown list."""
        abstract = self._abstract.get(number_id, "")
        levels = self._levels.get(abstract, {})
        if level not in levels or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts[abstract]
        counts[level] = counts[level] + 1 if counts[level] else levels[level][2]
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        if levels[level][0] in {"bullet", "none"}:
            return ""
        label = levels[level][1]
        for place in range(level + 1):
            kind, _, start = levels.get(place, ("decimal", "", 1))
            label = label.replace(f"%{place + 1}", _written(counts[place] or start, kind))
        return label.strip()


def _levels(abstract: Any) -> Any:
    for level in abstract.iter(qn("w:lvl")):
        kind, text, start = (level.find(qn(name)) for name in ("w:numFmt", "w:lvlText", "w:start"))
        value = start.get(qn("w:val")) if start is not None else "1"
        yield (
            int(level.get(qn("w:ilvl"))),
            (
                kind.get(qn("w:val")) if kind is not None else "decimal",
                (text.get(qn("w:val")) or "") if text is not None else "",
                int(value) if value.isdecimal() else 1,
            ),
        )


def _written(number: int, kind: str) -> str:
    if kind in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in {"lowerRoman", "upperRoman"}:
        roman = _roman(number)
        return roman.upper() if kind == "upperRoman" else roman
    return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written
