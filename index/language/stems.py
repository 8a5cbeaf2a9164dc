"""A word's stem: what its inflections have in common, for finding only.

Stemmers for Dutch disagree and leave "huis/huizen" or "fiets/fietsen" apart; this one only has to treat all forms
of a word alike, not to yield words. So it goes further: "toezegging", "toezeggen" and "toegezegd" share a stem.
"""

import re
from functools import lru_cache

from index.language.wordlists import entries, pairs

_SHORTEST = 3
"""Letters that a stem keeps at least; shorter ones conflate everything."""

_VOWELS = "aeiouy"
_DOUBLE_VOWEL = re.compile(r"([aeou])\1")
_DOUBLE_END = re.compile(r"([bdfgklmnprst])\1$")
_PARTICLES = "|".join(entries("voorvoegsels.txt"))
_PARTICIPLE = re.compile(rf"(?P<particle>(?:{_PARTICLES})?)ge(?!meen)(?P<root>.{{3,}})(?<!hei)(?:d|t)$")
_VERB_EER = re.compile(r"(?:atie|aties|eren|ering|eringen|eerd|eerde|eerden|eert|eer)$")
_NOUN_END = re.compile(r"(?:heden|heid|elijke|elijk|lijke|lijk)$")
_DIMINUTIVES = (
    (re.compile(r"(?<=[lnr])tjes?$"), 3),
    (re.compile(r"(?<=m)pjes?$"), 3),
    (re.compile(r"(?<=[bcdfgkpst])jes?$"), 3),
)
_PLURAL_S = re.compile(r"(?:(?<=[bcdfgklmnprt])|(?<=ie|ee)|(?<=eau)|(?<=[bcdfgklmnprstvz]e)|(?<=n[cd]e))s$")
_KEEPS_S = re.compile(
    r"(?:adres|proces|succes|congres|expres|interes|progres|mens|kans|grens|fractis|[dr]vies|vlies|erlies|recies"
    r"|beurs|laars|glans|spons|cijns|balans|tendens)$"
)
_OTHER_PLURALS = ((re.compile(r"heden$"), "heid"), (re.compile(r"ieen$"), "ie"))


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The stem of a folded word; a word with digits is its own."""
    if len(word) <= _SHORTEST or any(letter.isdigit() for letter in word):
        return word
    word = _irregular().get(word, word)
    return _undouble(_stripped(word))


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    return dict(pairs("onregelmatig.tsv"))


def _stripped(word: str) -> str:
    if word in _kept():
        return word
    participle = _PARTICIPLE.match(word)
    if participle:
        word = participle["particle"] + participle["root"]
    for pattern, shortest in _DIMINUTIVES:
        word = _cut(word, pattern, shortest)
    word = _plural(word)
    if word in _kept():
        return word
    for pattern in (_VERB_EER, _NOUN_END):
        cut = _cut(word, pattern, 4)
        if cut != word:
            return cut
    word = _ending(word, ("ingen", "ing", "en", "e"))
    word = _plural(word)
    return word[:-2] if word.endswith("er") and len(word) > 5 and word[-3] != "e" else word


@lru_cache(maxsize=1)
def _kept() -> frozenset[str]:
    return frozenset(entries("stamvast.txt"))


def _cut(word: str, pattern: re.Pattern[str], shortest: int) -> str:
    found = pattern.search(word)
    return word[: found.start()] if found and found.start() >= shortest else word


def _plural(word: str) -> str:
    for pattern, singular in _OTHER_PLURALS:
        word = pattern.sub(singular, word)
    found = _PLURAL_S.search(word)
    return word[:-1] if found and found.start() >= 4 and not _KEEPS_S.search(word) else word


def _ending(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        root = word[: -len(ending)]
        long_vowel = ending == "en" and root.endswith("e")  # "algemeen", "steen"
        if (
            word.endswith(ending)
            and not long_vowel
            and len(root) >= _SHORTEST
            and any(letter in _VOWELS for letter in root)
        ):
            return root
    return word


def _undouble(word: str) -> str:
    """The one spelling of a stem: "zegg" -> "zeg", "huiz" -> "huis", "straat" -> "strat"."""
    word = _DOUBLE_VOWEL.sub(r"\1", word)
    word = _DOUBLE_END.sub(r"\1", word)
    if word.endswith("v"):
        return word[:-1] + "f"
    return word[:-1] + "s" if word.endswith("z") else word
