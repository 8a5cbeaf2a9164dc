"""The register shows the newest state that any list gives under the same number."""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs

import pytest
import streamlit as st

from index.library import Library
from index.store.choice import Choice
from index.store.filters import Filters
from index.tracing.registers import Registers
from ingest.fact_types import Commitment, Deadline, Period
from ingest.model import Inferred
from tests.index.making import ENCODER, document, identity, put
from tests.views.app import headings, html, links, open_page, quotes, texts
from views.columns import fact_rows
from views.links import PER_SHEET
from views.listing import Listing
from views.register_table import Line, register_html

LONG = 100
ROW = "Voorstel voor een stookverbod bij droogte."
OPEN = "Wij plaatsen in 2023 een nieuwe sirene."
DUE = Deadline("in 2023", Period(date(2023, 1, 1), date(2023, 12, 31)))


@pytest.fixture(autouse=True)
def _library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with Library.create(tmp_path, ENCODER.name, ENCODER.fingerprint, ENCODER.dimension) as made:
        for day, state in ((10, "Openstaand"), (20, "Voldaan")):
            fact = Commitment(
                0, len(ROW), ROW, 0.9, "Bos", "voorstel", None, "strong", "planned", DUE, number="T23-06",
                register_status=state,  # type: ignore[arg-type]
            )  # fmt: skip
            about = replace(identity("Waterdrecht", "toezeggingenlijst", 2024), date=Inferred(date(2024, 1, day), 0.9))
            put(made, document(f"{ROW}\nLijst {day}.", path=f"lijst-{day}.txt", identity=about, facts=(fact,)))
        promise = Commitment(0, len(OPEN), OPEN, 0.9, "Wij", "plaatsen", None, "strong", "planned", DUE)
        put(made, document(OPEN, path="plan.txt", identity=identity("Waterdrecht", "ivp", 2023), facts=(promise,)))
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(tmp_path))
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.mark.parametrize(
    ("state", "promises"),
    [pytest.param("Openstaand", 0, id="only in the older list"), pytest.param("Voldaan", 2, id="in the newer one")],
)
def test_the_filter_goes_by_the_state_on_the_card(state: str, promises: int) -> None:
    app = open_page("toezeggingen", lijst=state)
    assert not app.exception
    assert len(quotes(app)) == promises


def test_what_is_past_leaves_out_what_a_newer_list_closes_and_says_what_it_looked_at() -> None:
    app = open_page("toezeggingen", termijn="over")
    assert quotes(app) == [OPEN]
    assert [line for line in texts(app) if "Wat kwam hiervan?" in line and "lijst" in line]


def test_the_list_to_take_along_has_the_newest_state_with_its_date_and_source(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        rows = fact_rows(library.facts("commitment"), "", date(2024, 3, 1), Registers(library))
    names = ("stand volgens de lijst", "datum van die lijst", "bron van die stand", "bestand")
    newest = ("Voldaan", date(2024, 1, 20), "Gemeente Waterdrecht, Een stuk")
    assert [tuple(row[name] for name in names) for row in rows] == [
        (*newest, "lijst-10.txt"),
        (*newest, "lijst-20.txt"),
        (None, None, None, "plan.txt"),
    ]


def test_the_list_to_take_along_has_the_order_of_the_sheets(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        listed = Listing(library, "commitment", Filters(), Choice(sort="newest"), Filters(), 3, 3)
        files = [row.document.file for row in listed.all()]
    assert files == ["lijst-20.txt", "lijst-10.txt", "plan.txt"]


def test_an_older_list_shows_what_the_newer_one_says() -> None:
    app = open_page("toezeggingen", volgorde="place")
    assert not app.exception
    said = [caption.value.split("  ·  ")[-1] for caption in app.caption if "In de " in caption.value]
    assert said == [
        "In de toezeggingenlijst van 20 januari 2024: Voldaan",
        "In de toezeggingenlijst van 20 januari 2024: Voldaan",
    ]


def test_as_a_table_each_row_has_all_of_it_and_its_source() -> None:
    app = open_page("toezeggingen", vorm="tabel", volgorde="deadline")
    assert not app.exception
    (table,) = [body for body in html(app) if "<table" in body]
    heads = re.findall(r"<th[^>]*>(.*?)</th>", table)
    assert [re.sub("<[^>]+>", "", head) for head in heads] == [
        "Wie", "Wat", "Wanneer ▾", "Bedrag", "Stevigheid", "Stand", "Bron",
    ]  # fmt: skip
    assert 'aria-sort="ascending"' in table
    row = next(row for row in re.findall("<tr>(.*?)</tr>", table) if OPEN in row)
    cells = [re.sub("<[^>]+>", " ", cell).strip() for cell in re.findall(r"<td[^>]*>(.*?)</td>", row)]
    assert cells[:6] == ["“wij”, zonder naam", f"“{OPEN}”", "in 2023", "–", "stevig", "voorgenomen"]
    assert re.findall('href="([a-z]+)', row) == ["document", "volgen"]
    assert links(app)["Eén voor één"] == "volgorde=deadline"


def test_a_table_shows_texts_as_they_are() -> None:
    with Library.open(Path(os.environ["SPEERPUNT_LIBRARY"])) as library:
        row = next(row for row in library.facts("commitment") if row.fact.text == OPEN)
    assert isinstance(row.fact, Commitment)
    evil = replace(row, fact=replace(row.fact, actor="<img src=x>"))
    table = register_html([Line(evil, "<b>lijst</b>", "=HYPERLINK(1) $x$ [a](b)")], "newest", {"thema": ['"><i>']})
    assert not re.search("<(img|b|i)[ >]", table)
    assert "&lt;img src=x&gt;" in table


def test_what_is_done_is_left_out_and_counted_until_it_is_asked_for(tmp_path: Path) -> None:
    done = "Wij hebben in 2022 een sirene geplaatst."
    with Library.open(tmp_path, writable=True) as made:
        fact = Commitment(0, len(done), done, 0.8, "Wij", "plaatsen", None, "strong", "realised", None)
        put(made, document(done, path="af.txt", identity=identity("Waterdrecht", "ivp", 2022), facts=(fact,)))
    app = open_page("toezeggingen")
    assert done not in quotes(app)
    assert "Niet meegeteld, want volgens het stuk zelf al gedaan: 1." in texts(app)
    assert "Laat ook zien wat al gedaan is" in links(app)
    sought = texts(open_page("toezeggingen", tekst="2022 geplaatst"))
    assert "Niet meegeteld, want volgens het stuk zelf al gedaan: 1." in sought
    for shown in (open_page("toezeggingen", gedaan="ook"), open_page("toezeggingen", stand="realised")):
        assert done in quotes(shown)
    said = [caption.value for caption in open_page("toezeggingen", gedaan="ook").caption]
    assert sorted(line for line in said if line.startswith("Door het programma gelezen")) == [
        *["Door het programma gelezen"] * 3,
        "Door het programma gelezen, minder zeker (80%)",
    ]


def test_a_paper_without_a_year_has_that_of_its_date(tmp_path: Path) -> None:
    with Library.open(tmp_path, writable=True) as made:
        about = replace(identity("Waterdrecht", "rib", None), date=Inferred(date(2025, 4, 2), 0.9))
        promise = Commitment(0, len(OPEN), OPEN, 0.9, "Wij", "plaatsen", None, "strong", "planned", DUE)
        put(made, document(OPEN, path="brief.txt", identity=about, facts=(promise,)))
        rows = fact_rows(made.facts("commitment"), "", date(2025, 5, 1))
    assert {row["bestand"]: row["jaar"] for row in rows}["brief.txt"] == 2025


def test_a_word_narrows_the_list_and_stays_in_the_address() -> None:
    app = open_page("toezeggingen", tekst="SIRENE")
    assert quotes(app) == [OPEN]
    app.text_input(key="toezeggingen-tekst").set_value("stookverbod").run()
    assert quotes(app) == [ROW, ROW]
    assert app.query_params["tekst"] == "stookverbod"
    none = open_page("toezeggingen", tekst="ruimtevaart")
    assert "Geen toezeggingen en voornemens gevonden" in headings(none, 2)


def test_a_long_list_opens_on_what_can_be_checked_and_says_so(tmp_path: Path) -> None:
    lines = [f"Wij letten op punt {number}." for number in range(LONG)]
    text = "\n".join(lines)
    facts = tuple(
        Commitment(
            text.index(line), text.index(line) + len(line), line, 0.9, "Wij", "letten", None, "medium", "planned"
        )
        for line in lines
    )
    with Library.open(tmp_path, writable=True) as made:
        put(made, document(text, path="lang.txt", identity=identity("Waterdrecht", "ivp", 2025), facts=facts))
    app = open_page("toezeggingen")
    assert sorted(quotes(app)) == sorted([ROW, ROW, OPEN])
    assert [line for line in texts(app) if line.startswith("U ziet")] == [
        "U ziet de 3 van de 103 die te toetsen zijn: er hoort een termijn of een bedrag bij, of het is een toezegging, "
        "afspraak, besluit of verplichting. De rest heeft niets daarvan."
    ]
    assert parse_qs(links(app)["Laat alle 103 zien"]) == {"toon": ["alles"]}
    assert len(quotes(open_page("toezeggingen", toon="alles"))) == PER_SHEET
    assert not [line for line in texts(open_page("toezeggingen", sterkte="medium")) if line.startswith("U ziet")]


def test_what_papers_say_twice_is_one_row_with_its_places(tmp_path: Path) -> None:
    again = "2.1 De brug in Turfhorst is vernieuwd."
    with Library.open(tmp_path, writable=True) as made:
        promise = Commitment(0, len(again), again, 0.9, "Wij", "doen", None, "strong", "planned", DUE)
        for title in ("Het ene stuk", "Het andere stuk"):
            about = identity("Waterdrecht", "ivp", 2023, title=title)
            put(made, document(f"{again}\n{title}.", path=f"{title}.txt", identity=about, facts=(promise,)))
    st.cache_resource.clear()
    app = open_page("toezeggingen", volgorde="place")
    assert headings(app, 2) == ["4 toezeggingen en voornemens"]
    assert quotes(app).count(again) == 1
    assert [caption.value for caption in app.caption].count("Staat in dezelfde woorden ook hier:") == 1
    assert sum("stuk" in label and label.startswith("Gemeente Waterdrecht, Het ") for label in links(app)) == 2
