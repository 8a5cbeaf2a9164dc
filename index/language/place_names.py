"""Municipalities by whatever name a person gives them: "Den Haag", "Bergen NH", "Hengelo (O.)"."""

import re
from collections.abc import Iterator
from functools import cache

from index.language.fold import name_key
from ingest.gazetteer import Gazetteer, Mention
from ingest.places.context import context_of

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_IN_LOWER_CASE = re.compile(r"(?P<before>\b[a-z]+) $")
_ARTICLES = frozenset({"de", "het", "een", "den"})
_WEIGHT = 0.5
"""Of a name that is a word too; as the gazetteer weighs, near a name on its own."""


@cache
def gazetteer() -> Gazetteer:
    """The municipalities of the Netherlands; loaded once, when a name is first asked for."""
    return Gazetteer.load()


def keys_of(name: str) -> tuple[str, ...]:
    """The keys under which documents may stand of the municipality, or of each of those, that goes by a name.

    A name that no municipality has, as of one that a collection made up, is its own only key.
    """
    return tuple(dict.fromkeys([name_key(name), *map(name_key, gazetteer().candidates(name))]))


def mentions_in(question: str) -> list[Mention]:
    """The municipalities that a question names, those as they are written before those that it leaves a capital out of.

    With a capital for each word "zwembad van Delft" has "Van Delft", as somebody may be called.
    """
    first_small = question[:1].lower() + question[1:]
    capitals = _WORD.sub(lambda word: word.group()[:1].upper() + word.group()[1:], question)
    return [*gazetteer().find(first_small), *_words_too(question), *gazetteer().find(capitals)]


def _words_too(question: str) -> Iterator[Mention]:
    """Names that are words as well ("Leiden", "Bergen"), by their capital within a question in lower case."""
    for word in _WORD.finditer(question):
        before = _IN_LOWER_CASE.search(question[: word.start()])
        if not word.group()[0].isupper() or not before or before["before"] in _ARTICLES:
            continue
        if context_of(question[:1].lower() + question[1:], *word.span()) in {"plain", "gemeente"}:
            for name in gazetteer().candidates(word.group()):
                yield Mention(*word.span(), name, "name", _WEIGHT)
