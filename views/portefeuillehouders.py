"""Bestuurders: who held which office and portfolio, according to which documents."""

import streamlit as st

from index.people import Person, people_of
from views.filters import filters_beside
from views.links import sheet, show_sheets, show_source
from views.listing import facts_of, listing_of, show_head
from views.quote import show_heading, show_quote
from views.words import office

PAGE = "views/portefeuillehouders.py"


def show() -> None:
    """A block for each person, by municipality and name."""
    st.title("Portefeuillehouders", anchor=False)
    st.text("Bestuurders die een stuk met hun ambt noemt. Inwoners staan hier niet in.")
    filters = filters_beside()
    people = people_of(facts_of("official", filters))
    title = "1 bestuurder" if len(people) == 1 else f"{len(people)} bestuurders"
    listed = listing_of("official", filters)
    show_head(listed, PAGE, one="vermelding", many="vermeldingen", file="portefeuillehouders", title=title)
    for person in sheet(people):
        _show_person(person)
    show_sheets(PAGE, len(people))


def _show_person(person: Person) -> None:
    documents = len(person.mentions)
    offices = dict.fromkeys(office(fact) for fact in person.offices)
    with st.container(border=True):
        show_heading(person.name)
        st.text(f"{person.municipality or 'Gemeente onbekend'}: {'; '.join(offices)}")
        with st.expander(f"Genoemd in {documents} {'stuk' if documents == 1 else 'stukken'}"):
            for row in person.mentions:
                show_quote(row.fact.text)
                show_source(row, row.fact.start, row.fact.end)


show()
