"""Abbreviations as a text itself explains them: "Integraal Veiligheidsplan (IVP)", "IVP | Integraal Veiligheidsplan".

Whether some words are what the letters stand for is decided as Schwartz and Hearst do ("A simple algorithm for
identifying abbreviation definitions in biomedical text", 2003): each letter is found in them from the end on, the
first at the start of a word. It finds the parts of compounds too: the P of IVP stands in "Veiligheidsplan".
"""

import re
from collections.abc import Iterator

from index.language.fold import fold

_SHORT = r"[A-Za-z][A-Za-z0-9]{1,8}"
_IN_BRACKETS = re.compile(rf"\((?:de |het |hierna:? ?)?['‘\"]?(?P<short>{_SHORT})['’\"]?\)")
_BEFORE_BRACKETS = re.compile(rf"\b(?P<short>{_SHORT}) ?\((?P<long>[^()\n]{{6,80}})\)")
_ROW = re.compile(rf"^(?P<short>{_SHORT}) ?[|:=] ?(?P<long>[^|\n]{{6,80}})$", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+")
_FURTHEST = 120
"""Characters before the bracket in which the full name begins."""


def definitions(text: str) -> Iterator[tuple[str, str]]:
    """Each abbreviation that a text explains, as it is written there, with its full name."""
    for found in _IN_BRACKETS.finditer(text):
        before = text[max(0, found.start() - _FURTHEST) : found.start()].rsplit("\n", 1)[-1].rstrip()
        yield from _defined(found["short"], before)
    for pattern in (_BEFORE_BRACKETS, _ROW):
        for found in pattern.finditer(text):
            name = found["long"].strip()
            yield from ((short, whole) for short, whole in _defined(found["short"], name) if whole == name)


def _defined(short: str, before: str) -> Iterator[tuple[str, str]]:
    """The abbreviation with the end of the text before it that it stands for, where it stands for that."""
    if sum(letter.isupper() for letter in short) * 2 < len(short) and not short[0].isupper():
        return
    start = _start_of_name(fold(short), before.lower())
    name = before[start:] if start is not None else ""
    words = len(_WORD.findall(name))
    if name and words <= min(len(short) + 5, 2 * len(short)) and len(name) > len(short) + 3:
        yield short, name


def _start_of_name(short: str, before: str) -> int | None:
    place = len(before)
    for number in range(len(short) - 1, -1, -1):
        place = before.rfind(short[number], 0, place)
        while number == 0 and place > 0 and before[place - 1].isalnum():
            place = before.rfind(short[number], 0, place)
        if place < 0:
            return None
    return place
