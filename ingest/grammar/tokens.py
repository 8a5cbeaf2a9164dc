"""Words of a sentence and what they can be: finite verb, auxiliary, noun after "het"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ingest.dutch import words
from ingest.grammar.verbs import Form, Tense, forms_of, infinitive_of
from ingest.lexicon import read_rows

_AUXILIARY_LEMMAS = ("worden", "zijn", "hebben", "zullen", "zouden", "gaan", "willen", "kunnen", "moeten", "mogen")


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of a class in data/function_words.tsv.

    Raises:
        KeyError: the file has no such class.
    """
    return {row["class"]: frozenset(row["words"].split()) for row in read_rows("function_words.tsv")}[name]


def _auxiliaries() -> dict[str, tuple[str, Tense]]:
    found: dict[str, tuple[str, Tense]] = {}
    for lemma in (*_AUXILIARY_LEMMAS, "dienen", "hoeven"):
        found |= dict.fromkeys(word_class(lemma), (lemma, "present"))
        if lemma not in ("zullen", "zouden"):
            found |= dict.fromkeys(word_class(f"{lemma} past"), (lemma, "past"))
    return found


AUXILIARIES = _auxiliaries()
PRONOUNS = word_class("pronoun")
PREPOSITIONS = word_class("preposition")
DETERMINERS = word_class("determiner")
_NEVER_VERBS = PREPOSITIONS | DETERMINERS | word_class("particle of no verb")
_PARTICIPLE = re.compile(r"(?:[a-z]{2,6})?ge[a-zëï]{3,}[dt]|(?:be|ver|ont|her)[a-z]{3,}[dt]")
_NO_PARTICIPLE = tuple(word_class("end of no participle"))
_BREAK = re.compile(r"[,;:–—]|\s[-/]\s")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its span in the text, and whether a comma or the like stands before it."""

    start: int
    end: int
    lower: str
    after_break: bool


def tokenise(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]`."""
    found = []
    last = start
    for begin, stop in words(text, start, end):
        word = text[begin:stop]
        # "OM" is a body, "om" a preposition.
        lower = word if word.isupper() and word.lower() in PREPOSITIONS and len(word) > 1 else word.lower()
        found.append(Word(begin, stop, lower, bool(_BREAK.search(text, last, begin))))
        last = stop
    return found


def is_finite(word: str) -> bool:
    """Whether the word can be a verb that carries the tense, in any person."""
    if word in AUXILIARIES:
        return True
    return word not in _NEVER_VERBS and any(form.tense in ("present", "past") for form in forms_of(word))


def is_third_person(word: str) -> bool:
    """Whether a lexical verb stands in the form of "hij" or in the past; "ontwikkelen" and "aanpak" don't."""
    if word in _NEVER_VERBS:
        return False
    return any(
        (form.tense == "past" or (form.tense == "present" and word.endswith("t")))
        and form.apart == bool(form.particle)
        and form.lemma.removeprefix(form.particle) != word
        for form in forms_of(word)
    )


def is_only_participle(word: str) -> bool:
    """Whether the word can be a participle as well: "verlengd", "bedoeld", "gericht"."""
    return any(form.tense == "participle" for form in forms_of(word))


def is_verb_here(tokens: Sequence[Word], i: int) -> bool:
    """Whether an auxiliary isn't the possessive "zijn" or an infinitive after "te"."""
    before = tokens[i - 1].lower if i else ""
    return not (tokens[i].lower == "zijn" and before in PREPOSITIONS) and before != "te"


def is_attributive(tokens: Sequence[Word], i: int) -> bool:
    """Whether a word that could be a verb is a noun or adjective here: "het plan", "een start"."""
    before = tokens[i - 1].lower if i else ""
    return before in DETERMINERS or before in PREPOSITIONS or before == "te"


def has_finite(tokens: Sequence[Word]) -> bool:
    """Whether any word looks like the finite verb of a clause."""
    return any(carries_tense(tokens, i) or word.lower in PRONOUNS for i, word in enumerate(tokens))


def carries_tense(tokens: Sequence[Word], i: int) -> bool:
    """Whether a word looks like a finite verb where it stands."""
    word = tokens[i].lower
    if word in AUXILIARIES:
        return is_verb_here(tokens, i)
    return is_third_person(word) and not is_only_participle(word) and not is_attributive(tokens, i)


def holds_clause(tokens: Sequence[Word]) -> bool:
    """Whether words that a list names hold a verb or a subject; what opens them is a noun: "sport voor jeugd"."""
    return any(
        word.lower in PRONOUNS or (carries_tense(tokens, i) and (i > 0 or word.lower in AUXILIARIES))
        for i, word in enumerate(tokens)
    )


def unlisted_participle(word: str) -> Form | None:
    """A word that has the form of a weak participle and isn't any form of a verb in the list."""
    if forms_of(word) or not _PARTICIPLE.fullmatch(word) or word.endswith(_NO_PARTICIPLE):
        return None
    return Form(infinitive_of(word), "participle")
