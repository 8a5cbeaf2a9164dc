"""Whether a document names a subject, and in which sentence: a plan may have dropped a speerpunt and still name it."""

from collections.abc import Iterable

from index.follow import Place
from index.language.analysis import is_stop_word, tokens
from index.store.rows import PassageRow
from index.tracing.rareness import Rareness
from ingest.dutch import sentence_spans

LEAST_NAMED = 0.6
"""Share of the weight of the words of a subject that a sentence has to have to name it, so that the commoner of two
words ("criminaliteit" of "digitale criminaliteit") isn't enough. Not measured: there are no labelled pairs of plans."""


def subject_words(text: str) -> frozenset[str]:
    """The stems of the words that say something; of a text without those, of all its words."""
    found = tokens(text)
    return frozenset(token.stem for token in found if not is_stop_word(token)) or frozenset(t.stem for t in found)


class Naming:
    """The sentences of a document with their words, so that each is read once for all that is sought in it."""

    def __init__(self, passages: Iterable[PassageRow], rareness: Rareness) -> None:
        self._rareness = rareness
        places = (Place(row, start, end) for row in passages for start, end in sentence_spans(row.text))
        self._sentences = [(place, _with_parts(place.text)) for place in places]

    def place(self, label: str) -> Place | None:
        """The sentence that has most of the words of a label, also as parts of longer words; None where none has
        enough.

        Of sentences that have as many, running text comes before the row of a table, and then the first one.
        """
        weights = {word: self._rareness(word) for word in subject_words(label)}
        least = LEAST_NAMED * sum(weights.values())
        best: tuple[float, bool] = (0.0, False)
        found = None
        for place, words in self._sentences:
            had = sum(weights[word] for word in weights.keys() & words)
            rank = (had, "|" not in place.text)
            if had and had >= least and rank > best:
                best, found = rank, place
        return found


def _with_parts(text: str) -> set[str]:
    return {word for token in tokens(text) for word in (token.stem, *token.parts)}
