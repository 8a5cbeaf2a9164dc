"""What marks of users say about the facts."""

import datetime
from pathlib import Path

from evaluation.score_marks import report
from index.store.judgements import Judgements
from ingest.fact_types import Speerpunt
from tests.index.making import document, new_library, put

NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
TEXT = "Jeugd Wonen Haven"


def label(name: str, confidence: float) -> Speerpunt:
    start = TEXT.index(name)
    return Speerpunt(start, start + len(name), name, confidence, label=name)


def test_by_kind_by_sureness_and_what_is_gone(tmp_path: Path) -> None:
    facts = (label("Jeugd", 0.95), label("Wonen", 0.95), label("Haven", 0.4))
    with new_library(tmp_path / "library") as library:
        put(library, document(TEXT, facts=facts))
        said = Judgements(library.folder)
        for row, verdict in zip(library.facts(), ("right", "wrong", "wrong"), strict=True):
            said.mark(row, "right" if verdict == "right" else "wrong", "", NOON)
        assert report(said.marks(), library.each_fact()) == [
            "speerpunt: 1 of 3 marked right",
            "sure from 0.9: 1 of 2 right",
            "sure from 0.0: 0 of 1 right",
        ]
        put(library, document(TEXT, facts=facts[:2]))
        assert report(said.marks(), library.each_fact())[-1] == "1 marked facts are read differently now"


def test_nothing_marked() -> None:
    assert report([], []) == ["nothing is marked"]
