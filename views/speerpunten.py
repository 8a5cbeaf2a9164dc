"""Speerpunten: what plans themselves call a priority, with the place where they say so."""

import streamlit as st

from index.rows import FactRow
from ingest.model import Speerpunt
from views.listing import facts_of, show_head
from views.shared import filters_beside, paged, show_quote, show_source
from views.words import sureness


def show() -> None:
    """The list under the filters."""
    st.title("Speerpunten")
    st.write("Wat stukken zelf een speerpunt of prioriteit noemen.")
    filters = filters_beside()
    rows = facts_of("speerpunt", filters)
    show_head(rows, "speerpunt", filters, one="speerpunt", many="speerpunten")
    for row in paged(rows, "speerpunten"):
        _show_row(row)


def _show_row(row: FactRow) -> None:
    fact = row.fact
    if not isinstance(fact, Speerpunt):
        return
    with st.container(border=True):
        if fact.label != fact.text:
            st.text(fact.label)
        show_quote(fact.text)
        if fact.parent:
            st.text(f"Hoort bij: {fact.parent}")
        show_source(row, fact.start, fact.end)
        st.text(sureness(fact.confidence))


show()
