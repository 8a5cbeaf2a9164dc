"""How often the quote in a cell of a comparison is on the theme of its row.

`compare_quotes.tsv` holds quotes that were judged by eye, by file and offset: where the quote begins, and whether
its first sentence is on the theme. A cell that now has another quote than any judged is counted apart, to be judged.

    python -m evaluation.score_compare corpus=LIBRARY [shared=LIBRARY]
"""

import csv
import datetime
import sys
from collections import Counter
from pathlib import Path

from index.compare import compare
from index.library import Library
from index.store.filters import Filters

JUDGED = Path(__file__).parent / "compare_quotes.tsv"

Cell = tuple[str, str]
_TODAY = datetime.date(2026, 11, 1)
"""By which speerpunten run; quotes don't depend on it."""


def judged(collection: str) -> dict[Cell, dict[tuple[str, int], bool]]:
    """Of each theme and municipality the quotes that were judged: file and offset -> whether it is right."""
    lines = [line for line in JUDGED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    found: dict[Cell, dict[tuple[str, int], bool]] = {}
    for row in csv.DictReader(lines, delimiter="\t"):
        if row["collection"] == collection:
            quotes = found.setdefault((row["theme"], row["municipality"]), {})
            quotes[row["file"], int(row["start"])] = row["right"] == "yes"
    return found


def score(library: Library, collection: str) -> Counter[str]:
    """How many cells have a quote that was judged right, wrong, or not at all, and how many have none.

    A quote that the screen calls doubtful itself counts apart.
    """
    cells = judged(collection)
    counts: Counter[str] = Counter()
    for column in sorted({column for _, column in cells}):
        themes = [theme for theme, of in cells if of == column]
        matrix = compare(library, "municipalities", [column], themes, Filters(), _TODAY)
        for theme in themes:
            quote = matrix.cells[theme, column].quote
            place = (quote.passage.document.file, quote.start) if quote else ("", 0)
            verdict = cells[theme, column].get(place)
            said = "not judged" if verdict is None else "right" if verdict else "wrong"
            counts[f"{said}, maybe" if quote and quote.beside else said if quote else "without a quote"] += 1
    return counts


def main() -> None:
    """Print the counts of each collection that is given."""
    for argument in sys.argv[1:]:
        collection, _, folder = argument.partition("=")
        with Library.open(Path(folder)) as library:
            counts = score(library, collection)
        for said in ("", ", maybe"):
            right, wrong, unknown = (counts[f"{verdict}{said}"] for verdict in ("right", "wrong", "not judged"))
            print(f"{collection}{said}: {right} right of {right + wrong + unknown} quotes, {unknown} not judged")


if __name__ == "__main__":
    main()
