"""Bestuurders: who held which office and portfolio, from when to when and after whom, according to the documents."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

import streamlit as st

from index.finding.acting import held_for_another
from index.finding.homes import homes_of
from index.finding.nameless import Nameless
from index.finding.people import people_of
from index.finding.seats import by_office
from index.finding.sitting import sitting
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
from views.terms import FOR_ANOTHER, moment_in_words, term_in_words, years_of
from views.words import counted, whole
from views.work import show_own_work, show_work, work_of

PAGE = "views/portefeuillehouders.py"
REGISTER = "views/toezeggingen.py"
PER_PAGE = 10
_SHOWN = 6
"""Portfolios of a person, and commitments of an office, that are shown at once."""

_MENTIONS = ("vermelding", "vermeldingen")

_EVERY = {"gedaan": ["ook"], "toon": ["alles"]}
"""Of the register also what is done, and not only what can be checked: so are they counted here."""

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
    careers = _careers(state_of(library), library, Filters(municipalities=filters.municipalities))
    named = {row.id for row in facts_of("official", filters)}
    seats = sitting(careers, "".join(filters.municipalities))
    parts = {
        "Genoemd in de nieuwste stukken": seats.present,
        "Eerder genoemd": seats.former,
        "Genoemd in stukken over meer gemeenten": seats.elsewhere,
    }
    order = [number for part in parts.values() for number in part if _is_named(careers[number], named)]
    title = counted(len(order), "bestuurder", "bestuurders")
    listed = listing_of("official", filters)
    show_head(listed, PAGE, one=_MENTIONS[0], many=_MENTIONS[1], file="portefeuillehouders", title=title)
    work = work_of(library, filters, careers)
    shown = {careers[number].person.name for number in order}
    on_sheet = sheet(order, PER_PAGE)
    for heading, part in parts.items():
        numbers = [number for number in on_sheet if number in part]
        if numbers:
            show_heading(heading, level=2)
        if numbers and part is seats.present and seats.newest:
            st.text(f"Het nieuwste daarvan: {moment_in_words(seats.newest)}.")
        for number in numbers:
            _show_card(library, filters, number, work, years=part is seats.former)
        if part is seats.present and on_sheet == order[:PER_PAGE]:
            show_work([one for one in work if len(one.names) != 1 or one.names[0] not in shown])
    show_sheets(PAGE, len(order), PER_PAGE)


def _is_named(career: Career, rows: Set[int]) -> bool:
    return any(row.id in rows for row in career.person.every)


def _show_card(library: Library, filters: Filters, number: int, work: Sequence[Nameless], *, years: bool) -> None:
    """All that documents tell of one person; with `years` from when to when they do beside the name."""
    own = Filters(municipalities=filters.municipalities)
    state = state_of(library)
    career = _careers(state, library, own)[number]
    with st.container(border=True):
        is_own = career.person.municipality in filters.municipalities
        changes, acting = _told(state, library, own, number)
        _show_career(career, changes, acting, is_own=is_own, years=years)
        if is_own:
            for one in work:
                if one.names == (career.person.name,):
                    show_own_work(one)
            _show_promises(library, career, filters)
            _show_unnamed(_unnamed(state, library, own).get(number, ()))
        _show_mentions(career)


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


def _show_career(
    career: Career, changes: Sequence[Change], acting: frozenset[str], *, is_own: bool, years: bool
) -> None:
    person = career.person
    elsewhere = (
        f"{person.municipality or 'Van welke gemeente staat er niet bij'}; genoemd in een stuk over meer gemeenten"
    )
    below = (person.municipality or "" if is_own else elsewhere, years_of(career) if years else "")
    show_heading(person.name, below=", ".join(filter(None, below)))
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


def _show_promises(library: Library, career: Career, filters: Filters) -> None:
    """How many commitments name somebody; nothing where none does, for most papers name the college."""
    name = career.person.name
    number, _ = library.count_facts("commitment", replace(filters, officials=(name,)))
    if not number:
        return
    total, _ = library.count_facts("commitment", replace(filters, officials=()))
    st.text(f"Genoemd bij {whole(number)} van de {whole(total)} toezeggingen en voornemens in deze stukken.")
    kept = {key: values for key, values in here().items() if key in _ADDRESS}
    person = {"gemeente": list(filters.municipalities), FILTERS["officials"][0]: [name], **_EVERY}
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
