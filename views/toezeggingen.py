"""Toezeggingen en voornemens: who will do what, by when, for how much."""

from collections.abc import Collection

import streamlit as st

from index.rows import FactRow
from ingest.fact_types import Commitment
from views.filters import choose, filters_beside
from views.judging import show_judgement
from views.links import sheet, show_follow, show_sheets, show_source
from views.listing import facts_of, show_head
from views.quote import path_of, show_heading, show_quote
from views.words import STATUS, STRENGTH, by_when, euros

PAGE = "views/toezeggingen.py"


def show() -> None:
    """The list under the filters, narrowed further by strength and status."""
    st.title("Toezeggingen en voornemens", anchor=False)
    st.text("Wie iets gaat doen, wanneer en met hoeveel geld, volgens het stuk zelf.")
    filters = filters_beside()
    with st.sidebar:
        strengths = choose("sterkte", "Hoe stevig beloofd", dict.fromkeys(STRENGTH), _strength)
        states = choose("stand", "Stand volgens het stuk", dict.fromkeys(STATUS), _status)
    rows = [row for row in facts_of("commitment", filters) if _matches(row, strengths, states)]
    show_head(
        rows, PAGE, filters, one="toezegging of voornemen", many="toezeggingen en voornemens", file="toezeggingen"
    )
    for row in sheet(rows):
        _show_row(row)
    show_sheets(PAGE, len(rows))


def _strength(value: str) -> str:
    return STRENGTH.get(value, value)


def _status(value: str) -> str:
    return STATUS.get(value, value)


def _matches(row: FactRow, strengths: Collection[str], states: Collection[str]) -> bool:
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
        f"Bedrag: {euros(fact.amount_eur)}" if fact.amount_eur is not None else "",
        f"Stevigheid: {STRENGTH[fact.strength]}",
        f"Stand: {STATUS[fact.status]}",
        f"In de lijst van toezeggingen: {fact.register_status}" if fact.register_status else "",
    ]
    with st.container(border=True):
        title = f"Wie: {fact.actor or 'niet genoemd'}. Wanneer: {by_when(fact)}"
        show_heading(title, below=path_of(row.heading_path, row.document.title))
        show_quote(fact.text)
        show_source(row, fact.start, fact.end)
        show_follow(row)
        show_judgement(row)
        st.caption("  ·  ".join(part for part in facts if part))


show()
