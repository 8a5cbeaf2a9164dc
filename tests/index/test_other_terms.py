"""Two papers that give another term for the works of one project: each is found from the other."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.follow import Follower
from index.library import Library
from index.tracing.other_terms import OtherTerms
from ingest.fact_types import Commitment, Deadline, Period
from ingest.model import Document, Inferred
from tests.index.making import ENCODER, document, identity, new_library, put

PLAN = "Wij streven naar een start van de realisatie van De Pijler in 2027."
LATER = "De werkzaamheden aan De Pijler starten in 2026."
OTHER = "De werkzaamheden aan De Zaagmolen starten in 2026."


def paper(text: str, path: str, day: str, term: int) -> Document:
    date = Inferred(datetime.date.fromisoformat(day), 0.9)
    about = replace(identity("Waterdrecht", "programmabegroting", int(day[:4]), title=path), date=date)
    deadline = Deadline(f"in {term}", Period(datetime.date(term, 1, 1), datetime.date(term, 12, 31)))
    fact = Commitment(0, len(text), text, 0.9, "wij", "starten", None, "medium", "planned", deadline)
    return document(text, path=f"{path}.txt", identity=about, facts=(fact,))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with new_library(tmp_path / "library") as made:
        put(made, paper(PLAN, "Begroting", "2025-11-01", 2027))
        put(made, paper(LATER, "Overdracht", "2026-03-01", 2026))
        put(made, paper(OTHER, "Molen", "2026-03-02", 2026))
        made.refresh()
        yield made


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param(PLAN, [(LATER, "in 2026")], id="from the older one"),
        pytest.param(LATER, [(PLAN, "in 2027")], id="from the newer one"),
        pytest.param(OTHER, [], id="of another project"),
    ],
)
def test_the_other_term(library: Library, said: str, expected: list[tuple[str, str]]) -> None:
    (row,) = (row for row in library.facts("commitment") if row.fact.text == said)
    found = OtherTerms(library, Follower(library, ENCODER)).of(row)
    assert [(other.step.text, other.said) for other in found] == expected
