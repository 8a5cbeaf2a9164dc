"""Amounts in tables: each figure with its row, column, year, taakveld and unit; the span is the row's."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal

from ingest.fact_types import Amount
from ingest.facts.money import money_in
from ingest.facts.table_heads import (
    Figure,
    columns_of,
    figure_in,
    is_nil,
    speaks_of_money,
    unit_in,
    years_in,
)
from ingest.facts.tables import Row, Table, tables_of
from ingest.lexicon import read_rows
from ingest.model import Document

PLACED = 0.9
UNPLACED = 0.75
DOUBTFUL = 0.5
"""Of a figure whose column is known, of one whose column isn't, and of one whose unit is in doubt."""

MOST_PER_INHABITANT = 20_000.0
MOST_WITHOUT_INHABITANTS = 1.5e9
"""No line of a municipality's budget is larger: in 2023 the largest total was some € 8,000 per inhabitant."""

_LONGEST_HEAD = 60
_MOST_WORDS = 6
_SHARE_ROUND = 0.8
_FEWEST_ROUND = 3
_LETTERS = re.compile(r"[A-Za-zÀ-ÿ]{3}")
_CODE = re.compile(r"(?P<code>\d\.\d{1,3}[a-d]?)[ \u00a0]+(?P<name>[A-Za-zÀ-ÿ].*)")
_CAPTION = re.compile(r"(?:tabel|overzicht|bron|programma|wat |\*|[-•]|\d+\.\d)", re.IGNORECASE)
_SIDE = re.compile(r"\b(?:baten|lasten|saldo)\b", re.IGNORECASE)
_SIDES = re.compile(r"\b(?:baten|lasten|saldo|resultaat|kosten|uitgaven|opbrengst(?:en)?|inkomsten)\b")
_NO_MONEY = re.compile(
    r"%|\bfte\b|\baantal\b|percentage|\bratio\b|inwoners\b|\bkans\b|kwarta(?:al|len)\b|factor|dichtheid|lengte\b|hectare|\bm2\b|leerlingen|solvabiliteit|schuldquote",
    re.IGNORECASE,
)


def table_amounts(document: Document) -> Iterator[Amount]:
    """Every sum in the tables that hold money; nils are left out."""
    ceiling = _ceiling(document.identity.municipality.value)
    unit: float | None = None
    for table in tables_of(document):
        for stretch in _stretches(table, unit if table.follows else None):
            yield from _amounts(document.text, stretch, ceiling)
            unit = stretch.unit


@cache
def _inhabitants() -> dict[str, int]:
    listed = files("ingest.data").joinpath("gemeenten.csv").read_text(encoding="utf-8").splitlines()
    counts = {row["naam"]: row["inwoners_2025"] for row in csv.DictReader(listed)}
    return {name: int(count) for name, count in counts.items() if count.isdigit()}


def _ceiling(municipality: str | None) -> float:
    inhabitants = _inhabitants().get(municipality or "")
    return inhabitants * MOST_PER_INHABITANT if inhabitants else MOST_WITHOUT_INHABITANTS


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of figures: `figures` has one for each column after the label, None for a nil."""

    row: Row
    label: str
    taakveld: str | None
    figures: tuple[Figure | None, ...]
    whole: bool


@dataclass(slots=True)
class _Stretch:
    """Rows under one set of heads; `unit` is what they state or, `inherited`, what the table above them states."""

    heads: list[tuple[str, ...]] = field(default_factory=list)
    lines: list[_Line] = field(default_factory=list)
    unit: float | None = None
    inherited: bool = False


def _stretches(table: Table, unit_above: float | None) -> Iterator[_Stretch]:
    unit = unit_in((table.after, *table.before))
    heads: list[tuple[str, ...]] = [(text,) for text in table.before if _is_head_text(text)]
    stretch = _Stretch(heads, unit=unit or unit_above, inherited=unit is None)
    group = ""
    for row in table.rows:
        stated = unit_in((*row.above, *row.cells))
        group = _group(row, group)
        line = _line(row, group)
        if not line and stretch.lines and _is_head(row.cells, first=False):
            yield stretch
            stretch = _Stretch(unit=stretch.unit, inherited=stretch.inherited)
        if stated:
            stretch.unit, stretch.inherited = stated, False
        if line:
            stretch.lines.append(line)
            continue
        if _is_head(row.cells, first=not stretch.lines):
            stretch.heads.extend([*((text,) for text in row.above if _is_head_text(text)), row.cells])
    yield stretch


def _is_head_text(text: str) -> bool:
    """Whether a text is a head of columns rather than a caption or a sentence."""
    words = text.split()
    if len(text) > _LONGEST_HEAD or len(words) > _MOST_WORDS or text.endswith((".", "?")):
        return False
    if _CAPTION.match(text) or unit_in((text,)) is not None:
        return False
    return bool(years_in(text)) or speaks_of_money(words[0])


def _is_head(cells: Sequence[str], *, first: bool) -> bool:
    """Whether a row without figures names columns: years, baten and lasten, a unit, or anything above the figures."""
    several = len(cells) > 1 and first
    return several or any(years_in(cell) or speaks_of_money(cell) for cell in cells) or unit_in(cells) is not None


def _group(row: Row, group: str) -> str:
    """The taakveld that the rows below belong to: "0.1 Bestuur" over rows "Baten", "Lasten" and "Saldo"."""
    for text in (*row.above, *row.cells[:2]):
        found = _CODE.match(text)
        if found and taakveld_of(text):
            return _SIDE.sub("", text).strip()
    return group if _SIDE.fullmatch(row.cells[0]) or not _LETTERS.search(row.cells[0]) else ""


def _line(row: Row, group: str) -> _Line | None:
    first = next((i for i, cell in enumerate(row.cells) if figure_in(cell) and _label_before(row, i)), None)
    if first is None:
        return None
    while first and is_nil(row.cells[first - 1]):
        first -= 1
    label = " ".join(cell for cell in row.cells[:first] if _LETTERS.search(cell)) or (
        row.above[-1] if row.above else ""
    )
    if group and _SIDE.fullmatch(label):
        label = f"{group} {label}"
    elif group and not label:
        label = group
    rest = row.cells[first:]
    figures = tuple(figure_in(cell) for cell in rest)
    whole = all(figure or is_nil(cell) for figure, cell in zip(figures, rest, strict=True))
    return _Line(row, label, taakveld_of(label), figures, whole)


def _label_before(row: Row, i: int) -> bool:
    """Whether a label precedes cell i, in the row or above it, so that the cell is no number of the row."""
    return any(_LETTERS.search(cell) for cell in row.cells[:i]) or (bool(row.above) and not _has_label(row))


def _has_label(row: Row) -> bool:
    return any(_LETTERS.search(cell) for cell in row.cells)


@cache
def _taakvelden() -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for row in read_rows("taakvelden.tsv"):
        names[row["code"]] = (*names.get(row["code"], ()), row["name"])
    return names


def taakveld_of(label: str) -> str | None:
    """The code of the taakveld that a label opens with, if its name agrees with the official one of any year."""
    found = _CODE.match(label)
    if not found:
        return None
    printed = re.sub(r"[^a-z]", "", found["name"].lower())[:3]
    official = _taakvelden().get(found["code"], ())
    return found["code"] if any(re.sub(r"[^a-z]", "", name.lower())[:3] == printed for name in official) else None


def _amounts(text: str, stretch: _Stretch, ceiling: float) -> Iterator[Amount]:
    heads = " ".join(cell for head in stretch.heads for cell in head)
    figures = [figure for line in stretch.lines for figure in line.figures if figure]
    has_euro = any(figure.has_euro for figure in figures)
    if not figures or not (stretch.unit or has_euro or speaks_of_money(heads)):
        yield from (amount for line in stretch.lines for amount in _in_words(text, line))
        return
    scale, doubtful = _scale(stretch, figures, ceiling)
    width = _usual_width(stretch.lines)
    columns = columns_of(stretch.heads, width)
    for line in stretch.lines:
        if _NO_MONEY.search(line.label):
            continue
        known = line.whole and len(line.figures) == width
        own = columns if known else columns_of(stretch.heads, len(line.figures)) if line.whole else []
        for i, figure in enumerate(line.figures):
            column = own[i] if i < len(own) else ""
            if figure and figure.value and not _NO_MONEY.search(column):
                yield _amount(text, line, figure, column if known else "", scale, doubtful=doubtful)
        yield from _in_words(text, line)


def _usual_width(lines: list[_Line]) -> int:
    """How many columns most rows fill; of two equally frequent widths the larger."""
    widths = Counter(len(line.figures) for line in lines)
    return max(widths, key=lambda width: (widths[width], width))


def _scale(stretch: _Stretch, figures: list[Figure], ceiling: float) -> tuple[float, bool]:
    """What to multiply with, once; doubtful where the stated unit and the figures contradict each other."""
    unit = stretch.unit
    values = sorted(abs(figure.value) for figure in figures if figure.value)
    if not unit or not values:
        return 1.0, bool(values) and not any(figure.has_euro for figure in figures) and values[-1] < 1e5
    if unit > 1:
        large = [value for value in values if value >= 1e3]
        rounded = sum(value % 1000 == 0 for value in large)
        if values[-1] * unit > ceiling or (len(large) >= _FEWEST_ROUND and rounded >= _SHARE_ROUND * len(large)):
            return 1.0, not stretch.inherited
    return unit, unit > 1 and any(figure.has_euro for figure in figures)


def _amount(text: str, line: _Line, figure: Figure, column: str, scale: float, *, doubtful: bool) -> Amount:
    confidence = DOUBTFUL if doubtful else PLACED if column else UNPLACED
    years = years_in(column)
    return Amount(
        line.row.start,
        line.row.end,
        text[line.row.start : line.row.end],
        confidence,
        value_eur=round(figure.value * (figure.scale if figure.scale > 1 else scale), 2),
        structural=_structural(f"{line.label} {column}"),
        direction="saldo" if figure.balance else _direction(column) or _direction(line.label),
        year=years[-1] if len(years) == 1 else None,
        taakveld=line.taakveld,
        row=line.label or None,
        column=column or None,
        scale_uncertain=doubtful,
    )


def _direction(words: str) -> Literal["last", "bate", "saldo"] | None:
    """The side that words name; the last one counts, and "baten en lasten" together are none."""
    sides = _SIDES.findall(re.sub(r"baten en lasten|lasten en baten", "", words.lower()))
    if not sides:
        return None
    last = sides[-1]
    if last in {"saldo", "resultaat"}:
        return "saldo"
    return "last" if last in {"lasten", "kosten", "uitgaven"} else "bate"


def _structural(words: str) -> Literal["structureel", "incidenteel"] | None:
    folded = words.lower()
    if "structure" in folded:
        return "structureel"
    return "incidenteel" if re.search(r"incidente|eenmalig", folded) else None


def _in_words(text: str, line: _Line) -> Iterator[Amount]:
    """Sums with a euro sign inside the cells that hold more than a figure."""
    row = line.row
    for cell in row.cells:
        if "€" not in cell or figure_in(cell) or unit_in((cell,)):
            continue
        for money in money_in(cell):
            if "€" in cell[money.start : money.end] and money.value:
                yield Amount(
                    row.start,
                    row.end,
                    text[row.start : row.end],
                    UNPLACED,
                    value_eur=round(money.value, 2),
                    row=line.label or None,
                )
