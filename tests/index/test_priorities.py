"""Speerpunten in time, and what a newer paper says of their end."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

import pytest

from index.library import Library
from index.store.filters import Filters
from index.tracing.on_theme import facts_on
from index.tracing.priorities import Priorities, priorities
from ingest.fact_types import Speerpunt
from ingest.model import Inferred, Passage, ThemeScore
from tests.index.making import document, identity, new_library, put

OLD = "Woonoverlast is een prioriteit."
NEW = """Woonoverlast en burenruzies horen bij het gewone werk.
Woonoverlast is geen prioriteit meer, want het aantal meldingen daalde.
Ondermijning is geen prioriteit meer."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("priorities")) as made:
        about = (ThemeScore("woonoverlast", 0.9),)
        for text, plan, path in ((OLD, (2021, 2024), "oud.txt"), (NEW, (2025, 2028), "nieuw.txt")):
            facts = (Speerpunt(0, 12, "Woonoverlast", 0.9, label="Woonoverlast"),) if path == "oud.txt" else ()
            ident = identity("Waterdrecht", "ivp", None, plan=plan, title=path)
            dated = replace(ident, date=Inferred(datetime.date(plan[0] - 1, 12, 1), 0.9))
            whole = (Passage(0, len(text), themes=about),)
            put(made, document(text, path=path, identity=dated, passages=whole, facts=facts))
        yield made


def found(library: Library, *years: int, today: datetime.date = datetime.date(2026, 1, 1)) -> Priorities:
    asked = Filters(municipalities=("Waterdrecht",), years=years)
    rows = facts_on(library, asked, ("woonoverlast",))
    return priorities(library, rows, ("woonoverlast",), asked, today)


def test_what_ran_out_is_not_current_and_the_newer_plan_says_why(library: Library) -> None:
    made = found(library)
    assert ([each.row.document.file for each in made.past], made.running) == (["oud.txt"], ())
    assert [place.text for place in made.endings] == NEW.splitlines()[:2]


def test_it_runs_on_a_day_within_its_period(library: Library) -> None:
    made = found(library, today=datetime.date(2023, 5, 1))
    assert ([each.row.document.file for each in made.running], made.past) == (["oud.txt"], ())


def test_years_that_are_asked_go_before_the_day(library: Library) -> None:
    assert [each.row.document.file for each in found(library, 2022).running] == ["oud.txt"]
