"""Search beside txtai, qdrant-edge and LanceDB: the same texts, vectors and questions, in one run on one machine.

    python -m evaluation.bench_rivals FOLDER PYTHON [--size 100000]

FOLDER is one that `evaluation.bench_scale --keep` filled, PYTHON a Python with the three. Quality is nDCG@10 over the
answerable questions about the sample corpus; speed is that of the same questions over a made library of `size`
passages, without and with a filter on a municipality. The others get the question's vector and do nothing but find
ids; to their times that of encoding the question is added. Ours is a whole search: the question understood, the
passages read, marked and counted.
"""

import argparse
import json
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from evaluation.queries import data
from evaluation.queries.anchors import Text, resolve, texts_of
from evaluation.queries.data import Query
from evaluation.score_queries import grades_of, ndcg, score, span_of
from index.encoder import Encoder, open_encoder
from index.filters import Filters
from index.library import Library
from index.rows import PassageRow
from index.search import search

Seconds = npt.NDArray[np.float64]

RIVALS = Path(__file__).parent / "rivals.py"


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("python", type=Path)
    parser.add_argument("--size", type=int, default=100_000)
    options = parser.parse_args()
    encoder = open_encoder()
    print("\nBeside others")
    with Library.open(options.folder / "seed") as library:
        scores = quality(library, encoder, options.python)
    with Library.open(options.folder / str(options.size)) as library:
        times = speed(library, encoder, options.python)
    for name, line in times.items():
        print(f"  {name:<14}nDCG@10 {scores.get(name, '-')}   {options.size:,} passages: {line}")


def quality(library: Library, encoder: Encoder, python: Path) -> dict[str, str]:
    """nDCG@10 of each over the answerable questions about the sample corpus."""
    asked = [query for query in data.queries() if query.collection == "corpus" and query.answerable]
    texts = texts_of(library)
    others, ids = _others(library, encoder, python, {query.id: query.text for query in asked})
    rows = {row.id: row for row in library.passages(ids)}
    found = {"Speerpunt": [score(query, search(library, encoder, query.text).hits, texts).ndcg for query in asked]}
    for name, result in others.items():
        if "problem" not in result:
            ranked = result["all"]["ids"]
            found[name] = [_ndcg(query, [rows[number] for number in ranked[query.id]], texts) for query in asked]
    return {name: f"{np.mean(values):.3f}" for name, values in found.items()}


def _ndcg(query: Query, passages: Sequence[PassageRow], texts: dict[str, Text]) -> float:
    relevant = [(resolve(anchor, texts), grade) for anchor, grade in query.relevant]
    return ndcg(grades_of([span_of(passage) for passage in passages], relevant), [grade for _, grade in relevant])


def speed(library: Library, encoder: Encoder, python: Path) -> dict[str, str]:
    """p50 and p95 of each, without and with a filter, and how many times ours that is."""
    questions = {query.id: query.text for query in data.queries() if query.collection == "corpus"}
    others, ids = _others(library, encoder, python, questions)
    (first,) = library.passages(ids[:1])
    encoding = _timed(encoder.encode_query, list(questions.values()))
    town = Filters(municipalities=first.document.identity.municipalities)
    ours = {
        "all": _timed(lambda text: search(library, encoder, text), list(questions.values())),
        "filtered": _timed(lambda text: search(library, encoder, text, town), list(questions.values())),
    }
    lines = {"Speerpunt": _line(ours, ours)}
    for name, result in others.items():
        if "problem" in result:
            lines[name] = result["problem"]
            continue
        theirs = {part: np.array([result[part]["clock"], result[part]["cpu"]]) + encoding for part in ours}
        lines[name] = f"{_line(theirs, ours)}, indexed in {result['index']:.0f} CPU seconds"
    return lines


def _timed(work: Callable[[str], object], texts: Sequence[str]) -> Seconds:
    """By the clock and of CPU, of each text; the first round isn't counted. *Shape:* `(2, n_texts)`"""
    for text in texts[::4]:
        work(text)
    times = []
    for text in texts:
        began = time.perf_counter(), time.process_time()
        work(text)
        times.append((time.perf_counter() - began[0], time.process_time() - began[1]))
    return np.array(times).T


def _line(theirs: dict[str, Seconds], ours: dict[str, Seconds]) -> str:
    parts = []
    for name, label in (("all", "p50"), ("filtered", "filtered p50")):
        clock, cpu = (np.percentile(values, (50, 95)) * 1000 for values in theirs[name])
        ratio = np.median(theirs[name][1]) / np.median(ours[name][1])
        parts.append(f"{label} {clock[0]:.0f} ms (p95 {clock[1]:.0f}), CPU {cpu[0]:.0f} ms = {ratio:.1f} x ours")
    return ", ".join(parts)


def _others(
    library: Library, encoder: Encoder, python: Path, questions: dict[str, str]
) -> tuple[dict[str, Any], list[int]]:
    """What `rivals.py` says of the library's searchable passages and these questions, and the passages' ids."""
    ids = np.concatenate([numbers for numbers, _ in library.vectors_since(0)])
    rows = library.passages(ids.tolist(), with_themes=False)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        passages = (
            {"id": row.id, "text": embedded(row), "town": row.document.municipality or "onbekend"} for row in rows
        )
        _write(folder / "passages.jsonl", passages)
        _write(folder / "questions.jsonl", ({"id": name, "text": text} for name, text in questions.items()))
        np.save(folder / "passages.npy", np.concatenate([vectors for _, vectors in library.vectors_since(0)]))
        np.save(folder / "questions.npy", np.stack([encoder.encode_query(text) for text in questions.values()]))
        output = subprocess.run([python, RIVALS, folder], check=True, stdout=subprocess.PIPE, text=True).stdout
    found: dict[str, Any] = json.loads(output.splitlines()[-1])
    return found, ids.tolist()


def embedded(row: PassageRow) -> str:
    """The text that the vector was made of: the headings too."""
    return "\n".join([*row.heading_path, row.text])


def _write(file: Path, records: Iterable[dict[str, object]]) -> None:
    file.write_text("".join(json.dumps(record) + "\n" for record in records))


if __name__ == "__main__":
    main()
