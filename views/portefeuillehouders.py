"""Bestuurders: who held which office and portfolio, according to which documents."""

from collections import defaultdict

import streamlit as st

from index.rows import FactRow
from ingest.model import Official
from views.listing import facts_of, show_head
from views.shared import filters_beside, paged, plain, show_quote, show_source
from views.words import office


def show() -> None:
    """A person a block, grouped by municipality, with the places that name the office first."""
    st.title("Portefeuillehouders")
    st.write("Bestuurders die een stuk met hun ambt noemt. Inwoners staan hier niet in.")
    filters = filters_beside()
    rows = facts_of("official", filters)
    people = _by_person(rows)
    show_head(rows, "official", filters, one="vermelding", many="vermeldingen")
    for (municipality, name), mentions in paged(sorted(people.items()), "bestuurders"):
        _show_person(municipality, name, mentions)


def _by_person(rows: list[FactRow]) -> dict[tuple[str, str], list[FactRow]]:
    people: dict[tuple[str, str], list[FactRow]] = defaultdict(list)
    for row in rows:
        if isinstance(row.fact, Official):
            people[row.document.municipality or "Gemeente onbekend", row.fact.name].append(row)
    return people


def _show_person(municipality: str, name: str, mentions: list[FactRow]) -> None:
    offices = list(dict.fromkeys(office(row.fact) for row in mentions if isinstance(row.fact, Official)))
    documents = list({row.document.id: row for row in mentions}.values())
    with st.container(border=True):
        st.subheader(plain(name), anchor=False)
        st.text(f"{municipality}  ·  {'; '.join(offices)}")
        with st.expander(f"Genoemd in {len(documents)} {'stuk' if len(documents) == 1 else 'stukken'}"):
            for row in documents:
                show_quote(row.fact.text)
                show_source(row, row.fact.start, row.fact.end)


show()
