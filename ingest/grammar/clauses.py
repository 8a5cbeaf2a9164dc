"""Clauses of a Dutch sentence, and the verb group of each: which verb, in which tense and voice.

A sentence is cut where a clause of its own begins: after a comma, semicolon or colon, at a
conjunction, and before "en" and "maar" where both sides have a verb. A piece without a verb of its
own belongs to the clause before it. In a main clause the finite verb stands second, and what belongs
to it (participle, infinitive, separable particle) at the end; in a subordinate clause all stand last.
"""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from ingest.grammar.groups import Kind, VerbGroup, closes_with, is_verb_final, verb_group
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
    tokenise,
    word_class,
)
from ingest.grammar.verbs import forms_of, verb_classes

_SUBORDINATORS = word_class("subordinator")
_AMBIGUOUS = word_class("ambiguous opener")
_OPENS_CLAUSE = _SUBORDINATORS - _AMBIGUOUS | {"dat"}
_RELATIVE_ADVERB = re.compile(
    r"waar(?:aan|achter|bij|binnen|boven|door|in|langs|mee|na|naar|naast|om|onder|op|over|tegen|toe|tussen|uit|van|voor)?"
)
_TITLE = re.compile(r"(?<=[^\W\d_] )[‘'“\"„][A-Z][^‘’'“”\"„.!?:;\n]{2,80}[’'”\"](?=[\s,.;)])")
"""A few words that begin with a capital and end no sentence, after another word: what somebody says has a colon before
it or a full stop within."""
_SUBJECTS = frozenset({"er", "u", "hij", "zij", "ze", "uw", "daar", "iedereen", "niemand"})
_JOINS = frozenset({"en", "maar", "want", "of"})
_INFINITIVES = frozenset({"worden", "zijn", "hebben", "gaan", "kunnen"})
_CLOSED_LATER = frozenset({"worden", "zullen", "gaan", "willen"})
_CLOSED_BY_COMMA = frozenset({"is", "was", "heeft", "had", "wordt", "werd", "zal", "gaat"})
"""Right behind the verbs of a subordinate clause these begin the main one, though the comma was forgotten."""
_ARTICLES = frozenset({"de", "het", "onze", "ons"})
_LONGEST_SUBJECT = 3
_COMPLEMENT_VERBS = frozenset({"hedge", "stative"})


@dataclass(frozen=True)
class Clause:
    """A clause of `text`; `opener` is the conjunction or relative word of a subordinate one."""

    text: str
    start: int
    end: int
    words: tuple[Word, ...]
    kind: Kind
    opener: str = ""
    joined: bool = False

    @cached_property
    def verbs(self) -> VerbGroup | None:
        return verb_group(self.words, self.kind)

    @property
    def quote(self) -> str:
        return self.text[self.start : self.end]


def clauses(text: str, start: int, end: int) -> list[Clause]:
    """The clauses of the sentence `text[start:end]`, in order; together they cover all its words but quoted titles."""
    tokens = _without_titles(text, start, end, tokenise(text, start, end))
    if not tokens:
        return []
    cuts = [0]
    for i in range(1, len(tokens)):
        if _cuts(tokens, i, cuts[-1]):
            cuts.append(i)
    pieces = [_clause(text, tokens[a:b]) for a, b in pairwise([*cuts, len(tokens)])]
    return _closed(_merge(pieces))


def _without_titles(text: str, start: int, end: int, tokens: list[Word]) -> list[Word]:
    """A title between quotation marks may hold a verb that is not the sentence's: "de nota 'Zo werken we samen'"."""
    titles = [found.span() for found in _TITLE.finditer(text, start, end)]
    if not titles:
        return tokens
    return [word for word in tokens if not any(begin < word.start < stop for begin, stop in titles)]


def _cuts(tokens: list[Word], i: int, last: int) -> bool:
    """Whether a clause begins at word `i`; `last` is where the one before it does."""
    word = tokens[i]
    if word.after_break or _lacks_comma(tokens, i, last):
        return True
    if word.lower in _JOINS:
        before = last if tokens[last].lower in _JOINS else _last_break(tokens, i)
        return has_finite(tokens[before:i]) and _starts_clause(tokens[i + 1 :])
    if word.lower == "als":
        return has_finite(tokens[last:i]) and _is_condition(tokens, i)
    previous = tokens[i - 1].lower
    if word.lower in _OPENS_CLAUSE:
        return previous not in PREPOSITIONS and not (word.lower == "dat" and _takes_dat(previous))
    return _opens_question(tokens, i) or _opens_relative(tokens, i)


def _opens_question(tokens: list[Word], i: int) -> bool:
    """Whether a question within begins at word `i`: "hoe wij dat doen", "van welke keuzes wij uitgaan"."""
    is_subject_next = i + 1 < len(tokens) and tokens[i + 1].lower in PRONOUNS
    asks = tokens[i].lower in ("hoe", "wat") and (tokens[i - 1].lower not in PREPOSITIONS or is_subject_next)
    return (asks or _asks_which(tokens, i)) and has_finite(tokens[i + 1 :])


def _opens_relative(tokens: list[Word], i: int) -> bool:
    word, previous = tokens[i], tokens[i - 1].lower
    if word.lower == "die":
        is_verb = is_finite(previous) and not is_attributive(tokens, i - 1)
        return not is_verb and previous not in PREPOSITIONS and previous not in ("en", "of", "maar")
    return bool(_RELATIVE_ADVERB.fullmatch(word.lower))


def _lacks_comma(tokens: list[Word], i: int, last: int) -> bool:
    """Whether a main clause goes on behind the verbs of a subordinate one: "Omdat het plan klaar is wordt het ..."."""
    before = tokens[max(0, i - 2) : i]
    if tokens[i].lower not in _CLOSED_BY_COMMA or not any(word.lower in AUXILIARIES for word in before):
        return False
    closes = is_finite(before[-1].lower) or is_only_participle(before[-1].lower)
    opener = tokens[last].lower
    return closes and (opener in _SUBORDINATORS or bool(_RELATIVE_ADVERB.fullmatch(opener)))


def _closed(found: list[Clause]) -> list[Clause]:
    """Gives a main clause the verb that closes it after a clause within: "worden alle plannen die er zijn herzien"."""
    last_word, last_verbs = found[-1].words[-1], found[-1].verbs
    if last_verbs is None or max(last_verbs.finite_at, last_verbs.main_at) == len(found[-1].words) - 1:
        return found
    for i, clause in enumerate(found[:-1]):
        verbs = clause.verbs
        lacks = clause.kind == "main" and verbs is not None and not verbs.lemma and verbs.helpers[0] in _CLOSED_LATER
        if lacks and found[-1].kind == "sub" and closes_with(last_word.lower, verbs.helpers[0] if verbs else ""):
            found[i] = replace(clause, words=(*clause.words, last_word))
    return found


def _asks_which(tokens: list[Word], i: int) -> bool:
    """Whether "welke" opens a question within, with its preposition: "... op basis van welke keuzes wij werken"."""
    at = i + 1 if tokens[i].lower in PREPOSITIONS else i
    before = tokens[i - 1].lower
    return at < len(tokens) and tokens[at].lower == "welke" and before not in PREPOSITIONS


def _is_condition(tokens: list[Word], i: int) -> bool:
    """Whether behind "als" a subject comes and the verb stands last: "Wij doen dat alleen als de raad instemt"."""
    stop = next((j for j in range(i + 1, len(tokens)) if tokens[j].after_break), len(tokens))
    rest = tokens[i + 1 : stop]
    if len(rest) < 2 or rest[0].lower not in DETERMINERS | PRONOUNS | _SUBJECTS:
        return False
    return is_finite(rest[-1].lower) or (is_only_participle(rest[-1].lower) and rest[-2].lower in AUXILIARIES)


def _last_break(tokens: list[Word], i: int) -> int:
    return next((j for j in range(i - 1, -1, -1) if tokens[j].after_break), 0)


def _takes_dat(word: str) -> bool:
    """Whether "dat" after the word is its subject or object: "doet dat", "is dat"; not "zegt dat"."""
    return (word in AUXILIARIES or is_third_person(word)) and not _says(word)


def _says(word: str) -> bool:
    return any(verb_classes().get(form.lemma) in _COMPLEMENT_VERBS for form in forms_of(word)) or word in (
        "is",
        "hoopt",
    )


def _starts_clause(tokens: list[Word]) -> bool:
    """Whether a finite verb follows before the next break: "en al onze mensen worden geschoold"."""
    for i, word in enumerate(tokens[:9]):
        if i and (word.after_break or word.lower in _SUBORDINATORS):
            return False
        if word.lower in AUXILIARIES and is_verb_here(tokens, i):
            return not _ends_in_infinitive(tokens, i)
        if i and word.lower in PRONOUNS and is_finite(tokens[i - 1].lower):
            return True
        if i == 0 and is_third_person(word.lower):
            return True
        if 0 < i <= _LONGEST_SUBJECT and _follows_subject(tokens, i):
            return True
    return False


def _follows_subject(tokens: list[Word], i: int) -> bool:
    """Whether a verb of the third person stands after a subject with an article: "en het college komt"."""
    word = tokens[i].lower
    if tokens[0].lower not in _ARTICLES or not is_third_person(word) or is_only_participle(word):
        return False
    return not is_attributive(tokens, i) and not any(other.lower in PREPOSITIONS for other in tokens[:i])


def _ends_in_infinitive(tokens: list[Word], i: int) -> bool:
    """Whether "worden" and the like only close the clause: "... en verder uitgebouwd worden."."""
    return i + 1 == len(tokens) and tokens[i].lower in ("worden", "zijn", "hebben", "gaan", "kunnen")


def _clause(text: str, tokens: list[Word]) -> Clause:
    first = tokens[0].lower
    bare = tokens[1:] if first in _JOINS and len(tokens) > 1 else tokens
    opener = "of" if first == "of" and bare is not tokens and _ends_in_verbs(bare) else _opener(bare)
    kind: Kind = "sub" if opener or is_verb_final(bare) else "main"
    return Clause(text, tokens[0].start, tokens[-1].end, tuple(bare), kind, opener, joined=bare is not tokens)


def _ends_in_verbs(tokens: list[Word]) -> bool:
    """Whether the verbs stand last, as after "of" where it opens what is asked: "of de proef wordt herhaald"."""
    finite = [i for i, word in enumerate(tokens) if is_finite(word.lower) and is_verb_here(tokens, i)]
    return bool(finite) and finite[0] >= max(2, len(tokens) - 3)


def _opener(tokens: list[Word]) -> str:
    """The word that makes the clause subordinate, or "" for a main clause."""
    first, second = tokens[0].lower, tokens[1].lower if len(tokens) > 1 else ""
    if first in PREPOSITIONS and second in ("die", "wie", "welke", "waarvan"):
        return second
    is_subject = is_finite(second) and not (tokens[0].after_break and first in ("die", "dat"))
    if first == "zoals" and len(tokens) > 2 and tokens[2].lower in AUXILIARIES and second not in PRONOUNS:
        return ""  # "Zoals bekend heeft de raad ..."
    if first in _AMBIGUOUS and (is_subject or _inverts(tokens)):
        return ""
    if first == "nu" and second and not is_finite(second) and not _inverts(tokens):
        return first
    if first in ("om", "door", "na", "alvorens") and any(word.lower == "te" for word in tokens):
        return first if not _inverts(tokens) else ""
    is_relative = bool(_RELATIVE_ADVERB.fullmatch(first)) and second not in (
        "nodig",
        "mogelijk",
        "wenselijk",
        "gewenst",
    )
    return first if first in _SUBORDINATORS or is_relative or first == "of" else ""


def _inverts(tokens: list[Word]) -> bool:
    """Whether a finite verb stands right before its pronoun, as only a main clause has it."""
    return any(
        later.lower in PRONOUNS and not later.after_break and is_finite(word.lower) and word.lower != "om"
        for word, later in pairwise(tokens)
    )


def _goes_on_below(last: Clause, piece: Clause) -> bool:
    """Whether the piece goes on with the subordinate clause before it: its verb stands last there too."""
    if last.kind != "sub" or piece.kind == "sub":
        return False
    finite = [i for i, word in enumerate(piece.words) if is_finite(word.lower)]
    return bool(finite) and finite[0] >= max(1 if piece.joined else 2, len(piece.words) - 2)


def _completes(last: Clause, piece: Clause) -> bool:
    """Whether the piece brings only the verbs that the clause still lacks: "kan beter, sneller worden gedaan"."""
    verbs = last.verbs
    if piece.kind == "sub" or verbs is None or verbs.lemma or verbs.helpers[0] in ("zijn", "hebben"):
        return False
    finite = [word.lower for word in piece.words if is_finite(word.lower)]
    return not any(is_third_person(word) or (word in AUXILIARIES and word not in _INFINITIVES) for word in finite)


def _has_its_subject_before(last: Clause, piece: Clause) -> bool:
    """Whether the piece opens with the verb of what stands before it: "De brug, een monument," "wordt hersteld"."""
    first = piece.words[0].lower
    opens = first in AUXILIARIES or (is_third_person(first) and not is_only_participle(first))
    return opens and not piece.joined and piece.kind == last.kind == "main" and last.verbs is None


_GOES_ON = (_completes, _goes_on_below, _has_its_subject_before)


def _merge(pieces: list[Clause]) -> list[Clause]:
    """Pieces without a verb of their own join the clause before them."""
    merged: list[Clause] = []
    for piece in pieces:
        if len(merged) > 1 and merged[-1].kind == "sub" and _has_its_subject_before(merged[-2], piece):
            subject, within = merged[-2:]
            merged[-2:] = [replace(subject, end=piece.end, words=subject.words + piece.words), within]
            continue
        alone = (
            piece.kind == "sub"
            or has_finite(list(piece.words))
            or (merged and merged[-1].kind == "sub" and piece.joined)
        )
        if merged and (not alone or any(goes_on(merged[-1], piece) for goes_on in _GOES_ON)):
            last = merged.pop()
            merged.append(replace(last, end=piece.end, words=last.words + piece.words))
        else:
            merged.append(piece)
    return merged
