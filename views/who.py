"""The answer above the hits to a question after a person: who is in charge, since when, and where that stands."""

import streamlit as st

from index.finding.who import Holder, Who
from ingest.fact_types import Official
from views.links import show_link, show_source
from views.quote import show_heading, show_quote
from views.terms import no_name, term_in_words, terms_of, whose, why_named
from views.words import ROLE

PAGE = "views/portefeuillehouders.py"


def show_who(found: Who) -> None:
    """Who it is, or that no paper says it."""
    office = ROLE[found.role or "wethouder"]
    show_heading(f"Wie gaat over {found.subject}?" if found.subject else f"Wie is {office}?", 2)
    for holder in found.holders:
        _show_holder(holder)
    if found.nameless:
        st.text(no_name(found))
    elif not found.holders:
        st.text(_nobody(found))
    for one in found.nameless:
        with st.container(border=True):
            show_quote(one.text)
            if said := whose(one):
                st.text(said)
            show_source(one.passage, one.start, one.end)
    place = {"gemeente": list(found.places)} if len(found.places) == 1 else {}
    show_link("Alle portefeuillehouders", place, page=PAGE)


def _show_holder(holder: Holder) -> None:
    row, fact = holder.row, holder.row.fact
    if not isinstance(fact, Official):
        return
    with st.container(border=True):
        show_heading(holder.career.person.name, below=holder.career.person.municipality or "")
        if why := why_named(holder):
            st.text(why)
        for term in terms_of(holder):
            st.text(term_in_words(term))
        if holder.sentence:
            show_quote(holder.sentence, [holder.place])
        show_source(row, fact.start, fact.end)


def _nobody(found: Who) -> str:
    what = f"wie over {found.subject} gaat" if found.subject else f"wie {ROLE[found.role or 'wethouder']} is"
    if not found.places:
        return f"Kies een gemeente, in uw vraag of onder Filters. Dan ziet u {what}."
    where = found.places[0] if len(found.places) == 1 else f"deze {len(found.places)} gemeenten"
    return f"Geen gelezen stuk van {where} zegt {what}."
