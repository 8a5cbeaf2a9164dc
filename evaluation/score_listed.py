"""Scores which rows of lists of states stand beside a promise: `python -m evaluation.score_listed --library DIR`.

`invented/standen` holds two invented municipalities, each with a list and other papers (ingest the folder), and in
`pairs.tsv` of each promise the rows that are of the same project. "werk" was used to make the rules, "apart" wasn't.
"""

import argparse
from collections import Counter
from pathlib import Path

from index.library import Library
from index.store.rows import FactRow
from index.tracing.listed_states import ListedStates
from index.tracing.registers import is_listed

PAIRS = Path(__file__).parent / "invented" / "standen" / "pairs.tsv"
_NONE = "-"
_MAY = "?"


def score(library: Library, side: str) -> Counter[str]:
    """How many promises were read, have a row by their label, and got a right one; how many rows were shown and right.

    Rows that may stand beside a promise without harm count for nothing.
    """
    states, found = ListedStates(library), Counter[str]()
    promises = [row for row in library.facts("commitment") if not is_listed(row)]
    for own_side, begins, labels in _pairs():
        row = _beginning(promises, begins) if own_side == side else None
        if row is None:
            continue
        wanted = [label for label in labels if not label.startswith((_NONE, _MAY))]
        may = [label.removeprefix(_MAY) for label in labels if label.startswith(_MAY)]
        said = [listed.fact.text for listed in states.beside(row)]
        right = sum(text.startswith(tuple(wanted)) for text in said)
        neutral = sum(text.startswith(tuple(may)) for text in said)
        found += Counter(promises=1, labelled=bool(wanted), found=bool(right), right=right, shown=len(said) - neutral)
    return found


def _pairs() -> list[tuple[str, str, list[str]]]:
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(side, begins, labels.split(";")) for side, begins, labels in cells[1:]]


def _beginning(rows: list[FactRow], begins: str) -> FactRow | None:
    return next((row for row in rows if " ".join(row.fact.text.split()).startswith(begins)), None)


def main() -> None:
    """Print both sides."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, required=True)
    with Library.open(parser.parse_args().library) as library:
        for side in ("werk", "apart"):
            print(side, dict(score(library, side)))


if __name__ == "__main__":
    main()
