"""What a list of states says of a project stands beside the promises that are part of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from index.export import Record
from index.library import Library
from ingest.fact_types import Commitment
from ingest.model import Document, Inferred
from tests.index.making import ENCODER, document, identity, put
from tests.views.app import headings, html, open_page, quotes, texts

ROW = "Herontwikkeling Van Heijdenschool/Torenstraat"
PROMISE = "De voormalige Van Heydenschool wordt herontwikkeld."
OTHER = "Wij plaatsen een nieuwe sirene."


def paper(text: str, doc_type: str, year: int, **said: str) -> Document:
    fact = Commitment(0, len(text), text, 0.9, "wij", text, None, "strong", "planned", **said)  # type: ignore[arg-type]
    about = replace(identity("Waterdrecht", doc_type, year), date=Inferred(date(year, 3, 1), 0.9))
    return document(text, path=f"{doc_type}.txt", identity=about, facts=(fact,))


@pytest.fixture(autouse=True)
def _library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with Library.create(tmp_path, ENCODER.name, ENCODER.fingerprint, ENCODER.dimension) as made:
        listed = {"register_status": "Voldaan", "register_said": "gerealiseerd (✓)"}
        put(made, paper(ROW, "collegeprogramma", 2026, **listed))
        put(made, paper(PROMISE, "programmabegroting", 2025))
        put(made, paper(OTHER, "ivp", 2025))
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(tmp_path))
    monkeypatch.setattr("views.shared.open_encoder", lambda: ENCODER)
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def captions(app: AppTest) -> list[str]:
    return [caption.value for caption in app.caption]


BESIDE = (
    "Over dit project in de lijst met de stand van zaken van 1 maart 2026: “Herontwikkeling Van "
    "Heijdenschool/Torenstraat”: Voldaan (in de lijst: “gerealiseerd (✓)”)"
)


def address(tmp_path: Path, text: str) -> dict[str, str]:
    with Library.open(tmp_path) as library:
        row = next(row for row in library.facts("commitment") if row.fact.text == text)
    return {"doc": row.document.source.sha256, "van": str(row.fact.start)}


def test_toezeggingen_shows_the_state_of_the_project_beside_a_promise() -> None:
    app = open_page("toezeggingen", volgorde="place")
    said = dict(
        zip(
            quotes(app),
            [caption for caption in captions(app) if "Stevigheid" in caption or "In de" in caption],
            strict=True,
        )
    )
    assert said == {
        PROMISE: f"Stevigheid: stevig  ·  Stand: voorgenomen  ·  {BESIDE}",
        OTHER: "Stevigheid: stevig  ·  Stand: voorgenomen",
        ROW: "In de lijst met de stand van zaken van 1 maart 2026: Voldaan (in de lijst: “gerealiseerd (✓)”)",
    }


def test_the_table_has_it_too() -> None:
    app = open_page("toezeggingen", vorm="tabel")
    assert "".join(html(app)).count("Over dit project in de lijst") == 1


def test_volgen_shows_the_row_as_that_of_the_project(tmp_path: Path) -> None:
    app = open_page("volgen", **address(tmp_path, PROMISE))
    assert "Stand van dit project in een lijst" in headings(app, 2)
    assert headings(app, 3)[0] == (
        "Lijst met de stand van zaken van 1 maart 2026: Voldaan (in de lijst: “gerealiseerd (✓)”)"
    )
    assert "De lijst noemt het project, niet deze zin. Vergelijk zelf of het om dezelfde stap gaat." in captions(app)
    assert ROW in quotes(app)


def test_what_is_taken_along_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[list[Record]] = []
    monkeypatch.setattr("views.taking.show_take_along", lambda records, file, said: taken.append(records()))
    open_page("volgen", **address(tmp_path, PROMISE))
    ((_, beside, *_),) = taken
    assert (beside["onderdeel"], beside["stand"], beside["citaat"]) == (
        "Over het project, in de lijst met de stand van zaken van 1 maart 2026",
        "Voldaan (in de lijst: “gerealiseerd (✓)”)",
        ROW,
    )


def test_another_promise_has_no_such_row(tmp_path: Path) -> None:
    app = open_page("volgen", **address(tmp_path, OTHER))
    assert "Stand van dit project in een lijst" not in headings(app, 2)
    nowhere = " De collectie heeft geen later verslag of raadsstuk waarin het kan staan."
    assert any(text.endswith(nowhere) for text in texts(app))
