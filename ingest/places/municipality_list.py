"""Reads a `gemeenten.csv`, ours or that of a collection, as people make it: by hand, or saved from a spreadsheet.

Excel in Dutch parts the columns with semicolons and writes windows-1252; "Unicode-tekst" has tabs and UTF-16.
"""

import csv
import io
import re
from pathlib import Path

from ingest.errors import ReadError, printable

LARGEST = 5_000_000
"""Bytes; all municipalities of the Netherlands with all their places take 0.2 MB."""

_SEPARATORS = (",", ";", "\t")
_SAID_BY_EXCEL = re.compile(r"sep=.\r?\n")
_OTHER_HEADS = {
    "gemeente": "naam",
    "gemeentenaam": "naam",
    "inwoners": "inwoners_2025",
    "inwoneraantal": "inwoners_2025",
}
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")
_REMEDY = "Sla het op als csv met een kolom naam, zoals in corpus/gemeenten.csv."


class UnreadableList(ReadError):
    """A file called gemeenten.csv holds no list of municipalities."""


def municipality_rows(path: Path) -> tuple[dict[str, str], ...]:
    """The rows with a name, by the heads of the columns in lower case; a column that isn't there isn't in them.

    Raises:
        UnreadableList: there is no table in it with a column of names, or no row.
    """
    if path.stat().st_size > LARGEST:
        raise _unreadable(path, "is te groot")
    text = _SAID_BY_EXCEL.sub("", _text(path), count=1).lstrip()
    try:
        heads, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(path, text))
    except csv.Error as error:
        raise _unreadable(path, "is beschadigd") from error
    names = _known(heads)
    found = [dict(zip(names, map(str.strip, row), strict=False)) for row in rows]
    named = tuple(row for row in found if row.get("naam"))
    if not named:
        raise _unreadable(path, "noemt geen enkele gemeente")
    return named


def inhabitants_of(row: dict[str, str]) -> int | None:
    """The inhabitants in a row ("48.210" too), None where they aren't told."""
    digits = re.sub(r"(?<=\d)[. ](?=\d{3}(?!\d))", "", row.get("inwoners_2025", ""))
    return int(digits) if digits.isdecimal() else None


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, f"kan niet worden geopend ({error.strerror})") from error
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if _NO_TEXT.search(text):
        raise _unreadable(path, "is geen tekst")
    return text


def _separator(path: Path, text: str) -> str:
    """What parts the columns: that with which the first line has a column of names."""
    line = text.partition("\n")[0].strip()
    for mark in _SEPARATORS:
        if "naam" in _known(next(csv.reader([line], delimiter=mark), [])):
            return mark
    raise _unreadable(path, 'heeft geen kolom "naam"')


def _known(heads: list[str]) -> list[str]:
    """The heads by the names that we have for them; what is so called outright goes before its other names."""
    lower = [head.strip().casefold() for head in heads]
    return [head if _OTHER_HEADS.get(head) in lower else _OTHER_HEADS.get(head, head) for head in lower]


def _unreadable(path: Path, why: str) -> UnreadableList:
    return UnreadableList(f"{printable(str(path))} telt niet mee: het {why}.", _REMEDY)
