"""Under a document: what a person says it is, and taking it out."""

import datetime
from pathlib import Path

import streamlit as st

from index.finding.notes import unknown_places
from index.language.place_names import gazetteer
from index.library import Library
from index.settings import library_folder
from index.store.filters import Filters
from index.store.judgements import Judgements
from index.store.rows import DocumentRow
from ingest.errors import SpeerpuntError
from ingest.identify.doc_types import doc_types
from ingest.sidecar import checked
from views.adding import take_in, was_added_here
from views.links import plain
from views.quote import show_heading
from views.shared import open_library, read_only, show_error

LABELS = {
    "title": "Titel",
    "municipality": "Gemeente",
    "doc_type": "Soort stuk",
    "reporting_year": "Jaar",
    "plan_period": "Looptijd",
    "date": "Datum",
}
HINTS = {
    "reporting_year": "zoals 2024",
    "plan_period": "zoals 2023-2026",
    "date": "zoals 12-03-2024",
}
_ASKED = "verbeter-gevraagd"


def show_corrections(row: DocumentRow) -> None:
    """What was corrected, a form to correct more, and a button to remove the document."""
    said = Judgements(library_folder())
    for correction in said.corrections(row.source.sha256):
        note = f" ({correction.note})" if correction.note else ""
        what = f"{LABELS[correction.field]} is {correction.value}{note}"
        st.text(f"Verbeterd door een mens op {correction.made:%d-%m-%Y}: {what}")
    if read_only():
        return
    with st.expander("Klopt hier iets niet?"):
        _show_form(row, said)
        _show_withdrawal(row, said)
        _show_removal(row)


def _show_form(row: DocumentRow, said: Judgements) -> None:
    with st.form("verbeter", clear_on_submit=True):
        field = st.selectbox("Wat klopt niet?", list(LABELS), format_func=LABELS.__getitem__)
        kinds = ", ".join(sorted(kind.label for kind in doc_types().values()))
        hints = "; ".join(f"{LABELS[name].lower()} {hint}" for name, hint in HINTS.items())
        value = st.text_input("Wat moet het zijn?", max_chars=200)
        st.caption(plain(f"Schrijf een {hints}. Soorten: {kinds}."))
        note = st.text_input("Waar staat dat? (mag leeg blijven)", max_chars=200)
        pressed = st.form_submit_button("Verbeter")
    if not pressed:
        return
    try:
        good = checked(field, value)
    except ValueError as error:
        st.warning(f"Dit kan niet worden opgeslagen: {error}.", icon=":material/warning:")
        return
    if field == "municipality" and (doubt := _doubt(good)):
        st.warning(plain(f"{doubt} Er is nog niets opgeslagen. Klopt uw naam toch? Vul hem dan nog een keer in."))
        return
    try:
        said.correct(row.source.sha256, field, good, note.strip(), datetime.datetime.now(datetime.UTC))
        with Library.open(library_folder(), writable=True) as library:
            library.correct(row.source.sha256, {field: good})
    except SpeerpuntError as error:
        show_error(error)
        return
    st.rerun()


def _doubt(name: str) -> str:
    """Which municipality was probably meant; empty where the name is one, or was given once more."""
    if gazetteer().candidates(name) or st.session_state.get(_ASKED) == name:
        return ""
    st.session_state[_ASKED] = name
    return " ".join(unknown_places(Filters(municipalities=(name,)), open_library()))


def _show_withdrawal(row: DocumentRow, said: Judgements) -> None:
    fields = [correction.field for correction in said.corrections(row.source.sha256)]
    if not fields or not Path(row.source.path).exists():
        return
    if st.button("Neem alle verbeteringen van dit stuk terug"):
        try:
            for field in fields:
                said.withdraw(row.source.sha256, field)
            with st.spinner("Het stuk wordt opnieuw gelezen …"):
                take_in([Path(row.source.path)])
        except SpeerpuntError as error:
            show_error(error)
            return
        st.rerun()


def _show_removal(row: DocumentRow) -> None:
    show_heading("Verwijderen", level=3)
    own = was_added_here(row.source.path, library_folder())
    kept = "" if own else " Het bestand zelf blijft staan, en komt terug als de map opnieuw wordt gelezen."
    st.text(f"Haal dit stuk met alles wat eruit gelezen is uit de collectie.{kept}")
    sure = st.checkbox("Ja, ik wil dit stuk verwijderen")
    if not st.button("Verwijder", disabled=not sure):
        return
    try:
        with Library.open(library_folder(), writable=True) as library:
            library.remove(row.source.path)
            library.refresh()
    except SpeerpuntError as error:
        show_error(error)
        return
    if own:
        Path(row.source.path).unlink(missing_ok=True)
    st.rerun()
