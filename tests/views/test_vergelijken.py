"""The pages that compare: themes side by side, and two plans."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs

import pytest
import streamlit as st

from ingest.model import Passage, ThemeScore
from tests.index.making import document, identity, new_library, put
from tests.views.app import headings, html, links, open_page, quotes, texts


@pytest.fixture(autouse=True)
def _fresh_caches(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(sample))
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def cells(page: list[str]) -> list[list[str]]:
    """The words of the table, row by row."""
    (table,) = [body for body in page if "<table" in body]
    rows = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)
    return [
        [unescape(re.sub(r"<[^>]+>", " ", cell)).strip() for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for row in rows
    ]


def heads(page: list[str]) -> list[str]:
    """The names of the columns, without what papers they stand on."""
    return [re.split(r"  ", head)[0] for head in cells(page)[0]]


def test_themes_by_municipality() -> None:
    app = open_page("vergelijken", thema="cameratoezicht-fouilleren")
    assert not app.exception
    _, row = cells(html(app))
    assert heads(html(app)) == ["Thema", "Waterdrecht"]
    assert row[0] == "Cameratoezicht en preventief fouilleren"
    assert re.match(r"^[1-9]\d* passages? ", row[1])


def test_columns_on_unlike_papers_come_with_a_warning_and_what_can_be_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = "Tegen woonoverlast zetten wij buurtbemiddeling in. "
    papers = (("Aalbeek", "programmabegroting", 40), ("Aalbeek", "rib", 1), ("Beekdorp", "rib", 2))
    with new_library(tmp_path / "library") as library:
        for name, kind, times in papers:
            passage = Passage(0, len(line), themes=(ThemeScore("woonoverlast", 0.9),))
            path = f"{name}-{kind}.txt"
            put(library, document(line * times, path=path, identity=identity(name, kind), passages=(passage,)))
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(tmp_path / "library"))
    app = open_page("vergelijken")
    assert [warning.value for warning in app.warning] == [
        "Vergelijk de aantallen niet zomaar: de stukken onder de kolommen verschillen te veel in soort en in "
        "hoeveelheid tekst. Een hoger aantal betekent dus niet dat er meer beleid is."
    ]
    link = links(app)["Vergelijk alleen op deze soort stuk: Raadsinformatiebrief"]
    assert parse_qs(link) == {"soort": ["rib"]}
    alike = open_page("vergelijken", **parse_qs(link))
    assert not alike.warning
    assert cells(html(alike))[0] == [
        "Thema",
        "Aalbeek  Raadsinformatiebrief, 2022",
        "Beekdorp  Raadsinformatiebrief, 2022",
    ]


def test_themes_by_year_stay_in_the_address() -> None:
    app = open_page("vergelijken", thema="cameratoezicht-fouilleren", naast="jaren")
    assert heads(html(app)) == ["Thema", "2024"]
    assert app.query_params["naast"] == "jaren"


def test_a_theme_that_nobody_writes_of_has_its_reason() -> None:
    app = open_page("vergelijken", thema="woonoverlast", gemeente=["Waterdrecht", "Nergens"])
    assert cells(html(app))[1] == [
        "Woonoverlast en burenoverlast",
        "Niet gevonden in 2 gelezen stukken, van 2024",
        "Geen stuk in de collectie",
    ]


@pytest.mark.parametrize(
    ("inhabitants", "said"),
    [
        pytest.param(
            26_100,
            "Zet naast Waterdrecht (30.200), gemeenten van deze grootte: Oosterhage (26.100)",
            id="about as large",
        ),
        pytest.param(
            14_000,
            "Er is geen gemeente met stukken van ongeveer deze grootte: Waterdrecht (30.200).",
            id="less than half",
        ),
    ],
)
def test_only_municipalities_of_about_its_size_stand_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inhabitants: int, said: str
) -> None:
    with new_library(tmp_path / "library") as made:
        for name in ("Waterdrecht", "Oosterhage"):
            text = f"Wonen in {name}."
            passage = Passage(0, len(text), themes=(ThemeScore("woonoverlast", 0.9),))
            put(made, document(text, path=f"{name}.txt", identity=identity(name), passages=(passage,)))
    rows = f"naam,provincie,inwoners_2025\nWaterdrecht,Drenthe,30200\nOosterhage,Drenthe,{inhabitants}\n"
    (tmp_path / "library" / "gemeenten.csv").write_text(rows, encoding="utf-8")
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(tmp_path / "library"))
    app = open_page("vergelijken", gemeente="Waterdrecht")
    assert said in [*links(app), *texts(app)]
    of_province = f"Alle uit Drenthe, ook grotere en kleinere: Oosterhage ({inhabitants / 1000:.3f})"
    assert (of_province in links(app)) == (inhabitants == 14_000)  # else it is the same link as that of its size


def test_comparable_municipalities_need_a_known_size() -> None:
    assert not [label for label in links(open_page("vergelijken", gemeente="Waterdrecht")) if "grootte" in label]


def test_two_documents_side_by_side() -> None:
    app = open_page("veranderd")
    assert not app.exception
    assert [box.label for box in app.selectbox] == ["Gemeente", "Het oude stuk", "Het nieuwe stuk"]
    assert headings(app, 2) == ["Speerpunten", "Onderwerp voor onderwerp"]
    assert headings(app, 3) == ["Alleen gevonden in het oude stuk: 2"]
    assert quotes(app)[:2] == ["Aanpak jeugdoverlast", "Ondermijning"]


def test_the_same_document_twice_is_no_comparison(sample: Path) -> None:
    app = open_page("veranderd")
    one = app.selectbox[1].value
    again = open_page("veranderd", oud=str(one), nieuw=str(one))
    assert "Kies hierboven een gemeente en twee stukken." in texts(again)


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library of eight municipalities, and a paper of none."""
    text = "Tegen woonoverlast zetten wij buurtbemiddeling in."
    passage = Passage(0, len(text), themes=(ThemeScore("woonoverlast", 0.9),))
    with new_library(tmp_path / "library") as library:
        for name in (None, *(f"Plaats {letter}" for letter in "ABCDEFGH")):
            put(library, document(text, path=f"{name}.txt", identity=identity(name, "ivp", 2022), passages=(passage,)))
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(tmp_path / "library"))


@pytest.mark.usefixtures("many")
def test_municipalities_that_do_not_fit_are_named_and_a_link_away() -> None:
    app = open_page("vergelijken", thema="woonoverlast")
    assert heads(html(app)) == ["Thema", *(f"Plaats {letter}" for letter in "ABCDEF")]
    assert "In de tabel passen 6 van de 8 gemeenten. Niet getoond: Plaats G, Plaats H." in texts(app)
    assert "1 stuk zonder bekende gemeente staat in geen kolom; zie Collectie." in texts(app)
    query = parse_qs(links(app)["Toon Plaats G, Plaats H"])
    assert query == {"thema": ["woonoverlast"], "gemeente": ["Plaats G", "Plaats H"]}
    rest = open_page("vergelijken", **query)
    assert heads(html(rest)) == ["Thema", "Plaats G", "Plaats H"]


def test_where_all_fits_nothing_is_said_to_be_left_out() -> None:
    assert not [text for text in texts(open_page("vergelijken")) if "passen" in text or "geen kolom" in text]


def test_each_paper_that_is_chosen_after_another_is_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(tmp_path / "library"))
    with new_library(tmp_path / "library") as library:
        for year in range(2021, 2025):
            about = identity(municipality="Waterdrecht", title=f"Plan {year}")
            put(library, document(f"Plan {year}. Wij plaatsen banken.", path=f"{year}.txt", identity=about))
    app = open_page("veranderd")
    old = app.selectbox(key="veranderd-oud")
    for chosen in [*old.options[1:], old.options[0]]:
        app.selectbox(key="veranderd-oud").select(chosen).run()
        assert app.selectbox(key="veranderd-oud").value in app.query_params["oud"]
        assert app.selectbox(key="veranderd-oud").format_func(app.query_params["oud"]) == chosen
