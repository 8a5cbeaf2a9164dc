"""Indicators in tables: name, unit, value, target and the year that the value is of.

Where the head has as many cells as the row, each cell is read by its head. Otherwise (heads run together, a
name over two lines, cells missing) the row is read as words, then figures; the head tells in which order.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from ingest.fact_types import Indicator
from ingest.facts.tables import Row, Table
from ingest.lexicon import read_rows, read_words

ALIGNED = 0.85
GUESSED = 0.65
"""Of a row with as many cells as its head, and of any other row."""

Kind = Literal["name", "unit", "source", "period", "value", "target", "other", "number"]

_YEAR = re.compile(r"(?<!\d)(?:19[89]|20[0-4])\d(?!\d)")
_FIGURE = (
    r"[<>≤≥±+-]?[ ]?(?:€[ ]?)?\d[\d.,]*(?:[ ]?(?:%|‰|mln\.?|km2|km|m2|kg|uur|fte)(?!\w))?"
    r"(?:\s*\([ ]?(?:19|20)\d\d[^)]{0,12}\))?(?:\s*\((?:plus|min)[^)]*\))?\*?"
)
_FIGURE_AT = re.compile(rf"(?<![\w.,]){_FIGURE}(?!\w)")
_FIGURES_LAST = re.compile(
    rf"(?P<words>.*?[A-Za-zÀ-ÿ%*)].*?)[ ]+(?P<figures>{_FIGURE}(?:[ ]+{_FIGURE})*)[ ]*", re.DOTALL
)
_NUMBERING = re.compile(r"(?:\d{1,2}[ .|]*){1,3}(?=[A-Za-zÀ-ÿ%])")
_RUN_INTO = re.compile(rf"\A\(|[\ue000-\uf8ff]|{_FIGURE}\s+{_FIGURE}\s+{_FIGURE}|(?:\(\d{{4}}\)\s*){{2}}")
"""A name that begins with or holds what belongs to other cells: several figures, years in brackets."""
_NAMED_YEAR = re.compile(r"(?<!tot )(?<!vanaf )((?:19|20)\d\d)(?:[^()\d]{0,15}\)|[ *]*\Z)")
_BENCHMARK = re.compile(r"nederland|landelijk|vergelijkbare gemeenten|benchmark", re.IGNORECASE)
_GOES_ON = re.compile(r"\b(?:tot|van|t/m|per|en|in|–|-)$")
_LETTERS = re.compile(r"[A-Za-zÀ-ÿ]{3}")
_LONGEST_NAME = 160


def indicators_of(text: str, table: Table) -> Iterator[Indicator]:
    """The indicators of a table whose head says that it holds them; none of any other table."""
    head: _Head | None = None
    pending: list[str] = []
    for row in table.rows:
        own = _head(row, head if not pending else None)
        if own:
            head, pending = own, []
        elif head and head.printed and len(row.cells) == len(head.kinds):
            yield from _aligned(text, row, head, pending)
            pending = []
        elif head:
            words = [*pending, *row.above, *row.cells]
            found = _guessed(text, row, head, " ".join(words))
            yield from found
            pending = [] if found or not _LETTERS.search(" ".join(words)) else words


def rows_of_counts(table: Table) -> frozenset[int]:
    """Where the rows start that are measured in a unit of their own or called indicators, so that they are no sums."""
    head: _Head | None = None
    found: set[int] = set()
    for row in table.rows:
        own = _head(row, None)
        if own:
            head = own if _counts(row, own) else None
        elif head:
            found.add(row.start)
    return frozenset(found)


def _counts(row: Row, head: "_Head") -> bool:
    return "unit" in head.kinds or "indicator" in " ".join((*row.above, *row.cells)).lower()


@dataclass(frozen=True, slots=True)
class _Head:
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


@cache
def _patterns() -> list[tuple[Kind, re.Pattern[str]]]:
    return [
        (cast(Kind, row["kind"]), re.compile(row["pattern"], re.IGNORECASE)) for row in read_rows("indicator_heads.tsv")
    ]


def _kind_of(head: str) -> Kind | None:
    bare = re.sub(r"[ ]?\((?:%|jaar(?:tal)?|abs\.?|per [^()]+|aantal[^()]*|x [^()]+)\)$", "", head.strip(" :*"))
    return next((kind for kind, pattern in _patterns() if pattern.fullmatch(bare)), None)


def _head(row: Row, above: _Head | None) -> _Head | None:
    """The head that a row is, going on from a head right above it; None for a row of another sort."""
    cells = list(row.cells)
    kinds = [_kind_of(cell) for cell in cells]
    if above and set(kinds) <= {"value", "target"}:
        years = (*above.years, *(_year(cell) for cell in cells))
        return _Head((*above.kinds, *kinds), years, above.printed)
    if not _names_indicators(cells, kinds):
        cells = _run_together(" ".join((*row.above, *cells)))
        kinds = [_kind_of(cell) for cell in cells]
    if not _names_indicators(cells, kinds):
        return None
    if "value" not in kinds:
        kinds = _with_values(cells, kinds)
    unit = next(
        (found for cell, kind in zip(cells, kinds, strict=True) if kind == "name" and (found := _unit_behind(cell)[1])),
        None,
    )
    return _Head(tuple(kinds), tuple(_year(cell) for cell in cells), printed=cells == list(row.cells), unit=unit)


def _with_values(cells: list[str], kinds: list[Kind | None]) -> list[Kind | None]:
    """The kinds with the first unnamed column behind the name taken for the municipality's, in each of its years."""
    name = kinds.index("name") if "name" in kinds else -1
    unnamed = [i for i, kind in enumerate(kinds) if kind is None and i > name]
    if not unnamed:
        return kinds
    own = _without_year(cells[unnamed[0]])
    return ["value" if i in unnamed and _without_year(cells[i]) == own else kind for i, kind in enumerate(kinds)]


def _without_year(head: str) -> str:
    """The name that the columns of one municipality share: "Waterdrecht 2022", "Waterdrecht 2023"."""
    return " ".join(_YEAR.sub("", head).split()).strip(" ()").casefold()


_BRACKETS_LAST = re.compile(
    r"(?P<name>.*\S)\s*\((?P<unit>(?:%|in (?:%|€|euro|procent)|per |aantal|x )[^()]*)\)\s*", re.DOTALL
)


def _unit_behind(name: str) -> tuple[str, str | None]:
    """A name and the unit in brackets behind it: "Winkeldiefstallen (per 1.000 inwoners)"."""
    found = _BRACKETS_LAST.fullmatch(name)
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
    if not named or len(found) < 2 or len(text) > 2 * _LONGEST_NAME:
        return []
    return [named[-1], *(cell for cell in found if cell not in named)]


def _year(text: str | None) -> int | None:
    found = _YEAR.search(text) if text else None
    return int(found.group()) if found else None


def _year_of(name: str) -> int | None:
    """The year that a name says its figure is of: "Inwoners (1 januari 2026)"; "Natura 2000" is none."""
    found = _NAMED_YEAR.search(name)
    return int(found[1]) if found else None


def _cell(row: Row, head: _Head, kind: Kind) -> str | None:
    return next((cell for cell, own in zip(row.cells, head.kinds, strict=True) if own == kind and cell), None)


def _aligned(text: str, row: Row, head: _Head, pending: list[str]) -> Iterator[Indicator]:
    name = _cell(row, head, "name") or next((cell for cell in row.cells if _LETTERS.search(cell)), None)
    period = _cell(row, head, "period")
    targets = [
        (cell, year)
        for cell, kind, year in zip(row.cells, head.kinds, head.years, strict=True)
        if kind == "target" and cell
    ]
    target = targets[0][0] if targets else None
    measured = [i for i, kind in enumerate(head.kinds) if kind == "value"]
    values = [(row.cells[i], head.years[i]) for i in measured if _FIGURE_AT.match(row.cells[i])]
    if not name or not _LETTERS.search(name) or not (values or (target and _FIGURE_AT.match(target))):
        return
    if pending and name[0].islower():
        name = f"{_name_and_unit(_unnumbered(' '.join(pending)))[0]} {name}"
    name, in_brackets = _unit_behind(name)
    unit = _cell(row, head, "unit") or in_brackets or head.unit
    measured_once: list[tuple[str | None, int | None]] = [*values] or [(None, None)]
    for value, year in measured_once:
        yield _indicator(text, row, name, ALIGNED, value, target, unit, year or _year(period))
    for further, year in targets[1:]:
        if year and _FIGURE_AT.match(further):
            yield _indicator(text, row, name, ALIGNED, None, further, unit, year)


def _guessed(text: str, row: Row, head: _Head, words: str) -> list[Indicator]:
    """The indicator of words and the figures behind them; empty where the row has no figures."""
    read = _FIGURES_LAST.fullmatch(words.replace("\u00a0", " "))
    if not read or _GOES_ON.search(read["words"]):
        return []
    figures = _FIGURE_AT.findall(read["figures"])
    columns = head.figures[-len(figures) :] if len(figures) >= len(head.figures) else head.figures[: len(figures)]
    placed = [
        (head.kinds[column], figure.strip(), head.years[column])
        for figure, column in zip(figures, columns, strict=False)
    ]
    values = [(figure, year) for kind, figure, year in placed if kind == "value"]
    target = next((figure for kind, figure, _ in placed if kind == "target"), None)
    name, unit = _name_and_unit(_unnumbered(read["words"]))
    if not _LETTERS.search(name) or len(name) > _LONGEST_NAME or _RUN_INTO.search(name) or not (values or target):
        return []
    measured: list[tuple[str | None, int | None]] = [*values] or [(None, None)]
    return [
        _indicator(text, row, name, GUESSED, value, target if i == 0 else None, unit, year)
        for i, (value, year) in enumerate(measured)
    ]


@cache
def _unit_at() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(read_words('indicator_units.txt'))})", re.IGNORECASE)


@cache
def _source_at() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s)(?:{'|'.join(read_words('indicator_sources.txt'))})\s*$")


def _unnumbered(words: str) -> str:
    numbering = _NUMBERING.match(words)
    return words[numbering.end() :] if numbering else words


def _name_and_unit(words: str) -> tuple[str, str | None]:
    words = _source_at().sub("", words).strip()
    found = next((match for match in _unit_at().finditer(words) if match.start()), None)
    if not found:
        return words, None
    return words[: found.start()].strip(" ("), words[found.start() :].strip()


def _indicator(
    text: str,
    row: Row,
    name: str,
    confidence: float,
    value: str | None,
    target: str | None,
    unit: str | None,
    year: int | None,
) -> Indicator:
    printed_year = _YEAR.search(value[value.find("(") :]) if value and "(" in value else None
    return Indicator(
        row.start,
        row.end,
        text[row.start : row.end],
        confidence,
        name=name.strip(" *"),
        unit=unit,
        value=re.sub(r"\s*\(.*", "", value) if value else None,
        target=target,
        reference_year=int(printed_year.group()) if printed_year else year or _year_of(name),
    )
