"""Speerpunten in invented papers, read as files. `python -m tests.facts.test_speerpunt_papers` scores both splits.

Rules may be tuned on the split "work" only, which is what the test holds.
"""

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from ingest.fact_types import Speerpunt
from ingest.files import find_files
from ingest.pipeline import read_document

PAPERS = Path(__file__).parents[2] / "evaluation" / "invented" / "speerpunt_papers.txt"


class Paper(NamedTuple):
    """A text under its title, the labels that must be found and those that may be."""

    name: str
    split: str
    text: str
    must: frozenset[str]
    may: frozenset[str]


def _bare(label: str) -> str:
    return re.sub(r"\A(?:de|het|een) ", "", re.sub(r"\W+", " ", label.casefold()).strip())


def read_papers() -> Iterator[Paper]:
    """The papers of the file, in order."""
    for chunk in re.split(r"^=== ", PAPERS.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, rest = chunk.partition("\n")
        text, _, labels = rest.rpartition("---\n")
        name, split, title = (part.strip() for part in head.split("|"))
        lines = [line for line in labels.splitlines() if line]
        must = frozenset(_bare(line) for line in lines if not line.startswith("? "))
        may = frozenset(_bare(line[2:]) for line in lines if line.startswith("? "))
        yield Paper(name, split, f"{title}\n\n{text}", must, may)


def labels_in(paper: Paper, folder: Path) -> list[str]:
    """The labels of the speerpunten found, in lower case without punctuation."""
    path = folder / "stuk.txt"
    path.write_text(paper.text, encoding="utf-8")
    (job,) = find_files([path]).jobs
    return [_bare(fact.label) for fact in read_document(job).facts if isinstance(fact, Speerpunt)]


@pytest.mark.parametrize("paper", [p for p in read_papers() if p.split == "work"], ids=lambda paper: paper.name)
def test_finds_the_speerpunten_and_nothing_else(paper: Paper, tmp_path: Path) -> None:
    found = set(labels_in(paper, tmp_path))
    assert paper.must <= found <= paper.must | paper.may


def main() -> None:
    """Print recall and precision of each split."""
    for split in ("work", "held"):
        count: Counter[str] = Counter()
        for paper in read_papers():
            if paper.split == split:
                with tempfile.TemporaryDirectory() as folder:
                    found = labels_in(paper, Path(folder))
                count["must"] += len(paper.must)
                count["hit"] += len(paper.must & set(found))
                count["found"] += len(found)
                count["right"] += sum(label in paper.must | paper.may for label in found)
        sys.stdout.write(
            f"{split}: recall {count['hit']}/{count['must']}, precision {count['right']}/{count['found']}\n"
        )


if __name__ == "__main__":
    main()
