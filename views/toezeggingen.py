"""Toezeggingen en voornemens: who will do what, by when, for how much."""

import streamlit as st

from index.rows import FactRow
from ingest.model import Commitment
from views.listing import facts_of, show_head
from views.shared import filters_beside, paged, show_quote, show_source
from views.words import STATUS, STRENGTH, by_when, euros, sureness


def show() -> None:
    """The list under the filters, narrowed further by strength and status."""
    st.title("Toezeggingen en voornemens")
    st.write("Wie iets gaat doen, wanneer en met hoeveel geld, volgens het stuk zelf.")
    filters = filters_beside()
    with st.sidebar:
        strengths = st.multiselect("Hoe stevig", list(STRENGTH), format_func=STRENGTH.__getitem__, placeholder="Alle")
        states = st.multiselect("Stand", list(STATUS), format_func=STATUS.__getitem__, placeholder="Alle")
    rows = [row for row in facts_of("commitment", filters) if _matches(row, strengths, states)]
    show_head(rows, "commitment", filters, one="toezegging of voornemen", many="toezeggingen en voornemens")
    for row in paged(rows, "toezeggingen"):
        _show_row(row)


def _matches(row: FactRow, strengths: list[str], states: list[str]) -> bool:
    fact = row.fact
    return (
        isinstance(fact, Commitment)
        and (not strengths or fact.strength in strengths)
        and (not states or fact.status in states)
    )


def _show_row(row: FactRow) -> None:
    fact = row.fact
    if not isinstance(fact, Commitment):
        return
    facts = [
        f"Wie: {fact.actor or 'niet genoemd'}",
        f"Wanneer: {by_when(fact)}",
        f"Bedrag: {euros(fact.amount_eur)}" if fact.amount_eur is not None else "",
        f"Stevigheid: {STRENGTH[fact.strength]}",
        f"Stand: {STATUS[fact.status]}",
        f"In de lijst: {fact.register_status}" if fact.register_status else "",
    ]
    with st.container(border=True):
        show_quote(fact.text)
        st.text("  ·  ".join(part for part in facts if part))
        show_source(row, fact.start, fact.end)
        st.text(sureness(fact.confidence))


show()
