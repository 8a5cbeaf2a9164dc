"""What a theme costs in all: one line for each of its task fields."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from index.tracing.dossier_taakvelden import Taakveld, of_one_table, taakvelden, together
from ingest.fact_types import Amount, Fact
from ingest.model import Document, Inferred
from tests.index.making import document, identity, new_library, put

Cell = tuple[float, str, Literal["last", "bate", "saldo"] | None]
BUDGET: tuple[Cell, ...] = ((5, "Begroting 2026 Baten", "bate"), (-70, "Begroting 2026 Lasten", "last"))


def paper(doc_type: str, year: int, rows: Mapping[str, Sequence[Cell]]) -> Document:
    text = "\n".join(rows)
    facts: list[Fact] = []
    for label, cells in rows.items():
        at, code = text.index(label), label.split()[0]
        for value, column, side in cells:
            said = next((int(word) for word in column.split() if word.isdigit()), None)
            fact = Amount(at, at + len(label), label, 0.9, value, None, side, said, code, label, column)
            facts.append(fact)
    about = replace(identity("Waterdrecht", doc_type, year), date=Inferred(None, 0.0))
    return document(text, path=f"{doc_type}.txt", identity=about, facts=tuple(facts))


def found(folder: Path, *papers: Document) -> tuple[Taakveld, ...]:
    with new_library(folder / "library") as made:
        for each in papers:
            put(made, each)
        return taakvelden(made.facts("amount"), ("jeugdhulp",))


def lines(fields: Sequence[Taakveld]) -> list[tuple[str, str, float | None, float | None, int, str]]:
    return [(each.code, each.name, each.costs, each.income, each.year, each.kind) for each in fields]


def test_each_field_of_the_theme_is_a_line_and_what_is_of_another_theme_is_not(tmp_path: Path) -> None:
    rows = {
        "6.751 Jeugdhulp ambulant lokaal": BUDGET,
        "6.72a Jeugdhulp begeleiding": BUDGET[1:],
        "2.1 Verkeer en vervoer": BUDGET,
        "6.752 Jeugdhulp ambulant regionaal": ((-3, "Saldo 2026", "saldo"),),
    }
    assert lines(found(tmp_path, paper("programmabegroting", 2026, rows))) == [
        ("6.751", "Jeugdhulp ambulant lokaal", -70, 5, 2026, "budget"),
        ("6.72a", "Jeugdhulp begeleiding", -70, None, 2026, "budget"),
    ]


CASES = {
    "what came of the budget": (
        (
            (-1, "Begroting primair 2023", "last"),
            (-2, "Begroting na wijziging 2023", "last"),
            (-4, "Realisatie 2023", "last"),
        ),
        (-4, 2023, "realised"),
    ),
    "the year of the paper": (((-1, "2022", "last"), (-2, "2023", "last"), (-4, "2024", "last")), (-2, 2023, "sum")),
    "its first year": (((-1, "2022", "last"), (-2, "2021", "last")), (-2, 2021, "sum")),
}


@pytest.mark.parametrize(("cells", "told"), CASES.values(), ids=CASES)
def test_of_several_sums_one_is_told(tmp_path: Path, cells: Sequence[Cell], told: tuple[float, int, str]) -> None:
    (field,) = found(tmp_path, paper("jaarstukken", 2023, {"6.751 Jeugdhulp ambulant lokaal": cells}))
    assert (field.costs, field.year, field.kind) == told


def test_the_newest_paper_holds(tmp_path: Path) -> None:
    rows = {"6.751 Jeugdhulp ambulant lokaal": BUDGET}
    old = {**rows, "6.752 Jeugdhulp ambulant regionaal": ((-9, "2022", "last"),)}
    fields = found(tmp_path, paper("jaarstukken", 2022, old), paper("programmabegroting", 2026, rows))
    assert [(each.code, each.row.document.year) for each in fields] == [("6.751", 2026)]


def test_costs_and_income_below_each_other_make_one_line(tmp_path: Path) -> None:
    text = "Lasten\n1.1 Brandweer | 12\nBaten\n1.1 Brandweer | 3"
    costs, income = text.index("1.1"), text.rindex("1.1")
    known = (2026, "6.751", "6.751 Jeugdhulp", "2026")
    facts = (
        Amount(costs, costs + 13, text[costs : costs + 13], 0.9, 12, None, "last", *known),
        Amount(income, income + 13, text[income : income + 13], 0.9, 3, None, "bate", *known),
    )
    made = document(text, path="begroting.txt", identity=identity(year=2026), facts=facts)
    assert [(each.costs, each.income) for each in found(tmp_path, made)] == [(12, 3)]


def test_the_year_that_is_asked_goes_before_that_of_the_paper(tmp_path: Path) -> None:
    cells: tuple[Cell, ...] = ((-1, "2022", "last"), (-2, "2023", "last"))
    papers = [
        paper("jaarstukken", 2023, {"6.751 Jeugdhulp ambulant lokaal": cells}),
        paper("kadernota", 2026, {"6.751 Jeugdhulp ambulant lokaal": BUDGET}),
    ]
    with new_library(tmp_path / "library") as made:
        for each in papers:
            put(made, each)
        rows = made.facts("amount")
    assert [(each.costs, each.year) for each in of_one_table(rows, 2022)] == [(-1, 2022)]
    assert of_one_table(rows, 2019) == ()


SUMS = {
    "rows below each other": ({"6.751 Jeugdhulp lokaal": BUDGET, "6.752 Jeugdhulp regionaal": BUDGET[1:]}, (-140, 5)),
    "one holds the other": ({"6.75 Jeugdhulp": BUDGET, "6.751 Jeugdhulp lokaal": BUDGET}, None),
    "one row": ({"6.751 Jeugdhulp lokaal": BUDGET}, None),
    "of two years": (
        {"6.751 Jeugdhulp lokaal": BUDGET, "6.752 Jeugdhulp regionaal": ((-3, "Begroting 2027 Lasten", "last"),)},
        None,
    ),
}


@pytest.mark.parametrize(("rows", "both"), SUMS.values(), ids=SUMS)
def test_fields_are_added_up_where_they_can_be(
    tmp_path: Path, rows: Mapping[str, Sequence[Cell]], both: tuple[float, float] | None
) -> None:
    assert together(found(tmp_path, paper("programmabegroting", 2026, rows))) == both
