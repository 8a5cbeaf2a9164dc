"""What a question names: municipalities, years and days, people, types of paper and kinds of fact."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from index.finding.spelling import edit_distance
from index.language.fold import fold, name_key
from index.language.place_names import mentions_in
from index.language.wordlists import pairs
from index.library import Library
from ingest.dutch import is_dutch
from ingest.gazetteer import Mention
from ingest.identify.days import dates_in

Aspect = Literal["municipality", "doc_type", "year", "day", "official", "kind", "spelling", "phrase", "unwanted"]
_YEARS = re.compile(r"\b((?:19|20)\d\d)(?:\s*(?:-|–|/|t/m|tot en met|tot)\s*((?:19|20)\d\d))?\b")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SUREST_FORMS = frozenset({"gemeente", "name", "demonym", "place"})
_LONG = 8
"""Letters of a word of a list that is known in a misspelling too."""
_LEAST_WEIGHT = 0.3
"""A name that the gazetteer holds for less likely than this to be the municipality is left a word."""


@dataclass(frozen=True, slots=True)
class Understood:
    """Something read out of a question.

    Attributes:
        value: the municipality, the year or period, the day (ISO), the id of a type or kind, the official's name, the
            spelling used, the phrase in quotes, the word with a minus.
        start, end: the words of the question that said it.
        known: False for a municipality that no document is of.
        within: whether a municipality was named by a place in it, which is worth looking for by itself.
    """

    aspect: Aspect
    value: str
    start: int
    end: int
    known: bool = True
    within: bool = False

    @property
    def key(self) -> str:
        """By which it can be left out of the reading."""
        return f"{self.aspect}:{self.value}"


def is_sure(mention: Mention) -> bool:
    """Whether a name is most likely that of a municipality, or of a place in one."""
    return mention.how in _SUREST_FORMS and mention.weight >= _LEAST_WEIGHT


def named_in(text: str, library: Library) -> list[Understood]:
    """Municipalities, years, days, people, types and kinds of fact."""
    found = _without_overlap([*_municipalities(text, library), *_years(text), *_people(text, library)])
    names = [item.start for item in found if item.aspect == "official"]
    kinds = (item for item in _listed(text, "feitwoorden.tsv", "kind") if not _is_title(text, item, names))
    days = [Understood("day", day.isoformat(), start, end) for day, start, end in dates_in(text)]
    return [*found, *days, *_listed(text, "soortwoorden.tsv", "doc_type"), *kinds]


def _is_title(text: str, kind: Understood, names: Iterable[int]) -> bool:
    """Whether an office only stands before a name: "wethouder Post" doesn't ask for wethouders."""
    return kind.value == "official" and any(not text[kind.end : name].strip() for name in names if name > kind.end)


def _without_overlap(found: list[Understood]) -> list[Understood]:
    """Of two readings of the same words the longer, and of equals the earlier in the list."""
    kept: list[Understood] = []
    for item in sorted(found, key=lambda item: item.start - item.end):
        if all(item.end <= other.start or other.end <= item.start for other in kept):
            kept.append(item)
    return kept


def _municipalities(question: str, library: Library) -> Iterator[Understood]:
    """Names in any case where the collection has them; other names, and places, only as they are written.

    Of two municipalities of one name ("Bergen") the one that the collection has comes first.
    """
    names = library.municipalities()
    own = {name_key(name.partition(" (")[0]): name for name in names} | {name_key(name): name for name in names}
    for start, end in _runs(question):
        name = own.get(name_key(question[start:end]))
        if name:
            yield Understood("municipality", name, start, end)
    for mention in sorted(mentions_in(question), key=lambda mention: name_key(mention.municipality) not in own):
        capital = question[mention.start].isupper() or not question[mention.start].isalpha()
        known = name_key(mention.municipality) in own
        if is_sure(mention) and (known or capital):
            within = mention.how == "place"
            yield Understood("municipality", mention.municipality, mention.start, mention.end, known, within)


def _runs(question: str) -> Iterator[tuple[int, int]]:
    """Spans of one to four words."""
    words = [found.span() for found in _WORD.finditer(question)]
    for first in range(len(words)):
        for last in range(first, min(first + 4, len(words))):
            yield words[first][0], words[last][1]


def _years(question: str) -> Iterator[Understood]:
    for found in _YEARS.finditer(question):
        first, last = found.group(1), found.group(2)
        value = f"{first}-{last}" if last and last > first else first
        yield Understood("year", value, found.start(), found.end())


def years_of(value: str) -> range:
    """The years of "2022" or "2021-2024"."""
    first, _, last = value.partition("-")
    return range(int(first), int(last or first) + 1)


def _people(question: str, library: Library) -> Iterator[Understood]:
    """By full name in any case, by surname with a capital: "de Boer" is a name, "de boer" a farmer."""
    if not any(name_key(question[start:end]) in library.names_of_people() for start, end in _runs(question)):
        return
    people = library.people()
    surnames = library.surnames()
    for start, end in _runs(question):
        key = name_key(question[start:end])
        name = people.get(key) or (surnames.get(key) if question[start].isupper() else None)
        if name:
            yield Understood("official", name, start, end)


def _listed(question: str, file: str, aspect: Aspect) -> Iterator[Understood]:
    """Words of a list, the longest first."""
    listed = dict(pairs(file))
    runs = sorted(_runs(question), key=lambda run: run[0] - run[1])
    taken: list[tuple[int, int]] = []
    for start, end in runs:
        words = " ".join(fold(question[start:end]).split())
        value = listed.get(words) or listed.get(_misspelt(words, listed))
        if value and all(end <= begin or stop <= start for begin, stop in taken):
            taken.append((start, end))
            yield Understood(aspect, value, start, end)


def _misspelt(word: str, listed: Iterable[str]) -> str:
    """The one long word of a list that differs by a letter; empty where there is none."""
    if len(word) < _LONG or not word.isalpha():
        return ""
    near = next((other for other in listed if other[:1] == word[:1] and edit_distance(word, other, 1) == 1), "")
    # Asked last: it loads a dictionary, which takes longer than the rest of a first search.
    return "" if near and is_dutch(word) else near
