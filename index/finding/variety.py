"""Different answers on the first page: copies folded into one, and no document that fills it alone."""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from index.store.rows import PassageRow

MOST_OF_ONE = 3
"""Hits of one document before others get their turn."""
COMPARABLE = 0.8
"""A passage of another document goes before the fourth of one document where its score is at least this share of
that one's: better answers are never pushed aside by worse ones for the sake of variety."""
_SAME = 0.9
_LONG_ENOUGH = 4
"""Runs of words from which a passage that stands within another is its copy: fewer may be a phrase that many use."""
_SHINGLE = 5
_WORD = re.compile(r"\w+")


def fold_copies(passages: Sequence[PassageRow]) -> list[tuple[PassageRow, tuple[PassageRow, ...]]]:
    """Each passage with later ones of nearly the same text, or of a part of it, as when a report repeats the plan and
    cuts it otherwise; order is kept. A later one that says more is a hit of its own."""
    folded: list[tuple[PassageRow, list[PassageRow], int]] = []
    having: dict[int, list[int]] = defaultdict(list)
    for passage in passages:
        own = _shingles(_without_heading(passage))
        shared = Counter(itertools.chain.from_iterable(having[run] for run in own if run in having))
        twins = (folded[number] for number in sorted(shared) if _repeats(len(own), folded[number][2], shared[number]))
        twin = next(twins, None)
        if twin:
            twin[1].append(passage)
        else:
            for run in own:
                having[run].append(len(folded))
            folded.append((passage, [], len(own)))
    return [(passage, tuple(copies)) for passage, copies, _ in folded]


def _without_heading(passage: PassageRow) -> str:
    """What it says, without the heading that it begins with: a report gives what it repeats another one."""
    heading = passage.heading_path[-1] if passage.heading_path else ""
    return passage.text.removeprefix(heading) if passage.text != heading else passage.text


def _shingles(text: str) -> set[int]:
    """The runs of five words of a text, each by its hash: that of five words is not reckoned again at every look-up."""
    words = _WORD.findall(text.lower())
    return set(map(hash, zip(*(words[place:] for place in range(_SHINGLE)), strict=False))) or {hash(tuple(words))}


def _repeats(later: int, first: int, shared: int) -> bool:
    """By how many runs each has, and both."""
    within = later >= _LONG_ENOUGH and shared >= _SAME * later
    return within or shared >= _SAME * (later + first - shared)


def spread(
    ids: Iterable[int], document_of: Callable[[int], int], score_of: Callable[[int], float], page: int
) -> list[int]:
    """The ids in a new order: within the first page a document's fourth hit waits for comparable ones of others."""
    waiting = list(ids)
    chosen: list[int] = []
    shown: Counter[int] = Counter()
    while waiting and len(chosen) < page:
        first = waiting[0]
        if shown[document_of(first)] >= MOST_OF_ONE:
            others = (other for other in waiting if shown[document_of(other)] < MOST_OF_ONE)
            other = next(others, None)
            if other is not None and score_of(other) >= COMPARABLE * score_of(first):
                first = other
        waiting.remove(first)
        chosen.append(first)
        shown[document_of(first)] += 1
    return chosen + waiting
