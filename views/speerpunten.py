"""Speerpunten: what plans themselves call a priority, with the place where they say so."""

import streamlit as st

from index.rows import FactRow
from ingest.fact_types import Speerpunt
from views.filters import filters_beside
from views.judging import show_judgement
from views.links import show_sheets, show_source
from views.listing import listing_of, show_head
from views.quote import path_of, show_heading, show_quote

PAGE = "views/speerpunten.py"


def show() -> None:
    """The list under the filters."""
    st.title("Speerpunten", anchor=False)
    st.text("Wat een stuk zelf een speerpunt of prioriteit noemt.")
    filters = filters_beside()
    listed = listing_of("speerpunt", filters)
    show_head(listed, PAGE, one="speerpunt", many="speerpunten", file="speerpunten")
    for row in listed.sheet():
        _show_row(row)
    show_sheets(PAGE, listed.number)


def _show_row(row: FactRow) -> None:
    fact = row.fact
    if not isinstance(fact, Speerpunt):
        return
    with st.container(border=True):
        show_heading(fact.label, below=path_of(row.heading_path, row.document.title))
        if fact.parent:
            st.text(f"Hoort bij: {fact.parent}")
        if fact.text.strip() != fact.label.strip():
            show_quote(fact.text)
        show_source(row, fact.start, fact.end)
        show_judgement(row)


show()
