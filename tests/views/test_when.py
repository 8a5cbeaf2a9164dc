"""What a screen says of when a paper speaks."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from index.store.rows import DocumentRow
from ingest.model import Identity, Inferred
from tests.index.making import document, identity, new_library, put
from views.when import about, when

NO_DATE = replace(identity("Waterdrecht", "ivp", None), date=Inferred(None, 0.0))


@pytest.mark.parametrize(
    ("known", "said"),
    [
        pytest.param({"date": Inferred(datetime.date(2024, 3, 5), 0.9)}, "5 maart 2024", id="its own date"),
        pytest.param(
            {"reporting_year": Inferred(2023, 0.9)}, "Zonder datum, over 2023", id="the year that it is about"
        ),
        pytest.param(
            {"last_told": Inferred(datetime.date(2026, 2, 1), 0.6)},
            "Zonder datum, uit 2026 of later",
            id="what it tells",
        ),
        pytest.param({}, "Zonder datum", id="nothing"),
    ],
)
def test_when_a_paper_speaks(known: dict[str, Inferred[object]], said: str, tmp_path: Path) -> None:
    assert when(_row(tmp_path, replace(NO_DATE, **known))) == said  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("plan", "said"),
    [((2023, 2026), "voor 2023 tot en met 2026"), ((2023, None), "voor 2023 en later")],
    ids=["both ends", "open"],
)
def test_a_plan_without_a_date_has_its_period(plan: tuple[int, int | None], said: str, tmp_path: Path) -> None:
    made = replace(identity("Waterdrecht", "ivp", None, plan), date=Inferred(None, 0.0))
    assert about(_row(tmp_path, made)) == said


def _row(folder: Path, made: Identity) -> DocumentRow:
    with new_library(folder / "library") as library:
        put(library, document("Tekst.", identity=made))
        (row,) = library.documents()
    return row
