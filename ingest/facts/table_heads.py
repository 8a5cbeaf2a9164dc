"""What stands over the columns of a table of money: years, baten and lasten, and the unit of its figures."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.facts.money import parse_number
from ingest.lexicon import read_words

_UNIT = re.compile(
    r"(?:(?P<thousand>(?:[x×*]|\bmaal|\bin)[ \u00a0]*(?:€|EUR|euro)?[ \u00a0]*1[.]?000(?![.\d])"
    r"|\bin duizend(?:en|tallen)?\b"
    r"|\bx duizend\b|€[ \u00a0]?x?[ \u00a0]?1\.000(?=,-|\)))"
    r"|(?P<million>(?:[x×*]|\bin)[ \u00a0]*(?:€|EUR|euro)?[ \u00a0]*"
    r"(?:1\.000\.000|(?:1[ \u00a0]?)?(?:mln|miljoen(?:en)?)\b)"
    r"|€[ \u00a0]?mln\b)"
    r"|(?P<one>\bx[ \u00a0]*(?:€|EUR)[ \u00a0]*1(?![.\d])|\b(?:bedrag(?:en)?|alles|cijfers) in (?:€|euro|hele euro)))",
    re.IGNORECASE,
)
_CELL = re.compile(
    r"(?P<sign>[-−–+]|-/-|\()?[ \u00a0]*(?P<euro>€)?[ \u00a0]*(?P<sign2>[-−–+])?[ \u00a0]*"
    r"(?P<number>\d{1,3}(?:[.\u00a0]\d{3})+(?:,\d{1,2})?|\d+(?:,\d{1,3})?)(?:,-+)?\)?[ \u00a0]*"
    r"(?P<scale>mln\.?|miljoen|mld\.?)?[ \u00a0]*(?P<minus>-)?(?P<vn>[VvNn])?"
)
_NIL = re.compile(r"(?:€[ \u00a0]*)?(?:[-–−]|0|pm|p\.m\.|n\.v\.t\.?)(?:[ \u00a0]*[-–])?", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19[89]|20[0-4])\d(?!\d)")
_UP_TO_YEAR = re.compile(r".*?(?<!\d)(?:19[89]|20[0-4])\d(?!\d)")
_PERIOD = re.compile(r"\d{4}[ \u00a0]?(?:[-–/]|t/m|tot|en)[ \u00a0]?\d{4}|\d[-/]\d{4}")
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+")
_SCALES = {"mln": 1e6, "miljoen": 1e6, "mld": 1e9}


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell that holds a sum: its value as printed, and what is printed with it."""

    value: float
    has_euro: bool = False
    scale: float = 1.0
    balance: bool = False


def unit_in(texts: Iterable[str]) -> float | None:
    """The unit that a text states, the last one counting: 1000.0 for "(bedragen x € 1.000)"; None without one."""
    unit = None
    for text in texts:
        for found in _UNIT.finditer(text):
            unit = {"thousand": 1e3, "million": 1e6, "one": 1.0}[found.lastgroup or "one"]
    return unit


def figure_in(cell: str) -> Figure | None:
    """The sum that a whole cell holds; None for text, percentages, years and dates."""
    found = _CELL.fullmatch(cell)
    if not found or (is_year(cell) and not found["euro"]):
        return None
    value, _ = parse_number(found["number"])
    kind = (found["vn"] or "").upper()
    minus = (
        (found["sign"] or "+") in "-−–-/-(" or (found["sign2"] or "+") in "-−–" or bool(found["minus"]) or kind == "N"
    )
    scale = _SCALES.get((found["scale"] or "").rstrip(".").lower(), 1.0)
    return Figure(-value if minus else value, found["euro"] is not None, scale, bool(kind))


def is_nil(cell: str) -> bool:
    """Whether a cell says that there is nothing: "-", "0", "p.m."."""
    return _NIL.fullmatch(cell) is not None


def is_year(cell: str) -> bool:
    """Whether a whole cell is a year."""
    return _YEAR.fullmatch(cell) is not None


def years_in(text: str) -> list[int]:
    """The years in a head, each once, in order."""
    return list(dict.fromkeys(int(year) for year in _YEAR.findall(text)))


@cache
def _money_heads() -> frozenset[str]:
    return frozenset(read_words("money_heads.txt"))


def speaks_of_money(text: str) -> bool:
    """Whether a head names money: "Begroting 2023", "Lasten"."""
    return "€" in text or any(word.lower() in _money_heads() for word in _WORD.findall(text))


def columns_of(heads: Sequence[Sequence[str]], wanted: int) -> list[str]:
    """The full head of each of the `wanted` columns, put together from the head rows; "" where it can't be told.

    A head that spans columns is repeated over them: "2023 | 2024" over six columns is three times each.
    """
    columns = [""] * wanted
    for head in heads:
        cells = ["" if unit_in((cell,)) and len(head) > 1 else cell for cell in head]
        for i, piece in enumerate(_spread(_pieces(cells), wanted)):
            columns[i] = f"{columns[i]} {piece}".strip()
    return columns


def _pieces(cells: Sequence[str]) -> list[str]:
    """The cells, those that hold several heads ("Begroting 2025 Rekening 2024", "baten lasten saldo") cut up."""
    pieces: list[str] = []
    for cell in cells:
        by_year = _UP_TO_YEAR.findall(cell)
        if len(by_year) > 1 and not _PERIOD.search(cell) and "".join(by_year).strip() == cell.strip():
            pieces.extend(piece.strip() for piece in by_year)
            continue
        words = cell.split()
        several = len(words) > 1 and all(word.lower() in _money_heads() or is_year(word) for word in words)
        repeated = several and (len(set(map(str.lower, words))) < len(words) or all(map(is_year, words)))
        known = several and {"baten", "lasten"} <= set(map(str.lower, words))
        pieces.extend(words if repeated or known else [cell])
    return pieces


def _spread(pieces: list[str], wanted: int) -> list[str]:
    for drop in (0, 1):
        kept = pieces[drop:]
        if drop == 0 and len(pieces) > 1 and not _heads_a_column(pieces[0]) and len(pieces) != wanted:
            continue
        if kept and wanted % len(kept) == 0 and (len(kept) > 1 or wanted == 1 or len(pieces) == 1):
            return [piece for piece in kept for _ in range(wanted // len(kept))]
    years = {year for piece in pieces for year in years_in(piece)}
    return [str(year) for year in years for _ in range(wanted)] if len(years) == 1 else []


def _heads_a_column(piece: str) -> bool:
    return bool(_YEAR.search(piece)) or speaks_of_money(piece)
