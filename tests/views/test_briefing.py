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

from index.dossier import Dossier, Part, dossier
from index.follow import Follower
from index.library import Library
from index.store.filters import Filters
from index.tracing.dossier_missing import Missing
from index.tracing.dossier_taakvelden import Taakveld
from index.tracing.gaps import Gap, GapKind
from ingest import seams
from ingest.fact_types import Commitment, Deadline, Indicator, Period
from ingest.model import Passage, ThemeScore
from tests.index.making import ENCODER, document, identity, new_library, put
from tests.views.app import headings, open_page, quotes, texts
from views.briefing import briefing
from views.briefing_docx import briefing_docx, office, to_pdf
from views.briefing_html import briefing_html
from views.briefing_parts import Briefing
from views.briefing_words import FIELD_COLUMNS, shortened

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


@pytest.fixture(scope="module")
def promised(gathered: Dossier) -> Briefing:
    """The same without its question."""
    (gap,) = gathered.gaps
    assert gap.outcome
    promises = Part((gap.outcome,), 1)
    return briefing(replace(gathered, gaps=(), promises=promises), "http://localhost:8501")


def test_what_is_asked_after_is_not_listed_again(made: Briefing) -> None:
    (found,) = [chapter for chapter in made.chapters if chapter.title == "Wat is beloofd, en wat ervan kwam"]
    assert (found.said, found.items) == ("Wat is gevonden, staat hierboven bij de vragen.", ())


def test_a_promise_in_words(promised: Briefing) -> None:
    lead = "wij · in 2022 (voorbij) · € 27.000 · geen vervolg gevonden"
    quote = "Wij pakken woonoverlast aan met <b>boa's</b> & $x$ in 2022."
    source = "Gemeente Waterdrecht, Veiligheidsplan 2022"
    assert chapter(promised, "Wat is beloofd, en wat ervan kwam") == [(lead, quote, source)]


def test_an_empty_chapter_says_so(made: Briefing) -> None:
    (found,) = [chapter for chapter in made.chapters if chapter.title == "Wat het mag kosten"]
    assert (found.said, found.items) == ("Niets gevonden in de stukken die zijn gelezen.", ())


@pytest.fixture(scope="module")
def costing(gathered: Dossier) -> Briefing:
    """The same with two task fields, one of them with a name that looks like markup."""
    row = gathered.gaps[0].about
    fields = (
        Taakveld("1.2", "Openbare <i>orde</i>", 2026, "budget", -70_000, None, row),
        Taakveld("6.1", "Samenkracht", 2026, "sum", 500, 20, replace(row, page=3)),
    )
    return briefing(replace(gathered, taakvelden=fields), "http://x")


def test_the_task_fields_are_one_table(costing: Briefing) -> None:
    (found,) = [chapter for chapter in costing.chapters if chapter.title == "Wat het mag kosten"]
    assert found.table is not None
    assert (found.table.source, found.table.columns) == ("Gemeente Waterdrecht, Veiligheidsplan 2022", FIELD_COLUMNS)
    assert [row.cells for row in found.table.rows] == [
        ("1.2", "Openbare <i>orde</i>", "€ -70.000", "–", "2026 (begroot)", "naar de plaats in het stuk"),
        ("6.1", "Samenkracht", "€ 500", "€ 20", "2026", "p. 3"),
    ]
    assert found.said == (
        "Eerst de taakvelden van dit thema uit het nieuwste stuk dat ze geeft. Een min voor lasten staat zo in het "
        "stuk. Een streepje is nul, of niet gelezen."
    )


def test_print_and_word_hold_the_whole_table_with_its_links(costing: Briefing) -> None:
    page = briefing_html(costing)
    assert page.count("<tr>") == len(("head", "1.2", "6.1"))
    assert "<td>Openbare &lt;i&gt;orde&lt;/i&gt;</td><td>€ -70.000</td>" in page
    assert re.search(r'<td><a href="http://x/[a-z]+\?[^"]+">p\. 3</a></td>', page)
    (table,) = Document(io.BytesIO(briefing_docx(costing))).tables
    words = [[cell.text for cell in row.cells] for row in table.rows]
    assert words[0] == list(FIELD_COLUMNS)
    assert words[1][:4] == ["1.2", "Openbare <i>orde</i>", "€ -70.000", "–"]


def test_a_file_is_called_after_what_is_in_it(made: Briefing) -> None:
    assert made.file == "sessiedossier-waterdrecht-woonoverlast-2022"


def test_a_question_from_a_gap(made: Briefing) -> None:
    ((asked, _, _),) = chapter(made, "Vragen om te stellen")
    assert asked == (
        "Is dit gedaan? De termijn (in 2022) is voorbij. De collectie heeft geen later verslag of raadsstuk waarin het "
        "kan staan."
    )


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        pytest.param(
            "overdue",
            "Is dit gedaan? De termijn (in 2022) is voorbij. Geen vervolg gevonden in Jaarstukken 2023. De jaarstukken "
            "2022 zitten niet in de collectie.",
            id="overdue, with what was searched",
        ),
        pytest.param("no value", "", id="an indicator that is none"),
        pytest.param("amounts differ", "Waarom verschilt het bedrag: € 27.000 en € 27.000?", id="two sums"),
    ],
)
def test_every_kind_of_gap_has_its_question(gathered: Dossier, kind: GapKind, asked: str) -> None:
    gap = gathered.gaps[0]
    report = replace(
        gap.about.document, identity=identity("Waterdrecht", "jaarstukken", 2023, title="Jaarstukken 2023")
    )
    assert gap.outcome is not None
    outcome = replace(gap.outcome, searched=(report,))
    beside = gap.about if kind == "amounts differ" else None
    other = replace(gathered, gaps=(Gap(kind, gap.about, beside, outcome),))
    (found,) = [each for each in briefing(other, "").chapters if each.title == "Vragen om te stellen"]
    assert [item.lead for item in found.items] == [asked]
    assert [item.lead for item in found.items[0].below] == (["Daarnaast"] if beside else [])


def test_what_is_left_out_and_missing_is_told(gathered: Dossier) -> None:
    (gap,) = gathered.gaps
    assert gap.outcome
    promises = Part((gap.outcome,), 12)
    told = briefing(replace(gathered, promises=promises, missing=(Missing("jaarstukken", (2022, 2023)),)), "")
    (promised,) = [chapter for chapter in told.chapters if chapter.title.startswith("Wat is beloofd")]
    assert promised.after == "1 van 12."
    assert promised.whole == "/toezeggingen?gemeente=Waterdrecht&jaar=2022&thema=woonoverlast"
    assert told.notes[:2] == (
        "Doorzocht: 1 stuk: Veiligheidsplan 2022.",
        "Niet in de collectie: jaarstukken 2022 en 2023.",
    )


def test_a_list_that_is_whole_says_nothing_of_a_rest(made: Briefing) -> None:
    assert {chapter.after for chapter in made.chapters} == {""}


def test_print_shows_texts_as_they_are_and_fetches_nothing(made: Briefing) -> None:
    page = briefing_html(made)
    assert "&lt;b&gt;boa&#x27;s&lt;/b&gt; &amp; $x$" in page
    assert not re.search(r"<(b|img|script|link)\b|src=|url\(", page)
    assert page.startswith('<!doctype html><html lang="nl">')


def test_word_holds_the_same_lines(promised: Briefing) -> None:
    document = Document(io.BytesIO(briefing_docx(promised)))
    lines = [paragraph.text for paragraph in document.paragraphs]
    assert lines[0] == "Woonoverlast en burenoverlast: Waterdrecht, 2022"
    quote = "“Wij pakken woonoverlast aan met <b>boa's</b> & $x$ in 2022.”"
    lead = "wij · in 2022 (voorbij) · € 27.000 · geen vervolg gevonden"
    assert f"{lead}\n{quote}\nGemeente Waterdrecht, Veiligheidsplan 2022" in lines


@pytest.mark.slow
@pytest.mark.skipif(office() is None, reason="no LibreOffice on this machine")
def test_pdf(made: Briefing) -> None:
    assert (to_pdf(briefing_docx(made)) or b"").startswith(b"%PDF")


def test_without_libreoffice_there_is_no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert to_pdf(b"") is None


def test_a_long_quote_is_cut_at_a_word() -> None:
    assert shortened("woord " * 60) == "woord " * 43 + "…"


@pytest.mark.parametrize(
    ("value", "year", "words"),
    [
        pytest.param(None, None, "streefwaarde 250 in Integraal veiligheidsplan 2022", id="a target of no year"),
        pytest.param(None, 2025, "streefwaarde 250 (2025)", id="a target with its year"),
        pytest.param(
            "305",
            2020,
            "waarde 305 (2020) · streefwaarde 250 in Integraal veiligheidsplan 2022",
            id="the year is that of the value",
        ),
    ],
)
def test_an_indicator_in_words(gathered: Dossier, value: str | None, year: int | None, words: str) -> None:
    row = gathered.gaps[0].about
    number = Indicator(0, 3, EVIL[:3], 0.9, name="meldingen", value=value, target="250", reference_year=year)
    number = replace(number, target_year=None if value else year)
    told = briefing(replace(gathered, indicators=Part((replace(row, fact=number),), 0)), "")
    assert chapter(told, "Indicatoren")[0][0] == f"meldingen · {words}"


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
        "Vragen om te stellen",
        "Speerpunten",
        "Wat de plannen zeggen",
        "Wat is beloofd, en wat ervan kwam",
        "Wat het mag kosten",
        "Wat verder is gemeld",
        "Indicatoren",
        "Waaruit dit komt",
    ]
    assert any("zegt toe dat de raad vóór de zomer van 2024 een evaluatie" in quote for quote in quotes(app))


@pytest.mark.usefixtures("_app")
def test_the_page_asks_for_a_theme_and_a_municipality() -> None:
    app = open_page("sessiedossier", gemeente="Waterdrecht")
    assert "Kies onder Filters ten minste één gemeente en één thema. Jaren mag ook." in texts(app)
    assert headings(app, 2) == []


def test_a_paper_with_torn_columns_is_told_where_its_promises_are_missed(gathered: Dossier) -> None:
    torn = replace(gathered.documents[0], problems=(seams.problem_of([(0, 3)]),))
    told = briefing(replace(gathered, documents=(torn,), wrong=2), "")
    said = {chapter.title: chapter.said for chapter in told.chapters}
    for title in ("Speerpunten", "Wat is beloofd, en wat ervan kwam"):
        assert "lopen de kolommen door elkaar" in said[title]
    assert "Weggelaten: 2 regels die als fout zijn gemerkt." in told.notes
