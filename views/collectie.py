"""Collectie: what is in, what is known of it, and what could not be read."""

import pandas as pd
import streamlit as st

from index.rows import DocumentRow
from views.shared import DOCUMENT_PAGE, filters_beside, open_library, plain
from views.words import READ_STATUS, doc_type_label, sureness


def show() -> None:
    """What failed first, then the table of municipality by type, then each document."""
    st.title("Collectie")
    documents = open_library().documents(filters_beside())
    failed = [row for row in documents if row.status == "failed"]
    partial = [row for row in documents if row.status == "partial"]
    whole = len(documents) - len(failed) - len(partial)
    st.markdown(f"**{whole} stukken gelezen, {len(partial)} deels gelezen, {len(failed)} niet gelezen.**")
    for title, rows in (("Niet gelezen", failed), ("Deels gelezen", partial)):
        if rows:
            st.subheader(title, anchor=False)
            for row in rows:
                st.text(f"{row.file}: {' '.join(row.problems)}")
    read = [row for row in documents if row.status != "failed"]
    if read:
        _show_coverage(read)
        st.subheader("Stukken", anchor=False)
        for row in read:
            _show_document(row)


def _show_coverage(rows: list[DocumentRow]) -> None:
    st.subheader("Welke jaren zijn er?", anchor=False)
    frame = pd.DataFrame(
        {
            "Gemeente": row.municipality or "onbekend",
            "Soort": doc_type_label(row.doc_type),
            "Jaar": _years(row),
        }
        for row in rows
    )
    cells = frame.groupby(["Soort", "Gemeente"])["Jaar"].agg(lambda years: ", ".join(sorted(years)))
    st.table(cells.unstack("Gemeente").fillna("niet in de collectie"))


def _years(row: DocumentRow) -> str:
    period = row.identity.plan_period.value
    if row.year is not None:
        return str(row.year)
    if period is not None:
        ends = [str(day.year) if day else "…" for day in (period.start, period.end)]
        return "-".join(dict.fromkeys(ends))
    date = row.identity.date.value
    return str(date.year) if date else "jaar onbekend"


def _show_document(row: DocumentRow) -> None:
    identity = row.identity
    with st.container(border=True):
        query = {"doc": row.source.sha256}
        st.page_link(DOCUMENT_PAGE, label=plain(row.title), query_params=query, icon=":material/description:")
        pages = f"{row.page_count} bladzijden" if row.page_count else "geen bladzijden"
        parts = [
            f"{row.municipality or 'gemeente onbekend'}: {sureness(identity.municipality.confidence)}",
            f"{doc_type_label(row.doc_type)}: {sureness(identity.doc_type.confidence)}",
            _years(row),
            pages,
            READ_STATUS[row.status],
        ]
        st.text("  ·  ".join(parts))
        st.text(row.file)


show()
