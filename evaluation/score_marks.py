"""What users said of facts in the app: `python -m evaluation.score_marks --library DIR`.

`make eval` does so for the library of `make run`; `make eval LIBRARY=DIR` for another.

For each kind how many of the marked facts are right, and in how far the program's own sureness told which. Marks are no
sample: people mark what strikes them, so these figures say where to look, not how good the program is.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from index.finding.discreet import DiscreetLibrary
from index.store.judgements import Judgements, Mark, mark_key
from index.store.rows import FactRow

BANDS = (0.9, 0.7, 0.0)
"""As `views.words.sureness` divides them."""


def report(marks: Iterable[Mark], facts: Iterable[FactRow]) -> list[str]:
    """A line for each kind, and one for each band of sureness; a mark of a fact that is no longer read counts apart."""
    marks = list(marks)
    sure = {mark_key(row): row.fact.confidence for row in facts} if marks else {}
    by_kind: dict[str, list[bool]] = defaultdict(list)
    by_band: dict[float, list[bool]] = defaultdict(list)
    gone = 0
    for mark in marks:
        right = mark.verdict == "right"
        by_kind[mark.kind].append(right)
        confidence = sure.get(mark.key)
        if confidence is None:
            gone += 1
        else:
            by_band[next(band for band in BANDS if confidence >= band)].append(right)
    lines = [f"{kind}: {sum(right)} of {len(right)} marked right" for kind, right in sorted(by_kind.items())]
    lines += [
        f"sure from {band}: {sum(by_band[band])} of {len(by_band[band])} right" for band in BANDS if by_band[band]
    ]
    return [*lines, *([f"{gone} marked facts are read differently now"] if gone else [])] or ["nothing is marked"]


def misses(marks: Iterable[Mark]) -> list[str]:
    """A line for each fact that is marked wrong, with the note."""
    wrong = (mark for mark in marks if mark.verdict == "wrong")
    return [f"{mark.file} @ {mark.start}: {mark.kind} {mark.text[:80]!r}: {mark.note}" for mark in wrong]


def main() -> None:
    """Print what the marks say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, default=Path("library"))
    parser.add_argument("--misses", action="store_true", help="list what is marked wrong, too")
    asked = parser.parse_args()
    marks = Judgements(asked.library).marks()
    with DiscreetLibrary.open(asked.library) as library:
        print("\n".join([*(misses(marks) if asked.misses else ()), *report(marks, library.each_fact())]))


if __name__ == "__main__":
    main()
