"""Search beside txtai, qdrant-edge and LanceDB: the same texts, vectors and questions, in one run on one machine.

    python -m evaluation.bench_rivals FOLDER PYTHON [--sizes 10000,100000] [--documents LIBRARY]

FOLDER is one that `evaluation.bench_scale --keep` filled, PYTHON a Python with the three. Quality is nDCG@10 over the
answerable questions about the sample corpus and, with --documents, about the real documents of that library; speed is
that of every other question about the corpus over made libraries, without and with a filter on a municipality.

The job is the same: a question as text goes in, ten whole passages come out with their document, municipality and
page; all have our encoder. Each question is put to all of them in turn, every time in another order, so that what else
the machine does falls on all alike. Ours does more with it: the question is understood, the passages read closely,
folded, marked and counted, or nothing is shown.
"""

import argparse
import json
import random
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.queries import data
from evaluation.queries.anchors import Text, resolve, texts_of
from evaluation.queries.data import Collection, Query
from evaluation.score_queries import grades_of, ndcg, score, span_of
from index.encoder import Encoder, open_encoder
from index.library import Library
from index.search import search
from index.store.filters import Filters
from index.store.rows import PassageRow
from index.store.streams import Vectors

RIVALS = Path(__file__).parent / "rivals.py"
OURS = "Speerpunt"
_PAUSE = 0.02
"""Seconds between two searches, in which threads that wait by spinning come to rest."""
Took = tuple[float, float]
"""Seconds by the clock, and of CPU."""


def main() -> None:
    """Print the quality of each, and its times at each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("python", type=Path)
    parser.add_argument("--sizes", default="10000,100000")
    parser.add_argument("--documents", type=Path, help="a library of the real documents")
    options = parser.parse_args()
    encoder = open_encoder()
    print("\nBeside others")
    collections: dict[Collection, Path] = {"corpus": options.folder / "seed"}
    if options.documents:
        collections["documents"] = options.documents
    for collection, folder in collections.items():
        with Library.open(folder) as library, rivals(library, options.python) as others:
            print(f"  nDCG@10, {collection}: {quality(library, encoder, others, collection)}", flush=True)
    for size in map(int, options.sizes.split(",")):
        with Library.open(options.folder / str(size)) as library, rivals(library, options.python) as others:
            print(f"  {size:,} passages", flush=True)
            for name, line in speed(library, encoder, others).items():
                print(f"    {name:<14}{line}", flush=True)


class Rivals:
    """The others, that have the passages of one library and wait for questions.

    Attributes:
        indexed: the CPU seconds that each took to index, by its name, or what went wrong.
    """

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.indexed: dict[str, str] = {}
        self.names: list[str] = []
        for line in iter(self._read, ""):
            said = json.loads(line)
            self.indexed[said["name"]] = said.get("problem") or f"{said['index']:.0f} s"
            self.names += [] if "problem" in said else [said["name"]]

    def ask(self, name: str, text: str, vector: Vectors, town: str | None = None) -> tuple[list[int], Took]:
        """The ids of what one of them finds, and what it took without encoding."""
        asked = {"name": name, "text": text, "vector": vector.tolist(), "town": town}
        (self._process.stdin or self._closed()).write(json.dumps(asked) + "\n")
        (self._process.stdin or self._closed()).flush()
        answer = json.loads(self._read())
        if not all(row["text"] and row["town"] and "page" in row for row in answer["rows"]):
            raise ValueError(f"{name} gives no whole passages")
        return [int(row["id"]) for row in answer["rows"]], tuple(answer["took"])

    def _read(self) -> str:
        line = (self._process.stdout or self._closed()).readline()
        if not line:
            raise RuntimeError("the others ended")
        return line.strip()

    def _closed(self) -> Any:
        raise RuntimeError("the others have no pipes")


@contextmanager
def rivals(library: Library, python: Path) -> Iterator[Rivals]:
    """The others at work on the searchable passages of a library, with its vectors."""
    ids = np.concatenate([numbers for numbers, _ in library.vectors_since(0)])
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _write(folder / "passages.jsonl", map(_as_kept, library.passages(ids.tolist(), with_themes=False)))
        np.save(folder / "passages.npy", np.concatenate([vectors for _, vectors in library.vectors_since(0)]))
        pipe = subprocess.PIPE
        with subprocess.Popen([python, RIVALS, folder], stdin=pipe, stdout=pipe, text=True) as process:
            yield Rivals(process)
            process.communicate()


def _as_kept(row: PassageRow) -> dict[str, object]:
    """The text that the vector was made of, the headings too, and what is shown with it."""
    text = "\n".join([*row.heading_path, row.text])
    town = row.document.municipality or "onbekend"
    return {"id": row.id, "text": text, "town": town, "file": row.document.file, "page": row.page or 0}


def _write(file: Path, records: Iterable[dict[str, object]]) -> None:
    file.write_text("".join(json.dumps(record) + "\n" for record in records))


def quality(library: Library, encoder: Encoder, others: Rivals, collection: Collection) -> str:
    """nDCG@10 of each over the answerable questions about a collection."""
    asked = [query for query in data.queries() if query.collection == collection and query.answerable]
    texts = texts_of(library)
    found: dict[str, list[float]] = defaultdict(list)
    for query in asked:
        found[OURS].append(score(query, search(library, encoder, query.text).hits, texts).ndcg)
        vector = encoder.encode_query(query.text)
        for name in others.names:
            ids, _ = others.ask(name, query.text, vector)
            found[name].append(_ndcg(query, library.passages(ids), texts))
    return ", ".join(f"{name} {np.mean(values):.3f}" for name, values in found.items()) + f" ({len(asked)} questions)"


def _ndcg(query: Query, passages: Sequence[PassageRow], texts: dict[str, Text]) -> float:
    relevant = [(resolve(anchor, texts), grade) for anchor, grade in query.relevant]
    return ndcg(grades_of([span_of(passage) for passage in passages], relevant), [grade for _, grade in relevant])


def speed(library: Library, encoder: Encoder, others: Rivals) -> dict[str, str]:
    """p50 and p95 of each, without and with a filter, and how many times ours that is."""
    texts = [query.text for query in data.queries() if query.collection == "corpus"][::2]
    town = library.municipalities()[0]
    found = {label: _timed(library, encoder, others, texts, only) for label, only in (("all", None), ("1 %", town))}
    lines = {}
    for name in (OURS, *others.indexed):
        if name in found["all"]:
            parts = [f"{label}: {_line(times[name], times[OURS])}" for label, times in found.items()]
            lines[name] = "; ".join([*parts, *([f"indexed in {others.indexed[name]}"] if name != OURS else [])])
        else:
            lines[name] = others.indexed[name]
    return lines


def _timed(
    library: Library, encoder: Encoder, others: Rivals, texts: Sequence[str], town: str | None
) -> dict[str, list[Took]]:
    """What each takes for each text, encoding included; a quarter of the texts is asked beforehand."""
    filters = Filters(municipalities=(town,)) if town else Filters()
    chance = random.Random(1)  # noqa: S311
    times: dict[str, list[Took]] = defaultdict(list)
    for number, text in enumerate([*texts[::4], *chance.sample(texts, len(texts))]):
        took: dict[str, Took] = {}
        vector, encoding = _took(lambda: encoder.encode_query(text))  # noqa: B023
        for name in chance.sample([OURS, *others.names], len(others.names) + 1):
            time.sleep(_PAUSE)
            if name == OURS:
                _, took[name] = _took(lambda: search(library, encoder, text, filters))  # noqa: B023
            else:
                _, (clock, cpu) = others.ask(name, text, vector, town)
                took[name] = clock + encoding[0], cpu + encoding[1]
        if number >= len(texts[::4]):
            for name, each in took.items():
                times[name].append(each)
    return times


def _took(work: Callable[[], Any]) -> tuple[Any, Took]:
    began = time.perf_counter(), time.process_time()
    result = work()
    return result, (time.perf_counter() - began[0], time.process_time() - began[1])


def _line(theirs: Sequence[Took], ours: Sequence[Took]) -> str:
    clock, cpu = np.percentile(np.array(theirs), (50, 95), axis=0).T * 1000
    ratio = clock[0] / (np.median(np.array(ours)[:, 0]) * 1000)
    return f"{clock[0]:.0f} / {clock[1]:.0f} ms ({ratio:.1f} x ours), CPU {cpu[0]:.0f}"


if __name__ == "__main__":
    main()
