"""The proper names in a text: of buildings, streets, sites and plans, however papers spell them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from index.language.analysis import compound_parts, says_something
from index.language.fold import fold
from index.language.wordlists import entries
from ingest.dutch import is_dutch

_CAPITALISED = r"(?:[A-Z][^\W_]*|['’]t)(?:[-’'][^\W_]+)*"
_NAME = re.compile(
    rf"(?<![^\W_])(?<![-’'])(?:[A-Z][a-z]{{0,3}}\.\s)?{_CAPITALISED}"
    rf"(?:\s(?:(?:van|de|den|der|het|ter|ten)\s)*(?:[A-Z][a-z]{{0,3}}\.\s)?{_CAPITALISED})*"
)
_BEGINS = re.compile(r"(?:^|[.!?:;|•\n])[\W\d]*$")
_HYPHEN = re.compile(r"[-’']")
_MARK = re.compile(r"[\W_]+")
_TWICE = re.compile(r"(.)\1+")
_SPELLINGS = (
    ("ij", "y"), ("ey", "ei"), ("uy", "ui"), ("oy", "oi"), ("ay", "ai"),
    ("ck", "k"), ("gh", "g"), ("ae", "a"), ("th", "t"), ("ph", "f"), ("c", "k"),
)  # fmt: skip
"""How names were and are written; a letter that stands there twice counts once."""
_AT = frozenset({"in", "bij", "aan", "langs", "op", "nabij", "naast", "rond", "tussen", "achter", "tegenover", "naar"})
_ARTICLES = frozenset({"de", "den", "der", "het", "t", "ter", "ten", "van"})
_OF_ACTS = ("ing", "tie")
_OWN_ARTICLES = frozenset({"De", "Den", "Het", "'t", "’t"})
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a text, at `text[start:end]`.

    Attributes:
        words: of each word that tells it from other names, the ways to write it.
        beside: the word before it that says what it is ("raadhuis De Horst", "scouting De Horst"); "" without one.
        is_place: whether it only says where something is ("de speeltuin in De Horst").
        is_apposed: whether the word beside it names the same: before the article of a name it can't be anything else.
        is_sure: whether it is surely a name: it has a word of no dictionary, and doesn't begin a sentence.
    """

    start: int
    end: int
    words: tuple[frozenset[str], ...]
    beside: str
    is_place: bool
    is_apposed: bool
    is_sure: bool

    def is_same(self, other: "Name") -> bool:
        """Whether both may be one name: every word of the shorter is one of the longer, its last one too."""
        shorter, longer = sorted((self.words, other.words), key=len)
        return bool(shorter[-1] & longer[-1]) and all(any(word & another for another in longer) for word in shorter)


@cache
def project_words() -> frozenset[str]:
    """What is built "op de locatie X" is X itself: words that tell no project from another."""
    return frozenset(entries("projectwoorden.txt"))


def names(text: str) -> tuple[Name, ...]:
    """The names in a text; of the words that begin a sentence only those that no dictionary has."""
    return tuple(_names(text))


def _names(text: str) -> Iterator[Name]:
    for found in _NAME.finditer(text):
        start = found.start()
        words = list(re.finditer(r"\S+", found.group()))
        if _BEGINS.search(text[:start]) and _is_common_word(words[0].group()):
            words = words[1:]
        words = words[_article(words) :]
        begins = bool(_BEGINS.search(text[: start + words[0].start()])) if words else False
        told = tuple(spellings for word in words if (spellings := _telling(word.group())))
        if told:
            start += words[0].start()
            is_sure = not begins and not all(_is_common_word(word.group()) for word in words)
            beside, is_place = _before(text[:start], words[0].group())
            yield Name(
                start, found.end(), told, beside, is_place, _has_article(text[:start], words[0].group()), is_sure
            )


def _article(words: list[re.Match[str]]) -> int:
    """Where the article of a name stands that has a word before it: "Raadhuis De Horst" is De Horst."""
    return next((at for at, word in enumerate(words[:-1]) if at and word.group() in _OWN_ARTICLES), 0)


def _is_common_word(word: str) -> bool:
    """Whether a word that begins a sentence is likely none of a name: it, or what it is made of, is in a dictionary."""
    lower = word.lower()
    if word[1:2].isupper() or word[1:2].isdigit():
        return False
    return lower not in _ARTICLES and (is_dutch(lower) or bool(compound_parts(lower)) or lower.endswith(_endings()))


def _has_article(text: str, first: str) -> bool:
    return fold(first).lstrip("'’") in _ARTICLES or fold(text.rpartition(" ")[0].rpartition(" ")[2]) in _ARTICLES


@cache
def _endings() -> tuple[str, ...]:
    """How words end that say what is done, or that are a plan or a policy."""
    return (*_OF_ACTS, *(word for word in entries("handelwoorden.txt") if len(word) > _SHORTEST))


def _before(text: str, first: str) -> tuple[str, bool]:
    """What stands before a name: the word that says what it is, and whether that says where."""
    before = [fold(word) for word in text[text.rfind("\n") + 1 :].split()[-4:]]
    before = [word for word in before if word not in _ARTICLES]
    nearest = before[-1] if before else ""
    if nearest in _AT:
        return "", first.rpartition("-")[2] not in project_words()
    if not nearest.isalpha() or not says_something(nearest):
        return "", False
    return nearest, len(before) > 1 and before[-2] in _AT and nearest not in project_words()


@lru_cache(maxsize=1 << 14)
def _telling(word: str) -> frozenset[str]:
    """The ways to write a word of a name; none of a word that tells no name from another."""
    if fold(word) in _ARTICLES or not word[-1].isalnum():
        return frozenset()
    first, *more = _HYPHEN.split(word)
    is_kind = bool(more) and more[-1].islower() and len(first) >= _SHORTEST
    found = {spelling(word), spelling(first) if is_kind else spelling(word)}
    return frozenset(key for key in found - _common() if len(key) >= _SHORTEST)


@lru_cache(maxsize=1 << 14)
def spelling(word: str) -> str:
    """A word as it sounds, so that "Deijlschool" is "Deylschool", and "Zijlhuys" "Zijlhuis"."""
    found = _MARK.sub("", fold(word))
    for written, meant in _SPELLINGS:
        found = found.replace(written, meant)
    return _TWICE.sub(r"\1", found)


@cache
def _common() -> frozenset[str]:
    return frozenset(map(spelling, entries("geen_namen.txt")))
