"""Exports: every value in its own column, and no cell that a spreadsheet would run."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from index.export import LINK, csv_lines, names_of, to_csv, to_jsonl, write_xlsx
from ingest.errors import UsageError

RECORDS: list[dict[str, Any]] = [
    {"bestand": "a.pdf", "wanneer": "in 2023", "uiterlijk": "2023-12-31"},
    {"bestand": '=HYPERLINK("http://x")', "wanneer": None, "bedrag (€)": -27000.0},
]


def test_csv_has_a_column_for_every_value_of_any_record() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(RECORDS))))
    assert list(rows[0]) == ["bestand", "wanneer", "uiterlijk", "bedrag (€)"]
    assert rows[0]["uiterlijk"] == "2023-12-31"
    assert rows[1]["bedrag (€)"] == "-27000"
    assert rows[0]["bedrag (€)"] == ""


def test_csv_makes_formulas_inert_and_leaves_numbers_alone() -> None:
    row = list(csv.DictReader(io.StringIO(to_csv(RECORDS))))[1]
    assert row["bestand"] == '\'=HYPERLINK("http://x")'


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param(120000.0, "120000", id="a whole number"),
        pytest.param(0.86, "0.86", id="no whole number"),
        pytest.param("Wethouder Post\nbeheert  de haven.\r\n", "Wethouder Post beheert  de haven. ", id="lines"),
        pytest.param("\r=1+1", "'\r=1+1", id="a formula behind a line end"),
    ],
)
def test_a_cell_is_one_line(tmp_path: Path, value: object, written: str) -> None:
    assert list(csv.reader(io.StringIO(to_csv([{"cel": value}]), newline="")))[1] == [written]
    if isinstance(value, str) and not written.startswith("'"):
        write_xlsx(["cel"], [{"cel": value}], tmp_path / "cel.xlsx", "Cel")
        sheet = load_workbook(tmp_path / "cel.xlsx").active
        assert sheet is not None
        assert sheet["A2"].value == written


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
    write_xlsx(names_of(records), records, tmp_path / "feiten.xlsx", "Feiten")
    sheet = load_workbook(tmp_path / "feiten.xlsx").active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["bestand", "wanneer", "uiterlijk", "bedrag (€)"]
    assert rows[2] == [RECORDS[1]["bestand"], None, None, -27000]
    assert [row[0] for row in rows[3:]] == ["b.pdf", "#N/A"]
    assert all(cell.data_type not in ("f", "e") for row in sheet.iter_rows() for cell in row)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:D5")


def test_only_an_address_of_the_app_can_be_clicked_in_a_workbook(tmp_path: Path) -> None:
    address = "http://localhost:8501/document?doc=ab&page=2"
    records = [{"citaat": "https://elders.example", LINK: address}, {"citaat": "x", LINK: "=1+1"}, {"citaat": "y"}]
    records[2]["link oud"] = address
    write_xlsx(["citaat", LINK, "link oud"], records, tmp_path / "feiten.xlsx", "Feiten")
    sheet = load_workbook(tmp_path / "feiten.xlsx").active
    assert sheet is not None
    targets = [[cell.hyperlink.target if cell.hyperlink else None for cell in row] for row in sheet.iter_rows()]
    assert targets == [[None] * 3, [None, address, None], [None] * 3, [None, None, address]]
    assert [cell.value for cell in sheet["B"]] == [LINK, address, "=1+1", None]
    assert {cell.data_type for cell in sheet["B"]} <= {"s", "n"}


def test_more_than_a_sheet_holds_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.export.MOST_IN_XLSX", 1)
    with pytest.raises(UsageError, match="niet meer dan 1 rijen"):
        write_xlsx(["bestand"], RECORDS, tmp_path / "feiten.xlsx", "Feiten")
