"""Bestuurders: who held which office and portfolio, from when to when and after whom, according to the documents."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from index.finding.acting import held_for_another
from index.finding.homes import homes_of
from index.finding.people import people_of
from index.finding.seats import by_office
from index.finding.terms_of_office import Career, Change, careers_of, changes_of
from index.library import Library
from index.store.filters import Filters
from index.store.moments import moment
from index.store.rows import FactRow
from views.address import here
from views.filters import FILTERS, filters_beside
from views.judging import marks_on, show_checked
from views.links import sheet, show_link, show_sheets, show_source
from views.listing import facts_of, listing_of, show_head
from views.quote import show_heading, show_quote
from views.shared import State, open_library, state_of
from views.terms import FOR_ANOTHER, term_in_words
from views.words import counted, whole

PAGE = "views/portefeuillehouders.py"
REGISTER = "views/toezeggingen.py"
PER_PAGE = 10
_SHOWN = 6
"""Portfolios of a person, and commitments of an office, that are shown at once."""

_MENTIONS = ("vermelding", "vermeldingen")

_ADDRESS = ("jaar", "soort", "thema")
"""The filters that a link to the register takes along."""


def show() -> None:
    """The choice of a municipality; then a block for each person."""
    st.title("Portefeuillehouders", anchor=False)
    st.text(
        "Wie welk ambt en welke portefeuille had, volgens de stukken. Een termijn loopt van het eerste tot en met het "
        "laatste stuk dat hem noemt; dat is niet de dag van aantreden of vertrek. Inwoners staan hier niet in."
    )
    filters = filters_beside()
    library = open_library()
    known = library.fact_facets("official", filters).municipalities
    options = list(filters.municipalities) or sorted(known)
    if len(options) > 1:
        _show_choice(options, known)
        return
    _show_people(library, replace(filters, municipalities=tuple(options)))


def _show_choice(options: Sequence[str], known: Mapping[str, int]) -> None:
    show_heading("Kies een gemeente", level=2)
    st.text("Deze bladzijde toont één gemeente tegelijk.")
    for name in options:
        number = known.get(name, 0)
        show_link(f"{name}: {counted(number, *_MENTIONS)} van bestuurders", here() | {"gemeente": [name]}, page=PAGE)


def _show_people(library: Library, filters: Filters) -> None:
    """Those whom the filters name, each with all that the municipality's documents tell of them."""
    own = Filters(municipalities=filters.municipalities)
    state = state_of(library)
    careers = _careers(state, library, own)
    named = {row.id for row in facts_of("official", filters)}
    shown = [
        (number, career) for number, career in enumerate(careers) if any(row.id in named for row in career.person.every)
    ]
    title = counted(len(shown), "bestuurder", "bestuurders")
    listed = listing_of("official", filters)
    show_head(listed, PAGE, one=_MENTIONS[0], many=_MENTIONS[1], file="portefeuillehouders", title=title)
    promises, _ = library.count_facts("commitment", replace(filters, officials=()))
    unnamed = _unnamed(state, library, own)
    for number, career in sheet(shown, PER_PAGE):
        with st.container(border=True):
            is_own = career.person.municipality in filters.municipalities
            changes, acting = _told(state, library, own, number)
            _show_career(career, changes, acting, is_own=is_own)
            if is_own:
                _show_promises(library, career, filters, promises)
                _show_unnamed(unnamed.get(number, ()))
            _show_mentions(career)
    show_sheets(PAGE, len(shown), PER_PAGE)


@st.cache_resource(show_spinner=False, max_entries=32)
def _careers(state: State, _library: Library, filters: Filters) -> list[Career]:
    rows = _library.facts("official", filters)
    people = people_of(rows, homes_of(_library, rows))
    return careers_of(sorted(people, key=lambda person: person.municipality not in filters.municipalities))


@st.cache_resource(show_spinner=False, max_entries=256)
def _told(state: State, _library: Library, filters: Filters, number: int) -> tuple[list[Change], frozenset[str]]:
    """What the passages that name somebody say of coming and leaving, and which portfolios they had for another."""
    person = _careers(state, _library, filters)[number].person
    passages = _library.passages([row.passage_id for row in person.every if row.passage_id is not None])
    return changes_of(person, passages), held_for_another(person, passages)


@st.cache_resource(show_spinner=False, max_entries=32)
def _unnamed(state: State, _library: Library, filters: Filters) -> dict[int, list[FactRow]]:
    return by_office(_careers(state, _library, filters), _library.each_fact("commitment", filters))


def _show_career(career: Career, changes: Sequence[Change], acting: frozenset[str], *, is_own: bool) -> None:
    person = career.person
    elsewhere = (
        f"{person.municipality or 'Van welke gemeente staat er niet bij'}; genoemd in een stuk over meer gemeenten"
    )
    show_heading(person.name, below=person.municipality or "" if is_own else elsewhere)
    offices = [term for term in career.terms if term.portfolio is None]
    portfolios = [term for term in career.terms if term.portfolio is not None]
    for term in (*offices, *portfolios[:_SHOWN]):
        said = term_in_words(term)
        st.text(f"{said} {FOR_ANOTHER}" if term.portfolio in acting else said)
    if len(portfolios) > _SHOWN:
        with st.expander(f"Nog {len(portfolios) - _SHOWN} portefeuilles"):
            for term in portfolios[_SHOWN:]:
                st.text(term_in_words(term))
    if changes:
        st.text("Over aantreden, vertrek of overdracht staat er:")
    for change in changes:
        show_quote(change.text, [change.date])
        show_source(change.row, change.start, change.end)


def _show_promises(library: Library, career: Career, filters: Filters, total: int) -> None:
    name = career.person.name
    number, _ = library.count_facts("commitment", replace(filters, officials=(name,)))
    of = f"{whole(number) if number else 'geen'} van de {whole(total)}"
    st.text(f"Genoemd bij {of} toezeggingen en voornemens in deze stukken.")
    if not number:
        return
    kept = {key: values for key, values in here().items() if key in _ADDRESS}
    person = {"gemeente": list(filters.municipalities), FILTERS["officials"][0]: [name]}
    show_link("Bekijk deze ene" if number == 1 else f"Bekijk deze {whole(number)}", kept | person, page=REGISTER)


def _show_unnamed(rows: Sequence[FactRow]) -> None:
    """Commitments of the office without a name, from documents in between: who is meant is likely, not certain."""
    if not rows:
        return
    title = f"Nog {whole(len(rows))} uit die tijd, waar alleen het ambt of de portefeuille staat"
    with st.expander(title):
        st.text("Een naam staat er niet bij. Dit is de enige die stukken uit die tijd met dat ambt noemen.")
        for row in rows[:_SHOWN]:
            show_quote(row.fact.text)
            show_source(row, row.fact.start, row.fact.end)
        if len(rows) > _SHOWN:
            st.caption(f"En nog {len(rows) - _SHOWN}; ze staan onder Toezeggingen bij deze gemeente.")


def _show_mentions(career: Career) -> None:
    mentions = sorted(
        career.person.mentions, key=lambda row: (str(moment(row.document) or ""), row.document.source.path)
    )
    marks = marks_on(mentions)
    with st.expander(f"Genoemd in {counted(len(mentions))}"):
        for row in mentions:
            show_quote(row.fact.text)
            show_source(row, row.fact.start, row.fact.end)
            if row.id in marks:
                show_checked(marks[row.id])


show()
