"""What users come for, done in a real browser: follow, compare, prepare, take along, add, correct and check."""

import csv
import io
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from docx import Document

from evaluation.chromium import visit
from index.build import build
from index.library import Library
from tests.browsing import NEEDS_BROWSER

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = NEEDS_BROWSER

PAPERS = (
    "ivp-waterdrecht-2021-2024.pdf",
    "integraal-veiligheidsplan-2025-2028.pdf",
    "kadernota-2022.pdf",
    "programmabegroting-2022.pdf",
    "jaarstukken-2022.pdf",
    "toezeggingenlijst-2023-09.pdf",
)
HOSTILE = """Kadernota 2030 gemeente Waterdrecht

Speerpunten
<img src=x onerror="document.title='geraakt'"> **vet** $x$ [woonoverlast](http://x.example) :material/home:
De gemeente plaatst uiterlijk in 2030 vijf <b>camera's</b> tegen woonoverlast voor € 45.000 bij **het station**.
"""
THEMES = {"thema": "woonoverlast", "gemeente": "Waterdrecht"}


@pytest.fixture(scope="module")
def library(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six papers of the sample corpus, and a text that tries to be markup."""
    folder = tmp_path_factory.mktemp("gebruik")
    shutil.copy(corpus / "gemeenten.csv", folder)
    for name in PAPERS:
        shutil.copy(corpus / "waterdrecht" / name, folder)
    (folder / "kadernota-2030.txt").write_text(HOSTILE, encoding="utf-8")
    build([folder], folder / "library")
    return folder / "library"


def test_from_the_register_to_what_came_of_it_and_to_the_page(page: "Page", address: str) -> None:
    visit(page, f"{address}/toezeggingen?{urlencode({'soort': 'kadernota', 'volgorde': 'amount'})}")
    page.get_by_text("In 2022 plaatsen wij vier mobiele camera's").first.wait_for()
    block = page.locator("[data-testid=stVerticalBlock]", has_text="vier mobiele camera's").last
    block.get_by_role("link", name="Wat kwam hiervan?").first.click()
    page.wait_for_url("**/volgen?doc=*")
    page.get_by_role("heading", name="Daarna").wait_for()
    assert page.get_by_role("heading", name=re.compile(r"^22 juni 2023: Jaarstukken")).count() >= 1
    page.get_by_role("link", name=re.compile(r"Jaarstukken 2022.*p\. \d")).first.click()
    page.wait_for_url("**/document?doc=*")
    assert "camera" in page.locator("mark").first.inner_text()


def test_what_is_overdue_has_an_address_of_its_own(page: "Page", address: str) -> None:
    counts = []
    for path in ("toezeggingen", "toezeggingen?termijn=over"):
        visit(page, f"{address}/{path}")
        counts.append(int(page.get_by_role("heading", name="toezeggingen en voornemens").last.inner_text().split()[0]))
    assert counts[0] > counts[1] > 0


def test_themes_by_year_with_a_way_to_the_passage(page: "Page", address: str) -> None:
    visit(page, f"{address}/vergelijken?{urlencode(THEMES | {'jaar': '2022'})}")
    heads = [head.splitlines() for head in page.get_by_role("columnheader").all_inner_texts()]
    assert [head[0] for head in heads] == ["Thema", "Waterdrecht"]
    assert heads[1][1] == "Programmabegroting, 2022"
    page.get_by_text("Jaren", exact=True).click()
    page.wait_for_url("**naast=jaren**")
    page.get_by_role("columnheader", name=re.compile("^2022")).wait_for()
    page.locator("table a[href^='document']").first.click()
    page.wait_for_url("**/document?doc=*")
    page.locator("mark").first.wait_for()


def test_two_plans_side_by_side(page: "Page", address: str) -> None:
    visit(page, f"{address}/veranderd?gemeente=Waterdrecht")
    page.get_by_role("heading", name=re.compile(r"^Alleen gevonden in het oude stuk: \d")).wait_for()
    said = "Niet als speerpunt gevonden in het nieuwe stuk"
    gone = page.locator("[data-testid=stVerticalBlock]", has_text=said).first
    assert "Woonoverlast" in gone.inner_text()
    page.get_by_role("link", name=re.compile(r": [1-9]\d* in beide$")).first.click()
    page.wait_for_url("**onderwerp=**")
    page.get_by_role("radiogroup").get_by_text("Alleen gevonden in het nieuwe stuk").click()
    page.wait_for_url("**laat=new**")


def test_a_briefing_to_take_along(page: "Page", address: str, tmp_path: Path) -> None:
    visit(page, f"{address}/sessiedossier?{urlencode(THEMES)}")
    page.get_by_role("heading", name="Vragen om te stellen").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Word-bestand").click()
    made = tmp_path / "dossier.docx"
    download.value.save_as(made)
    lines = [paragraph.text for paragraph in Document(str(made)).paragraphs]
    assert lines[0] == "Woonoverlast en burenoverlast: Waterdrecht"
    assert "Vragen om te stellen" in lines


def test_a_list_to_take_along_with_its_sources(page: "Page", address: str) -> None:
    visit(page, f"{address}/toezeggingen?soort=kadernota&jaar=2022")
    page.get_by_role("button", name="Meenemen").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV-bestand").click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"))))
    chosen = next(row for row in rows if "vier mobiele camera's" in row["citaat"])
    assert chosen["bron"] == "Gemeente Waterdrecht, Kadernota 2022, par. Programma 1 Veiligheid, p. 3"
    assert chosen["link"].startswith(f"{address}/document?doc={chosen['sha256']}&page=3&van=")
    visit(page, chosen["link"])
    assert page.locator("mark").inner_text() == chosen["citaat"]


def test_who_holds_what_and_what_was_promised(page: "Page", address: str) -> None:
    visit(page, f"{address}/portefeuillehouders?gemeente=Waterdrecht")
    page.get_by_role("heading", name=re.compile("van Rossenberg")).first.wait_for()
    page.get_by_role("link", name=re.compile(r"^Bekijk deze")).first.click()
    page.wait_for_url("**/toezeggingen?**bestuurder=**")


def test_adding_correcting_and_checking(page: "Page", address: str, library: Path, tmp_path: Path) -> None:
    paper = tmp_path / "kadernota-2027.txt"
    paper.write_text(
        "Kadernota 2027 gemeente Waterdrecht\n\nDe gemeente plant in 2027 tien iepen langs de Kaaistraat.\n"
    )
    visit(page, f"{address}/toevoegen")
    page.locator("input[type=file]").set_input_files(str(paper))
    page.get_by_role("button", name="Voeg toe en lees").click()
    page.get_by_role("link", name="Kadernota 2027").click()
    page.wait_for_url("**/document?doc=*")
    page.get_by_text("Klopt hier iets niet?").click()
    page.get_by_role("combobox", name="Wat klopt niet?").click()
    page.get_by_role("option", name="Jaar", exact=True).click()
    page.get_by_role("textbox", name="Wat moet het zijn?").fill("2034")
    page.get_by_role("button", name="Verbeter").click()
    page.get_by_text(re.compile(r"^Verbeterd door een mens op .*: Jaar is 2034$")).wait_for()

    visit(page, f"{address}/toezeggingen?jaar=2034")
    page.get_by_text("Door het programma gelezen").wait_for()
    page.get_by_role("button", name="Nakijken").click()
    page.get_by_text("Klopt niet", exact=True).click()
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_text(re.compile(r"^✗ Nagekeken door een mens op .*: klopt niet$")).wait_for()
    with Library.open(library) as opened:
        assert [row.year for row in opened.documents() if row.file == paper.name] == [2034]


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("vergelijken", id="vergelijken"),
        pytest.param("veranderd", id="veranderd"),
        pytest.param("thema", id="thema"),
        pytest.param("sessiedossier", id="sessiedossier"),
        pytest.param("portefeuillehouders", id="portefeuillehouders"),
        pytest.param("volgen", id="volgen"),
        pytest.param("toezeggingen", id="toezeggingen as a table"),
    ],
)
def test_hostile_text_is_shown_as_it_is_everywhere(page: "Page", address: str, library: Path, path: str) -> None:
    outside: list[str] = []
    page.on("request", lambda request: None if "localhost" in request.url else outside.append(request.url))
    asked = dict(THEMES)
    with Library.open(library) as opened:
        hostile = next(row for row in opened.documents() if row.file == "kadernota-2030.txt")
        fact = opened.facts("commitment", document_id=hostile.id)[0].fact
    if path == "volgen":
        asked = {"doc": hostile.source.sha256, "van": str(fact.start)}
    elif path == "toezeggingen":
        asked = {"soort": "kadernota", "jaar": "2030", "vorm": "tabel"}
    elif path == "veranderd":
        old = "kadernota-2022.pdf"
        with Library.open(library) as opened:
            other = next(row for row in opened.documents() if row.file == old)
            said = next(row for row in opened.passages_of(hostile.id) if "<b>camera's</b>" in row.text)
        theme = next((score.theme for score in said.themes), "geen")
        asked = {"gemeente": "Waterdrecht", "oud": other.source.sha256, "nieuw": hostile.source.sha256}
        asked["onderwerp"] = theme
    visit(page, f"{address}/{path}?{urlencode(asked)}")
    assert page.title() != "geraakt"
    assert page.locator("b, [data-testid=stMain] a[href*='x.example'], .katex, img[src=x]").count() == 0
    if path in ("volgen", "veranderd", "sessiedossier", "toezeggingen"):
        assert "<b>camera's</b>" in page.get_by_test_id("stMain").inner_text()
    assert [url for url in outside if not url.startswith(("data:", "blob:"))] == []
