"""Score how whole and in which order the forms of real papers come back: `python -m evaluation.score_forms`.

Each form in `fidelity/forms` is made into PDFs: a web page by the browsers of this machine, an OpenDocument file by
LibreOffice, which makes it into a Word file as well. Beside what `score_fidelity` counts, `order` counts the sentences
that come after the one before them, whatever stands between, among those that came back whole.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from evaluation.fidelity.forms import FORMS, read_form
from evaluation.fidelity.renderers import RENDERERS
from evaluation.fidelity.source import Piece
from evaluation.score_fidelity import compare, place_of, prose_of
from ingest.files import find_files
from ingest.pipeline import read_document

KINDS = ("sentences", "order", "headings", "rows")


def measure(form: Path, made: Path) -> tuple[dict[str, tuple[int, int]], list[str]]:
    """Of what was read of a file that was made of a form: right and all of each kind, and what did not come back."""
    pieces = read_form(form)
    document = read_document(find_files([made]).jobs[0])
    outcome = compare(pieces, document)
    jumps = list(_jumps(pieces, prose_of(document)))
    total = sum(len(piece.parts) for piece in pieces if piece.role == "paragraph") - 1
    counts = {**outcome.counts, "order": (total - len(jumps), total)}
    return counts, [*outcome.broken, *(f"order: {jump}" for jump in jumps)]


def _jumps(pieces: Sequence[Piece], text: str) -> Iterator[str]:
    """The sentences that come back before the one that they follow."""
    wanted = [part for piece in pieces if piece.role == "paragraph" for part in piece.parts]
    found = [(place, part) for part in wanted if (place := place_of(part, text)) is not None]
    yield from (after for (before, _), (place, after) in pairwise(found) if place < before)


def made_of(form: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """The files made of a form, and what made each: web pages by what lays them out as a browser does."""
    for renderer in (renderer for renderer in RENDERERS if renderer.available()):
        if form.suffix == ".html" and renderer.convert is None:
            target = folder / f"{form.stem}-{renderer.name.lower()}.pdf"
            renderer.print(form.read_text(encoding="utf-8"), target)
            yield renderer.name, target
        elif form.suffix == ".fodt" and renderer.convert is not None:
            for kind in ("pdf", "docx"):
                yield f"{renderer.name} {kind}", renderer.convert(form, folder, kind)


def main(arguments: list[str] | None = None) -> int:
    """Print the table; the exit status is 1 where no renderer is there to measure with."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, help="leave the files here, to look at")
    parser.add_argument("--form", help="only this one")
    parser.add_argument("--misses", action="store_true", help="list what did not come back, too")
    options = parser.parse_args(arguments)
    totals: Counter[tuple[str, bool]] = Counter()
    print(f"{'':<38}" + "".join(f"{kind:>12}" for kind in KINDS))
    with tempfile.TemporaryDirectory(prefix="speerpunt-forms-") as temporary:
        folder = (options.folder or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        for form in sorted(path for path in FORMS.iterdir() if options.form in {None, path.stem}):
            for name, made in made_of(form, folder):
                counts, broken = measure(form, made)
                totals.update({(kind, True): counts[kind][0] for kind in KINDS})
                totals.update({(kind, False): counts[kind][1] for kind in KINDS})
                print(_line(f"{form.stem}, {name}", [counts[kind] for kind in KINDS]))
                print("".join(f"    {miss}\n" for miss in broken if options.misses), end="")
    print(_line("all", [(totals[kind, True], totals[kind, False]) for kind in KINDS]))
    return 0 if totals else 1


def _line(name: str, counts: Sequence[tuple[int, int]]) -> str:
    return f"{name:<38}" + "".join(f"{f'{right}/{total}':>12}" for right, total in counts)


if __name__ == "__main__":
    sys.exit(main())
