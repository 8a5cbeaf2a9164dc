"""A wrong address: in place of Streamlit's own dialog, which is in English."""

import streamlit as st

from views.links import show_link

SEARCH_PAGE = "views/zoeken.py"
COLLECTION_PAGE = "views/collectie.py"


def show() -> None:
    """That there is no such page, and where to go on."""
    st.title("Deze bladzijde bestaat niet", anchor=False)
    st.text("Misschien is het adres niet helemaal overgenomen. Kies hierboven een bladzijde, of begin hier:")
    show_link("Zoeken in de stukken", {}, page=SEARCH_PAGE)
    show_link("Kijken welke stukken er zijn", {}, page=COLLECTION_PAGE)


show()
