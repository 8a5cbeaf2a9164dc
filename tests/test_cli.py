"""The command line as its users meet it: help in Dutch, one clear line for every mistake, JSON that others rely on."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from speerpunt import cli, speak_dutch

COMMANDS = ["ingest", "documents", "compare", "changes", "follow", "dossier", "search", "facts", "app"]


@pytest.fixture(scope="module", autouse=True)
def _dutch() -> None:
    speak_dutch()


def speerpunt(*arguments: str) -> Result:
    """The command as a user gives it."""
    return CliRunner().invoke(cli, arguments, prog_name="speerpunt")


def test_runs_as_a_program_of_its_own() -> None:
    command = [sys.executable, "-m", "speerpunt", "documents", "--library", "geen-map"]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Fout: In de map geen-map staat geen bibliotheek.")


def test_has_the_commands_of_the_contract_and_no_others_than_these() -> None:
    assert sorted(cli.commands) == sorted(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_dutch_with_an_example(command: str) -> None:
    done = speerpunt(command, "--help")
    assert done.exit_code == 0
    assert done.stdout.startswith("Gebruik: ")
    assert f"\n    speerpunt {command}" in done.stdout
    assert not {"Usage", "Options", "Show this", "default:", "[OPTIONS]"} & set(
        done.stdout.replace("\n", " ").split(" ")
    )


@pytest.mark.parametrize(
    ("arguments", "status", "line"),
    [
        (["zoek"], 2, "Fout: De opdracht zoek bestaat niet."),
        (["search"], 2, "Fout: Geef een VRAAG, of een bestand met --batch."),
        (["search", " "], 2, "Fout: Geef een VRAAG, of een bestand met --batch."),
        (
            ["facts", "toezeging"],
            2,
            "Fout: De soort toezeging bestaat niet. Bedoelt u toezegging? Kies uit: speerpunt,",
        ),
        (["ingest", "bestaat-niet.pdf"], 2, "Fout: bestaat-niet.pdf bestaat niet. Controleer de naam"),
        (["documents", "--library", "geen-map"], 1, "Fout: In de map geen-map staat geen bibliotheek. Maak er een"),
        (["documents", "--jaar", "vorig"], 2, "Fout: Onjuiste waarde voor '--jaar'"),
    ],
    ids=["command", "no question", "empty question", "kind", "path", "library", "year"],
)
def test_a_mistake_gets_one_line_that_says_what_to_do(arguments: list[str], status: int, line: str) -> None:
    done = speerpunt(*arguments)
    assert done.exit_code == status
    assert done.stdout == ""
    assert done.stderr.splitlines()[-1].startswith(line)
    assert "Traceback" not in done.stderr


def test_a_line_that_is_no_query_is_named(sample: Path, tmp_path: Path) -> None:
    batch = tmp_path / "vragen.jsonl"
    batch.write_text('{"id": "a", "query": "jeugd"}\n{"query": 3}\n', encoding="utf-8")
    done = speerpunt("search", "--batch", str(batch), "--format", "jsonl", "--library", str(sample))
    assert done.exit_code == 2
    assert "vragen.jsonl, regel 2: geen vraag." in done.stderr


def test_a_file_of_questions_is_answered_for_people_too(sample: Path, tmp_path: Path) -> None:
    batch = tmp_path / "vragen.jsonl"
    batch.write_text(
        '{"id": "a", "query": "cameratoezicht"}\n{"id": "b", "query": "kwantumcomputers"}\n', encoding="utf-8"
    )
    done = speerpunt("search", "--batch", str(batch), "--k", "1", "--library", str(sample))
    first, second = done.stdout.split("Vraag b: kwantumcomputers\n\n")
    assert first.startswith("Vraag a: cameratoezicht\n\n1. Gemeente Waterdrecht, ")
    assert second == "Niets gevonden in 2 stukken; geen passage over kwantumcomputers.\n"


def test_documents_have_the_fields_of_the_contract(sample: Path) -> None:
    lines = speerpunt("documents", "--format", "jsonl", "--library", str(sample)).stdout.splitlines()
    record = next(json.loads(line) for line in lines if "kadernota" in line)
    assert list(record) == [
        "file",
        "path",
        "sha256",
        "title",
        "characters",
        "pages",
        "municipality",
        "municipalities",
        "municipality_confidence",
        "doc_type",
        "doc_type_confidence",
        "reporting_year",
        "plan_period",
        "date",
        "status",
        "problems",
    ]
    assert record["municipality"] == "Waterdrecht"
    assert record["doc_type"] == "kadernota"
    assert record["reporting_year"] == 2024


@pytest.mark.parametrize(
    ("kind", "own"),
    [
        ("commitment", {"actor", "action", "object", "strength", "status", "deadline", "amount_eur"}),
        ("official", {"name", "role", "portfolio", "portfolio_holder"}),
        ("speerpunt", {"label", "level", "parent", "period"}),
    ],
)
def test_facts_have_the_fields_of_the_contract(sample: Path, kind: str, own: set[str]) -> None:
    common = {"kind", "file", "page", "start", "end", "text", "heading_path", "citation", "municipality"}
    common |= {"doc_type", "year", "themes", "confidence"}
    lines = speerpunt("facts", kind, "--format", "jsonl", "--library", str(sample)).stdout.splitlines()
    records = [json.loads(line) for line in lines]
    assert records
    assert all(record["kind"] == kind for record in records)
    assert common | own <= set(records[0])


def test_facts_quote_what_stands_in_the_file(sample: Path, sample_texts: Path) -> None:
    lines = speerpunt("facts", "--format", "jsonl", "--library", str(sample)).stdout.splitlines()
    for record in map(json.loads, lines):
        text = (sample_texts / record["file"]).read_bytes().decode("utf-8")
        assert text[record["start"] : record["end"]] == record["text"]


def test_what_comes_nearest_is_shown_only_when_asked_for(sample: Path) -> None:
    asked = "Hoeveel procent van de ondernemers op De Kade is gecontroleerd?"
    question = ("search", asked, "--format", "jsonl", "--library", str(sample))
    assert speerpunt(*question).stdout == ""
    near = [json.loads(line) for line in speerpunt(*question, "--naaste").stdout.splitlines()]
    assert near
    assert all(line["nearest"] for line in near)
    table = speerpunt("search", asked, "--naaste", "--library", str(sample)).stdout
    assert "Geen percentage gevonden over ondernemers" in table
    assert "Geen antwoord, maar dit komt er het dichtst bij:" in table


def test_a_mistyped_municipality_gets_a_suggestion(sample: Path) -> None:
    done = speerpunt("search", "haven", "--gemeente", "Waterdregt", "--library", str(sample))
    assert "Bedoelt u Waterdrecht in plaats van Waterdregt?" in done.stdout


def test_search_answers_with_a_quote_and_a_citation(sample: Path) -> None:
    done = speerpunt("search", "wat is toegezegd over cameratoezicht?", "--format", "jsonl", "--library", str(sample))
    first = json.loads(done.stdout.splitlines()[0])
    assert first["rank"] == 1
    assert "cameratoezicht" in first["text"]
    assert first["citation"].startswith("Gemeente Waterdrecht, ")


def test_who_is_in_charge_is_told_before_the_hits(sample: Path) -> None:
    asked = ("search", "Wie is burgemeester van Waterdrecht?", "--library", str(sample))
    told = speerpunt(*asked).stdout.splitlines()[0]
    assert told.endswith(", Waterdrecht")
    assert ", burgemeester, " in told
    assert all("rank" in json.loads(line) for line in speerpunt(*asked, "--format", "jsonl").stdout.splitlines())


def test_a_filter_that_matches_nothing_gives_nothing(sample: Path) -> None:
    done = speerpunt(
        "search", "cameratoezicht", "--gemeente", "Oosterhage", "--format", "jsonl", "--library", str(sample)
    )
    assert done.exit_code == 0
    assert done.stdout == ""


def test_a_theme_that_does_not_exist_is_told_with_what_comes_near(sample: Path) -> None:
    done = speerpunt("facts", "--thema", "ondermijnig", "--format", "jsonl", "--library", str(sample))
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.startswith("Let op: het thema ondermijnig bestaat niet. Bedoelt u ondermijning?")


def test_a_folder_that_does_not_exist_is_named(sample: Path) -> None:
    done = speerpunt("facts", "--output", "/bestaat-niet/feiten.csv", "--library", str(sample))
    assert done.exit_code == 1
    assert "Fout: De map van /bestaat-niet/feiten.csv bestaat niet." in done.stderr
