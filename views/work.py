"""Work that a paper gives an office without a name: the lists that share it, and whose it is as far as papers tell."""

from collections.abc import Sequence

import streamlit as st

from index.finding.nameless import Nameless, shared_work
from index.finding.preferences import covers
from index.finding.terms_of_office import Career
from index.library import Library
from index.store.filters import Filters
from ingest.themes import themes_of
from views.links import show_source
from views.quote import show_heading, show_quote
from views.terms import whose


def work_of(library: Library, filters: Filters, careers: Sequence[Career]) -> list[Nameless]:
    """The lists of topics under the filters; under a theme the offices with a topic on it."""
    if not filters.municipalities:
        return []
    return [one for one in shared_work(library, filters.municipalities, careers) if one.topics and _fits(one, filters)]


def _fits(one: Nameless, filters: Filters) -> bool:
    paper = one.passage.document
    said = (one.office, *(topic.text for topic in one.topics)) if filters.themes else ()
    themes = {score.theme for each in said for score in themes_of(each)}
    return (
        (not filters.years or covers(paper, filters.years))
        and (not filters.doc_types or paper.doc_type in filters.doc_types)
        and (not filters.themes or bool(themes & set(filters.themes)))
        and not (filters.officials and not one.names)
    )


def show_work(lists: Sequence[Nameless]) -> None:
    """A block for each office, below a heading; nothing without offices."""
    if not lists:
        return
    show_heading("Portefeuilles zonder naam", level=2)
    st.text("Een stuk geeft dit werk aan een ambt, zonder naam erbij.")
    for one in lists:
        with st.container(border=True):
            show_heading(one.office)
            _show_topics(one, one.portfolio)


def show_own_work(one: Nameless) -> None:
    """The topics of an office in the block of the only person to whom other papers give it."""
    _show_topics(one, f"Een stuk geeft aan “{one.office}”, zonder naam: {one.portfolio}.")


def _show_topics(one: Nameless, said: str) -> None:
    st.text(said)
    if len(one.names) > 1:
        st.text(whose(one))
    show_source(one.passage, one.start, one.end)
    with st.expander("Zoals het in het stuk staat"):
        show_quote(one.text)
