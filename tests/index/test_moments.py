"""The order of documents in time."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from index.store.moments import moment
from ingest.model import Inferred
from tests.index.making import document, identity, new_library, put


@pytest.mark.parametrize(
    ("doc_type", "year", "plan", "expected"),
    [
        pytest.param("kadernota", 2022, None, "2021-06-01", id="a kadernota precedes its year"),
        pytest.param("programmabegroting", 2022, None, "2021-11-01", id="so does a budget"),
        pytest.param("jaarstukken", 2022, None, "2023-06-01", id="accounts follow their year"),
        pytest.param("ivp", None, (2023, 2026), "2023-01-01", id="a plan speaks when it begins"),
        pytest.param("rib", 2023, None, "2023-01-01", id="of other types only the year is known"),
        pytest.param("beleidsnota", None, None, None, id="nothing known"),
    ],
)
def test_without_a_date(
    tmp_path: Path, doc_type: str, year: int | None, plan: tuple[int, int] | None, expected: str | None
) -> None:
    undated = replace(identity("Waterdrecht", doc_type, year, plan), date=Inferred(None, 0.0))
    with new_library(tmp_path / "library") as library:
        put(library, document("Een zin.", identity=undated))
        found = moment(library.documents()[0])
    assert (found.isoformat() if found else None) == expected


def test_the_documents_own_date_goes_first(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        put(library, document("Een zin.", identity=identity("Waterdrecht", "jaarstukken", 2022)))
        assert moment(library.documents()[0]) == datetime.date(2021, 11, 4)
