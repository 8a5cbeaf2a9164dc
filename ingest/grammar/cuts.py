"""Where a clause of its own begins: after a comma, at a conjunction, before "en" where both sides have a verb."""

import re

from ingest.grammar.tokens import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    Word,
    has_finite,
    is_attributive,
    is_finite,
    is_only_participle,
    is_third_person,
    is_verb_here,
    word_class,
)
from ingest.grammar.verbs import forms_of, verb_classes

SUBORDINATORS = word_class("subordinator")
_AMBIGUOUS = word_class("ambiguous opener")
_OPENS_CLAUSE = SUBORDINATORS - _AMBIGUOUS | {"dat"}
RELATIVE_ADVERB = re.compile(
    r"waar(?:aan|achter|bij|binnen|boven|door|in|langs|mee|na|naar|naast|om|onder|op|over|tegen|toe|tussen|uit|van|voor)?"
)
_SUBJECTS = frozenset({"er", "u", "hij", "zij", "ze", "uw", "daar", "iedereen", "niemand"})
JOINS = frozenset({"en", "maar", "want", "of"})
_CLOSED_BY_COMMA = frozenset({"is", "was", "heeft", "had", "wordt", "werd", "zal", "gaat"})
"""Right behind the verbs of a subordinate clause these begin the main one, though the comma was forgotten."""
_PLURALS = frozenset({"worden", "zijn", "hebben"})
"""As infinitives these may close a purpose too, so that its own must stand near: "om dit te halen worden ..."."""
_ARTICLES = frozenset({"de", "het", "onze", "ons"})
_AS_NEEDED = frozenset({"nodig", "mogelijk", "wenselijk", "gewenst"})
"""Behind a conjunction they are all that it opens: "indien nodig", "waar mogelijk"."""
_LONGEST_SUBJECT = 3
_FURTHEST_PARTICLE = 12
_COMPLEMENT_VERBS = frozenset({"hedge", "stative"})


def begins_clause(tokens: list[Word], i: int, last: int) -> bool:
    """Whether a clause begins at word `i`; `last` is where the one before it does."""
    word = tokens[i]
    if word.after_break or _lacks_comma(tokens, i, last):
        return True
    if word.lower in JOINS:
        before = last if tokens[last].lower in JOINS else _last_break(tokens, i)
        return has_finite(tokens[before:i]) and _starts_clause(tokens[i + 1 :])
    if word.lower == "als":
        return has_finite(tokens[last:i]) and _is_condition(tokens, i)
    previous = tokens[i - 1].lower
    if word.lower == "dat" and _says_apart(tokens, i):
        return has_finite(tokens[i + 1 :])
    if word.lower in _OPENS_CLAUSE:
        stays = previous in PREPOSITIONS or is_as_needed(tokens, i)
        return not stays and not (word.lower == "dat" and _takes_dat(previous) and not _follows_participle(tokens, i))
    return _opens_question(tokens, i) or _opens_relative(tokens, i)


def is_as_needed(tokens: list[Word], i: int) -> bool:
    """Whether word `i` opens no clause but "indien nodig" or the like."""
    return i + 1 < len(tokens) and tokens[i + 1].lower in _AS_NEEDED


def _opens_question(tokens: list[Word], i: int) -> bool:
    """Whether a question within begins at word `i`: "hoe wij dat doen", "van welke keuzes wij uitgaan"."""
    is_subject_next = i + 1 < len(tokens) and tokens[i + 1].lower in PRONOUNS
    asks = tokens[i].lower in ("hoe", "wat") and (tokens[i - 1].lower not in PREPOSITIONS or is_subject_next)
    return (asks or _asks_which(tokens, i)) and has_finite(tokens[i + 1 :])


def _opens_relative(tokens: list[Word], i: int) -> bool:
    word, previous = tokens[i], tokens[i - 1].lower
    if word.lower == "die":
        is_verb = is_finite(previous) and not is_attributive(tokens, i - 1)
        return not is_verb and previous not in PREPOSITIONS and previous not in ("en", "of", "maar", "dat")
    return bool(RELATIVE_ADVERB.fullmatch(word.lower))


def _lacks_comma(tokens: list[Word], i: int, last: int) -> bool:
    """Whether a main clause goes on behind the verbs of a subordinate one: "Omdat het plan klaar is wordt het ..."."""
    before = tokens[max(0, i - 2) : i]
    if _closes_purpose(tokens, i, last) or _main_verb_follows(tokens, i, last):
        return True
    opens = tokens[i].lower in _CLOSED_BY_COMMA or _inverts_at(tokens, i)
    if not opens or not any(word.lower in AUXILIARIES for word in before):
        return False
    closes = is_finite(before[-1].lower) or is_only_participle(before[-1].lower)
    opener = tokens[last].lower
    return closes and (opener in SUBORDINATORS or bool(RELATIVE_ADVERB.fullmatch(opener)))


def _main_verb_follows(tokens: list[Word], i: int, last: int) -> bool:
    """Whether an auxiliary and subject follow a clause that has its verb: "Voordat zij rijden in mei | wordt de"."""
    if tokens[last].lower not in _OPENS_CLAUSE or tokens[i].lower not in AUXILIARIES or i + 1 == len(tokens):
        return False
    within = range(last + 2, i)
    has_verb = any(is_finite(tokens[j].lower) and not is_attributive(tokens, j) for j in within)
    return has_verb and tokens[i + 1].lower in _ARTICLES


def _closes_purpose(tokens: list[Word], i: int, last: int) -> bool:
    """Whether a purpose comes first and the main clause follows: "Om dit te halen | zijn drie stappen gezet"."""
    if tokens[last].lower != "om" or i + 1 == len(tokens):
        return False
    reach = i if tokens[i].lower in _CLOSED_BY_COMMA else 3 if tokens[i].lower in _PLURALS else 0
    return "te" in (word.lower for word in tokens[max(last, i - reach) : i])


def _inverts_at(tokens: list[Word], i: int) -> bool:
    """Whether an auxiliary stands there right before its pronoun: "Zodra het park open is | zullen wij"."""
    follows = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return tokens[i].lower in AUXILIARIES and follows in PRONOUNS


def _asks_which(tokens: list[Word], i: int) -> bool:
    """Whether "welke" opens a question within, with its preposition: "... op basis van welke keuzes wij werken"."""
    at = i + 1 if tokens[i].lower in PREPOSITIONS and not _is_particle(tokens, i) else i
    before = "" if _is_particle(tokens, i - 1) else tokens[i - 1].lower
    return at < len(tokens) and tokens[at].lower in ("welke", "welk") and before not in PREPOSITIONS


def _is_particle(tokens: list[Word], i: int) -> bool:
    """Whether a preposition belongs to the verb just before it: "We geven aan", "Dat zoeken wij uit"."""
    verbs = (form for word in tokens[max(0, i - 2) : i] for form in forms_of(word.lower))
    return any(form.apart and form.particle == tokens[i].lower and form.tense == "present" for form in verbs)


def _is_condition(tokens: list[Word], i: int) -> bool:
    """Whether behind "als" a subject comes and the verb stands last: "Wij doen dat alleen als de raad instemt"."""
    stop = next((j for j in range(i + 1, len(tokens)) if tokens[j].after_break), len(tokens))
    rest = tokens[i + 1 : stop]
    if len(rest) < 2 or rest[0].lower not in DETERMINERS | PRONOUNS | _SUBJECTS:
        return False
    return is_finite(rest[-1].lower) or (is_only_participle(rest[-1].lower) and rest[-2].lower in AUXILIARIES)


def _last_break(tokens: list[Word], i: int) -> int:
    return next((j for j in range(i - 1, -1, -1) if tokens[j].after_break), 0)


def _follows_participle(tokens: list[Word], i: int) -> bool:
    """Whether what was said stands before the auxiliary: "Afgesproken wordt dat"."""
    return i > 1 and is_only_participle(tokens[i - 2].lower)


def _takes_dat(word: str) -> bool:
    """Whether "dat" after the word is its subject or object: "doet dat", "is dat"; not "zegt dat"."""
    return (word in AUXILIARIES or is_third_person(word)) and not _says(word)


def _says(word: str) -> bool:
    return any(verb_classes().get(form.lemma) in _COMPLEMENT_VERBS for form in forms_of(word)) or word in (
        "is",
        "hoopt",
    )


def _says_apart(tokens: list[Word], i: int) -> bool:
    """Whether the particle of a verb of saying stands right before word `i`: "geeft zij aan dat"."""
    particle = tokens[i - 1].lower
    return any(
        form.apart and form.particle == particle and verb_classes().get(form.lemma) in _COMPLEMENT_VERBS
        for word in tokens[max(0, i - _FURTHEST_PARTICLE) : i - 1]
        for form in forms_of(word.lower)
    )


def _starts_clause(tokens: list[Word]) -> bool:
    """Whether a finite verb follows before the next break: "en al onze mensen worden geschoold"."""
    for i, word in enumerate(tokens[:9]):
        if i and (word.after_break or word.lower in SUBORDINATORS):
            return False
        if word.lower in AUXILIARIES and is_verb_here(tokens, i):
            return not _ends_in_infinitive(tokens, i)
        if i and word.lower in PRONOUNS and is_finite(tokens[i - 1].lower):
            return True
        if i == 0 and (is_third_person(word.lower) or _is_subject_with_verb(tokens)):
            return True
        if 0 < i <= _LONGEST_SUBJECT and _follows_subject(tokens, i):
            return True
    return False


def _is_subject_with_verb(tokens: list[Word]) -> bool:
    """Whether a pronoun and its verb come first: "en wij geven"."""
    return tokens[0].lower in PRONOUNS and len(tokens) > 1 and is_finite(tokens[1].lower)


def _follows_subject(tokens: list[Word], i: int) -> bool:
    """Whether a verb of the third person stands after a subject with an article: "en het college komt"."""
    word = tokens[i].lower
    if tokens[0].lower not in _ARTICLES or not is_third_person(word) or is_only_participle(word):
        return False
    return not is_attributive(tokens, i) and not any(other.lower in PREPOSITIONS for other in tokens[:i])


def _ends_in_infinitive(tokens: list[Word], i: int) -> bool:
    """Whether "worden" and the like only close the clause: "... en verder uitgebouwd worden."."""
    return i + 1 == len(tokens) and tokens[i].lower in ("worden", "zijn", "hebben", "gaan", "kunnen")
