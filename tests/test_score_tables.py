"""What was read of a made table is compared figure by figure."""

import random

from evaluation.score_tables import compare, line
from evaluation.tables.grid import Column, Grid, Sheet, Truth
from evaluation.tables.styles import sheets
from evaluation.tables.wording import dotted
from ingest.fact_types import Amount

TRUTH = Truth(-310_000.0, "Parkeren", 2026, "last", "2.2")


def amount(value: float, **more: object) -> Amount:
    known: dict[str, object] = {"row": "2.2 Parkeren", "year": 2026, "direction": "last", "taakveld": "2.2"}
    return Amount(0, 1, "x", 0.9, value_eur=value, **{**known, **more})  # type: ignore[arg-type]


def test_a_figure_is_right_in_each_part_or_wrong_in_some() -> None:
    outcome = compare([TRUTH], [amount(-310_000.0)])
    assert (outcome.right["all"], outcome.extra, outcome.wrong) == (1, 0, ())
    outcome = compare([TRUTH], [amount(310_000.0, year=2025), amount(7.0)])
    assert {part: outcome.right[part] for part in ("value", "row", "year", "direction", "all")} == {
        "value": 0,
        "row": 1,
        "year": 0,
        "direction": 1,
        "all": 0,
    }
    assert outcome.extra == 1
    assert len(outcome.wrong) == 1


def test_a_figure_that_was_not_read_is_wrong_in_all() -> None:
    assert compare([TRUTH], []).right.total() == 0
    assert line("sheet", compare([TRUTH], [])).split()[:3] == ["sheet", "1", "0.0%"]


def test_a_grid_knows_what_it_prints() -> None:
    sheet = Sheet("one")
    grid = Grid(sheet, [Column(2026, "last"), Column(2026, "bate", -1)], dotted, 1e3, random.Random(1))
    grid.head("x € 1.000", ("2026", 2))
    grid.row("2.2", "Parkeren", taakveld="2.2", empty=(0,), nil="-")
    grid.end()
    (truth,) = sheet.truths
    assert (truth.row, truth.year, truth.direction, truth.taakveld, truth.value < 0) == (
        "Parkeren",
        2026,
        "bate",
        "2.2",
        True,
    )
    assert f">{dotted(truth.value / 1e3)}</td>" in sheet.html()


def test_each_figure_of_a_sheet_occurs_once() -> None:
    for sheet in sheets():
        values = [abs(truth.value) for truth in sheet.truths]
        assert len(values) == len(set(values)) >= 15
