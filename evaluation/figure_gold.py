"""Gold for what stands in tables and lists: sums, indicators and goals, page by page.

`figures/<name>.txt` describes one document, in the form that docs/annotating.md tells. A page is annotated in full for
the kinds that it has a section for, so that what is found there besides is wrong. Things are known by their page, a few
words and their figures instead of by a place in the text, which shifts with every change to the reading of PDFs.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ingest.facts.money import parse_number

FIGURES = Path(__file__).parent / "figures"
SECTIONS = {"@amounts": "table_amount", "@indicators": "indicator", "@goals": "goal"}
SIDES = ("bate", "last", "saldo")
LEVELS = ("programma", "doel", "subdoel", "prestatie")

_ATTRIBUTES = re.compile(r"\[(?P<attributes>[^\]]*)\]\s*")


class FiguresError(ValueError):
    """A line that is not in the form of these files."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A thing on a page.

    Attributes:
        words: that its row, name or label has.
        row: the number of its line in the file: the figures of one row share it.
        labels: what is known of it. Of a sum: value, year, direction, taakveld; of an indicator: value or target, year,
            unit; of a goal: level, code, parent. What is absent is not scored; None says that the text has nothing.
    """

    kind: str
    page: int
    words: str
    row: int
    must: bool = True
    labels: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FigureGold:
    """A document; `pages` are those that were annotated, by kind, and `path` and `sha256` are as in the other gold."""

    path: str
    doc_type: str
    split: str
    sha256: str
    pages: Mapping[str, frozenset[int]]
    wanted: tuple[Wanted, ...]


def load(folder: Path = FIGURES) -> tuple[FigureGold, ...]:
    """All of the folder, in order of name."""
    return tuple(parse(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt")))


def parse(content: str) -> FigureGold:
    """A document from the lines of its file.

    Raises:
        FiguresError: a line is not understood.
    """
    lines = [(number, line.strip()) for number, line in enumerate(content.splitlines(), start=1) if line.strip()]
    mark, *head = lines[0][1].split()
    if mark != "@file" or len(head) not in (3, 4):
        raise FiguresError(f"not a head: {lines[0][1]}")
    pages: dict[str, set[int]] = {}
    wanted: list[Wanted] = []
    section: list[str] = []
    for number, line in lines[1:]:
        if line.startswith("@"):
            section = line.split()
            pages.setdefault(_kind(section, line), set()).add(int(section[1]))
        else:
            wanted.extend(_wanted(section, number, line))
    path, doc_type, split, *sha256 = head
    fixed = {kind: frozenset(numbers) for kind, numbers in pages.items()}
    return FigureGold(path, doc_type, split, "".join(sha256), fixed, tuple(wanted))


def _kind(section: list[str], line: str) -> str:
    if not section or section[0] not in SECTIONS:
        raise FiguresError(f"in no section: {line}")
    return SECTIONS[section[0]]


def _wanted(section: list[str], number: int, line: str) -> Iterator[Wanted]:
    kind = _kind(section, line)
    found = _ATTRIBUTES.match(line)
    attributes = found["attributes"].split() if found else []
    must = "?" not in attributes
    first, *cells = (cell.strip() for cell in line[found.end() if found else 0 :].split("|"))
    page = int(section[1])
    if kind == "goal":
        yield Wanted(kind, page, cells[0], number, must, _goal(first, line))
    elif kind == "indicator":
        words, _, unit = (part.strip() for part in first.partition(";"))
        for cell in cells:
            yield Wanted(kind, page, words, number, must, {**_measured(cell), **({"unit": unit} if unit else {})})
    else:
        yield from _sums(section, number, Wanted(kind, page, first, number, must), cells, attributes)


def _sums(section: list[str], number: int, row: Wanted, cells: list[str], attributes: list[str]) -> Iterator[Wanted]:
    """The sums of a row; the columns that the section names say their year and side, unless the row does."""
    unit, columns = float(section[2]), section[3:]
    for place, cell in enumerate(cells):
        value = _value(cell)
        if not value:
            continue
        year, _, side = (columns[place] if place < len(columns) else "-").partition(":")
        labels: dict[str, Any] = {"value": round(value * unit, 2)}
        side = next((one for one in (*attributes, side) if one in (*SIDES, "-")), "")
        taakveld = next((one for one in attributes if "." in one), "")
        labels |= {"year": int(year)} if year.isdigit() else {}
        labels |= {"direction": side} if side in SIDES else {}
        labels |= {"taakveld": taakveld} if taakveld else {}
        yield Wanted(row.kind, row.page, row.words, number, row.must, labels)


def _value(cell: str) -> float:
    if not re.search(r"\d", cell):
        return 0.0
    value, _ = parse_number(cell.lstrip("-"))
    return -value if cell.startswith("-") else value


def _measured(cell: str) -> dict[str, Any]:
    year, equals, figure = cell.lstrip("> ").partition("=")
    if not equals:
        raise FiguresError(f"no year=value: {cell}")
    labels: dict[str, Any] = {"year": int(year) if year.isdigit() else None}
    return labels | {"target" if cell.startswith(">") else "value": figure.strip()}


def _goal(first: str, line: str) -> dict[str, Any]:
    left, has_parent, parent = (part.strip() for part in first.partition("<"))
    level, _, code = left.partition(" ")
    if level not in LEVELS:
        raise FiguresError(f"no level: {line}")
    labels: dict[str, Any] = {"level": level, "code": None if code == "-" else code}
    return labels | ({"parent": None if parent == "-" else parent} if has_parent else {})
