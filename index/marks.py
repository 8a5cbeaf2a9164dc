"""What in a passage matched the question: the words to mark, and why the passage came."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.analysis import is_stop_word, tokens
from index.query import Query
from index.terms import Word

_MANY = 6


@dataclass(frozen=True, slots=True)
class Marks:
    """Spans within the passage's text, in order, and the words of the question that they answer to."""

    spans: tuple[tuple[int, int], ...]
    matched: frozenset[int]


def marks(text: str, words: Sequence[Word]) -> Marks:
    """The words of a text that match, also as another form, within a compound, or as a synonym."""
    by_stem: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        for stem in word.stems:
            by_stem.setdefault(stem, []).append(number)
    spans: list[tuple[int, int]] = []
    matched: set[int] = set()
    for token in tokens(text):
        found = [number for stem in (token.stem, *token.parts) for number in by_stem.get(stem, ())]
        if found and not is_stop_word(token):
            matched.update(found)
            if not spans or token.start >= spans[-1][1]:
                spans.append((token.start, token.end))
    return Marks(tuple(spans), frozenset(matched))


def reasons(query: Query, found: Marks, margin: float, liked: Sequence[str]) -> tuple[str, ...]:
    """Why a passage came, in Dutch: the words, the meaning, and what it has of what the question prefers."""
    words = [query.text[query.words[number].start : query.words[number].end] for number in sorted(found.matched)]
    said = []
    if words:
        said.append(f"woorden: {', '.join(words[:_MANY])}")
    if margin >= STRONG_MARGIN:
        said.append("betekenis lijkt op de vraag")
    return (*said, *liked)


STRONG_MARGIN = 1.5
"""A passage whose margin is above this is said to resemble the question; half of what answers does."""
