"""Weigh the signs of themes: `python -m evaluation.fit_themes > ingest/data/theme_weights.tsv`.

A logistic regression over every labelled passage and theme of the split "work", once with the likeness in meaning
and once without. On stderr: the same cross-validated, ten times a tenth of the documents left out, so that no passage
is judged by weights that saw another of its document.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.gold_documents import read_documents
from evaluation.gold_options import gold_parser
from evaluation.score_themes import NONE, Label, load, meanings, passages_of
from ingest.model import Passage
from ingest.themes import LEAST_SURE, LEAVES, SIGNS, Likeness, signs

WORDS = SIGNS[:6]
PENALTY = 1.0
FOLDS = 10

Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled passage and what its words and meaning say."""

    label: Label
    passage: Passage
    likeness: Likeness

    def rows(self, columns: int) -> Table:
        """The signs of each leaf, a column of ones in front. *Shape:* `(n_leaves, 1 + columns)`."""
        found = signs(self.passage.theme_cues, self.likeness).values()
        return np.array([[1.0, *values[:columns]] for values in found])

    @property
    def truth(self) -> Table:
        """1 for each leaf among the labels. *Shape:* `(n_leaves,)`."""
        return np.array([float(leaf in self.label.themes) for leaf in LEAVES])


def main() -> int:
    """Print the table; 1 where no labelled document is here."""
    options = gold_parser(__doc__).parse_args()
    cases = list(_cases(options.shared, options.corpus))
    if not cases:
        print("No labelled document is here.", file=sys.stderr)
        return 1
    for name, count in (("with meaning", len(SIGNS)), ("words only", len(WORDS))):
        print(f"{name}, cross-validated: {_checked(cases, count)}", file=sys.stderr)
    both, words = (_fitted(cases, count) for count in (len(SIGNS), len(WORDS)))
    print("# How much each sign of a theme weighs; made by `python -m evaluation.fit_themes`.")
    print("sign\twith meaning\twords only")
    for at, sign in enumerate(("intercept", *SIGNS)):
        print(f"{sign}\t{both[at]:.2f}\t{f'{words[at]:.2f}' if at < len(words) else ''}")
    return 0


def _cases(shared: Path, corpus: Path) -> Iterator[Case]:
    labels = [label for label in load() if label.split == "work"]
    found = list(passages_of(labels, read_documents((label.path for label in labels), shared, corpus)))
    for (label, _, passage), likeness in zip(found, meanings(found), strict=True):
        yield Case(label, passage, likeness)


def _fitted(cases: Sequence[Case], columns: int) -> Table:
    """The weights, intercept first; Newton's method, the intercept free of the penalty."""
    rows = np.concatenate([case.rows(columns) for case in cases])
    truth = np.concatenate([case.truth for case in cases])
    penalty = np.diag([0.0] + [PENALTY] * columns)
    weights = np.zeros(columns + 1)
    for _ in range(50):
        share = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (truth - share) - penalty @ weights
        bend = (rows * (share * (1 - share))[:, None]).T @ rows + penalty
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def _checked(cases: Sequence[Case], columns: int) -> str:
    """How often the surest theme is the first label, and one of the labels, in documents left out of the fit."""
    paths = sorted({case.label.path for case in cases})
    fold = {path: at % FOLDS for at, path in enumerate(paths)}
    best = fits = 0
    for left_out in range(FOLDS):
        weights = _fitted([case for case in cases if fold[case.label.path] != left_out], columns)
        for case in cases:
            if fold[case.label.path] == left_out:
                first = _first(case.rows(columns) @ weights)
                best += first == case.label.themes[0]
                fits += first in case.label.themes
    return f"best {best / len(cases):.1%}, fits {fits / len(cases):.1%} of {len(cases)}"


def _first(totals: Table) -> str:
    return LEAVES[int(totals.argmax())] if 1 / (1 + np.exp(-totals.max())) >= LEAST_SURE else NONE


if __name__ == "__main__":
    sys.exit(main())
