"""Score search on queries of our own: `python -m evaluation.score_queries`.

    nDCG@10   gain 2**grade - 1, discounted by log2(rank + 1), over the ideal order
    hit@5     answerable queries with a relevant hit among the first five
    silent    unanswerable queries, and nonsense, with no hits at all

A hit earns the highest grade among the relevant places that it covers for at least half, each place credited to
the first hit that covers it; a hit of more than 3,000 characters earns nothing. So does ../shared/evaluation's
scorer, with which the figures can be compared.
"""

import argparse
import math
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.queries import data
from evaluation.queries.anchors import Anchor, Span, Text, resolve, texts_of
from evaluation.queries.data import Case, Collection, Query
from index.build import build
from index.encoder import Encoder, open_encoder
from index.library import Library
from index.search import Hit, search
from index.store.rows import PassageRow

CORPUS = Path(__file__).parent.parent / "corpus"
LONGEST_HIT = 3000
CUTOFF = 10


@dataclass(frozen=True, slots=True)
class Result:
    """What one query got; an unanswerable one has no `ndcg` and `hit5`, an answerable one may be falsely silent."""

    query: Query
    hits: int
    ndcg: float = 0.0
    hit5: bool = False

    @property
    def right(self) -> bool:
        """A relevant hit among the first five, or a deserved silence."""
        return self.hit5 if self.query.answerable else not self.hits


def grades_of(hits: Sequence[Span], relevant: Sequence[tuple[Span, int]]) -> list[int]:
    """The grade that each hit earns, in rank order."""
    credited: set[int] = set()
    grades = []
    for hit in hits:
        covered = [
            number
            for number, (span, _) in enumerate(relevant)
            if number not in credited and hit.end - hit.start <= LONGEST_HIT and span.covered_by(hit)
        ]
        credited.update(covered)
        grades.append(max((relevant[number][1] for number in covered), default=0))
    return grades


def ndcg(grades: Sequence[int], ideal: Sequence[int]) -> float:
    """Of the grades in rank order, against all grades that there are to earn."""
    return min(1.0, _dcg(grades) / _dcg(sorted(ideal, reverse=True)))


def _dcg(grades: Sequence[int]) -> float:
    return math.fsum((2.0**grade - 1) / math.log2(rank + 2) for rank, grade in enumerate(grades[:CUTOFF]))


def score(query: Query, hits: Sequence[Hit], texts: dict[str, Text]) -> Result:
    """Raises LookupError where a place of the query is not in the documents."""
    if not query.answerable:
        return Result(query, len(hits))
    relevant = [(resolve(anchor, texts), grade) for anchor, grade in query.relevant]
    grades = grades_of([span_of(hit.passage) for hit in hits], relevant)
    return Result(query, len(hits), ndcg(grades, [grade for _, grade in relevant]), any(grades[:5]))


def span_of(passage: PassageRow) -> Span:
    """Where a passage stands."""
    return Span(passage.document.file, passage.start, passage.end)


def rank_of(anchor: Anchor, hits: Sequence[Hit], texts: dict[str, Text]) -> int | None:
    """The rank of the first hit that covers the anchor, itself or by a copy folded under it."""
    span = resolve(anchor, texts)
    for hit in hits:
        if any(span.covered_by(span_of(passage)) for passage in (hit.passage, *hit.copies)):
            return hit.rank
    return None


def faults(case: Case, hits: Sequence[Hit], texts: dict[str, Text]) -> list[str]:
    """What is wrong with the hits of a case, in words; empty where all is well."""
    if case.silent:
        return [f"{len(hits)} hits instead of none"] if hits else []
    ranks = {anchor: rank_of(anchor, hits, texts) for anchor in (*case.expected, *case.together)}
    late = [anchor for anchor, rank in ranks.items() if rank is None or rank > case.within]
    found = [f"expected at {ranks[anchor] or 'no rank'}: {_shown(anchor)}" for anchor in late]
    if len({ranks[anchor] for anchor in case.together}) > 1:
        found.append("the copies are not folded under one hit")
    last = max((rank or CUTOFF for rank in ranks.values()), default=0)
    for anchor, worst in [*((one, 0) for one in case.forbidden), *((one, last) for one in case.below)]:
        rank = rank_of(anchor, hits, texts)
        if rank is not None and (not worst or rank <= worst):
            found.append(f"{'after it' if worst else 'forbidden'} but at {rank}: {_shown(anchor)}")
    return found


def _shown(anchor: Anchor) -> str:
    return f"{anchor.file}: {anchor.words[:60]}"


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; the exit status is 1 where a place of a query or case was not found in the documents."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory(prefix="speerpunt-queries-") as folder:
        try:
            return _run(options, Path(folder))
        except LookupError as error:
            print(f"The queries do not fit the documents: {error}", file=sys.stderr)
            return 1


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with real documents")
    parser.add_argument("--corpus-library", type=Path, help="a library of the sample corpus; else one is made")
    parser.add_argument("--documents-library", type=Path, help="a library of the real documents; else one is made")
    parser.add_argument("--split", choices=("tune", "report"), help="only this half")
    parser.add_argument("--failures", action="store_true", help="list what went wrong; of the half to tune on only")
    parser.add_argument("--all-failures", action="store_true", help="list what went wrong, of both halves")
    parser.add_argument("--cases", action="store_true", help="the named cases instead of the queries")
    return parser.parse_args(arguments)


def _run(options: argparse.Namespace, folder: Path) -> int:
    encoder = open_encoder()
    if options.cases:
        with _library("corpus", options, folder, encoder) as library:
            _print_cases(library, encoder)
        return 0
    results: list[Result] = []
    collections: list[Collection] = ["corpus", "documents"]
    if not (options.shared / "documents").is_dir() and not options.documents_library:
        print(f"{options.shared} is absent: the sample corpus only.\n")
        collections = ["corpus"]
    for collection in collections:
        with _library(collection, options, folder, encoder) as library:
            results += _results(collection, library, encoder, options)
            _print_nonsense(collection, library, encoder, failures=options.failures or options.all_failures)
    _print_figures(results)
    shown = {"tune", "report"} if options.all_failures else {"tune"} if options.failures else set()
    _print_failures([result for result in results if result.query.split in shown])
    return 0


def _library(collection: Collection, options: argparse.Namespace, folder: Path, encoder: Encoder) -> Library:
    made: Path | None = options.corpus_library if collection == "corpus" else options.documents_library
    if made is None:
        made = folder / collection
        build([CORPUS] if collection == "corpus" else [options.shared / "documents", options.shared / "seeds"], made)
    library = Library.open(made)
    library.check_encoder(encoder)
    return library


def _results(collection: Collection, library: Library, encoder: Encoder, options: argparse.Namespace) -> list[Result]:
    asked = [query for query in data.queries() if query.collection == collection]
    asked = [query for query in asked if options.split in {None, query.split}]
    texts = texts_of(library)
    return [score(query, search(library, encoder, query.text).hits, texts) for query in asked]


def _print_nonsense(collection: Collection, library: Library, encoder: Encoder, *, failures: bool) -> None:
    noisy = [text for text in data.nonsense() if search(library, encoder, text).hits]
    count = len(data.nonsense())
    print(f"{collection}: nothing for {count - len(noisy)} of {count} questions of nonsense")
    for text in noisy if failures else ():
        print(f"   NOT SILENT {text}")


def _print_figures(results: Sequence[Result]) -> None:
    for split in ("tune", "report"):
        for collection in ("corpus", "documents", None):
            label = f"{split}, {collection or 'both'}"
            _print_row(
                label,
                [one for one in results if one.query.split == split and collection in {None, one.query.collection}],
            )
    print()
    for tag in sorted({tag for result in results for tag in result.query.tags}):
        _print_row(f"   {tag}", [result for result in results if tag in result.query.tags])


def _print_row(label: str, results: Iterable[Result]) -> None:
    group = list(results)
    answerable = [result for result in group if result.query.answerable]
    others = [result for result in group if not result.query.answerable]
    parts = []
    if answerable:
        mean = sum(result.ndcg for result in answerable) / len(answerable)
        parts.append(f"nDCG@10 {mean:.3f}  hit@5 {sum(one.hit5 for one in answerable):3}/{len(answerable):<3}")
        parts.append(f"falsely silent {sum(not one.hits for one in answerable)}")
    if others:
        parts.append(f"silent {sum(not one.hits for one in others)}/{len(others)}")
    if parts:
        print(f"{label:26}{'  '.join(parts)}")


def _print_failures(results: Iterable[Result]) -> None:
    for result in results:
        if result.right:
            continue
        kind = "NOT SILENT" if not result.query.answerable else "MISS" if result.hits else "FALSELY SILENT"
        query = result.query
        print(f"   {kind} {query.id} {query.text} [{' '.join(query.tags)}] nDCG@10 {result.ndcg:.2f}")


def _print_cases(library: Library, encoder: Encoder) -> None:
    texts = texts_of(library)
    wrong = 0
    for case in data.cases():
        hits = search(library, encoder, case.query).hits
        found = faults(case, hits, texts)
        wrong += bool(found)
        ranks = ", ".join(str(rank_of(one, hits, texts) or "-") for one in (*case.expected, *case.together))
        print(f"{'wrong' if found else 'good ':6} {case.kind}: {case.name} ({case.query}) at {ranks or 'silence'}")
        for fault in found:
            print(f"         {fault}")
        if case.unmet:
            print(f"         known: {case.unmet}")
    print(f"{len(data.cases()) - wrong} of {len(data.cases())} cases are good")


if __name__ == "__main__":
    sys.exit(main())
