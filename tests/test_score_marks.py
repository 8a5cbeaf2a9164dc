"""What marks of users say about the facts."""

import datetime
from dataclasses import replace
from pathlib import Path
from typing import get_args

from evaluation.score_marks import misses, report
from index.store.judgements import Judgements, Verdict
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


def test_a_fact_with_other_values_is_read_differently(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        put(library, document(TEXT, facts=(label("Jeugd", 0.95),)))
        said = Judgements(library.folder)
        said.mark(library.facts()[0], "wrong", "hoort bij Wonen", NOON)
        put(library, document(TEXT, facts=(replace(label("Jeugd", 0.95), parent="Wonen"),)))
        assert report(said.marks(), library.each_fact())[-1] == "1 marked facts are read differently now"


def test_what_was_marked_wrong_is_listed_with_its_note(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        put(library, document(TEXT, facts=(label("Jeugd", 0.95), label("Wonen", 0.95))))
        said = Judgements(library.folder)
        for row, verdict in zip(library.facts(), get_args(Verdict), strict=True):
            said.mark(row, verdict, "is een kop", NOON)
        assert misses(said.marks()) == ["begroting.txt @ 6: speerpunt 'Wonen': is een kop"]


def test_nothing_marked() -> None:
    assert report([], []) == ["nothing is marked"]
