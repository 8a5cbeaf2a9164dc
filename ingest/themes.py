"""The themes of a passage, by the words that give them away.

The themes are those of `ingest/data/themes.tsv`: 60 leaves below 14 parents. Each has cue words; a
word of the text counts where it, or a part of the compound that it is, has the stem of a cue. What the
headings say counts more than what the text says. A parent is given only where none of its children is.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.model import ThemeScore
from ingest.theme_cues import THEMES, Theme, hits, stem

__all__ = ["THEMES", "Evidence", "Theme", "evidence_of", "rank", "stem", "themes_of"]

HEADING_WEIGHT = 3.0
PARENT_HEADING_WEIGHT = 0.8
"""What a cue weighs in the passage's own heading and in those above it, 1 in the text; chosen on the seeds."""

LEAST_SCORE = 0.78
"""Below this score a theme isn't given: one cue of less than the usual weight doesn't make a theme."""

MOST_THEMES = 5
_MOST_CUES = 5
_LEAST_SHARE = 0.2
_SCALE = 1.6
_RIVALRY = 0.3
"""A score is sure by 1 - exp(-score / _SCALE), less beside a higher one: by the power _RIVALRY of its share of that.

Chosen on the work split of `evaluation/themes.csv`, over all the themes given there. Of the first themes said to be
0.5, 0.6, 0.7, 0.8 and 0.9 sure, 80, 84, 93, 90 and 97 % are among the labels there, and 59, 84, 87, 80 and 96 % on the
split "held". It errs on the low side on "work", since the cues were chosen on the same passages.
"""
_PARENT_BELOW = 0.9


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for each theme: the score of its cues together, and the weight of each cue."""

    scores: Mapping[str, float]
    cues: Mapping[str, Mapping[str, float]]


def themes_of(text: str, heading_path: Sequence[str] = ()) -> tuple[ThemeScore, ...]:
    """The themes of a passage under its headings, the surest first; empty where none is sure enough.

    Takes time linear in the length: about a second for a megabyte.
    """
    return rank(evidence_of(text, heading_path))


def evidence_of(text: str, heading_path: Sequence[str] = ()) -> Evidence:
    """The cues in a passage and in its headings, by theme."""
    scores = defaultdict[str, float](float)
    cues = defaultdict[str, dict[str, float]](lambda: defaultdict(float))
    for part, weight in _weighted(text, heading_path):
        for cue, times in Counter(hits(part)).items():
            scores[cue.theme] += weight * cue.weight * (1 + math.log(times))
            cues[cue.theme][cue.text] += weight
    return Evidence(scores, cues)


def _weighted(text: str, heading_path: Sequence[str]) -> Iterator[tuple[str, float]]:
    yield text, 1.0
    for i, heading in enumerate(reversed(heading_path)):
        yield heading, HEADING_WEIGHT if i == 0 else PARENT_HEADING_WEIGHT / i


def rank(evidence: Evidence) -> tuple[ThemeScore, ...]:
    """The themes that the evidence suffices for, the surest first and parents last."""
    scores = evidence.scores
    best = max(scores.values(), default=0.0)
    enough = {theme: score for theme, score in scores.items() if score >= max(LEAST_SCORE, _LEAST_SHARE * best)}
    leaves = {theme: score for theme, score in enough.items() if THEMES[theme].parent}
    lowest = min(leaves.values(), default=math.inf) * _PARENT_BELOW
    parents = {theme: min(enough[theme], lowest) for theme in enough.keys() - leaves if not _has_child(theme, leaves)}
    ranked = sorted((leaves | parents).items(), key=lambda item: (-item[1], item[0]))
    return tuple(_score(theme, score, best, evidence.cues[theme]) for theme, score in ranked[:MOST_THEMES])


def _has_child(theme: str, others: Collection[str]) -> bool:
    return any(THEMES[other].parent == theme for other in others)


def _score(theme: str, score: float, best: float, cues: Mapping[str, float]) -> ThemeScore:
    heaviest = sorted(cues, key=lambda cue: -cues[cue])[:_MOST_CUES]
    probability = (1 - math.exp(-score / _SCALE)) * (score / best) ** _RIVALRY
    return ThemeScore(theme, round(probability, 3), tuple(heaviest))
