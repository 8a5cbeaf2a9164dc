"""Every page of the app, checked by axe-core in a real browser for WCAG 2.1 A and AA."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from evaluation.addresses import addresses
from evaluation.chromium import SECONDS, browser, running_app, settle, visit
from index.build import build
from tests.browsing import NEEDS_BROWSER
from views.app import BESIDE, PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = NEEDS_BROWSER

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
"""All that axe-core has on WCAG 2.1 A and AA. No rule and no element is left out."""

WIDE, NARROW = 1280, 390

OPEN_ALL = "document.querySelectorAll('details').forEach(details => { details.open = true })"
"""What is folded away is a part of the page too."""


@pytest.fixture(scope="module")
def library(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample documents of one municipality, with the list that says it exists, and a file that can't be read."""
    folder = tmp_path_factory.mktemp("axe")
    shutil.copytree(corpus / "waterdrecht", folder / "stukken")
    shutil.copy(corpus / "gemeenten.csv", folder / "stukken")
    (folder / "stukken" / "kapot.pdf").write_bytes(b"%PDF-1.4 kapot")
    build([folder / "stukken"], folder / "library")
    return folder / "library"


@pytest.fixture(scope="module", params=[WIDE, NARROW], ids=["wide", "narrow"])
def page(request: pytest.FixtureRequest, address: str) -> Iterator["Page"]:
    with browser() as chromium:
        page = chromium.new_page(viewport={"width": request.param, "height": 900}, locale="nl-NL")
        page.set_default_timeout(SECONDS * 1000)
        yield page


def violations(page: "Page") -> list[str]:
    """What axe-core finds wrong: the rule, where, and what it says of it."""
    from axe_playwright_python.sync_playwright import Axe

    found: list[dict[str, Any]] = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [f"{rule['id']} at {node['target']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


def test_no_page_breaks_wcag_or_is_wider_than_the_screen(page: "Page", library: Path, address: str) -> None:
    wrong = {}
    for name, path in {**addresses(library), **other_states(library)}.items():
        visit(page, f"{address}/{path}")
        page.evaluate(OPEN_ALL)
        settle(page)
        if found := violations(page) + overflow(page):
            wrong[name] = found
    assert wrong == {}


def other_states(library: Path) -> dict[str, str]:
    """What a page looks like when there is nothing to show, or when it is asked for in another form."""
    return {
        "nothing asked": "",
        "nothing found": "?vraag=ruimtevaart",
        "who answers for it": "?vraag=Wie+gaat+over+veiligheid%3F&gemeente=Waterdrecht",
        "no document": "document",
        "read aloud": f"{addresses(library)['document']}&beeld=tekst",
        "all facts of a kind": f"{addresses(library)['document']}&feit=commitment",
        "no such page": "bestaat-niet",
        "nothing under the filters": "toezeggingen?gemeente=Nergens",
        "as a table": "toezeggingen?vorm=tabel&volgorde=deadline",
        "a later sheet": "toezeggingen?blad=2",
        "what is overdue": "toezeggingen?termijn=over",
        "no commitment": "volgen",
        "no theme": "thema",
        "no dossier": "sessiedossier",
        "years beside each other": "vergelijken?gemeente=Waterdrecht&naast=jaren",
        "one kind of change": "veranderd?gemeente=Waterdrecht&soort=new",
        "all officials": "portefeuillehouders",
        "nothing in the collection": "collectie?gemeente=Nergens",
        "no such document": "document?doc=ffff",
        "a document that wasn't read": "document?doc=kapot.pdf",
        "a document without pages": "document?doc=coalitieakkoord-2022-2026.docx",
        "no such theme": "thema?thema=xyz&gemeente=Waterdrecht",
        "no such theme in a list": "speerpunten?thema=xyz",
        "no such type": "speerpunten?soort=xyz",
        "no such municipality": "?vraag=cameratoezicht&gemeente=Nergens",
        "a theme of no municipality yet": "thema?thema=jeugdoverlast",
        "one theme beside itself": "vergelijken?thema=jeugdoverlast",
        "nothing beside each other": "vergelijken?gemeente=Nergens",
        "a firm promise of a person": "toezeggingen?sterkte=strong&bestuurder=Hanneke+van+Rossenberg&vorm=tabel",
    }


def overflow(page: "Page") -> list[str]:
    """That a reader would have to scroll the page itself sideways; a wide table scrolls in its own place."""
    inside, room = page.locator("[data-testid=stMain]").evaluate("main => [main.scrollWidth, main.clientWidth]")
    return [f"{inside} pixels in {room}"] if inside > room else []


def test_the_menu_says_which_page_is_shown(page: "Page", address: str) -> None:
    visit(page, f"{address}/thema?thema=jeugdoverlast")
    page.locator(".st-key-menu a[aria-current=page]", has_text="Thema").wait_for()
    assert page.locator(".st-key-menu a[aria-current=page]").count() == 1
    first = page.locator(".st-key-menu a", has_text="Zoeken").evaluate("link => link.href")
    assert first == f"{address}/?thema=jeugdoverlast"  # also in another tab


def test_a_quote_can_be_cited_by_keyboard_and_copied(page: "Page", library: Path, address: str) -> None:
    visit(page, f"{address}/{addresses(library)['document']}")
    page.get_by_role("button", name="Citeren").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Kopieer").nth(2).wait_for()
    written = page.get_by_test_id("stCode").all_inner_texts()
    assert [text.split()[0] for text in written] == ["Gemeente", "In", ">"]
    assert violations(page) == []


@pytest.mark.parametrize(("name", "button"), [("speerpunten", "Nakijken"), ("toezeggingen", "Meenemen")])
def test_what_a_button_unfolds_breaks_nothing(
    page: "Page", library: Path, address: str, name: str, button: str
) -> None:
    visit(page, f"{address}/{addresses(library)[name]}")
    page.get_by_role("button", name=button).first.click()
    page.get_by_test_id("stPopoverBody").get_by_role("button").first.wait_for()
    assert violations(page) == []


def test_a_list_to_choose_from_breaks_nothing(page: "Page", address: str) -> None:
    page.set_viewport_size({"width": WIDE, "height": 900})
    visit(page, f"{address}/toezeggingen")
    page.get_by_role("combobox", name="Thema").click()
    page.get_by_role("option").first.wait_for()
    assert violations(page) == []


def test_a_file_that_cannot_be_read_breaks_nothing(page: "Page", address: str) -> None:
    visit(page, f"{address}/toevoegen")
    chosen = [{"name": "stuk.exe", "mimeType": "application/octet-stream", "buffer": b"x"}]
    page.set_input_files("input[type=file]", chosen)  # type: ignore[arg-type]
    why = page.get_by_text("Dit soort bestand kan Speerpunt niet lezen.")
    why.wait_for()
    box = why.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) > 10  # Streamlit says it to a screen reader alone
    assert violations(page) == []


def test_an_error_breaks_nothing(page: "Page", library: Path, tmp_path: Path) -> None:
    gone = tmp_path / "library"
    shutil.copytree(library, gone)
    with running_app(gone) as address:
        shutil.rmtree(gone)
        visit(page, address)
        page.get_by_text("Dit lukt niet.").wait_for()
        assert violations(page) + overflow(page) == []


def test_what_is_wrong_is_seen(page: "Page", address: str) -> None:
    visit(page, address)
    page.evaluate("""document.querySelector('[data-testid=stMain]').insertAdjacentHTML('beforeend',
        '<input><p style="color: #ccc; background: #fff">bleek</p>')""")
    assert [line.split(" at ")[0] for line in violations(page)] == ["color-contrast", "label"]
    page.get_by_text("bleek").evaluate("element => { element.style.width = '2000px' }")
    assert overflow(page) != []


def test_every_page_of_the_app_is_among_them(library: Path) -> None:
    assert set(addresses(library)) == {url or "zoeken" for _, _, url in (*PAGES, *BESIDE)}
