"""What came of a commitment: found by its words, also as parts of words, and never concluded from the theme alone."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

import pytest

from index.follow import Follower
from index.language.matter import content_words, likeness, says
from index.library import Library
from index.store.filters import Filters
from index.tracing import outcomes
from index.tracing.outcomes import Outcome, Outcomes
from index.tracing.telling import reports_on
from ingest.fact_types import Commitment, CommitmentStatus, Deadline, Period
from ingest.model import Document, Inferred, Passage, ThemeScore
from tests.index.making import ENCODER, document, identity, new_library, put

IN_2023 = Deadline("in 2023", Period(datetime.date(2023, 1, 1), datetime.date(2023, 12, 31)))
PLAN = """In 2023 leggen wij drie bluswaterputten aan voor de brandweer.
In 2023 krijgt de brandweer een ladderwagen in Turfhorst.
In 2023 kiezen wij een roepnaam voor de kazerne."""
OLD = "Van de putten voor bluswater is er in 2021 een dichtgegooid."
REPORT = """In 2023 sloegen wij voor de brandweer twee putten voor bluswater.
De brandweer kreeg complimenten van de burgemeester.
Brandweer en kazerne: roepnaam"""


def paper(text: str, path: str, kind: str, year: int, day: str, facts: tuple[Commitment, ...] = ()) -> Document:
    passages, start = [], 0
    for line in text.split("\n"):
        passages.append(Passage(start, start + len(line), themes=(ThemeScore("brandweer", 0.9),)))
        start += len(line) + 1
    on = Inferred(datetime.date.fromisoformat(day), 0.9)
    about = replace(identity("Waterdrecht", kind, year, title=path), date=on)
    return document(text, path=path, identity=about, passages=tuple(passages), facts=facts)


def promised(text: str, line: int, status: CommitmentStatus = "planned") -> Commitment:
    sentence = text.splitlines()[line]
    start = text.index(sentence)
    return Commitment(
        start, start + len(sentence), sentence, 0.9, "wij", "doen", None, "strong", status, deadline=IN_2023
    )


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("outcomes")) as made:
        facts = tuple(promised(PLAN, line) for line in range(3))
        put(made, paper(PLAN, "ivp.txt", "ivp", 2022, "2022-01-28", facts))
        put(made, paper(OLD, "jaarstukken-2021.txt", "jaarstukken", 2021, "2022-06-22"))
        put(made, paper(REPORT, "jaarstukken-2023.txt", "jaarstukken", 2023, "2024-06-22"))
        filler = "\n".join(f"Onderwerp{n} staat in paragraaf{n} van bijlage{n}." for n in range(60))
        put(made, document(filler, path="bijlagen.txt", identity=identity("Oosterhage")))
        made.refresh()
        yield made


def outcome(library: Library, line: int) -> Outcome:
    row = library.facts("commitment", Filters(municipalities=("Waterdrecht",)))[line]
    assert row.fact.text == PLAN.splitlines()[line]
    return Outcomes(library, Follower(library, ENCODER), ("brandweer",)).of(row)


def test_a_word_within_a_word_may_be_about_it(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outcomes, "LEAST_MEANT", 0.5)  # the stand-in for an encoder counts words
    found = outcome(library, 0)
    assert (found.kind, found.step and found.step.text) == ("perhaps", REPORT.splitlines()[0])


def test_shared_words_are_not_enough_where_the_meaning_is_another(library: Library) -> None:
    found = outcome(library, 0)
    assert found.kind == "silent"


def test_the_theme_alone_is_no_outcome_and_what_was_searched_is_named(library: Library) -> None:
    found = outcome(library, 1)
    assert (found.kind, found.step) == ("silent", None)
    assert [document.file for document in found.searched] == ["jaarstukken-2023.txt"]


def test_a_heading_tells_nothing(library: Library) -> None:
    assert outcome(library, 2).kind == "silent"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        pytest.param("bluswat", "bluswaterput", 0.8, id="at the beginning"),
        pytest.param("ontmoetingsplek", "jongerenontmoetingsplek", 0.8, id="at the end"),
        pytest.param("middel", "buurtbemiddelar", 0.0, id="in the middle is chance"),
        pytest.param("verlen", "verleng", 0.0, id="one letter more is another word"),
        pytest.param("sporthal", "sporthal", 1.0, id="the same"),
    ],
)
def test_parts_of_words(one: str, other: str, alike: float) -> None:
    assert likeness(one, frozenset({other})) == likeness(other, frozenset({one})) == alike


def test_amounts_are_words_and_years_are_not() -> None:
    assert content_words("Het restant van € 98.600 gaat in 2023 naar de reddingsboot.", with_parts=True) >= {
        "98600",
        "bot",
    }
    assert "2023" not in content_words("Het restant gaat in 2023 mee.")


@pytest.mark.parametrize(
    ("text", "is_said"),
    [("Brandweerpost Dennenhorst", False), ("De post is open.", True), ("Jeugdboa | groen | Gestart", True)],
)
def test_what_says_something(text: str, is_said: bool) -> None:
    assert says(text) is is_said


@pytest.mark.parametrize(
    ("year", "may"),
    [pytest.param(2022, False, id="on the year before the term"), pytest.param(2023, True, id="on its year")],
)
def test_a_report_on_an_earlier_year_is_not_named_as_searched(library: Library, year: int, may: bool) -> None:
    row = library.facts("commitment", Filters(municipalities=("Waterdrecht",)))[0]
    report = replace(row.document, identity=identity("Waterdrecht", "jaarstukken", year))
    assert reports_on(report, row) is may
