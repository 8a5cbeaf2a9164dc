"""Which task fields answer a question after money."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from index.library import Library
from index.search import search
from tests.index.making import ENCODER, new_library, put
from tests.index.test_dossier_taakvelden import BUDGET, paper

YOUTH = ("6.751", "6.92")
ROWS = (
    "6.751 Jeugdhulp ambulant lokaal",
    "6.92 Coördinatie en beleid Jeugd",
    "6.81a Beschermd wonen",
    "8.3 Wonen en bouwen",
    "6.2 Toegang en eerstelijnsvoorzieningen",
    "1.2 Openbare orde en veiligheid",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("fields")) as made:
        put(made, paper("programmabegroting", 2026, dict.fromkeys(ROWS, BUDGET)))
        yield made


def asked(library: Library, question: str) -> tuple[str, ...]:
    return tuple(field.code for fields in search(library, ENCODER, question).taakvelden for field in fields)


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        pytest.param("Hoeveel geld gaat er in 2026 naar jeugdhulp?", YOUTH, id="all fields of a theme"),
        pytest.param("Wat geeft Waterdrecht uit aan jeugdzorg?", YOUTH, id="a theme in another word"),
        pytest.param("lasten wonen", ("8.3",), id="the whole of a part of a name"),
        pytest.param("Hoeveel geld gaat er naar veiligheid?", ("1.2",), id="a field that no theme has for itself"),
        pytest.param("Hoeveel geld gaat er naar jeugdhulp voor baby's?", (), id="a part of a theme"),
        pytest.param("Hoeveel geld ging er in 2019 naar jeugdhulp?", (), id="another year"),
        pytest.param("Wat wil de gemeente met jeugdhulp in 2026?", (), id="no sum is asked"),
        pytest.param("Wat kost het beleid?", (), id="a word that says nothing"),
    ],
)
def test_which_fields_answer(library: Library, question: str, codes: tuple[str, ...]) -> None:
    assert asked(library, question) == codes


def test_a_table_is_an_answer_where_no_passage_is(library: Library) -> None:
    answer = search(library, ENCODER, "Hoeveel geld gaat er in 2026 naar jeugdhulp?")
    assert answer.note is None
    assert search(library, ENCODER, "Hoeveel geld gaat er naar jeugdhulp?", literal=True).taakvelden == ()


def test_of_many_municipalities_none_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    with new_library(tmp_path_factory.mktemp("places")) as made:
        for place in ("Waterdrecht", "Oosterhage", "Sint-Maartenszijl", "Duinwijk"):
            one = paper("programmabegroting", 2026, {f"6.751 Jeugdhulp in {place}": BUDGET})
            about = replace(one.identity, municipality=replace(one.identity.municipality, value=place))
            source = replace(one.source, path=f"{place}.txt")
            put(made, replace(one, identity=replace(about, municipalities=(place,)), source=source))
        assert asked(made, "Hoeveel geld gaat er naar jeugdhulp?") == ()
        assert asked(made, "Hoeveel geld gaat er naar jeugdhulp in Duinwijk?") == ("6.751",)
