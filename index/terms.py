"""The words of a question, each with all the forms in which it is sought."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from index.analysis import Token, compound_parts, is_stop_word, tokens
from index.fold import fold
from index.spelling import nearest_spelling
from index.stems import stem
from index.wordlists import entries
from index.words import Term, WordIndex, rarity

IN_COMPOUND = 0.5
"""What a match within a compound weighs, 1 for the word itself; .3 to .8 measured alike."""
SYNONYM = 0.7
"""What a match of another word with the same meaning weighs."""
CORRECTED = 0.9
"""What a match of the word that was probably meant weighs."""
_LONGEST_PHRASE = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the question that says something about its subject.

    Attributes:
        start, end: where it stands in the question.
        rarity: how much a match says (inverse document frequency); a word that the library lacks is the rarest.
        terms: what is looked up for it.
        meant: the word of the library that was used instead of a misspelled one, else None.
        stems: of everything that counts as this word when a passage is marked.
    """

    start: int
    end: int
    rarity: float
    terms: tuple[Term, ...]
    stems: frozenset[str]
    meant: str | None = None


def words_of(question: str, index: WordIndex, *, plain: bool, skip: Sequence[tuple[int, int]] = ()) -> tuple[Word, ...]:
    """The words that say something, each once; `plain` looks for nothing but the words themselves.

    `skip` are spans of the question that were understood as something else than words.
    """
    found: dict[str, Word] = {}
    kept = [token for token in tokens(question) if not is_stop_word(token)]
    others = {} if plain else _synonyms(kept)
    for number, token in enumerate(kept):
        hidden = any(start <= token.start < end for start, end in skip)
        if not hidden and token.stem not in found:
            found[token.stem] = _word(token, index, others.get(number, ()), plain=plain)
    return tuple(found.values())


def _word(token: Token, index: WordIndex, others: Sequence[tuple[str, float]], *, plain: bool) -> Word:
    terms = [*_forms(token.exact, token.stem, 1.0)]
    count = max(index.documents_with(term.field, term.token) for term in terms[:2])
    meant = None
    if count == 0 and not plain:
        meant = nearest_spelling(token.exact, index)
        if meant:
            count = index.documents_with("exact", meant)
            terms += _forms(meant, stem(meant), CORRECTED)
    for other, weight in others:
        terms += [Term("stems", other, weight), Term("parts", other, weight * IN_COMPOUND)]
    known = {term.token: term for term in reversed(terms)}
    return Word(token.start, token.end, rarity(count, index.size()), _unique(terms), frozenset(known), meant)


def _forms(exact: str, stemmed: str, weight: float) -> Iterator[Term]:
    yield Term("stems", stemmed, weight)
    yield Term("parts", stemmed, weight * IN_COMPOUND)
    for part in compound_parts(exact):
        yield Term("stems", part, weight * IN_COMPOUND)
        yield Term("parts", part, weight * IN_COMPOUND)


def _unique(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Each token of a field once, at its highest weight."""
    best: dict[tuple[str, str], Term] = {}
    for term in terms:
        known = best.get((term.field, term.token))
        if known is None or known.weight < term.weight:
            best[term.field, term.token] = term
    return tuple(best.values())


Phrase = tuple[str, ...]


@cache
def _thesaurus() -> dict[Phrase, tuple[Phrase, ...]]:
    """Each phrase, as stems, with the phrases that mean the same."""
    found: dict[Phrase, set[Phrase]] = {}
    for line in entries("synoniemen.tsv"):
        phrases = [_stems(phrase) for phrase in line.split(";")]
        for phrase in phrases:
            found.setdefault(phrase, set()).update(other for other in phrases if other != phrase)
    return {phrase: tuple(sorted(others)) for phrase, others in found.items() if phrase}


def _stems(phrase: str) -> Phrase:
    return tuple(token.stem for token in tokens(fold(phrase)) if not is_stop_word(token))


def _synonyms(kept: Sequence[Token]) -> dict[int, list[tuple[str, float]]]:
    """For each word its synonyms' stems with weights; a group of words shares those of the whole, and a compound
    has those of its parts."""
    found: dict[int, list[tuple[str, float]]] = defaultdict(list)
    for first, token in enumerate(kept):
        for part in token.parts:
            found[first].extend(_others((part,), SYNONYM * IN_COMPOUND))
        for length in range(1, min(_LONGEST_PHRASE, len(kept) - first) + 1):
            others = _others(tuple(other.stem for other in kept[first : first + length]), SYNONYM)
            for number in range(first, first + length):
                found[number].extend(others)
    return found


def _others(phrase: Phrase, weight: float) -> list[tuple[str, float]]:
    """The stems of everything that means the same; those of a group of words share the weight."""
    return [(part, weight / len(other)) for other in _thesaurus().get(phrase, ()) for part in other]
