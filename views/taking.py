"""Meenemen: a list or table as a file, each row with its quote, its source, a link and the hash of the document."""

import datetime
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import streamlit as st

from index.export import Record, names_of, to_csv, write_xlsx

_NOT_IN_SHEET = re.compile(r"[\[\]:*?/\\'-]+")
_LONGEST_SHEET = 31
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_take_along(records: Callable[[], Sequence[Record]], file: str, said: str) -> None:
    """A button with the two kinds of file; the records are made when one is asked for.

    Args:
        file: the name of the file, without its ending.
        said: what is in it.
    """
    with st.popover("Meenemen", icon=":material/download:"):
        st.text(said)
        for label, make, name, kind in (
            ("CSV-bestand", lambda: to_csv(records()).encode("utf-8-sig"), f"{file}.csv", "text/csv"),
            ("Excel-bestand", lambda: workbook(records(), file), f"{file}.xlsx", XLSX),
        ):
            st.download_button(label, make, name, kind, on_click="ignore")  # else the page is drawn again meanwhile


def workbook(records: Sequence[Record], name: str) -> bytes:
    """The records as an Excel file, its sheet called after what it holds: "toezeggingen-waterdrecht"."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "speerpunt.xlsx"
        write_xlsx(names_of(records), records, path, _sheet(name))
        return path.read_bytes()


def _sheet(name: str) -> str:
    """A name that Excel takes for a sheet."""
    return (_NOT_IN_SHEET.sub(" ", name)[:_LONGEST_SHEET].strip() or "Speerpunt").capitalize()


def app_address() -> str:
    """Where this app is, without a page: "http://localhost:8501"."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def today() -> datetime.date:
    """The day where the app runs."""
    return datetime.datetime.now().astimezone().date()
