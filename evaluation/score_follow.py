"""Scores following a commitment: `python -m evaluation.score_follow --library DIR [--fit]`.

`follow.csv` holds pairs of a commitment of the sample corpus and a sentence of another document of that municipality,
with whether both are about the same matter. `--fit` prints the weights that fit best; the figures that it prints are
cross-validated, each municipality judged by weights that were fitted on the others.
"""

import argparse
import csv
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np

from index.encoder import open_encoder
from index.follow import THRESHOLD, Follower, Place
from index.language.likeness import Evidence
from index.library import Library
from index.store.filters import Filters
from index.store.rows import FactRow, PassageRow
from ingest.dutch import sentence_spans

PAIRS = Path(__file__).parent / "follow.csv"


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled pair as the library has it now."""

    group: str
    evidence: Evidence
    same: bool


def pairs(library: Library) -> Iterator[Pair]:
    """The labelled pairs whose both sides the library has; how many it lacks is for the caller to tell."""
    follower = Follower(library, open_encoder())
    commitments = {(row.document.file, _plain(row.fact.text)): row for row in library.facts("commitment", Filters())}
    sentences = {(place.passage.document.file, place.text): place for place in _places(library)}
    with PAIRS.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            row = commitments.get((line["file"], line["commitment"]))
            place = sentences.get((line["other_file"], line["sentence"]))
            if row and place:
                yield Pair(_group(row), follower.evidence(row, [place])[0][1], line["same"] == "ja")


def _group(row: FactRow) -> str:
    return row.document.municipality or "regio"


def _places(library: Library) -> Iterator[Place]:
    for document in library.documents():
        rows: list[PassageRow] = library.passages_of(document.id)
        for passage in rows:
            for start, end in sentence_spans(passage.text):
                yield Place(passage, start, end)


def _plain(text: str) -> str:
    return " ".join(text.split())


def report(found: list[Pair]) -> str:
    """Precision and recall at the threshold in use."""
    chosen = [pair.evidence.likeness >= THRESHOLD for pair in found]
    hits = sum(pair.same for pair, is_chosen in zip(found, chosen, strict=True) if is_chosen)
    positives = sum(pair.same for pair in found)
    precision, recall = hits / max(1, sum(chosen)), hits / max(1, positives)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"{len(found)} pairs, {positives} the same: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}"


def fit(found: list[Pair]) -> str:
    """Weights on all pairs, and cross-validated F1 by threshold."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - a developer's tool

    features = np.array([astuple(pair.evidence) for pair in found])
    same = np.array([pair.same for pair in found])
    groups = np.array([pair.group for pair in found])
    chance = np.zeros(len(found))
    for group in np.unique(groups):
        model = LogisticRegression(C=100, max_iter=5000).fit(features[groups != group], same[groups != group])
        chance[groups == group] = model.predict_proba(features[groups == group])[:, 1]
    lines = []
    for threshold in (0.2, 0.3, 0.4, 0.5, 0.6):
        chosen = chance >= threshold
        hits = (chosen & same).sum()
        lines.append(f"  {threshold}: precision {hits / chosen.sum():.3f} recall {hits / same.sum():.3f}")
    whole = LogisticRegression(C=100, max_iter=5000).fit(features, same)
    weights = ", ".join(f"{weight:.2f}" for weight in [*whole.coef_[0], *whole.intercept_])
    return "\n".join(["cross-validated by municipality:", *lines, f"words, rarity, sentence, passage, bias: {weights}"])


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--fit", action="store_true")
    arguments = parser.parse_args()
    with Library.open(arguments.library) as library:
        found = list(pairs(library))
    print(report(found))
    if arguments.fit:
        print(fit(found))


if __name__ == "__main__":
    main()
