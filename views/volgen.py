"""Volgen: one commitment, and where else the documents of its municipality speak of the same matter."""

from collections.abc import Sequence

import streamlit as st

from index.follow import Step, Trail
from index.library import Library
from index.store.rows import DocumentRow, FactRow
from index.tracing.other_terms import TermElsewhere
from index.tracing.rareness import Rareness
from ingest.fact_types import Commitment
from views.address import parameter
from views.links import show_link, show_source
from views.quote import path_of, show_heading, show_quote
from views.shared import State, follower, open_library, state_of
from views.states import listed_on, own_words, state_words
from views.taking import app_address, show_take_along, today
from views.trail import (
    NOT_ITSELF,
    OF_PROJECT,
    OTHER_TERM,
    SAME_WORKS,
    Told,
    both_terms,
    caution,
    parts,
    state_in_words,
    step_state,
    told_of,
    trail_rows,
)
from views.when import when
from views.words import by_when, counted, doc_type_label, euros


def show() -> None:
    """The commitment that the address names, with its trail."""
    st.title("Volgen", anchor=False)
    row = _asked()
    if row is None:
        st.text("Kies een toezegging of voornemen onder Toezeggingen, en dan: Wat kwam hiervan?")
        return
    told = _told(state_of(open_library()), open_library(), row.document.id, row.id)
    _show_commitment(row)
    _show_state(told)
    _show_project(told.beside)
    _show_terms(row, told.terms)
    said = "Deze zin en wat eerder en later gezegd is, elk met citaat, stuk, bladzijde en link."
    base, made, rareness = app_address(), today(), Rareness(open_library())
    show_take_along(lambda: trail_rows(told, rareness, base, made), "volgen", said)
    for title, steps in parts(told.outcome):
        _show_steps(title, steps, row, rareness)
    _show_searched(told.outcome.trail)


def _asked() -> FactRow | None:
    """The commitment at the place that the address names; None where there is none (any more)."""
    document = open_library().document(parameter("doc"))
    start = parameter("van")
    if document is None or not start.isdecimal():
        return None
    facts = open_library().facts("commitment", document_id=document.id)
    return next((row for row in facts if row.fact.start == int(start)), None)


@st.cache_resource(show_spinner="De andere stukken worden doorzocht …", max_entries=256)
def _told(state: State, _library: Library, document_id: int, fact_id: int) -> Told:
    row = next(row for row in _library.facts("commitment", document_id=document_id) if row.id == fact_id)
    return told_of(_library, follower(state, _library), row)


def _show_commitment(row: FactRow) -> None:
    fact = row.fact
    if not isinstance(fact, Commitment):
        return
    with st.container(border=True):
        show_heading(
            f"Wie: {fact.actor or 'niet genoemd'}. Wanneer: {by_when(fact)}",
            level=2,
            below=path_of(row.heading_path, row.document.title),
        )
        show_quote(fact.text)
        show_source(row, fact.start, fact.end)
        said = own_words(row)
        if fact.amount_eur is not None:
            said.append(f"Bedrag: {euros(fact.amount_eur)}")
        if said:
            st.caption("  ·  ".join(said))


def _show_state(told: Told) -> None:
    st.text(state_in_words(told))
    listed = told.outcome.trail.register
    if listed is None:
        return
    if listed.id != told.outcome.row.id:
        show_quote(listed.fact.text)
    show_source(listed, listed.fact.start, listed.fact.end)


def _show_terms(row: FactRow, others: Sequence[TermElsewhere]) -> None:
    """The term of the promise beside those that other papers give for the same works."""
    if not others:
        return
    show_heading(OTHER_TERM, level=2)
    st.caption(SAME_WORKS)
    for other in others:
        step = other.step
        with st.container(border=True):
            show_heading(both_terms(row, other), below=path_of(step.passage.heading_path, step.passage.document.title))
            show_quote(step.passage.text, [(step.start - step.passage.start, step.end - step.passage.start)])
            show_source(step.passage, step.start, step.end)


def _show_project(beside: Sequence[FactRow]) -> None:
    """What lists say of the project, each with its own words and its place."""
    if not beside:
        return
    show_heading(OF_PROJECT, level=2)
    st.caption(NOT_ITSELF)
    for listed in beside:
        with st.container(border=True):
            show_heading(f"{listed_on(listed).capitalize()}: {state_words(listed)}", below=listed.document.title)
            show_quote(listed.fact.text)
            show_source(listed, listed.fact.start, listed.fact.end)


def _show_steps(title: str, steps: Sequence[Step], row: FactRow, rareness: Rareness) -> None:
    if not steps:
        return
    show_heading(title, level=2)
    st.caption(caution(title))
    for step in steps:
        document = step.passage.document
        with st.container(border=True):
            kind = doc_type_label(document.doc_type)
            show_heading(f"{when(document)}: {kind}", below=path_of(step.passage.heading_path, document.title))
            show_quote(step.passage.text, [(step.start - step.passage.start, step.end - step.passage.start)])
            show_source(step.passage, step.start, step.end)
            said = ["Zelfde tekst" if step.copy else "", step_state(row, step, rareness)]
            if any(said):
                st.caption("  ·  ".join(filter(None, said)))


def _show_searched(trail: Trail) -> None:
    with st.expander(f"Doorzocht: {counted(len(trail.searched))}"):
        _show_documents(trail.searched)
    if trail.unread:
        with st.expander(f"Niet of maar deels gelezen: {counted(len(trail.unread))}"):
            _show_documents(trail.unread)


def _show_documents(documents: Sequence[DocumentRow]) -> None:
    for document in documents:
        show_link(document.title, {"doc": [document.source.sha256]})


show()
