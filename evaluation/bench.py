"""`make bench`: speed, every figure beside what it is compared with, measured in the same run; then a short fuzz test.

Times are CPU seconds of this process, which suffer less from a busy machine than the clock does.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from index.build import embedded_text
from index.encoder import open_encoder
from ingest.clean import compose
from ingest.facts import extract
from ingest.files import find_files
from ingest.model import Document
from ingest.passages import split
from ingest.pipeline import read_document
from ingest.read import read_file
from ingest.sections import outline

T = TypeVar("T")

CORPUS = Path(__file__).parent.parent / "corpus"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with real documents")
    parser.add_argument("--minutes", type=float, default=0.5, help="for the fuzz test")
    options = parser.parse_args()
    documents = options.shared / "documents"
    folder = documents if documents.is_dir() else CORPUS
    print(f"Documents: {folder.name}")
    bench_reading(sorted(folder.rglob("*.pdf")))
    bench_ingest(folder)
    subprocess.run([sys.executable, "-m", "evaluation.bench_encoder"], check=False)
    fuzzing = [sys.executable, "-m", "evaluation.fuzz", "--minutes", str(options.minutes)]
    sys.exit(subprocess.run(fuzzing, check=False).returncode)


def bench_reading(files: list[Path]) -> None:
    """Pages a second of a whole reading (text, headings, tables, passages) against the bare libraries."""
    pages = sum(_pages_of(file) for file in files)
    print(f"\nReading {len(files)} PDF files, {pages} pages")
    rows = {
        "pypdfium2, text only": _seconds(_pdfium_text, files),
        "ours, lines with style": _seconds(read_file, files),
        "ours, whole reading": _seconds(_whole_reading, files),
        "pypdf, text only": _seconds(_pypdf_text, files),
    }
    ours = rows["ours, whole reading"]
    for name, seconds in rows.items():
        print(f"  {name:<24}{pages / seconds:8.0f} pages/s   {seconds / ours:6.2f} x the time of ours")


def bench_ingest(folder: Path) -> None:
    """How an ingest's time is divided: reading, facts, encoding."""
    documents: list[Document] = []
    jobs = find_files([folder]).jobs
    reading = _seconds(lambda job: documents.append(read_document(job)), jobs)
    facts = _seconds(extract, [replace(document, facts=()) for document in documents])
    passages = [embedded_text(document, passage) for document in documents for passage in document.passages[:40]]
    encoder = open_encoder()
    started = time.process_time()
    encoder.encode_passages(passages)
    count = sum(len(document.passages) for document in documents)
    encoding = (time.process_time() - started) * count / len(passages)
    total = reading + encoding
    print(f"\nIngest of {len(documents)} documents, {count} passages, {total:.0f} CPU seconds")
    for name, seconds in (("reading", reading - facts), ("facts", facts), ("encoding", encoding)):
        print(f"  {name:<10}{seconds / total:6.1%}")


def _seconds(work: Callable[[T], object], items: Iterable[T]) -> float:
    started = time.process_time()
    for item in items:
        work(item)
    return time.process_time() - started


def _pages_of(file: Path) -> int:
    import pypdfium2  # noqa: PLC0415 - only measured against

    return len(pypdfium2.PdfDocument(file))


def _pdfium_text(file: Path) -> None:
    import pypdfium2  # noqa: PLC0415

    for page in pypdfium2.PdfDocument(file):
        page.get_textpage().get_text_range()


def _pypdf_text(file: Path) -> None:
    import pypdf  # noqa: PLC0415

    for page in pypdf.PdfReader(file).pages:
        page.extract_text()


def _whole_reading(file: Path) -> None:
    reading = read_file(file)
    composed = compose(reading)
    split(composed.text, composed.blocks, outline(composed, reading), composed.pages)


if __name__ == "__main__":
    main()
