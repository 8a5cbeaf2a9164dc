"""Which files are found, and what is said of what can't be read."""

import hashlib
import os
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.errors import ReadError, UsageError
from ingest.files import find_files
from ingest.pipeline import read_document


def write(path: Path, text: str = "Het college besluit.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    return [str(Path(job.source.path).relative_to(folder)) for job in find_files([folder]).jobs]


def failures(folder: Path) -> dict[str, str]:
    return {
        failure.source.file: failure.reason.removeprefix(f"{failure.source.file} ")
        for failure in find_files([folder]).failures
    }


def test_finds_files_in_folders_in_order_each_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.PDF", "a/b.xhtml", ".verborgen/d.txt", "a/~$concept.docx", "a/.e.txt"):
        write(tmp_path / name)
    found = find_files([tmp_path, tmp_path / "b.txt"])
    assert [job.source.path for job in found.jobs] == [
        str(tmp_path / name) for name in ("a/b.xhtml", "a/c.PDF", "b.txt")
    ]
    assert found.jobs[0].source.sha256 == hashlib.sha256(b"Het college besluit.").hexdigest()
    assert (found.failures, found.skipped) == ((), ())


def test_names_what_it_does_not_read(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.XLSX", "leesmij", "gemeenten.csv", "a.txt.json"):
        write(tmp_path / name)
    assert find_files([tmp_path]).skipped == ((".xlsx", ("a.xlsx", "b.XLSX")), ("zonder achtervoegsel", ("leesmij",)))


PAPERS = ("begroting-2026.pdf", "jaarstukken-2024.pdf", "brief 3.txt", "ivp.docx")


@pytest.mark.parametrize(
    ("name", "text", "is_list"),
    [
        pytest.param(
            "SOURCES.md", "| begroting-2026.pdf | a |\n| jaarstukken-2024.pdf |\n| ivp.docx |", True, id="table"
        ),
        pytest.param(
            "herkomst.txt", "stukken/begroting-2026.pdf, ivp.docx en (jaarstukken-2024.pdf).", True, id="sentence"
        ),
        pytest.param(
            "brief.txt", "Zie bijlage begroting-2026.pdf en jaarstukken-2024.pdf.", False, id="a letter with two"
        ),
        pytest.param("brief.txt", "Zie a.pdf, b.pdf, c.pdf en d.docx.", False, id="files that aren't here"),
        pytest.param("brief.txt", "Wij stellen de begroting vast.", False, id="no files"),
    ],
)
def test_a_list_of_the_files_of_a_folder_is_no_paper(name: str, text: str, is_list: bool, tmp_path: Path) -> None:
    for paper in PAPERS:
        write(tmp_path / paper)
    write(tmp_path / name, text)
    found = find_files([tmp_path])
    assert (name not in names(tmp_path)) == is_list
    assert len(found.jobs) == len(PAPERS) + (not is_list)
    said = (
        f"{name} is een lijst van bestanden en geen beleidsstuk: overgeslagen. Toch inlezen? Geef het bestand zelf op."
    )
    assert found.remarks == ((said,) if is_list else ())
    assert [job.source.file for job in find_files([tmp_path / name]).jobs] == [name]
    assert name in [job.source.file for job in find_files([tmp_path / name, tmp_path]).jobs]


def test_the_nearest_list_of_municipalities_counts(tmp_path: Path) -> None:
    write(tmp_path / "gemeenten.csv", "cbs_code,naam,provincie\nGM1,Waterdrecht,Utrecht\n")
    write(tmp_path / "map/gemeenten.csv", "cbs_code,naam,provincie\nGM1,Waterdrecht,Utrecht\n")
    write(tmp_path / "map/diep/a.txt")
    write(tmp_path / "b.txt")
    lists = [job.municipalities for job in find_files([tmp_path]).jobs]
    assert lists == [tmp_path / "gemeenten.csv", tmp_path / "map/gemeenten.csv"]


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("../geheim.txt", "is een koppeling naar buiten de map."),
        ("weg.txt", "is een koppeling naar een bestand dat er niet is."),
        ("link.txt", "is een koppeling naar een bestand dat er niet is."),
        ("pijp", "is geen gewoon bestand, maar een map, pijp of apparaat."),
    ],
)
def test_links_that_lead_nowhere_good_are_told(tmp_path: Path, target: str, reason: str) -> None:
    write(tmp_path / "geheim.txt")
    write(tmp_path / "map/goed.txt")
    os.mkfifo(tmp_path / "map/pijp")
    (tmp_path / "map/link.txt").symlink_to(target)
    assert failures(tmp_path / "map") == {"link.txt": reason}
    assert names(tmp_path / "map") == ["goed.txt"]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "buiten/geheim.txt")
    write(tmp_path / "map/sub/goed.txt")
    (tmp_path / "map/lus").symlink_to(tmp_path / "map")
    (tmp_path / "map/uit").symlink_to(tmp_path / "buiten")
    assert names(tmp_path / "map") == ["sub/goed.txt"]
    assert failures(tmp_path / "map") == {"uit": "is een koppeling naar buiten de map."}


def test_a_link_within_the_folder_is_a_file(tmp_path: Path) -> None:
    write(tmp_path / "sub/goed.txt")
    (tmp_path / "link.txt").symlink_to("sub/goed.txt")
    assert names(tmp_path) == ["link.txt", "sub/goed.txt"]


def test_pipes_and_sockets_are_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket may have 107 characters only
    os.mkfifo("pijp.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("sok.pdf")
        reason = "is geen gewoon bestand, maar een map, pijp of apparaat."
        assert failures(tmp_path) == {"pijp.txt": reason, "sok.pdf": reason}
    assert [failure.reason for failure in find_files([Path("pijp.txt")]).failures] == [f"pijp.txt {reason}"]


def test_a_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/stuk\xff.txt")).write_bytes(b"tekst")
    assert failures(tmp_path) == {"stuk\ufffd.txt": "heeft een naam die geen geldige tekst is."}


def test_names_may_be_as_long_as_the_disk_allows(tmp_path: Path) -> None:
    write(tmp_path / f"{'x' * 251}.txt")
    assert len(find_files([tmp_path]).jobs) == 1


def test_too_large_a_file_is_not_even_hashed(tmp_path: Path) -> None:
    with write(tmp_path / "film.pdf").open("wb") as film:
        film.truncate(3_000_000_000)
    assert failures(tmp_path) == {"film.pdf": "is te groot om te lezen."}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    write(tmp_path / "goed.txt")
    write(tmp_path / "dicht.txt").chmod(0)
    write(tmp_path / "map/a.txt").parent.chmod(0)
    try:
        reason = "kan niet worden geopend: u hebt geen leesrechten."
        assert failures(tmp_path) == {"dicht.txt": reason, "map": reason}
        assert names(tmp_path) == ["goed.txt"]
    finally:
        (tmp_path / "map").chmod(0o700)


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "goed.txt")
    write(tmp_path / "map/a.txt")
    listed = os.scandir

    def refuse(folder: Path) -> object:
        if folder.name == "map":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr("os.scandir", refuse)
    assert failures(tmp_path) == {"map": "kan niet worden geopend: u hebt geen leesrechten."}
    assert names(tmp_path) == ["goed.txt"]


def test_folders_may_be_nested_deeply(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    deep = "m"
    for _ in range(1_200):
        os.mkdir(deep)
        deep += "/m"
    Path(f"{deep}.txt").write_text("Het college besluit.")
    try:
        assert [job.source.file for job in find_files([Path("m")]).jobs] == ["m.txt"]
    finally:
        # shutil.rmtree, with which pytest cleans up, is recursive
        subprocess.run(["rm", "-rf", "m"], check=True)


@pytest.mark.parametrize(
    ("happening", "message"),
    [
        (lambda path: path.unlink(), r"a\.txt bestaat niet \(meer\)"),
        (lambda path: path.write_text("Iets anders."), r"a\.txt is tijdens het lezen veranderd of verdwenen"),
    ],
    ids=["gone", "changed"],
)
def test_a_file_that_changes_before_it_is_read_is_refused(
    tmp_path: Path, happening: Callable[[Path], object], message: str
) -> None:
    path = write(tmp_path / "a.txt")
    job = find_files([path]).jobs[0]
    happening(path)
    with pytest.raises(ReadError, match=message):
        read_document(job)


def test_a_path_that_does_not_exist_is_named() -> None:
    with pytest.raises(UsageError, match=r"weg\.pdf bestaat niet"):
        find_files([Path("weg.pdf")])
