"""Whether a document names a subject, and in which sentence: a plan may have dropped a speerpunt and still name it."""

from collections.abc import Iterable, Mapping

from index.follow import Place
from index.language.analysis import is_stop_word, tokens
from index.store.rows import PassageRow
from index.tracing.rareness import Rareness
from ingest.dutch import sentence_spans

LEAST_NAMED = 0.6
"""Share of the weight of the words of a subject that a sentence has to have to name it, so that the commoner of two
words ("criminaliteit" of "digitale criminaliteit") isn't enough. Not measured: there are no labelled pairs of plans."""

_BETWEEN = 4
"""Words more than a label has itself, within which a sentence has to have the words of that label: spread over a long
sentence they name other things ("kwaliteit is geen optie omdat de Inspectie Gezondheidszorg en Jeugd")."""

Words = list[frozenset[str]]
"""Of each word of a sentence, its stem and those of its parts."""


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
        stretch = len(list(tokens(label))) + _BETWEEN
        best: tuple[float, bool] = (0.0, False)
        found = None
        for place, words in self._sentences:
            had = _most_together(words, weights, stretch)
            rank = (had, "|" not in place.text)
            if had and had >= least and rank > best:
                best, found = rank, place
        return found


def _most_together(words: Words, weights: Mapping[str, float], stretch: int) -> float:
    """The most that the words of a subject weigh that stand in a stretch of so many words of a sentence."""
    at = [(number, named) for number, word in enumerate(words) if (named := word & weights.keys())]
    stretches = (
        frozenset().union(*(named for number, named in at[first:] if number < begin + stretch))
        for first, (begin, _) in enumerate(at)
    )
    return max((sum(weights[word] for word in had) for had in stretches), default=0.0)


def _with_parts(text: str) -> Words:
    return [frozenset((token.stem, *token.parts)) for token in tokens(text)]
