"""Whether the words beside a name say that the office is held until another comes: "waarnemend", "a.i."."""

import re

_OFFICE = r"(?:burgemeester|(?:gemeente)?secretaris|(?:raads)?griffier)"
_INTERIM = rf"(?:(?:wnd\.?|waarnemend)[- ]?{_OFFICE}|{_OFFICE},? \(?(?:a\.i\.|a\.i\b|ad interim)\)?)"
_TITLE = r"(?:(?:de heer|mevrouw|dhr\.?|mevr\.?|mw\.?|(?:mr|drs|dr|ir|ing|prof)\.)\s)*"
_BEFORE = re.compile(rf"(?<!\w){_INTERIM}[:,]?\s{_TITLE}\Z", re.IGNORECASE)
_BEHIND = re.compile(rf"[ \u00a0]?[,(–-]?[ \u00a0]?{_INTERIM}(?!\w)", re.IGNORECASE)
_CELL = re.compile(rf"\s*{_INTERIM}\s*", re.IGNORECASE)
_LONGEST = 60


def is_interim(text: str, start: int, end: int) -> bool:
    """Of a name at this span: by the words right before or behind it, or by the cell below it."""
    if _BEFORE.search(text[max(0, start - _LONGEST) : start]) or _BEHIND.match(text, end):
        return True
    return bool(_CELL.fullmatch(_below(text, start)))


def _below(text: str, start: int) -> str:
    """The cell below the one at this place; empty where there is none."""
    head, _, rest = text[text.rfind("\n", 0, start) + 1 :].partition("\n")
    column = head.count("|", 0, start - text.rfind("\n", 0, start) - 1)
    cells = rest.partition("\n")[0].split("|")
    return cells[column] if column and column < len(cells) else ""
