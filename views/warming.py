"""What the first question would have to wait for, loaded while the user is still looking at the first page."""

import gc
import logging
import time
from contextlib import suppress
from threading import Thread

from ingest.dutch import is_dutch
from ingest.errors import SpeerpuntError
from views.shared import encoder, open_library, read_only

_NO_PAGE = "streamlit.runtime.scriptrunner_utils.script_run_context"
"""Who warns, in English and on the user's terminal, that this is done for no page."""

_BREATH = 0.01
"""Seconds between two documents, in which a page that somebody opens can be drawn."""


def warm_up() -> None:
    """Do all of `load` in the background."""
    logging.getLogger(_NO_PAGE).setLevel(logging.ERROR)
    Thread(target=load, daemon=True).start()


def load() -> None:
    """Keep the themes of facts, then load the model, of a first dossier or follow-up three of the five seconds, the
    dictionary, one more, and search: then the vectors are read from disk, of a million passages some .5 GB, which takes
    seconds. Then read every text once for residents: some 6 ms a document, and a first question may find passages of
    200. What was loaded stays, so the garbage collector needn't pass through it at every question: 3 % of the CPU time
    of one."""
    from index.search import search  # noqa: PLC0415 - the app needn't wait for it

    _keep_themes()
    with suppress(SpeerpuntError, KeyError):  # the page that needs it says what is wrong; a document may go meanwhile
        encoder().encode_passages(["opwarmen"])
        is_dutch("opwarmen")
        library = open_library()
        search(library, encoder(), "opwarmen")
        for row in library.documents():
            library.text(row.id)  # without residents, who are remembered
            time.sleep(_BREATH)
    gc.freeze()


def _keep_themes() -> None:
    """Where an upgrade brought other rules, all facts are read again: once, and not at the first list of every start,
    as long as nothing is ingested."""
    if not read_only():
        with suppress(SpeerpuntError):
            open_library().keep_themes()
