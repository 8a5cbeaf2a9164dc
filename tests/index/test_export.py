"""Exports: every value in its own column, and no cell that a spreadsheet would run."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from index.export import csv_lines, names_of, to_csv, to_jsonl, write_xlsx
from ingest.errors import UsageError

RECORDS: list[dict[str, Any]] = [
    {"bestand": "a.pdf", "wanneer": "in 2023", "uiterlijk": "2023-12-31"},
    {"bestand": '=HYPERLINK("http://x")', "wanneer": None, "bedrag (€)": -27000.0},
]


def test_csv_has_a_column_for_every_value_of_any_record() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(RECORDS))))
    assert list(rows[0]) == ["bestand", "wanneer", "uiterlijk", "bedrag (€)"]
    assert rows[0]["uiterlijk"] == "2023-12-31"
    assert rows[1]["bedrag (€)"] == "-27000.0"
    assert rows[0]["bedrag (€)"] == ""


def test_csv_makes_formulas_inert_and_leaves_numbers_alone() -> None:
    row = list(csv.DictReader(io.StringIO(to_csv(RECORDS))))[1]
    assert row["bestand"] == '\'=HYPERLINK("http://x")'


def test_csv_is_written_as_the_records_come() -> None:
    came = []

    def records() -> Iterator[dict[str, Any]]:
        for number in range(3):
            came.append(number)
            yield {"nummer": number}

    lines = csv_lines(["nummer"], records())
    assert (next(lines), came) == ("nummer\r\n", [0])
    assert (next(lines), came) == ("0\r\n", [0, 1])


def test_csv_without_records_is_a_head() -> None:
    assert list(csv_lines(["a", "b"], [])) == ["a,b\r\n"]


def test_jsonl_keeps_the_records_as_they_are() -> None:
    assert [json.loads(line) for line in to_jsonl(RECORDS)] == RECORDS


def test_xlsx_holds_the_same_rows_without_formulas(tmp_path: Path) -> None:
    records = [*RECORDS, {"bestand": "b\x07.pdf"}, {"bestand": "#N/A"}]
    write_xlsx(names_of(records), records, tmp_path / "feiten.xlsx")
    sheet = load_workbook(tmp_path / "feiten.xlsx").active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["bestand", "wanneer", "uiterlijk", "bedrag (€)"]
    assert rows[2] == [RECORDS[1]["bestand"], None, None, -27000]
    assert [row[0] for row in rows[3:]] == ["b.pdf", "#N/A"]
    assert all(cell.data_type not in ("f", "e") for row in sheet.iter_rows() for cell in row)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:D5")


def test_more_than_a_sheet_holds_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.export.MOST_IN_XLSX", 1)
    with pytest.raises(UsageError, match="niet meer dan 1 rijen"):
        write_xlsx(["bestand"], RECORDS, tmp_path / "feiten.xlsx")
