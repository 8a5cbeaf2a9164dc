"""The tokens of Dutch text: one analysis for what is indexed and for what is asked.

Tokens serve finding only; what is shown is always the text. Each token keeps the span that it came from, so
that what matched can be marked.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from index.language.fold import fold
from index.language.stems import stem
from index.language.wordlists import entries

_SOFT_HYPHEN = "\u00ad"
_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+")
_SOFTENED = re.compile(rf"\d+(?:[.,]\d+)+|[^\W_]++(?:{_SOFT_HYPHEN}[^\W_]++)*+(?!{_SOFT_HYPHEN}\s+(?!(?:en|of)\b))")
"""The same in a text with soft hyphens: a word with one within is whole, and what a line breaks off, of which another
column brings no other half, is none: "Metro" of the "Metropoolregio" is no metro."""
_JOINED = re.compile(r"[^\W\d_][^\W_]*(?:-[^\W_]+)+")
_SEPARATED = re.compile(
    rf"\b({'|'.join(sorted({*entries('voorvoegsels.txt')} - {'om', 'door'}))}) te ([^\W\d_]+n)\b", re.IGNORECASE
)
"""A separable verb, as in "op te leveren"; "om te" and "door te" are mostly none."""
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
ANALYSIS = 3
"""Raise it with every change of the code, here or in `stems`, `fold` or `abbreviations`, that gives some text other
tokens: then the words of a library are read again, which takes four minutes for a million passages."""
_LISTS = ("onregelmatig.tsv", "stamvast.txt", "stopwoorden.txt", "voorvoegsels.txt", "woorddelen.txt")
"""That decide, besides the code, which tokens a text has."""
_LINKS = ("", "s", "en", "e", "n", "er")
_SHORTEST_COMPOUND = 7
_MOST_PARTS = 4


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it stands in a text, at `text[start:end]`.

    Attributes:
        exact: folded; of a number, without the dots between thousands.
        stem: what all forms of the word share.
    """

    start: int
    end: int
    exact: str
    stem: str

    @property
    def parts(self) -> tuple[str, ...]:
        """Stems of the words that a compound is made of; empty where it is none."""
        return compound_parts(self.exact)


@cache
def fingerprint() -> str:
    """Changes with anything that tokens depend on: an index made by another analysis must be made again."""
    digest = hashlib.blake2b(str(ANALYSIS).encode(), digest_size=8)
    for name in _LISTS:
        digest.update("\n".join((name, *entries(name))).encode())
    return digest.hexdigest()


def tokens(text: str) -> Iterator[Token]:
    """The words and numbers of a text, in order; hyphenated words, codes and separable verbs come whole, then in parts
    ("i-watch", i, watch; "op te leveren", op, te, leveren)."""
    for start, end, word in spans(text):
        yield Token(start, end, *_read(word))


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and letters of each token, one of several parts without what stands between these."""
    wholes = {start: (start, end, letters) for start, end, letters in _of_parts(text)}
    soft = _SOFT_HYPHEN in text
    for found in (_SOFTENED if soft else _TOKEN).finditer(text):
        start = found.start()
        if start in wholes:
            yield wholes[start]
        yield start, found.end(), found.group().replace(_SOFT_HYPHEN, "") if soft else found.group()


def _of_parts(text: str) -> Iterator[tuple[int, int, str]]:
    if "-" in text:
        yield from ((found.start(), found.end(), found.group().replace("-", "")) for found in _JOINED.finditer(text))
    if " te " in text:
        yield from ((found.start(), found.end(), found[1] + found[2]) for found in _SEPARATED.finditer(text))


def words_in(text: str) -> set[str]:
    """The letters of the tokens of a text, each once."""
    return {letters for _, _, letters in spans(text)}


@lru_cache(maxsize=1 << 17)
def stems_of(word: str) -> tuple[str, ...]:
    """The stem of a word as it stands in a text, then the stems of the words that it is a compound of."""
    exact, stemmed = _read(word)
    return (stemmed, *compound_parts(exact))


@lru_cache(maxsize=1 << 17)
def _read(word: str) -> tuple[str, str]:
    """A word's exact form and its stem."""
    exact = _number(word) if word[0].isdigit() else fold(word)
    return exact, stem(exact)


def is_stop_word(token: Token) -> bool:
    """Whether a word says nothing about the subject; a lone letter doesn't either."""
    return _says_nothing(token.exact)


def says_something(word: str) -> bool:
    """The same, the other way round, of a word as it stands in a text."""
    return not _says_nothing(_read(word)[0])


def _says_nothing(exact: str) -> bool:
    return exact in _stop_words() or (len(exact) == 1 and not exact.isdigit())


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    return frozenset(entries("stopwoorden.txt"))


def _number(text: str) -> str:
    return text.replace(".", "") if _THOUSANDS.fullmatch(text) else fold(text)


@lru_cache(maxsize=1)
def _lexicon() -> tuple[frozenset[str], frozenset[str]]:
    words = frozenset(entries("woorddelen.txt"))
    return words, frozenset(stem(word) for word in words)


@lru_cache(maxsize=1 << 17)
def compound_parts(word: str) -> tuple[str, ...]:
    """The stems of the two to four known words that a folded word consists of: "drugspanden" -> ("drug", "pand").

    Only words of `woorddelen.txt` count as parts: splitting blindly costs precision (measured: -2.4 nDCG on
    questions that restate their answer; with known words -0.3, and +1.3 on those that share no word with it).
    """
    words, _ = _lexicon()
    if len(word) < _SHORTEST_COMPOUND or word in words or not word.isalpha():
        return ()
    best = _segment(word, _MOST_PARTS)
    return tuple(stem(part) for part in best) if best and len(best) > 1 else ()


def _segment(word: str, most: int) -> tuple[str, ...] | None:
    """The fewest known words that make up the whole, the last as long as possible; None if they can't."""
    if _is_part(word):
        return (word,)
    if most == 1:
        return None
    found: list[tuple[str, ...]] = []
    for cut in range(3, len(word) - 2):
        head = _modifier(word[:cut])
        rest = _segment(word[cut:], most - 1) if head else None
        if head and rest:
            found.append((head, *rest))
    return min(found, key=lambda parts: (len(parts), -len(parts[-1])), default=None)


def _modifier(text: str) -> str | None:
    """The known word that a first part is, with or without a linking sound."""
    words, _ = _lexicon()
    for link in _LINKS:
        word = text.removesuffix(link) if link else text
        if (not link or word != text) and word in words:
            return word
    return None


def _is_part(text: str) -> bool:
    words, stems = _lexicon()
    return text in words or (len(text) >= 4 and stem(text) in stems)
