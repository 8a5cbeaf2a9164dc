"""Search on the screen: what a hit cites."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
import streamlit as st

from index.library import Library
from index.search import search
from ingest.model import Page, Passage
from tests.index.making import ENCODER, document, identity, new_library, put
from tests.index.test_dossier_taakvelden import BUDGET, paper
from tests.views.app import headings, links, open_page, texts
from views.columns import hit_rows

FIRST = "Het college heeft de straten gelopen."
SECOND = "Er komen acht fietsenrekken bij het station."


@pytest.fixture(autouse=True)
def _library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One passage that begins on page 3, whose second sentence stands on page 4."""
    text = f"{FIRST} {SECOND}"
    cut = len(FIRST) + 1
    pages = (Page(3, 0, cut), Page(4, cut, len(text)))
    about = identity(title="Nota verkeer")
    with new_library(tmp_path / "library") as library:
        put(library, document(text, identity=about, pages=pages, passages=(Passage(0, len(text), page=3),)))
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(tmp_path / "library"))
    monkeypatch.setattr("views.shared._encoder", lambda: ENCODER)
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def test_who_is_in_charge_stands_above_the_hits(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(sample))
    app = open_page("zoeken", vraag="Wie gaat over jeugdoverlast?")
    assert not app.exception
    assert headings(app, 2)[0] == "Wie gaat over jeugdoverlast?"
    assert "Alle portefeuillehouders" in links(app)


def test_where_no_paper_says_who_it_is_that_is_said(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(sample))
    app = open_page("zoeken", vraag="Wie gaat over ruimtevaart?")
    said = "Geen gelezen stuk van Waterdrecht zegt wie over ruimtevaart gaat."
    assert said in texts(app)


def test_another_question_has_no_such_block(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(sample))
    assert "Alle portefeuillehouders" not in links(open_page("zoeken", vraag="Wat is toegezegd over jeugdoverlast?"))


def test_what_a_table_gives_of_task_fields_stands_above_the_hits(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library", writable=True) as library:
        put(library, paper("programmabegroting", 2026, {"0.2 Burgerzaken": BUDGET}))
    app = open_page("zoeken", vraag="Hoeveel geeft Waterdrecht in 2026 uit aan burgerzaken?")
    assert not app.exception
    assert headings(app, 2)[0] == "Volgens de tabel met taakvelden"
    table = next(html for each in app.get("html") if "Burgerzaken" in (html := str(getattr(each, "value", ""))))
    assert "€ -70" in table
    assert 'href="document?' in table


def test_a_hit_over_two_pages_cites_both_and_opens_where_the_words_stand() -> None:
    shown = links(open_page("zoeken", vraag="fietsenrekken station", letterlijk="ja"))
    cited = "Gemeente Waterdrecht, Nota verkeer, p. 3-4"
    assert cited in shown
    assert parse_qs(shown[cited])["page"] == ["4"]


def test_what_is_found_can_be_taken_along_with_its_reasons_and_sources(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        found = search(library, ENCODER, "fietsenrekken station", literal=True)
        (row,) = hit_rows(found.hits, "http://localhost:8501", datetime.date(2026, 11, 22))
    assert (row["plaats"], row["citaat"], row["bladzijde"]) == (1, f"{FIRST} {SECOND}", 3)
    assert "fietsenrekken" in row["waarom gevonden"]
    assert row["link"].startswith(f"http://localhost:8501/document?doc={row['sha256']}&page=3&van=0&tot=")
    said = [text for text in texts(open_page("zoeken", vraag="fietsenrekken", letterlijk="ja")) if "op een rij" in text]
    assert said == ["De gevonden passages op een rij, ten hoogste 200, met citaat, stuk, bladzijde en link."]


def test_words_on_the_first_page_open_that() -> None:
    shown = links(open_page("zoeken", vraag="straten gelopen", letterlijk="ja"))
    assert parse_qs(shown["Gemeente Waterdrecht, Nota verkeer, p. 3-4"])["page"] == ["3"]
