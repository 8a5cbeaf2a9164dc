"""Make the table of confidences: `python -m evaluation.calibrate > ingest/data/confidence.tsv`.

Only the split "work" is counted, so that `evaluation.score_gold` shows on "held" whether the table holds. The gold
is small, and the rules were made with it in view, so the shares of a kind are drawn towards a lower one (`PRIOR`) as if
`WEIGHT` more facts had been seen, those of a group of document types in the same way towards the shares of its kind;
and a higher rank never gets a lower share. No share is above `MOST`. Sums in tables, indicators and goals are counted
on `figures/`, where a fact is right if nothing that it says is wrong; they have one share a rank for all types of
document, drawn towards that rank (`OWN_PRIORS`), since some ranks were hardly seen there.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from evaluation import score_figures
from evaluation.figure_gold import load as load_figures
from evaluation.gold_documents import pages_of, read_documents
from evaluation.gold_format import GoldDocument, Stretch, load, resolve
from evaluation.gold_options import gold_parser
from evaluation.matching import Expected
from evaluation.score_gold import score_kind
from ingest.facts import ranked
from ingest.facts.confidence import EVERY_GROUP, GROUPS, group_of
from ingest.model import Document

KINDS = ("commitment", "speerpunt", "official", "amount")
RANKS = (0.0, 0.5, 0.65, 0.8)
PRIOR, WEIGHT = 0.8, 8
OWN_PRIORS = (0.4, 0.5, 0.65, 0.8)
"""Of sums in tables, indicators and goals: each rank's own lower bound, below .5 a guess."""
READ_BESIDE = Path(__file__).parent / "read_beside.csv"
"""Facts of real papers drawn by chance and read beside their text; one that can be argued about is right by half."""
READ_WEIGHT = 2
"""So often each of these counts: the rules were made on the gold, and not on these."""
MOST = 0.95
"""No share is higher: of the surest facts that many were right on gold that the rules were not made on."""

Counts = Counter[tuple[str, str, float, bool]]
"""By kind, group, lower bound of the rank, and whether it was right."""


def main() -> int:
    """Print the table."""
    options = gold_parser(__doc__).parse_args()
    gold = [document for document in load() if any(stretch.split == "work" for stretch in document.stretches)]
    documents = read_documents((document.path for document in gold), options.shared, options.corpus)
    counts: Counts = Counter()
    for annotated in gold:
        if document := documents.get(annotated.path):
            for stretch in annotated.stretches:
                if stretch.split == "work":
                    counts.update(_counted(annotated, stretch, document))
    counts.update(_of_figures(options.shared, options.corpus))
    counts.update(_read_beside())
    print("\n".join(table(counts)))
    return 0


def _of_figures(shared: Path, corpus: Path) -> Iterator[tuple[str, str, float, bool]]:
    """The sums in tables, indicators and goals of the split to work with, in no group."""
    gold = [document for document in load_figures() if document.split == "work"]
    result = score_figures.score(gold, score_figures.read(gold, shared, corpus), ranked)
    for kind in score_figures.KINDS:
        for rank, right in result[kind, "work"].tally.confidences:
            yield kind, EVERY_GROUP, _step(rank), right


def _read_beside() -> Counts:
    """The facts of READ_BESIDE, as often as they count."""
    counts: Counts = Counter()
    with READ_BESIDE.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            right, seen = (round(READ_WEIGHT * float(row[name])) for name in ("right", "seen"))
            counts[row["kind"], row["group"], float(row["rank"]), True] += right
            counts[row["kind"], row["group"], float(row["rank"]), False] += seen - right
    return counts


def _step(rank: float) -> float:
    return max(least for least in RANKS if least <= rank)


def _counted(annotated: GoldDocument, stretch: Stretch, document: Document) -> Iterator[tuple[str, str, float, bool]]:
    pages = pages_of(document)
    low, high = resolve(stretch.place, document.text, pages)
    expected = [
        Expected(fact.id, fact.kind, resolve(fact.place, document.text, pages), fact.must, fact.labels)
        for fact in stretch.facts
    ]
    found = [fact for fact in ranked(document) if low <= (fact.start + fact.end) // 2 < high]
    for kind in filter(stretch.covers, KINDS):
        for rank, right in score_kind(kind, expected, found, annotated.path).confidences:
            yield kind, group_of(annotated.doc_type), _step(rank), right


def table(counts: Counts) -> Iterator[str]:
    """The lines of the file."""
    yield "# The share of facts that is right, by the rank of their rule; made by `python -m evaluation.calibrate`."
    yield f"# right of seen: on the split to work with and, {READ_WEIGHT} times, on real papers read beside their text;"
    yield f"# shares are drawn towards {PRIOR} by {WEIGHT} facts."
    yield "kind\tgroup\trank\tshare\tright of seen"
    for kind in KINDS:
        cells = {group: [_cell(counts, kind, group, rank) for rank in RANKS] for group in GROUPS}
        of_kind = shares([_summed(column) for column in zip(*cells.values(), strict=True)])
        for group in GROUPS:
            own = shares(cells[group], of_kind)
            for rank, share, (right, wrong) in zip(RANKS, own, cells[group], strict=True):
                yield _row(kind, group, rank, share, right, wrong)
    for kind in score_figures.KINDS:
        seen = [_cell(counts, kind, EVERY_GROUP, rank) for rank in RANKS]
        for rank, share, (right, wrong) in zip(RANKS, shares(seen, OWN_PRIORS), seen, strict=True):
            yield _row(kind, EVERY_GROUP, rank, share, right, wrong)


def _row(kind: str, group: str, rank: float, share: float, right: int, wrong: int) -> str:
    return f"{kind}\t{group}\t{rank}\t{min(share, MOST):.2f}\t{right} of {right + wrong}"


Cell = tuple[int, int]
"""How many were right, and how many wrong."""


def _cell(counts: Counts, kind: str, group: str, rank: float) -> Cell:
    return counts[kind, group, rank, True], counts[kind, group, rank, False]


def _summed(cells: Iterable[Cell]) -> Cell:
    rights, wrongs = zip(*cells, strict=True)
    return sum(rights), sum(wrongs)


def shares(cells: Sequence[Cell], priors: Sequence[float] = (PRIOR,) * len(RANKS)) -> list[float]:
    """The share that is right of each cell, in order of rank, drawn towards the prior of its rank."""
    return rising(
        [
            ((right + WEIGHT * prior) / (right + wrong + WEIGHT), right + wrong + WEIGHT)
            for (right, wrong), prior in zip(cells, priors, strict=True)
        ]
    )


def rising(weighted: Sequence[tuple[float, float]]) -> list[float]:
    """The nearest values that never fall, of values with weights (pool adjacent violators)."""
    pools: list[tuple[float, float, int]] = []
    for value, weight in weighted:
        pools.append((value, weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (low, low_weight, low_size), (high, high_weight, high_size) = pools.pop(-2), pools.pop()
            both = low_weight + high_weight
            pools.append(((low * low_weight + high * high_weight) / both, both, low_size + high_size))
    return [value for value, _, size in pools for _ in range(size)]


if __name__ == "__main__":
    sys.exit(main())
