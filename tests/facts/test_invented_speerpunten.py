"""Speerpunten in invented layouts of plans. `python -m tests.facts.test_invented_speerpunten` scores both splits.

Rules may be tuned on the split "work" only, which is what the test holds; "held" says how they do on other layouts.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from ingest.fact_types import Speerpunt
from ingest.facts.speerpunten import speerpunten
from tests.facts.policy_documents import policy

CASES = Path(__file__).parents[2] / "evaluation" / "invented" / "speerpunten.txt"


MARKS = {"<": "parent", "=": "tier", "@": "years"}


class Case(NamedTuple):
    """A text, the labels that must be found and those that may be, and what is told besides of a label."""

    name: str
    split: str
    doc_type: str
    text: str
    must: frozenset[str]
    may: frozenset[str]
    told: dict[str, dict[str, str]]


def _bare(label: str) -> str:
    return re.sub(r"\A(?:de|het|een) ", "", re.sub(r"\W+", " ", label.casefold()).strip())


def _told(line: str) -> tuple[str, dict[str, str]]:
    label, *parts = line.removeprefix("? ").split(" ; ")
    return _bare(label), {MARKS[part[0]]: part[2:] for part in parts}


def read_cases() -> Iterator[Case]:
    """The cases of the file, in order."""
    for chunk in re.split(r"^=== ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, rest = chunk.partition("\n")
        text, _, labels = rest.rpartition("---\n")
        name, split, doc_type = (part.strip() for part in head.split("|"))
        lines = [line for line in labels.splitlines() if line]
        told = dict(map(_told, lines))
        must = frozenset(_told(line)[0] for line in lines if not line.startswith("? "))
        yield Case(name, split, doc_type, text, must, frozenset(told) - must, told)


def found_in(case: Case) -> list[Speerpunt]:
    """The speerpunten of a case."""
    return speerpunten(policy(case.text, case.doc_type))


def labels_in(case: Case) -> list[str]:
    """The labels found, in lower case without punctuation."""
    return [_bare(speerpunt.label) for speerpunt in found_in(case)]


def wrong_in(case: Case) -> list[str]:
    """What is said of the speerpunten found, besides their label, that isn't what the case tells."""
    return [
        f"{speerpunt.label}: {name} {said}, not {case.told[label][name]}"
        for speerpunt in found_in(case)
        for name, said in _said(speerpunt).items()
        if (label := _bare(speerpunt.label)) in case.told and case.told[label].get(name, said) != said
    ]


def _said(speerpunt: Speerpunt) -> dict[str, str]:
    period = speerpunt.period
    years = f"{period.start.year}-{period.end.year}" if period and period.start and period.end else ""
    return {"parent": speerpunt.parent or "", "tier": speerpunt.tier, "years": years}


@pytest.mark.parametrize("case", [case for case in read_cases() if case.split == "work"], ids=lambda case: case.name)
def test_finds_the_speerpunten_and_nothing_else(case: Case) -> None:
    found = set(labels_in(case))
    assert case.must <= found <= case.must | case.may
    assert wrong_in(case) == []


def main() -> None:
    """Print recall and precision of each split."""
    for split in ("work", "held"):
        cases = [(case, labels_in(case)) for case in read_cases() if case.split == split]
        hits = sum(len(case.must & set(found)) for case, found in cases)
        right = sum(label in case.must | case.may for case, found in cases for label in found)
        all_found = sum(len(found) for _, found in cases)
        must = sum(len(case.must) for case, _ in cases)
        twice = sum(len(found) - len(set(found)) for _, found in cases)
        wrong = sum(len(wrong_in(case)) for case, _ in cases)
        sys.stdout.write(f"{split}: recall {hits}/{must}, precision {right}/{all_found}, {twice} twice, {wrong} with")
        sys.stdout.write(" another parent, tier or period\n")


if __name__ == "__main__":
    main()
