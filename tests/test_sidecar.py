"""What a person writes beside a file wins over what is concluded; a fault in it costs no more than itself."""

import datetime
import json
from pathlib import Path

import pytest

from ingest.files import find_files
from ingest.model import Document
from ingest.pipeline import read_document
from ingest.sidecar import NOTHING, Sidecar, read_sidecar

TEXT = "Kadernota 2024 gemeente Waterdrecht\n\nHet college van Waterdrecht stelt de kadernota vast op 12 maart 2024.\n"
NAMES = "url, titel, gemeente, soort, jaar, looptijd, datum"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "stuk.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def read_beside(file: Path, content: object) -> Sidecar:
    file.with_name("stuk.txt.json").write_text(json.dumps(content), encoding="utf-8")
    return read_sidecar(file)


def document_of(file: Path, url: str | None = None) -> Document:
    return read_document(find_files([file], url=url).jobs[0])


DUTCH = {
    "url": "https://oosterhage.example/stuk",
    "titel": "Mijn titel",
    "gemeente": "Oosterhage",
    "soort": "Kadernota",
    "jaar": 2031,
    "looptijd": "2031-2034",
    "datum": "3-2-2030",
}


def test_reads_all_that_a_person_can_say(file: Path) -> None:
    assert read_beside(file, DUTCH) == Sidecar(
        "https://oosterhage.example/stuk",
        (
            ("title", "Mijn titel"),
            ("municipality", "Oosterhage"),
            ("doc_type", "kadernota"),
            ("reporting_year", "2031"),
            ("plan_period", "2031-2034"),
            ("date", "2030-02-03"),
        ),
    )


def test_what_a_person_says_wins(file: Path) -> None:
    read_beside(file, DUTCH)
    document = document_of(file)
    identity = document.identity
    assert (document.status, document.source.url, identity.title) == ("ok", DUTCH["url"], "Mijn titel")
    values = (identity.municipality, identity.doc_type, identity.reporting_year, identity.date)
    assert [inferred.value for inferred in values] == ["Oosterhage", "kadernota", 2031, datetime.date(2030, 2, 3)]
    assert {inferred.evidence[0].source for inferred in (*values, identity.plan_period)} == {"user"}


@pytest.mark.parametrize("name", ["stuk.txt.json", "stuk.json"])
def test_stands_beside_the_file(file: Path, name: str) -> None:
    file.with_name(name).write_text('{"URL": "https://waterdrecht.example/stuk"}', encoding="utf-8-sig")
    assert document_of(file).source.url == "https://waterdrecht.example/stuk"
    assert document_of(file, "https://elders.example").source.url == "https://elders.example"


def test_nothing_beside_it_is_nothing_said(file: Path) -> None:
    assert read_sidecar(file) is NOTHING


UNUSABLE = "In stuk.txt.json is '{}' niet bruikbaar: {}."
UNREADABLE = (
    "Het bestand stuk.txt.json ernaast is niet te lezen als JSON. Het stuk is gelezen zonder wat daarin staat: kijk de "
    "haakjes, komma's en aanhalingstekens na, en lees het stuk opnieuw in."
)
UNKNOWN = f"In stuk.txt.json staat niets bruikbaars. Gebruik een of meer van deze namen: {NAMES}."


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"{", UNREADABLE),
        (b"\xff\xfe\x00", UNREADABLE),
        (b"[" * 90_000, UNREADABLE),
        (b'{"gemeente": "%s"}' % (b"x" * 100_000), UNREADABLE),
        (b"[1, 2]", UNKNOWN),
        (b'{"gemente": "Oosterhage"}', UNKNOWN),
        (b'{"jaar": "ooit"}', UNUSABLE.format("jaar", "schrijf het als 2024")),
        (b'{"datum": "31-02-2024"}', UNUSABLE.format("datum", "schrijf het als 2024-03-12 of 12-03-2024")),
        (b'{"looptijd": "2026-2023"}', UNUSABLE.format("looptijd", "schrijf het als 2023-2026")),
        (b'{"url": "javascript:1"}', UNUSABLE.format("url", "schrijf het hele webadres, met https:// ervoor")),
        (b'{"gemeente": ["Oosterhage"]}', UNUSABLE.format("gemeente", "zet er tekst achter, tussen aanhalingstekens")),
    ],
    ids=["cut off", "no text", "nested", "large", "a list", "other names", "year", "date", "period", "address", "list"],
)
def test_a_fault_is_one_message_and_the_file_is_read(file: Path, content: bytes, problem: str) -> None:
    file.with_name("stuk.txt.json").write_bytes(content)
    document = document_of(file)
    assert (document.status, document.problems) == ("partial", (problem,))
    assert document.text == TEXT


def test_the_rest_of_a_faulty_sidecar_counts(file: Path) -> None:
    said = read_beside(file, {"soort": "roman", "gemeente": "Oosterhage", "jaar": None, "formaat": "A4"})
    assert said.given == (("municipality", "Oosterhage"),)
    assert len(said.problems) == 1
    assert said.problems[0].startswith(
        "In stuk.txt.json is 'soort' niet bruikbaar: die soort bestaat niet; kies uit kadernota, "
    )
