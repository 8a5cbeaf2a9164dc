"""Hits grouped by document."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library
from index.search import Hit
from tests.index.making import document, new_library, put
from views.grouping import grouped


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("zoeken")) as made:
        for path in ("a.txt", "b.txt"):
            put(made, document("\n".join(f"Zin {n}." for n in range(6)), path=path))
        yield made


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        pytest.param("aba", [("a", ""), ("b", ""), ("a", "")], id="few of each stay as they are"),
        pytest.param("aaabaa", [("a", ""), ("a", ""), ("a", "aa"), ("b", "")], id="a fourth and fifth are folded"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_grouped(library: Library, order: str, expected: list[tuple[str, str]]) -> None:
    rows = {row.file[0]: library.passages_of(row.id)[0] for row in library.documents()}
    hits = [Hit(rank, 1.0, rows[name], (), ()) for rank, name in enumerate(order, 1)]
    names = [(_name(hit), "".join(map(_name, others))) for hit, others in grouped(hits)]
    assert names == expected


def _name(hit: Hit) -> str:
    return Path(hit.passage.document.file).stem
