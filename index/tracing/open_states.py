"""What lists say of what they leave open: that it is stuck, goes on without an end, or is planned or in hand.

The Tweede Kamer has one state for all three; who wants to know what goes wrong looks for the first.
"""

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from index.language.wordlists import any_of
from index.library import Library
from index.store.choice import Choice
from index.store.rows import FactRow
from index.tracing.registers import Registers
from ingest.fact_types import Commitment

OpenState = Literal["knelpunt", "doorlopend", "gepland of in behandeling"]
OPEN_STATES: tuple[OpenState, ...] = get_args(OpenState)
_OPEN = "Openstaand"
_NONE = 0
"""No fact has this id."""


def open_state(row: FactRow) -> OpenState | None:
    """How a row of a list leaves open what it names; None where it doesn't."""
    fact = row.fact
    if not isinstance(fact, Commitment) or fact.register_status != _OPEN:
        return None
    said = fact.register_said or ""
    if any_of("knelpunten.txt").search(said):
        return "knelpunt"
    return "doorlopend" if any_of("doorlopend.txt").search(said) else "gepland of in behandeling"


def left_open(library: Library, wanted: Iterable[str]) -> tuple[int, ...]:
    """The ids of the commitments that the newest list which names them leaves open in one of these ways; empty where
    none of these is such a way, and without any real id where no commitment is left open so."""
    ways = [way for way in OPEN_STATES if way in wanted]
    if not ways:
        return ()
    found = library.once("left open", lambda: _by_way(library))
    return tuple(number for way in ways for number in found[way]) or (_NONE,)


def _by_way(library: Library) -> Mapping[OpenState, list[int]]:
    registers = Registers(library)
    found: dict[OpenState, list[int]] = {way: [] for way in OPEN_STATES}
    # Read as they are: only ids leave here.
    for row in Library.facts(library, "commitment", choice=Choice(listed=(_OPEN,), newer=registers.newer())):
        way = open_state(registers.standing(row) or row)
        if way:
            found[way].append(row.id)
    return found
