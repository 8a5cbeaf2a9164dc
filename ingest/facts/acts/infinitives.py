"""Acts that a line names by an infinitive alone: "Een meldpunt openen", "Instemmen met de nota"."""

import re

from ingest.grammar.tokens import DETERMINERS, PREPOSITIONS, tokenise
from ingest.grammar.verbs import forms_of

_BEFORE_A_NOUN = DETERMINERS - {"alle"}
_NOUN = re.compile(r"\A(?:tot )?(?:het )?(?P<verb>[a-zà-ÿ]+en) (?:van|met|tot)\b", re.IGNORECASE)


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
    for i in range(len(words) - 1, -1, -1):
        if i + 1 == len(words) or words[i + 1].lower in PREPOSITIONS | {"dat"}:
            before = words[i - 1].lower if i else ""
            verb = infinitive_with(before, words[i].lower)
            if verb and before not in _BEFORE_A_NOUN:
                return verb
    return None


def infinitive_with(before: str, word: str) -> str | None:
    """The infinitive, with its particle where that stands apart before it: "beschikbaar stellen"."""
    apart = (form.lemma for form in forms_of(word) if form.tense == "infinitive" and form.apart)
    found = next((lemma for lemma in apart if lemma == before + word), None)
    return found or (word if is_infinitive(word) else None)
