"""How a list leaves the command line: as a table, as JSON lines for programs, or as CSV or Excel for people."""

import datetime
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.export import LINK, Record, csv_lines, names_of, to_jsonl, write_xlsx
from index.finding.notes import nothing_listed
from index.library import Library
from index.records import document_record, fact_record
from index.store.filters import Filters
from index.store.judgements import Judgements
from index.tracing.registers import Registers
from ingest.errors import UsageError
from ingest.fact_types import Commitment
from views.columns import document_names, document_rows, fact_names, fact_row_with_kind
from views.terminal import print_list

FORMS = ("csv", "xlsx", "jsonl")
_SHEETS = {
    "documents": "Stukken",
    "facts": "Feiten",
    "speerpunt": "Speerpunten",
    "commitment": "Toezeggingen",
    "official": "Portefeuillehouders",
    "amount": "Bedragen",
    "indicator": "Indicatoren",
    "goal": "Doelen",
}
"""What the sheet of a workbook is called, by kind of list."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list in the shapes that it can leave in; it is read when it is written, a record at a time.

    Attributes:
        records: the lines of the contract.
        names, rows: the same in Dutch, for a spreadsheet.
        kind: which columns a table has.
        nothing: what is said where the list is empty.
    """

    kind: str
    records: Callable[[], Iterable[dict[str, Any]]]
    names: Sequence[str]
    rows: Callable[[], Iterable[Any]]
    nothing: Callable[[], str]


def form_of(form: str, output: Path | None, forms: Sequence[str] = FORMS) -> str:
    """The form that was asked for; else the one of `forms` that the ending of the file says.

    Raises:
        UsageError: a workbook without a file to hold it, or a file of an unknown kind or of another than was asked.
    """
    if form == "xlsx" and output is None:
        raise UsageError("Een xlsx-bestand kan niet op het scherm.", "Geef een naam: --output lijst.xlsx.")
    if output is None:
        return form
    ending = output.suffix.lower().lstrip(".")
    if form != "table":
        if ending in FORMS and ending != form:
            raise UsageError(f"{output} heet een {ending}-bestand, en --format is {form}.", "Laat --format weg.")
        return form
    if ending not in forms:
        *others, last = (f".{form}" for form in forms)
        raise UsageError(f"{output} heeft een onbekende soort.", f"Kies {', '.join(others)} of {last}.")
    return ending


def documents_listed(library: Library, filters: Filters) -> Listed:
    """The documents under the filters."""
    rows = library.documents(filters)
    return Listed(
        "documents",
        lambda: map(document_record, rows),
        document_names(),
        lambda: document_rows(rows),
        lambda: nothing_listed(filters, library),
    )


def facts_listed(library: Library, kind: str | None, filters: Filters) -> Listed:
    """The facts of a kind, or of all, under the filters."""
    made = today()
    return Listed(
        kind or "facts",
        lambda: map(fact_record, library.each_fact(kind, filters)),
        fact_names(kind),
        lambda: _in_dutch(library, kind, filters, made),
        lambda: nothing_listed(filters, library),
    )


def _in_dutch(library: Library, kind: str | None, filters: Filters, made: datetime.date) -> Iterable[Record]:
    lists = Registers(library) if kind in (None, Commitment.kind) else None
    said = Judgements(library.folder).lookup()
    return (fact_row_with_kind(row, made, lists, said) for row in library.each_fact(kind, filters))


def write(listed: Listed, form: str, output: Path | None = None) -> None:
    """The list to standard output, or to a file."""
    if form == "table":
        print_list(listed.records(), listed.kind, listed.nothing)
    elif form == "jsonl":
        _put((f"{line}\n" for line in to_jsonl(listed.records())), output, "utf-8")
    else:
        write_rows(listed.names, listed.rows(), form, output, _SHEETS[listed.kind])


def write_rows(names: Sequence[str], rows: Iterable[Record], form: str, output: Path | None, sheet: str) -> None:
    """Rows as CSV, or as a workbook with a sheet of that name."""
    if form == "xlsx" and output is not None:
        write_xlsx(names, rows, output, sheet)
    else:
        _put(csv_lines(names, rows), output, "utf-8-sig")


def deliver(
    form: str, output: Path | None, sheet: str, draw: Callable[[], None], records: Callable[[], Sequence[Record]]
) -> None:
    """To the screen, or as a list that has the columns of the one that the app gives, but for its links.

    Args:
        sheet: what the sheet of a workbook is called.
        draw: puts it on the screen.
    """
    shape = form_of(form, output, ("csv", "xlsx"))
    if shape == "table":
        draw()
        return
    rows = records()
    names = [name for name in names_of(rows) if name.partition(" ")[0] != LINK]
    write_rows(names, rows, shape, output, sheet)


def today() -> datetime.date:
    """The day that a list is made."""
    return datetime.datetime.now().astimezone().date()


def _put(parts: Iterable[str], output: Path | None, encoding: str) -> None:
    if output is None:
        sys.stdout.writelines(parts)
        return
    with output.open("w", encoding=encoding, newline="") as stream:
        stream.writelines(parts)
