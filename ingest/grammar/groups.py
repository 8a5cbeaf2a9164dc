"""The verb group of a clause: which verb, in which tense and voice, with which auxiliaries."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

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
    unlisted_participle,
    word_class,
)
from ingest.grammar.verbs import Form, Tense, VerbClass, forms_of, particles, verb_classes

Kind = Literal["main", "sub"]
Voice = Literal["active", "passive"]
_MOVING = word_class("gaan") | word_class("gaan past")
_PLACES = frozenset({"hier", "daar", "er", "waar"})
_REACH = 6
_COMPARATIVE = ("er", "anders")
_FOLLOWERS = PREPOSITIONS | word_class("after a clause")


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
    helpers = [lemma, *(other for other in others if other != "zijn")]
    wants: Tense = "participle" if {"worden", "zijn", "hebben"} & set(helpers) else "infinitive"
    main = _main_verb(tokens, at, wants, kind)
    if main is None and lemma not in ("worden", "zijn"):
        main = _main_verb(tokens, at, "infinitive", kind)
    if main is None and lemma == "zijn":
        main = _going_on(tokens, at)
    is_participle = main is not None and main[1].tense == "participle"
    return VerbGroup(
        lemma=main[1].lemma if main else "",
        verb_class=verb_classes().get(main[1].lemma) if main else None,
        helpers=tuple(helpers),
        tense="past" if tense == "past" or (lemma in ("zijn", "hebben") and is_participle) else "present",
        voice="passive" if is_participle and ("worden" in helpers or lemma == "zijn") else "active",
        finite_at=at,
        main_at=main[0] if main else at,
    )


def _going_on(tokens: Sequence[Word], at: int) -> tuple[int, Form] | None:
    """The infinitive of what somebody is at: "zijn het aan het uitzoeken"."""
    for i in range(at + 3, len(tokens)):
        form = _wanted_form(tokens[i].lower, "infinitive")
        if form and [tokens[i - 2].lower, tokens[i - 1].lower] == ["aan", "het"]:
            return i, form
    return None


def _purpose_at(tokens: Sequence[Word], at: int) -> int:
    """Where "om ... te" begins after the finite verb, else the end."""
    following = [i for i in range(at + 1, len(tokens)) if tokens[i].lower == "om"]
    is_purpose = following and any(word.lower == "te" for word in tokens[following[0] :])
    return following[0] if is_purpose else len(tokens)


def _is_other_helper(tokens: Sequence[Word], i: int, at: int) -> bool:
    return i != at and tokens[i].lower in AUXILIARIES and not (i and tokens[i - 1].lower == "te")


def _main_verb(tokens: Sequence[Word], at: int, wants: Tense, kind: Kind) -> tuple[int, Form] | None:
    """The one that "worden" closes ("zal worden voorgelegd"), else the last before the first break, else of all."""
    if wants == "participle" and (closed := _closed_by_helper(tokens, at) or _before_infinitive(tokens, at)):
        return closed
    first = 0 if kind == "sub" else at + 1
    stop = next((i for i in range(at + 1, len(tokens)) if tokens[i].after_break), len(tokens))
    for end in (stop, len(tokens)):
        for i in range(end - 1, first - 1, -1):
            form = _verb_at(tokens, at, i, wants)
            if form:
                return _first_of_two(tokens, at, (i, form), wants) or (i, form)
    fronted = _wanted_form(tokens[0].lower, wants) if at == 1 and wants == "participle" else None
    return (0, fronted) if fronted else None  # "Gestart is met een plan"


def _closed_by_helper(tokens: Sequence[Word], at: int) -> tuple[int, Form] | None:
    """The participle beside a second auxiliary: "zal worden voorgelegd", "zullen voorgelegd worden"."""
    helper = next((i for i in range(at + 2, len(tokens)) if tokens[i].lower == "worden"), len(tokens))
    for i in range(max(at + 1, helper - 1), min(helper + 2, len(tokens) if helper < len(tokens) else 0)):
        if (form := _wanted_form(tokens[i].lower, "participle")) and tokens[i - 1].lower not in DETERMINERS:
            return i, form
    return None


def _before_infinitive(tokens: Sequence[Word], at: int) -> tuple[int, Form] | None:
    """The participle right behind its auxiliary, where an infinitive says what: "heeft besloten de nota vast te"."""
    form = _wanted_form(tokens[at + 1].lower, "participle") if at + 1 < len(tokens) else None
    says_what = form is not None and form.lemma in word_class("deciding")
    return (at + 1, form) if form and says_what and any(word.lower == "te" for word in tokens[at + 2 :]) else None


def _verb_at(tokens: Sequence[Word], at: int, i: int, wants: Tense) -> Form | None:
    form = _wanted_form(tokens[i].lower, wants)
    is_other = _is_in_noun_phrase(tokens, at, i, wants) or _is_purpose(tokens, at, i) or _is_compared(tokens, i)
    return form if form and i != at and not is_other else None


def _first_of_two(tokens: Sequence[Word], at: int, last: tuple[int, Form], wants: Tense) -> tuple[int, Form] | None:
    """The verb before "en" where it says more than the last: "is uitgewerkt en met de raad gedeeld"."""
    if verb_classes().get(last[1].lemma) not in (None, "stative", "standing"):
        return None
    for i in range(last[0] - 1, at, -1):
        if tokens[i + 1].lower == "en" and (form := _verb_at(tokens, at, i, wants)):
            return (i, form) if verb_classes().get(form.lemma) in ("deliverable", "action") else None
    return None


def _is_in_noun_phrase(tokens: Sequence[Word], at: int, i: int, wants: Tense) -> bool:
    """Whether it is a noun or adjective: "het bouwen", "27 verbonden partijen"; not "de werken zijn gestart"."""
    is_inside = wants == "participle" and not _closes(tokens, i) and not is_finite(tokens[i + 1].lower)
    stands_free = i == at + 1 or _is_stranded(tokens, i) or _is_reflexive(tokens, i)
    return is_inside or (is_attributive(tokens, i) and not stands_free)


def _is_compared(tokens: Sequence[Word], i: int) -> bool:
    """Whether it is what something is compared with: "later dan gepland", not "wordt dan gepland"."""
    return i > 1 and tokens[i - 1].lower == "dan" and tokens[i - 2].lower.endswith(_COMPARATIVE)


def _is_reflexive(tokens: Sequence[Word], i: int) -> bool:
    """Whether "ons" before it is those who do it: "wij hebben ons voorgenomen"."""
    return tokens[i - 1].lower == "ons" and any(word.lower in ("wij", "we") for word in tokens[:i])


def _is_stranded(tokens: Sequence[Word], i: int) -> bool:
    """Whether the preposition before it belongs to "hier", "daar" or "er": "wordt u daar verder over geïnformeerd"."""
    places = _PLACES & {word.lower for word in tokens[max(0, i - _REACH) : i - 1]}
    return i > 0 and tokens[i - 1].lower in PREPOSITIONS and _closes(tokens, i) and bool(places)


def _wanted_form(word: str, wants: Tense) -> Form | None:
    listed = next((form for form in forms_of(word) if form.tense == wants and not form.apart), None)
    return listed or (unlisted_participle(word) if wants == "participle" else None)


def _is_purpose(tokens: Sequence[Word], at: int, i: int) -> bool:
    """Whether the infinitive says what for, not what: "is bedoeld om dit te voorkomen"."""
    between = [word.lower for word in tokens[at + 1 : i]]
    return "om" in between and "te" in between[between.index("om") :]


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
        if word in by_particle and word in particles() and _closes(tokens, i):
            return i, by_particle[word]
    return None


def _closes(tokens: Sequence[Word], i: int) -> bool:
    """Whether a particle stands at the end, or before a part that may follow the end of a Dutch clause."""
    if i + 1 == len(tokens):
        return True
    follows = tokens[i + 1]
    pair = [word.lower for word in (tokens[i], *tokens[i + 2 : i + 3])]
    if follows.lower in ("en", "of") and len(pair) == 2 and set(pair) <= PREPOSITIONS:
        return False  # "op en om het plein"
    later = [word.lower for word in tokens[i + 1 :]]
    return follows.after_break or follows.lower in _FOLLOWERS or ("te" in later[1:] and "om" not in later)
