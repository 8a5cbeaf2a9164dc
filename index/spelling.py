"""The word that was probably meant by one that the library doesn't have."""

from index.words import WordIndex
from ingest.dutch import is_dutch

_SHORTEST = 6
"""Shorter words have too many neighbours: "stapt" isn't "staat"."""
_LONG = 8


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
    """Letters to change, insert, remove or swap with a neighbour; `most + 1` as soon as there must be more."""
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
    return row[-1]
