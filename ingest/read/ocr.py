"""Reads the picture of a page with tesseract, a program of its own that need not be installed."""

import os
import re
import shutil
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

try:
    import resource
except ImportError:  # Windows has no such limits; there the wall clock alone ends the program
    resource = None  # type: ignore[assignment]

DPI = 300
"""Dots per inch of the pictures; tesseract's models were made on 300, and it reads smaller print worse."""

PAGE_SECONDS = 180.0
"""For one page: an A4 takes 3 to 7 s of processor time, which took 75 s of wall time where ten others asked for it."""

HOW_TO_INSTALL = "Installeer tesseract met Nederlands: sudo apt install tesseract-ocr tesseract-ocr-nld."

_LANGUAGE = "nld"
_ASK_SECONDS = 10.0
_ROTATE = re.compile(rb"Rotate: (\d+)")
_WORD_LEVEL = "5"
_COLUMNS = 12


class Word(NamedTuple):
    """A word as tesseract saw it; places in pixels from the top left of the picture.

    Attributes:
        line: the number of its (block, paragraph, line), in tesseract's reading order.
        confidence: from 0 to 100.
    """

    text: str
    left: int
    top: int
    right: int
    bottom: int
    line: tuple[int, int, int]
    confidence: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in shades of grey, a byte for each pixel, row after row; `scale` is in pixels a point."""

    width: int
    height: int
    grey: bytes
    scale: float


class OcrFailed(Exception):
    """Tesseract couldn't read a picture, or took too long."""


def installed() -> bool:
    """Whether tesseract and its Dutch model are there."""
    program = shutil.which("tesseract")
    return program is not None and _LANGUAGE in _languages(program)


def words_of(picture: Picture) -> list[Word]:
    """The words on a picture in reading order.

    The picture goes in and the words come out through pipes, so nothing is ever left on the disk.

    Raises:
        OcrFailed: and why, in Dutch.
    """
    program = shutil.which("tesseract")
    if program is None:
        raise OcrFailed("tesseract is er niet")
    command = [program, "stdin", "stdout", "-l", _LANGUAGE, "--dpi", str(DPI), "-c", "tessedit_create_tsv=1"]
    return _words(_output(command, _pgm(picture)).decode("utf-8", errors="replace"))


def turns_needed(picture: Picture) -> int:
    """How many quarter turns clockwise set a picture upright, as far as tesseract can tell; 0 if it can't."""
    program = shutil.which("tesseract")
    if program is None or "osd" not in _languages(program):
        return 0
    try:
        told = _output([program, "stdin", "stdout", "--psm", "0", "--dpi", str(DPI)], _pgm(picture))
    except OcrFailed:
        return 0
    found = _ROTATE.search(told)
    return int(found[1]) // 90 % 4 if found else 0


def _pgm(picture: Picture) -> bytes:
    return b"P5 %d %d 255\n" % (picture.width, picture.height) + picture.grey


@cache
def _languages(program: str) -> frozenset[str]:
    try:
        listing = subprocess.run(  # noqa: S603 - the program that `which` found, without a shell
            [program, "--list-langs"], capture_output=True, timeout=_ASK_SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(listing.stdout.decode("utf-8", errors="replace").split())


def _output(command: list[str], given: bytes) -> bytes:
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        process = subprocess.Popen(  # noqa: S603 - as above; every argument is ours
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        )
    except OSError as error:
        raise OcrFailed(f"tesseract start niet ({error.strerror})") from error
    with process:
        try:
            _limit(process.pid)
            output, _ = process.communicate(given, timeout=PAGE_SECONDS)
        except subprocess.TimeoutExpired:
            raise OcrFailed(f"het duurt langer dan {PAGE_SECONDS:.0f} seconden") from None
        finally:
            process.kill()
    if process.returncode:
        raise OcrFailed(f"tesseract stopt met code {process.returncode}")
    return output


def _limit(process: int) -> None:
    """Processor time, so that tesseract ends by itself should the process that waits for it be killed."""
    if resource is not None and hasattr(resource, "prlimit"):
        with suppress(OSError, ValueError):
            resource.prlimit(process, resource.RLIMIT_CPU, (int(PAGE_SECONDS), int(PAGE_SECONDS)))


def _words(table: str) -> list[Word]:
    words = []
    for row in table.splitlines():
        fields = row.split("\t", _COLUMNS - 1)
        if len(fields) < _COLUMNS or fields[0] != _WORD_LEVEL or not fields[-1].strip():
            continue
        _, _, block, paragraph, line, _, left, top, width, height, confidence, text = fields
        place = int(block), int(paragraph), int(line)
        x, y = int(left), int(top)
        words.append(Word(text.strip(), x, y, x + int(width), y + int(height), place, max(float(confidence), 0.0)))
    return words
