"""What the first question would have to wait for, loaded while the user is still looking at the first page."""

import logging
from contextlib import suppress
from threading import Thread

from ingest.errors import SpeerpuntError
from views.shared import encoder

_NO_PAGE = "streamlit.runtime.scriptrunner_utils.script_run_context"
"""Who warns, in English and on the user's terminal, that this is done for no page."""


def warm_up() -> None:
    """Load the model in the background: of a first dossier or follow-up that is three of the five seconds."""
    logging.getLogger(_NO_PAGE).setLevel(logging.ERROR)
    Thread(target=_load, daemon=True).start()


def _load() -> None:
    with suppress(SpeerpuntError):  # the page that needs it says what is wrong
        encoder().encode_passages(["opwarmen"])
        encoder().encode_query("opwarmen")
