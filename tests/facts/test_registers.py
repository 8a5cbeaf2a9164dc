"""Lists of promises in invented layouts. `python -m tests.facts.test_registers` scores both splits.

Rules may be tuned on the split "work" only, which is what the test holds; "held" says how they do on other layouts.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from ingest.fact_types import Commitment
from ingest.facts.listings import _kind, listed_rows
from ingest.facts.periods import Anchor
from ingest.facts.registers import registered
from ingest.facts.states import register_status
from ingest.lexicon import read_rows
from ingest.model import Block, Document
from tests.facts.fact_documents import document, table

CASES = Path(__file__).parents[2] / "evaluation" / "invented" / "registers.txt"

Row = tuple[str, str, str, str]


class Case(NamedTuple):
    """The rows of a table; what each promise has for number, holder, last day of the term and status."""

    name: str
    split: str
    year: int
    rows: list[tuple[str, ...]]
    expected: list[Row]


def read_cases() -> Iterator[Case]:
    """The cases of the file, in order."""
    for chunk in re.split(r"^=== ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, rest = chunk.partition("\n")
        text, _, labels = rest.rpartition("---\n")
        name, split, year = (part.strip() for part in head.split("|"))
        rows = [tuple(cell.strip() for cell in re.split(r" \|(?: |$)", line)) for line in text.splitlines()]
        yield Case(name, split, int(year), rows, [_expected(line) for line in labels.splitlines() if line])


def _expected(line: str) -> Row:
    number, holder, term, status = (part.strip() for part in line.split(" ; "))
    return number, holder, term.rpartition("/")[2], status


def promises_in(source: Document, year: int = 2025) -> list[Commitment]:
    """The promises in the lists of a document."""
    return list(registered(source.text, listed_rows(source), Anchor(year, "toezeggingenlijst")))


def found_in(case: Case) -> list[Row]:
    """The promises that are read from a table."""
    return [_row(promise) for promise in promises_in(table(*case.rows), case.year)]


def _row(promise: Commitment) -> Row:
    last = promise.deadline.period.end if promise.deadline else None
    status = promise.register_status or "-"
    return promise.number or "-", promise.holder or "-", last.isoformat() if last else "-", status


@pytest.mark.parametrize("case", [case for case in read_cases() if case.split == "work"], ids=lambda case: case.name)
def test_reads_each_promise(case: Case) -> None:
    assert found_in(case) == case.expected


@pytest.mark.parametrize("row", read_rows("register_columns.tsv"), ids=lambda row: f"{row['column']}: {row['example']}")
def test_every_head_is_known(row: dict[str, str]) -> None:
    assert _kind(row["example"]) == row["column"]
    assert re.fullmatch(row["pattern"], row["example"].rstrip("?.").lower())


@pytest.mark.parametrize("row", read_rows("register_status.tsv"), ids=lambda row: row["example"])
def test_every_status_is_known(row: dict[str, str]) -> None:
    assert re.search(row["pattern"], row["example"], re.IGNORECASE)
    assert register_status(row["example"]) == row["status"]


def test_head_broken_over_two_lines() -> None:
    assert _kind("Portefeuille-\nhouder") == "holder"
    assert _kind("Afgedaan (ja/nee)") == "done"


def test_span_is_the_cell_with_the_promise() -> None:
    source = table(("Nr.", "Toezegging", "Status"), ("1", "De raad ontvangt een brief.", "Voldaan"))
    (promise,) = promises_in(source)
    assert (promise.text, promise.status) == ("De raad ontvangt een brief.", "realised")


def test_lines_with_a_label_are_fields() -> None:
    text = (
        "Toezegging: De wethouder stuurt de raad een kaart met bomen.\nToegezegd door: Kraan\nTermijn: 1 mei 2025\n"
        "Status: Openstaand\nToezegging: De raad ontvangt een brief over de brug.\nToegezegd door: Post\n"
        "Termijn: juni 2025\nStatus: Afgedaan\nEinde van de lijst."
    )
    source = document(text, (Block(0, len(text), "paragraph"),))
    assert [_row(promise) for promise in promises_in(source)] == [
        ("-", "Kraan", "2025-05-01", "Openstaand"),
        ("-", "Post", "2025-06-30", "Voldaan"),
    ]


def test_the_head_of_a_letter_is_no_promise() -> None:
    text = "Portefeuillehouder: Kraan\nDatum: 1 mei 2025\nOnderwerp: Bomen\nBesluit: De raad wordt per brief ingelicht."
    source = document(text, (Block(0, len(text), "paragraph"),))
    assert promises_in(source) == []


def main() -> None:
    """Print how many rows are wholly right in each split."""
    for split in ("work", "held"):
        cases = [(case.expected, found_in(case)) for case in read_cases() if case.split == split]
        right = sum(row in found for expected, found in cases for row in expected)
        rows, all_found = (sum(map(len, lists)) for lists in zip(*cases, strict=True))
        sys.stdout.write(f"{split}: {right} of {rows} rows wholly right, {all_found} found\n")


if __name__ == "__main__":
    main()
