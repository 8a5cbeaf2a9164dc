"""What the first question would have to wait for, loaded while the user is still looking at the first page."""

import logging
from contextlib import suppress
from threading import Thread

from ingest.errors import SpeerpuntError
from views.shared import encoder, open_library

_NO_PAGE = "streamlit.runtime.scriptrunner_utils.script_run_context"
"""Who warns, in English and on the user's terminal, that this is done for no page."""


def warm_up() -> None:
    """Load the model in the background, of a first dossier or follow-up three of the five seconds, and search: then
    the vectors are read from disk, of a million passages some .5 GB, which takes seconds."""
    logging.getLogger(_NO_PAGE).setLevel(logging.ERROR)
    Thread(target=_load, daemon=True).start()


def _load() -> None:
    from index.search import search  # noqa: PLC0415 - the app needn't wait for it

    with suppress(SpeerpuntError):  # the page that needs it says what is wrong
        encoder().encode_passages(["opwarmen"])
        search(open_library(), encoder(), "opwarmen")
