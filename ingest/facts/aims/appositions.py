"""Speerpunten that stand right behind the word for them: "de prioriteiten jeugd en wonen", "het speerpunt ‘Wonen’"."""

import re
from collections.abc import Iterator

from ingest.facts.aims.enumerations import Item, between_commas
from ingest.facts.aims.heads import Head
from ingest.facts.aims.speerpunt_words import cue
from ingest.grammar.tokens import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    Word,
    carries_tense,
    is_only_participle,
    tokenise,
    unlisted_participle,
    word_class,
)
from ingest.grammar.verbs import forms_of

_BRACKETS = re.compile(
    r"(?:\s(?:uit|van|in|voor)\s[^().,:;]{0,50}?(?:plan|beleid|nota|programma|akkoord|visie|agenda|begroting|\d{4}))?"
    r"\s\((?!zie\b|conform\b)(?P<inside>[^()]+)\)",
    re.IGNORECASE,
)
"""Brackets behind the noun or the paper that it is from: "van het college (wethouders en secretaris)" is neither."""
_BETWEEN_DASHES = re.compile(r"\s[–-]\s(?P<inside>[^–:;.]+?)\s[–-]\s")
_TIE = re.compile(r",?\s(?:zoals|op het gebied van|als het gaat om|rondom|rond)(?=\s)", re.IGNORECASE)
_STOP = re.compile(r"[.:;!?()](?:\s|\Z)|,\s(?:die|dat|welke|waar\w*|zodat|omdat|zoals|maar|want)\b|\s[–-]\s")
_QUOTED = re.compile(r"\s[‘'\"“„](?P<name>[^‘’'\"“”„]{4,80})[’'\"”]")
_NAMED = re.compile(r"\s(?=[A-ZÀ-Ý][a-zà-ÿ]+)")
_NO_OPENING = (
    PREPOSITIONS
    | PRONOUNS
    | DETERMINERS
    | {"vooral", "verder", "waar", "waarbij", "waarin", "waarop", "waarvoor"}
    | word_class("subordinator")
    | word_class("particle of no verb")
)
_ADVERBS = word_class("adverb of no object") | PREPOSITIONS | word_class("particle of no verb") | {"toe", "te"}


def apposed(text: str, head: Head, end: int) -> list[Item]:
    """What a sentence names right behind its noun for priorities, in brackets or not; none where that isn't names."""
    brackets = _BRACKETS.match(text, head.end, end) or _BETWEEN_DASHES.match(text, head.end, end)
    if brackets:
        return between_commas(text, *brackets.span("inside"))
    tie = _TIE.match(text, head.end, end)
    tokens = _phrase(text, tie.end() if tie else head.end, end)
    items = between_commas(text, tokens[0].start, tokens[-1].end, count=head.count) if tokens else []
    if head.count and len(items) == head.count:
        return items
    is_name = not head.is_weak or text[head.end :].lstrip()[:1].isupper()
    return items if items and is_name and _names(tokens) else []


def called_alone(text: str, start: int, end: int) -> Iterator[Item]:
    """The one thing that is named so: "het lokale speerpunt Jeugd en alcohol", "de prioriteit ‘Schoon en heel’"."""
    for noun in cue("priority").finditer(text, start, end):
        quoted = _QUOTED.match(text, noun.end(), end)
        if quoted:
            yield Item(*quoted.span("name"))
        elif _NAMED.match(text, noun.end(), end):
            tokens = _phrase(text, noun.end(), end)
            if tokens:
                yield Item(tokens[0].start, tokens[-1].end)


def _phrase(text: str, start: int, end: int) -> list[Word]:
    """The words from here to the verb of the clause or its end, without what hangs on the verb: "verder uitgewerkt"."""
    stop = _STOP.search(text, start, end)
    tokens = tokenise(text, start, stop.start() if stop else end)
    verb = next((i for i in range(len(tokens)) if _is_verb(tokens, i)), len(tokens))
    kept = tokens[:verb]
    while kept and _hangs_on_verb(kept[-1].lower):
        kept.pop()
    return kept


def _is_verb(tokens: list[Word], i: int) -> bool:
    """Whether a word carries the tense; one that opens an item is a noun: "jeugd, sport en wonen"."""
    opens_item = i == 0 or tokens[i].after_break or tokens[i - 1].lower == "en"
    return carries_tense(tokens, i) and (tokens[i].lower in AUXILIARIES or not opens_item)


def _hangs_on_verb(word: str) -> bool:
    return word in _ADVERBS or is_only_participle(word) or unlisted_participle(word) is not None


def _names(tokens: list[Word]) -> bool:
    """Whether the words open as a name does: "wonen, werken", but not "komen terug in", "mee te geven", "2026"."""
    first = tokens[0]
    if first.after_break or first.lower in _NO_OPENING or first.lower[0].isdigit():
        return False
    if any(word.lower == "te" for word in tokens):
        return False
    goes_on = len(tokens) > 1 and not tokens[1].after_break and tokens[1].lower not in ("en", "of")
    return not (goes_on and any(form.lemma == first.lower for form in forms_of(first.lower)))
