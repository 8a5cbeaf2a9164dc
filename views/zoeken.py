"""Zoeken: a question, the filters, and the passages that answer it."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from index.search import Answer, Hit, search
from index.store.filters import Filters
from index.store.rows import FactRow
from ingest.seams import is_told
from views.address import drop_volatile, fill, filled, here, number, parameter, parameters, put
from views.citing import show_citing
from views.columns import hit_rows
from views.fields import show_fields
from views.filters import describe, filters_beside
from views.grouping import grouped
from views.links import plain, show_breakdown, show_link, show_source
from views.listing import advice, documents_of, show_unread
from views.matrix import counted_passages
from views.quote import path_of, show_heading, show_quote
from views.related import show_related
from views.shared import encoder, open_library
from views.states import signs_in_words
from views.taking import app_address, show_take_along, today
from views.who import show_who
from views.words import counted, theme_label, understood

PAGE = "views/zoeken.py"

MORE = 10
"""Hits that are shown at first, and added by each "Meer"."""

MOST = 200

EXAMPLES = (
    "Wat is er toegezegd over jeugdoverlast?",
    "speerpunten veiligheid 2024",
    "Wie is portefeuillehouder veiligheid?",
)

_WITHOUT = "zonder"
"""The part of the address that holds what was taken away of what was understood."""

_FIELD, _BOX = "vraag-veld", "letterlijk-vak"

_LITERAL = "Zoek letterlijk: lees geen gemeente, jaar of soort stuk uit de vraag"


def show() -> None:
    """The form, then the answer to what the address asks."""
    st.title("Zoeken in beleidsstukken", anchor=False)
    filters = filters_beside()
    question, literal = _form()
    if not question:
        _show_start()
        return
    k = number("aantal", MORE, MOST)
    without = frozenset(parameters(_WITHOUT))
    ask = partial(search, open_library(), encoder(), question, filters=filters, literal=literal, without=without)
    answer = ask(k=k)
    _show_answer(answer, filters, lambda: ask(k=MOST))
    if len(answer.hits) == k < min(answer.total, MOST):
        show_link("Meer passages", here() | {"aantal": [str(k + MORE)]}, page=PAGE)


def _form() -> tuple[str, bool]:
    """What is asked, and whether literally: as the form says where it was sent, else as the address says."""
    asked, literally = parameter("vraag").strip(), parameter("letterlijk") == "ja"
    fill(_FIELD, asked)
    fill(_BOX, literally)
    with st.form("vraag", border=False):
        field, press = st.columns([5, 1], vertical_alignment="bottom")
        question = field.text_input("Uw vraag of zoekwoorden", key=_FIELD, placeholder=EXAMPLES[0], max_chars=500)
        pressed = press.form_submit_button("Zoek", type="primary", width="stretch")
        literal = st.checkbox(_LITERAL, key=_BOX)
    if pressed:
        drop_volatile()
        if question.strip() != asked:
            put(_WITHOUT, ())
        asked, literally = question.strip(), literal
        put("vraag", [asked])
        put("letterlijk", ["ja"] if literally else [])
    filled(_FIELD, asked)
    filled(_BOX, literally)
    return asked, literally


def _show_start() -> None:
    read = [row for row in documents_of(Filters()) if row.status != "failed"]
    places = sorted({row.municipality for row in read if row.municipality})
    if not read:
        st.text("Er zitten nog geen stukken in de collectie. Lees ze in met: speerpunt ingest MAP")
        return
    word = "gemeente" if len(places) == 1 else "gemeenten"
    listed = f": {', '.join(places)}" if 0 < len(places) <= 12 else ""
    st.text(f"In deze collectie: {counted(len(read))} van {len(places)} {word}{listed}.")
    show_unread()
    st.text("Bijvoorbeeld:")
    for example in EXAMPLES:
        show_link(example, here() | {"vraag": [example]}, page=PAGE)


def _show_answer(answer: Answer, filters: Filters, ask_all: Callable[[], Answer]) -> None:
    _show_understood(answer)
    if answer.who:
        show_who(answer.who)
    show_fields(answer.taakvelden)
    if not answer.hits:
        _show_nothing(answer, filters)
        return
    show_heading(f"{counted_passages(answer.total)} gevonden", level=2)
    narrowed = describe(filters)
    st.text(f"Gezocht in {counted(answer.searched)}" + (f" ({narrowed})." if narrowed else "."))
    if answer.note:
        st.text(answer.note)
    show_breakdown(PAGE, answer.facets, "passages")
    base, made = app_address(), today()
    said = f"De gevonden passages op een rij, ten hoogste {MOST}, met citaat, stuk, bladzijde en link."
    show_take_along(lambda: hit_rows(ask_all().hits, base, made), "gevonden", said)
    _show_hits(answer.hits)


def _show_hits(hits: Sequence[Hit]) -> None:
    facts = open_library().facts_in([hit.passage.id for hit in hits])
    for hit, others in grouped(hits):
        _show_hit(hit, facts.get(hit.passage.id, []))
        if others:
            with st.expander(f"Meer uit dit stuk: {counted_passages(len(others))}"):
                for other in others:
                    _show_hit(other, facts.get(other.passage.id, []))


def _show_understood(answer: Answer) -> None:
    """What was read out of the question, each a link that takes it away, and what was taken away, to put back."""
    left = parameters(_WITHOUT)
    items = {item.key: understood(item, answer.query.text) for item in answer.query.understood}
    if not items and not left:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.text("Begrepen uit uw vraag:" if items else "Niets begrepen uit uw vraag:")
        for key, label in items.items():
            show_link(f"{label} \u2715", here() | {_WITHOUT: [*left, key]}, page=PAGE)
        if left:
            show_link("zet weggehaalde terug", here() | {_WITHOUT: []}, page=PAGE)
    if items:
        st.caption("Klik op een onderdeel om het weg te halen.")


def _show_nothing(answer: Answer, filters: Filters) -> None:
    show_heading("Geen antwoord", level=2)
    st.text(f"{answer.note or ''} {advice(filters)}".strip())
    show_unread()
    if answer.nearest:
        with st.expander("Geen antwoord, maar dit komt er het dichtst bij"):
            _show_hits(answer.nearest)


def _show_hit(hit: Hit, facts: Sequence[FactRow]) -> None:
    passage = hit.passage
    with st.container(border=True):
        title = passage.document.title
        show_heading(f"{hit.rank}. {title}", below=path_of(passage.heading_path, title))
        show_quote(passage.text, hit.marks)
        for line in signs_in_words(passage, facts, hit.marks):
            st.text(line)
        if is_told(passage.document.problems):
            st.caption("In dit stuk lopen kolommen op sommige plaatsen door elkaar; kijk in het stuk zelf.")
        show_source(passage, passage.start, passage.end, at=passage.start + hit.marks[0][0] if hit.marks else None)
        themes = ", ".join(theme_label(score.theme) for score in passage.themes[:3])
        why = "; ".join(hit.reasons)
        said = [f"Thema: {themes}" if themes else "", f"Waarom gevonden: {why}" if why else ""]
        if any(said):
            st.caption(plain("  ·  ".join(note for note in said if note)))
        show_citing(passage, passage.text, (passage.start, passage.end))
        show_related(facts)
        if hit.copies:
            with st.expander(f"Staat bijna zo ook in {counted(len(hit.copies))}"):
                for copy in hit.copies:
                    show_source(copy, copy.start, copy.end)


show()
