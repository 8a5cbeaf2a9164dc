"""What a list says of where a commitment stands, in words: its state, and what the list itself says."""

from collections.abc import Iterable, Sequence

from index.store.rows import FactRow, PassageRow
from index.tracing.registers import OF_LISTS, is_listed
from ingest.fact_types import Commitment
from views.words import STATUS, STRENGTH, cut_short, day

_LONGEST = 160
"""Characters of what a list says of one row; a column of remarks may have a page."""


def listed_on(row: FactRow | None) -> str:
    """Which list says so: "toezeggingenlijst van 1 september 2024"."""
    date = row.document.identity.date.value if row is not None else None
    is_of_promises = row is None or row.document.doc_type == OF_LISTS
    name = "toezeggingenlijst" if is_of_promises else "lijst met de stand van zaken"
    return name + (f" van {day(date)}" if date else "")


def state_words(row: FactRow | None) -> str:
    """The state and the list's own words, where these are others: "Openstaand (in de lijst: “knelpunt (!)”)"."""
    fact = row.fact if row is not None else None
    if not isinstance(fact, Commitment):
        return ""
    state, said = fact.register_status or "", fact.register_said or ""
    if not said or said.casefold() == state.casefold():
        return state
    quoted = f"“{cut_short(said, _LONGEST)}”"
    return f"{state} (in de lijst: {quoted})" if state else f"niet duidelijk (in de lijst: {quoted})"


def signs_in_words(passage: PassageRow, facts: Iterable[FactRow], marks: Sequence[tuple[int, int]]) -> list[str]:
    """Of each row of a list in which marked words stand, what its sign means: "Sanering haven: Openstaand (in de lijst:
    “knelpunt (!)”)"; a state that the passage itself has in words is left out."""
    said = []
    for row in facts:
        fact = row.fact
        if isinstance(fact, Commitment) and fact.register_said and fact.register_said not in passage.text:
            begin, end = fact.start - passage.start, fact.end - passage.start
            if any(begin <= start < end for start, _ in marks):
                said.append(f"{cut_short(fact.text, _LONGEST)}: {state_words(row)}")
    return said


def has_firmness(row: FactRow) -> bool:
    """Whether one can tell how firm it is: a row of a list of states names a subject, and promises nothing."""
    return isinstance(row.fact, Commitment) and (row.fact.promise_type == "toezegging" or not is_listed(row))


def own_words(row: FactRow) -> list[str]:
    """How firm a promise is and how it stands, as its paper says; of a row of a list the list says where it stands."""
    fact = row.fact
    if not isinstance(fact, Commitment):
        return []
    firmness = [f"Stevigheid: {STRENGTH[fact.strength]}"] if has_firmness(row) else []
    return firmness if is_listed(row) else [*firmness, f"Stand: {STATUS[fact.status]}"]


def project_words(rows: Sequence[FactRow]) -> str:
    """What the first of these rows says of the project of a promise; empty without one."""
    if not rows:
        return ""
    quoted = cut_short(" ".join(rows[0].fact.text.split()), _LONGEST)
    return f"Over dit project in de {listed_on(rows[0])}: “{quoted}”: {state_words(rows[0])}"
