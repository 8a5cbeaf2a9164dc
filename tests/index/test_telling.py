"""Which papers and sentences can tell what came of a promise: only what is later, and says that it was done."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.follow import Follower
from index.library import Library
from index.store.filters import Filters
from index.tracing.outcomes import Outcome, Outcomes
from index.tracing.telling import is_habit, is_told, says_not_yet
from ingest.fact_types import Commitment, Deadline, Period
from ingest.model import Document, Inferred, Passage, ThemeScore
from tests.index.making import ENCODER, document, identity, new_library, put

PROMISE = "In december 2026 is het uitvoeringsplan brandweer en bluswaterputten geëvalueerd."
DECEMBER = Deadline("in december 2026", Period(datetime.date(2026, 12, 1), datetime.date(2026, 12, 31)))
EARLY = "Het uitvoeringsplan brandweer en bluswaterputten is geëvalueerd."
HABIT = "Jaarlijks wordt het uitvoeringsplan brandweer en bluswaterputten geëvalueerd."


def paper(text: str, kind: str, day: str | None, facts: tuple[Commitment, ...] = ()) -> Document:
    passage = Passage(0, len(text), themes=(ThemeScore("brandweer", 0.9),))
    on = Inferred(datetime.date.fromisoformat(day) if day else None, 0.9)
    about = replace(identity("Waterdrecht", kind, int(day[:4]) if day else None, title=f"{kind} {day}"), date=on)
    return document(text, path=f"{kind}-{day}.txt", identity=about, passages=(passage,), facts=facts)


def outcome(library: Library) -> Outcome:
    (row,) = library.facts("commitment", Filters(municipalities=("Waterdrecht",)))
    return Outcomes(library, Follower(library, ENCODER), ("brandweer",)).of(row)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with new_library(tmp_path / "library") as made:
        fact = Commitment(
            0, len(PROMISE), PROMISE, 0.9, "wij", "evalueren", None, "strong", "planned", deadline=DECEMBER
        )
        put(made, paper(PROMISE, "programmabegroting", "2025-11-01", (fact,)))
        filler = "\n".join(f"Onderwerp{n} staat in paragraaf{n} van bijlage{n}." for n in range(60))
        put(made, document(filler, path="bijlagen.txt", identity=identity("Oosterhage")))
        yield made


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        pytest.param(EARLY, "2026-11-11", ("no later papers", []), id="before the term: neither told nor searched"),
        pytest.param(EARLY, "2027-01-20", ("told", ["rib 2027-01-20"]), id="after the term: told"),
        pytest.param(EARLY, None, ("perhaps", ["rib None"]), id="of an unknown day: perhaps"),
        pytest.param(HABIT, "2027-01-20", ("silent", ["rib 2027-01-20"]), id="a habit is no report"),
    ],
)
def test_what_is_told_is_later(library: Library, text: str, day: str | None, expected: tuple[str, list[str]]) -> None:
    put(library, paper(text, "rib", day))
    library.refresh()
    found = outcome(library)
    assert (found.kind, [each.title for each in found.searched]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Elk jaar wordt een plan opgesteld.", True, id="every year"),
        pytest.param("Het jaarlijkse plan is in 2025 opgesteld.", False, id="that of one year"),
        pytest.param("Het plan is opgesteld.", False, id="once"),
    ],
)
def test_a_habit(text: str, expected: bool) -> None:
    assert is_habit(text) is expected


def test_what_a_party_promises_tells_nothing(library: Library) -> None:
    put(library, paper(EARLY, "verkiezingsprogramma", "2027-01-20"))
    library.refresh()
    assert (outcome(library).kind, outcome(library).step) == ("no later papers", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("De putten zijn geplaatst.", True, id="a sentence"),
        pytest.param("Bluswaterputten", False, id="a heading"),
        pytest.param("Bluswaterputten | geplaatst | Zij staan aan de Turfkolk.", True, id="a row of words"),
        pytest.param("Bluswaterputten | 12.000 | 14.500 | -2.500", False, id="a row of figures"),
    ],
)
def test_what_tells_something(text: str, expected: bool) -> None:
    assert is_told(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Voorgesteld wordt het restant over te hevelen naar 2024.", True, id="to be moved to a year"),
        pytest.param("Het krediet is naar het jaar 2025 overgeheveld.", True, id="was moved to a year"),
        pytest.param("De taak is overgeheveld naar de veiligheidsregio.", False, id="moved to another body"),
        pytest.param("De putten zijn in 2024 geplaatst.", False, id="done in a year"),
    ],
)
def test_money_that_moves_to_a_next_year_tells_that_it_is_not_done(text: str, expected: bool) -> None:
    assert says_not_yet(text) is expected
