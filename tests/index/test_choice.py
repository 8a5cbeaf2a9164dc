"""Lists of commitments narrowed and ordered in the database."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.library import Library
from index.store.choice import Choice, Sort
from index.store.paging import Part
from ingest.fact_types import Commitment, CommitmentStatus, Deadline, Period, Strength
from ingest.model import Inferred
from tests.index.making import document, identity, new_library, put

TODAY = datetime.date(2024, 1, 1)


def commitment(
    name: str,
    strength: Strength,
    status: CommitmentStatus,
    due: tuple[str | None, str | None] | None = None,
    amount: float | None = None,
    listed: str | None = None,
) -> tuple[str, Commitment]:
    ends = [datetime.date.fromisoformat(day) if day else None for day in due or (None, None)]
    deadline = Deadline("dan", Period(ends[0], ends[1])) if due else None
    return name, Commitment(
        0,
        1,
        "x",
        0.9,
        None,
        "doen",
        None,
        strength,
        status,
        deadline,
        amount,
        register_status=listed,  # type: ignore[arg-type]
    )


COMMITMENTS = dict(
    [
        commitment("brug", "strong", "planned", ("2022-01-01", "2022-12-31"), 500.0),
        commitment("weg", "weak", "planned"),
        commitment("plein", "medium", "realised", ("2022-01-01", "2022-06-30"), 9000.0),
        commitment("brief", "strong", "planned", ("2023-01-01", "2023-03-31"), listed="Voldaan"),
        commitment("park", "medium", "ongoing", ("2024-07-01", None)),
        commitment("kade", "strong", "planned", ("2026-01-01", "2026-12-31"), 70.0, "Openstaand"),
    ]
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("choice")) as made:
        text = " ".join(COMMITMENTS)
        facts = tuple(
            replace(fact, start=text.index(name), end=text.index(name) + len(name), text=name)
            for name, fact in COMMITMENTS.items()
        )
        put(made, document(text, facts=facts))
        yield made


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        pytest.param(Choice(), "brug weg plein brief park kade", id="all"),
        pytest.param(Choice(strengths=("strong", "weak")), "brug weg brief kade", id="strengths"),
        pytest.param(Choice(states=("ongoing",)), "park", id="state"),
        pytest.param(Choice(listed=("Openstaand", "Voldaan")), "brief kade", id="state by a list"),
        pytest.param(Choice(due="over", today=TODAY), "brug", id="past: not what was done or listed as done"),
        pytest.param(Choice(due="coming", today=TODAY), "park kade", id="to come, also without an end"),
        pytest.param(Choice(due="none"), "weg", id="no deadline"),
        pytest.param(Choice(due="over", today=TODAY, strengths=("weak",)), "", id="both hold"),
        pytest.param(Choice(due="over", today=datetime.date(2025, 1, 1)), "brug", id="what only begins is not past"),
        pytest.param(Choice(checkable=True), "brug plein brief park kade", id="with a deadline or an amount"),
        pytest.param(Choice(words=("r",)), "brug brief park", id="a word of it"),
        pytest.param(Choice(words=("r", "g")), "brug", id="two words of it"),
    ],
)
def test_what_is_left(library: Library, choice: Choice, expected: str) -> None:
    names = expected.split()
    assert [row.fact.text for row in library.facts("commitment", choice=choice)] == names
    assert library.count_facts("commitment", choice=choice) == (len(names), 1 if names else 0)
    assert [row.fact.text for row in library.each_fact("commitment", choice=choice)] == names
    assert library.fact_facets("commitment", choice=choice).municipalities == (
        {"Waterdrecht": len(names)} if names else {}
    )


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        pytest.param("place", "brug weg plein brief park kade", id="as they stand"),
        pytest.param("deadline", "plein brug brief park kade weg", id="the first due first, none last"),
        pytest.param("firmness", "brug brief kade plein park weg", id="the firmest first"),
        pytest.param("amount", "plein brug kade weg brief park", id="the highest first, none last"),
    ],
)
def test_order_holds_over_parts(library: Library, sort: Sort, expected: str) -> None:
    choice = Choice(sort=sort)
    parts = [library.facts("commitment", part=Part(4, offset), choice=choice) for offset in (0, 4)]
    assert [row.fact.text for part in parts for row in part] == expected.split()


def test_newest_first_with_papers_of_more_municipalities_last(tmp_path: Path) -> None:
    """Read in parts, a sheet of two at a time, it is the same list."""
    with new_library(tmp_path / "library") as library:
        for path, year, also in (("a.txt", 2023, ("Oosterhage",)), ("b.txt", 2021, ()), ("c.txt", 2022, ())):
            about = replace(
                identity("Waterdrecht", "rib", year, also=also), date=Inferred(datetime.date(year, 1, 1), 0.9)
            )
            facts = tuple(Commitment(i, i + 1, path[0], 0.9, None, "x", None, "weak", "planned") for i in range(3))
            put(library, document(path[0] * 3, path=path, identity=about, facts=facts))
        newest = Choice(sort="newest")
        whole = [row.document.file for row in library.facts("commitment", choice=newest)]
        assert whole == ["c.txt"] * 3 + ["b.txt"] * 3 + ["a.txt"] * 3
        parts = [library.facts("commitment", part=Part(2, at), choice=newest) for at in range(0, 10, 2)]
        assert [row.document.file for part in parts for row in part] == whole
        assert [row.fact.start for part in parts for row in part] == [0, 1, 2] * 3
