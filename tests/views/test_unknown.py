"""What the address asks for and doesn't exist is said, with what there is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.fact_types import Speerpunt
from ingest.model import Passage, ThemeScore
from tests.index.making import document, identity, new_library, put
from tests.views.app import headings, html, open_page, texts
from views.unknown import list_html

TEXT = "Speerpunt: overlast van jeugd."
GOAL = Speerpunt(11, 30, TEXT[11:30], 0.9, "overlast van jeugd", 1)


@pytest.fixture(autouse=True)
def library(fresh_app: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(tmp_path))
    with new_library(tmp_path) as made:
        passages = (Passage(0, len(TEXT), themes=(ThemeScore("jeugdoverlast", 0.9, ()),)),)
        about = identity("Waterdrecht", "verkiezingsprogramma", 2026)
        put(made, document(TEXT, path="a.txt", identity=about, passages=passages, facts=(GOAL,)))
        yield


@pytest.mark.parametrize(
    ("asked", "said", "offered"),
    [
        ({"thema": "xyz"}, "Het thema „xyz” bestaat niet.", "thema=jeugdoverlast"),
        ({"soort": "xyz"}, "De soort stuk „xyz” bestaat niet.", "soort=verkiezingsprogramma"),
        (
            {"gemeente": "Waterdracht"},
            "In deze collectie is geen stuk van de gemeente „Waterdracht”. "
            "Bedoelt u Waterdrecht in plaats van Waterdracht?",
            "gemeente=Waterdrecht",
        ),
    ],
    ids=["theme", "type", "municipality"],
)
def test_it_is_said_with_what_there_is(asked: dict[str, str], said: str, offered: str) -> None:
    app = open_page("speerpunten", **asked)
    assert said in texts(app)
    assert any(f'href="?{offered}"' in body for body in html(app))
    assert headings(app, 2) == ["Geen speerpunten gevonden"]


def test_a_page_of_a_theme_that_does_not_exist_shows_nothing_else() -> None:
    app = open_page("thema", thema="xyz", gemeente="Waterdrecht")
    assert texts(app)[1:] == ["Het thema „xyz” bestaat niet."]
    assert app.selectbox[0].value is None


def test_no_dossier_is_made_on_a_theme_that_does_not_exist() -> None:
    app = open_page("sessiedossier", thema="xyz", gemeente="Waterdrecht")
    assert not app.exception
    assert texts(app)[1:] == ["Het thema „xyz” bestaat niet."]


def test_a_theme_on_which_there_is_nothing_is_no_mistake() -> None:
    app = open_page("speerpunten", thema="waterveiligheid")
    assert [line for line in texts(app) if "bestaat niet" in line] == []


def test_the_list_keeps_the_rest_of_the_address_and_shows_labels_as_they_are() -> None:
    listed = list_html("thema", {"b": "<b>", "a": "Zorg & welzijn"}, {"gemeente": ["'s-Hage"], "thema": ["xyz"]})
    assert 'href="?gemeente=%27s-Hage&amp;thema=a">Zorg &amp; welzijn</a>' in listed
    assert ">&lt;b&gt;</a>" in listed
    assert "xyz" not in listed


def test_what_a_party_says_is_not_taken_for_the_municipality() -> None:
    captions = [element.value for element in open_page("speerpunten").caption]
    assert "Dit is een verkiezingsprogramma: een partij zegt het, niet de gemeente." in captions
