"""What a question prefers, and how that decides between passages that have its words as well."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.library import Library
from index.search import search
from ingest.fact_types import Commitment, Official
from ingest.model import Identity
from ingest.seams import problem_of
from tests.index.making import ENCODER, document, identity, new_library, put

POST = "Wethouder G. Post is over de kade toegezegd een brief te sturen."
VOS = "Wethouder J. Vos heeft over de kade toegezegd een brief te sturen."
PORTFOLIO = "Wethouder Gerda Post: de kade en de brief."


def promise(text: str, actor: str) -> tuple[Commitment, Official]:
    name = actor.removeprefix("wethouder ")
    at = text.index(name)
    return (
        Commitment(0, len(text), text, 0.9, actor, "sturen", "een brief", "strong", "planned"),
        Official(at, at + len(name), name, 0.9, name, "wethouder"),
    )


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("preferences")
    with new_library(folder) as made:
        put(made, document(VOS, path="a.txt", facts=promise(VOS, "wethouder J. Vos")))
        put(made, document(POST, path="b.txt", facts=promise(POST, "wethouder G. Post")))
        official = Official(10, 20, "Gerda Post", 0.9, "Gerda Post", "wethouder", "kade")
        put(made, document(PORTFOLIO, path="c.txt", facts=(official,)))
        yield made


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("brief over de kade die wethouder Gerda Post heeft toegezegd", POST),
        ("brief over de kade die wethouder Vos heeft toegezegd", VOS),
    ],
)
def test_a_promise_of_the_person_comes_first(library: Library, question: str, first: str) -> None:
    assert search(library, ENCODER, question).hits[0].passage.text == first


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("brief 381 van wethouder Vos over de kade", False),
        (
            "brief 381 wethouder Vos heeft over kade toegezegd brief te sturen, gemeenteraad, college, burgemeester",
            True,
        ),
    ],
    ids=["what it asks for", "one of many words"],
)
def test_a_number_must_be_there_where_it_is_asked_for(library: Library, question: str, *, found: bool) -> None:
    assert bool(search(library, ENCODER, question).hits) is found


OLDER = "De wegen worden dit jaar verhoogd en de wegen worden breder."
ASKED = "De wegen in het dorp blijven zoals ze zijn."
OF_COLUMNS = problem_of([(0, 1)])


@pytest.mark.parametrize(
    ("question", "other", "own"),
    [
        ("worden de wegen verhoogd in 2026", identity(year=2021), identity(year=2026)),
        ("worden de wegen verhoogd volgens het coalitieakkoord", identity(), identity(doc_type="coalitieakkoord")),
    ],
    ids=["year", "type"],
)
def test_what_is_of_another_year_or_type_comes_behind(
    tmp_path: Path, question: str, other: Identity, own: Identity
) -> None:
    with new_library(tmp_path) as library:
        put(library, document(OLDER, path="a.txt", identity=other))
        put(library, document(ASKED, path="b.txt", identity=own))
        assert search(library, ENCODER, "worden de wegen verhoogd").hits[0].passage.text == OLDER
        assert search(library, ENCODER, question).hits[0].passage.text == ASKED


def test_what_is_of_another_year_but_names_the_one_asked_stays(tmp_path: Path) -> None:
    with new_library(tmp_path) as library:
        put(library, document(f"{OLDER} Dat is in 2026.", path="a.txt", identity=identity(year=2021)))
        put(library, document(ASKED, path="b.txt", identity=identity(year=2026)))
        assert OLDER in search(library, ENCODER, "worden de wegen verhoogd in 2026").hits[0].passage.text


def test_a_torn_passage_comes_behind_a_whole_one(tmp_path: Path) -> None:
    whole, torn = "De kade wordt in het voorjaar hersteld.", "De kade wordt in het voorjaar hersteld langs de Er komt."
    with new_library(tmp_path) as library:
        put(library, replace(document(torn, path="a.txt"), problems=(OF_COLUMNS,), status="partial"))
        put(library, document(whole, path="b.txt"))
        assert [
            hit.passage.text for hit in search(library, ENCODER, "wordt de kade in het voorjaar hersteld").hits
        ] == [whole, torn]
