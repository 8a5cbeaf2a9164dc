"""Scores what became of speerpunten between two plans: `python -m evaluation.score_changes --library DIR --split work`.

`changes.csv` holds the speerpunten of pairs of plans, each with its counterpart in the other plan or none: of
`invented/veranderd` (half of its municipalities held), of the sample corpus, and of two real budgets only the few that
have one: every other pair of those is wrong.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from index.changes import Changes, changes
from index.encoder import open_encoder
from index.library import Library
from index.store.filters import Filters
from ingest.fact_types import Speerpunt

LABELS = Path(__file__).parent / "changes.csv"
SPLITS = ("work", "held", "corpus", "real")

Line = dict[str, str]


def score(library: Library, split: str) -> tuple[Counter[str], list[str]]:
    """How many pairs were labelled and made, how many speerpunten stand right; a line for each mistake."""
    with LABELS.open(encoding="utf-8", newline="") as file:
        labels = [line for line in csv.DictReader(file) if line["split"] == split]
    encoder, counts, mistakes = open_encoder(), Counter[str](), []
    for (place, *files), lines in groupby(
        labels, lambda line: (line["municipality"], line["old_file"], line["new_file"])
    ):
        documents = {row.file: row for row in library.documents(Filters(municipalities=(place,)))}
        if documents.keys() >= set(files):
            found = changes(library, encoder, *(documents[file] for file in files))
            mistakes += _compare(found, list(lines), counts)
    return counts, mistakes


def _compare(found: Changes, lines: Sequence[Line], counts: Counter[str]) -> list[str]:
    made = [(_label(change.old), _label(change.new)) for change in found.speerpunten]
    wanted = [(line["old"], line["new"]) for line in lines]
    pairs = [pair for pair in made if all(pair)]
    right = [pair for pair in pairs if any(all(map(_is_named, pair, want)) for want in wanted if all(want))]
    counts["pairs labelled"] += sum(all(want) for want in wanted)
    counts["pairs made"] += len(pairs)
    counts["pairs right"] += len(right)
    counts["alone labelled"] += sum(not all(want) for want in wanted)
    counts["alone right"] += sum(any(_is_alone(pair, want) for pair in made) for want in wanted if not all(want))
    missed = [want for want in wanted if all(want) and not any(all(map(_is_named, pair, want)) for pair in right)]
    return [*(f"wrong: {pair}" for pair in pairs if pair not in right), *(f"missed: {want}" for want in missed)]


def _is_named(label: str, wanted: str) -> bool:
    return bool(wanted) and label.startswith(wanted)


def _is_alone(pair: tuple[str, str], wanted: tuple[str, str]) -> bool:
    return any(_is_named(a, b) and not other for a, b, other in zip(pair, wanted, reversed(pair), strict=True))


def _label(row: object) -> str:
    fact = getattr(row, "fact", None)
    return fact.label if isinstance(fact, Speerpunt) else ""


def main() -> None:
    """Print the counts, and with `--mistakes` each mistake."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--split", choices=SPLITS, default="work")
    parser.add_argument("--mistakes", action="store_true")
    asked = parser.parse_args()
    with Library.open(asked.library) as library:
        counts, mistakes = score(library, asked.split)
    print(dict(counts))
    if asked.mistakes:
        print("\n".join(mistakes))


if __name__ == "__main__":
    main()
