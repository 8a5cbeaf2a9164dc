"""Weigh the signs of themes: `python -m evaluation.fit_themes > ingest/data/theme_weights.tsv`.

A logistic regression over every labelled passage and theme of the split "work", once with the likeness in meaning
and once without; and one that tells the passages labelled "geen" first, by how sure the surest theme is and how
formal the passage. On stderr: the same cross-validated, ten times a tenth of the documents left out, so that no
passage is judged by weights that saw another of its document.
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
from ingest.themes import LEAST_SURE, LEAVES, SIGNS, Likeness, none_signs, signs

WORDS = SIGNS[:6]
NONE_SIGNS = ("surest", "formal")
PENALTY = 3.0
"""Words say more of the labelled passages, in which some were found, than of others: with 1 the first theme fits in
82 % of 100 of other makers, with 3 in 83 %, and cross-validated the penalty makes no difference."""

NONE_PENALTY = 0.1
"""How formal a passage is differs by tenths, so its weight has to be large."""

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
    left_out = _left_out(cases, len(SIGNS))
    none = _fitted(_none_rows(cases, left_out), _none_truth(cases), NONE_PENALTY)
    print(f"with meaning, cross-validated: {_figures(cases, _firsts(cases, left_out, none))}", file=sys.stderr)
    words_out = _left_out(cases, len(WORDS))
    print(f"words only, cross-validated: {_figures(cases, _firsts(cases, words_out))}", file=sys.stderr)
    print("\n".join(_table(_weighed(cases, len(SIGNS)), _weighed(cases, len(WORDS)), none)))
    return 0


def _table(both: Table, words: Table, none: Table) -> Iterator[str]:
    """The lines of the file; what a column doesn't have stays empty."""
    columns = [
        dict(zip(("intercept", *SIGNS), both, strict=True)),
        dict(zip(("intercept", *WORDS), words, strict=True)),
        dict(zip(("intercept", *NONE_SIGNS), none, strict=True)),
    ]
    yield "# How much each sign of a theme weighs, or of no theme; made by `python -m evaluation.fit_themes`."
    yield "sign\twith meaning\twords only\tno theme"
    for sign in ("intercept", *SIGNS, *NONE_SIGNS):
        yield "\t".join([sign, *(f"{column[sign]:.2f}" if sign in column else "" for column in columns)])


def _cases(shared: Path, corpus: Path) -> Iterator[Case]:
    labels = [label for label in load() if label.split == "work"]
    found = list(passages_of(labels, read_documents((label.path for label in labels), shared, corpus)))
    for (label, _, passage), likeness in zip(found, meanings(found), strict=True):
        yield Case(label, passage, likeness)


def _weighed(cases: Sequence[Case], columns: int) -> Table:
    rows = np.concatenate([case.rows(columns) for case in cases])
    return _fitted(rows, np.concatenate([case.truth for case in cases]), PENALTY)


def _fitted(rows: Table, truth: Table, size: float) -> Table:
    """The weights of a logistic regression, intercept first; Newton's method, the intercept free of the penalty."""
    columns = rows.shape[1]
    penalty = np.diag([0.0] + [size] * (columns - 1))
    weights = np.zeros(columns)
    for _ in range(50):
        share = _logistic(rows @ weights)
        slope = rows.T @ (truth - share) - penalty @ weights
        bend = (rows * (share * (1 - share))[:, None]).T @ rows + penalty
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def _left_out(cases: Sequence[Case], columns: int) -> Table:
    """How sure each leaf is by weights that saw no passage of the same document. *Shape:* `(n_cases, n_leaves)`"""
    paths = sorted({case.label.path for case in cases})
    fold = {path: at % FOLDS for at, path in enumerate(paths)}
    sure = np.zeros((len(cases), len(LEAVES)))
    for number in range(FOLDS):
        weights = _weighed([case for case in cases if fold[case.label.path] != number], columns)
        for at, case in enumerate(cases):
            if fold[case.label.path] == number:
                sure[at] = _logistic(case.rows(columns) @ weights)
    return sure


def _none_rows(cases: Sequence[Case], sure: Table) -> Table:
    found = zip(cases, sure.max(axis=1), strict=True)
    return np.array([[1.0, *none_signs(float(surest), case.likeness)] for case, surest in found])


def _none_truth(cases: Sequence[Case]) -> Table:
    return np.array([float(case.label.themes[0] == NONE) for case in cases])


def _firsts(cases: Sequence[Case], sure: Table, none: Table | None = None) -> list[str]:
    """What comes first of each passage: the surest theme, or "geen"."""
    formal = _logistic(_none_rows(cases, sure) @ none) if none is not None else np.zeros(len(cases))
    return [
        LEAVES[int(each.argmax())] if each.max() >= LEAST_SURE and share < LEAST_SURE else NONE
        for each, share in zip(sure, formal, strict=True)
    ]


def _figures(cases: Sequence[Case], firsts: Sequence[str]) -> str:
    """How often what comes first is the first label, and one of the labels."""
    labels = [case.label.themes for case in cases]
    best = sum(first == themes[0] for first, themes in zip(firsts, labels, strict=True))
    fits = sum(first in themes for first, themes in zip(firsts, labels, strict=True))
    return f"best {best / len(cases):.1%}, fits {fits / len(cases):.1%} of {len(cases)}"


def _logistic(totals: Table) -> Table:
    share: Table = 1 / (1 + np.exp(-totals))
    return share


if __name__ == "__main__":
    sys.exit(main())
