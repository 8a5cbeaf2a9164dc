"""Sessiedossier: a briefing on a theme, on the screen and to take along."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import streamlit as st

from index.dossier import Dossier, dossier
from index.library import Library
from index.store.filters import Filters
from ingest.themes import THEMES
from views.briefing import briefing
from views.briefing_docx import briefing_docx, office, to_pdf
from views.briefing_fit import fitted
from views.briefing_html import briefing_html
from views.briefing_parts import Briefing, Chapter, Item, Table
from views.figures import table_html
from views.filters import filters_beside
from views.links import show_link
from views.quote import show_heading, show_quote
from views.shared import State, follower, open_library, state_of
from views.taking import app_address, today

PAGE = "views/sessiedossier.py"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show() -> None:
    """The choice, then the briefing with its downloads."""
    st.title("Sessiedossier", anchor=False)
    st.text("Een korte voorbereiding op een vergadering: plannen, beloften, geld, verslag, en vragen om te stellen.")
    filters = filters_beside()
    if not filters.themes or not filters.municipalities:
        st.text("Kies onder Filters ten minste één gemeente en één thema. Jaren mag ook.")
        return
    if not THEMES.keys() & filters.themes:
        return
    filters = replace(filters, themes=tuple(theme for theme in filters.themes if theme in THEMES))
    library = open_library()
    text = fitted(briefing(_dossier(state_of(library), library, filters, today().isoformat()), app_address()))
    _show_downloads(text)
    _show_briefing(text)


@st.cache_resource(show_spinner="Het dossier wordt gemaakt …", max_entries=16)
def _dossier(state: State, _library: Library, filters: Filters, made: str) -> Dossier:
    """`made` is part of the key: what is overdue tomorrow may not be so today."""
    return dossier(_library, follower(state, _library), filters, today())


def _show_downloads(text: Briefing) -> None:
    with st.container(horizontal=True):
        st.download_button("Word-bestand", lambda: briefing_docx(text), f"{text.file}.docx", WORD)
        st.download_button("Om af te drukken", lambda: briefing_html(text), f"{text.file}.html", "text/html")
        if office():
            st.download_button(
                "PDF-bestand", lambda: to_pdf(briefing_docx(text)) or b"", f"{text.file}.pdf", "application/pdf"
            )


def _show_briefing(text: Briefing) -> None:
    show_heading(text.title, level=2)
    st.caption(text.made)
    for chapter in text.chapters:
        show_heading(chapter.title, level=3)
        st.text(chapter.said)
        if chapter.table:
            _show_table(chapter.table)
        for item in chapter.items:
            if item.head:
                show_heading(item.head, level=4)
            _show_item(item)
        if chapter.after:
            _show_rest(chapter)
    show_heading("Waaruit dit komt", level=3)
    for note in text.notes:
        st.text(note)


def _show_table(table: Table) -> None:
    st.text(table.source)
    rows = [[*((cell, "") for cell in row.cells[:-1]), (row.cells[-1], _within_app(row.link))] for row in table.rows]
    st.html(table_html(table.source, table.columns, rows))


def _within_app(address: str) -> str:
    """The address of a place without where the app is; that of none stays empty."""
    if not address:
        return ""
    parts = urlsplit(address)
    return f"{parts.path.rsplit('/', 1)[-1]}?{parts.query}"


def _show_item(item: Item) -> None:
    with st.container(border=True):
        if item.lead:
            st.text(item.lead)
        if item.quote:
            show_quote(item.quote)
        show_link(item.source, parse_qs(urlsplit(item.link).query))
        for each in item.below:
            _show_below(each)


def _show_below(item: Item) -> None:
    """What belongs to the line above it: of a promise, what came of it."""
    st.text(item.lead)
    if item.quote:
        show_quote(item.quote)
    show_link(item.source, parse_qs(urlsplit(item.link).query))


def _show_rest(chapter: Chapter) -> None:
    """How much of the chapter is shown, and the page that has all of it."""
    with st.container(horizontal=True):
        st.text(chapter.after)
        if chapter.whole:
            parts = urlsplit(chapter.whole)
            show_link(chapter.link, parse_qs(parts.query), page=f"views{parts.path}.py")


show()
