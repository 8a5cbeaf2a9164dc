"""The goals of a document as a tree, and as they are written into a library and read back."""

from pathlib import Path

from index.records import fact_record
from index.tracing.goals import branches
from ingest.fact_types import Goal
from tests.index.making import document, new_library, put

TEXT = "Veiligheid. Rust. Toezicht. Verkeer. Rust. Bussen. Overig."


def _goal(start: int, label: str, level: str, code: str | None, parent: tuple[str, str] | None = None) -> Goal:
    at = TEXT.index(label, start)
    above = parent or (None, None)
    return Goal(at, at + len(label), label, 0.9, label, level, code, *above)  # type: ignore[arg-type]


GOALS = (
    _goal(0, "Veiligheid", "programma", "1"),
    _goal(0, "Rust", "doel", "1.", ("1", "Veiligheid")),
    _goal(0, "Verkeer", "programma", "2"),
    _goal(30, "Rust", "doel", "1.", ("2", "Verkeer")),
    _goal(0, "Bussen", "prestatie", None, ("1.", "Rust")),
    _goal(0, "Overig", "prestatie", None, ("9", "Weg")),
    _goal(0, "Toezicht", "prestatie", "1.1", ("1.", "Rust")),
)


def test_goals_hang_below_the_nearest_parent_before_them(tmp_path: Path) -> None:
    with new_library(tmp_path) as library:
        put(library, document(TEXT, facts=tuple(sorted(GOALS, key=lambda goal: goal.start))))
        found = branches(library.facts("goal"))
    assert [(branch.depth, branch.goal.label) for branch in found] == [
        (0, "Veiligheid"),
        (1, "Rust"),
        (2, "Toezicht"),
        (0, "Verkeer"),
        (1, "Rust"),
        (2, "Bussen"),
        (0, "Overig"),
    ]


def test_a_goal_comes_out_of_the_library_as_it_went_in(tmp_path: Path) -> None:
    with new_library(tmp_path) as library:
        put(library, document(TEXT, facts=GOALS[1:2]))
        (row,) = library.facts("goal")
    assert row.fact == GOALS[1]
    record = fact_record(row)
    assert {name: record[name] for name in ("kind", "label", "level", "code", "parent_code", "parent", "period")} == {
        "kind": "goal",
        "label": "Rust",
        "level": "doel",
        "code": "1.",
        "parent_code": "1",
        "parent": "Veiligheid",
        "period": None,
    }
