"""txtai, qdrant-edge and LanceDB at work; run by `evaluation/bench_rivals.py` in a Python that has them.

    PYTHON rivals.py FOLDER

The folder holds passages.jsonl ({"id", "text", "town"}), passages.npy, questions.jsonl ({"id", "text"}) and
questions.npy. Each searches words and meaning together as its own documentation does, with Dutch stemming where it
has that, and is asked every question without and with a filter on a municipality. Prints a JSON object: of each its
seconds to index, those of each search, and the ids found.
"""

import importlib
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

K = 10
DEPTH = 100
Search = Callable[[str, Any, str | None], list[int]]


def main(folder: Path) -> None:
    """Ask each of them everything."""
    passages = [json.loads(line) for line in (folder / "passages.jsonl").read_text().splitlines()]
    questions = [json.loads(line) for line in (folder / "questions.jsonl").read_text().splitlines()]
    vectors, asked = np.load(folder / "passages.npy"), np.load(folder / "questions.npy")
    found: dict[str, Any] = {}
    for name, make in (("txtai", txtai), ("qdrant-edge", qdrant_edge), ("LanceDB", lancedb)):
        with tempfile.TemporaryDirectory() as scratch:
            try:
                found[name] = _measured(lambda: make(passages, vectors, scratch), questions, asked, passages[0]["town"])  # noqa: B023
            except Exception as problem:
                found[name] = {"problem": f"{type(problem).__name__}: {problem}"[:300]}
    print(json.dumps(found))


def _measured(make: Callable[[], Search], questions: list[Any], asked: Any, town: str) -> dict[str, Any]:
    started = time.process_time()
    search = make()
    result: dict[str, Any] = {"index": time.process_time() - started}
    for name, only in (("all", None), ("filtered", town)):
        search(questions[0]["text"], asked[0], only)
        clock, cpu, ids = [], [], {}
        for question, vector in zip(questions, asked, strict=True):
            began = time.perf_counter(), time.process_time()
            ids[question["id"]] = search(question["text"], vector, only)
            clock.append(time.perf_counter() - began[0])
            cpu.append(time.process_time() - began[1])
        result[name] = {"clock": clock, "cpu": cpu, "ids": ids}
    return result


def txtai(passages: list[Any], vectors: Any, _: str) -> Search:
    """Hybrid, half words and half meaning; a filter is a condition in its SQL."""
    known = {passage["text"]: vector for passage, vector in zip(passages, vectors, strict=True)}

    def transform(texts: list[str]) -> Any:
        return np.array([known[text] for text in texts], dtype=np.float32)

    embeddings = importlib.import_module("txtai").Embeddings(
        {"method": "external", "transform": transform, "hybrid": True, "content": True}
    )
    embeddings.index((one["id"], {"text": one["text"], "town": one["town"]}, None) for one in passages)

    def search(text: str, vector: Any, town: str | None) -> list[int]:
        known[text] = vector
        where = "similar(:question)" + (" AND town = :town" if town else "")
        sql = f"SELECT id FROM txtai WHERE {where} LIMIT {K}"  # noqa: S608
        return [int(row["id"]) for row in embeddings.search(sql, K, parameters={"question": text, "town": town})]

    return search


def qdrant_edge(passages: list[Any], vectors: Any, folder: str) -> Search:
    """BM25 and meaning, fused by reciprocal rank."""
    edge: Any = importlib.import_module("qdrant_edge")
    words = edge.Bm25(edge.Bm25Config(language="dutch"))
    config = edge.EdgeConfig(
        vectors={"meaning": edge.EdgeVectorParams(vectors.shape[1], edge.Distance.Dot)},
        sparse_vectors={"words": edge.EdgeSparseVectorParams(modifier=edge.Modifier.Idf)},
    )
    shard = edge.EdgeShard.create(folder, config)
    shard.update(edge.UpdateOperation.create_field_index("town", edge.PayloadSchemaType.Keyword))
    for begin in range(0, len(passages), 1000):
        points = [
            edge.Point(
                one["id"],
                {"meaning": vector.tolist(), "words": words.embed_document(one["text"])},
                {"town": one["town"]},
            )
            for one, vector in zip(passages[begin : begin + 1000], vectors[begin : begin + 1000], strict=True)
        ]
        shard.update(edge.UpdateOperation.upsert_points(points))
    shard.optimize()

    def search(text: str, vector: Any, town: str | None) -> list[int]:
        only = edge.Filter(must=[edge.FieldCondition("town", match=edge.MatchValue(town))]) if town else None
        ways = [
            edge.Query.Nearest(vector.tolist(), using="meaning"),
            edge.Query.Nearest(words.embed_query(text), using="words"),
        ]
        prefetches = [edge.Prefetch(DEPTH, query=way, filter=only) for way in ways]
        return [
            int(hit.id) for hit in shard.query(edge.QueryRequest(K, prefetches=prefetches, query=edge.Fusion.Rrf(60)))
        ]

    return search


def lancedb(passages: list[Any], vectors: Any, folder: str) -> Search:
    """Full text search with Dutch stems and an exact scan of the vectors, fused by reciprocal rank."""
    database = importlib.import_module("lancedb").connect(folder)
    rows = [{**passage, "vector": vector} for passage, vector in zip(passages, vectors, strict=True)]
    table = database.create_table("passages", rows)
    table.create_fts_index("text", language="Dutch", stem=True, remove_stop_words=True)
    table.create_scalar_index("town")

    def search(text: str, vector: Any, town: str | None) -> list[int]:
        query = table.search(query_type="hybrid").vector(vector).text(_plain(text)).limit(K)
        if town:
            query = query.where(f"town = '{town}'", prefilter=True)
        return [int(row["id"]) for row in query.to_list()]

    return search


def _plain(text: str) -> str:
    """Without signs that are operators in a query."""
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text).split())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
