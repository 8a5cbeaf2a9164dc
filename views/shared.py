"""What the pages share: the library that the app was started with, the model, and how an error is told."""

import logging
import os
from functools import lru_cache
from pathlib import Path

import streamlit as st

from index.encoder import Encoder, open_encoder
from index.finding.discreet import DiscreetLibrary
from index.follow import Follower
from index.library import Library
from index.settings import library_folder
from index.store.schema import DATABASE
from ingest.errors import SpeerpuntError

_LOG = logging.getLogger("speerpunt")

READ_ONLY = "SPEERPUNT_ALLEEN_LEZEN"

State = tuple[str, int]
"""Which library, and how often it was changed: what was read under one state holds for all of it."""


def open_library() -> Library:
    """The library as it is now, also where another was put in its place since; no text of it names a resident.

    Raises:
        NoLibrary: there is none (any more).
        LibraryTooNew: another version of Speerpunt made it.
    """
    folder = library_folder()
    file = folder / DATABASE
    made = (file.stat().st_ino, file.stat().st_mtime_ns) if file.exists() else (0, 0)
    return _library(str(folder), _identifier(folder, made))


@lru_cache(maxsize=8)
def _identifier(folder: Path, made: tuple[int, int]) -> str:
    """Which library is in the folder, asked again where its file is another or was written to: a page asks 60 times."""
    with Library.open(folder) as now:
        return now.library_id


@st.cache_resource(show_spinner=False, max_entries=4)
def _library(folder: str, identifier: str) -> Library:
    return DiscreetLibrary.open(Path(folder))


def read_only() -> bool:
    """Whether the app was started to read only: then nothing can be added, corrected, marked or removed."""
    return os.environ.get(READ_ONLY) == "1"


def state_of(library: Library) -> State:
    """What a cached reading of the library is kept under."""
    return library.library_id, library.generation


def encoder() -> Encoder:
    """The model that the library was made with, loaded once for all users.

    Raises:
        WrongEncoder: the library was made with another.
        EncoderError: it can't be loaded.
    """
    model = _encoder()
    open_library().check_encoder(model)
    return model


@st.cache_resource(show_spinner="Het taalmodel wordt geladen …")
def _encoder() -> Encoder:
    return open_encoder()


@st.cache_resource(show_spinner=False, max_entries=2)
def follower(state: State, _library: Library) -> Follower:
    """Who follows commitments, for all pages: what it met for one, it knows for the next."""
    return Follower(_library, encoder())


def show_trouble(error: Exception) -> None:
    """Why a page can't be shown."""
    if isinstance(error, SpeerpuntError):
        show_error(error)
    else:
        show_fault(error)


def show_error(error: SpeerpuntError) -> None:
    """What went wrong and what to do, without markup."""
    with st.container(border=True):
        st.error("Dit lukt niet.", icon=":material/error:")
        st.text(error.message)
        if error.remedy:
            st.text(error.remedy)


def show_fault(error: Exception) -> None:
    """A fault of the program itself: the user hears that it is not theirs, the log gets the details."""
    _LOG.error("The page could not be drawn", exc_info=error)
    st.error("Deze bladzijde kan niet worden getoond, door een fout in Speerpunt.", icon=":material/error:")
    st.text(
        "Laad de bladzijde opnieuw. Blijft het misgaan? Dan staat de oorzaak in het venster waarin u de app startte."
    )
