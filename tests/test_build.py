"""From files to a library: only what is new is read, one bad file stops nothing, a kill loses nothing."""

import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.build import Report, build
from index.library import Library
from index.store.filters import Filters
from index.store.schema import connect
from ingest.errors import LibraryError, SpeerpuntError, UsageError
from tests.fakes import WordEncoder

TEXT = """Kadernota {year} gemeente Waterdrecht

Veiligheid
In {year} stelt de gemeente Waterdrecht € 10.000 beschikbaar voor straatcoaches in wijk {year}. De evaluatie volgt \
uiterlijk in december {year}.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "stukken"
    made.mkdir()
    for year in (2023, 2024):
        (made / f"kadernota-{year}.txt").write_text(TEXT.format(year=year), encoding="utf-8")
    return made


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library"


def take_in(folder: Path, library: Path) -> Report:
    """With one reading process: these files are small."""
    return build([folder], library, processes=1)


def summary(report: Report) -> list[tuple[str, str, str]]:
    return [(Path(outcome.source.path).name, outcome.status, outcome.change) for outcome in report.outcomes]


def files_in(library: Path) -> list[str]:
    with Library.open(library) as opened:
        return [row.file for row in opened.documents()]


def test_reads_new_files_and_leaves_known_ones_alone(folder: Path, library: Path) -> None:
    first = take_in(folder, library)
    assert summary(first) == [("kadernota-2023.txt", "ok", "added"), ("kadernota-2024.txt", "ok", "added")]
    second = take_in(folder, library)
    assert summary(second) == [("kadernota-2023.txt", "ok", "unchanged"), ("kadernota-2024.txt", "ok", "unchanged")]


def test_a_changed_file_replaces_its_old_version(folder: Path, library: Path) -> None:
    take_in(folder, library)
    changed = folder / "kadernota-2024.txt"
    changed.write_text(TEXT.format(year=2025), encoding="utf-8")
    assert summary(take_in(folder, library))[1] == ("kadernota-2024.txt", "ok", "replaced")
    with Library.open(library) as opened:
        assert [row.year for row in opened.documents()] == [2023, 2025]
        assert opened.facts("commitment", Filters(years=(2024,))) == []


def test_a_copy_is_not_taken_in_twice(folder: Path, library: Path) -> None:
    shutil.copy(folder / "kadernota-2023.txt", folder / "kopie.txt")
    report = take_in(folder, library)
    copy = report.outcomes[2]
    assert (copy.source.file, copy.change) == ("kopie.txt", "unchanged")
    assert copy.problems == (f"Zelfde inhoud als {folder / 'kadernota-2023.txt'}.",)
    assert files_in(library) == ["kadernota-2023.txt", "kadernota-2024.txt"]


def test_a_copy_of_a_file_that_fails_has_failed_too(folder: Path, library: Path) -> None:
    (folder / "leeg.pdf").write_bytes(b"")
    (folder / "leeg.txt").write_bytes(b"")
    assert [outcome.source.file for outcome in take_in(folder, library).failed] == ["leeg.pdf", "leeg.txt"]


def test_a_file_that_moved_stays_one_document(folder: Path, library: Path) -> None:
    take_in(folder, library)
    (folder / "kadernota-2023.txt").rename(folder / "verhuisd.txt")
    take_in(folder, library)
    assert files_in(library) == ["kadernota-2024.txt", "verhuisd.txt"]


def test_a_copy_of_a_bad_file_fails_under_its_own_name(folder: Path, library: Path) -> None:
    for name in ("leeg.txt", "ook leeg.md"):
        (folder / name).write_bytes(b"")
    failed = take_in(folder, library).failed
    assert [(outcome.source.file, outcome.problems[0]) for outcome in failed] == [
        ("leeg.txt", "leeg.txt is leeg."),
        ("ook leeg.md", "ook leeg.md is leeg."),
    ]


def test_a_list_of_municipalities_that_cannot_be_read_is_told_of(folder: Path, library: Path) -> None:
    (folder / "gemeenten.csv").write_text("code;plaats\n1;Waterdrecht\n")
    (remark,) = take_in(folder, library).remarks
    assert 'gemeenten.csv telt niet mee: het heeft geen kolom "naam".' in remark


def test_a_bad_file_fails_alone_and_is_remembered(folder: Path, library: Path) -> None:
    (folder / "kapot.pdf").write_bytes(b"%PDF-1.7\nafgebroken")
    (folder / "leeg.txt").write_bytes(b"")
    (folder / "tabel.xlsx").write_bytes(b"PK")
    report = take_in(folder, library)
    assert summary(report) == [
        ("kadernota-2023.txt", "ok", "added"),
        ("kadernota-2024.txt", "ok", "added"),
        ("kapot.pdf", "failed", "unchanged"),
        ("leeg.txt", "failed", "unchanged"),
    ]
    assert all(outcome.problems for outcome in report.failed)
    assert report.skipped == ((".xlsx", ("tabel.xlsx",)),)
    with Library.open(library) as opened:
        statuses = {row.file: row.status for row in opened.documents()}
    assert statuses["kapot.pdf"] == "failed"


def test_a_link_out_of_the_folder_is_refused(folder: Path, library: Path, tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("Dit bestand hoort niet bij de stukken.", encoding="utf-8")
    (folder / "koppeling.txt").symlink_to(secret)
    outcome = take_in(folder, library).outcomes[2]
    assert (outcome.source.file, outcome.status) == ("koppeling.txt", "failed")
    assert outcome.problems[0] == "koppeling.txt is een koppeling naar buiten de map."


def test_what_is_written_beside_a_file_later_counts_too(folder: Path, library: Path) -> None:
    take_in(folder, library)
    beside = folder / "kadernota-2023.txt.json"
    beside.write_text('{"gemeente": "Oosterhage"}', encoding="utf-8")
    assert [change for _, _, change in summary(take_in(folder, library))] == ["replaced", "unchanged"]
    assert [change for _, _, change in summary(take_in(folder, library))] == ["unchanged", "unchanged"]
    with Library.open(library) as opened:
        assert next(row.municipality for row in opened.documents()) == "Oosterhage"
    beside.unlink()
    assert summary(take_in(folder, library))[0] == ("kadernota-2023.txt", "ok", "replaced")


class CountingEncoder(WordEncoder):
    """Remembers what it was asked to encode."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def encode_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        self.asked += texts
        return super().encode_passages(texts, progress)


def test_a_text_that_a_document_repeats_is_encoded_once(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoder = CountingEncoder()
    monkeypatch.setattr("index.build.open_encoder", lambda model: encoder)
    part = TEXT.format(year=2022)
    (folder / "herhaald.txt").write_text(part + "\nSlot\nDe raad besluit in mei over het plan.\n\n" + part)

    build([folder / "herhaald.txt"], tmp_path / "bibliotheek", processes=1)

    assert sum(text.startswith("Veiligheid\nIn 2022 stelt") for text in encoder.asked) == 1


def test_a_path_that_does_not_exist_is_named(library: Path) -> None:
    with pytest.raises(UsageError, match=r"weg\.pdf bestaat niet"):
        build([Path("weg.pdf")], library)


def test_two_writers_do_not_meet(folder: Path, library: Path) -> None:
    take_in(folder, library)
    with Library.open(library, writable=True), pytest.raises(SpeerpuntError, match="Een ander programma"):
        take_in(folder, library)


@pytest.mark.slow
def test_a_kill_at_any_moment_loses_and_doubles_nothing(folder: Path, library: Path) -> None:
    for year in range(1995, 2023):
        (folder / f"kadernota-{year}.txt").write_text(TEXT.format(year=year), encoding="utf-8")
    expected = sorted(path.name for path in folder.iterdir())
    command = [sys.executable, "-m", "speerpunt", "ingest", str(folder), "--library", str(library)]
    for wanted in (1, 9, 20):
        ingest = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while ingest.poll() is None and _count(library) < wanted:
            time.sleep(0.005)
        ingest.send_signal(signal.SIGKILL)
        ingest.wait()
        names = files_in(library) if _count(library) else []
        assert len(names) == len(set(names))
    assert subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0
    assert files_in(library) == expected
    with Library.open(library) as opened:
        promises = opened.facts("commitment", Filters(years=(2010,)))
        assert len({row.fact.start for row in promises}) == len(promises) > 0


def _count(library: Path) -> int:
    try:
        return len(files_in(library))
    except SpeerpuntError:
        return 0


def test_a_full_disk_is_told_and_loses_nothing(folder: Path, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take_in(folder, library)
    (folder / "kadernota-2025.txt").write_text(TEXT.format(year=2025) * 50, encoding="utf-8")
    with monkeypatch.context() as full:
        limit_pages(full, library)
        with pytest.raises(LibraryError, match=r"kan niet worden geschreven \(database or disk is full\)"):
            take_in(folder, library)
    assert files_in(library) == ["kadernota-2023.txt", "kadernota-2024.txt"]
    assert summary(take_in(folder, library))[2] == ("kadernota-2025.txt", "ok", "added")


def limit_pages(patch: pytest.MonkeyPatch, library: Path) -> None:
    """Let SQLite meet a full disk as soon as the library would grow."""

    def connect_to_full(*arguments: object, **options: object) -> sqlite3.Connection:
        connection = connect(*arguments, **options)  # type: ignore[arg-type]
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    patch.setattr("index.store.connections.connect", connect_to_full)
    patch.setattr("index.library.connect", connect_to_full)
