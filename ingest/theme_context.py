"""The themes of all passages of a document, where a passage with few cues borrows from those around it.

A passage of prose often leans on its section or its document: "Dit besluit wordt in mei genomen" has no cue of
its own. The passages near it in its section, and the theme that most of the document is about, lend it theirs,
at less than they weigh there. Tables, lists and lines without sentences borrow nothing, nor do the greetings and
the order of a meeting (`no_borrowing.txt`). Chosen on the work split of `evaluation/themes.csv`: of the passages
that borrow there, 15 of 20 get a first theme that is among their labels.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.lexicon import read_words
from ingest.model import Passage
from ingest.themes import LEAST_SCORE, THEMES, Evidence, evidence_of, rank

_REACH = 4
"""How many passages to either side lend."""

_OWN_ENOUGH = 1.0
"""A passage borrows only where no theme of its own scores this: about one cue of the usual weight."""

_MOST_LENT = 2.0
_FROM_NEAR = 0.75
_FROM_DOCUMENT = 1.0
_DOMINANT = 0.45
"""A theme is what a document is about where it comes first in this share of its passages that have themes."""

_FEWEST_FOR_DOMINANT = 2
_NEVER_DOMINANT = frozenset({"bestuur-participatie", "financien"})
"""Every meeting speaks of motions and every budget of money, whatever it is about."""

_FEWEST_WORDS = 12
_WORD = re.compile(r"[^\W\d_]{2,}")
_LOWER_SHARE = 0.7


def themed(text: str, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages with their themes; one that isn't searchable gets none."""
    chosen = [i for i, passage in enumerate(passages) if passage.searchable]
    found = [evidence_of(text[passages[i].start : passages[i].end], passages[i].heading_path) for i in chosen]
    near = [passages[i] for i in chosen]
    about = _about(found)
    result = list(passages)
    for at, i in enumerate(chosen):
        evidence = found[at]
        if _borrows(text[passages[i].start : passages[i].end], evidence):
            evidence = _with_lent(evidence, _near(near, found, at), about)
        result[i] = replace(passages[i], themes=rank(evidence))
    return tuple(result)


def _borrows(passage: str, evidence: Evidence) -> bool:
    if max(evidence.scores.values(), default=0.0) >= _OWN_ENOUGH or not is_prose(passage):
        return False
    plain = " ".join(passage.casefold().split())
    return not any(words in plain for words in read_words("no_borrowing.txt"))


def is_prose(text: str) -> bool:
    """Whether it has sentences, not only names, rows or headings."""
    words = _WORD.findall(text)
    lower = sum(word[0].islower() for word in words)
    return len(words) >= _FEWEST_WORDS and lower >= _LOWER_SHARE * len(words) and text.count("|") < len(words) / 8


def _about(found: Sequence[Evidence]) -> dict[str, str]:
    """The themes that the document is about, each with its commonest cue."""
    firsts = [ranked[0] for ranked in map(rank, found) if ranked]
    counts = Counter(score.theme for score in firsts)
    least = max(_FEWEST_FOR_DOMINANT, _DOMINANT * len(firsts))
    return {
        theme: Counter(score.cues[0] for score in firsts if score.theme == theme).most_common(1)[0][0]
        for theme, count in counts.items()
        if count >= least and THEMES[theme].parent and theme not in _NEVER_DOMINANT
    }


def _near(passages: Sequence[Passage], found: Sequence[Evidence], at: int) -> Iterator[tuple[str, float, str]]:
    """Each theme of the passages near by in the section, what it lends, and its heaviest cue there."""
    for other in range(max(0, at - _REACH), min(len(passages), at + _REACH + 1)):
        kinship = _kinship(passages[at], passages[other])
        if other == at or not kinship:
            continue
        for score in rank(found[other])[:2]:
            share = min(_MOST_LENT, found[other].scores[score.theme]) * kinship / abs(other - at)
            yield score.theme, share, score.cues[0]


def _kinship(one: Passage, other: Passage) -> float:
    """1 within a section, half between sections under one heading, else 0."""
    if one.heading_path == other.heading_path:
        return 1.0
    return 0.5 if one.heading_path[:-1] and one.heading_path[:-1] == other.heading_path[:-1] else 0.0


def _with_lent(evidence: Evidence, near: Iterator[tuple[str, float, str]], about: dict[str, str]) -> Evidence:
    scores = defaultdict[str, float](float, evidence.scores)
    cues = defaultdict[str, dict[str, float]](dict, {theme: dict(each) for theme, each in evidence.cues.items()})
    lent = defaultdict[str, float](float)
    for theme, share, cue in near:
        lent[theme] += _FROM_NEAR * share
        cues[theme].setdefault(f"in deze paragraaf: {cue}", 0.0)
    for theme, cue in about.items():
        lent[theme] += _FROM_DOCUMENT
        cues[theme].setdefault(f"in dit document: {cue}", 0.0)
    for theme, share in lent.items():
        scores[theme] += min(share, _MOST_LENT * LEAST_SCORE)
    return Evidence(scores, cues)
