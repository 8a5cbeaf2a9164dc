"""In which way a list leaves open what it names."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from index.library import Library
from index.store.choice import Choice
from index.tracing.open_states import OPEN_STATES, left_open, open_state
from ingest.fact_types import Commitment
from ingest.facts.states import RegisterStatus
from tests.index.making import document, identity, new_library, put

SAID = ("mogelijk knelpunt (!)", "Vertraagd", "Doorlopend", "in behandeling", None)
STUCK, GOES_ON, IN_HAND = OPEN_STATES


def row(at: int, state: RegisterStatus, said: str | None) -> Commitment:
    return Commitment(
        at, at + 3, "weg", 0.9, None, "weg", None, "weak", "planned", register_status=state, register_said=said
    )  # fmt: skip


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    text = "\n".join(["weg"] * (len(SAID) + 2))
    facts = [row(4 * at, "Openstaand", said) for at, said in enumerate(SAID)]
    facts.append(row(4 * len(SAID), "Voldaan", "knelpunt is weg"))
    facts.append(Commitment(4 * len(SAID) + 4, 4 * len(SAID) + 7, "weg", 0.9, None, "doen", None, "weak", "planned"))
    with new_library(tmp_path / "library") as made:
        put(made, document(text, identity=identity(doc_type="collegeprogramma"), facts=tuple(facts)))
        yield made


def test_each_row_is_open_in_one_way(library: Library) -> None:
    ways = [open_state(each) for each in library.facts("commitment")]
    assert ways == [STUCK, STUCK, GOES_ON, IN_HAND, IN_HAND, None, None]


@pytest.mark.parametrize(
    ("wanted", "states", "number"),
    [
        pytest.param([STUCK], (), 2, id="what is stuck"),
        pytest.param([STUCK, IN_HAND], (), 4, id="two ways"),
        pytest.param([GOES_ON], ("Voldaan",), 2, id="a way and a state"),
        pytest.param(OPEN_STATES, (), 5, id="all ways: what is open"),
        pytest.param([], (), 7, id="no way: all"),
    ],
)
def test_a_list_can_be_narrowed_to_a_way(
    library: Library, wanted: Sequence[str], states: tuple[str, ...], number: int
) -> None:
    choice = Choice(listed=states, listed_rows=left_open(library, wanted))
    assert (
        library.count_facts("commitment", choice=choice)[0] == number == len(library.facts("commitment", choice=choice))
    )


def test_where_no_row_is_open_so_none_is_listed(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        put(library, document("weg", facts=(row(0, "Openstaand", "gepland"),)))
        choice = Choice(listed_rows=left_open(library, [STUCK]))
        assert library.count_facts("commitment", choice=choice)[0] == 0
