"""Of a sum in running text: cost or income, and whether it is a difference. Tuned on "work" only; "held" is counted.

`python -m tests.facts.test_amount_sides` tells how many sentences of each split come out right.
"""

import sys
from pathlib import Path

import pytest

from ingest.facts.amounts import amounts
from ingest.facts.sums.changes import change_of
from ingest.lexicon import read_rows
from tests.facts.fact_documents import document

CASES = Path(__file__).parents[2] / "evaluation" / "invented" / "amount_sides.tsv"


def cases(split: str) -> list[tuple[str, str, str]]:
    """Sentence, sides and changes."""
    lines = [line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    return [(text, sides, changes) for name, text, sides, changes in lines if name == split]


def found_in(text: str) -> tuple[str, str]:
    sums = amounts(document(text))
    return " ; ".join(money.direction or "-" for money in sums), " ; ".join(money.change or "-" for money in sums)


@pytest.mark.parametrize(("text", "sides", "changes"), cases("work"), ids=lambda said: said[:40])
def test_a_sentence(text: str, sides: str, changes: str) -> None:
    assert found_in(text) == (sides, changes)


@pytest.mark.parametrize("row", read_rows("amount_changes.tsv"), ids=lambda row: row["pattern"][:30])
def test_every_row_has_an_example(row: dict[str, str]) -> None:
    ahead, _, behind = row["example"].partition("€ 5")
    assert change_of(ahead, behind) == row["value"]


@pytest.mark.parametrize("text", ["De huur gaat van € 4 naar € 5.", "Dat is meer dan € 5.", "verhoogd tot ruim € 5"])
def test_the_whole_is_no_difference(text: str) -> None:
    assert {money.change for money in amounts(document(text))} == {None}


def test_a_word_between_two_sums_is_of_the_nearer() -> None:
    text = "De voorziening is met € 115.000 bijgesteld tot onder het structurele niveau van € 250.000."
    assert [money.structural for money in amounts(document(text))] == [None, "structureel"]


def test_a_series_over_years_is_of_one_side() -> None:
    text = (
        "(nadeel hogere lasten in 2031 € 5.000, in 2032 € 6.000 en vanaf 2033 € 7.000; voordeel hogere baten € 9.000)"
    )
    sums = amounts(document(text))
    assert [(money.direction, money.change) for money in sums] == [("last", "hoger")] * 3 + [("bate", "hoger")]


if __name__ == "__main__":
    for split in ("work", "held"):
        right = [found_in(text) == (sides, changes) for text, sides, changes in cases(split)]
        sys.stdout.write(f"{split}: {sum(right)} of {len(right)} right\n")
