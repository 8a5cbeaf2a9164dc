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

from ingest.grammar.cuts import JOINS, RELATIVE_ADVERB, SUBORDINATORS, begins_clause, is_as_needed
from ingest.grammar.groups import VerbGroup, is_verb_final, verb_group
from ingest.grammar.main_verb import Kind
from ingest.grammar.tokens import (
    AUXILIARIES,
    PREPOSITIONS,
    PRONOUNS,
    Word,
    carries_tense,
    has_finite,
    is_finite,
    is_only_participle,
    is_third_person,
    is_verb_here,
    tokenise,
    word_class,
)
from ingest.grammar.verbs import closes_with

_AMBIGUOUS = word_class("ambiguous opener")
_TITLE = re.compile(r"(?<=[^\W\d_] )[‘'“\"„][A-Z][^‘’'“”\"„.!?:;\n]{2,80}[’'”\"](?=[\s,.;)])")
"""A few words that begin with a capital and end no sentence, after another word: what somebody says has a colon before
it or a full stop within."""
_BRACKETS = re.compile(r"(?<=\w )\([^()\n]{1,120}\)")
_THIRD_PERSON = frozenset({"hij", "zij", "ze", "u", "men"})
_BEFORE_A_NOUN = frozenset({"welke", "welk", "hoe"})
_INFINITIVES = frozenset({"worden", "zijn", "hebben", "gaan", "kunnen"})
_CLOSED_LATER = frozenset({"worden", "zullen", "gaan", "willen"})


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
    """The clauses of the sentence `text[start:end]`, in order; together they cover it, their words all but asides."""
    every = tokenise(text, start, end)
    tokens = _without_asides(text, start, end, every)
    if not tokens:
        return []
    cuts = [0]
    for i in range(1, len(tokens)):
        if begins_clause(tokens, i, cuts[-1]):
            cuts.append(i)
    pieces = [_clause(text, tokens[a:b]) for a, b in pairwise([*cuts, len(tokens)])]
    found = _closed(_merge(pieces))
    return [*found[:-1], replace(found[-1], end=every[-1].end)]


def _without_asides(text: str, start: int, end: int, tokens: list[Word]) -> list[Word]:
    """A title or what stands in brackets may hold a verb that is not the sentence's: "de nota 'Zo werken we samen'"."""
    asides = [found.span() for pattern in (_TITLE, _BRACKETS) for found in pattern.finditer(text, start, end)]
    if not asides:
        return tokens
    return [word for word in tokens if not any(begin < word.start < stop for begin, stop in asides)]


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


def _clause(text: str, tokens: list[Word]) -> Clause:
    first = tokens[0].lower
    bare = tokens[1:] if first in JOINS and len(tokens) > 1 else tokens
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
    follows_noun = tokens[0].after_break and first in ("die", "dat")
    is_subject = not follows_noun and (second in AUXILIARIES if first in _BEFORE_A_NOUN else is_finite(second))
    if first == "zoals" and len(tokens) > 2 and tokens[2].lower in AUXILIARIES and second not in PRONOUNS:
        return ""  # "Zoals bekend heeft de raad ..."
    if first in _AMBIGUOUS and (is_subject or _inverts(tokens) or _subject_follows(tokens)):
        return ""
    if first == "nu" and second and not is_finite(second) and not _inverts(tokens):
        return first
    if first in ("om", "door", "na", "alvorens") and any(word.lower == "te" for word in tokens):
        return first if not _inverts(tokens) and not _has_verb_before_te(tokens) else ""
    opens = first in SUBORDINATORS or bool(RELATIVE_ADVERB.fullmatch(first)) or first == "of"
    return first if opens and not is_as_needed(tokens, 0) else ""


def _has_verb_before_te(tokens: list[Word]) -> bool:
    """Whether a verb before "te" carries the tense, as only a main clause has it: "Na overleg heeft zij beloofd te"."""
    te = next(i for i, word in enumerate(tokens) if word.lower == "te")
    return any(carries_tense(tokens, i) for i in range(1, te))


def _inverts(tokens: list[Word]) -> bool:
    """Whether a finite verb stands right before its pronoun, as only a main clause has it."""
    return any(
        later.lower in PRONOUNS and not later.after_break and is_finite(word.lower) and word.lower != "om"
        for word, later in pairwise(tokens)
    )


def _subject_follows(tokens: list[Word]) -> bool:
    """Whether the second word is the finite verb and its subject follows: "Dat kan zij toezeggen"."""
    return len(tokens) > 2 and tokens[1].lower in AUXILIARIES and tokens[2].lower in _THIRD_PERSON


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
