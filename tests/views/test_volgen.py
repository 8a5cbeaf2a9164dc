"""The page that follows one commitment."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import streamlit as st

from index.export import Record
from index.library import Library
from index.store.rows import FactRow
from tests.views.app import headings, marked_words, open_page, quotes, texts


@pytest.fixture(autouse=True)
def _fresh_caches(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(sample))
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def commitment(sample: Path, beginning: str) -> FactRow:
    with Library.open(sample) as library:
        return next(row for row in library.facts("commitment") if row.fact.text.startswith(beginning))


def address(row: FactRow) -> dict[str, str]:
    return {"doc": row.document.source.sha256, "van": str(row.fact.start)}


def test_what_came_after_stands_below_with_its_date_and_its_sentence_marked(sample: Path) -> None:
    app = open_page("volgen", **address(commitment(sample, "In 2024 evalueren we het cameratoezicht")))
    assert not app.exception
    assert quotes(app)[0] == "In 2024 evalueren we het cameratoezicht met de raad."
    assert headings(app, 2)[1:] == ["Daarna"]
    assert headings(app, 3) == ["12 maart 2024: Raadsverslag"]
    assert marked_words(app) == [
        "Burgemeester Van der Velde zegt toe dat de raad vóór de zomer van 2024 een evaluatie van het cameratoezicht "
        "ontvangt."
    ]
    assert "Geen lijst noemt een stand. Lees hieronder zelf wat er later over gezegd is." in texts(app)


def test_all_of_it_can_be_taken_along(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[list[Record]] = []
    monkeypatch.setattr("views.taking.show_take_along", lambda records, file, said: taken.append(records()))
    open_page("volgen", **address(commitment(sample, "In 2024 evalueren we het cameratoezicht")))
    ((own, step),) = taken
    assert [(own["onderdeel"], own["stand"]), (step["onderdeel"], step["datum van het stuk"])] == [
        ("De zin zelf", "voorgenomen"),
        ("Daarna", date(2024, 3, 12)),
    ]
    assert own["citaat"] == "In 2024 evalueren we het cameratoezicht met de raad."
    assert step["link"].startswith("/document?doc=")


def test_nothing_found_says_where_was_searched(sample: Path) -> None:
    app = open_page("volgen", **address(commitment(sample, "Samen met de politie")))
    assert headings(app, 3) == []
    nothing = "Geen vervolg gevonden. Er is gezocht in 1 stuk van dezelfde gemeente; zie onderaan welke."
    assert nothing in texts(app)
    assert [expander.label for expander in app.expander] == ["Doorzocht: 1 stuk"]


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"doc": "0" * 64, "van": "0"}, id="a document that is gone"),
        pytest.param({"doc": "x", "van": "<script>"}, id="nonsense"),
    ],
)
def test_an_address_without_a_commitment_says_how_to_get_one(asked: dict[str, str]) -> None:
    app = open_page("volgen", **asked)
    assert not app.exception
    assert texts(app) == ["Kies een toezegging of voornemen onder Toezeggingen, en dan: Wat kwam hiervan?"]
