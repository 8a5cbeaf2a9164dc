"""What sums in invented sentences are for. `python -m tests.facts.test_invented_amounts` scores both splits.

Rules may be tuned on the split "work" only, which is what the test holds; "held" says how they do on other sentences.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from ingest.fact_types import Amount, Period
from ingest.facts.amounts import amounts
from tests.facts.fact_documents import document

CASES = Path(__file__).parents[2] / "evaluation" / "invented" / "amounts.txt"
_ARTICLE = re.compile(r"\A(?:de|het|een) ", re.IGNORECASE)

Told = tuple[str, ...]


class Case(NamedTuple):
    """A text, and of each sum its value, purpose, years, whether it is structural, and per what."""

    name: str
    split: str
    text: str
    expected: list[Told]


def read_cases() -> Iterator[Case]:
    """The cases of the file, in order."""
    for chunk in re.split(r"^=== ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, rest = chunk.partition("\n")
        text, _, labels = rest.rpartition("---\n")
        name, split = (part.strip() for part in head.split("|"))
        yield Case(name, split, text.strip(), [_told(line.split(" ; ")) for line in labels.splitlines() if line])


def _told(parts: list[str]) -> Told:
    return parts[0], _ARTICLE.sub("", parts[1]), *parts[2:]


def found_in(case: Case) -> list[Told]:
    """The sums that are read, in the form of the labels."""
    return [_described(amount) for amount in amounts(document(case.text))]


def _described(amount: Amount) -> Told:
    years = _years(amount.period) if amount.period else str(amount.year or "-")
    parts = [f"{amount.value_eur:.0f}", amount.purpose or "-", years, amount.structural or "-", amount.per or "-"]
    return _told(parts)


def _years(period: Period) -> str:
    return "-".join(str(day.year) if day else "" for day in (period.start, period.end))


@pytest.mark.parametrize("case", [case for case in read_cases() if case.split == "work"], ids=lambda case: case.name)
def test_reads_what_a_sum_is_for(case: Case) -> None:
    assert found_in(case) == case.expected


def main() -> None:
    """Print how many are wholly right in each split."""
    for split in ("work", "held"):
        cases = [(case.expected, found_in(case)) for case in read_cases() if case.split == split]
        right = sum(one in found for expected, found in cases for one in expected)
        total = sum(len(expected) for expected, _ in cases)
        sys.stdout.write(f"{split}: {right} of {total} sums wholly right, {sum(len(f) for _, f in cases)} found\n")


if __name__ == "__main__":
    main()
