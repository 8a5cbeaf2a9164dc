"""Rows of a table of indicators put together again: years on the line below, cells that ran into each other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ingest.facts.tables.rows import Row
from ingest.lexicon import read_words

_YEAR_ALONE = re.compile(r"\(\s*(?:19|20)\d\d\s*\)")
_NUMBERED = re.compile(r"(?P<number>\d{1,3}[.:]?|Nr\.?)\s+(?P<name>[A-Za-zÀ-ÿ%].*)", re.DOTALL)
_VALUE = r"[<>±+-]?(?:€ ?)?\d[\d.,]*(?: ?%)?(?: ?\((?:19|20)\d\d\))?"
_NOTED = rf"{_VALUE}(?: ?\((?:plus|min)[^)]*\))?"
_VALUES = re.compile(rf"{_NOTED}(?:\s+{_NOTED})+")


def whole_rows(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, one that only has years in brackets taken into the row above it."""
    last: Row | None = None
    for row in rows:
        if last and _is_continued(last.cells, row.cells):
            joined = (f"{above} {below}".strip() for above, below in zip(last.cells, row.cells, strict=True))
            last = replace(last, cells=tuple(joined), end=row.end)
            continue
        if last:
            yield last
        last = row
    if last:
        yield last


def _is_continued(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether all figures of a row have but a year below them, and the row names nothing anew."""
    years = [i for i, cell in enumerate(below) if _YEAR_ALONE.fullmatch(cell)]
    if not years or len(above) != len(below) or below[0] or below[min(1, years[0])]:
        return False
    return all(re.search(r"\d", above[i]) and not _YEAR_ALONE.search(above[i]) for i in years) and not any(
        re.search(r"\d", cell) for i, cell in enumerate(below) if i not in years
    )


def with_years(cells: Sequence[str]) -> tuple[str, ...]:
    """The cells, a year in brackets that has one of its own joined to the figure before it: "7,4 | (2024)"."""
    joined: list[str] = []
    for cell in cells:
        if joined and _YEAR_ALONE.fullmatch(cell) and re.search(r"\d", joined[-1]):
            joined[-1] = f"{joined[-1]} {cell}"
        else:
            joined.append(cell)
    return tuple(joined)


def apart(cells: Sequence[str], *, sourced: bool) -> tuple[str, ...]:
    """The cells with those taken apart that hold a number and a name or several figures.

    Args:
        sourced: there is a column of sources, which may have run into the unit before it or the figures behind it.
    """
    parts = (_pieces(cell, first=place == 0, sourced=sourced) for place, cell in enumerate(cells))
    return tuple(piece for part in parts for piece in part)


def _pieces(cell: str, *, first: bool, sourced: bool) -> list[str]:
    if first and (numbered := _NUMBERED.fullmatch(cell)):
        return [numbered["number"], numbered["name"]]
    if _VALUES.fullmatch(cell):
        return [found.group() for found in re.finditer(_NOTED, cell)]
    found = _sourced().fullmatch(cell) if sourced else None
    if not found:
        return [cell]
    values = re.findall(_VALUE, found["values"] or "")
    return [part for part in (found["unit"].strip(), found["source"], *values) if part]


@cache
def _sourced() -> re.Pattern[str]:
    sources = "|".join(read_words("indicator_sources.txt"))
    return re.compile(rf"(?P<unit>.*?)(?:(?<=\s)|\A)(?P<source>{sources})(?P<values>(?:\s+{_VALUE})*)", re.DOTALL)
