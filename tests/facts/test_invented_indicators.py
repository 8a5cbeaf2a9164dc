"""Indicators in invented layouts. `python -m tests.facts.test_invented_indicators` scores both splits.

Rules may be tuned on the split "work" only, which is what the test holds; "held" says how they do on other layouts.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from ingest.facts.indicators import indicators
from tests.facts.fact_documents import document, table

CASES = Path(__file__).parents[2] / "evaluation" / "invented" / "indicators.txt"


class Case(NamedTuple):
    """A table or sentences; name, unit, value, target and year of each indicator, "-" for what it doesn't say."""

    name: str
    split: str
    text: str
    expected: list[tuple[str, ...]]


def read_cases() -> Iterator[Case]:
    """The cases of the file, in order."""
    for chunk in re.split(r"^=== ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, rest = chunk.partition("\n")
        text, _, labels = rest.rpartition("---\n")
        name, split = (part.strip() for part in head.split("|"))
        yield Case(name, split, text, [tuple(line.split(" ; ")) for line in labels.splitlines() if line])


def found_in(case: Case) -> list[tuple[str, ...]]:
    """The indicators that are read, in the form of the labels."""
    if case.text.startswith("> "):
        read = document("\n".join(line[2:] for line in case.text.splitlines()))
    else:
        read = table(*(tuple(re.split(r" \|(?: |$)", line)) for line in case.text.splitlines()))
    parts = ((fact.name, fact.unit, fact.value, fact.target, fact.reference_year) for fact in indicators(read))
    return [tuple("-" if part is None else str(part) for part in fact) for fact in parts]


@pytest.mark.parametrize("case", [case for case in read_cases() if case.split == "work"], ids=lambda case: case.name)
def test_reads_the_indicators_and_nothing_else(case: Case) -> None:
    assert sorted(found_in(case)) == sorted(case.expected)


def test_a_column_before_the_name_is_no_value() -> None:
    read = table(
        (
            "Progr.",
            "Nr.",
            "Naam indicator",
            "Eenheid",
            "Bron",
            "Realisatie Waterdrecht (jaartal)",
            "Realisatie Nederland",
        ),
        ("1", "6.", "Verwijzingen Halt", "aantal", "Bureau Halt", "4,2 (2024)", "8,3 (2024)"),
    )
    assert [(fact.value, fact.reference_year) for fact in indicators(read)] == [("4,2", 2024)]


@pytest.mark.parametrize(
    ("name", "year"),
    [("Inwoners (1 januari 2026)", 2026), ("Vermogen (2020–2024)", 2024), ("Natura 2000 gebieden", None)],
)
def test_year_in_a_name(name: str, year: int | None) -> None:
    (fact,) = indicators(table(("Indicator", "Waarde"), (name, "12")))
    assert fact.reference_year == year


def main() -> None:
    """Print how many indicators are wholly right in each split."""
    for split in ("work", "held"):
        cases = [(case.expected, found_in(case)) for case in read_cases() if case.split == split]
        right = sum(indicator in found for expected, found in cases for indicator in expected)
        rows, all_found = (sum(map(len, lists)) for lists in zip(*cases, strict=True))
        sys.stdout.write(f"{split}: {right} of {rows} indicators wholly right, {all_found} found\n")


if __name__ == "__main__":
    main()
