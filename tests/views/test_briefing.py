"""A briefing: our words and the documents' words apart, the same on the screen, in Word and in print."""

import datetime
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from docx import Document

from index.dossier import Dossier, Gap, GapKind, Missing, Part, dossier
from index.filters import Filters
from index.follow import Follower
from index.library import Library
from index.rows import FactRow
from ingest.fact_types import Commitment, Deadline, Indicator, Period
from ingest.model import Passage, ThemeScore
from tests.index.making import ENCODER, document, identity, new_library, put
from tests.views.app import headings, open_page, quotes, texts
from views.briefing import Briefing, briefing, shortened
from views.briefing_docx import briefing_docx, office, to_pdf
from views.briefing_html import briefing_html

EVIL = "Wij pakken woonoverlast aan met <b>boa's</b> & $x$ \x0b in 2022."
IN_2022 = Deadline("in 2022", Period(datetime.date(2022, 1, 1), datetime.date(2022, 12, 31)))
DAY = datetime.date(2024, 3, 1)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("briefing")) as made:
        fact = Commitment(0, len(EVIL), EVIL, 0.9, "wij", "aanpakken", None, "strong", "planned", IN_2022, 27_000)
        about = (ThemeScore("woonoverlast", 0.9),)
        plan = identity("Waterdrecht", "ivp", 2022, title="Veiligheidsplan 2022")
        put(made, document(EVIL, identity=plan, passages=(Passage(0, len(EVIL), themes=about),), facts=(fact,)))
        yield made


@pytest.fixture(scope="module")
def gathered(library: Library) -> Dossier:
    asked = Filters(municipalities=("Waterdrecht",), themes=("woonoverlast",), years=(2022,))
    return dossier(library, Follower(library, ENCODER), asked, DAY)


@pytest.fixture(scope="module")
def made(gathered: Dossier) -> Briefing:
    return briefing(gathered, "http://localhost:8501")


def chapter(made: Briefing, title: str) -> list[tuple[str, str, str]]:
    (found,) = [chapter for chapter in made.chapters if chapter.title == title]
    return [(item.lead, item.quote, item.source) for item in found.items]


def test_a_promise_in_words(made: Briefing) -> None:
    lead = "wij · in 2022 · € 27.000 · voorgenomen"
    quote = "Wij pakken woonoverlast aan met <b>boa's</b> & $x$ in 2022."
    source = "Gemeente Waterdrecht, Veiligheidsplan 2022"
    assert chapter(made, "Wat is beloofd") == [(lead, quote, source)]


def test_an_empty_chapter_says_so(made: Briefing) -> None:
    (found,) = [chapter for chapter in made.chapters if chapter.title == "Wat het mag kosten"]
    assert (found.said, found.items) == ("Niets gevonden in de stukken die zijn gelezen.", ())


def test_a_question_from_a_gap(made: Briefing) -> None:
    ((asked, _, _),) = chapter(made, "Vragen om te stellen")
    assert asked == "Is dit gedaan? De termijn (in 2022) is voorbij; in 0 andere stukken geen vervolg gevonden."


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        pytest.param("no deadline", "Wanneer is dit klaar? Er staat geen termijn bij.", id="no deadline"),
        pytest.param("no value", "Wat is de stand? Er staat geen waarde bij deze indicator.", id="no value"),
        pytest.param(
            "amounts differ", "Welk bedrag klopt? Elders staat bij dit onderwerp een ander bedrag.", id="two sums"
        ),
    ],
)
def test_every_kind_of_gap_has_its_question(gathered: Dossier, kind: GapKind, asked: str) -> None:
    row = gathered.gaps[0].about
    beside = row if kind == "amounts differ" else None
    other = replace(gathered, gaps=(Gap(kind, row, beside),))
    leads = [lead for lead, _, _ in chapter(briefing(other, ""), "Vragen om te stellen")]
    assert leads == [asked, *(["Naast"] if beside else [])]


def test_what_is_left_out_and_missing_is_told(gathered: Dossier) -> None:
    promises = Part(gathered.promises.lines, 12)
    told = briefing(replace(gathered, promises=promises, missing=(Missing("jaarstukken", 2022),)), "")
    (promised,) = [chapter for chapter in told.chapters if chapter.title == "Wat is beloofd"]
    assert promised.after == "Hier staan de eerste 8. Er zijn er nog 12; zie de lijsten in Speerpunt."
    assert told.notes[:2] == ("Doorzocht: 1 stuk: Veiligheidsplan 2022.", "Niet in de collectie: jaarstukken 2022.")


def test_print_shows_texts_as_they_are_and_fetches_nothing(made: Briefing) -> None:
    page = briefing_html(made)
    assert "&lt;b&gt;boa&#x27;s&lt;/b&gt; &amp; $x$" in page
    assert not re.search(r"<(b|img|script|link)\b|src=|url\(", page)
    assert page.startswith('<!doctype html><html lang="nl">')


def test_word_holds_the_same_lines(made: Briefing) -> None:
    document = Document(io.BytesIO(briefing_docx(made)))
    lines = [paragraph.text for paragraph in document.paragraphs]
    assert lines[0] == "Woonoverlast en burenoverlast: Waterdrecht, 2022"
    quote = "“Wij pakken woonoverlast aan met <b>boa's</b> & $x$ in 2022.”"
    assert f"wij · in 2022 · € 27.000 · voorgenomen\n{quote}\nGemeente Waterdrecht, Veiligheidsplan 2022" in lines


@pytest.mark.slow
@pytest.mark.skipif(office() is None, reason="no LibreOffice on this machine")
def test_pdf(made: Briefing) -> None:
    assert (to_pdf(briefing_docx(made)) or b"").startswith(b"%PDF")


def test_without_libreoffice_there_is_no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert to_pdf(b"") is None


def test_a_long_quote_is_cut_at_a_word() -> None:
    assert shortened("woord " * 60) == "woord " * 43 + "…"


def test_an_indicator_in_words(gathered: Dossier) -> None:
    row = gathered.promises.lines[0]
    assert isinstance(row, FactRow)
    number = Indicator(0, 3, EVIL[:3], 0.9, name="meldingen", value=None, target="250")
    told = briefing(replace(gathered, indicators=Part((replace(row, fact=number),), 0)), "")
    assert chapter(told, "Indicatoren")[0][0] == "meldingen · streefwaarde 250"


@pytest.fixture
def _app(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(sample))
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.mark.usefixtures("_app")
def test_the_page() -> None:
    app = open_page("sessiedossier", gemeente="Waterdrecht", thema="cameratoezicht-fouilleren")
    assert not app.exception
    assert headings(app, 2) == ["Cameratoezicht en preventief fouilleren: Waterdrecht"]
    assert headings(app, 3) == [
        "Speerpunten",
        "Wat de plannen zeggen",
        "Wat is beloofd",
        "Wat het mag kosten",
        "Wat ervan is gemeld",
        "Indicatoren",
        "Vragen om te stellen",
        "Waaruit dit komt",
    ]
    assert "In 2024 evalueren we het cameratoezicht met de raad." in quotes(app)


@pytest.mark.usefixtures("_app")
def test_the_page_asks_for_a_theme_and_a_municipality() -> None:
    app = open_page("sessiedossier", gemeente="Waterdrecht")
    assert "Kies onder Filters ten minste één gemeente en één thema. Jaren mag ook." in texts(app)
    assert headings(app, 2) == []
