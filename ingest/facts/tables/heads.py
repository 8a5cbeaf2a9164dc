"""What stands over the columns of a table of money: years, baten and lasten, and the unit of its figures."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.composing.hyphens import meet
from ingest.facts.tables.figures import is_letter, is_nil, is_year, years_in
from ingest.grammar.clauses import clauses
from ingest.lexicon import read_words

_UNIT = re.compile(
    r"(?:(?P<thousand>(?:[x×*]|\bmaal|\bin)[ \u00a0]*\(?(?:€|EUR|euro)?[ \u00a0]*1[.]?000(?![.\d])"
    r"|\bin duizend(?:en|tallen)?\b"
    r"|\bx duizend\b|€[ \u00a0]?1\.000(?=,-|\))|€[ \u00a0]?[x×*][ \u00a0]?1\.?000(?!\d))"
    r"|(?P<million>(?:[x×*]|\bin)[ \u00a0]*\(?(?:€|EUR|euro)?[ \u00a0]*"
    r"(?:1\.000\.000|(?:1[ \u00a0]?)?(?:mln|miljoen(?:en)?)\b)"
    r"|€[ \u00a0]?mln\b)"
    r"|(?P<one>\bx[ \u00a0]*(?:€|EUR)[ \u00a0]*1(?![.\d])|\b(?:bedrag(?:en)?|alles|cijfers) in (?:€|euro|hele euro)"
    r"|\(in (?:hele )?(?:€|euro['’]?s?)\)))",
    re.IGNORECASE,
)
_UP_TO_YEAR = re.compile(r".*?(?<!\d)(?:19[89]|20[0-4])\d(?!\d)")
_PERIOD = re.compile(r"\d{4}[ \u00a0]?(?:[-–/]|t/m|tot|en)[ \u00a0]?\d{4}|(?<![-/]\d)(?<![-/]\d\d)(?<=\d)[-/]\d{4}")
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+")
_ITEM = re.compile(r"\s*[•◦▪*–-]\s")
_SENTENCE_END = re.compile(r"[a-zà-ÿ\d)”’\"][.!](?:\s+[A-Z]|\s*\Z)")


@dataclass(frozen=True, slots=True)
class Shape:
    """Which cells of a full row hold its figures.

    Attributes:
        cells: of a full row.
        first: the place of the first that is no label.
        without: places after that which hold no figures but the letters V and N.
    """

    cells: int
    first: int
    without: frozenset[int] = frozenset()

    @property
    def width(self) -> int:
        """How many columns of figures there are."""
        return self.cells - self.first - len(self.without)

    def figures(self, cells: Sequence[str]) -> list[str]:
        """The cells of a full row that stand in the columns of figures."""
        return [cell for place, cell in enumerate(cells) if place >= self.first and place not in self.without]


def unit_in(texts: Iterable[str]) -> float | None:
    """The unit that a text states, the last one counting: 1000.0 for "(bedragen x € 1.000)"; None without one."""
    unit = None
    for text in texts:
        for found in _UNIT.finditer(text):
            unit = {"thousand": 1e3, "million": 1e6, "one": 1.0}[found.lastgroup or "one"]
    return unit


def without_unit(text: str) -> str:
    """The text without the unit in it, brackets and "bedragen" included."""
    rest = _UNIT.sub("", text)
    return re.sub(r"[\s,.:;(]*(?:(?:alle )?bedrag(?:en)?)?[\s,.:;()-]*$", "", rest, flags=re.IGNORECASE)


def without_period(text: str) -> str:
    """The text without periods such as "2026-2029", whose years are of no column."""
    return _PERIOD.sub("", text)


def titles_of(captions: Sequence[str]) -> Sequence[str]:
    """The texts right above a table that say what it is, in order: those below the last running text or list item."""
    running = (i for i in range(len(captions), 0, -1) if _is_running(captions[i - 1]))
    return captions[next(running, 0) :]


def _is_running(text: str) -> bool:
    if _ITEM.match(text):
        return True
    return bool(_SENTENCE_END.search(text)) and any(part.verbs for part in clauses(text, 0, len(text)))


def single_year(text: str) -> int | None:
    """The one year that a text names; None if it names none, several or a period."""
    years = years_in(text)
    return years[0] if len(years) == 1 and not _PERIOD.search(text) else None


@cache
def _money_heads() -> frozenset[str]:
    return frozenset(read_words("money_heads.txt"))


def speaks_of_money(text: str) -> bool:
    """Whether a head names money: "Begroting 2023", "Lasten"."""
    return "€" in text or any(word.lower() in _money_heads() for word in _WORD.findall(text))


def columns_of(heads: Sequence[Sequence[str]], shape: Shape) -> list[str]:
    """The full head of each column of figures, put together from the head rows; "" where it can't be told.

    A head that spans columns is repeated over them: "2023 | 2024" over six columns is three times each.
    """
    heads = _aligned([head for head in heads if not _is_empty_row(head)], shape)
    placed = [_placed(head, shape) for head in heads]
    groups = next((found for row in reversed(placed) if (found := _groups(row, shape.width))), [])
    columns = [""] * shape.width
    for head, row in zip(heads, placed, strict=True):
        for i, piece in enumerate(row or _over_groups(_cut(head), groups) or _by_year(head, shape.width)):
            columns[i] = "".join((*meet(columns[i], piece), piece)).strip()
    return columns


def _is_empty_row(head: Sequence[str]) -> bool:
    """Whether it is no head but a row of a table that has no figures: "Subtotaal | - | -"."""
    figures = [cell for cell in head if cell][1:]
    return bool(figures) and all(map(is_nil, figures))


def _aligned(heads: Sequence[Sequence[str]], shape: Shape) -> Sequence[Sequence[str]]:
    """The head rows without their first cell where two of them, number and name, head labels that the rows have in one
    cell."""
    wider = [head for head in heads if len(head) == shape.cells + 1]
    if not any(all(head[:2]) and not any(map(_heads_a_column, head[:2])) for head in wider):
        return heads
    return [head[1:] if head in wider else head for head in heads]


def _placed(head: Sequence[str], shape: Shape) -> list[str]:
    """A head for each column; [] where it can't be told which is whose."""
    if len(head) == shape.cells and shape.cells > 1:
        exact = ["" if unit_in((cell,)) else cell for cell in shape.figures(head)]
        printed = [cell for cell in exact if cell]
        if any(len(_pieces([cell])) > 1 for cell in printed):
            return _spread(_cut(head), shape.width)
        if len(printed) == len(exact):
            return exact
        return (_spread(printed, shape.width) if _is_spaced(exact) else []) or exact
    return _spread(_cut(head), shape.width)


def _cut(head: Sequence[str]) -> list[str]:
    """The heads in a row that is no full one, without empty cells, letters and a unit that stands alone."""
    cells = [cell for cell in head if cell and not is_letter(cell)]
    return _pieces(["" if unit_in((cell,)) and len(cells) > 1 else cell for cell in cells])


def _is_spaced(cells: list[str]) -> bool:
    """Whether the heads that are printed each stand over as many columns."""
    places = [place for place, cell in enumerate(cells) if cell]
    if len(places) < 2 or len(cells) % len(places):
        return False
    span = len(cells) // len(places)
    return all(place // span == number for number, place in enumerate(places))


def _groups(columns: list[str], width: int) -> list[int]:
    """For each column the number of its group, where the heads begin anew: lasten, baten, saldo, lasten, baten."""
    if len(columns) != width or not all(columns):
        return []
    groups: list[int] = []
    seen: set[str] = set()
    for column in columns:
        if column.lower() in seen:
            seen = set()
            groups.append(groups[-1] + 1)
        else:
            groups.append(groups[-1] if groups else 0)
        seen.add(column.lower())
    return groups if groups and 0 < groups[-1] < width - 1 else []


def _over_groups(pieces: list[str], groups: list[int]) -> list[str]:
    """Each piece over the columns of its group; a label may stand before them."""
    if not groups:
        return []
    for kept in (pieces, pieces[1:]):
        if len(kept) == groups[-1] + 1:
            return [kept[group] for group in groups]
    return []


def _by_year(head: Sequence[str], width: int) -> list[str]:
    """The only year that a row of heads names, over all columns."""
    years = {year for cell in head for year in years_in(cell)}
    return [str(year) for year in years for _ in range(width)] if len(years) == 1 else []


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
    for drop in (0, 1, 2):
        kept = pieces[drop:]
        if drop == 0 and len(pieces) > 1 and not _heads_a_column(pieces[0]) and len(pieces) != wanted:
            continue
        if drop == len(("label", "label")) and (len(kept) != wanted or any(map(_heads_a_column, pieces[:drop]))):
            continue
        if kept and wanted % len(kept) == 0 and (len(kept) > 1 or wanted == 1 or len(pieces) == 1):
            return [piece for piece in kept for _ in range(wanted // len(kept))]
    return []


def _heads_a_column(piece: str) -> bool:
    return bool(years_in(piece)) or speaks_of_money(piece)
