"""How fast PDFs are read and how much memory that takes, beside the bare libraries, in the same run.

Every reader reads every file in turn, several times over, and the medians are compared: on a machine that does other
work a figure by itself says little, a ratio does. Times are CPU seconds, but "with all cores" by the clock.
"""

import argparse
import multiprocessing
import os
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median

from ingest.clean import compose
from ingest.files import find_files
from ingest.guard import collect_seldom, run_guarded
from ingest.passages import split
from ingest.pipeline import read_document
from ingest.read import read_file
from ingest.sections import outline

ROUNDS = 5
EVERY = 10
"""The slow libraries read one page in so many, others in each round."""

DOCUMENT = "ours, with themes, identity and facts"
"""All that an ingest does but encoding; done once, since it takes many times as long as reading."""

MEMORY_PAGES = (250, 1000)
MEGABYTE = 1_000_000

Reader = Callable[[Path], object]


def bench_reading(files: Sequence[Path], rounds: int = ROUNDS) -> None:
    """Print pages a second of each reader, as it stands and against pypdfium2 and pypdf."""
    collect_seldom()
    pages = sum(map(_pages_of, files))
    print(f"\nReading {len(files)} PDF files, {pages} pages, on one core (median of {rounds} rounds)")
    speed = _speeds(files, pages, rounds)
    for name, value in speed.items():
        against = f"{value / speed['pypdfium2']:6.2f} x pypdfium2 {value / speed['pypdf']:7.1f} x pypdf"
        print(f"  {name:<36}{value:8.0f} pages/s {against}")
    _bench_cores(files, pages)


def _speeds(files: Sequence[Path], pages: int, rounds: int) -> dict[str, float]:
    """Pages per CPU second of each reader; the files are read once before it counts."""
    for file in files:
        whole_reading(file)
    seconds: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for name, reader in READERS.items():
            seconds[name].append(sum(_timed(reader, file) for file in files))
    seconds[DOCUMENT].append(sum(_timed(_whole_document, file) for file in files))
    speed = {name: pages / median(found) for name, found in seconds.items()}
    for name, sampler in SAMPLERS.items():
        speed[name] = median(_sampled(sampler, files, turn) for turn in range(rounds))
    return speed


def _sampled(sampler: Callable[[Path, int], int], files: Sequence[Path], first: int) -> float:
    """Pages per CPU second where one page in `EVERY` is read, from the page `first` on."""
    read, started = 0, time.process_time()
    for file in files:
        read += sampler(file, first)
    return read / (time.process_time() - started)


def _timed(reader: Reader, file: Path) -> float:
    started = time.process_time()
    reader(file)
    return time.process_time() - started


def _bench_cores(files: Sequence[Path], pages: int) -> None:
    """The same with a file to each core, the largest first, by the clock."""
    cores = os.cpu_count() or 1
    largest_first = sorted(files, key=lambda file: -file.stat().st_size)
    spawn = multiprocessing.get_context("spawn")
    print(f"With all {cores} cores, by the clock")
    with ProcessPoolExecutor(cores, mp_context=spawn, initializer=collect_seldom) as pool:
        speed: dict[str, list[float]] = defaultdict(list)
        for turn in range(ROUNDS + 1):
            for name, reader in READERS.items():
                started = time.perf_counter()
                list(pool.map(_done, [reader] * len(files), largest_first))
                speed[name].extend([pages / (time.perf_counter() - started)] if turn else [])
    for name, found in speed.items():
        print(f"  {name:<36}{median(found):8.0f} pages/s {median(found) / median(speed['pypdfium2']):6.2f} x pypdfium2")


def _done(reader: Reader, file: Path) -> None:
    """Read a file and send nothing back."""
    reader(file)


def bench_memory(pages: Iterable[int] = MEMORY_PAGES) -> None:
    """Print the most memory that a guarded process takes for all that an ingest does with a PDF of so many pages."""
    print("\nMost memory of the process that reads a PDF of dense text and tables")
    with tempfile.TemporaryDirectory() as folder:
        for count in pages:
            print(f"  {count:5} pages {peak_of_reading(count, Path(folder)) // MEGABYTE:6} MB")


def peak_of_reading(pages: int, folder: Path) -> int:
    """Bytes of memory at most of a guarded process that makes a document of a made PDF of so many pages."""
    path = folder / f"programmabegroting-{pages}.pdf"
    write_pdf(path, pages)
    [(_, peak)] = run_guarded(_peak_after, [path])
    if isinstance(peak, Exception):
        raise peak
    return peak


def _peak_after(path: Path) -> int:
    for job in find_files([path]).jobs:
        read_document(job)
    return _peak()


def _peak() -> int:
    """The most memory that this process had at once, in bytes; `resource` would count in what the parent had."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    import resource  # noqa: PLC0415 - not on Windows

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if os.uname().sysname == "Darwin" else peak * 1024


def write_pdf(path: Path, pages: int) -> None:
    """A PDF of so many pages of A4, each with a heading, 2,700 characters of text and a table of twelve rows."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - for development only

    canvas = Canvas(str(path))
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica-Bold", 13)
        canvas.drawString(60, 790, f"Programma {number} Veiligheid in wijk {number}")
        canvas.setFont("Helvetica", 9)
        for line in range(30):
            canvas.drawString(60, 770 - 13 * line, _sentence(number, line))
        for row in range(12):
            canvas.drawString(60, 340 - 14 * row, f"Lasten van onderdeel {row + 1}")
            for column in range(3):
                canvas.drawRightString(330 + 80 * column, 340 - 14 * row, f"{number + row}.{100 + 7 * row + column}")
        canvas.drawCentredString(300, 30, f"{number}")
        canvas.showPage()
    canvas.save()


def _sentence(number: int, line: int) -> str:
    return (
        f"In {2020 + line} gaat Waterdrecht met {number} bewoners van buurt {line} na wat er aan de straten beter kan."
    )


def whole_reading(file: Path) -> None:
    """From a file to passages: text, lines with their style, headings, tables, passages."""
    reading = read_file(file)
    composed = compose(reading)
    split(composed.text, composed.blocks, outline(composed, reading), composed.pages)


def _whole_document(file: Path) -> None:
    for job in find_files([file]).jobs:
        read_document(job)


def _pages_of(file: Path) -> int:
    import pypdfium2  # noqa: PLC0415 - only measured against

    return len(pypdfium2.PdfDocument(file))


def _pdfium_text(file: Path) -> None:
    import pypdfium2  # noqa: PLC0415

    for page in pypdfium2.PdfDocument(file):
        page.get_textpage().get_text_range()


def _pypdf_text(file: Path, first: int) -> int:
    import pypdf  # noqa: PLC0415

    sample = pypdf.PdfReader(file).pages[first::EVERY]
    for page in sample:
        page.extract_text()
    return len(sample)


def _pdfplumber_text(file: Path, first: int) -> int:
    import pdfplumber  # noqa: PLC0415

    with pdfplumber.open(file) as opened:
        sample = opened.pages[first::EVERY]
        for page in sample:
            page.extract_text()
        return len(sample)


READERS: dict[str, Reader] = {
    "pypdfium2": _pdfium_text,
    "ours, lines with their style": read_file,
    "ours, whole reading": whole_reading,
}
SAMPLERS = {"pypdf": _pypdf_text, "pdfplumber": _pdfplumber_text}


def main() -> None:
    """Print the tables for the PDFs in the folders given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    for folder in parser.parse_args().folders:
        print(f"\nDocuments: {folder.name}")
        bench_reading(sorted(folder.rglob("*.pdf")))
    bench_memory()


if __name__ == "__main__":
    main()
