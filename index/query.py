"""A question becomes words, a text for the encoder and what was understood of it.

What is read out of a question prefers and never hides what might answer: documents of which the municipality,
year or type is unknown stay in. `literal` switches all of it off.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from index.analysis import tokens
from index.filters import Filters
from index.fold import fold, name_key
from index.library import Library
from index.terms import Word, words_of
from index.wordlists import pairs
from ingest.gazetteer import Gazetteer

__all__ = ["Filters", "Query", "Understood", "understand"]

Aspect = Literal["municipality", "doc_type", "year", "official", "kind", "spelling"]

_YEARS = re.compile(r"\b((?:19|20)\d\d)(?:\s*(?:-|–|/|t/m|tot en met|tot)\s*((?:19|20)\d\d))?\b")
_BEFORE_NAME = re.compile(r"(?:\b(?:in|van|te|uit|voor|bij|door|binnen))?(?:\s+de)?(?:\s+gemeente)?\s*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_QUOTED = re.compile(r"[\"“”„]([^\"“”„]+)[\"“”„]")
_MINUS = re.compile(r"(?<!\S)-([^\W\d_]\S*)")
_SUREST_FORMS = frozenset({"gemeente", "name", "demonym", "place"})
_LEAST_WEIGHT = 0.3
"""A name that the gazetteer holds for less likely than this to be the municipality is left a word."""


@dataclass(frozen=True, slots=True)
class Understood:
    """Something read out of a question.

    Attributes:
        value: the municipality, the year or period, the id of a type or kind, the official's name, the spelling used.
        start, end: the words of the question that said it.
        known: False for a municipality that no document is of.
    """

    aspect: Aspect
    value: str
    start: int
    end: int
    known: bool = True


@dataclass(frozen=True, slots=True)
class Query:
    """A question as search uses it.

    Attributes:
        text: the question as asked.
        meaning: what the encoder gets: the question without the names that the preferences hold, and with
            misspelled words corrected.
        words: what is looked up.
        phrases: what stood in quotes, which a passage must have just so.
        unwanted: stems of words with a minus before them, which a passage may not have.
        preferences: what the question asks for; `years` holds every year of a period.
        kinds: the kinds of fact that it asks for.
        absent: municipalities that it names and no document is of.
        understood: all of this, for display.
    """

    text: str
    meaning: str
    words: tuple[Word, ...]
    preferences: Filters = Filters()  # noqa: RUF009
    kinds: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    understood: tuple[Understood, ...] = ()
    phrases: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()

    def admits(self, text: str) -> bool:
        """Whether a passage's text has the phrases."""
        plain = _plain(text) if self.phrases else ""
        return all(_plain(phrase) in plain for phrase in self.phrases)


def _plain(text: str) -> str:
    return f" {' '.join(_WORD.findall(fold(text)))} "


def understand(question: str, library: Library, *, literal: bool = False) -> Query:
    """Read a question; with `literal` it is only words and meaning."""
    asked = replace(
        Query(question, question, ()), phrases=tuple(_QUOTED.findall(question)), unwanted=_unwanted(question)
    )
    wanted = _MINUS.sub(lambda found: " " * len(found.group()), question)
    if literal:
        return replace(asked, meaning=wanted, words=words_of(wanted, library.words, plain=True))
    return _read(asked, wanted, library)


def _unwanted(question: str) -> tuple[str, ...]:
    return tuple(token.stem for found in _MINUS.findall(question) for token in tokens(found))


def _read(asked: Query, question: str, library: Library) -> Query:
    """With all that is understood of the question, which has blanks for what is unwanted."""
    found = _without_overlap([*_municipalities(question, library), *_years(question), *_people(question, library)])
    found += [*_listed(question, "soortwoorden.tsv", "doc_type"), *_listed(question, "feitwoorden.tsv", "kind")]
    named = [item for item in found if item.aspect == "municipality" and item.known]
    words = words_of(question, library.words, plain=False, skip=[(item.start, item.end) for item in named])
    found += [Understood("spelling", word.meant, word.start, word.end) for word in words if word.meant]
    return replace(
        asked,
        meaning=_meaning(question, named),
        words=words,
        preferences=Filters(
            municipalities=_values(found, "municipality", known=True),
            doc_types=_values(found, "doc_type"),
            years=tuple(sorted({year for item in found if item.aspect == "year" for year in years_of(item.value)})),
            officials=_values(found, "official"),
        ),
        kinds=_values(found, "kind"),
        absent=_values(found, "municipality", known=False),
        understood=tuple(sorted(found, key=lambda item: (item.start, item.aspect))),
    )


def _values(found: list[Understood], aspect: Aspect, *, known: bool = True) -> tuple[str, ...]:
    values = [item.value for item in found if item.aspect == aspect and item.known == known]
    return tuple(dict.fromkeys(values))


def _without_overlap(found: list[Understood]) -> list[Understood]:
    """Of two readings of the same words the longer, and of equals the earlier in the list."""
    kept: list[Understood] = []
    for item in sorted(found, key=lambda item: item.start - item.end):
        if all(item.end <= other.start or other.end <= item.start for other in kept):
            kept.append(item)
    return kept


def _municipalities(question: str, library: Library) -> Iterator[Understood]:
    """Names in any case where the collection has them; other names, and places, only as they are written."""
    own = {name_key(name): name for name in library.municipalities()}
    for start, end in _runs(question):
        name = own.get(name_key(question[start:end]))
        if name:
            yield Understood("municipality", name, start, end)
    for mention in _gazetteer().find(_capitalised(question)):
        capital = question[mention.start].isupper() or not question[mention.start].isalpha()
        known = name_key(mention.municipality) in own
        if mention.how in _SUREST_FORMS and mention.weight >= _LEAST_WEIGHT and (known or capital):
            yield Understood("municipality", mention.municipality, mention.start, mention.end, known)


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.load()


def _capitalised(question: str) -> str:
    """The gazetteer looks at words with a capital only; people who search leave them out."""
    return _WORD.sub(lambda word: word.group()[:1].upper() + word.group()[1:], question)


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
        value = listed.get(" ".join(fold(question[start:end]).split()))
        if value and all(end <= begin or stop <= start for begin, stop in taken):
            taken.append((start, end))
            yield Understood(aspect, value, start, end)


def _meaning(question: str, named: list[Understood]) -> str:
    """The question without the municipality, which the preference takes care of: in a vector it outweighs the rest."""
    text = question
    for item in sorted(named, key=lambda item: -item.start):
        text = _BEFORE_NAME.sub("", text[: item.start]) + text[item.end :]
    text = re.sub(r"\s+([?!.,;:])", r"\1", " ".join(text.split()))
    return text if any(letter.isalpha() for letter in text) else question
