"""The scorer of what is concluded of documents."""

import json
from pathlib import Path

import pytest

from evaluation.score_identity import main

HEAD = "file,municipality,doc_type,reporting_year,plan_period,date\n"
ROW = "a.pdf,Waterdrecht,ivp,,2023-01-01/2026-12-31,\n"
RECORD: dict[str, object] = {
    "file": "a.pdf",
    "municipality": "Waterdrecht",
    "doc_type": "ivp",
    "reporting_year": None,
    "plan_period": ["2023-01-01", "2026-12-31"],
    "date": None,
}


def run(tmp_path: Path, record: dict[str, object], labels: str = HEAD + ROW) -> int:
    documents, csv_file = tmp_path / "documents.jsonl", tmp_path / "labels.csv"
    documents.write_text(json.dumps(record) + "\n", encoding="utf-8")
    csv_file.write_text(labels, encoding="utf-8")
    return main([str(documents), "--labels", str(csv_file)])


def test_all_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, RECORD) == 0
    assert capsys.readouterr().out.count("1 of   1  100.0%") == 5


def test_a_value_where_the_document_says_nothing_is_a_miss(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, RECORD | {"reporting_year": 2023}) == 0
    assert "a.pdf: reporting_year is 2023, should be empty" in capsys.readouterr().out


def test_a_labelled_document_that_is_absent_fails(tmp_path: Path) -> None:
    assert run(tmp_path, RECORD, HEAD + ROW + ROW.replace("a.pdf", "b.pdf")) == 1


def test_the_register_of_letters_and_the_names_of_lists_are_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter: dict[str, object] = RECORD | {"file": "brief.txt", "doc_type": "rib", "date": "2026-06-22"}
    listed: dict[str, object] = RECORD | {
        "file": "besluitenlijst_9_mei_2023.pdf",
        "doc_type": "rib",
        "date": "2023-05-09",
    }
    documents, register = tmp_path / "documents.jsonl", tmp_path / "register.csv"
    documents.write_text("\n".join(map(json.dumps, (RECORD, letter, listed))), encoding="utf-8")
    register.write_text("file,date,type\nbrief.txt,2026-06-22,Kennisgeving\n", encoding="utf-8")
    labels = tmp_path / "labels.csv"
    labels.write_text(HEAD + ROW, encoding="utf-8")

    assert main([str(documents), "--labels", str(labels), "--registered", str(register)]) == 0

    shown = capsys.readouterr().out
    assert "doc_type, registered       1 of   2" in shown
    assert "date, registered           2 of   2" in shown
    assert "besluitenlijst_9_mei_2023.pdf: doc_type is rib, registered as besluitenlijst" in shown
