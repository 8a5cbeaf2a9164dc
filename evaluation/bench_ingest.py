"""How the time of an ingest is divided: reading, facts, themes, encoding, storing.

Times are CPU seconds of this process. Encoding is measured on some passages of each document and reckoned from there.
Storing and weighing take as long with any vectors, so these are drawn at random.
"""

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from index.build import embedded_text
from index.encoder import Encoder, open_encoder
from index.library import Library
from index.store.streams import Vectors
from index.theme_meaning import ThemeMeaning
from ingest.facts import extract
from ingest.files import find_files
from ingest.model import Document
from ingest.pipeline import read_document
from ingest.theme_context import themed

PASSAGES_ENCODED = 20
"""Of each document."""

MOST = 1 / 3
"""What facts and themes may take of the whole."""


@dataclass(frozen=True, slots=True)
class Shares:
    """CPU seconds by what they were spent on."""

    seconds: dict[str, float]
    documents: int
    passages: int

    @property
    def total(self) -> float:
        return sum(self.seconds.values())

    @property
    def knowing(self) -> float:
        """The share of facts and themes together."""
        return (self.seconds["facts"] + self.seconds["themes"]) / self.total

    def lines(self) -> list[str]:
        """The table."""
        head = f"Ingest of {self.documents} documents, {self.passages} passages, {self.total:.0f} CPU seconds"
        rows = [f"  {name:<10}{seconds / self.total:6.1%}" for name, seconds in self.seconds.items()]
        verdict = "at most a third" if self.knowing <= MOST else "MORE than a third"
        return [head, *rows, f"  facts and themes together {self.knowing:.1%}: {verdict}"]


def measure(folder: Path, encoder: Encoder | None = None) -> Shares:
    """Read what is in the folder and put it into a library that is thrown away."""
    encoder = encoder or open_encoder()
    documents: list[Document] = []
    jobs = find_files([folder]).jobs
    reading = _seconds(lambda: documents.extend(read_document(job) for job in jobs))
    bare = [replace(document, facts=()) for document in documents]
    facts = _seconds(lambda: [extract(document) for document in bare])
    vectors = [_vectors(len(document.passages), encoder.dimension) for document in documents]
    cues = _seconds(lambda: [themed(document.text, document.passages) for document in documents])
    meaning = ThemeMeaning(encoder)
    meaning.add_to(documents[0].passages, vectors[0])  # encodes the themes themselves, once for all ingests
    weighing = _seconds(
        lambda: [meaning.add_to(one.passages, rows) for one, rows in zip(documents, vectors, strict=True)]
    )
    seconds = {
        "reading": reading - facts - cues,
        "facts": facts,
        "themes": cues + weighing,
        "encoding": _encoding(documents, encoder),
        "storing": _storing(documents, vectors, encoder),
    }
    return Shares(seconds, len(documents), sum(len(document.passages) for document in documents))


def _vectors(count: int, dimension: int) -> Vectors:
    drawn = np.random.default_rng(count).standard_normal((count, dimension)).astype(np.float32)
    rows: Vectors = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
    return rows


def _encoding(documents: Sequence[Document], encoder: Encoder) -> float:
    chosen = [embedded_text(one, passage) for one in documents for passage in one.passages[:PASSAGES_ENCODED]]
    seconds = _seconds(lambda: encoder.encode_passages(chosen))
    return seconds * sum(len(document.passages) for document in documents) / len(chosen)


def _storing(documents: Sequence[Document], vectors: Sequence[Vectors], encoder: Encoder) -> float:
    with (
        tempfile.TemporaryDirectory(prefix="speerpunt-bench-") as folder,
        Library.create(Path(folder) / "library", encoder.name, encoder.fingerprint, encoder.dimension) as library,
    ):
        adding = _seconds(lambda: [library.add(one, rows) for one, rows in zip(documents, vectors, strict=True)])
        return adding + _seconds(library.refresh)


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
