"""What the lists of facts share: the rows under the filters, and the lines above them with count and downloads."""

from collections.abc import Sequence

import streamlit as st

from index.filters import Filters
from index.library import Library
from index.rows import DocumentRow, FactRow
from index.tally import tally
from views.filters import describe
from views.links import show_breakdown
from views.quote import show_heading
from views.shared import State, open_library, state_of
from views.taking import app_address, fact_rows, show_take_along, today


def facts_of(kind: str, filters: Filters) -> list[FactRow]:
    """The facts of this kind under the filters, read once for each state of the library."""
    library = open_library()
    return _facts(state_of(library), library, kind, filters)


@st.cache_resource(show_spinner=False, max_entries=32)
def _facts(state: State, _library: Library, kind: str, filters: Filters) -> list[FactRow]:
    return _library.facts(kind, filters)


def documents_of(filters: Filters) -> list[DocumentRow]:
    """The documents under the filters, read once for each state of the library."""
    library = open_library()
    return _documents(state_of(library), library, filters)


@st.cache_resource(show_spinner=False, max_entries=32)
def _documents(state: State, _library: Library, filters: Filters) -> list[DocumentRow]:
    return _library.documents(filters)


def show_head(
    rows: Sequence[FactRow], page: str, filters: Filters, *, one: str, many: str, file: str, title: str = ""
) -> None:
    """How many there are, in how many of how many documents; over what they are spread; and the list to take along.

    Args:
        title: where the list counts something else than facts, how many of that there are.
        file: the name of the downloaded list, without its ending.
    """
    read = [document for document in documents_of(filters) if document.status != "failed"]
    inside = len({row.document.id for row in rows})
    count = f"{len(rows)} {one if len(rows) == 1 else many}"
    show_heading(title or count, level=2)
    narrowed = describe(filters)
    where = f"n {inside} van {len(read)} doorzochte stukken" + (f" ({narrowed})." if narrowed else ".")
    st.text(f"{count} i{where}" if title else f"I{where}")
    show_unread()
    if not rows:
        st.text(f"Niets gevonden. Er is gezocht naar {many} in {counted(len(read))}. {advice(filters)}")
        return
    show_breakdown(page, tally(rows), many)
    base, made = app_address(), today()
    said = f"Alle {len(rows)} op een rij, met citaat, stuk, bladzijde en link."
    show_take_along(lambda: fact_rows(rows, base, made), file, said)


def advice(filters: Filters) -> str:
    """What somebody can try who finds nothing."""
    first = "Kies minder filters" if filters else "Probeer andere woorden"
    return f"{first}, of kijk onder Collectie of het stuk dat u zoekt erbij zit."


def counted(number: int) -> str:
    """A number of documents in words."""
    return "1 stuk" if number == 1 else f"{number} stukken"


def show_unread() -> None:
    """That some files could not be read at all; of those nothing is known, so that filters don't apply."""
    failed = sum(document.status == "failed" for document in documents_of(Filters()))
    if failed:
        verb = "kon" if failed == 1 else "konden"
        st.warning(f"{counted(failed)} {verb} niet worden gelezen; zie Collectie.", icon=":material/warning:")
