"""Tables of figures: totals under a table, and whole tables computed from a CSV, so that the sums are right.

The CSV has a line per programme, taakveld and kind (last or bate), in thousands of euros:
`programma;programmanaam;taakveld;naam;soort;<column>;<column>...`; the columns are named as they are printed.
"""

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

from maken.delen import Row, Table

UNIT = "bedragen x € 1.000"
KEYS = 5
CODE_PART = re.compile(r"(\d+)([a-z]?)")


def number(cell: str) -> int | None:
    """The whole number in a Dutch cell: "€ 1.234" is 1234; None where there is none (a dash among them)."""
    digits = cell.replace("€", "").replace(".", "").replace("–", "-").strip()
    return int(digits) if digits.lstrip("-").isdigit() else None


def dutch(value: int) -> str:
    """1234 as "1.234"."""
    return f"{value:,}".replace(",", ".")


def with_totals(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, with those marked "+" filled in: the sum of the plain rows since the last such row."""
    filled: list[Row] = list(rows[:1])
    pending: list[Row] = []
    for row in rows[1:]:
        if row.mark == "+":
            filled.append(Row((row.cells[0], *_sums(pending, len(rows[0].cells))), "="))
            pending = []
            continue
        if not row.mark:
            pending.append(row)
        filled.append(row)
    return tuple(filled)


def _sums(rows: Iterable[Row], width: int) -> list[str]:
    columns = [[number(cell) for cell in cells] for cells in zip(*(row.cells[1:width] for row in rows), strict=True)]
    return [
        dutch(sum(value for value in column if value is not None)) if None not in column else "" for column in columns
    ]


class Figures:
    """The figures of one CSV; `totals` adds up any selection, column by column."""

    def __init__(self, path: Path) -> None:
        with path.open(encoding="utf-8", newline="") as file:
            lines = list(csv.reader(file, delimiter=";"))
        self.columns = lines[0][KEYS:]
        self.lines = [(line[:KEYS], [int(value) for value in line[KEYS:]]) for line in lines[1:]]

    def keys(self, index: int, name: int, programme: str | None = None) -> list[tuple[str, str]]:
        """The distinct codes in column `index` with the name beside them, in the order of the file."""
        pairs = [(key[index], key[name]) for key, _ in self.lines if programme in {None, key[0]}]
        return list(dict.fromkeys(pairs))

    def totals(self, wanted: Callable[[list[str]], bool]) -> list[int]:
        chosen = [values for key, values in self.lines if wanted(key)]
        return [sum(column) for column in zip(*chosen, strict=True)] if chosen else [0] * len(self.columns)


@cache
def figures(path: Path) -> Figures:
    return Figures(path)


def computed_table(path: Path, view: str) -> Table:
    """The table that a `::cijfers` line asks for."""
    name, _, argument = view.partition(" ")
    views: dict[str, Callable[[Figures, str], Table]] = {
        "programma": _programme,
        "overzicht": _overview,
        "taakvelden": _fields,
        "meerjaren": _outlook,
    }
    return views[name](figures(path), argument)


def _programme(data: Figures, code: str) -> Table:
    """What a programme costs: its taakvelden, costs and income, with totals and balance."""
    rows = [Row(("Taakveld", *data.columns))]
    for kind, title in (("last", "Lasten"), ("bate", "Baten")):
        rows.append(Row((title, *[""] * len(data.columns)), "="))
        for key, values in data.lines:
            if key[0] == code and key[4] == kind:
                rows.append(Row((f"{key[2]} {key[3]}", *map(dutch, values))))
        rows.append(Row((f"Totaal {title.lower()}", *map(dutch, _of(data, kind, programme=code))), "="))
    rows.append(Row(("Saldo van baten en lasten", *map(dutch, _balance(data, programme=code))), "="))
    return Table(UNIT, tuple(rows), (34, *[11] * len(data.columns)))


def _overview(data: Figures, column: str) -> Table:
    return _per_key(data, column, "Programma", data.keys(0, 1), 0)


def _fields(data: Figures, column: str) -> Table:
    ordered = sorted(data.keys(2, 3), key=lambda pair: [(int(n), rest) for n, rest in CODE_PART.findall(pair[0])])
    return _per_key(data, column, "Taakveld", ordered, 2)


def _per_key(data: Figures, column: str, title: str, keys: list[tuple[str, str]], index: int) -> Table:
    at = data.columns.index(column)
    rows = [Row((title, "Lasten", "Baten", "Saldo"))]
    for code, name in keys:
        costs = data.totals(lambda key, code=code: key[index] == code and key[4] == "last")[at]  # type: ignore[misc]
        income = data.totals(lambda key, code=code: key[index] == code and key[4] == "bate")[at]  # type: ignore[misc]
        rows.append(Row((f"{code} {name}", dutch(costs), dutch(income), dutch(income - costs))))
    rows.append(Row(("Resultaat",), "+"))
    return Table(f"{UNIT} – {column}", with_totals(rows), (52, 16, 16, 16))


def _outlook(data: Figures, _: str) -> Table:
    rows = [Row(("Saldo per programma", *data.columns))]
    for code, name in data.keys(0, 1):
        rows.append(Row((f"{code} {name}", *map(dutch, _balance(data, programme=code)))))
    rows.append(Row(("Resultaat",), "+"))
    return Table(UNIT, with_totals(rows), (34, *[11] * len(data.columns)))


def _of(data: Figures, kind: str, *, programme: str) -> list[int]:
    return data.totals(lambda key: key[0] == programme and key[4] == kind)


def _balance(data: Figures, *, programme: str) -> list[int]:
    pairs = zip(_of(data, "bate", programme=programme), _of(data, "last", programme=programme), strict=True)
    return [income - costs for income, costs in pairs]
