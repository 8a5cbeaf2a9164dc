"""Files into the library from the app: kept beside it, and read by the same command that everybody has."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile
from typing import Protocol

from index.settings import library_folder
from ingest.errors import SpeerpuntError
from ingest.files import MUNICIPALITIES_FILE, SUFFIXES

FOLDER = "toegevoegd"
"""Within the library's folder: what was added in the app."""

MOST_FILES = 20
SECONDS = 3600
"""A scan of hundreds of pages that needs OCR takes long; every file has its own limit besides."""

_COUNTED = re.compile(r"(\d+) van \d+ bestand(?:en)? klaar\.")
"""As `speerpunt ingest` tells how far it is."""

_LONGEST_NAME = 120
_UNWANTED = re.compile(r"[^\w.,()+ -]")


def _nobody(_: int) -> None:
    """Nobody looks how far the reading is."""


class Upload(Protocol):
    """A file that the browser sent."""

    @property
    def name(self) -> str: ...

    def getvalue(self) -> bytes: ...


def keep(uploads: Iterable[Upload], folder: Path) -> list[Path]:
    """Write the files where they stay; a file with the same name and other content gets a name of its own.

    Beside them comes what the library knows of its own municipalities: reading looks for that where a file is.
    """
    target = folder / FOLDER
    target.mkdir(exist_ok=True)
    if (folder / MUNICIPALITIES_FILE).exists():
        shutil.copy(folder / MUNICIPALITIES_FILE, target)
    paths = []
    for upload in uploads:
        content = upload.getvalue()
        path = target / safe_name(upload.name)
        if path.exists() and path.read_bytes() != content:
            path = path.with_stem(f"{path.stem}-{hashlib.sha256(content).hexdigest()[:8]}")
        _write(path, content)
        paths.append(path)
    return paths


def _write(path: Path, content: bytes) -> None:
    try:
        with path.open("wb") as file:
            file.write(content)
    except OSError as error:
        raise SpeerpuntError(
            f"Het bestand {path.name} kan niet worden bewaard ({error.strerror}).", "Is de schijf vol?"
        ) from error


def safe_name(name: str) -> str:
    """The base name of a file without what could mean something to a file system or a screen."""
    base = _UNWANTED.sub("_", Path(name.replace("\\", "/")).name).strip(" .") or "stuk"
    suffix = Path(base).suffix.lower()
    if suffix not in SUFFIXES:
        return base[:_LONGEST_NAME]
    return base[: -len(suffix)][: _LONGEST_NAME - len(suffix)] + suffix


def take_in(paths: Sequence[Path], advance: Callable[[int], object] = _nobody) -> None:
    """Read files into the app's library, in a process of its own: what a file does, it doesn't do to the app.

    Args:
        advance: is told how many are done, each time that another is.

    Raises:
        SpeerpuntError: the command could not be given, or the library could not be written.
    """
    spec = find_spec("speerpunt")
    if spec is None or spec.origin is None:
        raise SpeerpuntError("De opdracht speerpunt is niet geïnstalleerd.", "Installeer Speerpunt met make setup.")
    command = [sys.executable, spec.origin, "ingest", *map(str, paths), "--library", str(library_folder())]
    late = threading.Event()
    with (
        TemporaryFile("w+", encoding="utf-8") as report,
        subprocess.Popen(command, stdout=report, stderr=subprocess.PIPE, text=True, env=os.environ) as reading,  # noqa: S603
    ):
        stop = threading.Timer(SECONDS, _stop, (reading, late))
        stop.start()
        said = list(_followed(reading.stderr or (), advance))
        reading.wait()
        stop.cancel()
        report.seek(0)
        reported = report.read().strip()
    if late.is_set():
        raise SpeerpuntError("Het lezen duurt te lang en is gestopt.", "Lees grote bestanden met speerpunt ingest.")
    if not reported:  # with a report the library tells of every file, also of one that failed
        raise SpeerpuntError("Het lezen is niet gelukt.", " ".join(said[-1:])[-500:])


def _stop(reading: subprocess.Popen[str], late: threading.Event) -> None:
    late.set()
    reading.kill()


def _followed(lines: Iterable[str], advance: Callable[[int], object]) -> Iterator[str]:
    """The lines, of which those that count files are told."""
    for line in lines:
        if counted := _COUNTED.match(line):
            advance(int(counted[1]))
        yield line.strip()


def was_added_here(path: str, folder: Path) -> bool:
    """Whether a file of the library was added in the app, so that the app may delete it."""
    return Path(path).resolve().is_relative_to((folder / FOLDER).resolve())
