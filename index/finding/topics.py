"""The words of a subject or a portfolio by which one is found in the other."""

from functools import cache

from index.language.analysis import is_stop_word, tokens


@cache
def content_stems(text: str) -> frozenset[str]:
    """The stems of the words that mean something."""
    return frozenset(token.stem for token in tokens(text) if not is_stop_word(token))


@cache
def stems_and_parts(text: str) -> frozenset[str]:
    """With the parts of compounds: "havenveiligheid" is on the port, as "woonoverlast" isn't on "wonen"."""
    return content_stems(text).union(*(token.parts for token in tokens(text)))
