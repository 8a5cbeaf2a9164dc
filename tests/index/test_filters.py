"""Filters as the contract has them: repeats widen, different filters narrow, nothing found stays nothing."""

from collections.abc import Iterator

import pytest

from index.language.mentions import names_person
from index.library import Library
from index.store.filters import Filters
from ingest.fact_types import Commitment, Official
from ingest.model import Passage, ThemeScore
from tests.index.making import document, identity, new_library, put

BOSMAN = "Wethouder Ria Bosman opent de haven.\nDe politie komt erbij."


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("filters")) as made:
        put(
            made,
            document(
                BOSMAN,
                path="a.txt",
                passages=(
                    Passage(0, 36, themes=(ThemeScore("haven", 0.9),)),
                    Passage(37, len(BOSMAN), themes=(ThemeScore("politie", 0.9), ThemeScore("haven", 0.2))),
                ),
                facts=(
                    Official(10, 20, "Ria Bosman", 0.9, name="Ria Bosman", role="wethouder"),
                    Commitment(37, len(BOSMAN), BOSMAN[37:], 0.5, "mevrouw Bosman", "komt", None, "weak", "planned"),
                ),
            ),
        )
        put(made, document("Plan.", path="b.txt", identity=identity("Sint-Maartenszijl", "ivp", None, (2021, 2024))))
        put(made, document("Regio.", path="c.txt", identity=identity(None, None, None, also=("Oosterhage", "Één"))))
        put(made, document("Open plan.", path="d.txt", identity=identity("Oosterhage", "ivp", 2019, (2024, None))))
        yield made


@pytest.mark.parametrize(
    ("filters", "files"),
    [
        pytest.param(Filters(), "abcd", id="none"),
        pytest.param(Filters(municipalities=("waterdrecht",)), "a", id="case"),
        pytest.param(Filters(municipalities=("gemeente Sint Maartenszijl",)), "b", id="hyphen and word gemeente"),
        pytest.param(Filters(municipalities=("een",)), "c", id="diacritics, one of several municipalities"),
        pytest.param(Filters(municipalities=("Oosterhage",)), "cd", id="main or one of several"),
        pytest.param(Filters(municipalities=("Waterdrecht", "Oosterhage")), "acd", id="repeats widen"),
        pytest.param(Filters(municipalities=("Water",)), "", id="part of a name"),
        pytest.param(Filters(doc_types=("ivp",)), "bd", id="type"),
        pytest.param(Filters(municipalities=("Oosterhage",), doc_types=("ivp",)), "d", id="different filters narrow"),
        pytest.param(Filters(years=(2022,)), "ab", id="reporting year or plan"),
        pytest.param(Filters(years=(2019, 2021)), "bd", id="two years"),
        pytest.param(Filters(years=(2031,)), "d", id="plan without end"),
        pytest.param(Filters(years=(2018,)), "", id="no such year"),
        pytest.param(Filters(themes=("haven",)), "a", id="theme"),
        pytest.param(Filters(themes=("onbekend",)), "", id="unknown theme"),
        pytest.param(Filters(officials=("Bosman",)), "a", id="surname"),
        pytest.param(Filters(officials=("burgemeester",)), "", id="a title is no name"),
    ],
)
def test_documents(library: Library, filters: Filters, files: str) -> None:
    assert [row.file for row in library.documents(filters)] == [f"{letter}.txt" for letter in files]
    assert library.document_ids(filters) == ["_abcd".index(letter) for letter in files]


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        pytest.param(Filters(themes=("haven",)), [1, 2], id="theme"),
        pytest.param(Filters(themes=("politie",)), [2], id="theme of one passage"),
        pytest.param(Filters(themes=("v2",)), [1, 2], id="field of the Kernbeleid that holds the theme"),
        pytest.param(Filters(themes=("t6",)), [], id="field of Iv3 that holds another"),
        pytest.param(Filters(officials=("Ria Bosman",)), [1, 2], id="named, or who acts"),
        pytest.param(Filters(officials=("Bosman",), themes=("politie",)), [2], id="both"),
        pytest.param(Filters(years=(2031,)), [5], id="year"),
        pytest.param(Filters(municipalities=("Nergens",)), [], id="nothing"),
    ],
)
def test_passages(library: Library, filters: Filters, ids: list[int]) -> None:
    assert library.passage_ids(filters).tolist() == ids


@pytest.mark.parametrize(
    ("filters", "kinds"),
    [
        pytest.param(Filters(officials=("Bosman",)), ["official", "commitment"], id="official"),
        pytest.param(Filters(themes=("politie",)), ["commitment"], id="theme of the passage"),
        pytest.param(
            Filters(years=(2022,), doc_types=("programmabegroting",)), ["official", "commitment"], id="document"
        ),
        pytest.param(Filters(municipalities=("Oosterhage",)), [], id="nothing"),
    ],
)
def test_facts(library: Library, filters: Filters, kinds: list[str]) -> None:
    assert [row.fact.kind for row in library.facts(filters=filters)] == kinds


def test_facets_count_what_each_value_would_give(library: Library) -> None:
    facets = library.facets()
    assert facets.municipalities == {"Oosterhage": 2, "Sint-Maartenszijl": 1, "Waterdrecht": 1, "Één": 1}
    assert facets.doc_types == {"ivp": 2, "programmabegroting": 1}
    assert facets.years == {2019: 1, 2021: 1, 2022: 2, 2023: 1, 2024: 2}
    assert facets.themes == {"haven": 1, "politie": 1}
    for year, count in facets.years.items():
        assert len(library.documents(Filters(years=(year,)))) == count


def test_facets_leave_their_own_dimension_open(library: Library) -> None:
    facets = library.facets(Filters(doc_types=("ivp",), years=(2019,)))
    assert facets.doc_types == {"ivp": 1}
    assert facets.years == {2019: 1, 2021: 1, 2022: 1, 2023: 1, 2024: 2}
    assert facets.municipalities == {"Oosterhage": 1}
    assert facets.themes == {}


def test_lists_the_people(library: Library) -> None:
    assert library.people() == {"ria bosman": "Ria Bosman"}


@pytest.mark.parametrize(
    ("key", "wanted", "named"),
    [
        ("ria bosman", "Bosman", True),
        ("ria bosman", "wethouder R\u00eda Bosman", True),
        ("ria bosman", "Bos", False),
        ("ria bosman", "Jan Bosman", False),
        ("ria bosman", "wethouder", False),
    ],
)
def test_names_person(key: str, wanted: str, named: bool) -> None:
    assert names_person(key, wanted) is named
