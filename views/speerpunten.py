"""Speerpunten: what plans themselves call a priority, with the place where they say so."""

import streamlit as st

from index.store.choice import Choice
from index.store.judgements import Mark
from index.store.rows import FactRow
from ingest.fact_types import Period, Speerpunt
from views.filters import filters_beside
from views.judging import marks_on, show_judgement
from views.links import show_sheets, show_source
from views.listing import listing_of, show_head, show_order
from views.quote import path_of, show_heading, show_quote
from views.taking import today
from views.words import capitalised

PAGE = "views/speerpunten.py"


def show() -> None:
    """The list under the filters."""
    st.title("Speerpunten", anchor=False)
    st.text("Wat een stuk zelf een speerpunt of prioriteit noemt.")
    filters = filters_beside()
    listed = listing_of("speerpunt", filters, Choice(sort="newest"))
    show_head(listed, PAGE, one="speerpunt", many="speerpunten", file="speerpunten")
    if listed.number:
        show_order(listed.choice)
    rows = listed.sheet()
    marks = marks_on(rows)
    for row in rows:
        _show_row(row, marks.get(row.id))
    show_sheets(PAGE, listed.number)


def _show_row(row: FactRow, mark: Mark | None) -> None:
    fact = row.fact
    if not isinstance(fact, Speerpunt):
        return
    with st.container(border=True):
        show_heading(capitalised(fact.label), below=path_of(row.heading_path, row.document.title))
        if fact.parent:
            st.text(f"Hoort bij: {fact.parent}")
        if fact.period:
            st.text(f"Looptijd: {_years(fact.period)}")
        if fact.text.strip() != fact.label.strip():
            show_quote(fact.text)
        show_source(row, fact.start, fact.end)
        show_judgement(row, mark)


def _years(period: Period) -> str:
    """From when to when, and whether that is past: a plan that has ended is no plan of now."""
    years = [str(day.year) if day else "onbekend" for day in (period.start, period.end)]
    ends = " tot en met ".join(dict.fromkeys(years))
    return f"{ends} (voorbij)" if period.end and period.end < today() else ends


show()
