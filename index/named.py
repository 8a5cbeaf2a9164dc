"""Whether a document names a subject, and in which sentence: a plan may have dropped a speerpunt and still name it."""

from collections.abc import Iterable

from index.analysis import is_stop_word, tokens
from index.follow import Place
from index.rareness import Rareness
from index.rows import PassageRow
from ingest.dutch import sentence_spans

LEAST_NAMED = 0.6
"""Share of the weight of the words of a subject that a sentence has to have to name it, so that the commoner of two
words ("criminaliteit" of "digitale criminaliteit") isn't enough. Not measured: there are no labelled pairs of plans."""


def subject_words(text: str) -> frozenset[str]:
    """The stems of the words that say something; of a text without those, of all its words."""
    found = tokens(text)
    return frozenset(token.stem for token in found if not is_stop_word(token)) or frozenset(t.stem for t in found)


def place_named(label: str, passages: Iterable[PassageRow], rareness: Rareness) -> Place | None:
    """The sentence that has most of the words of a label, also as parts of longer words; None where none has enough.

    Of sentences that have as many, running text comes before the row of a table, and then the first one.
    """
    weights = {word: rareness(word) for word in subject_words(label)}
    least = LEAST_NAMED * sum(weights.values())
    best: tuple[float, bool] = (0.0, False)
    found = None
    for passage in passages:
        for start, end in sentence_spans(passage.text):
            text = passage.text[start:end]
            had = sum(weights[word] for word in weights.keys() & _with_parts(text))
            rank = (had, "|" not in text)
            if had and had >= least and rank > best:
                best, found = rank, Place(passage, start, end)
    return found


def _with_parts(text: str) -> set[str]:
    return {word for token in tokens(text) for word in (token.stem, *token.parts)}
