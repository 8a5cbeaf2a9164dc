"""Records as JSON lines, CSV and XLSX: for other programs, and for people with a spreadsheet.

Text from documents is inert: a cell that a spreadsheet would run as a formula gets an apostrophe before it.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

Record = Mapping[str, Any]

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet read a cell as a formula (OWASP, "CSV injection")."""

NOT_ALLOWED_IN_XLSX = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Control characters that XML, and so a workbook, can't hold."""


def to_jsonl(records: Iterable[Record]) -> Iterable[str]:
    """A JSON object a line, without the line ends."""
    for record in records:
        yield json.dumps(record, ensure_ascii=False)


def to_csv(records: Sequence[Record]) -> str:
    """A table with a head, comma-separated, RFC 4180."""
    names, rows = table(records)
    stream = io.StringIO()
    writer = csv.DictWriter(stream, fieldnames=names, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _inert(value) for name, value in row.items()} for row in rows)
    return stream.getvalue()


def write_xlsx(records: Sequence[Record], path: Path, sheet: str = "Speerpunt") -> None:
    """A workbook with one sheet: a bold head that stays in view, and a filter on each column."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to import, and needed for this alone
    from openpyxl.styles import Font  # noqa: PLC0415

    names, rows = table(records)
    workbook = Workbook()
    page = workbook.active
    assert page is not None  # noqa: S101 - a new workbook has a sheet
    page.title = sheet
    page.append(names)
    for row in rows:
        page.append([_for_cell(row.get(name)) for name in names])
    for cell in (cell for row in page.iter_rows() for cell in row):
        if cell.data_type in ("f", "e"):  # openpyxl takes "=..." for a formula and "#N/A" for an error
            cell.data_type = "s"
    for cell in page[1]:
        cell.font = Font(bold=True)
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    workbook.save(path)


def table(records: Sequence[Record]) -> tuple[list[str], list[dict[str, Any]]]:
    """The names of all columns, in order of first appearance, and the rows, one value a column.

    {"deadline": {"text": ...}} becomes deadline_text, also beside records without one; a list is joined with "; ".
    """
    nested = {name for record in records for name, value in record.items() if isinstance(value, Mapping)}
    rows = [_flat(record, nested) for record in records]
    return list(dict.fromkeys(name for row in rows for name in row)), rows


def _flat(record: Record, nested: set[str]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name, value in record.items():
        if isinstance(value, Mapping):
            row.update({f"{name}_{key}": part for key, part in value.items()})
        elif isinstance(value, list | tuple):
            row[name] = "; ".join(str(part) for part in value)
        elif name not in nested:
            row[name] = value
    return row


def _inert(value: Any) -> Any:
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return "'" + value
    return value


def _for_cell(value: Any) -> Any:
    if isinstance(value, str):
        return NOT_ALLOWED_IN_XLSX.sub("", value)
    return value
