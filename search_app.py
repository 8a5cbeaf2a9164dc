"""The web app: `speerpunt app` starts it. It lays out the pages; each page is a module in views/."""

import streamlit as st

from ingest.errors import SpeerpuntError
from views.shared import open_library, show_error

PAGES = (
    ("views/zoeken.py", "Zoeken", "zoeken"),
    ("views/speerpunten.py", "Speerpunten", "speerpunten"),
    ("views/toezeggingen.py", "Toezeggingen", "toezeggingen"),
    ("views/portefeuillehouders.py", "Portefeuillehouders", "portefeuillehouders"),
    ("views/collectie.py", "Collectie", "collectie"),
)


def main() -> None:
    """One run of the app, as Streamlit does for every click."""
    st.set_page_config(page_title="Speerpunt", page_icon=":material/target:", layout="wide")
    pages = [
        st.Page(path, title=title, url_path=url, default=number == 0) for number, (path, title, url) in enumerate(PAGES)
    ]
    document = st.Page("views/document.py", title="Document", url_path="document", visibility="hidden")
    page = st.navigation([*pages, document], position="top")
    try:
        open_library()
    except SpeerpuntError as error:
        show_error(error)
        return
    page.run()


main()
