"""Other words for what a question asks, as data: what means about the same, and what everyday words are in policy."""

from collections import defaultdict
from functools import cache

from index.language.analysis import is_stop_word, tokens
from index.language.fold import fold
from index.language.wordlists import entries, pairs

Phrase = tuple[str, ...]
"""The stems of a word or of a group of words, without stop words."""
LONGEST_PHRASE = 4


def synonyms_of(phrase: Phrase) -> tuple[Phrase, ...]:
    """Other phrases by which one is sought.

    Those of a line of `synoniemen.tsv` stand for each other; `spreektaal.tsv` gives the words of policy papers for
    everyday ones, and not the other way round.
    """
    return _thesaurus().get(phrase, ())


@cache
def _thesaurus() -> dict[Phrase, tuple[Phrase, ...]]:
    found: dict[Phrase, set[Phrase]] = defaultdict(set)
    alike = [(line, line) for line in entries("synoniemen.tsv")]
    for asked, sought in (*alike, *pairs("spreektaal.tsv")):
        others = _phrases(sought)
        for phrase in _phrases(asked):
            found[phrase].update(other for other in others if other != phrase)
    return {phrase: tuple(sorted(others)) for phrase, others in found.items()}


def _phrases(text: str) -> list[Phrase]:
    """Those of a line that have a word besides stop words."""
    read = (tuple(token.stem for token in tokens(fold(part)) if not is_stop_word(token)) for part in text.split(";"))
    return list(filter(None, read))
