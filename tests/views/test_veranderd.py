"""What the page of two plans says of a speerpunt that one of them lacks."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs

import pytest
import streamlit as st

from index.changes import changes
from index.encoder import open_encoder
from index.library import Library
from ingest.fact_types import Indicator, Speerpunt
from tests.index.making import document, identity
from tests.views.app import headings, html, links, open_page, quotes, texts
from views.change_rows import change_rows

OLD = ("Woonoverlast", "Zwemplassen")
STILL = "Het aantal meldingen van woonoverlast <b>daalt</b>."


@pytest.fixture(autouse=True)
def _library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    encoder = open_encoder()
    with Library.create(tmp_path / "library", encoder.name, encoder.fingerprint, encoder.dimension) as library:
        begins = (0, len(OLD[0]) + 1)
        facts = tuple(
            Speerpunt(at, at + len(label), label, 0.9, label=label) for at, label in zip(begins, OLD, strict=True)
        )
        for year, text, found in ((2021, "\n".join(OLD), facts), (2025, f"Wij gaan verder. {STILL}", ())):
            about = identity("Waterdrecht", "ivp", None, (year, year + 3), title=f"Plan {year}")
            made = document(text, path=f"{year}.txt", identity=about, facts=found)
            passages = [made.text[passage.start : passage.end] for passage in made.passages]
            library.add(made, encoder.encode_passages(passages), pipeline="1")
        letter = document(
            "Over de haven.", path="brief.txt", identity=identity("Aalbeek", "raadsinformatiebrief", 2024)
        )
        library.add(letter, encoder.encode_passages(["Over de haven."]), pipeline="1")
        library.refresh()
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(tmp_path / "library"))
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def test_a_dropped_speerpunt_is_quoted_where_it_is_still_named_and_else_said_not_to_be() -> None:
    app = open_page("veranderd")
    assert not app.exception
    assert headings(app, 3)[0] == "Alleen gevonden in het oude stuk: 2"
    assert quotes(app)[:3] == [OLD[0], STILL, OLD[1]]
    assert "In het nieuwe stuk zijn geen speerpunten gevonden. Er valt niets te vergelijken." in texts(app)
    said = [caption.value for caption in app.caption if "nieuwe stuk" in caption.value]
    assert said[:2] == [
        "Niet als speerpunt gevonden in het nieuwe stuk; het wordt er wel genoemd:",
        "Niet met deze woorden teruggevonden in het nieuwe stuk",
    ]


def test_the_page_opens_on_the_municipality_that_has_two_plans() -> None:
    """The first of the alphabet has one letter: there is nothing to compare."""
    assert open_page("veranderd").selectbox[0].value == "Waterdrecht"


def test_the_address_goes_before_it() -> None:
    app = open_page("veranderd", gemeente="Aalbeek")
    assert "Van deze gemeente is er maar één stuk dat gelezen kon worden." in [text.value for text in app.text]


def test_passages_are_shown_a_theme_at_a_time_and_only_what_both_have_is_counted() -> None:
    """How many passages one paper has alone says how long it is."""
    app = open_page("veranderd")
    assert (
        "1 passage gaat in beide stukken over hetzelfde onderwerp; vrijwel gelijk: 0. Ongeveer een op de drie is ten "
        "onrechte gekoppeld: vergelijk zelf. Tabellen met cijfers zijn hier weggelaten." in texts(app)
    )
    assert not app.radio
    (label, address), *others = [item for item in links(app).items() if "in beide" in item[0]]
    assert label.endswith(": 1 in beide")
    assert not others
    opened = open_page("veranderd", onderwerp=parse_qs(address)["onderwerp"][0])
    assert [option for radio in opened.radio for option in radio.options] == [
        "Alles",
        "In beide, over hetzelfde onderwerp",
        "Alleen gevonden in het oude stuk",
    ]


def test_what_could_not_be_read_well_is_told_once_for_both_sides(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library", writable=True) as library:
        for row in library.documents():
            text = library.text(row.id)
            told = document(text, path=row.file, identity=row.identity)
            told = replace(told, status="partial", problems=(f"Bladzijde {row.id}: een scan.",))
            library.add(told, open_encoder().encode_passages([text[p.start : p.end] for p in told.passages]))
    app = open_page("veranderd")
    assert [warning.value for warning in app.warning] == [
        "Niet alles kon goed worden gelezen. Wat niet is teruggevonden, kan ook hier staan:"
    ]
    assert [said for said in texts(app) if "een scan" in said] == [
        "Oud. Bladzijde 1: een scan.",
        "Nieuw. Bladzijde 2: een scan.",
    ]


def test_a_figure_that_both_papers_give_stands_side_by_side_with_its_year(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library", writable=True) as library:
        for row, value, year in zip(library.documents()[:2], ("9,9%", "7,5%"), (2019, 2024), strict=True):
            text = library.text(row.id)
            figure = Indicator(0, 9, text[:9], 0.9, name="Overlast", value=value, reference_year=year, unit="%")
            told = document(text, path=row.file, identity=row.identity, facts=(figure,))
            library.add(told, open_encoder().encode_passages([text[p.start : p.end] for p in told.passages]))
    app = open_page("veranderd")
    assert headings(app, 2) == [
        "Speerpunten",
        "Indicatoren met een cijfer in beide stukken",
        "Onderwerp voor onderwerp",
    ]
    assert "1 indicator, waarvan 1 met een ander cijfer. Let op het jaar, en of de eenheid dezelfde is." in texts(app)
    (table,) = [body for body in html(app) if "<table" in body]
    assert re.findall(r">([^<>]+)</t[hd]>", table)[6:10] == ["Overlast", "9,9% (2019)", "7,5% (2024)", "%"]


def test_what_changed_can_be_taken_along_and_each_side_be_cited(tmp_path: Path) -> None:
    app = open_page("veranderd")
    assert [button.proto.label for button in app.get("download_button")] == ["CSV-bestand", "Excel-bestand"]
    with Library.open(tmp_path / "library") as library:
        old, new = library.documents()[:2]
        found = changes(library, open_encoder(), old, new)
    rows = change_rows(found, "http://localhost:8501", datetime.date(2026, 11, 23))
    assert [(row["wat"], row["uitkomst"], row["citaat oud"], row["wel genoemd"]) for row in rows[:2]] == [
        ("speerpunt", "Alleen gevonden in het oude stuk", OLD[0], STILL),
        ("speerpunt", "Alleen gevonden in het oude stuk", OLD[1], None),
    ]
    assert {str(row["link oud"]).split("?")[0] for row in rows if row["citaat oud"]} == {
        "http://localhost:8501/document"
    }
    assert rows[0]["link nieuw"] is rows[0]["citaat nieuw"] is None
    assert [row["wat"] for row in rows[2:]] == ["passage"] * (len(rows) - 2)
