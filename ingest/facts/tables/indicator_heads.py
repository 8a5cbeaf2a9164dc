"""Heads of tables of indicators: what each column holds and of which year, also where heads ran together."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, cast

from ingest.facts.tables.indicator_rows import apart, with_years
from ingest.facts.tables.rows import Row
from ingest.lexicon import read_rows

Kind = Literal["name", "unit", "source", "period", "value", "target", "other", "number"]

_YEAR = re.compile(r"(?<!\d)(?:19[89]|20[0-4])\d(?!\d)")
_YEAR_ALONE = re.compile(r"\((?:19|20)\d\d\)")
_BENCHMARK = re.compile(r"nederland|landelijk|vergelijkbare gemeenten|benchmark", re.IGNORECASE)
_LONGEST = 320
"""Characters of heads that ran together."""


@dataclass(frozen=True, slots=True)
class Head:
    """The columns of a table of indicators: what each holds, and its year where it has one.

    `printed` is False where the heads had run together, so that the number of cells tells nothing. `unit` is what
    the head says of all rows: "Indicator (per 1.000 inwoners)".
    """

    kinds: tuple[Kind | None, ...]
    years: tuple[int | None, ...]
    printed: bool = True
    unit: str | None = None

    @property
    def figures(self) -> list[int]:
        """The columns that hold figures, in order; those without a name to the right of a value among them."""
        return [
            i
            for i, kind in enumerate(self.kinds)
            if kind in {"value", "target"} or (kind in {"other", None} and "value" in self.kinds[:i])
        ]

    def fit(self, row: Row) -> Row:
        """The row with its cells taken apart, where it then has as many as the head."""
        if not self.printed or (len(row.cells) == len(self.kinds) and "number" not in self.kinds):
            return row
        cells = apart(with_years(row.cells), sourced="source" in self.kinds)
        return replace(row, cells=cells) if len(cells) == len(self.kinds) else row

    def going_on(self, cells: list[str]) -> "Head | None":
        """With the columns of a row of heads that goes on with this one; it may begin with the year of the last."""
        years = self.years
        if len(cells) == len(years) and any(cells) and all(not cell or _YEAR.fullmatch(cell) for cell in cells):
            return replace(self, years=tuple(year_in(cell) or year for cell, year in zip(cells, years, strict=True)))
        if len(cells) > 1 and _YEAR_ALONE.fullmatch(cells[0]):
            years, cells = (*years[:-1], year_in(cells[0])), cells[1:]
        kinds = [_kind_of(cell) for cell in cells]
        if not set(kinds) <= {"value", "target"}:
            return None
        return Head((*self.kinds, *kinds), (*years, *(year_in(cell) for cell in cells)), self.printed)

    def under(self, row: Row | None) -> "Head":
        """With what the groups of a row above it say of the years below: "Realisatie", blank, "Doel"."""
        if row is None or len(row.cells) != len(self.kinds):
            return self
        group: Kind | None = None
        kinds = list(self.kinds)
        for i, cell in enumerate(row.cells):
            group = _kind_of(cell) if cell else group
            if kinds[i] == "value" and group in ("value", "target"):
                kinds[i] = group
        return replace(self, kinds=tuple(kinds))


@cache
def _patterns() -> list[tuple[Kind, re.Pattern[str]]]:
    return [
        (cast(Kind, row["kind"]), re.compile(row["pattern"], re.IGNORECASE))
        for row in read_rows("indicator_heads.tsv")
        if row["kind"] != "series"
    ]


def _kind_of(head: str) -> Kind | None:
    bare = re.sub(
        r"[ ]?\((?:%|jaar(?:tal)?|abs\.?|per [^()]+|aantal[^()]*|x [^()]+|(?:19|20)\d\d)\)$", "", head.strip(" :*")
    )
    return next((kind for kind, pattern in _patterns() if pattern.fullmatch(bare)), None)


def head_of(row: Row, above: Head | None) -> Head | None:
    """The head that a row is, going on from a head right above it; None for a row of another sort."""
    cells = list(apart(row.cells, sourced=False) if row.cells[0].lower().startswith("nr") else row.cells)
    kinds = [_kind_of(cell) for cell in cells]
    if above and (wider := above.going_on(cells)):
        return wider
    if _is_series(cells):
        kinds[0] = "name"
    if not _names_indicators(cells, kinds):
        cells = _run_together(" ".join((*row.above, *cells)))
        kinds = [_kind_of(cell) for cell in cells]
    if not _names_indicators(cells, kinds):
        return None
    if "value" not in kinds:
        kinds = _with_values(cells, kinds)
    kinds = _without_others(cells, kinds)
    unit = next(
        (found for cell, kind in zip(cells, kinds, strict=True) if kind == "name" and (found := unit_behind(cell)[1])),
        None,
    )
    return Head(tuple(kinds), tuple(year_in(cell) for cell in cells), printed=len(cells) >= len(row.cells), unit=unit)


def _is_series(cells: list[str]) -> bool:
    """Whether a head names what is counted, and years: "Aantal misdrijven | 2024 | 2025"."""
    is_counted = any(
        row["kind"] == "series" and re.fullmatch(row["pattern"], cells[0], re.IGNORECASE)
        for row in read_rows("indicator_heads.tsv")
    )
    return is_counted and len(cells) > 2 and all(_YEAR.fullmatch(cell) for cell in cells[1:])


def _with_values(cells: list[str], kinds: list[Kind | None]) -> list[Kind | None]:
    """The kinds with the first unnamed column behind the name taken for the municipality's, in each of its years."""
    name = kinds.index("name") if "name" in kinds else -1
    unnamed = [i for i, kind in enumerate(kinds) if kind is None and i > name]
    if not unnamed:
        return kinds
    own = _withoutyear_in(cells[unnamed[0]])
    return ["value" if i in unnamed and _withoutyear_in(cells[i]) == own else kind for i, kind in enumerate(kinds)]


def _without_others(cells: list[str], kinds: list[Kind | None]) -> list[Kind | None]:
    """The kinds with years that come a second time taken for those of the region or the country."""
    seen: set[str] = set()
    for i, (cell, kind) in enumerate(zip(cells, kinds, strict=True)):
        if kind == "value" and _YEAR.fullmatch(cell) and cell in seen:
            return [*kinds[:i], *("other" if later == "value" else later for later in kinds[i:])]
        seen.add(cell)
    return kinds


def _withoutyear_in(head: str) -> str:
    """The name that the columns of one municipality share: "Waterdrecht 2022", "Waterdrecht 2023"."""
    return " ".join(_YEAR.sub("", head).split()).strip(" ()").casefold()


_BRACKETS_LAST = re.compile(
    r"(?P<name>.*\S)\s*\((?P<unit>(?:%|in (?:%|€|euro|procent)|per |aantal|x )[^()]*)\)\s*", re.DOTALL
)


_SHARE_LAST = re.compile(r"(?P<name>.*?(?:[^\W\d_]|\))) (?:in )?(?P<unit>%|procent(?:en)?)", re.DOTALL)


_PER_LAST = re.compile(r"(?P<name>.*\S),? (?P<unit>per 10{0,2}\.?000 [^()]+)", re.DOTALL)


def unit_behind(name: str) -> tuple[str, str | None]:
    """A name and the unit behind it: "Winkeldiefstallen (per 1.000 inwoners)", "Eenzame ouderen in %"."""
    found = _BRACKETS_LAST.fullmatch(name) or _SHARE_LAST.fullmatch(name) or _PER_LAST.fullmatch(name)
    return (found["name"], found["unit"].strip()) if found else (name, None)


def _names_indicators(cells: list[str], kinds: list[Kind | None]) -> bool:
    """Whether the head speaks of indicators, or names things with a unit, a year or a value."""
    if len(kinds) > 1 and any(
        "indicator" in cell.lower() for cell, kind in zip(cells, kinds, strict=True) if kind == "name"
    ):
        return True
    if "name" in kinds and ("value" in kinds or any(map(_BENCHMARK.match, cells))):
        return True
    return "unit" in kinds and bool({"name", "value", "target"} & set(kinds))


@cache
def _run_together_at() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:naam )?(?:beleids|effect|prestatie)?indicator(?:en)?"
        r"|eenheid|bron|periode|peiljaar|nulmeting|peilwaarde"
        r"|(?:realisatie|resultaat|streefwaarde|doelstelling|begroting|waarde)"
        r"(?: (?!realisatie|laatst|landelijk|voorgaand|bron|eenheid|streef)[A-Z][a-zà-ÿ]+)?"
        r"(?: (?:begroting )?(?:19|20)\d\d)?)\b",
        re.IGNORECASE,
    )


def _run_together(text: str) -> list[str]:
    """The heads in a text that ran together: "Effectindicator Peilwaarde Streefwaarde 2026"; "" for a place's name."""
    found = [match.group() for match in _run_together_at().finditer(text)]
    named = [cell for cell in found if re.fullmatch(r"(?:naam )?\w*indicator(?:en)?", cell, re.IGNORECASE)]
    if not named or len(found) < 2 or len(text) > _LONGEST:
        return []
    return [named[-1], *(cell for cell in found if cell not in named)]


def year_in(text: str | None) -> int | None:
    """The first year in a text."""
    found = _YEAR.search(text) if text else None
    return int(found.group()) if found else None
