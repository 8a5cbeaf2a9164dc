"""A writer is killed at any moment: nothing is lost that was committed, nothing is there twice or in part."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from index.library import Library
from index.words import Term
from tests.index.making import ENCODER, new_library

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 60
"""Seconds in which a writer on a busy machine adds a few documents."""
WRITER = """
import sys
from pathlib import Path
from tests.index.making import document, put
from index.library import Library

with Library.open(Path(sys.argv[1]), writable=True) as library:
    print("ready", flush=True)
    number = int(sys.argv[2])
    while True:
        number += 1
        path = f"stuk{number % 7}.txt"
        put(library, document("\\n".join(f"Haven {number} regel {line}." for line in range(5)), path=path))
        print(number, flush=True)
        if number % 3 == 0:
            library.refresh()
"""


def write_until_killed(folder: Path, first: int, seconds: float) -> int:
    """The number of the last document that the writer reported before it was killed."""
    command = [sys.executable, "-c", WRITER, str(folder), str(first)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        time.sleep(seconds)
        writer.send_signal(signal.SIGKILL)
        lines = writer.stdout.read().split()
    return int(lines[-1]) if lines else first


def findings(library: Library) -> tuple[list[int], list[int]]:
    """All passages, as words and as meaning find them."""
    by_words, _ = library.words.best([Term("stems", "haf", 1.0)], 1000)
    by_meaning, _ = library.vectors.nearest(ENCODER.encode_query("haven regel"), 1000)
    return sorted(by_words.tolist()), sorted(by_meaning.tolist())


def check_whole(library: Library, last: int) -> None:
    """The seven newest documents are there, each with its five passages, in SQLite as in both indexes."""
    rows = library.documents()
    assert len({row.source.path for row in rows}) == len(rows) == min(7, last)
    for row in rows:
        passages = library.passages_of(row.id)
        assert len(passages) == 5
        assert "\n".join(passage.text for passage in passages) == library.text(row.id)
    newest = max(int(library.text(row.id).split()[1]) for row in rows)
    assert newest in (last, last + 1)
    ids = library.passage_ids().tolist()
    assert findings(library) == (ids, ids)


@pytest.mark.slow
def test_survives_being_killed(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    new_library(folder).close()
    moments = random.Random(4)
    last = 0
    for _ in range(6):
        last = write_until_killed(folder, last, moments.uniform(0.05, 0.6))
        with Library.open(folder) as reader:
            if reader.documents():
                last = max(int(reader.text(row.id).split()[1]) for row in reader.documents())
                check_whole(reader, last)
    assert last > 7
    with Library.open(folder, writable=True) as writer:
        before = findings(writer)
        writer.refresh()
        with Library.open(folder) as reader:
            assert findings(reader) == before
            vector = ENCODER.encode_query("Haven 3 regel 1")
            (ids, matrix), *_ = reader.vectors_since(0)
            nearest, scores = reader.vectors.nearest(vector, 3)
            assert np.allclose(scores, np.sort(matrix @ vector)[::-1][:3], atol=1e-3)
            assert set(nearest.tolist()) <= set(ids.tolist())


def test_a_reader_sees_whole_documents_while_another_writes(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    new_library(folder).close()
    command = [sys.executable, "-c", WRITER, str(folder), "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        assert writer.stdout.readline() == "1\n"
        with Library.open(folder) as reader:
            generations: set[int] = set()
            until = time.monotonic() + _PATIENCE
            while len(generations) < 4 and time.monotonic() < until:
                with reader.snapshot():
                    generations.add(reader.generation)
                    ids = reader.passage_ids().tolist()
                    assert len(ids) == 5 * len(reader.documents())
                    assert findings(reader) == (ids, ids)
        writer.send_signal(signal.SIGKILL)
    assert len(generations) > 1
