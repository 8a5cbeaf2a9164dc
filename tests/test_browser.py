"""The running app in a real browser, as a user goes through it."""

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from evaluation.chromium import settle
from index.build import build
from tests.browsing import NEEDS_BROWSER

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = NEEDS_BROWSER

HOSTILE = """Kadernota 2025 gemeente Waterdrecht

Speerpunten
<img src=x onerror="document.title='geraakt'"> **vet** $x$ [link](http://x.example) :material/home: www.x.example
Het college plaatst in 2025 vijf <b>banken</b> bij www.x.example en stuurt de raad **voor** de zomer een brief.
"""


@pytest.fixture(scope="module")
def library(sample_texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two sample texts, a page of a PDF, and a text that tries to be markup."""
    folder = tmp_path_factory.mktemp("browser")
    for path in sample_texts.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "kadernota-2025.txt").write_text(HOSTILE, encoding="utf-8")
    _write_pdf(folder / "jaarstukken-2023-waterdrecht.pdf")
    build([folder], folder / "library")
    return folder / "library"


def _write_pdf(path: Path) -> None:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas").Canvas(str(path))
    for heading, text in (
        ("Jaarstukken 2023 gemeente Waterdrecht", "Vastgesteld door de raad op 4 juli 2024."),
        (
            "Programma 2 Verkeer",
            "In 2023 heeft de gemeente Waterdrecht zestien fietsenrekken bij het station geplaatst.",
        ),
    ):
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(72, 760, heading)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, 720, text)
        canvas.showPage()
    canvas.save()


def test_from_a_question_to_the_marked_passage_and_back(page: "Page", address: str) -> None:
    page.get_by_label("Uw vraag of zoekwoorden").fill("fietsenrekken station")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=re.compile(r"^1\. Jaarstukken 2023")).wait_for()
    page.wait_for_url("**/?vraag=fietsenrekken+station")
    assert page.locator("blockquote mark").first.inner_text() == "fietsenrekken"

    page.get_by_role("link", name=re.compile(r"p\. 2$")).first.click()
    page.wait_for_url("**/document?doc=*")
    picture = page.get_by_role("img", name="Bladzijde 2 van jaarstukken-2023-waterdrecht.pdf")
    picture.wait_for()
    passage = page.locator("mark")
    assert "zestien fietsenrekken" in passage.inner_text()
    settle(page)
    assert _has_yellow(picture.screenshot())

    _assert_stays_in_view(page, picture)

    place = page.url
    page.go_back()
    page.get_by_role("heading", name="passage").first.wait_for()
    assert page.url == f"{address}/?vraag=fietsenrekken+station"

    page.context.clear_cookies()
    page.goto(place)
    page.get_by_role("img", name="Bladzijde 2 van").wait_for()
    assert "zestien fietsenrekken" in page.locator("mark").inner_text()


def _assert_stays_in_view(page: "Page", picture: "Locator") -> None:
    """Beside a text that is longer than the screen."""
    page.evaluate(
        """() => { const picture = document.querySelector('.st-key-picture').closest('[data-testid="stColumn"]');
        picture.nextElementSibling.style.minHeight = '4000px';
        document.querySelector('[data-testid="stMain"]').scrollTo(0, 2500); }"""
    )
    box = picture.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 100


def _has_yellow(png: bytes) -> bool:
    pixels = np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))
    red, green, blue = pixels[..., 0], pixels[..., 1], pixels[..., 2]
    return int(((red > 230) & (green > 215) & (blue < 200)).sum()) > 500


def test_a_filter_stays_in_address_and_on_every_page(page: "Page") -> None:
    kinds = page.get_by_role("combobox", name="Soort stuk")
    kinds.fill("raads")
    page.get_by_role("option", name=re.compile("^Raadsverslag")).wait_for()
    kinds.press("Enter")
    kinds.press("Tab")
    page.wait_for_url("**/?soort=raadsverslag")
    page.get_by_role("link", name="Toezeggingen", exact=True).click()
    page.wait_for_url("**/toezeggingen?soort=raadsverslag")
    page.get_by_role("heading", name=re.compile(r"^Wie: burgemeester Van der Velde")).wait_for()
    assert page.get_by_role("heading", level=3).count() == 1
    page.get_by_text("Verdeling van deze").click()
    page.get_by_role("link", name="2024 (1)").click()
    page.wait_for_url("**/toezeggingen?soort=raadsverslag&jaar=2024")
    page.go_back()
    page.wait_for_url("**/toezeggingen?soort=raadsverslag")


def test_hostile_text_is_shown_as_it_is(page: "Page", address: str) -> None:
    outside: list[str] = []
    page.on("request", lambda request: None if "localhost" in request.url else outside.append(request.url))
    for path in ("speerpunten", "toezeggingen", "collectie", "?vraag=banken", "document?doc=kadernota-2025.txt"):
        page.goto(f"{address}/{path}")
        settle(page)
        assert page.title() != "geraakt"
        assert page.locator("b, [data-testid=stMain] a[href*='x.example'], .katex, img[src=x]").count() == 0, path
    assert "[link](http://x.example) :material/home: www.x.example" in page.locator("main, body").first.inner_text()
    assert [url for url in outside if not url.startswith(("data:", "blob:"))] == []


def test_a_chart_is_drawn_and_described_without_the_internet(page: "Page", address: str) -> None:
    outside: list[str] = []
    page.on("request", lambda request: None if "localhost" in request.url else outside.append(request.url))
    page.goto(f"{address}/thema?gemeente=Waterdrecht&thema=cameratoezicht-fouilleren")
    chart = page.locator("[aria-label^='Tijdlijn: wanneer welke stukken']")
    chart.locator("svg path").first.wait_for()
    settle(page)
    assert {"Plan", "Raad", "2023", "1"} <= set(chart.locator("svg text").all_text_contents())
    assert page.locator(".vega-actions, details[title]").count() == 0
    assert [url for url in outside if not url.startswith(("data:", "blob:"))] == []


def test_the_page_says_that_it_is_dutch_and_every_field_has_a_label(page: "Page") -> None:
    assert page.evaluate("document.documentElement.lang") == "nl"
    unlabelled = """[...document.querySelectorAll('[data-testid=stMain] input, [data-testid=stSidebar] input')]
        .filter(field => !field.getAttribute('aria-label') && !field.labels?.length).length"""
    assert page.evaluate(unlabelled) == 0
