"""Scores what came of commitments: `python -m evaluation.score_outcomes --library DIR --split work`.

`outcomes.csv` names commitments of the sample corpus and of `invented/vervolg` (ingest both in one library), each with
whether the papers tell what came of it. A question is asked wrongly where they do and the dossier says that nothing was
found; a gap is lost where they don't and the dossier is sure that they do. What stands beside its possible answer is
neither: the reader sees both.
"""

import argparse
import csv
from collections import Counter
from pathlib import Path

from index.encoder import open_encoder
from index.follow import Follower
from index.library import Library
from index.store.filters import Filters
from index.store.rows import FactRow
from index.tracing.on_theme import facts_on, meant
from index.tracing.outcomes import Outcome, Outcomes
from index.tracing.registers import state_of

LABELS = Path(__file__).parent / "outcomes.csv"
SPLITS = ("work", "held", "real work", "real held", "second work", "second held")
"""The two of "second" hold promises of the sample corpus and of real papers: what a library lacks is told."""


def verdict(outcome: Outcome) -> str:
    """What a dossier would do with it: "asks", "asks beside a quote" or "is sure"."""
    if outcome.kind in {"silent", "no later papers"}:
        return "asks"
    if outcome.kind == "listed":
        return "is sure" if outcome.closed or state_of(outcome.trail.register) == "Deels voldaan" else "asks"
    return "is sure" if outcome.kind == "told" else "asks beside a quote"


def score(library: Library, split: str) -> tuple[Counter[tuple[str, str]], Counter[str], list[str]]:
    """By label and verdict how many; how many were read, and are on their theme; a line for each mistake."""
    follower = Follower(library, open_encoder())
    verdicts, reached, mistakes = Counter[tuple[str, str]](), Counter[str](), []
    with LABELS.open(encoding="utf-8", newline="") as file:
        labels = [line for line in csv.DictReader(file) if line["split"] == split]
    for line in labels:
        row = _row(library, line)
        themes = meant((line["theme"],))
        reached["read" if row else "not read"] += 1
        if row is None:
            continue
        on = facts_on(library, Filters(municipalities=(line["municipality"],)), (line["theme"],))
        reached["on its theme"] += row.id in {other.id for other in on}
        outcome = Outcomes(library, follower, themes).of(row)
        given = verdict(outcome)
        verdicts[line["answered"], given] += 1
        if (line["answered"], given) in {("ja", "asks"), ("nee", "is sure")}:
            found = outcome.step.text if outcome.step else "-"
            mistakes.append(f"{line['answered']} {given}: {line['begins']} | {found}")
    return verdicts, reached, mistakes


def _row(library: Library, line: dict[str, str]) -> FactRow | None:
    rows = library.facts("commitment", Filters(municipalities=(line["municipality"],)))
    named = (row for row in rows if row.document.file == line["file"])
    return next((row for row in named if " ".join(row.fact.text.split()).startswith(line["begins"])), None)


def main() -> None:
    """Print the figures, and with `--mistakes` each mistake."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--split", choices=SPLITS, default="work")
    parser.add_argument("--mistakes", action="store_true")
    asked = parser.parse_args()
    with Library.open(asked.library) as library:
        verdicts, reached, mistakes = score(library, asked.split)
    print(dict(reached))
    for label, name in (("ja", "answered by the papers"), ("nee", "open")):
        counts = {given: number for (told, given), number in sorted(verdicts.items()) if told == label}
        print(f"{name}: {sum(counts.values())}, of which {counts}")
    if asked.mistakes:
        print("\n".join(mistakes))


if __name__ == "__main__":
    main()
