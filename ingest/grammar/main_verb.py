"""The verb of a clause with an auxiliary that says what is done: its participle or infinitive."""

from collections.abc import Sequence
from typing import Literal

from ingest.grammar.tokens import (
    DETERMINERS,
    PREPOSITIONS,
    Word,
    is_attributive,
    is_finite,
    unlisted_participle,
    word_class,
)
from ingest.grammar.verbs import Form, Tense, forms_of, verb_classes

Kind = Literal["main", "sub"]
_PLACES = frozenset({"hier", "daar", "er", "waar"})
_ALSO_PRONOUNS = frozenset({"dit", "dat", "deze", "die"})
_REACH = 6
_COMPARATIVE = ("er", "anders")
_FOLLOWERS = PREPOSITIONS | word_class("after a clause")


def main_verb(tokens: Sequence[Word], at: int, wants: Tense, kind: Kind) -> tuple[int, Form] | None:
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


def going_on(tokens: Sequence[Word], at: int) -> tuple[int, Form] | None:
    """The infinitive of what somebody is at: "zijn het aan het uitzoeken"."""
    for i in range(at + 3, len(tokens)):
        form = _wanted_form(tokens[i].lower, "infinitive")
        if form and [tokens[i - 2].lower, tokens[i - 1].lower] == ["aan", "het"]:
            return i, form
    return None


def _closed_by_helper(tokens: Sequence[Word], at: int) -> tuple[int, Form] | None:
    """The participle beside a second auxiliary: "zal worden voorgelegd", "zullen voorgelegd worden"."""
    helper = next((i for i in range(at + 1, len(tokens)) if _is_second_helper(tokens, i)), len(tokens))
    for i in range(max(at + 1, helper - 1), min(helper + 2, len(tokens) if helper < len(tokens) else 0)):
        form = _wanted_form(tokens[i].lower, "participle")
        if form and (i > helper or tokens[i - 1].lower not in DETERMINERS):
            return i, form
    return None


def _is_second_helper(tokens: Sequence[Word], i: int) -> bool:
    """Whether it is "worden", or "zijn" where it can't be somebody's: "moet in mei zijn afgerond", "afgerond zijn"."""
    return tokens[i].lower == "worden" or (tokens[i].lower == "zijn" and ends_perfect(tokens, i))


def ends_perfect(tokens: Sequence[Word], i: int) -> bool:
    """Whether the word stands beside a participle with which the clause ends."""
    beside = len(tokens) - 1 if i == len(tokens) - 2 else i - 1 if i == len(tokens) - 1 else i
    return beside != i and _wanted_form(tokens[beside].lower, "participle") is not None


def _before_infinitive(tokens: Sequence[Word], at: int) -> tuple[int, Form] | None:
    """The participle of a choice, where an infinitive says what: "heeft de raad besloten de nota vast te"."""
    for i in range(at + 1, len(tokens) - 1):
        form = _wanted_form(tokens[i].lower, "participle")
        says_what = form is not None and form.lemma in word_class("deciding") and not is_attributive(tokens, i)
        if form and says_what and any(word.lower == "te" for word in tokens[i + 2 :]):
            return i, form
    return None


def _verb_at(tokens: Sequence[Word], at: int, i: int, wants: Tense) -> Form | None:
    form = _with_particle(tokens, i, wants) or _wanted_form(tokens[i].lower, wants)
    is_other = _is_in_noun_phrase(tokens, at, i, wants) or _is_purpose(tokens, at, i) or _is_compared(tokens, i)
    return form if form and i != at and not is_other else None


def _with_particle(tokens: Sequence[Word], i: int, wants: Tense) -> Form | None:
    """The verb whose particle is written apart though it needn't: "plaats vinden"; a preposition may be its own."""
    before = tokens[i - 1].lower if i else ""
    form = _wanted_form(before + tokens[i].lower, wants) if before not in PREPOSITIONS else None
    return form if form and form.particle == before else None


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
    is_inside = wants == "participle" and not closes(tokens, i) and not is_finite(tokens[i + 1].lower)
    stands_free = i == at + 1 or _follows_pronoun(tokens, i) or _is_stranded(tokens, i) or _is_reflexive(tokens, i)
    return is_inside or (is_attributive(tokens, i) and not stands_free)


def _follows_pronoun(tokens: Sequence[Word], i: int) -> bool:
    """Whether the word before it is what the act is done to: "zullen dit opnemen", not "het opnemen"."""
    return tokens[i - 1].lower in _ALSO_PRONOUNS and closes(tokens, i)


def _is_compared(tokens: Sequence[Word], i: int) -> bool:
    """Whether it is what something is compared with: "later dan gepland", not "wordt dan gepland"."""
    return i > 1 and tokens[i - 1].lower == "dan" and tokens[i - 2].lower.endswith(_COMPARATIVE)


def _is_reflexive(tokens: Sequence[Word], i: int) -> bool:
    """Whether "ons" before it is those who do it: "wij hebben ons voorgenomen"."""
    return tokens[i - 1].lower == "ons" and any(word.lower in ("wij", "we") for word in tokens[:i])


def _is_stranded(tokens: Sequence[Word], i: int) -> bool:
    """Whether the preposition before it belongs to "hier", "daar" or "er": "wordt u daar verder over geïnformeerd"."""
    places = _PLACES & {word.lower for word in tokens[max(0, i - _REACH) : i - 1]}
    return i > 0 and tokens[i - 1].lower in PREPOSITIONS and closes(tokens, i) and bool(places)


def _wanted_form(word: str, wants: Tense) -> Form | None:
    listed = next((form for form in forms_of(word) if form.tense == wants and not form.apart), None)
    return listed or (unlisted_participle(word) if wants == "participle" else None)


def _is_purpose(tokens: Sequence[Word], at: int, i: int) -> bool:
    """Whether the infinitive says what for, not what: "is bedoeld om dit te voorkomen"."""
    between = [word.lower for word in tokens[at + 1 : i]]
    return "om" in between and "te" in between[between.index("om") :]


def closes(tokens: Sequence[Word], i: int) -> bool:
    """Whether a particle stands at the end, or before a part that may follow the end of a Dutch clause."""
    if i + 1 == len(tokens):
        return True
    follows = tokens[i + 1]
    pair = [word.lower for word in (tokens[i], *tokens[i + 2 : i + 3])]
    if follows.lower in ("en", "of") and len(pair) == 2 and set(pair) <= PREPOSITIONS:
        return False  # "op en om het plein"
    later = [word.lower for word in tokens[i + 1 :]]
    return follows.after_break or follows.lower in _FOLLOWERS or ("te" in later[1:] and "om" not in later)
