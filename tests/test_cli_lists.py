"""Lists on the command line, as people take them along: in Dutch, asked for in Dutch, and of any length."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from speerpunt import cli

IDS = {"kind", "file", "text", "doc_type", "commitment", "strong", "medium", "planned", "programmabegroting", "ok"}
"""Names and ids of the contract: nobody who opens a spreadsheet should have to know them."""


def speerpunt(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("toezegging", "commitment"),
        ("Toezeggingen", "commitment"),
        ("speerpunten", "speerpunt"),
        ("portefeuillehouder", "official"),
        ("portefeuillehouders", "official"),
        ("commitment", "commitment"),
        ("official", "official"),
    ],
)
def test_kinds_have_dutch_names_too(sample: Path, asked: str, kind: str) -> None:
    lines = speerpunt("facts", asked, "--format", "jsonl", "--library", str(sample)).stdout.splitlines()
    assert {json.loads(line)["kind"] for line in lines} == {kind}


@pytest.mark.parametrize("asked", ["bedrag", "bedragen", "indicator", "indicatoren", "doel", "doelen"])
def test_kinds_that_the_sample_lacks_are_known(sample: Path, asked: str) -> None:
    assert speerpunt("facts", asked, "--format", "jsonl", "--library", str(sample)).exit_code == 0


def test_csv_of_commitments_is_in_dutch(sample: Path, tmp_path: Path) -> None:
    output = tmp_path / "toezeggingen.csv"
    assert speerpunt("facts", "toezeggingen", "--output", str(output), "--library", str(sample)).exit_code == 0
    assert output.read_bytes().startswith(b"\xef\xbb\xbfwie,wanneer,uiterlijk,")
    rows = rows_of(output.read_text(encoding="utf-8-sig"))
    assert list(rows[0]) == [
        "wie", "wanneer", "uiterlijk", "bedrag (€)", "stevigheid", "soort belofte", "onder voorwaarde",
        "stand volgens het stuk", "nummer in de lijst", "stand volgens de lijst",
        "in woorden van de lijst", "datum van die lijst", "bron van die stand", "zekerheid",
        "nagekeken", "nagekeken op", "toelichting bij nakijken", "citaat", "bron",
        "gemeente", "soort stuk", "jaar", "bladzijde", "kopjes", "thema's", "bestand",
        "sha256", "gemaakt op",
    ]  # fmt: skip
    assert {row["stevigheid"] for row in rows} <= {"stevig", "gemiddeld", "zwak"}
    assert {row["onder voorwaarde"] for row in rows} <= {"ja", "nee"}
    assert all(row["soort belofte"] for row in rows)
    assert not IDS & {value for row in rows for value in row.values()}


def test_csv_of_all_kinds_says_of_which_kind_each_is(sample: Path) -> None:
    rows = rows_of(speerpunt("facts", "--format", "csv", "--library", str(sample)).stdout)
    assert {"speerpunt", "toezegging of voornemen", "bestuurder"} <= {row["soort"] for row in rows}
    lines = speerpunt("facts", "--format", "jsonl", "--library", str(sample)).stdout.splitlines()
    assert [row["citaat"] for row in rows] == [json.loads(line)["text"] for line in lines]


def test_csv_of_documents_is_in_dutch(sample: Path) -> None:
    rows = rows_of(speerpunt("documents", "--format", "csv", "--library", str(sample)).stdout)
    assert list(rows[0])[:5] == ["titel", "gemeente", "alle gemeenten", "zekerheid gemeente", "soort stuk"]
    assert {row["gelezen"] for row in rows} == {"gelezen"}
    assert "Kadernota" in {row["soort stuk"] for row in rows}


def test_a_workbook_is_in_dutch(sample: Path, tmp_path: Path) -> None:
    output = tmp_path / "bestuurders.xlsx"
    asked = ("facts", "bestuurders", "--format", "xlsx", "--output", str(output), "--library", str(sample))
    assert speerpunt(*asked).exit_code == 0
    sheet = openpyxl.load_workbook(output).active
    assert sheet is not None
    assert sheet.title == "Portefeuillehouders"
    assert [cell.value for cell in sheet[1]][:4] == ["naam", "ambt", "zekerheid", "nagekeken"]
    assert sheet.max_row > 1


@pytest.mark.parametrize("command", ["facts", "documents", "search"])
@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Waterdregt", "Bedoelt u Waterdrecht?"),
        ("Oosterhage", "Er zijn stukken van: Waterdrecht."),
    ],
    ids=["typing error", "another"],
)
def test_an_unknown_municipality_is_told(sample: Path, command: str, name: str, hint: str) -> None:
    asked = [command, *(["cameratoezicht"] if command == "search" else [])]
    done = speerpunt(*asked, "--gemeente", name, "--format", "jsonl", "--library", str(sample))
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.splitlines()[0] == f"Let op: van gemeente {name} staat niets in de bibliotheek. {hint}"


def test_a_known_municipality_needs_no_hint(sample: Path) -> None:
    done = speerpunt("facts", "--gemeente", "waterdrecht", "--format", "jsonl", "--library", str(sample))
    assert (bool(done.stdout), done.stderr) == (True, "")


def test_a_long_table_is_drawn_in_parts(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("views.terminal.ROWS_AT_ONCE", 1)
    shown = speerpunt("documents", "--library", str(sample)).stdout
    assert shown.count("Bestand ") == 2
    assert shown.splitlines()[-1] == "2 gevonden."


def test_facts_are_told_one_below_the_other(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("views.terminal.ROWS_AT_ONCE", 2)
    shown = [line.rstrip() for line in speerpunt("facts", "toezegging", "--library", str(sample)).stdout.splitlines()]
    lines = speerpunt("facts", "toezegging", "--format", "jsonl", "--library", str(sample)).stdout.splitlines()
    records = [json.loads(line) for line in lines]
    heads = [line for line in shown if line.split(".")[0].isdigit()]
    assert heads == [f"{number}. {record['citation']}" for number, record in enumerate(records, start=1)]
    at = shown.index("   In 2024 evalueren we het cameratoezicht met de raad.")
    assert shown[at + 1] == "   wie: gemeente Waterdrecht; wanneer: In 2024; sterkte: stevig; stand: voorgenomen"
    assert shown[-1] == f"{len(records)} gevonden."


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("indicatoren",), "Niets gevonden in 2 stukken."),
        (("indicatoren", "--gemeente", "Waterdrecht"), "Niets gevonden in 2 stukken (Waterdrecht)."),
        (("--jaar", "1999"), "Geen enkel stuk past bij de filters (1999)."),
    ],
    ids=["everywhere", "under a filter", "filter that nothing passes"],
)
def test_an_empty_list_tells_what_was_searched(sample: Path, asked: tuple[str, ...], said: str) -> None:
    assert speerpunt("facts", *asked, "--library", str(sample)).stdout == f"{said}\n"
