"""Finds the files to read: what lies in the folders, what is beside a file, and what must be left alone.

Runs in the program's own process, before any file is read, so nothing here trusts a file: only regular files
are opened, never a pipe or device that would keep us waiting.
"""

import hashlib
import os
import re
import stat
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from ingest.errors import UsageError, printable
from ingest.model import Failure, Source
from ingest.places.municipality_list import UnreadableList, municipality_rows
from ingest.read.options import DEFAULT_OPTIONS, Options
from ingest.sidecar import NOTHING, Sidecar, read_sidecar

SUFFIXES = frozenset({".pdf", ".html", ".htm", ".xhtml", ".docx", ".txt", ".md", ".markdown"})
"""Endings of the files that are picked up from a folder; a file that is named itself is judged by its content."""

MUNICIPALITIES_FILE = "gemeenten.csv"
"""A collection's own municipalities; looked for from a file's folder up to the folder that was given."""

_PLAIN = frozenset({".txt", ".md", ".markdown"})
_LISTED = 3
"""Files of its folder that a plain text names to be a list of them ("SOURCES.md") and no policy paper."""
_LIST_BYTES = 200_000
"""What is read of a plain text to see that; a list of thousands of files has said so by then."""
_FILE_NAME = re.compile(r"[^\s/|()<>\[\]\"'`*]+\.(?:pdf|x?html?|docx|txt|md|markdown)\b", re.IGNORECASE)

MAX_BYTES = 2_000_000_000
"""The largest real begroting, with its pictures, has 0.1 GB; what is larger is a film or a disk image."""

_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read.

    Attributes:
        municipalities: the collection's own gemeenten.csv, where it has one.
        sidecar: what a person wrote beside the file.
    """

    source: Source
    municipalities: Path | None = None
    options: Options = DEFAULT_OPTIONS
    sidecar: Sidecar = NOTHING

    def __str__(self) -> str:
        """The name of the file, as messages have it."""
        return self.source.file


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, the names of those left aside in the folders by their ending, and what else is amiss there."""

    jobs: tuple[Job, ...]
    failures: tuple[Failure, ...]
    skipped: tuple[tuple[str, tuple[str, ...]], ...]
    remarks: tuple[str, ...] = ()


@dataclass(slots=True)
class _Finds:
    """What has been found so far; a path is taken once, with the folder that it was found in."""

    files: dict[Path, Path] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    skipped: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, file: Path, root: Path) -> None:
        """A file or link of a folder."""
        suffix = file.suffix.lower()
        if suffix in SUFFIXES:
            self.files.setdefault(file, root)
        elif file.is_symlink() and file.is_dir() and not _lies_in(file, root):
            self.failures.append(_failure(file, *_LEADS_OUT))
        elif not _is_known_companion(file):
            self.skipped[printable(suffix) or "zonder achtervoegsel"].append(printable(file.name))


_LEADS_OUT = ("is een koppeling naar buiten de map", "Zet het bestand zelf in de map.")


class NotRegular(Exception):
    """A path leads to a pipe, a socket, a device or a folder."""


def find_files(paths: Iterable[Path], *, url: str | None = None) -> Found:
    """The files at the paths, folders searched through and through, in order of name, each once.

    Hidden files are left aside, and of a folder the plain texts that list its files. Links that lead out of the
    folder, folders that can't be read and files that can't be opened are failures. Links to folders within the folder
    are not followed: what they lead to is found where it is.

    Raises:
        UsageError: a path does not exist.
    """
    finds = _Finds()
    named: set[Path] = set()
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path} bestaat niet.", "Controleer de naam van het bestand of de map.")
        if not path.is_dir():
            finds.files.setdefault(path, path.parent)
            named.add(path)
            continue
        for file in sorted(_files_below(path, finds.failures)):
            finds.add(file, path)
    lists = _lists_of_files(finds.files.keys(), named)
    found = [_job(file, root, url) for file, root in finds.files.items() if file not in lists]
    jobs, remarks = _with_good_lists([job for job in found if isinstance(job, Job)])
    failures = (*finds.failures, *(failure for failure in found if isinstance(failure, Failure)))
    skipped = tuple((ending, tuple(names)) for ending, names in sorted(finds.skipped.items()))
    return Found(jobs, failures, skipped, (*remarks, *map(_not_taken, lists)))


def _lists_of_files(files: Collection[Path], named: Collection[Path]) -> list[Path]:
    """The plain texts that name several of the other files, but for those that were given by name."""
    names = {file.name for file in files}
    plain = (file for file in files if file.suffix.lower() in _PLAIN and file not in named)
    return [file for file in plain if len(_names_in(file) & names - {file.name}) >= _LISTED]


def _names_in(file: Path) -> set[str]:
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return set()
        with open(os.open(file, os.O_RDONLY | _NO_WAITING), "rb") as opened:
            return set(_FILE_NAME.findall(opened.read(_LIST_BYTES).decode(errors="replace")))
    except OSError:
        return set()


def _not_taken(file: Path) -> str:
    name = printable(file.name)
    return (
        f"{name} is een lijst van bestanden en geen beleidsstuk: overgeslagen. Toch inlezen? Geef het bestand zelf op."
    )


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal.

    Raises:
        NotRegular: it is no file that can be read to its end.
        OSError: it can't be opened or read.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise NotRegular
    with open(os.open(path, os.O_RDONLY | _NO_WAITING), "rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _with_good_lists(jobs: list[Job]) -> tuple[tuple[Job, ...], tuple[str, ...]]:
    """The jobs without the lists of municipalities that can't be read, and what is wrong with those."""
    faults: dict[Path, str] = {}
    for path in dict.fromkeys(job.municipalities for job in jobs if job.municipalities):
        try:
            municipality_rows(path)
        except UnreadableList as error:
            faults[path] = str(error)
    kept = (replace(job, municipalities=None) if job.municipalities in faults else job for job in jobs)
    return tuple(kept), tuple(faults.values())


def _files_below(root: Path, failures: list[Failure]) -> Iterator[Path]:
    """Everything below a folder that is no folder itself; a link to a folder counts as a file."""
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            entries = [entry for entry in os.scandir(folder) if not entry.name.startswith((".", "~$"))]
        except OSError as error:
            failures.append(_not_opened(folder, error, None))
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                folders.append(folder / entry.name)
            else:
                yield folder / entry.name


def _is_known_companion(file: Path) -> bool:
    return file.name == MUNICIPALITIES_FILE or file.suffix.lower() == ".json"


def _lies_in(path: Path, root: Path) -> bool:
    """Whether a path, its links followed, ends below the root; realpath comes through links that go round."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def _failure(path: Path, reason: str, remedy: str, url: str | None = None) -> Failure:
    """The reason goes on where the name ends. The path is one that can be shown and kept, valid text or not."""
    shown = Path(printable(str(path)))
    source = Source(str(shown), shown.name, "", path.suffix.lower().lstrip("."), url)
    return Failure(source, f"{shown.name} {reason}.", remedy)


def _job(file: Path, root: Path, url: str | None) -> Job | Failure:
    if file.is_symlink() and not _lies_in(file, root):
        return _failure(file, *_LEADS_OUT, url)
    try:
        str(file).encode()
        if file.stat().st_size > MAX_BYTES:
            return _failure(file, "is te groot om te lezen", "Splits het bestand, of verklein de afbeeldingen.", url)
        sha256 = digest(file)
    except UnicodeEncodeError:
        return _failure(file, "heeft een naam die geen geldige tekst is", "Geef het een andere naam.", url)
    except NotRegular:
        return _failure(file, "is geen gewoon bestand, maar een map, pijp of apparaat", "Haal het uit de map.", url)
    except OSError as error:
        return _not_opened(file, error, url)
    source = Source(str(file), file.name, sha256, file.suffix.lower().lstrip("."), url)
    sidecar = read_sidecar(file)
    return Job(replace(source, url=url or sidecar.url), _municipalities_of(file, root), DEFAULT_OPTIONS, sidecar)


def _not_opened(path: Path, error: OSError, url: str | None) -> Failure:
    if isinstance(error, PermissionError):
        return _failure(path, "kan niet worden geopend: u hebt geen leesrechten", "Geef uzelf leesrechten.", url)
    if path.is_symlink():
        return _failure(path, "is een koppeling naar een bestand dat er niet is", "Haal de koppeling weg.", url)
    return _failure(path, f"kan niet worden geopend ({error.strerror})", "Controleer de schijf.", url)


def _municipalities_of(file: Path, root: Path) -> Path | None:
    for folder in file.parents:
        candidate = folder / MUNICIPALITIES_FILE
        if candidate.is_file():
            return candidate
        if folder == root:
            break
    return None
