"""Municipalities found by any name that they go by."""

from pathlib import Path

import pytest

from index.language.place_names import keys_of, mentions_in
from index.query import understand
from index.store.filters import Filters
from tests.index.making import document, identity, new_library, put

OWN = ("'s-Gravenhage", "Hengelo", "Bergen (NH.)", "Waterdrecht")


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        pytest.param("Hengelo (O.)", ("hengelo o", "hengelo"), id="with the province"),
        pytest.param("gemeente Den Haag", ("den haag", "s gravenhage"), id="everyday name"),
        pytest.param("Bergen", ("bergen", "bergen l", "bergen nh"), id="two municipalities"),
        pytest.param("Waterdrecht", ("waterdrecht",), id="made up"),
    ],
)
def test_keys_of_a_name(name: str, keys: tuple[str, ...]) -> None:
    assert keys_of(name) == keys


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("Den Haag", "'s-Gravenhage", id="everyday name"),
        pytest.param("Hengelo (O.)", "Hengelo", id="with the province"),
        pytest.param("Bergen", "Bergen (NH.)", id="without the province"),
        pytest.param("bergen nh", "Bergen (NH.)", id="no full stop or brackets"),
        pytest.param("waterdrecht", "Waterdrecht", id="made up"),
    ],
)
def test_filter_and_question_take_every_name(tmp_path: Path, name: str, found: str) -> None:
    with new_library(tmp_path) as library:
        for number, own in enumerate(OWN):
            put(library, document("Plan.", path=f"{number}.txt", identity=identity(own, "ivp", None)))
        assert [row.municipality for row in library.documents(Filters(municipalities=(name,)))] == [found]
        query = understand(f"overlast in {name}", library)
        assert (query.preferences.municipalities, query.absent) == ((found,), ())


@pytest.mark.parametrize(
    ("question", "named"),
    [
        pytest.param("Zwembad van Delft", {"Delft"}, id="no person called Van Delft"),
        pytest.param("Wat kost het zwembad van Leiden?", {"Leiden"}, id="a word too, with a capital"),
        pytest.param("Waartoe kan het besluit leiden?", set(), id="the word"),
        pytest.param("Best goed", set(), id="the word, first in the question"),
        pytest.param("vragen van wethouder Putten", set(), id="a person"),
        pytest.param("vissen in de Beek", set(), id="with an article"),
    ],
)
def test_names_in_a_question(question: str, named: set[str]) -> None:
    assert {mention.municipality for mention in mentions_in(question) if mention.how != "place"} == named
