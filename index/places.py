"""What is known of municipalities besides their documents: province and size, to choose comparable ones by."""

import csv
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.language.fold import name_key
from ingest.files import MUNICIPALITIES_FILE
from ingest.gazetteer import DATA
from ingest.places.municipality_list import inhabitants_of, municipality_rows

_TIMES = 2
"""Municipalities that differ more in size have other tasks and means."""

_COLUMNS = ("naam", "provincie", "inwoners_2025")


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality; `province` is empty and `inhabitants` None where that isn't known."""

    name: str
    province: str
    inhabitants: int | None


def places(folder: Path) -> dict[str, Place]:
    """The municipalities of the Netherlands and the library's own, by `name_key`."""
    own = folder / MUNICIPALITIES_FILE
    return dict(_national()) | (_read(own) if own.exists() else {})


def keep_places(folder: Path, files: Iterable[Path]) -> None:
    """Keep with the library what its collections say of their own municipalities."""
    found = [place for file in sorted(set(files)) if file.exists() for place in _read(file).values()]
    if not found:
        return
    own = folder / MUNICIPALITIES_FILE
    known = (_read(own) if own.exists() else {}) | {name_key(place.name): place for place in found}
    scratch = own.with_suffix(".tmp")
    with scratch.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_COLUMNS)
        writer.writerows((place.name, place.province, place.inhabitants or "") for place in known.values())
    scratch.replace(own)


def comparable(place: Place, others: Sequence[Place]) -> list[Place]:
    """The others that are at least half and at most twice as large, the most alike first; twice is as far as half."""
    return _most_alike(place, [other for other in others if _apart(place, other) <= math.log(_TIMES)])


def of_its_province(place: Place, others: Sequence[Place]) -> list[Place]:
    """The others of its province, of any size, the most alike first; none where its province isn't known."""
    return _most_alike(place, [other for other in others if place.province and other.province == place.province])


def _most_alike(place: Place, others: Sequence[Place]) -> list[Place]:
    beside = (other for other in others if other.name != place.name)
    return sorted(beside, key=lambda other: (_apart(place, other), other.name))


def _apart(place: Place, other: Place) -> float:
    """How much two differ in size, as the logarithm of the ratio; infinite where one isn't known."""
    if not place.inhabitants or not other.inhabitants:
        return math.inf
    return abs(math.log(other.inhabitants / place.inhabitants))


@lru_cache(maxsize=1)
def _national() -> dict[str, Place]:
    return _read(DATA / MUNICIPALITIES_FILE)


def _read(path: Path) -> dict[str, Place]:
    return {name_key(row["naam"]): _place(row) for row in municipality_rows(path)}


def _place(row: dict[str, str]) -> Place:
    return Place(row["naam"], row.get("provincie", ""), inhabitants_of(row))
