"""The page of the collection: what is missing, and the list to take along."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from index.library import Library
from tests.index.making import document, identity, new_library, put
from tests.views.app import headings, open_page, texts
from views.columns import document_rows_with_link

MADE = datetime.date(2026, 11, 22)


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """Two budgets and accounts of one municipality, a plan of another."""
    with new_library(tmp_path / "library") as made:
        for place, kind, year in (
            ("Waterdrecht", "programmabegroting", 2022),
            ("Waterdrecht", "programmabegroting", 2024),
            ("Waterdrecht", "jaarstukken", 2022),
            ("Oosterhage", "ivp", 2022),
        ):
            about = identity(place, kind, year, title=f"=Stuk {year}")
            put(made, document(f"{kind} {year} van {place}.", path=f"{place}-{kind}-{year}.txt", identity=about))
        monkeypatch.setenv("SPEERPUNT_LIBRARY", str(tmp_path / "library"))
        st.cache_resource.clear()
        yield made
        st.cache_resource.clear()


def test_budgets_and_accounts_that_are_missing_are_named_by_year() -> None:
    app = open_page("collectie")
    assert not app.exception
    assert "Wat ontbreekt er?" in headings(app, 2)
    (said,) = [line for line in texts(app) if line.startswith("Waterdrecht: ")]
    assert said.startswith("Waterdrecht: Programmabegroting 2023, 2025")
    assert "; Jaarstukken 2023, 2024" in said
    assert not [line for line in texts(app) if line.startswith("Oosterhage: ")]


def test_under_filters_only_what_was_asked_is_missing() -> None:
    app = open_page("collectie", soort="jaarstukken", jaar=["2022", "2023"])
    assert [line for line in texts(app) if line.startswith("Waterdrecht: ")] == ["Waterdrecht: Jaarstukken 2023"]
    assert "Wat ontbreekt er?" not in headings(open_page("collectie", gemeente="Oosterhage"), 2)


def test_the_list_to_take_along_has_a_link_and_a_code_and_no_place_on_disk(library: Library) -> None:
    rows = document_rows_with_link(library.documents(), "http://localhost:8501", MADE)
    assert [row["gemeente"] for row in rows] == ["Oosterhage", *["Waterdrecht"] * 3]
    assert {row["link"] for row in rows} == {f"http://localhost:8501/document?doc={row['sha256']}" for row in rows}
    assert {row["gemaakt op"] for row in rows} == {"2026-11-22"}
    assert "pad" not in rows[0]
