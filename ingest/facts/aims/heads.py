"""The nouns under which a plan puts its priorities, as phrases: "onze drie belangrijkste opgaven".

Some name priorities by themselves (speerpunten, kernopgaven). Themes, tasks and pillars do where something raises them:
a number, "belangrijkste", "van deze visie", or words of stress in their sentence; points and subjects by stress alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ingest.dutch import words
from ingest.facts.aims.speerpunt_words import OF_A_TERM, SET_NO_COURSE, bare, cue
from ingest.grammar.verbs import forms_of
from ingest.model import Document
from ingest.numerals import numbers

FEWEST = 2
_MOST_DIGITS = 2
_MOST_BEFORE = 5
"""Words of a phrase before its noun: "de volgende drie belangrijke maatschappelijke"."""
_STRESS_BEHIND = 60
"""Characters behind a noun in which its sentence may lay stress on it: "drie onderwerpen zijn prioritair"."""
_ARTICLES = frozenset({"de", "onze", "deze", "die", "haar", "hun", "een", "eigen"})
_EXPECTS = frozenset({"volgende", "onderstaande", "aantal", "enkele"})
"""Words that promise several, as a number does."""
_PAPER = re.compile(
    r"\s(?:van|uit|in|voor|binnen) (?:de |het |ons |onze |dit |deze )?[\w-]*"
    r"(?:plan|visie|akkoord|programma|nota|agenda|beleid|begroting|beleidskader|coalitie|college)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r" (?:(?:voor|in|van) )?\(?\d{4}")
_OPENS = re.compile(
    r"(?:[\wëïé' ]{3,30}: |(?:wat zijn|welke|dit zijn) )?"
    r"(?:(?!(?:van|met|per|uit|over|aan|bij|in|op|en|naar|zonder|stellen|bepalen|kiezen)\b)[\wëïé-]+ ){0,5}",
    re.IGNORECASE,
)
"""What a heading has before the noun that it is about."""
_ASKS = re.compile(r"(?:wat zijn|welke|dit zijn) ", re.IGNORECASE)
_PHRASE_BEHIND = re.compile(r" (?:van|voor|in|uit|binnen|\(?\d{4})\b", re.IGNORECASE)
_PLAIN = frozenset({"ambities", "thema's", "thema’s", "sporen"})
"""Headings that stand above any topics, also in the programme of a party."""


@dataclass(frozen=True, slots=True)
class Head:
    """A noun for priorities with what stands before it.

    Attributes:
        start, end: of the phrase, its article and numeral included.
        count: how many it says that there are, if it does.
        expects: whether it tells that they will be named: by a number, or "de volgende".
        is_weak: whether only the kind of paper makes it one, so that what stands right behind it must be a name;
        by_name: whether only such names do.
    """

    start: int
    end: int
    count: int | None = None
    expects: bool = False
    is_weak: bool = False
    by_name: bool = False


def heads_in(document: Document, start: int, end: int) -> list[Head]:
    """The nouns of a sentence that name priorities of the paper itself."""
    text, doc_type = document.text, document.identity.doc_type.value
    found = []
    for noun in _noun().finditer(text, start, end):
        for head in _phrase(text, start, noun):
            if _is_raised(text[start : min(end, noun.end() + _STRESS_BEHIND)], text, head, noun):
                found.append(head)
            elif not noun["things"] and doc_type not in SET_NO_COURSE:
                is_own = _is_of_paper(text, head, noun, doc_type)
                found.append(replace(head, is_weak=not head.expects, by_name=not is_own))
    return found


def heads_a_list(heading: str, doc_type: str | None) -> bool:
    """Whether a heading announces priorities of the paper: "Lokale speerpunten 2027", "De opgaven van dit college"."""
    heading = bare(heading)
    if cue("heading", "theme").fullmatch(heading):
        return True
    found = (noun for noun in _noun().finditer(heading) if _OPENS.fullmatch(heading, 0, noun.start()))
    return any(
        _is_heading_raised(heading, noun, doc_type) and (_ASKS.match(heading) or _closes(heading[noun.end() :]))
        for noun in found
    )


def count_in(said: str) -> int | None:
    """The number that words give of them: two or more, for "een overzicht" counts nothing."""
    counts = (_number(word) or 0 for word in re.findall(r"\w+", said.lower()))
    return next((count for count in counts if count >= FEWEST), None)


def _number(word: str) -> int | None:
    """The number that a word says: "4", "vier", "viertal"."""
    return int(word) if word.isdigit() and len(word) <= _MOST_DIGITS else numbers().get(word.removesuffix("tal"))


@cache
def _noun() -> re.Pattern[str]:
    kinds = ("priorities", "themes", "things")
    nouns = "|".join(f"(?P<{kind}>{cue(kind).pattern})" for kind in kinds)
    return re.compile(rf"(?<![\w-])(?:{nouns})(?!\w)", re.IGNORECASE)


def _phrase(text: str, start: int, noun: re.Match[str]) -> Iterator[Head]:
    """The phrase around a noun; none where it speaks of others: "andere prioriteiten", "elk thema"."""
    begin: int = noun.start()
    before: list[str] = []
    for a, b in reversed(words(text, start, noun.start())[-_MOST_BEFORE:]):
        word = text[a:b].lower()
        if text[b:begin].strip() or not _is_of_phrase(word):
            if cue("others").fullmatch(word):
                return
            break
        begin, before = a, [word, *before]
    if any(cue("others").fullmatch(word) for word in before):
        return
    count = count_in(" ".join(before))
    yield Head(begin, noun.end(), count, bool(count or _EXPECTS & set(before)))


def _is_of_phrase(word: str) -> bool:
    is_adjective = word.endswith("e") and len(word) > 2
    return word in _ARTICLES or word in _EXPECTS or _number(word) is not None or is_adjective


def _is_raised(said: str, text: str, head: Head, noun: re.Match[str]) -> bool:
    """Whether the noun itself, stress in its sentence or a word before it says that they come first."""
    is_chosen = noun["themes"] and cue("raising").search(text, head.start, noun.start())
    return bool(noun["priorities"] or is_chosen or cue("stress").search(said))


def _is_of_paper(text: str, head: Head, noun: re.Match[str], doc_type: str | None) -> bool:
    """Whether these are the themes or tasks of a plan: "drie thema's", "de opgaven van deze visie"."""
    article = text[head.start : noun.start()].lower()
    is_own = article.startswith("onze ") and noun.group().lower() != "ambities"
    is_of_term = doc_type in OF_A_TERM and article.startswith(("onze ", "de "))
    return head.expects or is_own or is_of_term or bool(_PAPER.match(text, noun.end()))


def _is_heading_raised(heading: str, noun: re.Match[str], doc_type: str | None) -> bool:
    before = heading[: noun.start()].lower()
    if any(cue("others").fullmatch(word) for word in before.split()):
        return False
    expects = bool(count_in(before) or cue("raising").search(before))
    if noun["things"]:
        return doc_type in OF_A_TERM and expects
    is_ours = before.startswith("onze ") and (doc_type in OF_A_TERM or noun.group().lower() != "ambities")
    is_own = is_ours or (doc_type in OF_A_TERM and noun.group().lower() not in _PLAIN)
    behind = _PAPER.match(heading, noun.end()) or _YEARS.match(heading, noun.end())
    return bool(noun["priorities"] or expects or is_own or behind)


def _closes(tail: str) -> bool:
    """Whether a heading ends so: in a phrase ("van het college"), a year or a name, not in a verb ("stellen")."""
    if not tail or _PHRASE_BEHIND.match(tail):
        return True
    said = tail.split()
    return tail.startswith(" ") and len(said) <= _MOST_BEFORE and not any(forms_of(word.lower()) for word in said)
