"""Whether a later sentence is about the subject of a commitment, or says of another what may be said of any."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.follow import Follower
from index.library import Library
from index.tracing.subject import Subjects
from ingest.fact_types import Commitment
from ingest.model import Inferred, Passage
from tests.index.making import ENCODER, document, identity, new_library, put

HEADING = "Kalkhaven"
PROMISE = "De vaststelling van de startnotitie door de raad is in 2023 voorzien."
NAMED = "In 2023 plaatsen wij een afrastering om de Turfkolk."
PLAN = f"{HEADING}\n{PROMISE}\n{NAMED}"
REPORT = """De startnotitie is door de raad vastgesteld.
De startnotitie voor de Kalkhaven is vastgesteld.
De afrastering staat er.
De raad stelde het plan voor de Kalkhaven uit."""


def promised(text: str) -> Commitment:
    start = PLAN.index(text)
    return Commitment(start, start + len(text), text, 0.9, "wij", "doen", None, "strong", "planned")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("subject")) as made:
        about = replace(
            identity("Waterdrecht", "programmabegroting", 2023), date=Inferred(datetime.date(2022, 11, 1), 1)
        )
        put(
            made,
            document(
                PLAN,
                path="begroting.txt",
                identity=about,
                passages=(Passage(0, len(PLAN), heading_path=(HEADING,)),),
                facts=(promised(PROMISE), promised(NAMED)),
            ),
        )
        made.refresh()
        yield made


@pytest.mark.parametrize(
    ("number", "sentence", "heading", "is_same"),
    [
        pytest.param(0, 0, "Roggeveld", False, id="said of another plan"),
        pytest.param(0, 1, "Roggeveld", True, id="it names the subject that the heading of the promise names"),
        pytest.param(0, 0, "Kalkhaven", True, id="below a heading on the subject"),
        pytest.param(1, 2, "Roggeveld", True, id="a word of the promise itself"),
        pytest.param(1, 3, "Kalkhaven", False, id="the heading is no subject where the promise has its own"),
    ],
)
def test_a_subject_is_shared(library: Library, number: int, sentence: int, heading: str, is_same: bool) -> None:
    row = replace(library.facts("commitment")[number], heading_path=(HEADING,))
    passage = replace(library.passages([row.passage_id or 0])[0], heading_path=(heading,))
    subjects = Subjects(library, Follower(library, ENCODER), frozenset())
    assert subjects.shared(row, passage, REPORT.splitlines()[sentence]) is is_same


FIRST = "De lantaarns aan de Turfkolk krijgen in 2026 een eigen regeling."


@pytest.mark.parametrize(
    ("before", "said"),
    [
        pytest.param(f"{FIRST} ", f"{FIRST} Daarmee gaan wij in 2027 door.", id="in its paragraph"),
        pytest.param(f"{FIRST}\n", f"{FIRST} Daarmee gaan wij in 2027 door.", id="in the paragraph before"),
        pytest.param(
            "De lantaarns aan de \nTurfkolk krijgen in 2026 een eigen regeling. ",
            f"{FIRST} Daarmee gaan wij in 2027 door.",
            id="in a sentence of two lines",
        ),
        pytest.param("Lantaarns\n", "Daarmee gaan wij in 2027 door.", id="a heading is no sentence"),
    ],
)
def test_what_points_back_is_said_after_the_sentence_before_it(tmp_path: Path, before: str, said: str) -> None:
    words = "Daarmee gaan wij in 2027 door."
    at, text = len(before), before + words
    fact = Commitment(at, len(text), words, 0.9, "wij", "doorgaan", None, "strong", "planned")
    with new_library(tmp_path / "library") as library:
        passages = (Passage(0, at), Passage(at, len(text)))
        put(
            library, document(text, path="plan.txt", identity=identity("Waterdrecht"), passages=passages, facts=(fact,))
        )
        library.refresh()
        (row,) = library.facts("commitment")
        assert Subjects(library, Follower(library, ENCODER), frozenset()).paragraph(row)[0] == said
