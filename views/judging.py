"""Toetsen: a person marks a fact right or wrong; what is checked looks different from what is only read."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import get_args

import streamlit as st

from index.settings import library_folder
from index.store.judgements import Judgements, Mark, Verdict
from index.store.rows import FactRow
from ingest.errors import SpeerpuntError
from views.shared import read_only, show_error
from views.words import SURE, VERDICT, capitalised

SIGN: dict[Verdict, str] = {"right": "✓", "wrong": "✗"}
_NOTHING = "Geen oordeel"
_CHECKED = (
    "display: inline-block; margin: 0; padding: 0.1rem 0.6rem; border: 2px solid #154273; border-radius: 0.5rem; "
    "font-size: 0.875rem; font-weight: 600; overflow-wrap: anywhere;"
)


def marks_on(rows: Sequence[FactRow]) -> Mapping[int, Mark]:
    """What people said of these facts, by the id of the row."""
    return Judgements(library_folder()).marks_of(rows)


def marked() -> Callable[[FactRow], Mark | None]:
    """What tells the mark of any fact, for a list that is taken along."""
    return Judgements(library_folder()).lookup()


def show_judgement(row: FactRow, mark: Mark | None) -> None:
    """How sure the program is, or what a person said, and the place to say it."""
    with st.container(horizontal=True, vertical_alignment="center"):
        show_checked(mark) if mark else st.caption(as_read(row))
        if not read_only():
            _show_form(row, mark)


def as_read(row: FactRow) -> str:
    """That nobody looked at it, and how sure the program is where that is less than usual."""
    unsure = "" if row.fact.confidence >= SURE else f", minder zeker ({row.fact.confidence:.0%})"
    return f"Door het programma gelezen{unsure}"


def judged(mark: Mark) -> str:
    """That a person looked at it, in words."""
    note = f": {mark.note}" if mark.note else ""
    return f"{SIGN[mark.verdict]} Nagekeken door een mens op {mark.made:%d-%m-%Y}: {VERDICT[mark.verdict]}{note}"


def checked_html(mark: Mark) -> str:
    """The same within a frame, which what is only read doesn't have; whatever the note holds, it is shown as it is."""
    return f'<p style="{_CHECKED}">{escape(judged(mark))}</p>'


def show_checked(mark: Mark) -> None:
    """That a person looked at a fact."""
    st.html(checked_html(mark))


def _show_form(row: FactRow, mark: Mark | None) -> None:
    with st.popover("Nakijken", key=f"nakijken-{row.id}"), st.form(f"oordeel-{row.id}", border=False):
        options = [*get_args(Verdict), None]
        chosen = st.radio(
            "Klopt wat het programma hier las?",
            options,
            options.index(mark.verdict if mark else None),
            format_func=lambda verdict: capitalised(VERDICT[verdict]) if verdict else _NOTHING,
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
