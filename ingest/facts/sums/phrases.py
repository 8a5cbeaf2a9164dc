"""Noun phrases around a sum of money: where they end, and which words of them say no more than money or time."""

import re
from collections.abc import Sequence
from functools import cache

from ingest.grammar.tokens import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    Word,
    is_attributive,
    is_finite,
    is_only_participle,
    is_third_person,
    is_verb_here,
    tokenise,
    word_class,
)
from ingest.lexicon import read_rows
from ingest.places.towns import is_municipality

_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_TIME = (
    r"(?:(?:het|de|een|elk|ieder|dit|deze|heel|begin|medio|eind|ultimo|komende?|volgende?|afgelopen|vorige?|eerste|tweede"
    r"|derde|vierde|vijfde|laatste|begrotings|twee|drie|vier|vijf|\d{1,2}) ?){0,3}"
    rf"(?:(?:19|20)\d\d|jaar|jaren|jaarschijf|periode|kwartaal|halfjaar|maand(?:en)?|we(?:ek|ken)|dag(?:en)?|{_MONTH})\b"
)
IS_TIME = re.compile(
    rf"(?:{_TIME}|het geval|zover|(?:(?:zijn|de|onze) )?rekening|het eerst\b|de laatste keer)", re.IGNORECASE
)
TIME_PHRASE = (
    rf"(?:in|vanaf|voor|over|van|tot en met|met ingang van|per|eind|sinds) {_TIME}"
    r"(?:(?:,| en| tot en met| t/m|[-–]) ?(?:19|20)\d\d)*"
)
_MONEY_FOR = re.compile(
    r"\A(?:(?:van|uit|met|binnen) )?(?:(?:de|het|een|dit|deze|ons|onze|er) )?(?:[a-zà-ÿ]+ ){0,2}"
    r"(?:kosten|uitgaven|middelen|\w*budget(?:ten)?|\w*krediet(?:en)?|bedrag|investering(?:en)?|raming|geld|dekking|last(?:en)?)"
    r" (?:van|voor) (?=\D)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[;:!?]|\((?=[^)]*[€\d])|\((?=[^)]{25})|\.(?:\s|\Z)|,"
    r"|[ \u00a0](?:die|dat|waar\w*|zodat|omdat|doordat|terwijl|maar|wanneer|als)\b"
    r"|\n\s*\n"
)
_LATE = re.compile(
    rf"(?:,?[ \u00a0](?:{TIME_PHRASE})|[ \u00a0](?:beschikbaar|nodig|gereserveerd|begroot|geraamd|per jaar)\b.*"
    r"|[ \u00a0](?:structureel|incidenteel|eenmalig|jaarlijks|wordt|worden|is|zijn|en|of|aan|in|op|uit|af|toe|mee"
    r"|wegval(?:t|len)|vrijval(?:t|len)))\Z",
    re.IGNORECASE | re.DOTALL,
)
NUMBERED = re.compile(r"\A(?:[\s•▪◦*–-]+|(?:\d{1,2}|[a-z])[.)] )+")
_CAUSED = re.compile(
    r"\A(?:(?:vooral|mede|grotendeels|geheel|voornamelijk) )?(?:(?:\w+ )?door (?=een|de|het)|verband met )"
)
_ADVERBS = frozenset(
    {
        "niet",
        "geheel",
        "volledig",
        "deels",
        "hier",
        "dubbel",
        "grotendeels",
        "alsnog",
        "reeds",
        "al",
        "worden",
        "zijn",
        "te",
        "zien",
    }
)
_HOLDS_SUM = re.compile(r"€|\d ?(?:miljoen|mln|euro)\b")
_POINTS_BACK = re.compile(r"(?:dit|deze|dat|die)\b", re.IGNORECASE)
"""Of what the sum is for only says that it was named before: "deze projecten"."""
_LONGEST = 200
"""Characters of a purpose."""


@cache
def words_of(kind: str) -> re.Pattern[str]:
    """The words of a kind in data/amount_words.tsv; "said" and "tail" as they follow each other around a sum."""
    patterns = "|".join(row["pattern"] for row in read_rows("amount_words.tsv") if row["kind"] == kind)
    said = rf"\([^€)]{{0,40}}\)|(?:{patterns})\b|per [a-zà-ÿ]+|{TIME_PHRASE}|,(?= (?:oplopend|voor)\b)"
    shapes = {
        "said": rf"(?:[ \u00a0]*(?:{said}))*",
        "tail": rf"(?:(?:\A|[ \u00a0,(]+)(?:{patterns}))*[ \u00a0,(:–-]*\Z",
    }
    return re.compile(shapes.get(kind, rf"(?:{patterns})"), re.IGNORECASE)


def tail_at(ahead: str) -> int:
    """Where the words begin that only lead up to the sum: "van in totaal ruim"."""
    found = words_of("tail").search(ahead)
    return found.start() if found else len(ahead)


def opens_with_preposition(words: str) -> bool:
    """Whether the words are a circumstance or a time: "in 2026", "als gevolg van"."""
    first = next(iter(words.lower().split()), "")
    return (
        first == "als"
        or first in PREPOSITIONS
        or first in word_class("adverb of no object")
        or bool(IS_TIME.match(words))
    )


def until_end(words: str, *, infinitive: bool = False) -> str:
    """The noun phrase that opens the words: until a clause, a verb or another sum."""
    stop = _ENDS.search(words)
    cut = words[: stop.start()] if stop else words
    verb = None if infinitive else verb_in(cut)
    return cut[: verb.start] if verb else cut


def verb_in(text: str) -> Word | None:
    """The first word that carries the tense."""
    words = tokenise(text, 0, len(text))
    return next((word for i, word in enumerate(words) if carries_tense(words, i)), None)


def carries_tense(words: Sequence[Word], i: int) -> bool:
    """Whether a word is the finite verb of a clause."""
    word = words[i].lower
    beside = {words[j].lower for j in (i - 1, i + 1) if 0 <= j < len(words)} & {"wij", "we"}
    lexical = is_third_person(word) and not is_only_participle(word) and not is_attributive(words, i)
    return (word in AUXILIARIES and is_verb_here(words, i)) or lexical or bool(beside and is_finite(word))


def clean(words: str | None) -> str | None:
    """A purpose as it is shown; None where nothing but words of money or time is left."""
    kept = _CAUSED.sub("", NUMBERED.sub("", " ".join((words or "").split()))).strip(" ,;:.–=-")
    while (cut := _LATE.sub("", kept)) != kept:
        kept = cut.rstrip(" ,;:.–-")
    kept = _without_participle(_MONEY_FOR.sub("", kept))
    bare = " ".join(word for word in kept.split() if word.lower() not in DETERMINERS)
    is_empty = re.fullmatch(rf"(?:(?!totale)[a-zà-ÿ]+ )?{words_of('empty').pattern}", bare, re.IGNORECASE)
    if (
        not 3 <= len(kept) <= _LONGEST
        or not bare
        or is_empty
        or IS_TIME.fullmatch(kept)
        or kept.count("(") != kept.count(")")
        or _HOLDS_SUM.search(kept)
        or _POINTS_BACK.match(kept)
        or is_only_participle(kept)
        or words_of("no purpose").match(kept)
        or words_of("no head").fullmatch(bare.split()[-1])
    ):
        return None
    ends = {bare.split()[0].lower(), bare.split()[-1].lower()}
    only_leads_up = words_of("tail").fullmatch(f" {kept}")
    says_what = not only_leads_up and re.search(r"[a-zà-ÿ]{3}", bare) and not ends & PREPOSITIONS
    return kept if says_what and not _is_payer(kept) else None


def _is_payer(words: str) -> bool:
    """Whether the words are only who pays or receives: "het Rijk", "gemeente Waterdrecht", "Texel"."""
    return bool(words_of("payer").fullmatch(words)) or is_municipality(
        words.removeprefix("de ").removeprefix("gemeente ")
    )


def _without_participle(words: str) -> str:
    """Without what the verbs of the sentence leave behind its noun: "(vervangings)investeringen gepland"."""
    kept = words.split(" ")
    while len(kept) > 1 and (kept[-1] in _ADVERBS or (is_only_participle(kept[-1]) and kept[-2] not in DETERMINERS)):
        kept.pop()
    return " ".join(kept)
