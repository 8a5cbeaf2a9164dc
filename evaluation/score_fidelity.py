"""Score how whole a known text comes back from PDFs: `python -m evaluation.score_fidelity`.

The text in `fidelity/beleidsplan.txt` is made into PDFs by each renderer that this machine has, in one column and in
two, in a temporary folder; a renderer that is absent is named. A sentence is whole if it stands in the text we read
without a break, hyphen or stray word in it; a footnote's mark may stand in it, but not glued to a word. A heading is
right if it is a heading by itself, a row if it is one row of a table with each of its cells.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.fidelity.renderers import RENDERERS, Renderer
from evaluation.fidelity.source import REFERENCE, SOFT_HYPHEN, Piece, plain, read_source
from ingest.files import find_files
from ingest.model import Document
from ingest.pipeline import read_document

LAYOUTS = {1: "1 column", 2: "2 columns"}

_MARK = r"(?: ?[¹²³⁴]| \[?\d\]?)?"
_SPACES = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came back: for each kind ("sentences", "headings", "rows") how many of how many, and what did not."""

    counts: dict[str, tuple[int, int]]
    broken: tuple[str, ...]


def compare(pieces: Sequence[Piece], document: Document) -> Outcome:
    """The source beside what was read of it."""
    text, everything = prose_of(document), _SPACES.sub(" ", document.text)
    headings = {_block(document, block.start, block.end) for block in document.blocks if block.role == "heading"}
    rows = {
        tuple(_block(document, *cell) for cell in block.cells) for block in document.blocks if block.role == "table_row"
    }
    checked = [
        (kind, part if isinstance(part, str) else " | ".join(part), found)
        for piece in pieces
        for kind, part, found in _checks(piece, everything if piece.role == "note" else text, headings, rows)
    ]
    counts = {
        kind: (sum(found for k, _, found in checked if k == kind), sum(k == kind for k, _, _ in checked))
        for kind in ("sentences", "headings", "rows")
    }
    return Outcome(counts, tuple(f"{kind[:-1]}: {part}" for kind, part, found in checked if not found))


def prose_of(document: Document) -> str:
    """The text without the rows of tables: a sentence in one was taken for a cell."""
    rows = [block for block in document.blocks if block.role == "table_row"]
    edges = [0, *(edge for row in rows for edge in (row.start, row.end)), len(document.text)]
    return _SPACES.sub(
        " ", "|".join(document.text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    )


def _checks(
    piece: Piece, text: str, headings: set[str], rows: set[tuple[str, ...]]
) -> list[tuple[str, str | tuple[str, ...], bool]]:
    if piece.role == "heading":
        return [("headings", piece.parts[0], piece.parts[0] in headings)]
    if piece.role == "row":
        return [("rows", piece.parts, piece.parts in rows)]
    return [("sentences", plain(part), place_of(part, text) is not None) for part in piece.parts]


def place_of(sentence: str, text: str) -> int | None:
    """Where a sentence of the source stands whole in the text; None if nowhere."""
    found = _pattern(sentence).search(text)
    return found.start() if found else None


def _block(document: Document, start: int, end: int) -> str:
    return _SPACES.sub(" ", document.text[start:end]).strip()


def _pattern(sentence: str) -> re.Pattern[str]:
    pieces = REFERENCE.split(sentence.replace(SOFT_HYPHEN, ""))[::2]
    whole = _MARK.join(re.escape(piece) for piece in pieces)
    opens = r"(?<!\w)" if pieces[0][:1].isalnum() else ""
    return re.compile(opens + whole)


def measure(renderer: Renderer, pieces: Sequence[Piece], columns: int, folder: Path) -> Outcome:
    """Make the PDF in the folder, read it, compare."""
    target = folder / f"{renderer.name.lower()}-{columns}.pdf"
    renderer.render(pieces, columns, target)
    return compare(pieces, read_document(find_files([target]).jobs[0]))


def line(name: str, outcome: Outcome) -> str:
    """A line of the table."""
    cells = "".join(f"{f'{right} of {total} {right / total:6.1%}':>20}" for right, total in outcome.counts.values())
    return f"{name:<24}{cells}"


def main(arguments: list[str] | None = None) -> int:
    """Print the table; the exit status is 1 where no renderer is there to measure with."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, help="leave the PDFs here, to look at")
    parser.add_argument("--misses", action="store_true", help="list what did not come back, too")
    options = parser.parse_args(arguments)
    present = [renderer for renderer in RENDERERS if renderer.available()]
    with tempfile.TemporaryDirectory(prefix="speerpunt-fidelity-") as temporary:
        folder = (options.folder or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        _report(present, folder, misses=options.misses)
    for renderer in RENDERERS:
        if renderer not in present:
            print(f"{renderer.name}: not on this machine ({renderer.needs})")
    return 0 if present else 1


def _report(present: Sequence[Renderer], folder: Path, *, misses: bool) -> None:
    pieces = read_source()
    print(f"{'':<24}{'sentences':>20}{'headings':>20}{'rows':>20}")
    for renderer in present:
        for columns, layout in LAYOUTS.items():
            outcome = measure(renderer, pieces, columns, folder)
            print(line(f"{renderer.name}, {layout}", outcome))
            if misses:
                print("".join(f"    {broken}\n" for broken in outcome.broken), end="")


if __name__ == "__main__":
    sys.exit(main())
