"""Stukken toevoegen: files from the user's computer into the collection."""

import streamlit as st

from ingest.errors import SpeerpuntError
from ingest.files import SUFFIXES
from views.adding import MOST_FILES, keep, take_in
from views.links import document_address, show_link
from views.quote import show_heading
from views.shared import open_library, read_only, show_error
from views.words import READ_STATUS, counted, doc_type_label

_DONE = "toegevoegd"


def show() -> None:
    """The form; below it what became of the files that were added last."""
    st.title("Stukken toevoegen", anchor=False)
    if read_only():
        st.text("Deze app is gestart om alleen te lezen. Vraag de beheerder om een stuk toe te voegen.")
        return
    st.text(
        f"Kies ten hoogste {MOST_FILES} bestanden van ten hoogste 100 MB: pdf, Word, bewaarde webpagina's of tekst. "
        "Ze blijven op deze computer. Voeg alleen openbare stukken toe."
    )
    with st.form("toevoegen", clear_on_submit=True):
        kinds = sorted(suffix.removeprefix(".") for suffix in SUFFIXES)
        uploads = st.file_uploader("Bestanden", kinds, accept_multiple_files=True)
        pressed = st.form_submit_button("Voeg toe en lees", type="primary")
    if pressed:
        _add(uploads)
    _show_done()


def _add(uploads: list[st.runtime.uploaded_file_manager.UploadedFile]) -> None:
    if not uploads:
        st.warning("Kies eerst een bestand dat Speerpunt kan lezen, van ten hoogste 100 MB.", icon=":material/warning:")
        return
    if len(uploads) > MOST_FILES:
        st.warning(f"Dat zijn {len(uploads)} bestanden. Kies er ten hoogste {MOST_FILES}.", icon=":material/warning:")
        return
    try:
        paths = keep(uploads, open_library().folder)
        bar = st.progress(0.0, _how_far(0, len(paths)))
        take_in(paths, lambda done: bar.progress(done / len(paths), _how_far(done, len(paths))))
        bar.empty()
    except SpeerpuntError as error:
        show_error(error)
        return
    st.session_state[_DONE] = [str(path) for path in paths]


def _how_far(done: int, total: int) -> str:
    return f"{done} van {counted(total)} gelezen. Dat duurt per stuk van enkele seconden tot enkele minuten."


def _show_done() -> None:
    for path in st.session_state.get(_DONE, []):
        row = open_library().document(path)
        if row is None:
            st.text("Dit bestand zat al in de collectie, onder een andere naam.")
            continue
        with st.container(border=True):
            show_heading(row.file)
            st.text(READ_STATUS[row.status].capitalize())
            for problem in row.problems:
                st.text(problem)
            if row.status != "failed":
                known = [row.municipality or "gemeente onbekend", doc_type_label(row.doc_type), str(row.year or "")]
                st.text("  ·  ".join(part for part in known if part))
                show_link(row.title, document_address(row, None))
                st.caption("Klopt de gemeente, de soort of het jaar niet? Verbeter dat bij het stuk zelf.")


show()
