"""No document fills the first page alone, unless nobody else has as good an answer; copies stand under one hit."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.finding.variety import fold_copies, spread
from tests.index.making import document, new_library, put


@pytest.mark.parametrize(
    ("scores", "order"),
    [
        pytest.param("a9 a8 a7 a6 b5", "a9 a8 a7 b5 a6", id="a fourth waits for another of comparable score"),
        pytest.param("a9 a8 a7 a6 b3", "a9 a8 a7 a6 b3", id="not for a much worse one"),
        pytest.param("a9 a8 a7 a6", "a9 a8 a7 a6", id="not where nobody waits"),
        pytest.param("a9 b8 a7 b6 a5 a4 b4", "a9 b8 a7 b6 a5 a4 b4", id="in turn"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_spread(scores: str, order: str) -> None:
    items = scores.split()
    ids = list(range(len(items)))
    result = spread(ids, lambda i: ord(items[i][0]), lambda i: float(items[i][1:]), page=5)
    assert [items[i] for i in result] == order.split()


PLAN = "De gemeente plaatst in het voorjaar twee camera's bij het station van Oosterhage"
MORE = "en zet daarna op vrijdag en zaterdag toezichthouders in op het plein bij de markt"


@pytest.mark.parametrize(
    ("texts", "hits"),
    [
        pytest.param([PLAN, PLAN.upper()], [[0, 1]], id="the same text"),
        pytest.param([f"{PLAN} {MORE}.", PLAN], [[0, 1]], id="a part of it"),
        pytest.param([PLAN, f"{PLAN} {MORE}."], [[0], [1]], id="more than it"),
        pytest.param([PLAN, MORE], [[0], [1]], id="another text"),
        pytest.param([f"{PLAN} {MORE}.", "station van Oosterhage"], [[0], [1]], id="a phrase of it"),
    ],
)
def test_copies_stand_under_the_first(tmp_path: Path, texts: list[str], hits: list[list[int]]) -> None:
    with new_library(tmp_path / "library") as library:
        for number, text in enumerate(texts):
            put(library, document(text, path=f"{number}.txt"))
        rows = library.passages(range(1, len(texts) + 1))
    assert [[row.id - 1 for row in (passage, *copies)] for passage, copies in fold_copies(rows)] == hits


def test_a_copy_under_another_heading_is_a_copy(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        put(library, document(f"Wat willen we bereiken dit jaar?{PLAN}", path="plan.txt"))
        put(library, document(f"Wat wilden we toen bereiken en wat kwam ervan?{PLAN}", path="report.txt"))
        plan, report = library.passages([1, 2])
    headed = [replace(row, heading_path=("Programma", f"{row.text.partition('?')[0]}?")) for row in (plan, report)]
    assert [len(copies) for _, copies in fold_copies(headed)] == [1]
