"""The order of documents in time."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from index.store.moments import due, moment, newest_first, term
from ingest.fact_types import Commitment, Deadline, Period
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


@pytest.mark.parametrize(
    ("words", "period", "expected"),
    [
        pytest.param("vanaf 2022", ("2022-01-01", None), None, id="from when is no term"),
        pytest.param("per 2022", ("2022-01-01", "2022-12-31"), None, id="per is from when"),
        pytest.param("vanaf 1 mei tot 1 juni 2022", ("2022-05-01", "2022-05-31"), "2022-05-31", id="but until when is"),
        pytest.param("in 2022", ("2022-01-01", "2022-12-31"), "2022-12-31", id="a year is over when it is"),
        pytest.param("3 november 2021", ("2021-11-03", "2021-11-03"), None, id="the day before the paper is no term"),
        pytest.param("vandaag", ("2021-11-04", "2021-11-04"), "2021-11-04", id="the day of the paper is"),
    ],
)
def test_the_last_day_of_a_term(
    tmp_path: Path, words: str, period: tuple[str, str | None], expected: str | None
) -> None:
    first, last = (datetime.date.fromisoformat(day) if day else None for day in period)
    text = "Het college legt de hangbrug aan."
    fact = Commitment(
        0, len(text), text, 0.9, "college", "aanleggen", None, "strong", "planned", Deadline(words, Period(first, last))
    )
    with new_library(tmp_path / "library") as library:
        put(library, document(text, identity=identity("Waterdrecht", "besluitenlijst", 2021), facts=(fact,)))
        found = [due(row) for row in library.facts("commitment")]
    assert found == [datetime.date.fromisoformat(expected) if expected else None]


@pytest.mark.parametrize(
    ("said", "words", "expected"),
    [
        pytest.param("Het geld is er tot de besparing per 2027 er is.", "per 2027", False, id="until when"),
        pytest.param("Wij doen dit met het oog op contracten in 2027.", "in 2027", False, id="what it is for"),
        pytest.param("Wij doen dit in 2027.", "in 2027", True, id="its own"),
    ],
)
def test_the_time_that_a_promise_sets_itself(tmp_path: Path, said: str, words: str, expected: bool) -> None:
    deadline = Deadline(words, Period(datetime.date(2027, 1, 1), datetime.date(2027, 12, 31)))
    fact = Commitment(0, len(said), said, 0.9, "wij", "doen", None, "strong", "planned", deadline)
    with new_library(tmp_path / "library") as library:
        put(library, document(said, identity=identity("Waterdrecht"), facts=(fact,)))
        (row,) = library.facts("commitment")
    assert (term(row) is not None) is expected


def test_what_a_party_says_comes_after_the_papers_of_the_municipality(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        for path, kind, year in (("partij.txt", "verkiezingsprogramma", 2026), ("brief.txt", "rib", 2019)):
            put(library, document(f"Een zin in {path}.", path=path, identity=identity("Waterdrecht", kind, year)))
        documents = {row.id: row.file for row in library.documents()}
        assert [documents[number] for number in newest_first(library.documents())] == ["brief.txt", "partij.txt"]


def test_a_paper_without_any_time_is_of_the_last_day_that_it_tells_of(tmp_path: Path) -> None:
    told = Inferred(datetime.date(2026, 2, 1), 0.6)
    undated = replace(identity("Waterdrecht", "beleidsnota", None), date=Inferred(None, 0.0), last_told=told)
    with new_library(tmp_path / "library") as library:
        put(library, document("Een zin.", identity=undated))
        assert moment(library.documents()[0]) == told.value
