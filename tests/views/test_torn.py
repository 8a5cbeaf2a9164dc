"""What columns that run through each other leave out is told where somebody looks."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from index.library import Library
from ingest.model import Passage, ThemeScore
from ingest.seams import problem_of
from tests.index.making import document, identity, new_library, put
from tests.views.app import links, open_page

TOLD = f"Eén stuk is hier maar voor een deel gelezen. {problem_of([(0, 40), (50, 90)])}"
TEXT = "Het groen langs de Er komt een plan voor het groen."


def warnings(app: AppTest) -> list[str]:
    return [warning.value for warning in app.warning]


def add(library: Library, municipality: str, number: int = 0, *, torn: bool = True) -> None:
    about = replace(identity(municipality, "coalitieakkoord", 2022), title=f"Akkoord {municipality} {number}")
    passages = (Passage(0, len(TEXT), themes=(ThemeScore("groen-recreatie", 0.9),)),)
    text = f"{TEXT} {number} {municipality}"
    read = document(text, path=f"{municipality}-{number}.txt", identity=about, passages=passages)
    problems = (problem_of([(0, 40), (50, 90)]),) if torn else ("Bladzijde 3 heeft geen tekst.",)
    put(library, replace(read, status="partial", problems=problems))


@pytest.fixture(autouse=True)
def _library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with new_library(tmp_path / "library") as library:
        add(library, "Waterdrecht")
        add(library, "Oosterhage", torn=False)
        for number in range(4):
            add(library, "Sint-Maartenszijl", number)
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(tmp_path / "library"))
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.mark.parametrize("page", ["toezeggingen", "speerpunten"])
@pytest.mark.parametrize(
    "chosen",
    [
        pytest.param({"gemeente": "Waterdrecht"}, id="its municipality"),
        pytest.param({"gemeente": "Waterdrecht", "soort": "coalitieakkoord"}, id="and its type"),
        pytest.param({"gemeente": "Waterdrecht", "thema": "groen-recreatie"}, id="and a theme that it is on"),
    ],
)
def test_a_list_says_what_was_not_read_and_leads_to_it(page: str, chosen: dict[str, str]) -> None:
    app = open_page(page, **chosen)
    assert not app.exception
    assert warnings(app) == [TOLD]
    assert "Lees zelf: Akkoord Waterdrecht 0" in links(app)


@pytest.mark.parametrize(
    ("page", "chosen"),
    [
        pytest.param("toezeggingen", {"gemeente": "Oosterhage"}, id="a municipality without such a paper"),
        pytest.param("toezeggingen", {}, id="the whole collection"),
        pytest.param("speerpunten", {"gemeente": "Waterdrecht", "thema": "jeugdhulp"}, id="a theme that it isn't on"),
        pytest.param("toezeggingen", {"gemeente": "Waterdrecht", "lijst": "Voldaan"}, id="states of lists"),
        pytest.param("vergelijken", {"gemeente": "Waterdrecht", "thema": "jeugdhulp"}, id="a table on another theme"),
        pytest.param("portefeuillehouders", {"gemeente": "Waterdrecht"}, id="people, whom such a paper does give"),
    ],
)
def test_nothing_is_said_where_nothing_is_missed(page: str, chosen: dict[str, str]) -> None:
    assert not [told for told in warnings(open_page(page, **chosen)) if "kolommen" in told.casefold()]


def test_a_comparison_says_so_above_its_table() -> None:
    app = open_page("vergelijken", gemeente=["Waterdrecht", "Oosterhage"])
    assert not app.exception
    assert TOLD in warnings(app)
    assert "Lees zelf: Akkoord Waterdrecht 0" in links(app)


def test_of_many_papers_only_the_number_is_told() -> None:
    app = open_page("speerpunten", gemeente="Sint-Maartenszijl")
    assert warnings(app) == [
        "In 4 stukken lopen kolommen door elkaar. Wat daarin is beloofd of een speerpunt heet, staat hier maar voor "
        "een deel. Welke dat zijn, staat in Collectie."
    ]
    assert not [label for label in links(app) if label.startswith("Lees zelf")]
