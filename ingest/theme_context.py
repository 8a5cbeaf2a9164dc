"""The themes of all passages of a document, where a passage with few cues borrows from those around it.

A passage of prose often leans on its section or its document: "Dit besluit wordt in mei genomen" has no cue of
its own. The passages near it in its section, and the themes that come first in the document, lend it theirs, the
less the more cues it has itself. Tables, lists and lines without sentences borrow nothing, nor do the greetings and
the order of a meeting (`no_borrowing.txt`).
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.lexicon import read_words
from ingest.model import Passage, ThemeCues
from ingest.themes import LEAST_SCORE, THEMES, cues_of, saturated, weigh

_REACH = 4
"""How many passages to either side lend."""

_MOST_LENT = 2.0
_WORTH_NAMING = 0.1
"""What lends less than this isn't named as a reason."""

_FEWEST_WORDS = 12
_WORD = re.compile(r"[^\W\d_]{2,}")
_LOWER_SHARE = 0.7

Scores = Mapping[str, float]
Lent = Mapping[str, tuple[float, str]]
"""By theme: how much is lent, and the cue that it is lent for."""


def themed(text: str, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages with their themes and what these were weighed from; one that isn't searchable gets none."""
    chosen = [i for i, passage in enumerate(passages) if passage.searchable]
    own = [cues_of(text[passages[i].start : passages[i].end], passages[i].heading_path) for i in chosen]
    scores = [_leaf_scores(cues) for cues in own]
    near, firsts = [passages[i] for i in chosen], _firsts(own, scores)
    result = list(passages)
    for at, i in enumerate(chosen):
        cues = own[at]
        if borrows(text[passages[i].start : passages[i].end]):
            cues = _with_lent(cues, max(scores[at].values(), default=0.0), _near(near, own, scores, at), firsts)
        result[i] = replace(passages[i], themes=weigh(cues), theme_cues=cues)
    return tuple(result)


def _leaf_scores(cues: Sequence[ThemeCues]) -> Scores:
    return {each.theme: each.text + each.heading for each in cues if THEMES[each.theme].parent}


def borrows(passage: str) -> bool:
    """Whether what stands around the passage may say what it is about."""
    if not is_prose(passage):
        return False
    plain = " ".join(passage.casefold().split())
    return not any(words in plain for words in read_words("no_borrowing.txt"))


def is_prose(text: str) -> bool:
    """Whether it has sentences, not only names, rows or headings."""
    words = _WORD.findall(text)
    lower = sum(word[0].islower() for word in words)
    return len(words) >= _FEWEST_WORDS and lower >= _LOWER_SHARE * len(words) and text.count("|") < len(words) / 8


def _firsts(own: Sequence[Sequence[ThemeCues]], scores: Sequence[Scores]) -> Lent:
    """In which share of the passages that have themes each of them comes first, with its commonest cue there."""
    firsts = defaultdict[str, Counter[str]](Counter)
    for cues, each in zip(own, scores, strict=True):
        if max(each.values(), default=0.0) >= LEAST_SCORE:
            theme = max(each, key=lambda theme: each[theme])
            firsts[theme][_cue(cues, theme)] += 1
    total = sum(count.total() for count in firsts.values())
    return {theme: (count.total() / total, count.most_common(1)[0][0]) for theme, count in firsts.items()}


def _cue(cues: Sequence[ThemeCues], theme: str) -> str:
    return next(each.cues[0] for each in cues if each.theme == theme)


def _near(passages: Sequence[Passage], own: Sequence[Sequence[ThemeCues]], scores: Sequence[Scores], at: int) -> Lent:
    """What the passages near by in the section lend, by theme, with a cue of the first that does."""
    lent = defaultdict[str, float](float)
    cues: dict[str, str] = {}
    for other, kinship in _related(passages, at):
        for theme, score in scores[other].items():
            if score >= LEAST_SCORE:
                lent[theme] += min(_MOST_LENT, score) * kinship / abs(other - at)
                cues.setdefault(theme, _cue(own[other], theme))
    return {theme: (saturated(score), cues[theme]) for theme, score in lent.items()}


def _related(passages: Sequence[Passage], at: int) -> Iterator[tuple[int, float]]:
    for other in range(max(0, at - _REACH), min(len(passages), at + _REACH + 1)):
        kinship = _kinship(passages[at], passages[other])
        if other != at and kinship:
            yield other, kinship


def _kinship(one: Passage, other: Passage) -> float:
    """1 within a section, half between sections under one heading, else 0."""
    if one.heading_path == other.heading_path:
        return 1.0
    return 0.5 if one.heading_path[:-1] and one.heading_path[:-1] == other.heading_path[:-1] else 0.0


def _with_lent(cues: Sequence[ThemeCues], own: float, near: Lent, firsts: Lent) -> tuple[ThemeCues, ...]:
    """The cues with what is lent: little to a passage whose own best theme scores high."""
    need = math.exp(-own)
    known = {each.theme: each for each in cues}
    found = []
    for theme in dict.fromkeys([*known, *near, *firsts]):
        by_near, near_cue = near.get(theme, (0.0, ""))
        by_document, document_cue = firsts.get(theme, (0.0, ""))
        reasons = _reasons(
            (need * by_near, f"in deze paragraaf: {near_cue}"), (need * by_document, f"in dit document: {document_cue}")
        )
        one = known.get(theme, ThemeCues(theme))
        found.append(replace(one, near=need * by_near, document=need * by_document, cues=(*one.cues, *reasons)))
    return tuple(found)


def _reasons(*lent: tuple[float, str]) -> list[str]:
    return [words for share, words in lent if share >= _WORTH_NAMING]
