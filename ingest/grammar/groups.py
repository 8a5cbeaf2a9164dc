"""The verb group of a clause: which verb, in which tense and voice, with which auxiliaries."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.grammar.main_verb import Kind, closes, ends_perfect, going_on, main_verb
from ingest.grammar.tokens import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    Word,
    is_attributive,
    is_finite,
    is_only_participle,
    is_third_person,
    is_verb_here,
    word_class,
)
from ingest.grammar.verbs import Form, Tense, VerbClass, forms_of, particles, verb_classes

Voice = Literal["active", "passive"]
_MOVING = word_class("gaan") | word_class("gaan past")


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The verbs of a clause taken together.

    Attributes:
        lemma: the verb that says what is done; "" where only an auxiliary was found.
        helpers: the lemmas of the auxiliaries, the finite one first.
        tense: "past" for what is over, also for a perfect; else "present".
        finite_at, main_at: indices of the finite and the main verb in `Clause.words`.
    """

    lemma: str
    verb_class: VerbClass | None
    helpers: tuple[str, ...]
    tense: Literal["present", "past"]
    voice: Voice
    finite_at: int
    main_at: int


def verb_group(tokens: Sequence[Word], kind: Kind) -> VerbGroup | None:
    """The verbs of a clause, or None where no finite verb was found."""
    at = _last_finite(tokens) if kind == "sub" else _second_place(tokens)
    if at is None:
        return None
    word = tokens[at].lower
    if word in AUXILIARIES and not (word in _MOVING and _particle_form(tokens, at)):
        return _with_auxiliary(tokens, at, kind)
    return _lexical(tokens, at)


def is_verb_final(tokens: Sequence[Word]) -> bool:
    """Whether a subject pronoun opens the words and the only verb closes them: "We de overlast tegengaan"."""
    if len(tokens) < 4 or tokens[0].lower not in PRONOUNS or not is_finite(tokens[-1].lower):
        return False
    return not any(is_finite(word.lower) for word in tokens[1:-1])


def _second_place(tokens: Sequence[Word]) -> int | None:
    """The finite verb of a main clause: beside its pronoun, else the first that looks like one."""
    beside = _beside_pronoun(tokens)
    if beside is not None:
        return beside
    for i, word in enumerate(tokens):
        if word.lower in AUXILIARIES and is_verb_here(tokens, i):
            return i
        if is_third_person(word.lower) and not is_attributive(tokens, i) and not _is_late_participle(tokens, i):
            return i
    return _plural(tokens)


def _plural(tokens: Sequence[Word]) -> int | None:
    """A plural verb, which looks like an infinitive: after a plural noun, or before the article of its subject."""
    for i in range(1, len(tokens) - 1):
        word, before, after = tokens[i].lower, tokens[i - 1].lower, tokens[i + 1].lower
        if not _is_plural(word) or is_attributive(tokens, i) or tokens[i].after_break or before in ("en", "of"):
            continue
        is_fronted = before.isdigit() or before.startswith(("daar", "hier"))
        if after in DETERMINERS or is_fronted or (before.endswith(("en", "s")) and before not in PREPOSITIONS):
            return i
    return None


def _is_plural(word: str) -> bool:
    """Whether a verb can stand so in a main clause in the plural, where a particle stands apart."""
    return any(form.tense == "present" and form.apart == bool(form.particle) for form in forms_of(word)) and is_finite(
        word
    )


def _beside_pronoun(tokens: Sequence[Word]) -> int | None:
    for i, word in enumerate(tokens):
        if word.lower not in PRONOUNS:
            continue
        if i and not word.after_break and is_finite(tokens[i - 1].lower):
            return i - 1
        for j in range(i + 1, min(i + 6, len(tokens))):
            if is_finite(tokens[j].lower) and not is_attributive(tokens, j):
                return j
    return None


def _is_late_participle(tokens: Sequence[Word], i: int) -> bool:
    """Whether a word such as "verlengd" or "vergroot" follows an auxiliary that it belongs to."""
    return is_only_participle(tokens[i].lower) and any(
        word.lower in AUXILIARIES and is_verb_here(tokens, j) for j, word in enumerate(tokens)
    )


def _last_finite(tokens: Sequence[Word]) -> int | None:
    for i in range(len(tokens) - 1, -1, -1):
        word = tokens[i].lower
        if word in AUXILIARIES and is_verb_here(tokens, i):
            return i
        if i and is_finite(word) and not is_attributive(tokens, i) and not _is_late_participle(tokens, i):
            return i - 1 if tokens[i - 1].lower in AUXILIARIES else i
    return None


def _with_auxiliary(tokens: Sequence[Word], at: int, kind: Kind) -> VerbGroup:
    lemma, tense = AUXILIARIES[tokens[at].lower]
    others = [
        AUXILIARIES[tokens[i].lower][0] for i in range(_purpose_at(tokens, at)) if _is_other_helper(tokens, i, at)
    ]
    helpers = [lemma, *others]
    wants: Tense = "participle" if {"worden", "zijn", "hebben"} & set(helpers) else "infinitive"
    main = main_verb(tokens, at, wants, kind)
    if main is None and lemma not in ("worden", "zijn"):
        main = main_verb(tokens, at, "infinitive", kind)
    if main is None and lemma == "zijn":
        main = going_on(tokens, at)
    is_participle = main is not None and main[1].tense == "participle"
    return VerbGroup(
        lemma=main[1].lemma if main else "",
        verb_class=verb_classes().get(main[1].lemma) if main else None,
        helpers=tuple(helpers),
        tense="past" if tense == "past" or (lemma in ("zijn", "hebben") and is_participle) else "present",
        voice="passive" if is_participle and {"worden", "zijn"} & set(helpers) else "active",
        finite_at=at,
        main_at=main[0] if main else at,
    )


def _purpose_at(tokens: Sequence[Word], at: int) -> int:
    """Where "om ... te" begins after the finite verb, else the end."""
    following = [i for i in range(at + 1, len(tokens)) if tokens[i].lower == "om"]
    is_purpose = following and any(word.lower == "te" for word in tokens[following[0] :])
    return following[0] if is_purpose else len(tokens)


def _is_other_helper(tokens: Sequence[Word], i: int, at: int) -> bool:
    word = tokens[i].lower
    if i == at or word not in AUXILIARIES or (i and tokens[i - 1].lower == "te"):
        return False
    # Anywhere else "zijn" may be somebody's.
    return AUXILIARIES[word][0] != "zijn" or (word == "zijn" and ends_perfect(tokens, i))


def _lexical(tokens: Sequence[Word], at: int) -> VerbGroup | None:
    word = tokens[at].lower
    separable = _particle_form(tokens, at)
    whole = [form for form in forms_of(word) if form.tense in ("present", "past") and not form.apart]
    form = separable[1] if separable else whole[0] if whole else None
    if form is None:
        return None
    past = form.tense == "past" and not any(f.tense == "present" and f.lemma == form.lemma for f in forms_of(word))
    return VerbGroup(
        lemma=form.lemma,
        verb_class=verb_classes().get(form.lemma),
        helpers=(),
        tense="past" if past else "present",
        voice="active",
        finite_at=at,
        main_at=separable[0] if separable else at,
    )


def _particle_form(tokens: Sequence[Word], at: int) -> tuple[int, Form] | None:
    """The particle that goes with the verb, from the end of the clause: "zetten ... voort"."""
    apart = [form for form in forms_of(tokens[at].lower) if form.apart and form.tense in ("present", "past")]
    by_particle = {form.particle: form for form in apart}
    for i in range(len(tokens) - 1, at, -1):
        word = tokens[i].lower
        if word == "om" and any(later.lower == "te" for later in tokens[i + 1 :]):
            continue  # "gaan in gesprek om dit te verkennen"
        if word in by_particle and word in particles() and closes(tokens, i):
            return i, by_particle[word]
    return None
