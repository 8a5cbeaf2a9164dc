"""The themes of a passage: by the words that give them away and, where it is known, by its meaning.

The themes are those of `ingest/data/themes.tsv`: 60 leaves below 14 parents. Each has cue words; a
word of the text counts where it, or a part of the compound that it is, has the stem of a cue. How sure a theme is
follows from a few signs, weighed by `ingest/data/theme_weights.tsv`: a logistic regression on labelled passages,
once with the likeness in meaning and once without. A parent is given only where none of its children is.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.lexicon import read_rows
from ingest.model import ThemeCues, ThemeScore
from ingest.theme_cues import THEMES, Theme, hits, stem

__all__ = [
    "LEAVES",
    "SIGNS",
    "THEMES",
    "Likeness",
    "Theme",
    "cues_of",
    "none_signs",
    "signs",
    "stem",
    "themes_of",
    "weigh",
]

LEAVES = tuple(theme.id for theme in THEMES.values() if theme.parent)
"""The themes that have no children, in the order of the table."""

SIGNS = ("text", "heading", "share", "parent", "near", "document", "meaning", "meaning_gap", "meaning_around")
"""What speaks for a theme, in the order of `signs`; the last three are known with the likeness only."""

BY_MEANING = "betekenis"
"""Stands among a theme's cues where no other theme is as near in meaning."""

HEADING_WEIGHT = 3.0
PARENT_HEADING_WEIGHT = 0.8
"""What a cue weighs in the passage's own heading and in those above it, 1 in the text; chosen on the seeds."""

WEAK_CUE = 0.5
"""A cue of less weight ("motie", "kosten") stands with every theme: it says no more in a heading than in the text."""

LEAST_SCORE = 0.78
"""Below this score a parent isn't given: one cue of less than the usual weight doesn't make a theme."""

LEAST_SURE = 0.35
LEAST_BESIDE = 0.25
"""How sure the first theme must be, and the others. On the split "work" of `evaluation/themes.csv`, cross-validated by
document, "geen" is best told from .30 or .35 on, and below .25 a second theme is right in less than half the cases. A
passage that is as surely form only (an opening, a list of names, a colophon) has no theme, whatever its cues."""

MOST_THEMES = 5
_MOST_CUES = 5
_SCALE = 1.6
_PARENT_BELOW = 0.9
_WORTH_WEIGHING = 1.0
"""A theme without cues is weighed where its likeness lies this many standard deviations above the mean."""

_USUAL_CUE = 1.0
"""A theme's share is that of the best theme's score, or of one usual cue where no theme has as much."""

_NO_CUES = ThemeCues("")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a passage's meaning is to that of each of LEAVES, in standard deviations from the mean of all.

    Attributes:
        nearest: to the few parts of what is said of the theme that are most alike.
        around: the mean of that of the passages just before and after, zeros where it stands alone in its section.
        formal: how much more it is like what papers say on no theme at all than like what is said of themes.
    """

    nearest: Sequence[float]
    around: Sequence[float]
    formal: float


def themes_of(text: str, heading_path: Sequence[str] = ()) -> tuple[ThemeScore, ...]:
    """The themes of a passage under its headings by their words alone, the surest first; empty where none is sure.

    Takes time linear in the length: about a second for a megabyte.
    """
    return weigh(cues_of(text, heading_path))


def cues_of(text: str, heading_path: Sequence[str] = ()) -> tuple[ThemeCues, ...]:
    """The cues in a passage and in its headings, by theme."""
    cues = defaultdict[str, Counter[str]](Counter)
    in_text = _scores(text, 1.0, cues)
    in_headings = Counter[str]()
    for i, heading in enumerate(reversed(heading_path)):
        in_headings.update(_scores(heading, HEADING_WEIGHT if i == 0 else PARENT_HEADING_WEIGHT / i, cues))
    return tuple(
        ThemeCues(
            theme, in_text[theme], in_headings[theme], cues=tuple(cue for cue, _ in found.most_common(_MOST_CUES))
        )
        for theme, found in cues.items()
    )


def _scores(text: str, weight: float, cues: Mapping[str, Counter[str]]) -> Counter[str]:
    """The score of each theme; its cues are noted with their weight."""
    scores = Counter[str]()
    for cue, times in Counter(hits(text)).items():
        here = weight if cue.weight >= WEAK_CUE else min(weight, 1.0)
        scores[cue.theme] += here * cue.weight * (1 + math.log(times))  # type: ignore[assignment]
        cues[cue.theme][cue.text] += here  # type: ignore[assignment]
    return scores


def weigh(cues: Sequence[ThemeCues], likeness: Likeness | None = None) -> tuple[ThemeScore, ...]:
    """The themes that are sure enough, the surest first and parents last; none for a passage that is only form."""
    known = {each.theme: each for each in cues}
    weights = _weights("with meaning" if likeness else "words only")
    sure = {
        theme: _logistic(weights, found) for theme, found in signs(cues, likeness, _candidates(known, likeness)).items()
    }
    if likeness and sure and _logistic(_weights("no theme"), none_signs(max(sure.values()), likeness)) >= LEAST_SURE:
        return ()
    leaves = {theme: share for theme, share in sure.items() if share >= LEAST_BESIDE}
    if max(leaves.values(), default=0.0) < LEAST_SURE:
        leaves = {}
    ranked = sorted(leaves.items(), key=lambda item: (-item[1], item[0]))
    nearest = _nearest(likeness)
    found = [ThemeScore(theme, round(share, 3), _reason(known.get(theme), theme == nearest)) for theme, share in ranked]
    return (*found, *_parents(cues, leaves))[:MOST_THEMES]


def signs(
    cues: Sequence[ThemeCues], likeness: Likeness | None, themes: Iterable[str] = LEAVES
) -> dict[str, tuple[float, ...]]:
    """What speaks for each of these leaves, in the order of SIGNS."""
    known = {each.theme: each for each in cues}
    most = max([_USUAL_CUE, *(each.text + each.heading for each in cues if THEMES[each.theme].parent)])
    top = max(likeness.nearest) if likeness else 0.0
    found = {}
    for theme in themes:
        own, parent = known.get(theme, _NO_CUES), known.get(THEMES[theme].parent, _NO_CUES)
        words = (
            saturated(own.text),
            saturated(own.text + own.heading) - saturated(own.text),
            (own.text + own.heading) / most,
            saturated(parent.text + parent.heading),
            own.near,
            own.document,
        )
        at = _place(theme)
        meaning = (likeness.nearest[at], likeness.nearest[at] - top, likeness.around[at]) if likeness else ()
        found[theme] = (*words, *meaning)
    return found


def none_signs(surest: float, likeness: Likeness) -> tuple[float, float]:
    """What speaks against and for there being no theme: the log odds of the surest, and how formal the passage is."""
    return math.log(surest / (1 - surest)), likeness.formal


def saturated(score: float) -> float:
    """A score from 0 to 1: one cue of the usual weight gives about half, and many hardly more than a few."""
    return 1 - math.exp(-score / _SCALE)


def _candidates(known: Mapping[str, ThemeCues], likeness: Likeness | None) -> Iterable[str]:
    if likeness is None:
        return [theme for theme in known if THEMES[theme].parent]
    return [
        theme
        for theme, nearest in zip(LEAVES, likeness.nearest, strict=True)
        if theme in known or nearest >= _WORTH_WEIGHING
    ]


@cache
def _places() -> Mapping[str, int]:
    return {theme: at for at, theme in enumerate(LEAVES)}


def _place(theme: str) -> int:
    return _places()[theme]


@cache
def _weights(column: str) -> tuple[float, ...]:
    """The intercept, then the weight of each sign that the column has."""
    return tuple(float(row[column]) for row in read_rows("theme_weights.tsv") if row[column])


def _logistic(weights: Sequence[float], found: Sequence[float]) -> float:
    intercept, *rest = weights
    total = intercept + sum(weight * value for weight, value in zip(rest, found, strict=True))
    return 1 / (1 + math.exp(-total))


def _nearest(likeness: Likeness | None) -> str:
    return LEAVES[max(range(len(LEAVES)), key=lambda at: likeness.nearest[at])] if likeness else ""


def _reason(own: ThemeCues | None, is_nearest: bool) -> tuple[str, ...]:
    words = own.cues if own else ()
    return (*words, BY_MEANING) if is_nearest or not words else words


def _parents(cues: Sequence[ThemeCues], leaves: Mapping[str, float]) -> list[ThemeScore]:
    """The parents that have cues enough and no child among the leaves, less sure than any of those."""
    scores = {each.theme: each.text + each.heading for each in cues}
    best, ceiling = max(scores.values(), default=0.0), min(leaves.values(), default=1.0) * _PARENT_BELOW
    found = [
        ThemeScore(each.theme, round(min(ceiling, saturated(score) * score / best), 3), each.cues)
        for each in cues
        if (score := scores[each.theme]) >= LEAST_SCORE
        and not THEMES[each.theme].parent
        and not _has_child(each.theme, leaves)
    ]
    return sorted(found, key=lambda score: (-score.probability, score.theme))


def _has_child(theme: str, others: Collection[str]) -> bool:
    return any(THEMES[other].parent == theme for other in others)
