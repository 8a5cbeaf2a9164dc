"""The filters beside every list: in the address, in the sidebar, and in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import TypeVar

import streamlit as st

from index.library import Library
from index.store.filters import Filters
from index.store.reading import Facets
from views.address import drop_volatile, parameter, parameters, put
from views.shared import State, open_library, state_of
from views.unknown import show_unknown
from views.words import doc_type_label, theme_label, whole

FILTERS: Mapping[str, tuple[str, str, Callable[[str], str]]] = {
    "municipalities": ("gemeente", "Gemeente", str),
    "doc_types": ("soort", "Soort stuk", doc_type_label),
    "years": ("jaar", "Jaar", str),
    "themes": ("thema", "Thema", theme_label),
    "officials": ("bestuurder", "Bestuurder", str),
}
"""For each part of `Filters`: its name in the address, its label, and how a value is shown."""

NAMES = tuple(name for name, _, _ in FILTERS.values())

_KEPT = "filters"
_TOUCHED = "touched"
Option = TypeVar("Option")
Options = Mapping[str, int | None]


def current_filters() -> dict[str, tuple[str, ...]]:
    """What is chosen, by the name in the address.

    The address says it, unless the user changed a filter a moment ago: the address follows that.
    """
    if not st.session_state.get(_TOUCHED):
        return {name: parameters(name) for name in NAMES}
    return {name: tuple(st.session_state.get(_key(name), ())) for name in NAMES}


def kept_filters() -> dict[str, tuple[str, ...]]:
    """What was chosen on the last page with filters, for links from a page without."""
    kept: dict[str, tuple[str, ...]] = st.session_state.get(_KEPT, {})
    return kept


def filters_beside() -> Filters:
    """Draw the filters in the sidebar and keep them in the address; what they say now."""
    chosen = current_filters()
    options = _options(open_library(), _as_filters(chosen))
    with st.sidebar:
        st.header("Filters", anchor=False)
        for part, (name, label, shown) in FILTERS.items():
            choose(name, label, options[part], shown, chosen[name])
        st.caption("Tussen haakjes: in hoeveel stukken dit voorkomt.")
    st.session_state[_KEPT] = chosen
    filters = _as_filters(chosen)
    show_unknown(open_library(), filters)
    return filters


def choose(
    name: str, label: str, options: Options, shown: Callable[[str], str], chosen: Sequence[str] | None = None
) -> tuple[str, ...]:
    """Some of the options; they are in the address as `name`. A value that is no option stays, without a count."""
    if chosen is None:
        chosen = tuple(st.session_state.get(_key(name), ())) if _was_touched() else parameters(name)
    st.session_state[_key(name)] = list(chosen)
    unknown = [value for value in chosen if value not in options]

    def with_count(value: str) -> str:
        count = options.get(value)
        return shown(value) if count is None else f"{shown(value)} ({whole(count)})"

    st.multiselect(
        label,
        [*options, *unknown],
        key=_key(name),
        format_func=with_count,
        placeholder="Alle",
        on_change=_touch,
        select_all=False,
    )
    if tuple(chosen) != parameters(name):
        drop_volatile()
    put(name, chosen)
    return tuple(chosen)


def choose_one(name: str, label: str, options: Mapping[Option, str]) -> Option:
    """One of the options, the first if none was chosen; it is in the address as `name`, but the first isn't."""
    values = list(options)
    by_name = {str(value): value for value in values[1:]}
    key = _key(name)
    if not _was_touched() or key not in st.session_state:
        st.session_state[key] = by_name.get(parameter(name), values[0])
    chosen: Option = st.selectbox(label, values, key=key, format_func=options.__getitem__, on_change=_touch)
    wanted = (str(chosen),) if chosen != values[0] else ()
    if wanted != parameters(name):
        drop_volatile()
    put(name, wanted)
    return chosen


def put_filter(part: str, values: Sequence[str]) -> None:
    """Set one part of the filters; for the callback of a widget that stands in the page itself."""
    st.session_state[_key(FILTERS[part][0])] = list(values)
    _touch()


def settle() -> None:
    """At the end of a run: what the user changed is in the address now, which says it from here on."""
    st.session_state.pop(_TOUCHED, None)


def describe(filters: Filters) -> str:
    """The filters in words, for a line above a list; empty without filters."""
    parts = []
    for field in fields(filters):
        shown = FILTERS[field.name][2]
        values = [shown(str(value)) for value in getattr(filters, field.name)]
        if values:
            parts.append(" of ".join(values))
    return ", ".join(parts)


def _key(name: str) -> str:
    return f"filter-{name}"


def _touch() -> None:
    st.session_state[_TOUCHED] = True


def _was_touched() -> bool:
    return bool(st.session_state.get(_TOUCHED))


def _as_filters(chosen: Mapping[str, tuple[str, ...]]) -> Filters:
    return Filters(
        municipalities=chosen["gemeente"],
        doc_types=chosen["soort"],
        years=tuple(int(year) for year in chosen["jaar"] if year.isdecimal() and len(year) == 4),
        themes=chosen["thema"],
        officials=chosen["bestuurder"],
    )


def _options(library: Library, filters: Filters) -> dict[str, Options]:
    facets, people = _facets(state_of(library), library, filters)
    return {
        "municipalities": dict(sorted(facets.municipalities.items())),
        "doc_types": dict(sorted(facets.doc_types.items(), key=lambda item: doc_type_label(item[0]))),
        "years": {str(year): count for year, count in sorted(facets.years.items(), reverse=True)},
        "themes": most_first(facets.themes),
        "officials": dict.fromkeys(people),
    }


def most_first(themes: Mapping[str, int]) -> dict[str, int]:
    """What is typed fits several themes ("jeugd"): the one that most papers under the filters are about comes first."""
    return dict(sorted(themes.items(), key=lambda item: (-item[1], theme_label(item[0]))))


@st.cache_resource(show_spinner=False, max_entries=256)
def _facets(state: State, _library: Library, filters: Filters) -> tuple[Facets, list[str]]:
    return _library.facets(filters), sorted(set(_library.people().values()))
