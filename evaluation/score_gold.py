"""Score the facts that are found against our own gold: `python -m evaluation.score_gold`.

Precision, recall and F1 per kind, type of document and split. Rules may be tuned on the split "work" only, so
`--errors` lists nothing of "held". An official counts once per stretch and name. Amounts in tables are left out:
the gold has those of running text. The exit status is 1 where a resident turns up as an official.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from evaluation.gold_documents import Documents, pages_of, read_documents
from evaluation.gold_format import GoldDocument, GoldError, GoldFact, Pages, Stretch, check_hash, load, resolve
from evaluation.gold_options import gold_parser
from evaluation.matching import Expected, agreement, match, overlap
from ingest.fact_types import Amount, Fact, Official
from ingest.model import Document

KINDS = ("commitment", "speerpunt", "official", "amount")
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass
class Tally:
    """Counts of one kind of fact in one group of stretches, with the errors in words."""

    must: int = 0
    hit: int = 0
    found: int = 0
    right: int = 0
    labels: Counter[tuple[str, bool]] = field(default_factory=Counter)
    confidences: list[tuple[float, bool]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Count another group's along."""
        self.must, self.hit = self.must + other.must, self.hit + other.hit
        self.found, self.right = self.found + other.found, self.right + other.right
        self.labels.update(other.labels)
        self.confidences += other.confidences
        self.errors += other.errors

    @property
    def precision(self) -> float:
        """The share of what was found that is annotated, whether it had to be found or not."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what must be found that was found."""
        return self.hit / self.must if self.must else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


Key = tuple[str, str, str]
"""Kind, split, type of document."""


@dataclass
class Result:
    """All counts, and the residents whose names came out."""

    tallies: dict[Key, Tally] = field(default_factory=dict)
    leaks: list[str] = field(default_factory=list)

    def total(self, kind: str, split: str, doc_type: str | None = None) -> Tally:
        """The counts of one kind in one split, of one type of document or of all."""
        total = Tally()
        for (a_kind, a_split, a_type), tally in self.tallies.items():
            if (a_kind, a_split) == (kind, split) and doc_type in (None, a_type):
                total.add(tally)
        return total


def main(arguments: list[str] | None = None) -> int:
    """Read the documents, print the tables; 1 where a resident's name leaked."""
    options = gold_parser(__doc__, errors=True).parse_args(arguments)
    gold = load()
    documents = read_documents((document.path for document in gold), options.shared, options.corpus)
    for document in gold:
        if document.path in documents:
            check_hash(document, document.file(options.shared, options.corpus))
    result = score(gold, documents)
    print("\n".join(report(result)))
    if options.errors:
        print("\n".join(["", *errors(result)]))
    return 1 if result.leaks else 0


def score(gold: Iterable[GoldDocument], documents: Documents) -> Result:
    """Compare all stretches of the documents that were read."""
    result = Result()
    for annotated in gold:
        if document := documents.get(annotated.path):
            for stretch in annotated.stretches:
                _score_stretch(annotated, stretch, document, result)
    return result


def _score_stretch(annotated: GoldDocument, stretch: Stretch, document: Document, result: Result) -> None:
    name = annotated.path.rpartition("/")[2]
    text, pages = document.text, pages_of(document)
    try:
        low, high = resolve(stretch.place, text, pages)
        expected = [_expected(fact, text, pages) for fact in stretch.facts]
    except GoldError as error:
        print(f"{name}, {stretch.id}: {error}; not scored", file=sys.stderr)
        return
    found = [fact for fact in document.facts if low <= (fact.start + fact.end) // 2 < high]
    for kind in filter(stretch.covers, KINDS):
        tally = score_kind(kind, expected, found, f"{name}")
        result.tallies.setdefault((kind, stretch.split, annotated.doc_type), Tally()).add(tally)
    result.leaks += [f"{name}: {leak}" for leak in leaks(expected, found, text)]


def _expected(fact: GoldFact, text: str, pages: Pages) -> Expected:
    return Expected(fact.id, fact.kind, resolve(fact.place, text, pages), fact.must, fact.labels)


def score_kind(kind: str, expected: Sequence[Expected], found: Sequence[Fact], name: str) -> Tally:
    """The counts of one kind of fact in one stretch."""
    golds = list(_once(one for one in expected if one.kind == kind))
    facts = [fact for fact in found if fact.kind == kind and not (isinstance(fact, Amount) and fact.row)]
    facts = (
        list({fact.name: fact for fact in facts if isinstance(fact, Official)}.values()) if _by_name(kind) else facts
    )
    matches = match(golds, facts)
    must = [i for i, gold in enumerate(golds) if gold.must]
    tally = Tally(
        must=len(must),
        hit=sum(i in matches.of_expected for i in must),
        found=len(facts),
        right=len(matches.of_found),
        confidences=[(fact.confidence, j in matches.of_found) for j, fact in enumerate(facts)],
    )
    for i, j in matches.of_expected.items():
        tally.labels.update(agreement(golds[i], facts[j]).items())
        tally.errors += [
            f"{name}:{golds[i].span[0]} {label} differs: {facts[j].text[:90]!r}"
            for label, same in agreement(golds[i], facts[j]).items()
            if not same
        ]
    tally.errors += [
        f"{name}:{golds[i].span[0]}-{golds[i].span[1]} missed {kind}, {_words(golds[i])}"
        for i in must
        if i not in matches.of_expected
    ]
    tally.errors += [
        f"{name}:{fact.start} wrong {kind} ({fact.confidence:.2f}): {fact.text[:110]!r}{_trap(fact, expected)}"
        for j, fact in enumerate(facts)
        if j not in matches.of_found
    ]
    return tally


def _by_name(kind: str) -> bool:
    return kind == "official"


def _once(golds: Iterable[Expected]) -> Iterator[Expected]:
    """Officials once per name, however often they were annotated; one that must be found stays so."""
    seen: set[str] = set()
    for gold in sorted(golds, key=lambda one: not one.must):
        name = str(gold.labels.get("name", ""))
        if not _by_name(gold.kind) or name not in seen:
            seen.add(name)
            yield gold


def _words(gold: Expected) -> str:
    return ", ".join(f"{key} {value}" for key, value in gold.labels.items() if key in ("strength", "status", "name"))


def _trap(fact: Fact, expected: Sequence[Expected]) -> str:
    for one in expected:
        if one.kind == "negative" and one.labels["task"] == fact.kind and overlap(one.span, (fact.start, fact.end)):
            return f" TRAP: {one.labels['reason']}"
    return ""


def leaks(expected: Sequence[Expected], found: Sequence[Fact], text: str) -> list[str]:
    """Officials found with the surname of somebody annotated as a resident."""
    residents = (text[one.span[0] : one.span[1]] for one in expected if one.kind == "person_private")
    surnames = {name.rpartition(" ")[2] for name in residents}
    names = {fact.name for fact in found if isinstance(fact, Official)}
    return sorted(name for name in names if surnames & set(name.split()))


def report(result: Result) -> Iterator[str]:
    """The tables, line by line."""
    splits = sorted({key[1] for key in result.tallies}, reverse=True)
    yield f"{'kind':12}{'split':6}{'type of document':24}{'P':>6}{'R':>6}{'F1':>6}{'must':>6}{'found':>7}"
    for kind in KINDS:
        for split in splits:
            yield _line(kind, split, "all", result.total(kind, split))
            for doc_type in sorted({key[2] for key in result.tallies if key[:2] == (kind, split)}):
                tally = result.total(kind, split, doc_type)
                if tally.must or tally.found:
                    yield _line(kind, split, f"  {doc_type}", tally)
    for split in splits:
        yield f"\nLabels, {split}"
        yield from _label_lines(result, split)
        yield f"\nConfidence, {split}: share that is right (number)"
        yield from _confidence_lines(result, split)
    yield f"\nPrivacy leaks: {len(result.leaks)} {result.leaks or ''}"


def _line(kind: str, split: str, doc_type: str, tally: Tally) -> str:
    figures = f"{tally.precision:6.2f}{tally.recall:6.2f}{tally.f1:6.2f}{tally.must:6}{tally.found:7}"
    return f"{kind:12}{split:6}{doc_type:24}{figures}"


def _label_lines(result: Result, split: str) -> Iterator[str]:
    for kind in KINDS:
        labels = result.total(kind, split).labels
        for label in sorted({name for name, _ in labels}):
            right, wrong = labels[label, True], labels[label, False]
            yield f"  {kind} {label}: {right}/{right + wrong} equal"


def _confidence_lines(result: Result, split: str) -> Iterator[str]:
    for kind in KINDS:
        confidences = result.total(kind, split).confidences
        cells = []
        for low, high in pairwise(BINS):
            hits = [right for confidence, right in confidences if low <= confidence < high]
            if hits:
                cells.append(f"{low:.1f}-{min(high, 1.0):.1f}: {sum(hits) / len(hits):.2f} ({len(hits)})")
        yield f"  {kind}: {'  '.join(cells) or 'none found'}"


def errors(result: Result) -> Iterator[str]:
    """What is missed and wrong in the split "work"."""
    for (_, split, doc_type), tally in sorted(result.tallies.items()):
        if split == "work":
            yield from (f"{doc_type} {error}" for error in tally.errors)


if __name__ == "__main__":
    sys.exit(main())
