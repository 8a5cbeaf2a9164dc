"""Toetsen: a person marks a fact right or wrong; what is checked looks different from what is only read."""

import datetime
from typing import get_args

import streamlit as st

from index.settings import library_folder
from index.store.judgements import Judgements, Mark, Verdict
from index.store.rows import FactRow
from ingest.errors import SpeerpuntError
from views.shared import read_only, show_error
from views.words import SURE

WORDS: dict[Verdict, str] = {"right": "Klopt", "wrong": "Klopt niet"}
_NOTHING = "Geen oordeel"


def show_judgement(row: FactRow) -> None:
    """How sure the program is, or what a person said, and the place to say it."""
    mark = Judgements(library_folder()).marks_of([row]).get(row.id)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(judged(row, mark))
        if not read_only():
            _show_form(row, mark)


def judged(row: FactRow, mark: Mark | None) -> str:
    """Whether a person looked at it, in words."""
    if mark is None:
        unsure = "" if row.fact.confidence >= SURE else f", minder zeker ({row.fact.confidence:.0%})"
        return f"Door het programma gelezen{unsure}"
    note = f": {mark.note}" if mark.note else ""
    return f"Nagekeken door een mens op {mark.made:%d-%m-%Y}: {WORDS[mark.verdict].lower()}{note}"


def _show_form(row: FactRow, mark: Mark | None) -> None:
    with st.popover("Nakijken", key=f"nakijken-{row.id}"), st.form(f"oordeel-{row.id}", border=False):
        options = [*get_args(Verdict), None]
        chosen = st.radio(
            "Klopt wat het programma hier las?",
            options,
            options.index(mark.verdict if mark else None),
            format_func=lambda verdict: WORDS[verdict] if verdict else _NOTHING,
        )
        note = st.text_input("Toelichting (mag leeg blijven)", mark.note if mark else "", max_chars=300)
        pressed = st.form_submit_button("Bewaar")
    if not pressed:
        return
    said = Judgements(library_folder())
    try:
        if chosen is None:
            said.unmark(row)
        else:
            said.mark(row, chosen, note.strip(), datetime.datetime.now(datetime.UTC))
    except SpeerpuntError as error:
        show_error(error)
        return
    st.rerun()
