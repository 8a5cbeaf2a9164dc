"""What a theme costs in all: its taakvelden (task fields) in the newest paper that has them, one line each."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from index.store.fact_themes import of_taakveld
from index.store.rows import FactRow
from index.tracing.dossier_open import time_of
from index.tracing.theme_figures import SumKind, YearSum, year_sum
from ingest.fact_types import Amount

_CODE = re.compile(r"\s*(\d\d?\.[\d.]*\d[a-z]?)\s+(\S.*)", re.DOTALL)
_FEWEST = 2
"""Fields that have a sum of their own."""
_LAST_SAID: dict[SumKind, int] = {"sum": 0, "estimate": 1, "budget": 2, "revised": 3, "realised": 4}
"""Of one year a paper may give the budget and what came of it: the last that is known holds."""


@dataclass(frozen=True, slots=True)
class Taakveld:
    """A task field in a year; in whole euros, with the sign that the paper gives.

    Attributes:
        costs, income: None where the row doesn't give them, or gives nought.
        row: where it stands.
    """

    code: str
    name: str
    year: int
    kind: SumKind
    costs: float | None
    income: float | None
    row: FactRow


def taakvelden(facts: Iterable[FactRow], themes: Collection[str]) -> tuple[Taakveld, ...]:
    """The task fields of the themes by their codes, all of one table: that with most of them in the newest paper."""
    return of_one_table(
        row for row in facts if isinstance(row.fact, Amount) and not themes_of_field(row.fact).isdisjoint(themes)
    )


def of_one_table(rows: Iterable[FactRow], year: int | None = None) -> tuple[Taakveld, ...]:
    """The task fields of these sums, in order of place, of the table in the newest paper that has most of them.

    Args:
        year: of which sums are asked; without it each table gives those of the year of its paper.
    """
    tables: dict[tuple[int, tuple[str, ...]], dict[str | None, list[FactRow]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if isinstance(row.fact, Amount):
            tables[row.document.id, row.heading_path][row.fact.row].append(row)
    found = [
        held for named in tables.values() if (held := [one for cells in named.values() if (one := _field(cells, year))])
    ]
    best = max(found, key=lambda held: (time_of(held[0].row), len(held)), default=[])
    return tuple(sorted(best, key=lambda field: field.row.fact.start))


def themes_of_field(amount: Amount) -> frozenset[str]:
    """The themes of a sum in the row of a task field."""
    return of_taakveld(amount) if amount.row else frozenset()


def _field(cells: Sequence[FactRow], asked: int | None) -> Taakveld | None:
    """What the rows of one name give of a year, the costs and the income of which may stand below each other: of the
    year that is asked, else of that of the paper where it gives that, else of its first; None without a side."""
    sums = [(row, found) for row in cells if (found := year_sum(row)) and _side(row)]
    years = {found.year for _, found in sums}
    year = asked or (cells[0].document.year if cells[0].document.year in years else min(years, default=None))
    of_year = [(row, found) for row, found in sums if found.year == year]
    if year is None or not of_year:
        return None
    kind = max((found.kind for _, found in of_year), key=_LAST_SAID.__getitem__)
    sides = {_side(row): found for row, found in of_year if found.kind == kind}
    code, name = _named(cells[0])
    return Taakveld(code, name, year, kind, _euros(sides.get("last")), _euros(sides.get("bate")), cells[0])


def _side(row: FactRow) -> str | None:
    side = row.fact.direction if isinstance(row.fact, Amount) else None
    return side if side in {"last", "bate"} else None


def _euros(found: YearSum | None) -> float | None:
    return found.euros if found else None


def _named(row: FactRow) -> tuple[str, str]:
    """The code and the name of a row: "6.72a", "Jeugdhulp begeleiding"."""
    fact = row.fact
    label, code = (fact.row or "", fact.taakveld or "") if isinstance(fact, Amount) else ("", "")
    written = _CODE.fullmatch(label)
    return (written[1], written[2]) if written else (code, label)


def together(fields: Sequence[Taakveld]) -> tuple[float | None, float | None] | None:
    """What the fields cost and bring in together; None where one may hold another, or they are of several years or
    kinds: then nobody can add them up."""
    codes = [field.code for field in fields]
    is_nested = any(code != other and other.startswith(code) for code in codes for other in codes)
    if len(fields) < _FEWEST or is_nested or len({(field.year, field.kind) for field in fields}) > 1:
        return None
    return _sum(field.costs for field in fields), _sum(field.income for field in fields)


def _sum(sides: Iterable[float | None]) -> float | None:
    known = [side for side in sides if side is not None]
    return sum(known) if known else None
