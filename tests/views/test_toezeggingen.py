"""The register shows the newest state that any list gives under the same number."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import streamlit as st

from index.library import Library
from ingest.fact_types import Commitment
from ingest.model import Inferred
from tests.index.making import ENCODER, document, identity, put
from tests.views.app import open_page

ROW = "Voorstel voor een stookverbod bij droogte."


@pytest.fixture(autouse=True)
def _library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with Library.create(tmp_path, ENCODER.name, ENCODER.fingerprint, ENCODER.dimension) as made:
        for day, state in ((10, "Openstaand"), (20, "Voldaan")):
            fact = Commitment(
                0, len(ROW), ROW, 0.9, "Bos", "voorstel", None, "strong", "planned", number="T23-06",
                register_status=state,  # type: ignore[arg-type]
            )  # fmt: skip
            about = replace(identity("Waterdrecht", "toezeggingenlijst", 2024), date=Inferred(date(2024, 1, day), 0.9))
            put(made, document(f"{ROW}\nLijst {day}.", path=f"lijst-{day}.txt", identity=about, facts=(fact,)))
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(tmp_path))
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def test_an_older_list_shows_what_the_newer_one_says() -> None:
    app = open_page("toezeggingen", volgorde="place")
    assert not app.exception
    said = [caption.value.split("  ·  ")[-1] for caption in app.caption if "lijst van toezeggingen" in caption.value]
    assert said == [
        "In de lijst van toezeggingen van 20 januari 2024: Voldaan",
        "In de lijst van toezeggingen: Voldaan",
    ]
