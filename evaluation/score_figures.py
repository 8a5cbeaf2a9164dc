"""Score sums in tables, indicators and goals against `figures/`: `python -m evaluation.score_figures`.

For each kind and split: precision, recall, and of each field of what was found how often it is right, lacking or wrong.
Rules may be tuned on the split "work" only, so `--errors` lists nothing of "held". A thing that was found counts as
*right* for its confidence where it is annotated and nothing that it says is wrong; a field that it lacks is not wrong.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from evaluation.figure_gold import FigureGold, Wanted, load
from evaluation.figure_match import Found, Verdict, pair, verdicts_of
from evaluation.gold_documents import Documents, pages_of, read_documents
from evaluation.gold_format import GoldError, check_hash
from evaluation.gold_options import gold_parser
from evaluation.score_gold import Tally
from ingest.fact_types import Amount, Fact, Goal, Indicator
from ingest.model import Document

KINDS = ("table_amount", "indicator", "goal")
SPLITS = ("work", "held")


@dataclass
class Figures:
    """The counts of one kind and split; `fields` counts what became of each field of what was found."""

    tally: Tally = field(default_factory=Tally)
    fields: Counter[tuple[str, Verdict]] = field(default_factory=Counter)

    def add(self, found: Found, verdicts: Mapping[str, Verdict] | None, where: str) -> None:
        """Count a fact; None where it isn't annotated."""
        wrong = [label for label, verdict in (verdicts or {}).items() if verdict == "wrong"]
        right = verdicts is not None and not wrong
        self.fields.update((verdicts or {}).items())
        self.tally.found += 1
        self.tally.right += verdicts is not None
        self.tally.confidences.append((found.fact.confidence, right))
        if not right:
            self.tally.errors.append(f"{where} {' '.join(wrong) or 'extra'}: {_said(found.fact)}")


Result = Mapping[tuple[str, str], Figures]
"""By kind and split."""


def main(arguments: list[str] | None = None) -> int:
    """Read the documents, print the table."""
    options = gold_parser(__doc__, errors=True).parse_args(arguments)
    gold = load()
    result = score(gold, read(gold, options.shared, options.corpus), lambda document: document.facts)
    print("\n".join(report(result)))
    if options.errors:
        print("\n".join(["", *errors(result)]))
    return 0


def read(gold: Sequence[FigureGold], shared: Path, corpus: Path) -> Documents:
    """The annotated documents that are here.

    Raises:
        GoldError: a file is not the one that was annotated.
    """
    documents = read_documents((one.path for one in gold), shared, corpus)
    for one in gold:
        root, _, rest = one.path.partition("/")
        if one.path in documents and one.sha256:
            check_hash(one, (shared if root == "shared" else corpus) / rest)
    return documents


def score(gold: Iterable[FigureGold], documents: Documents, facts_of: Callable[[Document], Iterable[Fact]]) -> Result:
    """Compare all pages of the documents that were read; `facts_of` gives the facts of one."""
    result = {(kind, split): Figures() for kind in KINDS for split in SPLITS}
    for annotated in gold:
        if document := documents.get(annotated.path):
            facts = tuple(facts_of(document))
            for kind, numbers in annotated.pages.items():
                wanted = [one for one in annotated.wanted if one.kind == kind]
                found = found_on(document, facts, kind, numbers)
                _compare(wanted, found, result[kind, annotated.split], annotated.path.rpartition("/")[2])
    return result


def found_on(document: Document, facts: Iterable[Fact], kind: str, numbers: frozenset[int]) -> list[Found]:
    """The facts of a kind on these pages.

    Raises:
        GoldError: the document has no such page.
    """
    spans = {number: span for number, span in pages_of(document).items() if number in numbers}
    if missing := numbers - spans.keys():
        raise GoldError(f"{document.source.file}: no pages {sorted(missing)}")
    rows = {block.start for block in document.blocks if block.role == "table_row"}
    of_kind = [
        fact
        for fact in facts
        if fact.kind == kind or (kind == "table_amount" and isinstance(fact, Amount) and fact.start in rows)
    ]
    pages = sorted(spans.items())
    return [Found(page, fact) for page, (low, high) in pages for fact in of_kind if low <= fact.start < high]


def _compare(wanted: Sequence[Wanted], found: Sequence[Found], figures: Figures, name: str) -> None:
    pairs = pair(wanted, found)
    for j, other in enumerate(found):
        one = wanted[pairs.of_found[j]] if j in pairs.of_found else None
        figures.add(other, verdicts_of(one, other.fact, wanted) if one else None, f"{name}, p. {other.page}")
    must = [i for i, one in enumerate(wanted) if one.must]
    figures.tally.must += len(must)
    figures.tally.hit += sum(i in pairs.hit for i in must)
    missed = [wanted[i] for i in must if i not in pairs.hit]
    figures.tally.errors += [f"{name}, p. {one.page} missed: {one.words} {dict(one.labels)}" for one in missed]


def _said(fact: Fact) -> str:
    if isinstance(fact, Amount):
        return f"{fact.value_eur:,.0f} [{fact.row}] {fact.year} {fact.direction} {fact.taakveld} [{fact.column}]"
    if isinstance(fact, Indicator):
        return f"{fact.name} ; {fact.unit} ; {fact.value} ; {fact.target} ; {fact.reference_year}"
    if isinstance(fact, Goal):
        return f"{fact.level} {fact.code} < {fact.parent_code or fact.parent} | {fact.label[:60]}"
    return fact.text


def report(result: Result) -> Iterator[str]:
    """The tables, line by line."""
    yield f"{'kind':14}{'split':6}{'P':>6}{'R':>6}{'must':>6}{'found':>7}{'all right':>11}"
    for (kind, split), figures in result.items():
        tally = figures.tally
        sound = sum(right for _, right in tally.confidences)
        share = sound / tally.found if tally.found else 0.0
        yield f"{kind:14}{split:6}{tally.precision:6.2f}{tally.recall:6.2f}{tally.must:6}{tally.found:7}{share:11.2f}"
        for label in sorted({name for name, _ in figures.fields}):
            counts = {verdict: figures.fields[label, verdict] for verdict in get_args(Verdict)}
            said = ", ".join(f"{count} {verdict}" for verdict, count in counts.items())
            yield f"    {label:12} {said}"


def errors(result: Result) -> Iterator[str]:
    """What is missed and wrong in the split "work"."""
    return (error for kind in KINDS for error in result[kind, "work"].tally.errors)


if __name__ == "__main__":
    sys.exit(main())
