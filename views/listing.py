"""What the lists of facts share: the rows under the filters, and the line above them with count and downloads."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from index.export import to_csv, write_xlsx
from index.filters import Filters
from index.records import fact_record
from index.rows import FactRow
from views.shared import describe, open_library, plain

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def facts_of(kind: str, filters: Filters) -> list[FactRow]:
    """The facts of this kind under the filters, read once for each state of the library."""
    library = open_library()
    return _facts(str(library.folder), library.generation, kind, filters)


@st.cache_resource(show_spinner=False, max_entries=16)
def _facts(folder: str, generation: int, kind: str, filters: Filters) -> list[FactRow]:
    return open_library().facts(kind, filters)


def show_head(rows: Sequence[FactRow], kind: str, filters: Filters, *, one: str, many: str) -> None:
    """How many there are, in how many of how many documents, and the list to take along."""
    documents = open_library().documents(filters)
    read = [document for document in documents if document.status != "failed"]
    inside = len({row.document.id for row in rows})
    narrowed = describe(filters)
    count = f"{len(rows)} {one if len(rows) == 1 else many} in {inside} van {len(read)} doorzochte stukken"
    st.markdown(f"**{plain(count)}**" + (f" ({plain(narrowed)})" if narrowed else ""))
    failed = len(documents) - len(read)
    if failed:
        st.warning(f"{failed} stukken konden niet worden gelezen; zie Collectie.", icon=":material/warning:")
    if not rows:
        st.info("Niets gevonden. Dat kan ook liggen aan stukken die niet in de collectie zitten.")
        return
    with st.popover("Meenemen", icon=":material/download:"):
        records = [fact_record(row) for row in rows]
        st.download_button("CSV", to_csv(records).encode("utf-8-sig"), f"{kind}.csv", "text/csv")
        st.download_button("Excel (XLSX)", lambda: _workbook(records), f"{kind}.xlsx", XLSX)


def _workbook(records: list[dict[str, object]]) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "feiten.xlsx"
        write_xlsx(records, path)
        return path.read_bytes()
