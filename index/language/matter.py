"""Which words of a sentence tell its matter from another, and how alike two of them are, also as parts of words."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from index.language.analysis import is_stop_word, tokens
from index.language.stems import stem
from index.language.wordlists import entries
from ingest.grammar.verbs import forms_of

_PART_OF_WORD = 0.8
_SHORTEST_PART = 6
_SHORTEST_REST = 3
_SHORTEST_WORD = 4
_DIGITS_OF_YEAR = 4
_WITH_YEAR = re.compile(r"([^\W\d_]{4,}) ((?:19|20)\d{2})\b")


def says(text: str) -> bool:
    """Whether a line says something: a sentence or the row of a table, not a heading."""
    return "|" in text or text.rstrip("\"'”’) ")[-1:] in {".", "!", "?", ";", ":"}


@lru_cache(maxsize=1 << 14)
def content_words(text: str, *, with_parts: bool = False) -> frozenset[str]:
    """The stems of the words that tell one matter from another, amounts among them.

    Args:
        with_parts: also those of the words that compounds are made of ("reddingsboot" has "boot").
    """
    found = [
        token
        for token in tokens(text)
        if len(token.exact) >= _SHORTEST_WORD and not _is_year(token.exact) and not is_stop_word(token)
    ]
    parts = {part for token in found for part in token.parts} if with_parts else set()
    return frozenset({token.stem for token in found} | parts) - _times()


def doings(text: str) -> frozenset[str]:
    """The stems of its words that are forms of a verb: they say what happens, not with what."""
    return frozenset(token.stem for token in tokens(text) if forms_of(token.exact))


def named_years(text: str) -> dict[str, set[str]]:
    """The words that a year stands behind, with those years: "meicirculaire 2024"."""
    found: dict[str, set[str]] = {}
    for word, year in _WITH_YEAR.findall(text):
        if stems := content_words(word):
            found.setdefault(min(stems), set()).add(year)
    return found


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == _DIGITS_OF_YEAR and word[:2] in {"19", "20"}


def likeness(word: str, others: frozenset[str]) -> float:
    """How like a word is to the likest of others: 1 for the same stem, less where one begins or ends with the other
    ("bluswater" in "bluswaterput"), else 0."""
    if word in others:
        return 1.0
    if len(word) < _SHORTEST_PART:
        return 0.0
    longest_part, least = len(word) - _SHORTEST_REST, len(word) + _SHORTEST_REST
    has_part = any(word[:size] in others or word[-size:] in others for size in range(_SHORTEST_PART, longest_part + 1))
    is_part = any(len(other) >= least and (other.startswith(word) or other.endswith(word)) for other in _long(others))
    return _PART_OF_WORD if has_part or is_part else 0.0


@lru_cache(maxsize=1 << 14)
def _long(words: frozenset[str]) -> tuple[str, ...]:
    """Those that another word may be a part of."""
    return tuple(word for word in words if len(word) >= _SHORTEST_PART + _SHORTEST_REST)


@lru_cache(maxsize=1)
def _times() -> frozenset[str]:
    return frozenset(stem(word) for word in entries("tijdwoorden.txt"))


@lru_cache(maxsize=1)
def acts() -> frozenset[str]:
    """The stems of words that say what is done, not with what."""
    known = {stem(word) for word in entries("handelwoorden.txt")}
    return frozenset(known | {f"{each}t" for each in known})


def local_rarity(sentences_of_theme: Sequence[frozenset[str]]) -> dict[str, float]:
    """How little a word is used on the theme, 0 to 1: what every sentence on it says tells no matter from another."""
    counts = Counter(word for words in sentences_of_theme for word in words)
    most = math.log(1 + len(sentences_of_theme))
    return {word: 1 - math.log(count) / most for word, count in counts.items()} if most else {}
