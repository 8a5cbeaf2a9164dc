"""The answer above the hits to a question after money: the task fields that it names, with their costs and income."""

from collections.abc import Sequence

import streamlit as st

from index.tracing.dossier_taakvelden import Taakveld
from views.briefing_words import FIELD_COLUMNS, field_cells, field_signs, field_source
from views.columns import address_of
from views.figures import Cell, table_html
from views.quote import show_heading

HEADING = "Volgens de tabel met taakvelden"


def show_fields(tables: Sequence[Sequence[Taakveld]]) -> None:
    """A table for each municipality and year."""
    if tables:
        show_heading(HEADING, level=2)
    for fields in tables:
        source = field_source(fields)
        st.text(f"{source}.{field_signs(fields)}")
        st.html(table_html(source, FIELD_COLUMNS, map(_row, fields)))


def _row(field: Taakveld) -> list[Cell]:
    *cells, page = field_cells(field)
    row = field.row
    return [*((cell, "") for cell in cells), (page, address_of(row, (row.fact.start, row.fact.end), "").lstrip("/"))]
