"""Toezeggingen en voornemens: who will do what, by when, for how much."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

import streamlit as st

from index.records import citation_of
from index.store.choice import UNDONE, Choice, Due, Sort
from index.store.filters import Filters
from index.store.judgements import Mark
from index.store.rows import FactRow
from index.tracing.listed_states import ListedStates
from index.tracing.open_states import OPEN_STATES, left_open
from index.tracing.registers import Registers
from index.tracing.repeated import each_once, repeats
from index.tracing.worded import worded
from ingest.fact_types import Commitment, CommitmentStatus, Strength
from views.address import drop_volatile, fill, filled, here, parameter, put
from views.filters import choose, choose_one, filters_beside
from views.judging import marks_on, show_judgement
from views.links import pages_at, show_follow, show_link, show_sheets, show_source
from views.listing import Listing, listing_of, show_head, show_order
from views.quote import path_of, show_heading, show_quote
from views.register_table import Line, register_html
from views.shared import open_library
from views.states import listed_on, own_words, project_words, state_words
from views.taking import today
from views.words import STATUS, STRENGTH, by_when, euros, who_acts, whole

PAGE = "views/toezeggingen.py"


SORTS: Mapping[Sort, str] = {
    "newest": "Nieuwste stuk eerst",
    "place": "Naam van het bestand",
    "deadline": "Termijn, de eerste eerst",
    "firmness": "Stevigheid, de stevigste eerst",
    "amount": "Bedrag, het hoogste eerst",
}
ALL = "alle"
DUES: Mapping[str, str] = {
    ALL: "Alle",
    "over": "Voorbij, niet afgedaan in stuk of lijst",
    "coming": "Nog te komen",
    "none": "Geen termijn genoemd",
}
_SCOPE = (
    "Gekeken is naar het stuk van de toezegging zelf, en naar de nieuwste lijst die haar noemt. Wat latere verslagen "
    "erover vertellen, telt hier niet mee: klik daarvoor bij een toezegging op „Wat kwam hiervan?”."
)
_DONE = "gedaan"
_EVERY = "toon"
_FIELD = "toezeggingen-tekst"
LONG = 100
"""From here a list is first narrowed to what can be checked: five sheets are more than somebody reads."""
LISTED = ("Openstaand", "Deels voldaan", "Voldaan", "Vervallen")
IN_LISTS = (*LISTED[:1], *OPEN_STATES, *LISTED[1:])


def show() -> None:
    """The register under the filters, narrowed further and in the order that was chosen."""
    st.title("Toezeggingen en voornemens", anchor=False)
    st.text("Wie iets gaat doen, wanneer en met hoeveel geld, volgens het stuk zelf.")
    filters = filters_beside()
    library = open_library()
    chosen, sought = _choice(), _words_sought()
    listed = _narrowed(_listing(filters, worded(library, "commitment", filters, chosen, sought)))
    done = replace(chosen, states=("realised",), checkable=listed.choice.checkable)
    _show_done(filters, chosen, worded(library, "commitment", filters, done, sought))
    show_head(listed, PAGE, one="toezegging of voornemen", many="toezeggingen en voornemens", file="toezeggingen")
    if listed.number:
        show_order(listed.choice)
        if listed.choice.due == "over":
            st.text(_SCOPE)
        if listed.choice.due is None:
            address = here() | {"termijn": ["coming"], "volgorde": ["deadline"]}
            show_link("Alleen waarvan de termijn nog komt, de eerste eerst", address, page=PAGE)
        _show_rows(listed)
    show_sheets(PAGE, listed.number)


def _listing(filters: Filters, choice: Choice) -> Listing:
    """The commitments that are chosen, each once however often papers say it."""
    return listing_of("commitment", filters, each_once(open_library(), filters, choice))


def _words_sought() -> str:
    """What is typed in the field above the list; it stands in the address."""
    fill(_FIELD, parameter("tekst"))
    typed = st.text_input("Zoek in deze lijst", key=_FIELD, placeholder="bijvoorbeeld: fietspad", max_chars=100).strip()
    filled(_FIELD, typed)
    if typed != parameter("tekst"):
        drop_volatile()
    put("tekst", [typed] if typed else [])
    return typed


def _narrowed(listed: Listing) -> Listing:
    """Of a list that nobody reads through, what can be checked; unless the user chose from it, or wants it all."""
    chosen = listed.choice
    if listed.number <= LONG or chosen.among or chosen.strengths or chosen.listed or chosen.listed_rows or chosen.due:
        return listed
    if parameter(_EVERY):
        show_link("Laat alleen zien wat te toetsen is", here() | {_EVERY: []}, page=PAGE)
        return listed
    checkable = _listing(listed.filters, replace(chosen, checkable=True))
    if not 0 < checkable.number < listed.number:
        return listed
    st.text(
        f"U ziet de {whole(checkable.number)} van de {whole(listed.number)} die te toetsen zijn: er hoort een termijn "
        "of een bedrag bij, of het is een toezegging, afspraak, besluit of verplichting. De rest heeft niets daarvan."
    )
    show_link(f"Laat alle {whole(listed.number)} zien", here() | {_EVERY: ["alles"]}, page=PAGE)
    return checkable


def _show_done(filters: Filters, chosen: Choice, done: Choice) -> None:
    """How many are done according to their papers, and left out unless they are asked for."""
    if chosen.states != UNDONE:
        if parameter(_DONE):
            show_link("Verberg wat al gedaan is", here() | {_DONE: []}, page=PAGE)
        return
    number = _listing(filters, done).number
    if number:
        st.text(f"Niet meegeteld, want volgens het stuk zelf al gedaan: {whole(number)}.")
        show_link("Laat ook zien wat al gedaan is", here() | {_DONE: ["ook"]}, page=PAGE)


def _show_rows(listed: Listing) -> None:
    """One below the other or, where the address says so, as a table."""
    as_table = parameter("vorm") == "tabel"
    label, form = ("Eén voor één", ()) if as_table else ("Als tabel", ("tabel",))
    show_link(label, here() | {"vorm": list(form)}, page=PAGE)
    rows = listed.sheet()
    marks, beside, again = marks_on(rows), ListedStates(open_library()), _again(listed, rows)
    if as_table:
        lines = [
            Line(row, _in_list(row, beside), "; ook: ".join(map(_source, (row, *again[row.id]))), marks.get(row.id))
            for row in rows
        ]
        st.html(register_html(lines, listed.choice.sort, here()))
        return
    for row in rows:
        _show_row(row, _in_list(row, beside), again[row.id], marks.get(row.id))


def _again(listed: Listing, rows: Sequence[FactRow]) -> dict[int, list[FactRow]]:
    """Where papers say the same as each row once more."""
    found = repeats(listed.library, listed.filters, listed.choice)
    among = tuple(number for row in rows for number in found.get(row.id, ()))
    others = {row.id: row for row in listed.library.facts("commitment", choice=Choice(among=among))} if among else {}
    return {row.id: [others[number] for number in found.get(row.id, ()) if number in others] for row in rows}


def _source(row: FactRow) -> str:
    """The citation without the heading, for a narrow column."""
    return citation_of(replace(row, heading_path=()), pages_at(row.document, row.fact.start, row.fact.end))


def _choice() -> Choice:
    """What the sidebar asks besides the filters; all of it stands in the address."""
    with st.sidebar:
        strengths = choose("sterkte", "Hoe stevig beloofd", dict.fromkeys(STRENGTH), _strength)
        states = choose("stand", "Stand volgens het stuk", dict.fromkeys(STATUS), _status)
        wanted = choose("lijst", "Stand volgens een lijst", dict.fromkeys(IN_LISTS), _listed)
        due = choose_one("termijn", "Termijn", DUES)
        sort = choose_one("volgorde", "Volgorde", SORTS)
    listed = tuple(value for value in wanted if value in LISTED)
    newer = Registers(open_library()).newer() if listed or due == "over" else ()
    chosen = tuple(value for value in get_args(CommitmentStatus) if value in states)
    return Choice(
        strengths=tuple(value for value in get_args(Strength) if value in strengths),
        states=chosen or (() if wanted or parameter(_DONE) else UNDONE),
        due=next((value for value in get_args(Due) if value == due), None),
        listed=listed,
        listed_rows=left_open(open_library(), wanted),
        newer=newer,
        today=today(),
        sort=sort,
    )


def _in_list(row: FactRow, beside: ListedStates) -> str:
    """The newest state that a list gives, also where another list says it of the same number; else of its project."""
    told = Registers(open_library()).standing(row)
    return f"In de {listed_on(told)}: {state_words(told)}" if told else project_words(beside.beside(row))


def _listed(value: str) -> str:
    return f"Openstaand: {value}" if value in OPEN_STATES else value


def _strength(value: str) -> str:
    return STRENGTH.get(value, value)


def _status(value: str) -> str:
    return STATUS.get(value, value)


def _show_row(row: FactRow, listed: str, again: Sequence[FactRow], mark: Mark | None) -> None:
    fact = row.fact
    if not isinstance(fact, Commitment):
        return
    facts = [
        f"Bedrag: {euros(fact.amount_eur)}" if fact.amount_eur is not None else "",
        *own_words(row),
        listed,
    ]
    with st.container(border=True):
        title = f"Wie: {who_acts(fact)}. Wanneer: {by_when(fact)}"
        show_heading(title, below=path_of(row.heading_path, row.document.title))
        show_quote(fact.text)
        st.caption("  ·  ".join(part for part in facts if part))
        show_source(row, fact.start, fact.end)
        if again:
            st.caption("Staat in dezelfde woorden ook hier:")
        for other in again:
            show_source(other, other.fact.start, other.fact.end)
        show_follow(row)
        show_judgement(row, mark)


show()
