"""Which documents are earlier and later versions of a plan."""

import datetime
from dataclasses import replace

import pytest

from index.store.rows import DocumentRow
from index.tracing.versions import Versions, versions
from ingest.model import Inferred, Source
from tests.index.making import identity


def plan(number: int, date: str | None = None, *, place: str | None = "Waterdrecht", kind: str = "ivp") -> DocumentRow:
    dated = replace(
        identity(place, kind, None), date=Inferred(datetime.date.fromisoformat(date) if date else None, 0.9)
    )
    source = Source(f"{number}.pdf", f"{number}.pdf", f"{number:064}", "pdf")
    return DocumentRow(number, source, dated, "ok", (), 100, 2, "1")


FIRST, SECOND, THIRD, FOURTH = (plan(year, f"{year}-01-28") for year in (2013, 2017, 2021, 2025))


def test_the_nearest_in_time_comes_first_on_either_side() -> None:
    found = versions(SECOND, [FOURTH, FIRST, SECOND, THIRD])
    assert found == Versions(earlier=(FIRST,), later=(THIRD, FOURTH))
    assert versions(FOURTH, [FIRST, SECOND, THIRD, FOURTH]).earlier == (THIRD, SECOND, FIRST)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(plan(1, "2017-01-28", place="Oosterhage"), id="of another municipality"),
        pytest.param(plan(1, "2017-01-28", kind="kadernota"), id="of another type"),
        pytest.param(replace(plan(1, "2017-01-28"), status="failed"), id="not read"),
    ],
)
def test_others_are_no_version(other: DocumentRow) -> None:
    assert versions(THIRD, [THIRD, other]) == Versions()


def test_a_document_of_an_unknown_municipality_has_no_versions() -> None:
    unknown = plan(1, "2017-01-28", place=None)
    assert versions(unknown, [unknown, plan(2, "2018-01-28", place=None)]) == Versions()


def test_without_a_moment_there_is_no_earlier_or_later() -> None:
    undated = plan(1)
    assert versions(THIRD, [FIRST, undated]) == Versions(earlier=(FIRST,), undated=(undated,))
    assert versions(undated, [FIRST, undated]) == Versions(undated=(FIRST,))


def test_of_one_moment_each_of_two_files_is_on_one_side_of_the_other() -> None:
    other = plan(3000, "2021-01-28")
    assert versions(THIRD, [other]) == Versions(later=(other,))
    assert versions(other, [THIRD]) == Versions(earlier=(THIRD,))
