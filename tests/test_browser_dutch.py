"""What Streamlit itself says is in Dutch, in a real browser; a wrong address has a page of our own."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from evaluation.chromium import settle
from index.library import Library
from tests.browsing import NEEDS_BROWSER

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = NEEDS_BROWSER

ENGLISH = re.compile(
    r"\b(?:page not found|the|and|not found|no results|available|choose an option|fullscreen|show data|download as|"
    r"copy to|clear|remove|collapse|upload|browse|allowed|skip to)\b",
    re.IGNORECASE,
)

SAID = """() => [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap(element =>
  ['aria-label', 'title', 'placeholder'].map(name => element.getAttribute(name) || ''))"""
"""All that is said by a label, also to who can't see."""


@pytest.fixture(scope="module")
def library(sample: Path) -> Path:
    return sample


def english(page: "Page") -> list[str]:
    page.wait_for_timeout(300)
    return [words for words in page.evaluate(SAID) if ENGLISH.search(words)]


@pytest.mark.parametrize("wrong", ["bestaat-niet", "%3Cimg%20src=x%3E", "a/b", "toezeggingen/2024/mei?gemeente=x"])
def test_a_wrong_address_has_a_page_of_our_own(page: "Page", address: str, wrong: str) -> None:
    page.goto(f"{address}/{wrong}")
    settle(page)
    assert page.inner_text("h1") == "Deze bladzijde bestaat niet"
    assert page.locator('[role="dialog"]').count() == 0
    page.get_by_text("Zoeken in de stukken").click()
    page.wait_for_selector("text=Zoeken in beleidsstukken")


def test_the_first_page_has_a_name_too(page: "Page", address: str) -> None:
    page.goto(f"{address}/zoeken?vraag=camera")
    page.wait_for_selector("text=Zoeken in beleidsstukken")
    assert page.url.endswith("/?vraag=camera")


def test_a_passage_is_in_view_on_a_narrow_screen(page: "Page", address: str, sample: Path) -> None:
    with Library.open(sample) as library:
        document = library.documents()[0]
        start = library.text(document.id).index("Het cameratoezicht in het uitgaansgebied")
    page.set_viewport_size({"width": 420, "height": 500})
    page.goto(f"{address}/document?doc={document.source.sha256}&van={start}&tot={start + 40}")
    settle(page)
    page.wait_for_function(
        "() => { const box = document.querySelector('mark')?.getBoundingClientRect();"
        " return box && box.top >= 0 && box.bottom <= window.innerHeight; }"
    )


def test_lists_to_choose_from_speak_dutch(page: "Page", address: str) -> None:
    page.goto(f"{address}/toezeggingen?gemeente=Waterdrecht")
    settle(page)
    box = page.locator('[data-testid="stMultiSelect"] input').nth(1)
    box.click()
    box.fill("zzzz")
    page.wait_for_selector("text=Niets gevonden")
    assert english(page) == []


def test_charts_and_pictures_speak_dutch(page: "Page", address: str) -> None:
    page.goto(f"{address}/thema?thema=jeugdoverlast&gemeente=Waterdrecht")
    settle(page)
    page.locator('[data-testid="stVegaLiteChart"]').first.hover()
    assert english(page) == []


def test_adding_files_speaks_dutch(page: "Page", address: str) -> None:
    page.goto(f"{address}/toevoegen")
    settle(page)
    chosen = [{"name": "stuk.exe", "mimeType": "application/octet-stream", "buffer": b"x"}]
    page.set_input_files("input[type=file]", chosen)  # type: ignore[arg-type]
    page.wait_for_selector("text=Dit soort bestand kan Speerpunt niet lezen.")
    assert english(page) == []
    assert page.get_by_text("Kies bestanden").count() + page.get_by_label("Voeg bestanden toe").count() >= 1
