"""A question becomes words, a text for the encoder and what was understood of it.

What is read out of a question prefers and never hides what might answer: documents of which the municipality,
year or type is unknown stay in. `literal` switches all of it off, `without` a part of it.
"""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from typing import Literal

from index.finding.acronyms import written_out
from index.finding.spelling import Corrected, corrected, edit_distance
from index.finding.terms import Word, words_of
from index.language.analysis import tokens
from index.language.fold import fold, name_key
from index.language.place_names import mentions_in
from index.language.wordlists import pairs
from index.library import Library
from index.store.filters import Filters
from ingest.dutch import is_dutch
from ingest.gazetteer import Mention
from ingest.identify.days import dates_in

__all__ = ["Filters", "Query", "Understood", "understand"]

Aspect = Literal["municipality", "doc_type", "year", "day", "official", "kind", "spelling", "phrase", "unwanted"]
_NAMING = frozenset({"municipality", "doc_type", "year", "day", "official", "kind"})
"""What says where to look or for what kind of thing, and not what it is about."""

_YEARS = re.compile(r"\b((?:19|20)\d\d)(?:\s*(?:-|–|/|t/m|tot en met|tot)\s*((?:19|20)\d\d))?\b")
_BEFORE_NAME = re.compile(r"(?:\b(?:in|van|te|uit|voor|bij|door|binnen))?(?:\s+de)?(?:\s+gemeente)?\s*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_QUOTED = re.compile(r"[\"“”„]([^\"“”„]+)[\"“”„]")
_MINUS = re.compile(r"(?<!\S)-([^\W\d_]\S*)")
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


@dataclass(frozen=True, slots=True)
class Query:
    """A question as search uses it.

    Attributes:
        text: the question as asked.
        meaning: what the encoder gets: the question without the names that the preferences hold, with misspelled
            words corrected and abbreviations written out.
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

    @property
    def subject(self) -> tuple[Word, ...]:
        """The words that say what it is about: those that name no place, paper, time, office or kind of fact."""
        return self._without(item for item in self.understood if item.aspect in _NAMING)

    @property
    def telling(self) -> tuple[Word, ...]:
        """Those of the subject that say something of it; "nieuwe" doesn't."""
        return tuple(word for word in self.subject if not word.says_little)

    @property
    def matter(self) -> tuple[Word, ...]:
        """The subject with the places within a municipality: what "Kosten van De Eik" asks after may be a building."""
        return self._without(item for item in self.understood if item.aspect in _NAMING and not item.within)

    def _without(self, items: Iterable[Understood]) -> tuple[Word, ...]:
        said = [(item.start, item.end) for item in items]
        return tuple(word for word in self.words if not any(start <= word.start < end for start, end in said))


def _plain(text: str) -> str:
    return f" {' '.join(_WORD.findall(fold(text)))} "


def understand(question: str, library: Library, *, literal: bool = False, without: Set[str] = frozenset()) -> Query:
    """Read a question.

    Args:
        literal: it is only words and meaning.
        without: keys of what was understood of it before and is to be left out (`Understood.key`).
    """
    marked = (*_marked(question, _QUOTED, "phrase"), *_marked(question, _MINUS, "unwanted"))
    said = [item for item in marked if item.key not in without]
    asked = replace(
        Query(question, question, ()),
        phrases=_values(said, "phrase"),
        unwanted=tuple(token.stem for value in _values(said, "unwanted") for token in tokens(value)),
        understood=tuple(said),
    )
    wanted = _MINUS.sub(lambda found: " " * len(found.group()), question)
    if literal:
        return replace(asked, meaning=wanted, words=words_of(wanted, library.words, plain=True))
    return _read(asked, wanted, library, without)


def _marked(question: str, mark: re.Pattern[str], aspect: Aspect) -> Iterator[Understood]:
    for found in mark.finditer(question):
        yield Understood(aspect, found.group(1), found.start(), found.end())


def _read(asked: Query, question: str, library: Library, without: Set[str]) -> Query:
    """With all that is understood of the question, which has blanks for what is unwanted."""
    better = _spelled(question, library, {key.removeprefix("spelling:") for key in without})
    text = better.text
    found = [item for item in _named(text, library) if item.key not in without]
    places = [item for item in found if _is_taken_care_of(item)]
    meaning = written_out(_meaning(text, places), library)
    found = [_in_question(item, better) for item in found]
    hidden = [(item.start, item.end) for item in found if _is_taken_care_of(item)]
    words = words_of(question, library.words, plain=False, skip=hidden, meant=better.meant)
    found += [Understood("spelling", word.meant, word.start, word.end) for word in words if word.meant]
    return replace(
        asked,
        meaning=meaning,
        words=words,
        preferences=Filters(
            municipalities=_values(found, "municipality", known=True),
            doc_types=_values(found, "doc_type"),
            years=tuple(sorted({year for item in found if item.aspect == "year" for year in years_of(item.value)})),
            officials=_values(found, "official"),
        ),
        kinds=_values(found, "kind"),
        absent=_values(found, "municipality", known=False),
        understood=tuple(sorted([*asked.understood, *found], key=lambda item: (item.start, item.aspect))),
    )


def _spelled(question: str, library: Library, left: Set[str]) -> Corrected:
    """The question as it was meant; what is a place with a capital isn't a misspelling, of which the library may have
    no word."""
    better = corrected(question, library.words, left)
    places = [mention for mention in mentions_in(question) if _is_sure(mention)] if better.meant else []
    names = {word.start() for word in _WORD.finditer(question) if word.group()[0].isupper()}
    names = {start for start in names for place in places if place.start <= start < place.end}
    return corrected(question, library.words, left, names) if names & better.meant.keys() else better


def _is_sure(mention: Mention) -> bool:
    return mention.how in _SUREST_FORMS and mention.weight >= _LEAST_WEIGHT


def _is_taken_care_of(item: Understood) -> bool:
    """Whether a preference says all that the words say: that of a municipality, not of a village in it."""
    return item.aspect == "municipality" and item.known and not item.within


def _named(text: str, library: Library) -> list[Understood]:
    found = _without_overlap([*_municipalities(text, library), *_years(text), *_people(text, library)])
    names = [item.start for item in found if item.aspect == "official"]
    kinds = (item for item in _listed(text, "feitwoorden.tsv", "kind") if not _is_title(text, item, names))
    days = [Understood("day", day.isoformat(), start, end) for day, start, end in dates_in(text)]
    return [*found, *days, *_listed(text, "soortwoorden.tsv", "doc_type"), *kinds]


def _is_title(text: str, kind: Understood, names: Iterable[int]) -> bool:
    """Whether an office only stands before a name: "wethouder Post" doesn't ask for wethouders."""
    return kind.value == "official" and any(not text[kind.end : name].strip() for name in names if name > kind.end)


def _in_question(item: Understood, better: Corrected) -> Understood:
    """With its place in the question as it was typed."""
    return replace(item, start=better.origin(item.start), end=better.origin(item.end))


def _values(found: Iterable[Understood], aspect: Aspect, *, known: bool = True) -> tuple[str, ...]:
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
        if _is_sure(mention) and (known or capital):
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


def _meaning(question: str, named: list[Understood]) -> str:
    """The question without the municipality, which the preference takes care of: in a vector it outweighs the rest."""
    text = question
    for item in sorted(named, key=lambda item: -item.start):
        text = _BEFORE_NAME.sub("", text[: item.start]) + text[item.end :]
    text = re.sub(r"\s+([?!.,;:])", r"\1", " ".join(text.split()))
    return text if any(letter.isalpha() for letter in text) else question
