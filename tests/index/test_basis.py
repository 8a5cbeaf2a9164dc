"""What a column of a comparison stands on, and when counts of columns can't be laid side by side."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.store.rows import DocumentRow
from index.tracing.basis import Papers, papers, shared_types, unlike
from ingest.model import Inferred
from tests.index.making import document, identity, new_library, put

Paper = tuple[str, int | None, int]
"""Type, year and characters."""


def column(folder: Path, *wanted: Paper) -> list[DocumentRow]:
    with new_library(folder) as library:
        for number, (kind, year, _) in enumerate(wanted):
            undated = replace(identity("Aa", kind, year), date=Inferred(None, 0.0))
            put(library, document(f"Stuk {number}.", path=f"{number}.txt", identity=undated))
        rows = library.documents()
    return [replace(row, characters=length) for row, (_, _, length) in zip(rows, wanted, strict=True)]


BUDGETS: tuple[Paper, ...] = (("programmabegroting", 2024, 400_000), ("programmabegroting", 2026, 300_000))
LETTERS: tuple[Paper, ...] = (("rib", 2026, 4_000), ("rib", 2026, 5_000), ("rib", None, 3_000))


def test_papers_are_told_by_type_with_their_years_the_longest_first(tmp_path: Path) -> None:
    rows = column(tmp_path, ("rib", 2023, 4_000), *BUDGETS, ("ivp", None, 9_000))
    assert papers(rows) == (
        Papers("programmabegroting", 2, (2024, 2026)),
        Papers("ivp", 1, None),
        Papers("rib", 1, (2023, 2023)),
    )
    assert papers([replace(row, status="failed") for row in rows]) == ()


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        pytest.param(BUDGETS, BUDGETS[1:], (), id="budgets beside a budget"),
        pytest.param(BUDGETS, LETTERS, ("kinds", "length"), id="budgets beside letters"),
        pytest.param(BUDGETS, (("programmabegroting", 2020, 400_000),), ("years",), id="another term of the council"),
        pytest.param(BUDGETS, (("programmabegroting", 2024, 140_000),), ("length",), id="one fifth of the text"),
        pytest.param((("ivp", 2015, 90_000),), (("programmabegroting", 2026, 90_000),), ("kinds", "years"), id="plan"),
        pytest.param(BUDGETS, (), (), id="beside nothing"),
        pytest.param(LETTERS[2:], (("rib", 2015, 3_000),), (), id="of which no year is known"),
    ],
)
def test_columns_that_differ_too_much(
    one: tuple[Paper, ...], other: tuple[Paper, ...], reasons: tuple[str, ...], tmp_path: Path
) -> None:
    columns = [column(tmp_path / "one", *one), column(tmp_path / "other", *other)]
    assert unlike(columns) == unlike(columns[::-1]) == reasons


def test_the_types_that_every_column_has(tmp_path: Path) -> None:
    first = column(tmp_path / "a", ("rib", 2026, 10), ("programmabegroting", 2026, 90_000), ("ivp", 2026, 500))
    second = column(tmp_path / "b", *BUDGETS, ("rib", 2026, 900))
    assert shared_types([first, second]) == ("programmabegroting", "rib")
    assert shared_types([first, second, []]) == shared_types([]) == ()
