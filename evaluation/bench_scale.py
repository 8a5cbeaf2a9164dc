"""Measure search over libraries of 10 thousand, 100 thousand and, with --million, 1 million passages.

    python -m evaluation.bench_scale [--million] [--rivals PYTHON] [--keep FOLDER] [--rounds N]

The libraries (`evaluation/scale_library.py`) are written as any other: a transaction for each document, then the
caches. The questions are those of `evaluation/queries`, encoded anew each time. Of each library are printed the
times of a whole search without and with filters, by the clock and in CPU time, and where the CPU time goes; recall@10
of the vectors against an exact search of what the library keeps; memory, disk, and what it takes to open the library
and to add a document. On a busy machine the clock counts the others' work too: compare with the line "reference",
which is one product of a matrix, measured between the searches.
"""

import argparse
import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from evaluation import scale_library
from evaluation.queries import data
from evaluation.scale_library import Seed, documents, make_library, read_seed
from index import search as search_module
from index.encoder import Encoder, open_encoder
from index.library import Library
from index.search import search
from index.store.filters import Filters
from index.store.paging import Part
from index.store.streams import Ids, Vectors

STAGES = ("understand", "narrowed", "candidates", "look")
"""Functions of `index/search.py` that are timed apart. Encoding, which goes on beside the search for words, is timed by
itself; the rest is what remains."""
THEME = "jeugdoverlast"
_REFERENCE = np.random.default_rng(1).standard_normal((512, 384), dtype=np.float32)


@dataclass
class Times:
    """Seconds of each search, by the clock and of CPU; those of the stages in CPU time."""

    clock: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    stages: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def line(self) -> str:
        clock, cpu = (np.percentile(values, (50, 95)) * 1000 for values in (self.clock, self.cpu))
        return f"{clock[0]:7.0f}{clock[1]:7.0f} ms clock{cpu[0]:8.1f}{cpu[1]:7.1f} ms CPU"


def main() -> None:
    """Print the table of each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--million", action="store_true", help="a library of 1 million passages too")
    parser.add_argument("--rivals", type=Path, help="a Python with txtai, qdrant-edge-py and lancedb")
    parser.add_argument("--keep", type=Path, help="where libraries are kept, and found made; else a temporary folder")
    parser.add_argument("--rounds", type=int, default=2, help="how often every question is asked")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.measure, options.rounds)))
        return
    with tempfile.TemporaryDirectory(prefix="speerpunt-schaal-") as scratch:
        folder = options.keep or Path(scratch)
        seed = read_seed(folder / "seed", " ".join(query.text for query in data.queries()))
        for count in (10_000, 100_000, *([1_000_000] if options.million else [])):
            bench(seed, folder / str(count), count, options.rounds)
        compare(folder, options.rivals)


def bench(seed: Seed, folder: Path, count: int, rounds: int) -> None:
    """Make the library if it isn't there, and measure it in a process of its own, so that memory is its alone."""
    print(f"\n{count:,} passages", flush=True)
    if not (folder / "klaar").exists():
        started = time.process_time()
        make_library(seed, folder, count)
        (folder / "klaar").write_text(f"{time.process_time() - started:.0f}")
    with Library.open(folder, writable=True) as library:
        library.refresh()  # a kept one may have caches of older rules, and be slow
    print(f"  made in {(folder / 'klaar').read_text()} CPU seconds, encoding left out; {sizes(folder)}")
    command = [sys.executable, "-m", "evaluation.bench_scale", "--measure", str(folder), "--rounds", str(rounds)]
    result = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    for name, line in json.loads(result.stdout).items():
        print(f"  {name:<34}{line}")
    for name, line in adding(seed, folder, count).items():
        print(f"  {name:<34}{line}", flush=True)
    subprocess.run([sys.executable, "-m", "evaluation.bench_pages", "--library", str(folder)], check=True)


def measure(folder: Path, rounds: int) -> dict[str, str]:
    """What is printed of a library, by its name; run in a process that did nothing else."""
    encoder = open_encoder()
    encoder.encode_passages(["de app laadt het model als zij begint"])
    encoder.encode_query("en stelt een vraag om niets")
    before = memory()
    started = time.perf_counter(), time.process_time()
    with Library.open(folder) as library:
        opened = time.perf_counter() - started[0], time.process_time() - started[1]
        search(library, encoder, "veiligheid")
        first = time.perf_counter() - started[0], time.process_time() - started[1]
        gc.freeze()  # as the app does
        questions = [query.text for query in data.queries()]
        found = {"open": _pair(*opened), "open and first search": _pair(*first)}
        timed(library, encoder, questions[::4], Filters(), 1)
        for name, filters in filters_of(library).items():
            times = timed(library, encoder, questions, filters, rounds)
            found[f"search {name}"] = times.line()
            if not filters:
                times.stages["encoding"] = encoding(encoder, questions)
                found["  of which"] = ", ".join(f"{stage} {cpu:.1f}" for stage, cpu in stages_of(times).items())
        found["reference"] = _reference()
        found |= lists(library)
        found["memory"] = f"{memory()} (before opening {before})"
        found |= recalls(library, np.stack([encoder.encode_query(text) for text in questions[::4]]))
    return found


def filters_of(library: Library) -> dict[str, Filters]:
    """The filters, by a name that says what share of the passages they leave."""
    town = library.municipalities()[0]
    chosen = {
        "without a filter": Filters(),
        "one municipality": Filters(municipalities=(town,)),
        "one type": Filters(doc_types=(scale_library.DOC_TYPES[1],)),
        "one theme": Filters(themes=(THEME,)),
    }
    whole = len(library.passage_ids())
    return {f"{name} ({len(library.passage_ids(one)) / whole:.1%})": one for name, one in chosen.items()}


def timed(library: Library, encoder: Encoder, questions: list[str], filters: Filters, rounds: int) -> Times:
    """Every question asked `rounds` times."""
    times = Times()
    with _stages(times):
        for text in questions * rounds:
            for stage in STAGES:
                times.stages[stage].append(0.0)
            clock, cpu = time.perf_counter(), time.process_time()
            search(library, encoder, text, filters)
            times.clock.append(time.perf_counter() - clock)
            times.cpu.append(time.process_time() - cpu)
    return times


@contextmanager
def _stages(times: Times) -> Iterator[None]:
    """While it lasts the CPU time of each stage is added up."""

    def watched(stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **named: Any) -> Any:
            started = time.process_time()
            try:
                return function(*arguments, **named)
            finally:
                times.stages[stage][-1] += time.process_time() - started

        return run

    originals = {stage: getattr(search_module, stage) for stage in STAGES}
    try:
        for stage, function in originals.items():
            setattr(search_module, stage, watched(stage, function))
        yield
    finally:
        for stage, function in originals.items():
            setattr(search_module, stage, function)


def encoding(encoder: Encoder, questions: list[str]) -> list[float]:
    """CPU seconds for each question."""
    found = []
    for text in questions:
        started = time.process_time()
        encoder.encode_query(text)
        found.append(time.process_time() - started)
    return found


def stages_of(times: Times) -> dict[str, float]:
    """The median of each stage, in milliseconds of CPU, and of what remains."""
    medians = {stage: statistics.median(values) * 1000 for stage, values in times.stages.items()}
    return {**medians, "rest": statistics.median(times.cpu) * 1000 - sum(medians.values())}


def lists(library: Library) -> dict[str, str]:
    """The first and the hundredth page of a list of facts, what stands above it, and the counts beside the filters."""
    asked: dict[str, Callable[[], object]] = {
        "50 commitments": lambda: library.facts("commitment", part=Part(50)),
        "50 commitments, after 5,000": lambda: library.facts("commitment", part=Part(50, 5_000)),
        "how many commitments": lambda: library.count_facts("commitment"),
        "their facets": lambda: library.fact_facets("commitment"),
        "facets of the documents": library.facets,
    }
    found = {}
    for name, work in asked.items():
        clock, cpu = time.perf_counter(), time.process_time()
        work()
        found[name] = _pair(time.perf_counter() - clock, time.process_time() - cpu)
    return found


def recalls(library: Library, questions: Vectors) -> dict[str, str]:
    """recall@10 of the vectors against an exact search of the library's own, without and with filters."""
    batches = list(library.vectors_since(0))
    found = {}
    for name, filters in filters_of(library).items():
        allowed = library.passage_ids(filters) if filters else None
        right = [
            len(np.intersect1d(library.vectors.nearest(question, 10, allowed)[0], exact))
            for question, exact in zip(questions, _exact(batches, questions, allowed), strict=True)
        ]
        found[f"recall@10 {name}"] = f"{sum(right) / (10 * len(right)):.3f}"
    return found


def _exact(batches: list[tuple[Ids, Vectors]], questions: Vectors, allowed: Ids | None) -> list[Ids]:
    """The ids of the ten nearest for each question."""
    best = [(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)) for _ in questions]
    for ids, vectors in batches:
        places = np.arange(len(ids)) if allowed is None else np.flatnonzero(np.isin(ids, allowed))
        scores = vectors[places] @ questions.T
        for number, (kept, high) in enumerate(best):
            all_ids, all_scores = np.concatenate([kept, ids[places]]), np.concatenate([high, scores[:, number]])
            order = np.argsort(-all_scores)[:10]
            best[number] = all_ids[order], all_scores[order]
    return [ids for ids, _ in best]


def adding(seed: Seed, folder: Path, count: int) -> dict[str, str]:
    """One document more, encoding left out: written, and the caches brought up to date; then taken out again."""
    ((document, vectors),) = documents(seed, 1, start=count)
    with Library.open(folder, writable=True) as library:
        parts: dict[str, Callable[[], object]] = {
            "add a document: written": lambda: library.add(document, vectors, pipeline="schaal"),
            "add a document: caches": library.refresh,
        }
        found = {}
        for name, work in parts.items():
            clock, cpu = time.perf_counter(), time.process_time()
            work()
            found[name] = _pair(time.perf_counter() - clock, time.process_time() - cpu)
        library.remove(document.source.path)
        library.refresh()
    return found


def _pair(clock: float, cpu: float) -> str:
    return f"{clock * 1000:7.0f} ms clock{cpu * 1000:8.0f} ms CPU"


def _reference() -> str:
    """Of a product of 512 x 384 by 384 x 512, the median of 50: how fast this machine is just now."""
    times = Times()
    for _ in range(50):
        clock, cpu = time.perf_counter(), time.process_time()
        _REFERENCE @ _REFERENCE.T
        times.clock.append(time.perf_counter() - clock)
        times.cpu.append(time.process_time() - cpu)
    return times.line()


def memory() -> str:
    """What this process holds, and how much of it are pages of files, which can be given up at any time."""
    lines = [line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines()]
    held = {name: int(rest.split()[0]) // 1024 for name, rest in lines if name in {"VmRSS", "RssFile"}}
    return f"{held['VmRSS']} MB, {held['RssFile']} MB of it mapped files"


def sizes(folder: Path) -> str:
    """MB on disk of each part."""
    parts: dict[str, int] = defaultdict(int)
    for file in folder.rglob("*"):
        if file.is_file():
            parts[file.relative_to(folder).parts[0].removesuffix("-wal").removesuffix("-shm")] += os.path.getsize(file)
    return ", ".join(f"{name} {size / 1e6:.0f} MB" for name, size in parts.items() if size > 1e5)


def compare(folder: Path, rivals: Path | None) -> None:
    """The others, in a Python of their own."""
    if rivals is None:
        print("\nNot compared with txtai, qdrant-edge and LanceDB: give --rivals a Python that has them.")
        return
    subprocess.run([sys.executable, "-m", "evaluation.bench_rivals", str(folder), str(rivals)], check=True)


if __name__ == "__main__":
    main()
