"""Volgen shows both terms where two papers give another one for the works of one project."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from index.export import Record
from index.library import Library
from tests.index.making import ENCODER, put
from tests.index.test_other_terms import LATER, OTHER, PLAN, paper
from tests.views.app import headings, marked_words, open_page, texts

TITLE = "Een ander stuk noemt een andere termijn"


@pytest.fixture(autouse=True)
def _library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with Library.create(tmp_path, ENCODER.name, ENCODER.fingerprint, ENCODER.dimension) as made:
        put(made, paper(PLAN, "Begroting", "2025-11-01", 2027))
        put(made, paper(LATER, "Overdracht", "2026-03-01", 2026))
        put(made, paper(OTHER, "Molen", "2026-03-02", 2026))
        made.refresh()
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(tmp_path))
    monkeypatch.setattr("views.shared.open_encoder", lambda: ENCODER)
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def address(folder: Path, text: str) -> dict[str, str]:
    with Library.open(folder) as library:
        row = next(row for row in library.facts("commitment") if row.fact.text == text)
    return {"doc": row.document.source.sha256, "van": str(row.fact.start)}


@pytest.mark.parametrize(
    ("said", "title", "quote"),
    [
        pytest.param(PLAN, "Hier: in 2027. Daar: in 2026", LATER, id="from the older"),
        pytest.param(LATER, "Hier: in 2026. Daar: in 2027", PLAN, id="from the newer"),
    ],
)
def test_both_terms_stand_side_by_side(tmp_path: Path, said: str, title: str, quote: str) -> None:
    app = open_page("volgen", **address(tmp_path, said))
    assert TITLE in headings(app, 2)
    assert title in headings(app, 3)
    assert quote in marked_words(app)
    assert not any("Geen vervolg gevonden" in text for text in texts(app))


def test_a_promise_of_another_project_has_no_such_part(tmp_path: Path) -> None:
    assert TITLE not in headings(open_page("volgen", **address(tmp_path, OTHER)), 2)


def test_the_other_term_is_taken_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[list[Record]] = []
    monkeypatch.setattr("views.taking.show_take_along", lambda records, file, said: taken.append(records()))
    open_page("volgen", **address(tmp_path, PLAN))
    (records,) = taken
    assert [record["citaat"] for record in records if record["onderdeel"] == TITLE] == [LATER]
