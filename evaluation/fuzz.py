"""`python -m evaluation.fuzz --minutes 10`: reads spoiled files until the time is up, and keeps what goes wrong.

What may happen to a spoiled file: it is read, or refused with a cause, or its process is ended at a limit.
What may not: an error that our own code didn't foresee, or a document that a library can't hold. A crash of a
library in its guarded process is counted and its file kept, since it costs that file only.
The seed is printed: with it the same files are made again, `--first` skips to the one that went wrong.
"""

import argparse
import random
import secrets
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from evaluation.mutate import mutated
from ingest.errors import OwnFault, ReadError
from ingest.files import Job, digest
from ingest.guard import Limits, run_guarded
from ingest.model import Document, Source
from ingest.pipeline import read_document

CORPUS = Path(__file__).parent.parent / "corpus"
LIMITS = Limits(cpu_seconds=60.0, seconds=600.0, memory=1_500_000_000, output=300_000_000)
LARGEST = 60_000
"""Bytes of a file to start from; more cost time and hold nothing else."""

_ENDED = (
    "laat de lezer vastlopen",
    "duurt langer dan",
    "seconden rekentijd",
    "vraagt te veel geheugen",
    "levert te veel tekst op",
)
"""What the guard says of a process that it ended, or that ended by itself; a reader's own refusal is no finding."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A file that did what none may do, and what that was."""

    file: Path
    cause: str


def main() -> None:
    """Fuzz for as long as asked; ends with status 1 if anything was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=0.5)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    parser.add_argument("--first", type=int, default=0, help="the number of the first file to make")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for the files that went wrong")
    options = parser.parse_args()
    kept = options.keep or Path(tempfile.mkdtemp(prefix="speerpunt-fuzz-"))
    kept.mkdir(parents=True, exist_ok=True)
    print(f"\nFuzz, seed {options.seed}, {options.minutes:g} minutes")
    files = spoiled_files(options.seed, kept, first=options.first)
    until = time.monotonic() + 60 * options.minutes
    outcomes, findings = fuzz(_until(files, until), jobs=options.jobs)
    for outcome, count in outcomes.most_common():
        print(f"  {outcome:<20}{count:6}")
    for finding in findings:
        print(f"  {finding.file}: {finding.cause}")
    sys.exit(1 if any(finding.cause.startswith(OwnFault.__name__) for finding in findings) else 0)


def fuzz(files: Iterable[Path], *, jobs: int = 1, limits: Limits = LIMITS) -> tuple[Counter[str], list[Finding]]:
    """Read the files in guarded processes; how often which outcome was met, and the findings, whose files stay."""
    outcomes: Counter[str] = Counter()
    findings = []
    for file, result in run_guarded(examine, files, jobs=jobs, limits=limits):
        outcome = type(result).__name__ if isinstance(result, ReadError) else result
        outcomes[outcome] += 1
        if _is_finding(result):
            findings.append(Finding(file, f"{outcome}: {result}"))
        else:
            file.unlink()
    return outcomes, findings


def _is_finding(result: str | ReadError) -> bool:
    ended = isinstance(result, ReadError) and any(words in result.message for words in _ENDED)
    return ended or isinstance(result, OwnFault)


def spoiled_files(seed: int, folder: Path, *, first: int = 0) -> Iterator[Path]:
    """Spoiled copies of the sample documents, without end; the seed and a file's number decide what is in it."""
    originals = sorted(path for path in CORPUS.rglob("*") if path.suffix in {".pdf", ".docx", ".html", ".txt", ".md"})
    small = [path for path in originals if path.stat().st_size <= LARGEST]
    by_suffix = {
        suffix: [path for path in small if path.suffix == suffix] for suffix in {path.suffix for path in small}
    }
    number = first
    while True:
        dice = random.Random(f"{seed}/{number}")  # noqa: S311 - reproducible, not secret
        suffix = dice.choice(sorted(by_suffix))
        data, other = (dice.choice(by_suffix[suffix]).read_bytes() for _ in range(2))
        path = folder / f"{seed}-{number}{suffix}"
        path.write_bytes(mutated(dice, data, other, suffix))
        yield path
        number += 1


def _until(files: Iterator[Path], moment: float) -> Iterator[Path]:
    while time.monotonic() < moment:
        yield next(files)


def examine(path: Path) -> str:
    """Read a file as an ingest does, and check what no library can do without; the status of its document.

    Raises:
        ReadError: it can't be read.
        AssertionError: the document isn't sound.
    """
    source = Source(str(path), path.name, digest(path), path.suffix.lstrip("."))
    document = read_document(Job(source))
    problem = next(faults(document), None)
    if problem:
        raise AssertionError(problem)
    return document.status


def faults(document: Document) -> Iterator[str]:
    """What is wrong with a document that was read."""
    length = len(document.text)
    for kind in ("pages", "blocks", "sections", "passages", "facts"):
        spans = [(span.start, span.end) for span in getattr(document, kind)]
        if any(not 0 <= start <= end <= length for start, end in spans):
            yield f"{kind} outside the text"
        if kind in ("pages", "blocks") and any(one[1] > two[0] for one, two in pairwise(spans)):
            yield f"{kind} overlap"
    texts = (
        document.text,
        document.identity.title,
        *document.problems,
        *(path for s in document.sections for path in s.path),
    )
    if any("\ud800" <= character <= "\udfff" for text in texts for character in text):
        yield "half a character, that no library can hold"
    if document.status == "partial" and not document.problems:
        yield "partial without a reason"


if __name__ == "__main__":
    main()
