"""Makes whole the words that a narrow cell of a table broke off without a hyphen: "Jaarreken ing"."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ingest.layout import Line

_SEPARATOR = " | "
_SHORTEST = 3
"""Letters of either half, at least: of shorter ones both may be words, as in "in gang"."""


def with_whole_words(lines: Sequence[Line]) -> list[Line]:
    """The lines, two words of a cell joined where only the whole of them occurs elsewhere in the document."""
    if not any(line.cells for line in lines):
        return list(lines)
    counts = Counter(" ".join(line.text for line in lines).lower().split())
    halves = {word for word, count in counts.items() if count == 1 and word.isalpha() and len(word) >= _SHORTEST}
    return [_mended(line, counts, halves) if line.cells else line for line in lines]


def _mended(line: Line, counts: Counter[str], halves: set[str]) -> Line:
    words = line.text.split()
    if halves.isdisjoint(words):
        return line
    found = [
        (left, right)
        for left, right in pairwise(words)
        if right in halves and left.lower() in halves and (left + right).lower() in counts
    ]
    cells = line.cells
    for left, right in found:
        cells = tuple(cell.replace(f"{left} {right}", left + right) for cell in cells)
    return line._replace(text=_SEPARATOR.join(cells), cells=cells) if found else line
