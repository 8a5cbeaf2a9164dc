"""Seeking in a list: what holds the words, as it is shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.finding.discreet import DiscreetLibrary
from index.library import Library
from index.store.choice import Choice
from index.store.filters import Filters
from index.tracing.worded import worded
from ingest.fact_types import Commitment
from ingest.model import Passage, Section
from tests.index.making import document, identity, new_library, put

LINES = (
    "Wij vernieuwen het Gemeenschapshuis in 2026.",
    "Het café aan de haven krijgt een terras.",
    "Inspreker Quirijn Wiebenga krijgt een brief met ons antwoord.",
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    text, facts = "\n".join(LINES), []
    for line in LINES:
        at = text.index(line)
        said = "mogelijk knelpunt (!)" if "terras" in line else None
        facts.append(
            Commitment(at, at + len(line), line, 0.9, "Wij", "doen", None, "strong", "planned", register_said=said)
        )
    passages = (Passage(0, len(LINES[0]), heading_path=("Theater De Fuik",)),)
    sections = (Section(0, len(LINES[0]), 0, 1, ("Theater De Fuik",)),)
    with new_library(tmp_path / "library") as made:
        put(made, document(text, facts=tuple(facts), passages=passages, sections=sections, identity=identity()))
    with DiscreetLibrary.open(tmp_path / "library") as discreet:
        yield discreet


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param("", [0, 1, 2], id="nothing"),
        pytest.param("gemeenschapshuis", [0], id="another case"),
        pytest.param("gemeenschap 2026", [0], id="a part of a word, and a number"),
        pytest.param("CAFE", [1], id="without its accent"),
        pytest.param("haven terras", [1], id="all words"),
        pytest.param("haven 2026", [], id="not one of the words"),
        pytest.param("fuik", [0], id="in the heading"),
        pytest.param("Knelpunt", [1], id="in what a list says of it"),
        pytest.param("100%", [], id="a sign that means something to the database"),
        pytest.param("Wiebenga", [], id="a resident"),
    ],
)
def test_what_is_found(library: Library, asked: str, expected: list[int]) -> None:
    choice = worded(library, "commitment", Filters(), Choice(), asked)
    found = library.facts("commitment", choice=choice)
    assert [row.fact.start for row in found] == ["\n".join(LINES).index(LINES[number]) for number in expected]
