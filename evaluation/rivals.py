"""txtai, qdrant-edge and LanceDB at work; run by `evaluation/bench_rivals.py` in a Python that has them.

    PYTHON rivals.py FOLDER

The folder holds passages.jsonl ({"id", "text", "town", "file", "page"}) and passages.npy. Each of them keeps the
passages whole and searches words and meaning together as its own documentation does, with Dutch stemming where it has
that. For each is printed a line {"name", "index"} with the CPU seconds of indexing, or {"name", "problem"}, and then an
empty line. After that every line of standard input ({"name", "text", "vector", "town"}) is answered by a line with the
rows found, whole, and the seconds that it took.
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
SHOWN = ("id", "text", "town", "file", "page")
Rows = list[dict[str, Any]]
Search = Callable[[str, Any, str | None], Rows]


def main(folder: Path) -> None:
    """Index, and answer until there are no more questions."""
    passages = [json.loads(line) for line in (folder / "passages.jsonl").read_text().splitlines()]
    vectors = np.load(folder / "passages.npy")
    searches: dict[str, Search] = {}
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        for name, make in (("txtai", txtai), ("qdrant-edge", qdrant_edge), ("LanceDB", lancedb)):
            started = time.process_time()
            said: dict[str, Any] = {"name": name}
            try:
                searches[name] = make(passages, vectors, f"{scratch}/{name}")
                said["index"] = time.process_time() - started
            except Exception as problem:
                said["problem"] = f"{type(problem).__name__}: {problem}"[:300]
            print(json.dumps(said), flush=True)
        print(flush=True)
        for line in sys.stdin:
            asked = json.loads(line)
            vector = np.array(asked["vector"], dtype=np.float32)
            began = time.perf_counter(), time.process_time()
            rows = searches[asked["name"]](asked["text"], vector, asked["town"])
            took = time.perf_counter() - began[0], time.process_time() - began[1]
            print(json.dumps({"rows": rows, "took": took}), flush=True)


def txtai(passages: Rows, vectors: Any, _: str) -> Search:
    """Hybrid, half words and half meaning; a filter is a condition in its SQL."""
    known = {passage["text"]: vector for passage, vector in zip(passages, vectors, strict=True)}

    def transform(texts: list[str]) -> Any:
        return np.array([known[text] for text in texts], dtype=np.float32)

    embeddings = importlib.import_module("txtai").Embeddings(
        {"method": "external", "transform": transform, "hybrid": True, "content": True}
    )
    embeddings.index((one["id"], {part: one[part] for part in SHOWN[1:]}, None) for one in passages)

    def search(text: str, vector: Any, town: str | None) -> Rows:
        known[text] = vector
        where = "similar(:question)" + (" AND town = :town" if town else "")
        sql = f"SELECT {', '.join(SHOWN)} FROM txtai WHERE {where} LIMIT {K}"  # noqa: S608
        found: Rows = embeddings.search(sql, K, parameters={"question": text, "town": town})
        return found

    return search


def qdrant_edge(passages: Rows, vectors: Any, folder: str) -> Search:
    """BM25 and meaning, fused by reciprocal rank."""
    edge: Any = importlib.import_module("qdrant_edge")
    words = edge.Bm25(edge.Bm25Config(language="dutch"))
    config = edge.EdgeConfig(
        vectors={"meaning": edge.EdgeVectorParams(vectors.shape[1], edge.Distance.Dot)},
        sparse_vectors={"words": edge.EdgeSparseVectorParams(modifier=edge.Modifier.Idf)},
    )
    Path(folder).mkdir()
    shard = edge.EdgeShard.create(folder, config)
    shard.update(edge.UpdateOperation.create_field_index("town", edge.PayloadSchemaType.Keyword))
    for begin in range(0, len(passages), 1000):
        points = [
            edge.Point(one["id"], {"meaning": vector.tolist(), "words": words.embed_document(one["text"])}, one)
            for one, vector in zip(passages[begin : begin + 1000], vectors[begin : begin + 1000], strict=True)
        ]
        shard.update(edge.UpdateOperation.upsert_points(points))
    shard.optimize()

    def search(text: str, vector: Any, town: str | None) -> Rows:
        only = edge.Filter(must=[edge.FieldCondition("town", match=edge.MatchValue(town))]) if town else None
        ways = [
            edge.Query.Nearest(vector.tolist(), using="meaning"),
            edge.Query.Nearest(words.embed_query(text), using="words"),
        ]
        prefetches = [edge.Prefetch(DEPTH, query=way, filter=only) for way in ways]
        request = edge.QueryRequest(K, prefetches=prefetches, query=edge.Fusion.Rrf(60), with_payload=True)
        return [dict(hit.payload) for hit in shard.query(request)]

    return search


def lancedb(passages: Rows, vectors: Any, folder: str) -> Search:
    """Full text search with Dutch stems and an exact scan of the vectors, fused by reciprocal rank."""
    database = importlib.import_module("lancedb").connect(folder)
    rows = [{**passage, "vector": vector} for passage, vector in zip(passages, vectors, strict=True)]
    table = database.create_table("passages", rows)
    table.create_fts_index("text", language="Dutch", stem=True, remove_stop_words=True)
    table.create_scalar_index("town")

    def search(text: str, vector: Any, town: str | None) -> Rows:
        query = table.search(query_type="hybrid").vector(vector).text(_plain(text)).limit(K).select(list(SHOWN))
        if town:
            quoted = town.replace("'", "''")
            query = query.where(f"town = '{quoted}'", prefilter=True)
        found: Rows = query.to_list()
        return found

    return search


def _plain(text: str) -> str:
    """Without signs that are operators in a query."""
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text).split())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
