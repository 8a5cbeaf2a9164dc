"""Forms of Dutch verbs: which verb a word can be a form of, in which tense, and what kind of act it is.

The verbs are in data/verbs.tsv, with a class each; a form is made from the infinitive by the rules of
spelling, or from the base verb in data/verbs_irregular.tsv ("opnemen" and "vernemen" follow "nemen").
The rules make some forms that don't exist ("verbeteert" beside "verbetert"); nobody writes those, so
they cost nothing.
"""

import re
from collections import defaultdict
from functools import cache
from typing import Literal, NamedTuple, get_args

from ingest.lexicon import read_rows

VerbClass = Literal["deliverable", "action", "soft", "hedge", "standing", "stative"]
Tense = Literal["present", "past", "infinitive", "participle"]

UNSTRESSED = ("be", "ge", "her", "er", "ont", "ver", "mis", "over", "onder", "voor", "om")
"""Prefixes with which the participle takes no "ge-"; for the last four a form with it is made too."""

_VOWELS = "aeiou"
_VOICELESS = tuple("tkfschpx")


class Form(NamedTuple):
    """A verb that a word can be a form of; `particle` must stand apart in the clause where `apart` is True."""

    lemma: str
    tense: Tense
    particle: str = ""
    apart: bool = False


@cache
def verb_classes() -> dict[str, VerbClass]:
    """The class of each verb in the list, by its infinitive written as one word."""
    return {row["infinitive"].replace("|", ""): _verb_class(row["class"]) for row in read_rows("verbs.tsv")}


def _verb_class(value: str) -> VerbClass:
    for known in get_args(VerbClass):
        if value == known:
            return known  # type: ignore[no-any-return]
    raise ValueError(f"unknown class of verb {value!r}: {get_args(VerbClass)}")


@cache
def particles() -> frozenset[str]:
    """The words that can stand apart from their verb: "op", "vast", "beschikbaar"."""
    return frozenset(row["infinitive"].split("|")[0] for row in read_rows("verbs.tsv") if "|" in row["infinitive"])


def forms_of(word: str) -> tuple[Form, ...]:
    """The verbs in the list that the word, in lower case, can be a form of."""
    return _forms().get(word, ())


def closes_with(word: str, helper: str) -> bool:
    """Whether the word can be the participle or infinitive that the auxiliary waits for."""
    return any(form.tense == ("participle" if helper == "worden" else "infinitive") for form in forms_of(word))


@cache
def words_of(lemma: str) -> frozenset[str]:
    """All words that can be a form of the verb, written as one word."""
    return frozenset(word for word, forms in _forms().items() if any(f.lemma == lemma and not f.apart for f in forms))


@cache
def _forms() -> dict[str, tuple[Form, ...]]:
    found: defaultdict[str, dict[Form, None]] = defaultdict(dict)
    for row in read_rows("verbs.tsv"):
        particle, _, base = row["infinitive"].rpartition("|")
        lemma = particle + base
        for tense, words in _conjugate(base).items():
            for word in words:
                found[particle + word][Form(lemma, tense, particle)] = None
                if particle and tense != "participle":
                    found[word][Form(lemma, tense, particle, apart=True)] = None
    return {word: tuple(forms) for word, forms in found.items()}


def _conjugate(infinitive: str) -> dict[Tense, set[str]]:
    base = _irregular_base(infinitive)
    stems = _stems(infinitive)
    present = {infinitive} | stems | {stem if stem.endswith("t") else stem + "t" for stem in stems}
    if base:
        past, participle = _irregular(infinitive, base)
    else:
        past, participle = _regular(infinitive, stems)
    return {"present": present, "infinitive": {infinitive}, "past": past, "participle": participle}


@cache
def _irregular_rows() -> dict[str, dict[str, str]]:
    return {row["infinitive"]: row for row in read_rows("verbs_irregular.tsv")}


def _irregular_base(infinitive: str) -> str | None:
    """The irregular verb that this one is, or is a prefix and: "vernemen" is "ver" and "nemen"."""
    rows = _irregular_rows()
    if infinitive in rows:
        return infinitive
    return next(
        (infinitive[len(p) :] for p in UNSTRESSED if infinitive.startswith(p) and infinitive[len(p) :] in rows), None
    )


def _irregular(infinitive: str, base: str) -> tuple[set[str], set[str]]:
    row = _irregular_rows()[base]
    prefix = infinitive[: len(infinitive) - len(base)]
    participle = row["participle"]
    if prefix and participle.startswith("ge"):
        participle = participle[2:]
    past = {prefix + word for column in ("past", "pasts") for word in row[column].split("/")}
    return past, {prefix + participle}


def _regular(infinitive: str, stems: set[str]) -> tuple[set[str], set[str]]:
    root = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    dental = "t" if root.endswith(_VOICELESS) else "d"
    past = {stem + dental + ending for stem in stems for ending in ("e", "en")}
    ends = {stem if stem.endswith(dental) else stem + dental for stem in stems}
    if not infinitive.startswith(UNSTRESSED):
        return past, {_with_ge(end) for end in ends}
    return past, ends | {_with_ge(end) for end in ends if not infinitive.startswith(UNSTRESSED[:7])}


def _with_ge(end: str) -> str:
    return "ge" + {"e": "ë", "i": "ï", "u": "ü"}.get(end[0], end[0]) + end[1:]


def _stems(infinitive: str) -> set[str]:
    """The possible stems: "maken" gives "maak", "zetten" "zet", "leveren" both "lever" and "leveer"."""
    if not infinitive.endswith("en") or infinitive.endswith(("oen", "ien")):
        return {infinitive[:-1] if infinitive.endswith("n") else infinitive, infinitive.removesuffix("an")}
    root = infinitive[:-2]
    if len(root) > 2 and root[-1] == root[-2]:
        return {root[:-1]}
    stems = {_devoice(root)}
    if len(root) > 1 and root[-1] not in _VOWELS and root[-2] in "aeou" and (len(root) < 3 or _opens(root)):
        stems.add(_devoice(root[:-1] + root[-2] + root[-1]))
    return stems


def _opens(root: str) -> bool:
    """Whether the last vowel of the root stands alone, so that it is doubled in a closed syllable."""
    return root[-3] not in _VOWELS or root[-3:-1] in ("ue", "ie", "ua", "ia", "io", "eë")


def _devoice(stem: str) -> str:
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])


_WEAK = re.compile(r"(?P<particle>(?!(?:be|her|er|ont|ver|mis)ge)[a-z]{2,6}?)?ge(?P<stem>[a-zëïü]{2,}[dt])")
_UNDOUBLED = re.compile(r"(?P<open>.*[^aeiou])?(?P<vowel>[aeou])(?P=vowel)(?P<last>[^aeiou])")
_SHORT = re.compile(r"(?:.*[^aeiou])?[aeiou][bdfgklmnprst]")
_UNSTRESSED_END = re.compile(r".*[aeiouy].*(?:e[lmnr]|ig)")
_HARD = {"f": "v", "s": "z"}


def infinitive_of(participle: str) -> str:
    """The infinitive of a weak participle that the list lacks, by spelling: "bijgepraat" gives "bijpraten"."""
    found = _WEAK.fullmatch(participle)
    particle, rest = (found["particle"] or "", found["stem"]) if found else ("", participle)
    listed = next((form.lemma for form in forms_of(f"ge{rest}") if form.tense == "participle"), None) if found else None
    if listed:
        return particle + listed
    rest = rest.translate(str.maketrans("ëïü", "eiu", "")) if rest[0] in "ëïü" else rest
    if re.search(r"[^aeiou]ed\Z", rest):
        return f"{particle}{rest[:-1]}n"  # an English verb
    stem = rest[:-1] if rest[-2] not in _VOWELS else rest  # "geboet" keeps the t of its stem
    if rest.endswith("d") and stem[-1] in _HARD:
        stem = stem[:-1] + _HARD[stem[-1]]
    long = _UNDOUBLED.fullmatch(stem)
    if long:
        return f"{particle}{long['open'] or ''}{long['vowel']}{long['last']}en"
    is_short = _SHORT.fullmatch(stem) and not _UNSTRESSED_END.fullmatch(stem.removeprefix(_opening(stem)))
    return f"{particle}{stem}{stem[-1] if is_short else ''}en"


def _opening(word: str) -> str:
    return next((prefix for prefix in UNSTRESSED[:6] if word.startswith(prefix) and len(word) > len(prefix) + 3), "")
