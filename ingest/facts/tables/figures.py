"""What a cell of a table of money holds: a figure with its sign, nothing, a year, or a letter that tells a sign."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.facts.money import parse_number

_SPACE = "[ \u00a0\u2009\u202f]"
_MINUS = r"-/-|[-−–]"
_CELL = re.compile(
    rf"(?:(?P<before>[VN]){_SPACE})?(?P<sign>{_MINUS}|\+|\()?{_SPACE}*(?P<euro>€)?{_SPACE}*(?P<sign2>{_MINUS}|\+)?{_SPACE}*"
    rf"(?P<number>\d{{1,3}}(?:[.\u00a0]\d{{3}})+(?:,\d{{1,2}})?|\d{{1,3}}(?:(?:['’]|{_SPACE})\d{{3}})+|\d+(?:,\d{{1,3}})?)"
    rf"(?:,-+)?(?P<close>\))?{_SPACE}*(?P<scale>mln\.?|miljoen|mld\.?)?{_SPACE}*(?P<minus>{_MINUS})?"
    rf"(?:\(?(?P<after>[VvNn]|nadelig|voordelig|nadeel|voordeel)\)?)?(?:{_SPACE}?(?:\*{{1,3}}|\d\)))?"
)
_NIL = re.compile(r"(?:€[ \u00a0]*)?(?:[-–−]|0(?:,0+)?|pm|p\.m\.|n\.v\.t\.?|nihil)(?:[ \u00a0]*[-–])?", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19[89]|20[0-4])\d(?!\d)")
_LETTER = re.compile(r"[VN]|[vn]|[VN] ?(?:/|of) ?[VN]|(?:na|voor)de(?:lig|el)(?: ?/ ?(?:na|voor)de(?:lig|el))?", re.I)
_SPACED = re.compile(rf"[-−–(]?\d{{1,3}}(?:{_SPACE}\d{{3}})+\)?")
_DOTTED = re.compile(r"\d\.\d{3}(?!\d)")
_SCALES = {"mln": 1e6, "miljoen": 1e6, "mld": 1e9}
_SHORTEST_NEGATIVE = 3
_FEWEST_SUMMED = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell that holds a sum: its value as printed, and what is printed with it.

    Attributes:
        balance: a letter or word beside it says that it is to someone's advantage or not.
        note_like: it may be the number of a note: one or two digits in brackets.
    """

    value: float
    has_euro: bool = False
    scale: float = 1.0
    balance: bool = False
    note_like: bool = False
    bracketed: bool = False


def figure_in(cell: str) -> Figure | None:
    """The sum that a whole cell holds; None for text, percentages, years and dates."""
    found = _CELL.fullmatch(cell)
    if not found or (is_year(cell) and not found["euro"]):
        return None
    bracketed = found["sign"] == "("
    if bracketed != (found["close"] is not None):
        return None
    digits = re.sub(r"[ \u2009\u202f'’]", ".", found["number"])
    kind = (found["before"] or found["after"] or "").upper()[:1]
    signs = (found["sign"] or "+", found["sign2"] or "+", found["minus"] or "+")
    minus = kind == "N" or any(sign != "+" for sign in signs)
    value, _ = parse_number(digits)
    scale = _SCALES.get((found["scale"] or "").rstrip(".").lower(), 1.0)
    short = digits.isdigit() and len(digits) < _SHORTEST_NEGATIVE
    note_like = bracketed and short and not found["euro"]
    return Figure(-value if minus else value, found["euro"] is not None, scale, bool(kind), note_like, bracketed)


def is_nil(cell: str) -> bool:
    """Whether a cell says that there is nothing: "-", "0", "p.m."."""
    return _NIL.fullmatch(cell) is not None


def is_year(cell: str) -> bool:
    """Whether a whole cell is a year."""
    return _YEAR.fullmatch(cell) is not None


def is_letter(cell: str) -> bool:
    """Whether a cell only says that the figure before it is an advantage (V) or not (N), or is the head of such."""
    return _LETTER.fullmatch(cell) is not None


def years_in(text: str) -> list[int]:
    """The years in a head, each once, in order."""
    return list(dict.fromkeys(int(year) for year in _YEAR.findall(text)))


def sums_up(cells: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether cells are nothing but figures, each the sum of those above it in two rows or more, but for rounding."""
    printed = [cell for cell in cells if cell]
    own, *above = ([figure.value for cell in row if (figure := figure_in(cell))] for row in (printed, *rows))
    if not own or len(own) != len(printed) or len(above) < _FEWEST_SUMMED or {len(row) for row in above} != {len(own)}:
        return False
    return all(abs(sum(column) - total) < len(above) for *column, total in zip(*above, own, strict=True))


def parts_thousands_by_space(cells: list[str]) -> bool:
    """Whether "12 345" in these cells is one figure: many are printed so, and none with a full stop."""
    spaced = sum(_SPACED.fullmatch(cell) is not None for cell in cells)
    return spaced > 1 and not any(_DOTTED.search(cell) for cell in cells)
