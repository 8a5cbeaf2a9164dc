"""What a person writes beside a file: `<name>.json` with its web address and what the document is."""

import datetime
import json
import os
import re
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import printable
from ingest.identify.doc_types import doc_types

MAX_BYTES = 100_000
"""Of one file; what a person has to say of a document takes a few hundred."""

_NAMES: Mapping[str, str] = {
    "url": "url",
    "titel": "title",
    "gemeente": "municipality",
    "soort": "doc_type",
    "jaar": "reporting_year",
    "looptijd": "plan_period",
    "datum": "date",
}
"""The names as a person writes them, and as `ingest.identify` has them; both may be used."""

_DUTCH_DAY = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})\Z")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_YEARS = re.compile(r"(20[0-4]\d) ?[-–] ?(20[0-4]\d)\Z")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What was said of a file.

    Attributes:
        given: pairs of a name of `ingest.identify.FIELDS` and its value.
        problems: what of it can't be used, one Dutch sentence each.
    """

    url: str | None = None
    given: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()


NOTHING = Sidecar()

_NO_JSON = (
    "Het bestand {} ernaast is niet te lezen als JSON. Het stuk is gelezen zonder wat daarin staat: kijk de haakjes, "
    "komma's en aanhalingstekens na, en lees het stuk opnieuw in."
)


class _Unusable(ValueError):
    """A sidecar or a value in it that can't be used, and why."""


def read_sidecar(file: Path) -> Sidecar:
    """What `stuk.pdf.json`, or else `stuk.json`, says of the file `stuk.pdf`; NOTHING where neither exists.

    A fault in it costs what can't be read and nothing more: it is in `problems`.
    """
    for path in dict.fromkeys((file.with_name(f"{file.name}.json"), file.with_suffix(".json"))):
        try:
            return _parsed(_content(path), path)
        except FileNotFoundError:
            continue
        except (OSError, ValueError, RecursionError):
            return Sidecar(problems=(_NO_JSON.format(printable(path.name)),))
    return NOTHING


def _content(path: Path) -> object:
    """The JSON in a file.

    Raises:
        FileNotFoundError: there is none, or its name would be too long to exist.
        OSError, ValueError, RecursionError: it can't be opened, or is no JSON.
    """
    try:
        status = os.stat(path)
    except OSError as error:
        raise FileNotFoundError from error
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
        raise ValueError
    content: object = json.loads(path.read_text(encoding="utf-8-sig"))
    return content


def _parsed(content: object, path: Path) -> Sidecar:
    said = _said(content)
    if not said:
        names = ", ".join(_NAMES)
        return Sidecar(
            problems=(
                f"In {printable(path.name)} staat niets bruikbaars. Gebruik een of meer van deze namen: {names}.",
            )
        )
    given, problems = {}, []
    for field, (name, value) in said.items():
        try:
            given[field] = _READERS[field](value)
        except _Unusable as error:
            problems.append(f"In {printable(path.name)} is '{printable(name)}' niet bruikbaar: {error}.")
    url = given.pop("url", None)
    return Sidecar(url, tuple(given.items()), tuple(problems))


def checked(field: str, value: str) -> str:
    """A value of one of `ingest.identify.FIELDS` that a person gave, as the field has it.

    Raises ValueError, with the reason in Dutch, where it can't be used.
    """
    return _READERS[field](value)


def _said(content: object) -> dict[str, tuple[str, object]]:
    """By the name of the field, the name that was used and the value; what was left open isn't said."""
    if not isinstance(content, dict):
        return {}
    fields = set(_NAMES.values())
    said = {}
    for name, value in content.items():
        field = _NAMES.get(name.casefold(), name.casefold())
        if field in fields and value not in (None, ""):
            said[field] = (name, value)
    return said


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise _Unusable("zet er tekst achter, tussen aanhalingstekens")
    return value.strip()


def _url(value: object) -> str:
    address = _text(value)
    if not address.startswith(("http://", "https://")):
        raise _Unusable("schrijf het hele webadres, met https:// ervoor")
    return address


def _doc_type(value: object) -> str:
    text = _text(value).casefold()
    for doc_type in doc_types().values():
        if text in (doc_type.id, doc_type.label.casefold()):
            return doc_type.id
    raise _Unusable(f"die soort bestaat niet; kies uit {', '.join(doc_types())}")


def _year(value: object) -> str:
    text = str(value).strip()
    if not _YEAR.match(text):
        raise _Unusable("schrijf het als 2024")
    return text


def _plan_period(value: object) -> str:
    text = f"{str(value[0])[:4]}-{str(value[1])[:4]}" if isinstance(value, list) and len(value) == 2 else str(value)
    found = _YEARS.match(text.strip())
    if not found or found[1] >= found[2]:
        raise _Unusable("schrijf het als 2023-2026")
    return f"{found[1]}-{found[2]}"


def _date(value: object) -> str:
    text = str(value).strip()
    day = _DUTCH_DAY.match(text)
    try:
        date = datetime.date(int(day[3]), int(day[2]), int(day[1])) if day else datetime.date.fromisoformat(text)
    except ValueError:
        raise _Unusable("schrijf het als 2024-03-12 of 12-03-2024") from None
    return date.isoformat()


_READERS: Mapping[str, Callable[[object], str]] = {
    "url": _url,
    "title": _text,
    "municipality": _text,
    "doc_type": _doc_type,
    "reporting_year": _year,
    "plan_period": _plan_period,
    "date": _date,
}
