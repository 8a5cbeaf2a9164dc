"""The municipalities of the Netherlands, their other names, inhabitants, places and web addresses.

`Gazetteer.find` is linear in the text: it looks only where a word starts with a capital (or a Dutch
article or apostrophe before one) and asks a dictionary keyed by that word.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from ingest.places.context import Context, context_of
from ingest.places.forms import demonyms, fold
from ingest.places.municipality_list import municipality_rows
from ingest.places.slugs import SlugIndex

DATA = Path(__file__).parent / "data"

How = Literal["gemeente", "name", "demonym", "place", "host"]
Kind = Literal["", "woord", "achternaam", "streek", "provincie", "regering"]

#: What a mention weighs, by the way a text refers to a municipality. "gemeente X" says it outright.
WEIGHTS: dict[How, float] = {"gemeente": 3.0, "name": 1.0, "demonym": 0.8, "place": 0.5, "host": 4.0}
#: A name that is a word, surname, region or province too says less; that of the government's seat is often the
#: government ("wat Den Haag besluit"); a part of a longer name ("Amsterdam-Amstelland") hardly says a thing.
_BY_KIND: dict[Kind, float] = {
    "": 1.0,
    "woord": 0.6,
    "achternaam": 0.6,
    "streek": 0.6,
    "provincie": 0.6,
    "regering": 0.3,
}
_COMPOUND = 0.15
_DOUBTFUL_PLACE = 0.3
#: "de gemeenten X en Y" are as often the neighbours as the owners.
_ONE_OF_SEVERAL = 1.0

_START = re.compile(r"(?<!\w)(?=(?:(?:de|den|het)\s+)?[A-ZÀ-ÖØ-Þ]|['’‘`´][st][\s-])")
_WORD = re.compile(r"['’‘`´]?\w+")
_BETWEEN_PLACES = re.compile("[;,|]")
_HOST = re.compile(r"(?<![\w.-])(?:[a-z0-9-]+\.)+(?:nl|eu|info|org|com|net|app|frl)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality; `last_year` is the last year that it existed, None where it still does."""

    name: str
    code: str = ""
    province: str = ""
    last_year: int | None = None
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that points to a municipality; `weight` is 0 or more, see `WEIGHTS`."""

    start: int
    end: int
    municipality: str
    how: How
    weight: float


@dataclass(frozen=True, slots=True)
class _Entry:
    """A form that may be found: the municipality it points to, in what way, and how doubtful it is."""

    municipality: str
    how: How
    kind: Kind = ""
    factor: float = 1.0


class Gazetteer:
    """Every municipality that is known; made by `load`."""

    def __init__(self) -> None:
        self._municipalities: dict[str, Municipality] = {}
        self._entries: dict[str, list[_Entry]] = defaultdict(list)
        self._slugs = SlugIndex()
        self._compiled: dict[str, re.Pattern[str] | None] = {}

    @classmethod
    def load(cls, extra: Path | None = None) -> "Gazetteer":
        """The municipalities of 2020 to 2026 and those merged since 2011.

        Args:
            extra: a `gemeenten.csv` of a collection, with the same columns, of which only `naam` must be there,
                and, optionally, `kernen` (places, separated by ";"); its municipalities come on top.

        Raises:
            UnreadableList: the collection's file is no list of municipalities.
        """
        gazetteer = cls()
        gazetteer._read_municipalities(DATA / "gemeenten.csv")
        gazetteer._read_names(DATA / "gemeentenamen.tsv")
        gazetteer._read_places(DATA / "kernen.tsv")
        gazetteer._read_demonyms(DATA / "demoniemen.tsv")
        if extra is not None:
            gazetteer._read_municipalities(extra)
        gazetteer._derive_demonyms()
        return gazetteer

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all municipalities, as they are reported."""
        return tuple(self._municipalities)

    def get(self, name: str) -> Municipality | None:
        """The municipality with exactly this name."""
        return self._municipalities.get(name)

    def candidates(self, name: str) -> tuple[str, ...]:
        """All municipalities that go by a name ("Bergen" is two); places within them don't count."""
        key = fold(name).removeprefix("gemeente ")
        named = [entry.municipality for entry in self._entries.get(key, ()) if entry.how == "name"]
        return tuple(dict.fromkeys(named)) or self._slugs.names(key)

    def municipality(self, name: str) -> str | None:
        """The one municipality that goes by a name or alternative name ("Den Haag"); None if unknown or ambiguous."""
        candidates = self.candidates(name)
        return candidates[0] if len(candidates) == 1 else None

    def in_year(self, name: str, year: int | None) -> str:
        """The municipality that a name belonged to in a year: that of 2023 for "Brielle" is Voorne aan Zee."""
        found = self._municipalities.get(name)
        while found and found.successor and found.last_year and year and year > found.last_year:
            found = self._municipalities.get(found.successor)
        return found.name if found else name

    def of_host(self, host: str, *, places: bool = False) -> str | None:
        """The municipality that a web host belongs to ("zevenaar2018.kadernota.nl"), None where none shows.

        Args:
            places: whether a place within a municipality will do ("omroepspakenburg.nl").
        """
        return self._slugs.of_host(host, places=places)

    def of_slug(self, label: str, *, places: bool = False) -> str | None:
        """The municipality in a piece of a web address or file name, once years and words like "begroting" are off.

        Args:
            places: whether the name of a place within a municipality will do, where it is the whole piece.
        """
        return self._slugs.of_slug(label, places=places)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Every mention in order of start; of overlapping ones the longest, ambiguous ones once per municipality."""
        mentions = [*self._find_names(text), *self._find_hosts(text)]
        return tuple(sorted(mentions, key=lambda mention: mention.start))

    def _find_names(self, text: str) -> Iterator[Mention]:
        done = 0
        for candidate in _START.finditer(text):
            start = candidate.start()
            word = _WORD.match(text, start)
            pattern = self._pattern(fold(word.group())) if word and start >= done else None
            found = pattern.match(text, start) if pattern else None
            if found:
                done = found.end()
                yield from self._mentions(text, start, found.end())

    def _mentions(self, text: str, start: int, end: int) -> Iterator[Mention]:
        context = context_of(text, start, end)
        for entry in self._entries[fold(text[start:end])]:
            how, weight = _weigh(entry, context)
            if weight > 0:
                yield Mention(start, end, entry.municipality, how, weight)

    def _find_hosts(self, text: str) -> Iterator[Mention]:
        for found in _HOST.finditer(text):
            municipality = self.of_host(found.group())
            if municipality:
                yield Mention(found.start(), found.end(), municipality, "host", WEIGHTS["host"])

    @cached_property
    def _forms(self) -> dict[str, list[str]]:
        """The names that start with a word."""
        by_word: dict[str, list[str]] = defaultdict(list)
        for form in self._entries:
            first = _WORD.match(form)
            if first:
                by_word[first.group()].append(form)
        return by_word

    def _pattern(self, word: str) -> re.Pattern[str] | None:
        """The names that start with a word, longest first; made when first asked for, as most never are."""
        if word not in self._compiled:
            forms = self._forms.get(word)
            self._compiled[word] = _alternatives(forms) if forms else None
        return self._compiled[word]

    def _add(self, form: str, entry: _Entry) -> None:
        self._entries[fold(form)].append(entry)

    def _read_municipalities(self, path: Path) -> None:
        for row in municipality_rows(path):
            self._read_municipality(row)

    def _read_municipality(self, row: dict[str, str]) -> None:
        name = self._known_as(row["naam"])
        if "Stadsdeel" in name:
            self._add(name.partition("Stadsdeel ")[2].join(("Stadsdeel ", "")), _Entry("Amsterdam", "place"))
            return
        self._municipalities[name] = Municipality(name, row.get("cbs_code", ""), row.get("provincie", ""))
        self._add(name, _Entry(name, "name"))
        self._slugs.add(name, name)
        self._slugs.add_website(row.get("website", ""), name)
        for place in filter(None, map(str.strip, _BETWEEN_PLACES.split(row.get("kernen", "")))):
            self._add(place, _Entry(name, "place"))

    def _known_as(self, name: str) -> str:
        """The name of a municipality that is known already, for a collection may list it as "Urmelo (U.)"."""
        known = [entry.municipality for entry in self._entries.get(fold(name), ()) if entry.how == "name"]
        return known[0] if len(known) == 1 else name

    def _read_names(self, path: Path) -> None:
        for name, others, kind in _rows(path):
            names = [name, *filter(None, others.split(";"))]
            for form in names:
                known = [entry for entry in self._entries[fold(form)] if entry.municipality != name]
                self._entries[fold(form)] = [*known, _Entry(name, "name", _kind(kind))]
                if name in self._municipalities:
                    self._slugs.add(form, name)

    def _read_places(self, path: Path) -> None:
        for name, municipality, sort, last_year, rivals, certain in _rows(path):
            if sort == "gemeente":
                self._read_former(name, municipality, int(last_year))
                continue
            factor = 1.0 if certain == "ja" else _DOUBTFUL_PLACE
            if certain == "ja":
                self._slugs.add_place(name, municipality)
            self._add(name, _Entry(municipality, "place", factor=factor))
            for rival in filter(None, rivals.split(";")):
                self._add(name, _Entry(rival, "place", factor=_DOUBTFUL_PLACE))

    def _read_former(self, name: str, successor: str, last_year: int) -> None:
        known = self._municipalities.get(name, Municipality(name))
        self._municipalities[name] = Municipality(name, known.code, known.province, last_year, successor)
        if not any(entry.municipality == name for entry in self._entries[fold(name)]):
            self._add(name, _Entry(name, "name"))
            self._slugs.add(name, name)

    def _read_demonyms(self, path: Path) -> None:
        for form, municipality in _rows(path):
            self._add(form, _Entry(municipality, "demonym"))

    def _derive_demonyms(self) -> None:
        plain = [
            name
            for name in self._municipalities
            if all(entry.kind in ("", "achternaam") for entry in self._entries[fold(name)])
        ]
        for name in plain:
            for form in demonyms(name):
                if fold(form) not in self._entries:
                    self._add(form, _Entry(name, "demonym"))


def _weigh(entry: _Entry, context: Context) -> tuple[How, float]:
    if entry.how == "name" and context == "gemeente":
        return "gemeente", WEIGHTS["gemeente"]
    if entry.how == "name" and context == "gemeenten":
        return "gemeente", _ONE_OF_SEVERAL
    if context == "person" or (entry.kind == "woord" and entry.how == "name"):
        return entry.how, 0.0
    weight = WEIGHTS[entry.how] * entry.factor * _BY_KIND[entry.kind]
    if context == "other":
        return entry.how, weight * _COMPOUND
    return entry.how, weight


def _alternatives(forms: list[str]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)
    escaped = (re.escape(form).replace(r"\ ", r"\s+").replace("'", "['’‘`´]") for form in longest_first)
    return re.compile(rf"(?:{'|'.join(escaped)})(?!\w)", re.IGNORECASE)


def _kind(value: str) -> Kind:
    for kind in _BY_KIND:
        if value == kind:
            return kind
    raise ValueError(f"unknown kind of name {value!r}; known are {tuple(_BY_KIND)}")


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(reader)
        yield from reader
