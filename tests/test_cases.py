"""Tests of relevance, apart from those of correctness: the named cases over the sample corpus."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evaluation.queries import data
from evaluation.queries.anchors import Text, texts_of
from evaluation.queries.data import Case
from evaluation.score_queries import faults
from index.build import build
from index.encoder import open_encoder
from index.library import Library
from index.search import search

pytestmark = pytest.mark.slow


def marked(case: Case) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=case.unmet)] if case.unmet else []
    return pytest.param(case, marks=marks, id=f"{case.kind}: {case.name}")


@pytest.fixture(scope="module")
def collection(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, dict[str, Text]]]:
    folder = tmp_path_factory.mktemp("cases") / "library"
    build([corpus], folder)
    with Library.open(folder) as library:
        yield library, texts_of(library)


@pytest.mark.parametrize("case", [marked(case) for case in data.cases()])
def test_a_named_case_is_met(case: Case, collection: tuple[Library, dict[str, Text]]) -> None:
    library, texts = collection
    assert faults(case, search(library, open_encoder(), case.query).hits, texts) == []
