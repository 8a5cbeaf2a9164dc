"""What a question asks for that the documents are known not to have."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library
from index.search import search
from index.store.filters import Filters
from tests.index.making import ENCODER, document, identity, new_library, put

HERE = (
    "De handhavers controleren de haven.\nElke boa loopt zijn ronde.\nDe jeugd krijgt een hangplek.\n"
    "Het jongerenwerk gaat de wijken in.\nIn de begroting staat geld voor de brug, die tot 2030 meegaat."
)
ELSEWHERE = "De jeugdboa loopt door het dorp.\nOver de jaarstukken van 2017 is nog een vraag."


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("lacking")) as made:
        put(made, document(HERE, path="hier.txt", identity=identity("Waterdrecht", "programmabegroting", 2022)))
        put(made, document(ELSEWHERE, path="elders.txt", identity=identity("Oosterhage", "jaarstukken", 2023)))
        yield made


@pytest.mark.parametrize(
    ("question", "note"),
    [
        pytest.param(
            "jeugdboa Waterdrecht",
            "Niets gevonden in 1 stuk van Waterdrecht; geen passage over jeugdboa.",
            id="a compound of which only the parts are there",
        ),
        pytest.param(
            "begroting 2030",
            "Niets gevonden in 2 stukken, geen daarvan over 2030. "
            "Een stuk van de soort programmabegroting over 2030 is er niet.",
            id="a paper of a year that only a text names",
        ),
        pytest.param(
            "zwembad Oosterhage 2023",
            "Niets gevonden in 1 stuk van Oosterhage, 1 daarvan over 2023; geen passage over zwembad.",
            id="a word that is nowhere",
        ),
    ],
)
def test_is_silent_and_says_what_was_searched(library: Library, question: str, note: str) -> None:
    answer = search(library, ENCODER, question)
    assert (answer.hits, answer.note) == ((), note)
    assert answer.nearest


def test_words_that_say_little_beside_one_that_is_nowhere_change_nothing(library: Library) -> None:
    answer = search(library, ENCODER, "Komt er in Oosterhage een nieuw zwembad?")
    assert (answer.hits, answer.note) == ((), "Niets gevonden in 1 stuk van Oosterhage; geen passage over zwembad.")


@pytest.mark.parametrize(
    ("question", "start"),
    [
        pytest.param("jeugdboa Oosterhage", "De jeugdboa", id="the compound where it is"),
        pytest.param("boa Waterdrecht", "Elke boa", id="the part itself"),
        pytest.param("jaarstukken van 2017", "Over de jaarstukken", id="a text that names the paper"),
    ],
)
def test_answers_what_is_there(library: Library, question: str, start: str) -> None:
    assert search(library, ENCODER, question).hits[0].passage.text.startswith(start)


def test_a_document_of_unknown_type_and_year_may_be_the_paper(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        put(library, document("De begroting zet in op de haven.", identity=identity("Waterdrecht", None, None)))
        assert len(search(library, ENCODER, "begroting 2030 haven").hits) == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Waterdregt", ["Bedoelt u Waterdrecht in plaats van Waterdregt?"]),
        ("Nergenshuizen", []),
        ("waterdrecht", []),
    ],
)
def test_suggests_the_municipality_that_was_meant(library: Library, name: str, said: list[str]) -> None:
    note = search(library, ENCODER, "haven", Filters(municipalities=(name,))).note or ""
    assert [part for part in said if part in note] == said
    assert ("Bedoelt" in note) == bool(said)
