"""Check that the gold and the theme labels fit their documents: `python -m evaluation.check_gold`.

Every file must be the one that was annotated, every place must be found and lie in its stretch, and every label
must be one that the scorers know. Documents in ../shared are skipped, with a word about it, where that is absent.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import get_args

from evaluation.annotate import read
from evaluation.gold_format import (
    SPLITS,
    GoldDocument,
    GoldError,
    GoldFact,
    Pages,
    Stretch,
    check_hash,
    facts_of,
    load,
    resolve,
)
from evaluation.gold_options import gold_parser
from ingest.fact_types import CommitmentStatus, Role, Strength

LONGEST = 600
ALLOWED = {
    "strength": frozenset(get_args(Strength)),
    "status": frozenset(get_args(CommitmentStatus)),
    "role": frozenset(get_args(Role)),
    "task": frozenset({"commitment", "speerpunt", "official", "amount"}),
}


def main(arguments: list[str] | None = None) -> int:
    """Print what is wrong; the exit status is 1 where anything is."""
    options = gold_parser(__doc__).parse_args(arguments)
    documents = load()
    problems = [*problems_of_ids(documents)]
    for document in documents:
        file = document.file(options.shared, options.corpus)
        if not file.is_file():
            print(f"{document.path} is not here: skipped")
            continue
        problems += [f"{document.path}: {problem}" for problem in problems_of(document, file)]
    print(
        "\n".join(problems) or f"{len(documents)} documents, {sum(1 for _ in facts_of(documents))} annotations: sound"
    )
    return 1 if problems else 0


def problems_of_ids(documents: Sequence[GoldDocument]) -> Iterator[str]:
    """Ids that occur twice, in words."""
    stretches = (stretch.id for document in documents for stretch in document.stretches)
    facts = (fact.id for _, _, fact in facts_of(documents))
    for name, count in Counter([*stretches, *facts]).items():
        if count > 1:
            yield f"the id {name} occurs {count} times"


def problems_of(document: GoldDocument, file: Path) -> Iterator[str]:
    """What is wrong with one document's gold, in words."""
    try:
        check_hash(document, file)
    except GoldError as error:
        yield str(error)
        return
    text, pages = _read(file)
    for stretch in document.stretches:
        if stretch.split not in SPLITS:
            yield f"{stretch.id}: unknown split {stretch.split}"
        for fact in stretch.facts:
            yield from (f"{fact.id}: {problem}" for problem in _problems_of_fact(fact, stretch, text, pages))


@cache
def _read(file: Path) -> tuple[str, Pages]:
    return read(file)


def _problems_of_fact(fact: GoldFact, stretch: Stretch, text: str, pages: Pages) -> Iterator[str]:
    for label, allowed in ALLOWED.items():
        if label in fact.labels and fact.labels[label] not in allowed:
            yield f"unknown {label} {fact.labels[label]}"
    try:
        low, high = resolve(stretch.place, text, pages)
        start, end = resolve(fact.place, text, pages)
    except GoldError as error:
        yield str(error)
        return
    if not low <= start < high:
        yield f"starts at {start}, outside {low}-{high}"
    if end - start > LONGEST:
        yield f"is {end - start} characters long"


if __name__ == "__main__":
    sys.exit(main())
