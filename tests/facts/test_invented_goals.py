"""Goals in invented layouts of plans. `python -m tests.facts.test_invented_goals` scores both splits.

Rules may be tuned on the split "work" only, which is what the test holds; "held" says how they do on other layouts.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from ingest.facts.goals import goals
from tests.facts.policy_documents import policy

CASES = Path(__file__).parents[2] / "evaluation" / "invented" / "goals.txt"

Row = tuple[str, ...]
"""Level, code, the parent's code or else its label, label; "-" for none."""


class Case(NamedTuple):
    """A text, the goals that must be found and those that may be."""

    name: str
    split: str
    doc_type: str
    text: str
    must: frozenset[Row]
    may: frozenset[Row]


def read_cases() -> Iterator[Case]:
    """The cases of the file, in order."""
    for chunk in re.split(r"^=== ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, rest = chunk.partition("\n")
        text, _, wanted = rest.rpartition("---\n")
        name, split, doc_type = (part.strip() for part in head.split("|"))
        rows = [tuple(line.split(" | ")) for line in wanted.splitlines() if line]
        may = {(row[0][2:], *row[1:]) for row in rows if row[0].startswith("? ")}
        must = {row for row in rows if not row[0].startswith("? ")}
        yield Case(name, split, doc_type, text, frozenset(must), frozenset(may))


def rows_in(case: Case) -> list[Row]:
    """The goals found."""
    found = goals(policy(case.text, case.doc_type))
    return [(goal.level, goal.code or "-", goal.parent_code or goal.parent or "-", goal.label) for goal in found]


@pytest.mark.parametrize("case", [case for case in read_cases() if case.split == "work"], ids=lambda case: case.name)
def test_finds_the_goals_and_nothing_else(case: Case) -> None:
    found = rows_in(case)
    assert case.must <= set(found) <= case.must | case.may
    assert len(found) == len(set(found))


def main() -> None:
    """Print recall and precision of each split."""
    for split in ("work", "held"):
        cases = [(case, rows_in(case)) for case in read_cases() if case.split == split]
        hits = sum(len(case.must & set(found)) for case, found in cases)
        right = sum(row in case.must | case.may for case, found in cases for row in found)
        all_found = sum(len(found) for _, found in cases)
        must = sum(len(case.must) for case, _ in cases)
        sys.stdout.write(f"{split}: recall {hits}/{must}, precision {right}/{all_found}\n")


if __name__ == "__main__":
    main()
