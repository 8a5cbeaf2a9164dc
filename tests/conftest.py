"""What all tests share."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("any machine", deadline=None)  # a busy one takes ten times as long for the same example
settings.load_profile("any machine")

KADERNOTA = """Kadernota 2024 gemeente Waterdrecht

Programma 1 Veiligheid

Speerpunten
Aanpak jeugdoverlast
De gemeente Waterdrecht stelt in 2024 een budget van € 45.000 beschikbaar voor twee jongerenwerkers. Burgemeester \
Hanneke van der Velde zegt de raad toe dat zij uiterlijk in maart 2024 een voortgangsbrief over de jeugdoverlast stuurt.
Ondermijning
Samen met de politie en de ondernemers op bedrijventerrein De Kade houden we elk kwartaal een controle.

Reguliere activiteiten
Cameratoezicht
Het cameratoezicht in het uitgaansgebied blijft zoals het is. In 2024 evalueren we het cameratoezicht met de raad.

Portefeuillehouder
Hanneke van der Velde
"""

VERSLAG = """Verslag van de raadsvergadering van de gemeente Waterdrecht

Datum: 12 maart 2024

De voorzitter opent de vergadering om 20.00 uur.

Cameratoezicht
Mevrouw Jansen, inspreekster, woont aan de Havenstraat en heeft last van de camera's.
Burgemeester Van der Velde zegt toe dat de raad vóór de zomer van 2024 een evaluatie van het cameratoezicht ontvangt.
"""


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents beside the project; a test that asks for it is skipped without it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder ../shared with real documents is absent")
    return folder


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The sample corpus of invented municipalities that the project carries."""
    return ROOT / "corpus"


@pytest.fixture(scope="session")
def sample_texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two short documents of an invented municipality, and the list that says it exists."""
    folder = tmp_path_factory.mktemp("stukken")
    (folder / "gemeenten.csv").write_text(
        "cbs_code,naam,provincie\nGM9001,Waterdrecht,Zuid-Holland\n", encoding="utf-8"
    )
    (folder / "kadernota-2024-waterdrecht.txt").write_text(KADERNOTA, encoding="utf-8")
    (folder / "verslag-raad-2024-03-12.txt").write_text(VERSLAG, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def sample(sample_texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the two documents, made with the encoder that users have."""
    from index.build import build

    folder = tmp_path_factory.mktemp("bibliotheek") / "library"
    build([sample_texts], folder)
    return folder


@pytest.fixture
def fresh_app() -> Iterator[None]:
    """The app remembers nothing of another test."""
    import streamlit as st

    st.cache_resource.clear()
    st.cache_data.clear()
    yield
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture(scope="module")
def address(library: Path) -> Iterator[str]:
    """The app, running on the `library` of the test module."""
    from evaluation.chromium import running_app

    with running_app(library) as address:
        yield address


@pytest.fixture
def page(address: str) -> Iterator["Page"]:
    """A browser of its own, with the first page of the app open."""
    from evaluation.chromium import SECONDS, browser, settle

    with browser() as chromium:
        page = chromium.new_page(locale="nl-NL", accept_downloads=True)
        page.set_default_timeout(SECONDS * 1000)
        page.goto(address)
        settle(page)
        yield page
