"""What a line of a paper is about: the names of its project, what something is done to, and what is done.

Lists, headings and sentences speak of one project in other words ("Herontwikkeling Den Deylschool", "De voormalige Den
Deijlschool wordt herontwikkeld"); what is left of all of them is the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from index.language.analysis import is_stop_word, tokens
from index.language.matter import acts, content_words
from index.language.place_names import gazetteer
from index.language.proper_names import Name, names, project_words, spelling
from index.language.stems import stem
from index.language.wordlists import any_of
from index.store.rows import PassageRow
from ingest.grammar.verbs import forms_of

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ASIDE = re.compile(r"\(([^()]*)\)")
_AND = re.compile(r"(?<!-) en (?!-)")
_AFTER_HEAD = re.compile(r"[,;(]|\b(?:ten behoeve van|waarbij|waarin|zodat|om|door|met|mede|o\.b\.v|i\.r\.t)\b")
"""What follows the head of a row: what it is for, how, and by whom."""
_NOUN_OF_VERB = (("atie", "eren"), ("ering", "eren"), ("ing", "en"))
"""How nouns end that tell of an act, and the verbs that they come of: "renovatie", "sanering", "aanwijzing"."""
_PLANS = ("plan", "visie", "nota", "beleid", "programma")
"""How the names of plans end: "Omgevingsvisie"."""
_LAST_PART = (("bouw", "bouwen"), ("onderzoek", "onderzoeken"), ("keuze", "kiezen"))
"""The same of compounds: "nieuwbouw", "locatiekeuze"."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a row of a list, a sentence or a heading is about.

    Attributes:
        names: the names that it has.
        words: the stems of all that it names; `things` those of what something is done to, without the names.
        acts: the verbs for what is done.
    """

    names: tuple[Name, ...]
    words: frozenset[str]
    things: frozenset[str]
    acts: frozenset[str]


def parts_of_row(text: str, places: Sequence[str]) -> Iterator[Matter]:
    """What a row of a list is on, without what that is for or how; and each part of it that names what is done."""
    cut = _AFTER_HEAD.search(text, 1)
    head = text[: cut.start()] if cut else text
    whole = matter_of(head, places)
    aside = [matter_of(said, places).names for said in _ASIDE.findall(text) if not said.startswith("zie ")]
    yield replace(whole, names=sum(aside, whole.names))
    if len(parts := _AND.split(head)) > 1:
        yield from (part for each in parts if (part := matter_of(each, places)).acts)


def matter_of(text: str, places: Iterable[str]) -> Matter:
    """What a text of a paper of these municipalities is about: their own names tell no project."""
    own = frozenset(spelling(word) for place in places for word in place.split())
    found = tuple(name for name in names(text) if _tells(name, own, text[name.start : name.end]))
    rest = _without(text, found)
    said = [token for token in tokens(rest) if not is_stop_word(token)]
    done = {token.stem: verbs for token in said if (verbs := verbs_of(token.exact))}
    apposed = {stem(name.beside) for name in found if name.is_apposed}
    things = content_words(rest) - acts() - done.keys() - apposed - _of_any()
    return Matter(found, content_words(text), things, frozenset(verb for verbs in done.values() for verb in verbs))


def names_one(passage: PassageRow, projects: Iterable[Name]) -> bool:
    """Whether a passage, with the heading that it stands below, names one of these projects."""
    text = "\n".join((*passage.heading_path[-1:], passage.text))
    spelled = {spelling(word) for each in _WORD.findall(text) for word in (each, *each.split("-"))}
    likely = [name for name in projects if any(not word.isdisjoint(spelled) for word in name.words)]
    named = matter_of(text, passage.document.identity.municipalities).names if likely else ()
    return any(one.is_same(other) for one in likely for other in named)


@cache
def _of_any() -> frozenset[str]:
    return frozenset(map(stem, project_words()))


def _tells(name: Name, own: frozenset[str], said: str) -> bool:
    """Whether a name tells of a project: that of a municipality doesn't, nor that of a club in a building, nor that of
    a plan or a policy, which many a project has."""
    words = [min(word) for word in name.words]
    is_club = any_of("verenigingen.txt").search(" ".join((name.beside, *words)))
    is_plan = all(word.endswith(_plans()) for word in words)
    is_other = is_plan or is_club or gazetteer().municipality(said) is not None
    return not is_other and not all(word.startswith(tuple(own)) for word in words)


@cache
def _plans() -> tuple[str, ...]:
    return tuple(map(spelling, _PLANS))


def _without(text: str, found: Sequence[Name]) -> str:
    for name in reversed(found):
        text = f"{text[: name.start]}|{text[name.end :]}"
    return text


@lru_cache(maxsize=1 << 14)
def verbs_of(word: str) -> frozenset[str]:
    """The verbs that a word is a form or the noun of: "gesaneerd" and "sanering" of "saneren"."""
    nouns = [word.removesuffix(ending) + verb for ending, verb in _NOUN_OF_VERB if word.endswith(ending)]
    last = [verb for ending, verb in _LAST_PART if word.endswith(ending)]
    return frozenset(form.lemma for each in (word, *nouns, *last) for form in forms_of(each) if not form.apart)
