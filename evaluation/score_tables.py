"""Score what is read of the tables of figures in PDFs that we made: `python -m evaluation.score_tables`.

`tables/styles.py` has a sheet in each of the styles in which municipalities print their figures,
`tables/report_styles.py` those of jaarstukken, half of them kept apart. Every renderer that this machine has makes it
into a PDF; each printed figure occurs once, so that an amount can be told by its value. A figure is right if it came
out with its sign, its row's label, its taakveld, its year and its side. What came out besides is counted as "extra".
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.fidelity.renderers import RENDERERS, Renderer
from evaluation.tables.grid import Sheet, Truth
from evaluation.tables.report_styles import report_sheets
from evaluation.tables.styles import sheets
from ingest.fact_types import Amount
from ingest.files import find_files
from ingest.pipeline import read_document

PARTS = ("value", "row", "taakveld", "year", "direction", "all")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of `total` figures how many came out right in each part; `extra` amounts are of no figure."""

    total: int
    right: Counter[str]
    extra: int
    wrong: tuple[str, ...]


def compare(truths: Sequence[Truth], amounts: Sequence[Amount]) -> Outcome:
    """The truth beside the amounts that were read."""
    found: dict[float, list[Amount]] = {}
    for amount in amounts:
        found.setdefault(abs(amount.value_eur), []).append(amount)
    right: Counter[str] = Counter()
    wrong: list[str] = []
    for truth in truths:
        same = found.pop(abs(truth.value), [])
        parts = max((_right(truth, amount) for amount in same), key=len, default=frozenset[str]())
        right.update(parts)
        if "all" not in parts:
            seen = f"{same[0].value_eur:,.0f} {_said(same[0])}" if same else "nothing"
            wrong.append(f"{truth.value:,.0f} {truth.row}, {truth.year} {truth.direction} {truth.taakveld}: {seen}")
    return Outcome(len(truths), right, sum(map(len, found.values())), tuple(wrong))


def _said(amount: Amount) -> str:
    return f"[{amount.row}], {amount.year} {amount.direction} {amount.taakveld} [{amount.column}]"


def _right(truth: Truth, amount: Amount) -> frozenset[str]:
    parts = {
        "value": amount.value_eur == truth.value,
        "row": _folded(truth.row) in _folded(amount.row or ""),
        "taakveld": amount.taakveld == truth.taakveld,
        "year": amount.year == truth.year,
        "direction": amount.direction == truth.direction,
    }
    return frozenset([part for part, good in parts.items() if good] + (["all"] if all(parts.values()) else []))


def _folded(text: str) -> str:
    return " ".join(text.lower().split())


def measure(renderer: Renderer, sheet: Sheet, folder: Path) -> Outcome:
    """Make the PDF in the folder, read it, compare."""
    target = folder / f"{renderer.name.lower()}-{sheet.name.replace(' ', '-')}.pdf"
    if not target.exists():
        renderer.print(sheet.html(), target)
        _turn(sheet, target)
    document = read_document(find_files([target]).jobs[0])
    return compare(sheet.truths, [fact for fact in document.facts if isinstance(fact, Amount)])


def _turn(sheet: Sheet, target: Path) -> None:
    """Turn the pages a quarter: the page itself ("page", shown upright again), or what is drawn on it ("text")."""
    if not sheet.turned:
        return
    from pypdf import PdfWriter  # noqa: PLC0415 - for two of the sheets only

    writer = PdfWriter(clone_from=target)
    for page in writer.pages:
        page.rotate(270)
        page.transfer_rotation_to_content()
        if sheet.turned == "page":
            page.rotate(90)
    writer.write(target)


def line(name: str, outcome: Outcome) -> str:
    """A line of the report."""
    cells = "".join(f"{outcome.right[part] / max(outcome.total, 1):>10.1%}" for part in PARTS)
    return f"{name:<28}{outcome.total:>6}{cells}{outcome.extra:>7}"


def summed(outcomes: Sequence[Outcome]) -> Outcome:
    """All outcomes together."""
    right: Counter[str] = Counter()
    for outcome in outcomes:
        right.update(outcome.right)
    return Outcome(sum(o.total for o in outcomes), right, sum(o.extra for o in outcomes), ())


def main(arguments: list[str] | None = None) -> int:
    """Print a line for each sheet and renderer; the exit status is 1 where no renderer is there to measure with."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, help="leave the PDFs here, and read again what stands here")
    parser.add_argument("--style", help="this style only")
    parser.add_argument("--seed", type=int, default=1, help="of the figures")
    parser.add_argument("--misses", action="store_true", help="list what is wrong, too")
    options = parser.parse_args(arguments)
    present = [renderer for renderer in RENDERERS if renderer.available()]
    made = (*sheets(options.seed), *report_sheets(options.seed))
    wanted = [sheet for sheet in made if options.style in (None, sheet.name)]
    print(f"{'':<28}{'':>6}{''.join(f'{part:>10}' for part in PARTS)}{'extra':>7}")
    with tempfile.TemporaryDirectory(prefix="speerpunt-tables-") as temporary:
        folder = (options.folder or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        outcomes = [_report(renderer, sheet, folder, options.misses) for sheet in wanted for renderer in present]
    print(line("together", summed(outcomes)))
    return 0 if present else 1


def _report(renderer: Renderer, sheet: Sheet, folder: Path, misses: bool) -> Outcome:
    outcome = measure(renderer, sheet, folder)
    print(line(f"{sheet.name}, {renderer.name}", outcome), flush=True)
    if misses:
        print("".join(f"    {wrong}\n" for wrong in outcome.wrong), end="")
    return outcome


if __name__ == "__main__":
    sys.exit(main())
