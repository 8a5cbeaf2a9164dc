"""The words of a question, each with all the forms in which it is sought."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Literal

from index.finding.acronyms import full_names, short_names
from index.language.analysis import Token, compound_parts, is_stop_word, tokens
from index.language.stems import stem
from index.language.synonyms import LONGEST_PHRASE, Phrase, synonyms_of
from index.language.wordlists import entries
from index.words import Term, WordIndex, rarity

IN_COMPOUND = 0.6
"""What a match within a compound weighs, 1 for the word itself; .3 to .8 measured alike."""
PARTS = 0.8
"""What the parts of a compound of the question weigh together where they stand apart."""
SYNONYM = 0.7
"""What a match of another word with the same meaning weighs, a word of policy for an everyday one included; of .4 to
.7 for those the highest found most."""
DEFINED = 0.9
"""What an abbreviation weighs for its full name, and the other way round, where a text of the library explains it."""
RAREST_COMMON = 2.0
"""The rarity, at most, of a word that hardly says what a question is about: a small library may lack it by chance."""
CORRECTED = 0.9
"""What a match of the word that was probably meant weighs."""
_LONGEST_COUNT = 2
"""Digits: "3 boa's" or "10 weken" may be written out."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_HEADING = re.compile(r"\d{1,2}\.\d{1,2}")
_LONGEST_NAME = 6


Kind = Literal["itself", "parts", "synonym", "name", "short", "corrected"]


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a word may stand in a text: all of these stems, and what that weighs (1: the word itself).

    Attributes:
        kind: what it is to the word that was asked: itself, the parts of the compound that it is, a synonym, the full
            name of an abbreviation, the abbreviation of a name, or what was meant by a misspelling.
    """

    stems: Phrase
    weight: float
    kind: Kind = "itself"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the question that says something about its subject.

    Attributes:
        start, end: where it stands in the question.
        rarity: how much a match says (inverse document frequency); a word that the library lacks is the rarest.
        forms: in which it is sought, itself first.
        meant: the word of the library that was used instead of a misspelled one, else None.
        known: 1 where the library has it or a word with the same meaning, half where it has only the parts of it or
            the words of a group that means the same, which may stand apart, else 0.
    """

    start: int
    end: int
    rarity: float
    forms: tuple[Form, ...]
    meant: str | None = None
    known: float = 1.0

    def __hash__(self) -> int:
        """By its place: hashing all forms, for each passage again, took a tenth of a search."""
        return hash((self.start, self.end))

    @property
    def exact(self) -> bool:
        """Whether it stands for nothing but itself: an amount, a code or a number that isn't a count, a year or the
        number of a heading."""
        own = self.forms[0].stems[0]
        digits = sum(letter.isdigit() for letter in own)
        return digits > 0 and len(own) > _LONGEST_COUNT and not _YEAR.fullmatch(own) and not _HEADING.fullmatch(own)

    @property
    def says_little(self) -> bool:
        """Whether it hardly says what a question is about: "komen", and what he or she does, "komt".

        That form keeps its rarity: with it capped too questions of the halves lost .001 and .003 of nDCG@10.
        """
        own = self.forms[0].stems[0]
        return own in _common() or own.removesuffix("t") in _common()

    @property
    def stems(self) -> frozenset[str]:
        """Of everything that counts as this word when a passage is marked."""
        return frozenset(stem for form in self.forms for stem in form.stems)

    def terms(self) -> tuple[Term, ...]:
        """What is looked up, each token of a field once, at its highest weight; a group of words shares one."""
        best: dict[tuple[str, str], float] = {}
        for form in self.forms:
            weight = form.weight / len(form.stems)
            for token in form.stems:
                best["stems", token] = max(weight, best.get(("stems", token), 0))
                best["parts", token] = max(weight * IN_COMPOUND, best.get(("parts", token), 0))
        return tuple(Term(field, token, weight) for (field, token), weight in best.items())


def words_of(
    question: str,
    index: WordIndex,
    *,
    plain: bool,
    skip: Sequence[tuple[int, int]] = (),
    meant: Mapping[int, str] = MappingProxyType({}),
) -> tuple[Word, ...]:
    """The words that say something, each once.

    Args:
        plain: look for nothing but the words themselves.
        skip: spans of the question that were understood as something else than words.
        meant: the right spelling of misspelled words, by where these begin.
    """
    found: dict[str, Word] = {}
    kept = _saying(question)
    read = [_as_meant(token, meant.get(token.start)) for token in kept]
    others = {} if plain else _merged(_synonyms(read, index), _abbreviations(question, read, index))
    for number, token in enumerate(kept):
        hidden = any(start <= token.start < end for start, end in skip)
        if not hidden and token.stem not in found:
            found[token.stem] = _word(token, index, others.get(number, ()), meant.get(token.start))
    return tuple(found.values())


def _saying(question: str) -> list[Token]:
    """The words without stop words and without what only asks: the "ver" of "hoe ver"."""
    found = list(tokens(question))
    before = ["", *(token.exact for token in found)]
    asking = _asking()
    return [
        token
        for token, previous in zip(found, before, strict=False)
        if not is_stop_word(token) and not (previous == "hoe" and token.exact in asking)
    ]


@cache
def _asking() -> frozenset[str]:
    return frozenset(entries("vraagwoorden.txt"))


def _as_meant(token: Token, meant: str | None) -> Token:
    return replace(token, exact=meant, stem=stem(meant)) if meant else token


def _word(token: Token, index: WordIndex, others: Sequence[Form], meant: str | None) -> Word:
    forms = list(_own(token.exact, token.stem, 1.0, "itself"))
    count = _count(token.stem, index)
    if meant:
        count = index.documents_with("exact", meant)
        forms += _own(meant, stem(meant), CORRECTED, "corrected")
    forms += others
    known = max(_known(form, index) for form in forms)
    rare = rarity(count, index.size())
    weight = min(rare, RAREST_COMMON) if token.stem in _common() else rare
    return Word(token.start, token.end, weight, tuple(forms), meant, known)


@cache
def _common() -> frozenset[str]:
    return frozenset(token.stem for line in entries("gewone_woorden.txt") for token in tokens(line))


def _known(form: Form, index: WordIndex) -> float:
    """A synonym of a part of a compound doesn't make the compound known: a "zaak" is no "prostitutiebedrijf"."""
    if form.weight < SYNONYM * PARTS or not all(_count(stem, index) for stem in form.stems):
        return 0.0
    return 1.0 if len(form.stems) == 1 else 0.5


def _count(stemmed: str, index: WordIndex) -> int:
    return max(index.documents_with(field, stemmed) for field in ("stems", "parts"))


def _own(exact: str, stemmed: str, weight: float, kind: Kind) -> Iterator[Form]:
    yield Form((stemmed,), weight, kind)
    parts = compound_parts(exact)
    if parts:
        yield Form(parts, weight * PARTS, "parts")


def _synonyms(kept: Sequence[Token], index: WordIndex) -> dict[int, list[Form]]:
    """For each word its synonyms; a word has those of a group of words that it is in, and of its rarest part: who asks
    for a "bungalowhuisje" means no "woning", as every passage on housing has it."""
    found: dict[int, list[Form]] = defaultdict(list)
    for first, token in enumerate(kept):
        parts = [part for part in token.parts if synonyms_of((part,))]
        rarest = min(parts, key=lambda part: _count(part, index), default="")
        found[first].extend(Form(other, SYNONYM * IN_COMPOUND, "synonym") for other in synonyms_of((rarest,)))
        for length in range(1, min(LONGEST_PHRASE, len(kept) - first) + 1):
            phrase = tuple(other.stem for other in kept[first : first + length])
            for number in range(first, first + length):
                found[number].extend(Form(other, SYNONYM, "synonym") for other in synonyms_of(phrase))
    return found


def _abbreviations(question: str, kept: Sequence[Token], index: WordIndex) -> dict[int, list[Form]]:
    """For each word the names that it stands for, or the abbreviation of a name that it is in."""
    found: dict[int, list[Form]] = defaultdict(list)
    for first, token in enumerate(kept):
        for name in full_names(token, question[token.start : token.end], index):
            found[first].append(Form(name, DEFINED, "name"))
        for last in range(first + 1, min(first + _LONGEST_NAME, len(kept)) + 1):
            for short in short_names(tuple(other.stem for other in kept[first:last]), index):
                for number in range(first, last):
                    found[number].append(Form((stem(short),), DEFINED, "short"))
    return found


def _merged(*several: dict[int, list[Form]]) -> dict[int, list[Form]]:
    merged: dict[int, list[Form]] = defaultdict(list)
    for forms in several:
        for number, added in forms.items():
            merged[number].extend(added)
    return merged
