"""The word that was probably meant by one that the library doesn't have."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from index.language.analysis import is_stop_word, tokens
from index.words import WordIndex
from ingest.dutch import is_dutch

_SHORTEST = 6
"""Shorter words have too many neighbours: "stapt" isn't "staat"."""
_LONG = 8


@dataclass(frozen=True, slots=True)
class Corrected:
    """A question with the words that were probably meant.

    Attributes:
        text: the question, a capital where it had one.
        meant: the word of the library, by where the misspelled one begins in the question.
        shifts: places in the text from which on it is so many characters longer than the question.
    """

    text: str
    meant: Mapping[int, str]
    shifts: tuple[tuple[int, int], ...] = ()

    def origin(self, place: int) -> int:
        """Where in the question as typed a place at the edge of a word of the text is."""
        return place - max(((end, total) for end, total in self.shifts if end <= place), default=(0, 0))[1]


def corrected(
    question: str, index: WordIndex, left: Set[str] = frozenset(), names: Set[int] = frozenset()
) -> Corrected:
    """The question with every word replaced that the library lacks and has a likely spelling of.

    Args:
        left: spellings that are not to be used.
        names: where words begin that are spelled as they should be.
    """
    parts: list[str] = []
    meant: dict[int, str] = {}
    shifts: list[tuple[int, int]] = []
    done = longer = 0
    for token in tokens(question):
        right = token.start in names or is_stop_word(token) or _has(index, token.stem)
        word = None if token.start < done or right else token.exact
        better = nearest_spelling(word, index) if word else None
        if better and better not in left:
            meant[token.start] = better
            written = better.capitalize() if question[token.start].isupper() else better
            parts += [question[done : token.start], written]
            longer += len(written) - (token.end - token.start)
            shifts.append((token.end + longer, longer))
            done = token.end
    return Corrected("".join([*parts, question[done:]]), meant, tuple(shifts))


def _has(index: WordIndex, stem: str) -> bool:
    return any(index.documents_with(field, stem) for field in ("stems", "parts"))


def nearest_spelling(word: str, index: WordIndex) -> str | None:
    """The library's word with the fewest letters changed (one, or two in a long word), the commonest of those.

    The first two letters are taken to be right, as in nearly all misspellings they are. A word of the dictionary
    is meant as it is written: "strand" isn't "stand".
    """
    if len(word) < _SHORTEST or not word.isalpha() or is_dutch(word):
        return None
    allowed = 2 if len(word) >= _LONG else 1
    letters = frozenset(word)
    best: tuple[int, int, str] | None = None
    for candidate, count in index.vocabulary("exact", word[:2]).items():
        if abs(len(candidate) - len(word)) > allowed or len(letters.symmetric_difference(candidate)) > 2 * allowed:
            continue
        distance = edit_distance(word, candidate, allowed)
        if 0 < distance <= allowed and (best is None or (distance, -count, candidate) < best):
            best = (distance, -count, candidate)
    return best[2] if best else None


def edit_distance(first: str, second: str, most: int) -> int:
    """Letters to change, insert, remove or swap with a neighbour; `most + 1` where there are more."""
    first, second = _differing(first, second)
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, 1):
        before, above, row = row, before, [i]
        for j, other in enumerate(second, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _differing(first: str, second: str) -> tuple[str, str]:
    """What is left of two words without the letters that both begin with and both end in."""
    start = _shared(first, second)
    first, second = first[start:], second[start:]
    end = _shared(first[::-1], second[::-1])
    return first[: len(first) - end], second[: len(second) - end]


def _shared(first: str, second: str) -> int:
    """With how many letters both begin."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(first), len(second)))
