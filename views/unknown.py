"""What the address asks for and doesn't exist: said as such, for it looks like a subject that no document is about."""

from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode

import streamlit as st

from index.finding.notes import unknown_places
from index.language.fold import name_key
from index.library import Library
from index.store.filters import Filters
from ingest.identify.doc_types import doc_types
from ingest.themes import THEMES
from views.address import here
from views.words import doc_type_label, theme_label

_LINK = "color: inherit; text-decoration: underline;"


def show_unknown(library: Library, filters: Filters) -> None:
    """A line for each theme, type or municipality that isn't known, with those that there are."""
    there = library.facets()
    places = {name_key(name) for name in there.municipalities}
    for theme in filters.themes:
        if theme not in THEMES:
            _show(f"Het thema „{theme}” bestaat niet.", "thema", {one: theme_label(one) for one in there.themes})
    for kind in filters.doc_types:
        if kind not in doc_types():
            found = {one: doc_type_label(one) for one in there.doc_types}
            _show(f"De soort stuk „{kind}” bestaat niet.", "soort", found)
    for place in filters.municipalities:
        if name_key(place) not in places:
            said = [f"In deze collectie is geen stuk van de gemeente „{place}”."]
            meant = unknown_places(Filters(municipalities=(place,)), library)
            _show(" ".join(said + meant), "gemeente", {one: one for one in there.municipalities})


def _show(said: str, name: str, offered: Mapping[str, str]) -> None:
    st.text(said)
    with st.expander(f"Kies een {name} uit de lijst"):
        st.html(list_html(name, offered, here()))


def list_html(name: str, offered: Mapping[str, str], address: Mapping[str, list[str]]) -> str:
    """Links to this same page with another choice; `offered` gives the label of each value."""
    kept = {key: values for key, values in address.items() if key != name}
    links = [
        f'<li><a style="{_LINK}" href="?{escape(urlencode({**kept, name: [value]}, doseq=True))}">{escape(label)}</a>'
        for value, label in sorted(offered.items(), key=lambda pair: pair[1].casefold())
    ]
    return f"<ul>{'</li>'.join(links)}</li></ul>" if links else "<p>Er zijn er nog geen.</p>"
