"""Exports: every value in its own column, and no cell that a spreadsheet would run."""

import csv
import io
import json
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from index.export import table, to_csv, to_jsonl, write_xlsx

RECORDS: list[dict[str, Any]] = [
    {"file": "a.pdf", "themes": ["haven", "politie"], "deadline": {"text": "in 2023", "iso_end": "2023-12-31"}},
    {"file": '=HYPERLINK("http://x")', "themes": [], "deadline": None, "amount_eur": -27000.0},
]


def test_flattens_nested_values_into_columns() -> None:
    names, rows = table(RECORDS)
    assert names == ["file", "themes", "deadline_text", "deadline_iso_end", "amount_eur"]
    assert rows[0] == {
        "file": "a.pdf",
        "themes": "haven; politie",
        "deadline_text": "in 2023",
        "deadline_iso_end": "2023-12-31",
    }


def test_csv_has_a_column_for_every_value_of_any_record() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(RECORDS))))
    assert rows[0]["deadline_iso_end"] == "2023-12-31"
    assert rows[1]["amount_eur"] == "-27000.0"
    assert rows[0]["amount_eur"] == ""


def test_csv_makes_formulas_inert_and_leaves_numbers_alone() -> None:
    row = list(csv.DictReader(io.StringIO(to_csv(RECORDS))))[1]
    assert row["file"] == '\'=HYPERLINK("http://x")'


def test_jsonl_keeps_the_records_as_they_are() -> None:
    assert [json.loads(line) for line in to_jsonl(RECORDS)] == RECORDS


def test_xlsx_holds_the_same_rows_without_formulas(tmp_path: Path) -> None:
    write_xlsx([*RECORDS, {"file": "b\x07.pdf"}], tmp_path / "feiten.xlsx")
    sheet = load_workbook(tmp_path / "feiten.xlsx").active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["file", "themes", "deadline_text", "deadline_iso_end", "amount_eur"]
    assert rows[2] == [RECORDS[1]["file"], None, None, None, -27000]
    assert rows[3][0] == "b.pdf"
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
