"""What users said of facts in the app: `python -m evaluation.score_marks --library DIR`.

For each kind how many of the marked facts are right, and in how far the program's own sureness told which. Marks are no
sample: people mark what strikes them, so these figures say where to look, not how good the program is.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from index.finding.discreet import DiscreetLibrary
from index.store.judgements import Judgements, Mark
from index.store.rows import FactRow

BANDS = (0.9, 0.7, 0.0)
"""As `views.words.sureness` divides them."""


def report(marks: Iterable[Mark], facts: Iterable[FactRow]) -> list[str]:
    """A line for each kind, and one for each band of sureness; a mark of a fact that is no longer read counts apart."""
    sure = {
        (row.document.source.sha256, row.fact.kind, row.fact.start, row.fact.text): row.fact.confidence for row in facts
    }
    by_kind: dict[str, list[bool]] = defaultdict(list)
    by_band: dict[float, list[bool]] = defaultdict(list)
    gone = 0
    for mark in marks:
        right = mark.verdict == "right"
        by_kind[mark.kind].append(right)
        confidence = sure.get((mark.sha256, mark.kind, mark.start, mark.text))
        if confidence is None:
            gone += 1
        else:
            by_band[next(band for band in BANDS if confidence >= band)].append(right)
    lines = [f"{kind}: {sum(right)} of {len(right)} marked right" for kind, right in sorted(by_kind.items())]
    lines += [
        f"sure from {band}: {sum(by_band[band])} of {len(by_band[band])} right" for band in BANDS if by_band[band]
    ]
    return [*lines, *([f"{gone} marked facts are read differently now"] if gone else [])] or ["nothing is marked"]


def main() -> None:
    """Print what the marks say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, default=Path("library"))
    asked = parser.parse_args()
    with DiscreetLibrary.open(asked.library) as library:
        print("\n".join(report(Judgements(asked.library).marks(), library.each_fact())))


if __name__ == "__main__":
    main()
