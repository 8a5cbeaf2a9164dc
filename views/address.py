"""The address of a page holds all that the user chose, so that the same address gives the same view again."""

from collections.abc import Iterable, Mapping

import streamlit as st

Parameters = dict[str, list[str]]

_PLACES = "places"
_PAGE = "page"
_NOTED = "noted "
_VOLATILE = frozenset({"blad", "aantal"})
"""How far the user leafed: it says something of one list only."""


def parameter(name: str) -> str:
    """A part of the address, empty where it isn't there."""
    return str(st.query_params.get(name, ""))


def number(name: str, default: int, highest: int) -> int:
    """A part of the address that counts, from 1 to `highest`; the default where it isn't such a number."""
    value = parameter(name)
    return min(int(value), highest) if value.isdecimal() and len(value) < 10 and int(value) > 0 else default


def parameters(name: str) -> tuple[str, ...]:
    """A part of the address that may be there more than once, each value once."""
    return tuple(dict.fromkeys(value for value in st.query_params.get_all(name) if value))


def put(name: str, values: Iterable[str]) -> None:
    """Set a part of the address; without values it goes."""
    wanted = [value for value in values if value]
    if wanted != st.query_params.get_all(name):
        st.query_params[name] = wanted


def publish(page: str) -> None:
    """Send the address to the browser: after a link from a page to itself Streamlit leaves the old one there.

    To be done at the start of a run, and not on a page that was just opened: elsewhere it would reach a browser
    that is still, or already, at another page, and give that page this address.
    """
    if st.session_state.get(_PAGE) == page:
        st.query_params.from_dict({name: st.query_params.get_all(name) for name in st.query_params})
    st.session_state[_PAGE] = page


def fill(key: str, value: object) -> None:
    """Put in the field with this key what the address says, where a link, and not the field, has changed that.

    Streamlit takes a field with another default for another field, and loses what was just typed or chosen in it: so
    a field that follows the address gets a key, and no default. After it, `filled` notes what it says.
    """
    if key not in st.session_state or st.session_state.get(_NOTED + key) != value:
        st.session_state[key] = value


def filled(key: str, value: object) -> None:
    """Note what the field with this key says, and so the address from now on."""
    st.session_state[_NOTED + key] = value


def drop_volatile() -> None:
    """Back to the first page of a list: what it lists has changed."""
    for name in _VOLATILE:
        put(name, ())


def here() -> Parameters:
    """The address of this view from its beginning, for a link that changes one part of it."""
    return {name: st.query_params.get_all(name) for name in st.query_params if name not in _VOLATILE}


def remember(page: str, shared: Iterable[str]) -> None:
    """Keep what this page itself has in its address, so that a link to it finds the page as it was left."""
    places: dict[str, Parameters] = st.session_state.setdefault(_PLACES, {})
    places[page] = {name: values for name, values in here().items() if name not in set(shared)}


def remembered(page: str) -> Mapping[str, list[str]]:
    """What `remember` kept of a page."""
    places: dict[str, Parameters] = st.session_state.get(_PLACES, {})
    return places.get(page, {})
