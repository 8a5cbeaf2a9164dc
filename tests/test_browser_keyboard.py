"""The evening before a session without a mouse: search, read, make the dossier, and take it along."""

import shutil
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from evaluation.chromium import settle
from index.build import build
from tests.browsing import NEEDS_BROWSER

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = NEEDS_BROWSER

FOCUSED = """() => {
  const element = document.activeElement;
  if (element === document.body) return ['', true];
  const outlined = node => node && (getComputedStyle(node).outlineStyle !== 'none' || outlined(node.parentElement));
  const label = element.getAttribute('aria-label') || element.labels?.[0]?.innerText || element.innerText || '';
  return [label.trim(), Boolean(outlined(element))];
}"""
"""The name of what has the keyboard's focus, and whether that is seen."""

MOST = 120
"""Presses of Tab before something counts as out of reach."""


@pytest.fixture(scope="module")
def library(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two papers of the sample corpus."""
    folder = tmp_path_factory.mktemp("toetsen")
    shutil.copy(corpus / "gemeenten.csv", folder)
    for name in ("ivp-waterdrecht-2021-2024.pdf", "jaarstukken-2022.pdf"):
        shutil.copy(corpus / "waterdrecht" / name, folder)
    build([folder], folder / "library")
    return folder / "library"


def tab_to(page: "Page", begins: str) -> None:
    """Press Tab until the focus is on what is called so; each stop on the way has to be seen."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        label, seen = page.evaluate(FOCUSED)
        assert seen or not label, f"the focus on {label!r} can't be seen"
        if label.startswith(begins):
            return
    raise AssertionError(f"{begins} can't be reached by Tab")


def choose(page: "Page", field: str, letters: str) -> None:
    """One of the values of a filter."""
    tab_to(page, field)
    page.keyboard.type(letters)
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    settle(page)


def test_from_a_question_to_a_dossier_by_keyboard_alone(page: "Page") -> None:
    tab_to(page, "Naar de inhoud")
    tab_to(page, "Uw vraag of zoekwoorden")
    page.keyboard.type("woonoverlast")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?vraag=woonoverlast")
    page.get_by_role("heading", name="passages gevonden").wait_for()
    settle(page)
    tab_to(page, "Gemeente Waterdrecht, ")
    page.keyboard.press("Enter")
    page.wait_for_url("**/document?doc=*")
    page.locator("mark").first.wait_for()

    tab_to(page, "Sessiedossier")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sessiedossier**")
    page.get_by_text("Kies onder Filters").wait_for()
    choose(page, "Gemeente", "Water")
    page.wait_for_url("**gemeente=Waterdrecht**")
    choose(page, "Thema", "Woonoverlast")
    page.get_by_role("heading", name="Vragen om te stellen").wait_for()
    settle(page)
    with page.expect_download() as download:
        tab_to(page, "Word-bestand")
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "sessiedossier-waterdrecht-woonoverlast.docx"


def test_what_a_button_unfolds_comes_next_and_then_the_page_goes_on(page: "Page", address: str) -> None:
    page.goto(f"{address}/speerpunten")
    settle(page)
    tab_to(page, "Nakijken")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Bewaar").wait_for()
    page.wait_for_function("document.activeElement.type === 'radio'")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("Dit is een kop.")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)[0] == "Bewaar"
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)[0].startswith("Nakijken")
    page.keyboard.press("Shift+Tab")
    tab_to(page, "Nakijken")


@pytest.mark.parametrize("path", ["", "toezeggingen", "thema?gemeente=Waterdrecht&thema=woonoverlast", "collectie"])
def test_the_headings_of_a_page_skip_no_level(page: "Page", address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    settle(page)
    levels = page.evaluate(
        "[...document.querySelectorAll('[data-testid=stMain] :is(h1, h2, h3, h4, h5, h6)')].map(h => +h.tagName[1])"
    )
    assert levels[:1] == [1]
    assert all(after <= before + 1 for before, after in pairwise(levels))
