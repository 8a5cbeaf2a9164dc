"""The page of one theme through the years."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from index.tracing.theme_figures import SumSeries
from ingest.fact_types import Amount, Indicator
from ingest.model import Passage, ThemeScore
from tests.index.making import document, identity, new_library, put
from tests.views.app import headings, html, links, marked_words, open_page, quotes, texts
from views.charts import together
from views.theme_words import series_name

THEME = "cameratoezicht-fouilleren"
EVIL = 'Cameratoezicht <script>alert(1)</script> "x"'
BUDGET = f"""{EVIL} | 10 | 12
Cameratoezicht meldingen | 6,9 | 7,1
In het stadhuis staat een plant."""


@pytest.fixture(autouse=True)
def _fresh_caches(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(sample))
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with a row of a table and an indicator of two years, in two municipalities."""
    folder = tmp_path / "library"
    with new_library(folder) as library:
        row, line, _ = BUDGET.split("\n")
        at = len(row) + 1
        scored = (ThemeScore(THEME, 0.9),)
        passages = (Passage(0, len(row), themes=scored), Passage(at, at + len(line), themes=scored))
        sums = [
            Amount(0, len(row), row, 0.9, euros, direction="last", year=year, row=EVIL, column=f"Begroting {year}")
            for year, euros in ((2022, 10_000.0), (2023, 12_000.0))
        ]
        told = [
            Indicator(at, at + len(line), line, 0.9, name="Cameratoezicht meldingen", value=value, reference_year=year)
            for year, value in ((2021, "6,9"), (2022, "7,1"))
        ]
        about = identity("Waterdrecht", "programmabegroting", 2022, title="Begroting <b>2022</b>")
        put(library, document(BUDGET, path="a.txt", identity=about, passages=passages, facts=(*sums, *told)))
        other = Passage(0, len(row), themes=scored)
        put(library, document(row, path="b.txt", identity=identity("Oosterhage", "ivp", 2022), passages=(other,)))
        put(library, document("Niets.", path="c.txt", identity=identity("Waterdrecht", "kadernota", 2022)))
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(folder))
    return folder


def test_without_a_theme_one_is_asked() -> None:
    app = open_page("thema")
    assert not app.exception
    assert texts(app)[-1] == "Kies hierboven een thema."
    assert "Cameratoezicht en preventief fouilleren (2 stukken)" in app.selectbox[0].options


def test_a_chosen_theme_stands_in_the_address_and_in_the_filter() -> None:
    app = open_page("thema")
    app.selectbox[0].select(THEME).run()
    assert not app.exception
    assert app.query_params["thema"] == THEME
    assert headings(app, 2)[0] == "Cameratoezicht en preventief fouilleren in Waterdrecht"


def test_the_only_municipality_needs_no_choice_and_the_documents_come_in_order_of_time() -> None:
    app = open_page("thema", thema=THEME)
    assert headings(app, 2) == [
        "Cameratoezicht en preventief fouilleren in Waterdrecht",
        "Tijdlijn",
        "Bedragen",
        "Indicatoren",
    ]
    assert [title for title in headings(app, 3) if ":" in title] == [
        "Zonder datum, over 2024: Kadernota",
        "12 maart 2024: Raadsverslag",
    ]
    promise = (
        "Burgemeester Van der Velde zegt toe dat de raad vóór de zomer van 2024 een evaluatie van het "
        "cameratoezicht ontvangt."
    )
    assert f"Toezegging of voornemen (stevig): {promise}" in links(app)
    assert "Geen bedragen over dit thema gevonden in deze stukken." in texts(app)


def test_of_several_municipalities_one_is_chosen_by_a_link(figures: Path) -> None:
    app = open_page("thema", thema=THEME)
    assert headings(app, 2) == ["Kies een gemeente"]
    chosen = {label: query for label, query in links(app).items() if label.endswith("over dit thema")}
    assert chosen == {
        "Oosterhage: 1 stuk over dit thema": f"thema={THEME}&gemeente=Oosterhage",
        "Waterdrecht: 1 stuk over dit thema": f"thema={THEME}&gemeente=Waterdrecht",
    }


def test_figures_stand_in_a_chart_with_a_description_and_in_a_table(figures: Path) -> None:
    app = open_page("thema", thema=THEME, gemeente="Waterdrecht")
    assert not app.exception
    timeline, sums, line = (json.loads(each.proto.spec) for each in app.get("vega_lite_chart"))
    assert timeline["description"].startswith("Tijdlijn: ")
    described = "2022, begroot: € 10.000, 2023, begroot: € 12.000."
    assert sums["description"] == f"Staafdiagram van {EVIL}: lasten. {described}"
    assert line["description"] == "Lijndiagram van Cameratoezicht meldingen. 2021: 6,9, 2022: 7,1."
    tables = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", body) for body in html(app) if "<table" in body]
    assert [re.sub(r"<[^>]+>", "", cell) for cell in tables[0][:5]] == [
        "Jaar",
        "Bedrag",
        "Bron",
        "2022, begroot",
        "€\u00a010.000",
    ]
    assert [re.sub(r"<[^>]+>", "", cell) for cell in tables[1][4:7]] == ["2021", "6,9", "niet genoemd"]


def test_words_of_documents_are_shown_as_they_are(figures: Path) -> None:
    app = open_page("thema", thema=THEME, gemeente="Waterdrecht")
    shown = " ".join(element.proto.body for element in app.get("html"))
    assert "<script>alert" not in shown
    assert "<b>2022" not in shown
    assert f"{EVIL}: lasten" in headings(app, 3)
    assert any(quote.startswith(EVIL) for quote in quotes(app))


def test_what_was_read_and_is_silent_is_named(figures: Path) -> None:
    app = open_page("thema", thema=THEME, gemeente="Waterdrecht")
    assert "2 passages in 1 van 2 doorzochte stukken." in texts(app)
    assert app.expander[-1].label == "Gelezen, maar niets over dit thema gevonden: 1 stuk"


def test_the_filter_on_officials_is_told_not_to_count() -> None:
    app = open_page("thema", thema=THEME, bestuurder="Hanneke van der Velde")
    assert "Het filter Bestuurder telt op deze bladzijde niet mee." in texts(app)
    assert len([title for title in headings(app, 3) if ":" in title]) == 2


def test_an_amount_in_running_text_is_marked_in_its_sentence() -> None:
    app = open_page("thema", thema="jeugdoverlast")
    assert "Andere bedragen" in headings(app, 3)
    assert marked_words(app) == ["€ 45.000"]
    assert quotes(app)[-1].startswith("De gemeente Waterdrecht stelt in 2024 een budget van € 45.000 beschikbaar")


def test_marks_that_would_lie_over_one_another_are_one() -> None:
    told = [(2021.0, 3), (2025.50, 4), (2025.55, 1), (2025.60, 5), (2026.0, 2)]
    assert together(told, 5) == [(2021.0, 3), (2025.5, 10), (2026.0, 2)]


@pytest.mark.parametrize(
    ("label", "name"),
    [("Jeugd", "Jeugd: lasten"), ("Jeugd Lasten", "Jeugd Lasten"), ("Belasten", "Belasten: lasten")],
)
def test_what_a_row_says_itself_is_not_said_again(label: str, name: str) -> None:
    assert series_name(SumSeries(label, "last", "flow", ())) == name
