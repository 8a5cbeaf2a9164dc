"""What the pages share: the library, the filters beside every list, and how a passage or fact is shown."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

import streamlit as st

from index.encoder import Encoder, open_encoder
from index.filters import Filters
from index.library import Library
from index.records import citation_of
from index.rows import FactRow, PassageRow
from index.settings import library_folder
from ingest.errors import SpeerpuntError
from views.quote import quote_html
from views.words import doc_type_label, theme_label

DOCUMENT_PAGE = "views/document.py"

FILTERS: Mapping[str, tuple[str, str, Callable[[str], str]]] = {
    "municipalities": ("gemeente", "Gemeente", str),
    "doc_types": ("soort", "Soort stuk", doc_type_label),
    "years": ("jaar", "Jaar", str),
    "themes": ("thema", "Thema", theme_label),
    "officials": ("bestuurder", "Bestuurder", str),
}
"""For each part of `Filters`: its name in the address, its label, and how a value is shown."""

CHOICES = "choices"
"""Where the session keeps the filters, so that they stay when the user goes to another page."""


def open_library() -> Library:
    """The library that the app was started with; raises SpeerpuntError where it can't be opened."""
    return _library(str(library_folder()))


@st.cache_resource(show_spinner=False)
def _library(folder: str) -> Library:
    from pathlib import Path  # noqa: PLC0415

    return Library.open(Path(folder))


@st.cache_resource(show_spinner="Het taalmodel wordt geladen …")
def encoder() -> Encoder:
    """The model that the library was made with, loaded once for all users."""
    model = open_encoder()
    open_library().check_encoder(model)
    return model


def show_error(error: SpeerpuntError) -> None:
    """What went wrong and what to do, without markup."""
    st.error("Dit lukt niet.", icon=":material/error:")
    st.text(str(error))


def parameter(name: str) -> str:
    """A part of the address, empty where it isn't there."""
    return str(st.query_params.get(name, ""))


def filters_beside(kind: str | None = None) -> Filters:
    """Draw the filters in the sidebar and keep them in the address; what they say now."""
    library = open_library()
    options = _options(str(library.folder), library.generation)
    _restore()
    with st.sidebar:
        st.header("Filters", divider="gray")
        chosen = {part: _choose(part, options[part]) for part in FILTERS}
    st.session_state[CHOICES] = chosen
    for part, (name, _, _) in FILTERS.items():
        st.query_params[name] = list(chosen[part])
    years = tuple(int(year) for year in chosen["years"] if year.isdecimal())
    rest = {part: values for part, values in chosen.items() if part != "years"}
    return Filters(years=years, **rest)


@st.cache_data(show_spinner=False, max_entries=4)
def _options(folder: str, generation: int) -> dict[str, dict[str, int | None]]:
    library = open_library()
    facets = library.facets()
    return {
        "municipalities": dict(sorted(facets.municipalities.items())),
        "doc_types": dict(sorted(facets.doc_types.items(), key=lambda item: doc_type_label(item[0]))),
        "years": {str(year): count for year, count in sorted(facets.years.items(), reverse=True)},
        "themes": dict(sorted(facets.themes.items(), key=lambda item: theme_label(item[0]))),
        "officials": dict.fromkeys(sorted(library.people().values())),
    }


def _restore() -> None:
    """The address wins from what the session remembers, unless the address says nothing."""
    asked = {part: tuple(st.query_params.get_all(name)) for part, (name, _, _) in FILTERS.items()}
    known = st.session_state.get(CHOICES)
    if any(asked.values()) and asked != known:
        for part, values in asked.items():
            st.session_state[f"filter-{part}"] = list(values)
    elif known is not None:
        for part, values in known.items():
            st.session_state.setdefault(f"filter-{part}", list(values))


def _choose(part: str, options: Mapping[str, int | None]) -> tuple[str, ...]:
    _, label, shown = FILTERS[part]
    key = f"filter-{part}"
    unknown = [value for value in st.session_state.get(key, ()) if value not in options]

    def with_count(value: str) -> str:
        count = options.get(value)
        return shown(value) if count is None else f"{shown(value)} ({count})"

    values = st.multiselect(label, [*options, *unknown], key=key, format_func=with_count, placeholder="Alle", help=None)
    return tuple(values)


def describe(filters: Filters) -> str:
    """The filters in words, for a line above a list; empty without filters."""
    parts = []
    for field in fields(filters):
        shown = FILTERS[field.name][2]
        values = [shown(str(value)) for value in getattr(filters, field.name)]
        if values:
            parts.append(" of ".join(values))
    return ", ".join(parts)


def show_quote(text: str, marks: Iterable[tuple[int, int]] = ()) -> None:
    """A quote from a document: inert, with marked words."""
    st.html(quote_html(text, marks))


def link_to(row: PassageRow | FactRow, label: str, start: int, end: int) -> None:
    """A link that opens the document at the span."""
    query: dict[str, str] = {"doc": row.document.source.sha256, "van": str(start), "tot": str(end)}
    if row.page is not None:
        query["page"] = str(row.page)
    st.page_link(DOCUMENT_PAGE, label=plain(label), query_params=query, icon=":material/description:")


def show_source(row: PassageRow | FactRow, start: int, end: int) -> None:
    """The citation as a link to the place itself, and the headings above it."""
    link_to(row, citation_of(row), start, end)
    if len(row.heading_path) > 1:
        st.caption(plain(" › ".join(row.heading_path)))


def plain(text: str) -> str:
    """Text for a place where Streamlit reads Markdown: every character that means something there is escaped."""
    return "".join(f"\\{character}" if character in MARKDOWN else character for character in " ".join(text.split()))


MARKDOWN = frozenset("\\`*_{}[]()<>#+-.!|$~:@^=&\"'")


def paged(rows: Sequence[Any], key: str, size: int = 20) -> Sequence[Any]:
    """The rows of the page that the user is on; the page is in the address as `blad`."""
    pages = max(1, -(-len(rows) // size))
    asked = parameter("blad")
    number = min(int(asked) if asked.isdecimal() and int(asked) > 0 else 1, pages)
    if pages > 1:
        number = int(st.number_input(f"Blad (1 tot {pages})", 1, pages, number, key=f"{key}-blad"))
        st.query_params["blad"] = str(number)
    return rows[(number - 1) * size : number * size]
