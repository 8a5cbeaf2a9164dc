"""Links within the app. They carry the filters along, and open a document at the passage itself."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

import streamlit as st

from index.cite import pages_of
from index.library import Library
from index.records import citation_of
from index.store.paging import Part
from index.store.reading import Facets
from index.store.rows import DocumentRow, FactRow, PassageRow
from ingest.model import Page
from ingest.privacy import tidy
from views.address import Parameters, here, number
from views.filters import FILTERS
from views.shared import State, open_library, state_of
from views.style import scroll_to_top
from views.words import of_a_party, whole

Row = TypeVar("Row")

DOCUMENT_PAGE = "views/document.py"
FOLLOW_PAGE = "views/volgen.py"
CHANGES_PAGE = "views/veranderd.py"
ADD_PAGE = "views/toevoegen.py"
_NUMBER, _UNBROKEN = re.compile(r"(?<=\bp\\\.) (?=\d)"), "\u00a0"
"""The page of a citation stays with its "p." on one line; `plain` has put a backslash before the dot."""

MARKDOWN = frozenset("\\`*_{}[]()<>#+-.!|$~:@^=&\"'")
PER_SHEET = 20
_SHOWN = 8
"""How many values of one filter are offered below a result; the sidebar has them all."""

_LONGEST_LABEL = 200


def plain(text: str) -> str:
    """Text for a place where Streamlit reads Markdown: every character that means something there is escaped."""
    return "".join(
        f"\\{character}" if character in MARKDOWN else character for character in tidy(" ".join(text.split()))
    )


def document_address(
    row: DocumentRow, page: int | None, start: int | None = None, end: int | None = None
) -> Parameters:
    """The address of a document, of a page (or part) in it, and of a passage on that."""
    address = {"doc": [row.source.sha256]}
    if page is not None:
        address["page"] = [str(page)]
    if start is not None and end is not None:
        address |= {"van": [str(start)], "tot": [str(end)]}
    return address


def show_link(label: str, address: Mapping[str, Sequence[str]], *, page: str = DOCUMENT_PAGE) -> None:
    """A link whose label may hold words of a document."""
    short = label if len(label) <= _LONGEST_LABEL else label[:_LONGEST_LABEL].rsplit(" ", 1)[0] + " …"
    pairs = [(name, value) for name, values in address.items() for value in values]
    st.page_link(page, label=_NUMBER.sub(_UNBROKEN, plain(short)), query_params=pairs)


def show_source(row: PassageRow | FactRow, start: int, end: int, *, at: int | None = None) -> None:
    """The citation with the pages of the span, as a link to the place itself.

    Args:
        at: the place in the span whose page is opened; its beginning if not given.
    """
    begin = pages_at(row.document, start if at is None else at, start if at is None else at)
    address = document_address(row.document, begin[0] if begin else row.page, start, end)
    show_link(citation_of(row, pages_at(row.document, start, end)), address)
    if said := of_a_party(row.document.doc_type):
        st.caption(said)


def pages_at(row: DocumentRow, start: int, end: int) -> tuple[int, int] | None:
    """The first and the last page that a span stands on; None in a document without pages."""
    if row.page_count is None:
        return None
    library = open_library()
    return pages_of(_pages(state_of(library), library, row.id), start, end)


@st.cache_resource(show_spinner=False, max_entries=256)
def _pages(state: State, _library: Library, document_id: int) -> list[Page]:
    return _library.pages(document_id)


def show_follow(row: FactRow) -> None:
    """A link from a commitment to what came of it."""
    address = {"doc": [row.document.source.sha256], "van": [str(row.fact.start)]}
    show_link("Wat kwam hiervan?", address, page=FOLLOW_PAGE)


def sheet(rows: Sequence[Row], size: int = PER_SHEET) -> Sequence[Row]:
    """The rows of the sheet that the address names as `blad`, from 1."""
    at = number("blad", 1, _sheets(len(rows), size))
    return rows[(at - 1) * size : at * size]


def part_shown(total: int, size: int = PER_SHEET) -> Part:
    """The part of a list that is on the sheet that the address names."""
    return Part(size, (number("blad", 1, _sheets(total, size)) - 1) * size)


def show_sheets(page: str, total: int, size: int = PER_SHEET) -> None:
    """Links to the sheets around this one; nothing where all fits on one."""
    sheets = _sheets(total, size)
    if sheets == 1:
        return
    at = number("blad", 1, sheets)
    scroll_to_top(at)
    with st.container(horizontal=True, vertical_alignment="center"):
        for label, target in (("Eerste", 1), ("Vorige", at - 1)):
            if at > 1:
                show_link(label, here() | {"blad": [str(target)]}, page=page)
        st.text(f"Blad {whole(at)} van {whole(sheets)}")
        for label, target in (("Volgende", at + 1), ("Laatste", sheets)):
            if at < sheets:
                show_link(label, here() | {"blad": [str(target)]}, page=page)


def _sheets(total: int, size: int) -> int:
    return max(1, -(-total // size))


def show_breakdown(page: str, facets: Facets, many: str) -> None:
    """Over which municipalities, types, years and themes the result is spread, each a link that narrows to it."""
    counts: dict[str, Mapping[str, int]] = {
        "municipalities": facets.municipalities,
        "doc_types": facets.doc_types,
        "years": {str(year): count for year, count in facets.years.items()},
        "themes": facets.themes,
    }
    with st.expander(f"Verdeling van deze {many}, om verder te kiezen"):
        for column, (part, values) in zip(st.columns(len(counts)), counts.items(), strict=True):
            with column:
                _show_values(page, part, values)


def _show_values(page: str, part: str, values: Mapping[str, int]) -> None:
    """What was chosen, or else links to choose from: another value in its place would give other facts than these."""
    name, label, shown = FILTERS[part]
    address = here()
    chosen = address.get(name, ())
    offered = {value: count for value, count in values.items() if not chosen or value in chosen}
    st.text(label)
    if not offered:
        st.caption("Zie Filters")
    for value, count in list(offered.items())[:_SHOWN]:
        if chosen:
            st.text(f"{shown(value)} ({whole(count)}), gekozen")
        else:
            show_link(f"{shown(value)} ({whole(count)})", address | {name: [value]}, page=page)
    if len(offered) > _SHOWN:
        st.caption(f"en nog {len(offered) - _SHOWN}, zie Filters")
