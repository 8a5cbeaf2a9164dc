"""What a list or table lacks because the columns of a paper run through each other, told where somebody looks."""

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from index.store.filters import Filters
from index.store.rows import DocumentRow
from ingest.seams import is_told
from views.links import show_link
from views.words import counted

_MOST = 3
"""Papers that are named one by one."""


def narrowed(filters: Filters) -> bool:
    """Whether somebody looks at papers of a municipality or a type, and not at the whole collection."""
    return bool(filters.municipalities or filters.doc_types)


def without_person(filters: Filters) -> Filters:
    """The filters on papers: a person may be named in the very sentences that can't be read. A theme is told by words
    all over a paper: one that has no passage on it lacks nothing there."""
    return replace(filters, officials=())


def show_torn(documents: Iterable[DocumentRow]) -> None:
    """Which of these papers were taken across their columns, why that leaves facts out, and a link to each."""
    torn = [document for document in documents if is_told(document.problems)]
    if not torn:
        return
    if len(torn) > _MOST:
        st.warning(
            f"In {counted(len(torn))} lopen kolommen door elkaar. Wat daarin is beloofd of een speerpunt heet, staat "
            "hier maar voor een deel. Welke dat zijn, staat in Collectie.",
            icon=":material/warning:",
        )
        return
    for document in torn:
        problem = next(problem for problem in document.problems if is_told([problem]))
        st.warning(f"Eén stuk is hier maar voor een deel gelezen. {problem}", icon=":material/warning:")
        show_link(f"Lees zelf: {document.title}", {"doc": [document.source.sha256]})
