"""Residents, people who address the council, journalists and civil servants come out of no command as a person."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from index.finding.people import people_of
from index.library import Library
from ingest.files import find_files
from ingest.model import Document
from ingest.pipeline import ingest
from speerpunt import cli
from tests.index.making import new_library, put

PRIVATE = ("Karel de Groot", "Mien Dijkstra", "Truus Bos", "Guus van Rijn", "Jansen", "De Wit", "J. Smit")

TEXT = """Verslag van de raadsvergadering van de gemeente Waterdrecht van 27 januari 2022

Inspreker: Karel de Groot, namens de bewoners van de Dijk.
Karel de Groot zegt toe dat de bewoners in 2023 een handtekeningenlijst sturen.
De heer Jansen, voorzitter van de buurtvereniging, zal in 2022 een brief sturen.
Mevrouw De Wit, oud-wethouder, belooft uiterlijk 1 juni 2022 een cheque van € 500 te brengen.
De wethouder spreekt met bewoner Mien Dijkstra. Ambtenaar J. Smit stuurt in 2022 een notitie.
Wethouder Bas Kraan zegt toe de raad uiterlijk 1 mei 2022 te informeren.

Opgesteld door: Truus Bos
Foto: Guus van Rijn
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("privacy")
    (made / "verslag.txt").write_text(TEXT, encoding="utf-8")
    with new_library(made / "library") as library:
        for document in ingest(find_files([made / "verslag.txt"]).jobs):
            assert isinstance(document, Document)
            put(library, document)
    return made / "library"


def _facts(library: Path, *arguments: str) -> str:
    done = CliRunner().invoke(cli, ["facts", "--library", str(library), *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


def _beside_the_quote(record: dict[str, object]) -> str:
    """What a record says of its own accord: all but the words of the document."""
    return json.dumps({key: value for key, value in record.items() if key not in {"text", "action", "object"}})


def test_no_fact_names_one_outside_the_quote(folder: Path) -> None:
    records = [json.loads(line) for line in _facts(folder, "--format", "jsonl").splitlines()]
    assert {record["name"] for record in records if record["kind"] == "official"} == {"Bas Kraan"}
    assert any(record["kind"] == "commitment" for record in records)
    assert [name for name in PRIVATE for record in records if name in _beside_the_quote(record)] == []


@pytest.mark.parametrize("name", PRIVATE)
def test_no_filter_finds_one(folder: Path, name: str) -> None:
    assert _facts(folder, "--bestuurder", name, "--format", "jsonl") == ""
    done = CliRunner().invoke(cli, ["documents", "--bestuurder", name, "--library", str(folder), "--format", "jsonl"])
    assert done.stdout == ""


def test_exports_of_officials_hold_none(folder: Path, tmp_path: Path) -> None:
    rows = list(
        csv.DictReader(io.StringIO(_facts(folder, "official", "--format", "csv").lstrip("\ufeff")), delimiter=";")
    )
    out = tmp_path / "bestuurders.xlsx"
    _facts(folder, "official", "--format", "xlsx", "--output", str(out))
    cells = [
        str(cell) for sheet in openpyxl.load_workbook(out) for row in sheet.iter_rows(values_only=True) for cell in row
    ]
    assert rows
    assert [name for name in PRIVATE if any(name in cell for cell in [*cells, *map(str, rows)])] == []


def test_lists_of_people_hold_none(folder: Path) -> None:
    with Library.open(folder) as library:
        assert set(library.people().values()) == {"Bas Kraan"}
        assert [person.name for person in people_of(library.facts("official"))] == ["Bas Kraan"]


def test_no_title_names_one(tmp_path: Path) -> None:
    source = tmp_path / "stuk.txt"
    source.write_text("Ingekomen brief van mevrouw Mien Dijkstra\n\nZij vraagt de raad van Waterdrecht om bomen.\n")
    with new_library(tmp_path / "library") as library:
        for document in ingest(find_files([source]).jobs):
            assert isinstance(document, Document)
            put(library, document)
    done = CliRunner().invoke(cli, ["documents", "--library", str(tmp_path / "library"), "--format", "csv"])
    assert "Ingekomen brief van mevrouw [naam]" in done.stdout
    assert "Dijkstra" not in done.stdout
