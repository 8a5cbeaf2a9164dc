"""The fuzz test itself: it makes the same files again, sees what is wrong, and what it found stays mended."""

import random
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from evaluation.fuzz import faults, fuzz, spoiled_files
from evaluation.mutate import mutated
from ingest.files import find_files
from ingest.guard import Limits
from ingest.model import Document, Page
from ingest.pipeline import read_document

TEXT = "Kadernota 2024 gemeente Waterdrecht\n\nHet college stelt in 2024 een budget van € 45.000 beschikbaar.\n"


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "stuk.txt"
    path.write_text(TEXT, encoding="utf-8")
    return read_document(find_files([path]).jobs[0])


def test_the_seed_makes_the_same_files_again(tmp_path: Path) -> None:
    first = [(path.name, path.read_bytes()) for path in islice(spoiled_files(7, tmp_path), 12)]
    again = [(path.name, path.read_bytes()) for path in islice(spoiled_files(7, tmp_path, first=8), 4)]
    assert first[8:] == again
    assert {Path(name).suffix for name, _ in first} > {".pdf", ".docx"}


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".html", ".md", ".txt"])
@pytest.mark.parametrize("data", [b"", b"x"], ids=["nothing", "a letter"])
def test_even_next_to_nothing_can_be_spoiled(suffix: str, data: bytes) -> None:
    for number in range(100):
        mutated(random.Random(number), data, data, suffix)


def test_sound_documents_have_no_faults(document: Document) -> None:
    assert list(faults(document)) == []


def test_faults_are_seen(document: Document) -> None:
    beyond = Page(1, 0, len(TEXT) + 1)
    assert list(faults(replace(document, pages=(beyond,)))) == ["pages outside the text"]
    assert list(faults(replace(document, pages=(Page(1, 0, 9), Page(2, 5, 20))))) == ["pages overlap"]
    assert list(faults(replace(document, status="partial"))) == ["partial without a reason"]
    title = replace(document.identity, title="\ud800")
    assert list(faults(replace(document, identity=title))) == ["half a character, that no library can hold"]


def test_what_goes_wrong_is_kept_and_the_rest_is_not(tmp_path: Path) -> None:
    path = tmp_path / "stuk.txt"
    path.write_text(TEXT, encoding="utf-8")
    outcomes, findings = fuzz([path], limits=Limits(output=1))
    assert outcomes == {"LimitExceeded": 1}
    assert [finding.file for finding in findings] == [path]
    assert fuzz([path]) == ({"ok": 1}, [])
    assert list(tmp_path.iterdir()) == []
