"""Meenemen: a list or table as a file, each row with its quote, its source, a link and the hash of the document."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlencode, urlsplit

import streamlit as st

from index.export import Record, to_csv, write_xlsx
from index.records import citation_of
from index.rows import FactRow, PassageRow
from ingest.fact_types import Amount, Commitment, Fact, Goal, Indicator, Official, Speerpunt
from views.words import STATUS, STRENGTH, by_when, doc_type_label, office, theme_label

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_take_along(records: Callable[[], Sequence[Record]], file: str, said: str) -> None:
    """A button with the two kinds of file; the records are made when one is asked for.

    Args:
        file: the name of the file, without its ending.
        said: what is in it.
    """
    with st.popover("Meenemen", icon=":material/download:"):
        st.text(said)
        st.download_button("CSV-bestand", lambda: to_csv(records()).encode("utf-8-sig"), f"{file}.csv", "text/csv")
        st.download_button("Excel-bestand", lambda: workbook(records()), f"{file}.xlsx", XLSX)


def workbook(records: Sequence[Record]) -> bytes:
    """The records as an Excel file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "speerpunt.xlsx"
        write_xlsx(records, path)
        return path.read_bytes()


def app_address() -> str:
    """Where this app is, without a page: "http://localhost:8501"."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def today() -> datetime.date:
    """The day where the app runs."""
    return datetime.datetime.now().astimezone().date()


def fact_rows(rows: Sequence[FactRow], base: str, made: datetime.date) -> list[Record]:
    """Facts with Dutch column heads: what they say, then where that stands.

    Args:
        base: where the app is, for the links.
        made: the day that the list was made.
    """
    return [
        _own(row.fact) | source_columns(row, row.fact.text, (row.fact.start, row.fact.end), base, made) for row in rows
    ]


def source_columns(
    row: FactRow | PassageRow, quote: str, span: tuple[int, int], base: str, made: datetime.date
) -> dict[str, Any]:
    """Where a quote stands, in every list that is taken along."""
    document = row.document
    return {
        "citaat": quote,
        "bron": citation_of(row),
        "gemeente": document.municipality,
        "soort stuk": doc_type_label(document.doc_type),
        "jaar": document.year,
        "bladzijde": row.page,
        "kopjes": " > ".join(row.heading_path),
        "thema's": "; ".join(theme_label(score.theme) for score in row.themes),
        "bestand": document.file,
        "sha256": document.source.sha256,
        "link": address_of(row, span, base),
        "gemaakt op": made.isoformat(),
    }


def address_of(row: FactRow | PassageRow, span: tuple[int, int], base: str) -> str:
    """The permanent link of a span of a document."""
    place = {"doc": row.document.source.sha256, "page": row.page, "van": span[0], "tot": span[1]}
    return f"{base}/document?" + urlencode({name: value for name, value in place.items() if value is not None})


def _own(fact: Fact) -> dict[str, Any]:
    """What a kind of fact says, and how sure the program is."""
    own: dict[str, Any] = {}
    match fact:
        case Speerpunt():
            own = {"speerpunt": fact.label, "niveau": fact.level, "hoort bij": fact.parent}
        case Goal():
            own = {
                "niveau": fact.level,
                "code": fact.code,
                "doel": fact.label,
                "hoort bij code": fact.parent_code,
                "hoort bij": fact.parent,
            }
        case Commitment():
            own = {
                "wie": fact.actor,
                "wanneer": by_when(fact),
                "uiterlijk": fact.deadline.period.end if fact.deadline else None,
                "bedrag (€)": fact.amount_eur,
                "stevigheid": STRENGTH[fact.strength],
                "stand volgens het stuk": STATUS[fact.status],
                "stand volgens de lijst": fact.register_status,
            }
        case Official():
            own = {"naam": fact.name, "ambt": office(fact)}
        case Amount():
            own = {"bedrag (€)": fact.value_eur, "rij": fact.row, "kolom": fact.column, "boekjaar": fact.year}
        case Indicator():
            own = {"indicator": fact.name, "waarde": fact.value, "streefwaarde": fact.target, "eenheid": fact.unit}
    return own | {"zekerheid": round(fact.confidence, 2)}
