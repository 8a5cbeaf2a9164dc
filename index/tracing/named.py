"""Whether a document names a subject, and in which sentence: a plan may have dropped a speerpunt and still name it."""

from collections.abc import Iterable, Mapping

from index.follow import Place
from index.language.analysis import Token, is_stop_word, tokens
from index.store.rows import PassageRow
from index.tracing.rareness import Rareness
from ingest.dutch import sentence_spans

LEAST_NAMED = 0.6
"""Share of the weight of the words of a subject that a sentence has to have to name it, so that the commoner of two
words ("criminaliteit" of "digitale criminaliteit") isn't enough. Not measured: there are no labelled pairs of plans."""

_BETWEEN = 4
"""Words more than a label has itself, within which a sentence has to have the words of that label: spread over a long
sentence they name other things ("kwaliteit is geen optie omdat de Inspectie Gezondheidszorg en Jeugd")."""

_FEWEST = 2
_QUALITIES = ("heid", "heden")
"""A quality is another word than what has it: a plan for a "veilige leefomgeving" names no "veiligheid"."""

Name = tuple[str, bool]
"""The stem of a word, and whether it is a quality."""

Words = list[frozenset[Name]]
"""What each word of a sentence names: itself, and of a compound what it is a kind of ("preventie" for
"inbraakpreventie", but not "buurt" for "Buurtweg")."""


def subject_words(text: str) -> frozenset[str]:
    """The stems of the words that say something; of a text without those, of all its words."""
    found = tokens(text)
    return frozenset(token.stem for token in found if not is_stop_word(token)) or frozenset(t.stem for t in found)


class Naming:
    """The sentences of a document with their words, so that each is read once for all that is sought in it."""

    def __init__(self, passages: Iterable[PassageRow], rareness: Rareness) -> None:
        self._rareness = rareness
        places = (Place(row, start, end) for row in passages for start, end in sentence_spans(row.text))
        self._sentences = [(place, [_names(token) for token in tokens(place.text)]) for place in places]

    def place(self, label: str) -> Place | None:
        """The sentence that names most of the words of a label; None where none has enough.

        Of sentences that have as many, running text comes before the row of a table, and then the first one.
        """
        said = subject_words(label)
        weights = {_name(token): self._rareness(token.stem) for token in tokens(label) if token.stem in said}
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


def _most_together(words: Words, weights: Mapping[Name, float], stretch: int) -> float:
    """The most that the words of a subject weigh that stand in a stretch of so many words of a sentence: two of them
    at least, where it has two ("buurt" alone names no "Buurt en veiligheid")."""
    at = [(number, named) for number, word in enumerate(words) if (named := word & weights.keys())]
    stretches = (
        frozenset().union(*(named for number, named in at[first:] if number < begin + stretch))
        for first, (begin, _) in enumerate(at)
    )
    enough = (had for had in stretches if len(had) >= min(_FEWEST, len(weights)))
    return max((sum(weights[word] for word in had) for had in enough), default=0.0)


def _names(token: Token) -> frozenset[Name]:
    stem, is_quality = _name(token)
    return frozenset((word, is_quality) for word in (stem, *token.parts[-1:]))


def _name(token: Token) -> Name:
    return token.stem, token.exact.endswith(_QUALITIES)
