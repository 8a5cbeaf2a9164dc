"""The frame of the web app: the pages, the menu above them, and what is told when a page can't be drawn."""

import streamlit as st
from PIL import Image, ImageDraw
from streamlit.runtime.scriptrunner import get_script_run_ctx

from views.address import publish, remember, remembered
from views.filters import NAMES, current_filters, kept_filters, settle
from views.links import ADD_PAGE, CHANGES_PAGE, DOCUMENT_PAGE, FOLLOW_PAGE
from views.shared import open_library, show_trouble
from views.style import set_language, show_style

PAGES = (
    ("views/zoeken.py", "Zoeken", ""),
    ("views/speerpunten.py", "Speerpunten", "speerpunten"),
    ("views/toezeggingen.py", "Toezeggingen", "toezeggingen"),
    ("views/thema.py", "Thema", "thema"),
    ("views/vergelijken.py", "Vergelijken", "vergelijken"),
    ("views/sessiedossier.py", "Sessiedossier", "sessiedossier"),
    ("views/portefeuillehouders.py", "Portefeuillehouders", "portefeuillehouders"),
    ("views/collectie.py", "Collectie", "collectie"),
)
"""The menu: the module of a page, its name, and its address."""

BESIDE = (
    (DOCUMENT_PAGE, "Document", "document"),
    (FOLLOW_PAGE, "Volgen", "volgen"),
    (CHANGES_PAGE, "Wat veranderde er", "veranderd"),
    (ADD_PAGE, "Stukken toevoegen", "toevoegen"),
)
"""Pages that others link to: they are about one thing, so that the filters aren't theirs."""


KEEPING_THEMES = (
    "Speerpunt bepaalt opnieuw welke zin over welk thema gaat, zoals één keer na een nieuwe versie. Tot dat klaar is, "
    "wacht een bladzijde met thema's daarop. Zoeken kan gewoon."
)

_LOST = "lost"


def main() -> None:
    """One run of the app, as Streamlit does for every click."""
    st.set_page_config(page_title="Speerpunt", page_icon=_icon(), layout="wide")
    pages = [st.Page(path, title=title, url_path=url or None, default=not url) for path, title, url in PAGES]
    beside = [st.Page(path, title=title, url_path=url) for path, title, url in (*BESIDE, *_lost())]
    page = st.navigation([*pages, *beside], position="hidden")
    publish(page.url_path)
    show_style()
    set_language()
    is_begun = False
    try:
        open_library()
        filters = kept_filters() if page in beside else current_filters()
        with st.container(horizontal=True, key="menu"):
            for path, title, url in PAGES:
                address = {name: list(values) for name, values in filters.items()} | dict(remembered(url))
                st.page_link(path, label=title, query_params=_pairs(address))
        is_begun = True
        if open_library().is_keeping_themes:
            st.text(KEEPING_THEMES)
        page.run()
        remember(page.url_path, NAMES)
        settle()
    except Exception as error:
        if not is_begun:
            st.title("Speerpunt", anchor=False)  # a page has its own
        show_trouble(error)


def _lost() -> list[tuple[str, str, str]]:
    """A page of our own at the wrong address that somebody came by, if they did.

    Streamlit would open the first page instead, with a dialog in English above it.
    """
    context = get_script_run_ctx()
    asked = (context.pages_manager.intended_page_name or "").strip("/") if context else ""
    if asked and "/" not in asked and asked not in {url for _, _, url in (*PAGES, *BESIDE)}:
        st.session_state[_LOST] = asked
    lost = st.session_state.get(_LOST)
    return [("views/onbekend.py", "Niet gevonden", lost)] if lost else []


def _pairs(address: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, value) for name, values in address.items() for value in values]


def _icon() -> Image.Image:
    """A target, drawn here: Streamlit would fetch a named icon from the internet."""
    picture = Image.new("RGBA", (64, 64))
    draw = ImageDraw.Draw(picture)
    for inset, colour in ((2, "#154273"), (14, "#ffffff"), (24, "#154273")):
        draw.ellipse((inset, inset, 63 - inset, 63 - inset), fill=colour)
    return picture
