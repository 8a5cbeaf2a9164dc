"""Records as JSON lines, CSV and XLSX: for other programs, and for people with a spreadsheet.

Text from documents is inert: a cell that a spreadsheet would run as a formula gets an apostrophe before it. Records
are written as they come, so that a list of any length needs little memory.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ingest.errors import UsageError
from ingest.privacy import tidy

Record = Mapping[str, Any]

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet read a cell as a formula (OWASP, "CSV injection")."""

NOT_ALLOWED_IN_XLSX = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Control characters that XML, and so a workbook, can't hold."""

_LINE_END = re.compile(r"(?<=[^\r\n])[\r\n]+[ \t]*")

LINK = "link"
"""The column of addresses that the app itself makes, or the first word of more of them ("link oud"): the only cells of
a workbook that can be clicked."""

MOST_IN_XLSX = 1_048_575
"""Rows that a sheet holds below its head."""


def to_jsonl(records: Iterable[Record]) -> Iterator[str]:
    """A JSON object a line, without the line ends."""
    for record in records:
        yield json.dumps(record, ensure_ascii=False)


def to_csv(records: Sequence[Record]) -> str:
    """A table with a head of all names that occur, in order of first appearance."""
    return "".join(csv_lines(names_of(records), records))


def names_of(records: Iterable[Record]) -> list[str]:
    """All names that occur, in order of first appearance."""
    return list(dict.fromkeys(name for record in records for name in record))


def csv_lines(names: Sequence[str], records: Iterable[Record]) -> Iterator[str]:
    """The head and a line a record, comma-separated, RFC 4180; what has another name is left out."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(names)
    for record in records:
        yield stream.getvalue()
        stream.seek(0)
        stream.truncate()
        writer.writerow([_inert(record.get(name)) for name in names])
    yield stream.getvalue()


def write_xlsx(names: Sequence[str], records: Iterable[Record], path: Path, sheet: str) -> None:
    """A workbook with one sheet of that name: a bold head that stays in view, and a filter on each column.

    What stands below `LINK` and begins as a web address can be clicked; text from documents can't.

    Raises:
        UsageError: there are more records than a sheet has rows.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - slow to import, and needed for this alone
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    workbook = Workbook(write_only=True)
    page = workbook.create_sheet(sheet)
    page.freeze_panes = "A2"

    def cell(value: Any, *, bold: bool = False) -> Any:
        made = WriteOnlyCell(page, _for_cell(value))
        if made.data_type in ("f", "e"):  # openpyxl takes "=..." for a formula and "#N/A" for an error
            made.data_type = "s"
        if bold:
            made.font = Font(bold=True)
        return made

    def cell_of(name: str, value: Any) -> Any:
        made = cell(value)
        if name.partition(" ")[0] == LINK and str(value).startswith(("http://", "https://")):
            made.hyperlink = str(value)
            made.style = "Hyperlink"
        return made

    page.append([cell(name, bold=True) for name in names])
    number = 0
    try:
        for number, record in enumerate(records, 1):
            if number > MOST_IN_XLSX:
                raise UsageError(
                    f"Een Excel-bestand kan niet meer dan {MOST_IN_XLSX} rijen hebben.", "Kies csv of jsonl."
                )
            page.append([cell_of(name, record.get(name)) for name in names])
    except BaseException:
        page.close()  # else the half-written sheet complains when it is thrown away
        raise
    page.auto_filter.ref = f"A1:{get_column_letter(max(1, len(names)))}{number + 1}"
    workbook.save(path)


def _inert(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if not isinstance(value, str):
        return value
    text = _on_one_line(value)
    return "'" + text if text.startswith(FORMULA_STARTS) else text


def _for_cell(value: Any) -> Any:
    return NOT_ALLOWED_IN_XLSX.sub("", _on_one_line(value)) if isinstance(value, str) else value


def _on_one_line(text: str) -> str:
    """Without the line ends of the document, which a cell would show as lines and other programs read as rows."""
    return _LINE_END.sub(" ", tidy(text))
