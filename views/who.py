"""The answer above the hits to a question after a person: who is in charge, since when, and where that stands."""

import streamlit as st

from index.terms_of_office import Term
from index.who import Holder, How, Who
from ingest.fact_types import Official
from views.links import show_link, show_source
from views.quote import show_heading, show_quote
from views.terms import term_in_words
from views.words import ROLE

PAGE = "views/portefeuillehouders.py"

_WHY: dict[How, str] = {
    "portfolio": "De portefeuille noemt het: {portfolio}.",
    "section": "Genoemd als portefeuillehouder bij: {heading}.",
    "theme": "De portefeuille gaat over hetzelfde thema: {portfolio}.",
    "field": "De portefeuille gaat over het bredere beleidsveld: {portfolio}. Letterlijk staat dit er niet in.",
    "office": "",
}


def show_who(found: Who) -> None:
    """Who it is, or that no paper says it."""
    office = ROLE[found.role or "wethouder"]
    show_heading(f"Wie gaat over {found.subject}?" if found.subject else f"Wie is {office}?", 2)
    for holder in found.holders:
        _show_holder(holder)
    if not found.holders:
        st.text(_nobody(found))
    place = {"gemeente": list(found.places)} if len(found.places) == 1 else {}
    show_link("Alle portefeuillehouders", place, page=PAGE)


def _show_holder(holder: Holder) -> None:
    row, fact = holder.row, holder.row.fact
    if not isinstance(fact, Official):
        return
    with st.container(border=True):
        show_heading(holder.career.person.name, below=holder.career.person.municipality or "")
        heading = row.heading_path[-1] if row.heading_path else ""
        why = _WHY[holder.how].format(portfolio=fact.portfolio, heading=heading)
        if why:
            st.text(why)
        for term in _terms(holder, fact):
            st.text(term_in_words(term))
        if holder.sentence:
            show_quote(holder.sentence, [holder.place])
        show_source(row, fact.start, fact.end)


def _terms(holder: Holder, fact: Official) -> list[Term]:
    """That of the portfolio that says it, else that of the office."""
    terms = holder.career.terms
    own = [term for term in terms if term.portfolio and term.portfolio == fact.portfolio]
    return own or [term for term in terms if term.portfolio is None][:1]


def _nobody(found: Who) -> str:
    what = f"wie over {found.subject} gaat" if found.subject else f"wie {ROLE[found.role or 'wethouder']} is"
    if not found.places:
        return f"Kies een gemeente, in uw vraag of onder Filters. Dan ziet u {what}."
    where = found.places[0] if len(found.places) == 1 else f"deze {len(found.places)} gemeenten"
    return f"Geen gelezen stuk van {where} zegt {what}."
