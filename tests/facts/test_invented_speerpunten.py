"""Speerpunten in invented layouts of plans. `python -m tests.facts.test_invented_speerpunten` scores both splits.

Rules may be tuned on the split "work" only, which is what the test holds; "held" says how they do on other layouts.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from ingest.facts.speerpunten import speerpunten
from tests.facts.policy_documents import policy

CASES = Path(__file__).parents[2] / "evaluation" / "invented" / "speerpunten.txt"


class Case(NamedTuple):
    """A text, the labels that must be found and those that may be."""

    name: str
    split: str
    doc_type: str
    text: str
    must: frozenset[str]
    may: frozenset[str]


def _bare(label: str) -> str:
    return re.sub(r"\W+", " ", label.casefold()).strip()


def read_cases() -> Iterator[Case]:
    """The cases of the file, in order."""
    for chunk in re.split(r"^=== ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, rest = chunk.partition("\n")
        text, _, labels = rest.rpartition("---\n")
        name, split, doc_type = (part.strip() for part in head.split("|"))
        lines = [line for line in labels.splitlines() if line]
        must = frozenset(_bare(line) for line in lines if not line.startswith("? "))
        yield Case(name, split, doc_type, text, must, frozenset(_bare(line[2:]) for line in lines) - must)


def labels_in(case: Case) -> list[str]:
    """The labels found, in lower case without punctuation."""
    return [_bare(speerpunt.label) for speerpunt in speerpunten(policy(case.text, case.doc_type))]


@pytest.mark.parametrize("case", [case for case in read_cases() if case.split == "work"], ids=lambda case: case.name)
def test_finds_the_speerpunten_and_nothing_else(case: Case) -> None:
    found = set(labels_in(case))
    assert case.must <= found <= case.must | case.may


def main() -> None:
    """Print recall and precision of each split."""
    for split in ("work", "held"):
        cases = [(case, labels_in(case)) for case in read_cases() if case.split == split]
        hits = sum(len(case.must & set(found)) for case, found in cases)
        right = sum(label in case.must | case.may for case, found in cases for label in found)
        all_found = sum(len(found) for _, found in cases)
        must = sum(len(case.must) for case, _ in cases)
        sys.stdout.write(f"{split}: recall {hits}/{must}, precision {right}/{all_found}\n")


if __name__ == "__main__":
    main()
