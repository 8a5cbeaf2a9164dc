"""Links from a document to the plans of the same kind before and after it."""

from collections.abc import Sequence

import streamlit as st

from index.store.filters import Filters
from index.store.rows import DocumentRow
from index.tracing.versions import versions
from views.links import CHANGES_PAGE, document_address, show_link
from views.listing import documents_of
from views.when import about
from views.words import counted, day, doc_type_label

SHOWN = 5
"""On each side: of a plan there are few, of reports of meetings many."""


def show_versions(row: DocumentRow) -> None:
    """Earlier and later documents of this type of this municipality; nothing where there are none."""
    found = versions(row, documents_of(Filters()))
    if not (found.earlier or found.later or found.undated):
        return
    kind = doc_type_label(row.doc_type)
    number = len(found.earlier) + len(found.later) + len(found.undated)
    with st.expander(f"Eerder en later: {counted(number)} van dezelfde soort ({kind})"):
        _show("Eerder", found.earlier)
        _show("Later", found.later)
        _show("Zonder datum", found.undated)
        if found.earlier:
            _show_changes("Wat veranderde er sinds het vorige stuk?", row, found.earlier[0], row)
        if found.later:
            _show_changes("Wat veranderde er in het volgende stuk?", row, row, found.later[0])


def _show(label: str, documents: Sequence[DocumentRow]) -> None:
    for document in documents[:SHOWN]:
        date = document.identity.date.value
        said = (f"{label}: {document.title}", day(date) if date else about(document))
        show_link(", ".join(filter(None, said)), document_address(document, None))
    if len(documents) > SHOWN:
        st.caption(f"{label}: nog {counted(len(documents) - SHOWN)}, zie Collectie.")


def _show_changes(label: str, row: DocumentRow, old: DocumentRow, new: DocumentRow) -> None:
    address = {"gemeente": [row.municipality or ""], "oud": [old.source.sha256], "nieuw": [new.source.sha256]}
    show_link(label, address, page=CHANGES_PAGE)
