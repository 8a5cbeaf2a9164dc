"""Goals in tables: columns "Doel" and "Activiteit", with a row for each goal and what is done for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.fact_types import GoalLevel
from ingest.facts.aims.enumerations import without_mark
from ingest.facts.aims.goal_marks import Mark, code_at, is_cue, level_of, mark_at
from ingest.model import Block

MIN_COLUMNS = 2
_HEADS = 60
"""Characters of the longest head of a column."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold goals, the highest level first, and which their codes.

    `results`: one of them announces results, as the programmes of a budget do.
    """

    table: int | None
    levels: tuple[tuple[int, GoalLevel], ...]
    codes: int | None
    results: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that names a goal: its span, and what it opens with."""

    start: int
    end: int
    mark: Mark


def columns_of(text: str, row: Block) -> Columns | None:
    """The columns that a row of heads announces, none of them if the table holds figures; None for any other row."""
    heads = [text[start:end].strip() for start, end in row.cells]
    if len(heads) < MIN_COLUMNS or any(len(head) > _HEADS for head in heads):
        return None
    levels = [(i, level) for i, head in enumerate(heads) if (level := level_of("column", head))]
    if not levels:
        return None
    if any(is_cue("no_table", head) for head in heads):
        return Columns(row.table, (), None)
    order: Sequence[GoalLevel] = ("doel", "subdoel", "prestatie")
    codes = next((i for i, head in enumerate(heads) if is_cue("codes", head)), None)
    results = any(is_cue("results", heads[i]) for i, _ in levels)
    return Columns(row.table, tuple(sorted(levels, key=lambda item: order.index(item[1]))), codes, results)


def has_goals(columns: Columns) -> bool:
    """Whether the table has a column of doelen; one of activities alone is a plan of work."""
    return bool(columns.levels) and columns.levels[0][1] != "prestatie"


def cells_of(text: str, row: Block, columns: Columns) -> Iterator[Cell]:
    """The cells of a row that name a goal, the highest level first; the code of the row belongs to that one."""
    code = _code(text, row, columns)
    for i, level in columns.levels:
        if i >= len(row.cells):
            continue
        start, end = row.cells[i]
        if not text[start:end].strip():
            continue
        mark = mark_at(text, start, end) or code_at(text, start, end, level)
        if mark is None:
            start = without_mark(text, start, end)
            mark = Mark(level, code, start)
        yield Cell(start, end, mark)
        code = None


def _code(text: str, row: Block, columns: Columns) -> str | None:
    if columns.codes is None or columns.codes >= len(row.cells):
        return None
    return text[slice(*row.cells[columns.codes])].strip(" .:") or None
