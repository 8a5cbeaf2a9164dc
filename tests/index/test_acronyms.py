"""Abbreviations in a question, both ways and for the encoder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.finding.acronyms import short_names, written_out
from index.finding.terms import DEFINED
from index.library import Library
from index.query import understand
from index.store.word_entries import name_stems
from tests.index.making import document, new_library, put

TEXT = "Het Plan Groene Aanleg (PGA) begint in mei.\nDe bewoners krijgen grip op hun kade."


def stems(name: str) -> tuple[str, ...]:
    return tuple(name_stems(name).split("_"))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("acronyms")
    with new_library(folder) as made:
        put(made, document(TEXT))
        yield made


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        ("wat doet de PGA", "wat doet de PGA (Plan Groene Aanleg)"),
        ("ozb en riec", "ozb (onroerendezaakbelasting) en riec (regionaal informatie- en expertisecentrum)"),
        ("GRIP bij brand", "GRIP (gecoördineerde regionale incidentbestrijdingsprocedure) bij brand"),
        ("grip op de kade", "grip op de kade"),
        ("bewoners aan de kade", "bewoners aan de kade"),
    ],
    ids=["explained by the library", "of the list", "capitals", "a Dutch word", "none"],
)
def test_the_encoder_gets_abbreviations_written_out(library: Library, question: str, meaning: str) -> None:
    assert written_out(question, library) == meaning
    assert understand(question, library).meaning == meaning
    assert understand(question, library, literal=True).meaning == question


def test_what_the_library_explains_takes_the_place_of_the_list(library: Library) -> None:
    (word,) = understand("PGA", library).words
    assert [form.stems for form in word.forms if form.weight == DEFINED] == [stems("Plan Groene Aanleg")]


@pytest.mark.parametrize(
    ("name", "short"), [("plan groene aanleg", ("pga",)), ("persoonsgerichte aanpak", ("pga",)), ("kade", ())]
)
def test_a_full_name_has_its_abbreviations(library: Library, name: str, short: tuple[str, ...]) -> None:
    assert short_names(stems(name), library.words) == short
