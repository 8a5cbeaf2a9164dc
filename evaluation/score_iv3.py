"""Score the amounts read from a jaarrekening against what the municipality reported to Statistics Netherlands (Iv3).

`python -m evaluation.score_iv3 jaarstukken.pdf iv3.csv` asks for every reported figure that isn't zero whether one of
the document's amounts is it: strictly (right taakveld, direction and year, and no plan's figure), by row (a row that
names the taakveld or its code), or anywhere. Where "by row" is far above "strict", attributing fails; where "anywhere"
is far above both, reading the rows does. Some figures were corrected between the document and the report, and some
taakvelden are not printed on their own: "other" counts those for which the document strictly says something else.
"""

import argparse
import csv
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.readings import read_document
from ingest.fact_types import Amount
from ingest.files import find_files

SIDES = {"baten": "bate", "lasten": "last"}

TOLERANCE = 2000.0
"""Euros; Iv3 is reported in thousands, and both it and the document are rounded."""

PLANNED = re.compile(r"begro|raming|geraamd|primair|wijziging|verschil|afwijking", re.IGNORECASE)
"""In the head of a column: no figure of what was realised."""

LEAST_NAME = 5
"""Letters of a taakveld's name that a row must have for the name to say anything."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What was reported: `side` is "baten" or "lasten", `euros` is positive."""

    taakveld: str
    name: str
    side: str
    euros: float


@dataclass(frozen=True, slots=True)
class Finding:
    """How a figure was found back; `other` is the nearest of what the document strictly says instead."""

    figure: Figure
    strict: bool
    by_row: bool
    anywhere: bool
    other: float | None


def read_figures(path: Path) -> tuple[Figure, ...]:
    """The reported figures apart from the zeros, which say nothing: there is always a nought."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Figure(row["taakveld"], row["naam"], side, float(row[f"{side}_x1000"]) * 1000)
            for row in csv.DictReader(file)
            for side in SIDES
            if float(row[f"{side}_x1000"])
        )


def find(figures: Iterable[Figure], amounts: Sequence[Amount], year: int) -> tuple[Finding, ...]:
    """Each figure beside how the amounts give it back."""
    return tuple(_find(figure, amounts, year) for figure in figures)


def _find(figure: Figure, amounts: Sequence[Amount], year: int) -> Finding:
    same = [amount for amount in amounts if abs(abs(amount.value_eur) - figure.euros) <= TOLERANCE]
    attributed = [amount for amount in amounts if _is_attributed(figure, amount, year)]
    strict = any(amount in same for amount in attributed)
    values = [] if strict else [amount.value_eur for amount in attributed]
    other = min(values, key=lambda value: abs(abs(value) - figure.euros), default=None)
    by_row = any(_names(figure, amount) for amount in same)
    return Finding(figure, strict, strict or by_row, bool(same), other)


def _is_attributed(figure: Figure, amount: Amount, year: int) -> bool:
    right = amount.taakveld == figure.taakveld and amount.direction == SIDES[figure.side] and amount.year == year
    return right and not PLANNED.search(amount.column or "")


def _names(figure: Figure, amount: Amount) -> bool:
    row = f"{amount.row or ''} {amount.text}"
    if re.search(rf"(?<![\d.,]){re.escape(figure.taakveld)}(?![\d.,]*\w)", row):
        return True
    name = _letters(figure.name)
    return len(name) >= LEAST_NAME and name in _letters(row)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalpha())


def table(findings: Sequence[Finding]) -> str:
    """A line for baten, lasten and both."""
    lines = [f"{'side':<8}{'figures':>8}{'strict':>13}{'by row':>13}{'anywhere':>13}{'other':>7}"]
    for side in (*SIDES, "both"):
        some = [finding for finding in findings if side in (finding.figure.side, "both")]
        shares = [sum(found) for found in zip(*((f.strict, f.by_row, f.anywhere) for f in some), strict=True)]
        cells = "".join(f"{_share(found, len(some)):>13}" for found in shares or [0] * 3)
        others = sum(finding.other is not None for finding in some)
        lines.append(f"{side:<8}{len(some):>8}{cells}{others:>7}")
    return "\n".join(lines)


def _share(found: int, total: int) -> str:
    return f"{found} {found / total:6.1%}" if total else "-"


def misses(findings: Iterable[Finding]) -> list[str]:
    """The figures that were not strictly found, in words."""
    return [_miss(finding) for finding in findings if not finding.strict]


def _miss(finding: Finding) -> str:
    figure = finding.figure
    where = "in its row" if finding.by_row else "elsewhere" if finding.anywhere else "nowhere"
    instead = "" if finding.other is None else f"; the document gives {finding.other:,.0f}"
    return f"{figure.taakveld} {figure.name}, {figure.side} {figure.euros:,.0f}: {where}{instead}"


def main(arguments: list[str] | None = None) -> int:
    """Print the table, and the misses if asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("document", type=Path, help="the jaarrekening")
    parser.add_argument("figures", type=Path, help="the report, as taakveld,naam,baten_x1000,lasten_x1000")
    parser.add_argument("--year", type=int, default=2023, help="the year reported on")
    parser.add_argument("--misses", action="store_true", help="list what was not strictly found, too")
    options = parser.parse_args(arguments)
    document = read_document(find_files([options.document]).jobs[0])
    amounts = [fact for fact in document.facts if isinstance(fact, Amount)]
    findings = find(read_figures(options.figures), amounts, options.year)
    print(table(findings))
    if options.misses:
        print("\n".join(misses(findings)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
