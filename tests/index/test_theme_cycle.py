"""A theme through the cycle: which documents speak, and in what order."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.library import Library
from index.store.filters import Filters
from index.tracing.theme_cycle import Cycle, Turn, cycle
from ingest.fact_types import Commitment, Fact, Speerpunt, Strength
from ingest.model import Document, Failure, Inferred, Passage, Source, ThemeScore
from tests.index.making import document, identity, new_library, put

PLAN = """Woonoverlast is een speerpunt.
Woonoverlast vraagt om geduld.
Wij stellen een regisseur woonoverlast aan.
Wij verlengen het convenant woonoverlast.
Wij bekijken een cursus woonoverlast.
Wij houden een dag over woonoverlast.
Wij maaien de bermen."""
REPORT = "Het convenant woonoverlast is verlengd."
OTHER = "De bermen zijn gemaaid."


def themed(text: str, path: str, kind: str, day: str | None, facts: tuple[Fact, ...] = ()) -> Document:
    passages, start = [], 0
    for number, line in enumerate(text.split("\n")):
        about = (ThemeScore("woonoverlast", 0.6 + 0.3 * (number == 1)),) if "woonoverlast" in line.lower() else ()
        passages.append(Passage(start, start + len(line), themes=about))
        start += len(line) + 1
    on = Inferred(datetime.date.fromisoformat(day) if day else None, 0.9)
    return document(
        text,
        path=path,
        identity=replace(identity("Waterdrecht", kind, 2022, title=path), date=on),
        passages=tuple(passages),
        facts=facts,
    )


def promise(line: int, strength: Strength) -> Fact:
    sentence = PLAN.splitlines()[line]
    start = PLAN.index(sentence)
    return Commitment(start, start + len(sentence), sentence, 0.9, "wij", "doen", None, strength, "planned")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("thema")) as made:
        facts = (
            Speerpunt(0, 12, "Woonoverlast", 0.9, label="Woonoverlast"),
            promise(2, "medium"),
            promise(3, "strong"),
            promise(4, "weak"),
            promise(5, "strong"),
            promise(6, "strong"),
        )
        put(made, themed(REPORT, "a-jaarstukken.txt", "jaarstukken", None))
        put(made, themed(PLAN, "b-ivp.txt", "ivp", "2021-01-28", facts))
        put(made, themed(OTHER, "c-kadernota.txt", "kadernota", "2021-06-24"))
        made.add_failure(Failure(Source("stuk.pdf", "stuk.pdf", "f" * 64, "pdf"), "Beschadigd.", "Vraag een ander."))
        yield made


@pytest.fixture(scope="module")
def found(library: Library) -> Cycle:
    return cycle(library, "woonoverlast", Filters(municipalities=("Waterdrecht",)))


def plan(found: Cycle) -> Turn:
    return found.turns[0]


def test_the_documents_that_speak_of_it_in_order_of_time(found: Cycle) -> None:
    assert [(turn.document.file, turn.stage, turn.when, turn.dated, turn.passages) for turn in found.turns] == [
        ("b-ivp.txt", "plan", datetime.date(2021, 1, 28), True, 6),
        ("a-jaarstukken.txt", "verslag", datetime.date(2023, 6, 1), False, 1),
    ]


def test_the_others_are_silent(found: Cycle) -> None:
    assert [row.file for row in found.silent] == ["c-kadernota.txt"]
    assert found.unread == ()


def test_a_turn_quotes_the_surest_passage_and_holds_the_firmest_commitments(found: Cycle) -> None:
    turn = plan(found)
    assert turn.quote.text == "Woonoverlast vraagt om geduld."
    assert [row.fact.text for row in turn.speerpunten] == ["Woonoverlast"]
    assert [row.fact.text for row in turn.commitments] == [PLAN.splitlines()[line] for line in (3, 5, 2)]
    assert turn.promised == 4


def test_a_parent_stands_for_the_themes_below_it(library: Library) -> None:
    parent = cycle(library, "v1", Filters(municipalities=("Waterdrecht",)))
    assert [turn.passages for turn in parent.turns] == [6, 1]


def test_the_filter_on_officials_makes_nothing_silent(library: Library, found: Cycle) -> None:
    asked = Filters(municipalities=("Waterdrecht",), officials=("Niemand",))
    assert len(cycle(library, "woonoverlast", asked).turns) == len(found.turns)


def test_of_minutes_the_promise_is_quoted_and_not_who_spoke_before(tmp_path: Path) -> None:
    spoken = "Een bewoner klaagt over woonoverlast en burenoverlast."
    firm = "De burgemeester zegt een brief over woonoverlast toe."
    text = f"{spoken}\n{firm}"
    said = Commitment(
        len(spoken) + 1, len(text), firm, 0.9, "burgemeester", "sturen", None, "strong", "planned",
        promise_type="toezegging",
    )  # fmt: skip
    with new_library(tmp_path / "library") as made:
        put(made, themed(text, "verslag.txt", "raadsverslag", "2022-01-27", (said,)))
        (turn,) = cycle(made, "woonoverlast", Filters()).turns
        assert (turn.quote.text, turn.quote.start) == (firm, len(spoken) + 1)
