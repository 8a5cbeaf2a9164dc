"""What a question prefers, and how that decides between passages that have its words as well."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library
from index.search import search
from ingest.fact_types import Commitment, Official
from tests.index.making import ENCODER, document, new_library, put

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
