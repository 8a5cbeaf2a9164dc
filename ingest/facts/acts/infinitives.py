"""Acts that a line names by an infinitive alone: "Een meldpunt openen", "Instemmen met de nota"."""

import re

from ingest.grammar.tokens import PREPOSITIONS, tokenise
from ingest.grammar.verbs import forms_of

_NOUN = re.compile(r"\A(?:[Hh]et )?(?P<verb>[a-zà-ÿ]+en) (?:van|met|tot)\b", re.IGNORECASE)


def is_infinitive(word: str) -> bool:
    """Whether the word, in any case, can be the infinitive of a verb in the list."""
    return any(form.tense == "infinitive" and not form.apart for form in forms_of(word.lower()))


def infinitive(quote: str) -> str | None:
    """The verb of an item that says what will be done: before its end or a preposition, or first as a noun."""
    noun = _NOUN.match(quote)
    if noun and is_infinitive(noun["verb"]):
        return noun["verb"].lower()
    words = tokenise(quote, 0, len(quote))
    if not words:
        return None
    if quote[0].isupper() and is_infinitive(words[0].lower):
        return words[0].lower
    for word, after in zip(reversed(words), [None, *reversed(words[1:])], strict=True):
        if (after is None or after.lower in PREPOSITIONS) and is_infinitive(word.lower):
            return word.lower
    return None
