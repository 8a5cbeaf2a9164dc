"""Promises that papers say twice in the same words."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from index.store.choice import Choice
from index.store.filters import Filters
from index.tracing.repeated import each_once, repeats
from ingest.fact_types import Commitment, Deadline, Period
from ingest.model import Document, Inferred, Section
from tests.index.making import document, identity, new_library, put


def paper(
    blocks: list[tuple[str, str, str]], *, year: int = 2024, place: str = "Waterdrecht", term: int | None = None
) -> Document:
    """A paper of headings, each with what stands before a promise, and that promise."""
    text, sections, facts = "", [], []
    deadline = Deadline("dan", Period(datetime.date(term, 1, 1), datetime.date(term, 12, 31))) if term else None
    for heading, before, promise in blocks:
        begin, at = len(text), len(text) + len(before)
        text += f"{before}{promise}\n"
        sections.append(Section(begin, len(text), begin, 1, (heading,)))
        facts.append(Commitment(at, at + len(promise), promise, 0.9, "wij", "doen", None, "weak", "planned", deadline))
    about = replace(identity(place, year=year), date=Inferred(datetime.date(year, 1, 1), 0.9))
    return document(text, path=f"{place}-{year}.txt", identity=about, facts=tuple(facts), sections=tuple(sections))


def said_again(folder: Path, *papers: Document) -> list[int]:
    with new_library(folder / "library") as library:
        for each in papers:
            put(library, each)
        found = repeats(library, Filters(), Choice())
        left = library.count_facts("commitment", choice=each_once(library, Filters(), Choice()))[0]
        assert left == library.count_facts("commitment")[0] - sum(map(len, found.values()))
        return [1 + len(others) for others in found.values()]


GOAL = "1.1 De brug is vernieuwd"
NAMED = "De Elzenaar krijgt in het najaar van wethouder Zandstra een nieuw dak."
BARE = "De tarieven worden met vier procent verhoogd."
LEANING = "Voorgesteld wordt dit budget over te hevelen."


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param(
            [("Resultaten", "", GOAL), ("Bruggen", "", f"{GOAL}.")], [2], id="a numbered result, and its heading"
        ),
        pytest.param([("Sport", "", NAMED), ("Geld", "Ook dit: ", NAMED)], [2], id="what names what it is about"),
        pytest.param(
            [("Hondenbelasting", "", BARE), ("Rioolheffing", "", BARE)], [], id="below headings of two matters"
        ),
        pytest.param([("Heffingen", "", BARE), ("Heffingen", "", BARE)], [2], id="below the same heading"),
        pytest.param([("Budget", "", LEANING), ("Budget", "", LEANING)], [], id="what leans on what stands above it"),
        pytest.param(
            [("A", "De weg is op. ", LEANING), ("B", "De weg is op. ", LEANING)], [2], id="after the same words"
        ),
        pytest.param(
            [("Bouw Elzerveen", "Er is een avond. ", BARE), ("Bouw Kerkveen", "Er is een avond. ", BARE)],
            [],
            id="after the same words, of two projects",
        ),
    ],
)
def test_what_one_paper_says_again(tmp_path: Path, blocks: list[tuple[str, str, str]], expected: list[int]) -> None:
    assert said_again(tmp_path, paper(blocks)) == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(paper([("Sport", "", NAMED)], year=2025), [2], id="a later paper"),
        pytest.param(paper([("Sport", "", NAMED)], year=2025, place="Oosterhage"), [], id="another municipality"),
        pytest.param(paper([("Sport", "", NAMED)], year=2025, term=2026), [], id="another term"),
    ],
)
def test_what_two_papers_say(tmp_path: Path, other: Document, expected: list[int]) -> None:
    assert said_again(tmp_path, paper([("Sport", "", NAMED)]), other) == expected


def test_the_newest_place_is_shown(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        for year in (2024, 2025):
            put(library, paper([("Sport", "", NAMED)], year=year))
        (row,) = library.facts("commitment", choice=each_once(library, Filters(), Choice()))
        assert row.document.file == "Waterdrecht-2025.txt"


def test_a_list_that_nobody_reads_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.tracing.repeated.MOST", 1)
    assert said_again(tmp_path, paper([("Resultaten", "", GOAL), ("Bruggen", "", GOAL)])) == []
