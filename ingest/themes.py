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
_SCALE = 2.2


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
    least = max(LEAST_SCORE, _LEAST_SHARE * max(scores.values(), default=0.0))
    enough = {theme for theme, score in scores.items() if score >= least}
    kept = [theme for theme in enough if not _has_child(theme, enough)]
    kept.sort(key=lambda theme: (not THEMES[theme].parent, -scores[theme], theme))
    return tuple(_score(theme, scores[theme], evidence.cues[theme]) for theme in kept[:MOST_THEMES])


def _has_child(theme: str, others: Collection[str]) -> bool:
    return any(THEMES[other].parent == theme for other in others)


def _score(theme: str, score: float, cues: Mapping[str, float]) -> ThemeScore:
    heaviest = sorted(cues, key=lambda cue: -cues[cue])[:_MOST_CUES]
    return ThemeScore(theme, round(1 - math.exp(-score / _SCALE), 3), tuple(heaviest))
