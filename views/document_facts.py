"""All that was read in one document, a kind at a time: to go through, to check, and to take along."""

from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st

from index.library import Library
from index.store.rows import DocumentRow, FactRow
from index.tracing.registers import Registers
from ingest.fact_types import Commitment
from views.address import parameter
from views.columns import fact_rows
from views.judging import marked, marks_on, show_judgement
from views.links import DOCUMENT_PAGE, document_address, sheet, show_follow, show_link, show_sheets, show_source
from views.quote import show_heading, show_words
from views.related import in_words
from views.shared import State, open_library, state_of
from views.taking import app_address, show_take_along, today
from views.words import KIND, KIND_OF_ONE, counted

FACT = "feit"
"""In the address: `feit=commitment`."""


def facts_of(row: DocumentRow) -> list[FactRow]:
    """All of a document, read once for each state of the library."""
    library = open_library()
    return _facts(state_of(library), library, row.id)


@st.cache_resource(show_spinner=False, max_entries=16)
def _facts(state: State, _library: Library, document_id: int) -> list[FactRow]:
    return _library.facts(document_id=document_id)


def asked_kind() -> str:
    """The kind of fact that the address asks for; empty where it asks for none."""
    asked = parameter(FACT)
    return asked if asked in KIND else ""


def show_kinds(row: DocumentRow) -> None:
    """How many facts of each kind the whole document has, each a link to the list."""
    numbers = Counter(fact.fact.kind for fact in facts_of(row))
    counts = {kind: counted(numbers[kind], KIND_OF_ONE[kind], KIND[kind]) for kind in KIND if numbers[kind]}
    if not counts:
        return
    with st.expander(f"In het hele stuk gelezen: {', '.join(counts.values())}"):
        for kind, said in counts.items():
            show_link(f"Bekijk {said}", _address(row, kind))


def _address(row: DocumentRow, kind: str) -> Mapping[str, Sequence[str]]:
    return document_address(row, None) | {FACT: [kind]}


def show_facts(row: DocumentRow, kind: str) -> None:
    """The list of one kind, a sheet at a time, each with its place and the way to check it."""
    rows = [fact for fact in facts_of(row) if fact.fact.kind == kind]
    show_link("Met de bladzijden ernaast", document_address(row, None))
    show_heading(f"{counted(len(rows), KIND_OF_ONE[kind], KIND[kind])} in dit stuk", level=2)
    if not rows:
        return
    base, made = app_address(), today()
    said = "Alles van deze soort uit dit stuk, met citaat, bladzijde en link."
    library = open_library()
    show_take_along(lambda: fact_rows(rows, base, made, Registers(library), marked()), f"{kind}-uit-stuk", said)
    shown = sheet(rows)
    marks = marks_on(shown)
    passages = {one.id: one for one in library.passages([fact.passage_id for fact in shown if fact.passage_id])}
    for fact in shown:
        with st.container(border=True):
            show_heading(in_words(fact))
            show_words(fact, passages.get(fact.passage_id or 0))
            show_source(fact, fact.fact.start, fact.fact.end)
            if isinstance(fact.fact, Commitment):
                show_follow(fact)
            show_judgement(fact, marks.get(fact.id))
    show_sheets(DOCUMENT_PAGE, len(rows))
