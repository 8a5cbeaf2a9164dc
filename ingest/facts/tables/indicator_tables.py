"""Indicators in tables: name, unit, value, target and the year that the value is of.

Where the head has as many cells as the row, each cell is read by its head. Otherwise (heads run together, a
name over two lines, cells missing) the row is read as words, then figures; the head tells in which order.
"""

import re
from collections.abc import Iterator
from functools import cache

from ingest.fact_types import Indicator
from ingest.facts.tables.indicator_heads import Head, Kind, head_of, unit_behind, year_in
from ingest.facts.tables.indicator_rows import whole_rows
from ingest.facts.tables.rows import Row, Table
from ingest.lexicon import read_words

ALIGNED = 0.85
GUESSED = 0.65
"""Of a row with as many cells as its head, and of any other row."""

_YEAR = re.compile(r"(?<!\d)(?:19[89]|20[0-4])\d(?!\d)")
_FIGURE = (
    r"[<>≤≥±+-]?[ ]?(?:€[ ]?)?\d[\d.,]*(?:[ ]?(?:%|‰|mln\.?|km2|km|m2|kg|uur|fte)(?!\w))?"
    r"(?:\s*\([ ]?(?:19|20)\d\d[^)]{0,12}\))?(?:\s*\((?:plus|min)[^)]*\))?\*?"
)
_WITH_UNIT = re.compile(
    r"(?P<figure>[<>≤≥±+-]?[ ]?\d[\d.,]*)[ \u00a0]?"
    r"(?P<unit>[%‰]|(?!(?:mln|mld|miljoen|miljard|duizend|tot|of|en|x)\b)[a-zà-ÿµμ°][\w²³]*"
    r"(?:/[\w²³]+| per [a-zà-ÿ]+)?)"
)
"""A figure that says itself what it counts, where no head or name does: "54 μg/m3"."""
_FIGURE_AT = re.compile(rf"(?<![\w.,]){_FIGURE}(?!\w)")
_FIGURES_LAST = re.compile(
    rf"(?P<words>.*?[A-Za-zÀ-ÿ%*)].*?)[ ]+(?P<figures>{_FIGURE}(?:[ ]+{_FIGURE})*)[ ]*", re.DOTALL
)
_NUMBERING = re.compile(r"(?:(?:[A-Z]?\d{1,2}[a-z]?[.)]|\d{1,2})[ .|]*){1,3}(?=[A-Za-zÀ-ÿ%])")
_CODE = re.compile(r"[A-Z]?\d{1,2}[a-z]?[.)][ \u00a0]*(?=[A-Za-zÀ-ÿ%(])")
_RUN_INTO = re.compile(rf"\A\(|[\ue000-\uf8ff]|{_FIGURE}\s+{_FIGURE}\s+{_FIGURE}|(?:\(\d{{4}}\)\s*){{2}}")
"""A name that begins with or holds what belongs to other cells: several figures, years in brackets."""
_NAMED_YEAR = re.compile(r"(?<!tot )(?<!vanaf )((?:19|20)\d\d)(?:[^()\d]{0,15}\)|[ *]*\Z)")
_GOES_ON = re.compile(r"\b(?:tot|van|t/m|per|en|in|–|-)$")
_LETTERS = re.compile(r"[A-Za-zÀ-ÿ]{3}")
_LONGEST_NAME = 160
_SOURCE_SAID = re.compile(r"[\s(]*\bbron:.*", re.IGNORECASE | re.DOTALL)


def indicators_of(text: str, table: Table) -> Iterator[Indicator]:
    """The indicators of a table whose head says that it holds them; none of any other table."""
    head: Head | None = None
    pending: list[str] = []
    last: Row | None = None
    for row in whole_rows(table.rows):
        own = head_of(row, head if not pending else None)
        above, last = last, row
        if own:
            head, pending = own.under(above), []
            continue
        fitted = head.fit(row) if head else row
        if head and head.printed and len(fitted.cells) == len(head.kinds):
            yield from _aligned(text, fitted, head, pending)
            pending = []
        elif head:
            words = [*pending, *row.above, *row.cells]
            found = _guessed(text, row, head, " ".join(words))
            yield from found
            pending = [] if found or not _LETTERS.search(" ".join(words)) else words


def rows_of_counts(table: Table) -> frozenset[int]:
    """Where the rows start that are measured in a unit of their own or called indicators, so that they are no sums."""
    head: Head | None = None
    found: set[int] = set()
    for row in table.rows:
        own = head_of(row, None)
        if own:
            head = own if _counts(row, own) else None
        elif head:
            found.add(row.start)
    return frozenset(found)


def _counts(row: Row, head: Head) -> bool:
    return "unit" in head.kinds or "indicator" in " ".join((*row.above, *row.cells)).lower()


def _year_of(name: str) -> int | None:
    """The year that a name says its figure is of: "Inwoners (1 januari 2026)"; "Natura 2000" is none."""
    found = _NAMED_YEAR.search(name)
    return int(found[1]) if found else None


def _of_kind(row: Row, head: Head, kind: Kind) -> list[tuple[str, int | None]]:
    """The cells that the head says to be of this kind, each with the year of its column."""
    columns = zip(row.cells, head.kinds, head.years, strict=True)
    return [(cell, year) for cell, own, year in columns if own == kind and cell]


def _cell(row: Row, head: Head, kind: Kind) -> str | None:
    return next((cell for cell, _ in _of_kind(row, head, kind)), None)


def _aligned(text: str, row: Row, head: Head, pending: list[str]) -> Iterator[Indicator]:
    name = _cell(row, head, "name") or next((cell for cell in row.cells if _LETTERS.search(cell)), None)
    period = _cell(row, head, "period")
    targets = _of_kind(row, head, "target")
    target, target_year = targets[0] if targets else (None, None)
    values = [(cell, year) for cell, year in _of_kind(row, head, "value") if _FIGURE_AT.match(cell)]
    if (
        _is_shifted(row, head)
        or not name
        or not _LETTERS.search(name)
        or not (values or (target and _FIGURE_AT.match(target)))
    ):
        return
    if row.above and name.count(")") > name.count("("):
        name = f"{row.above[-1]} {name}"
    elif pending and name[0].islower():
        name = f"{_name_and_unit(_unnumbered(' '.join(pending)))[0]} {name}"
    name, in_brackets = unit_behind(_CODE.sub("", name.rstrip(" *"), count=1))
    unit = _cell(row, head, "unit") or in_brackets or head.unit
    measured: list[tuple[str | None, int | None]] = [*values] or [(None, None)]
    for value, year in measured:
        yield _indicator(text, row, name, ALIGNED, (value, target), unit, year or year_in(period), target_year)
    for further, year in targets[1:]:
        if year and _FIGURE_AT.match(further):
            yield _indicator(text, row, name, ALIGNED, (None, further), unit, year, year)


def _is_shifted(row: Row, head: Head) -> bool:
    """Whether the source stands in a column of figures, so that cells are lacking before it."""
    has_words = any(_LETTERS.search(cell) and not _FIGURE_AT.search(cell) for cell, _ in _of_kind(row, head, "value"))
    return has_words and "source" in head.kinds and not _cell(row, head, "source")


def _guessed(text: str, row: Row, head: Head, words: str) -> list[Indicator]:
    """The indicator of words and the figures behind them; empty where the row has no figures."""
    read = _FIGURES_LAST.fullmatch(words.replace("\u00a0", " "))
    if not read or _GOES_ON.search(read["words"]):
        return []
    figures = _FIGURE_AT.findall(read["figures"])
    if len(figures) > len(head.figures):
        return []
    columns = head.figures[: len(figures)]
    placed = [
        (head.kinds[column], figure.strip(), head.years[column])
        for figure, column in zip(figures, columns, strict=False)
    ]
    values = [(figure, year) for kind, figure, year in placed if kind == "value"]
    aims = ((figure, year) for kind, figure, year in placed if kind == "target")
    target, target_year = next(aims, (None, None))
    name, unit = _name_and_unit(_unnumbered(read["words"]))
    if not _LETTERS.search(name) or len(name) > _LONGEST_NAME or _RUN_INTO.search(name) or not (values or target):
        return []
    measured: list[tuple[str | None, int | None]] = [*values] or [(None, None)]
    return [
        _indicator(text, row, name, GUESSED, (value, target if i == 0 else None), unit, year, target_year)
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


def _unit_of(cell: str | None) -> str | None:
    parted = _WITH_UNIT.fullmatch(cell or "")
    return parted["unit"] if parted else None


def _indicator(
    text: str,
    row: Row,
    name: str,
    confidence: float,
    figures: tuple[str | None, str | None],
    unit: str | None,
    year: int | None,
    target_year: int | None,
) -> Indicator:
    """The indicator of a row, of its figures for the value and the target."""
    value, target = figures
    value_year, aim_year = (_year_in_brackets(cell) for cell in figures)
    value, target = (re.sub(r"\s*\(.*", "", cell) if cell else None for cell in (value, target))
    if not unit:
        unit = _unit_of(value) or _unit_of(target)
        value, target = (cell.removesuffix(unit).strip() if cell and unit else cell for cell in (value, target))
        unit = unit or ("%" if name.casefold().startswith("percentage ") else None)
    measured = value_year or year or _year_of(name)
    return Indicator(
        row.start,
        row.end,
        text[row.start : row.end],
        confidence,
        name=_SOURCE_SAID.sub("", name).strip(" *"),
        unit=unit.rstrip(" *") if unit else None,
        value=value,
        target=target,
        reference_year=measured,
        target_year=None if target is None else aim_year or target_year or (measured if value is None else None),
    )


def _year_in_brackets(cell: str | None) -> int | None:
    """The year that stands behind a figure in its own cell: "7,4 (2024)"."""
    found = _YEAR.search(cell, cell.find("(")) if cell and "(" in cell else None
    return int(found.group()) if found else None
