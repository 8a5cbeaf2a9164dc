"""Lists of promises and tables of actions: each row is a commitment, its columns are known by their heads."""

from collections.abc import Iterable, Iterator

from ingest.dutch import Span
from ingest.fact_types import Commitment, CommitmentStatus, Deadline, Strength
from ingest.facts.acts.cues import cues_in
from ingest.facts.listings import ListedRow, cell_of, standing_of
from ingest.facts.periods import OPEN, Anchor, TimeExpression, time_expressions
from ingest.facts.states import RegisterStatus


def registered(text: str, rows: Iterable[ListedRow], anchor: Anchor) -> Iterator[Commitment]:
    """The commitments that the rows of lists are, in order."""
    return (_commitment(text, row, anchor) for row in rows)


def _commitment(text: str, row: ListedRow, anchor: Anchor) -> Commitment:
    start, end = row.cells["what"]
    quote = text[start:end]
    holder = cell_of(text, row, "holder") or None
    deadline = _deadline(text, row, anchor)
    standing = standing_of(text, row)
    state = standing.state if standing else None
    return Commitment(
        start=start,
        end=end,
        text=quote,
        confidence=0.85 if row.promised else 0.7,
        actor=holder,
        action=" ".join(quote.split()),
        object=None,
        strength="weak" if "hedge" in cues_in(quote) else _strength(holder is not None, deadline),
        status=_status(state),
        deadline=deadline,
        promise_type="toezegging" if row.promised else "voornemen",
        holder=holder,
        number=cell_of(text, row, "number") or None,
        register_status=state,
        register_said=standing.said if standing else None,
    )


def _deadline(text: str, row: ListedRow, anchor: Anchor) -> Deadline | None:
    """What the columns for the term say, the new one first; a list without such a column has it in the promise."""
    for name in ("new term", "term"):
        found = _dated(text, row.cells[name], anchor) if name in row.cells else []
        if found:
            return Deadline(found[-1].text, found[-1].period)
    if {"new term", "term"} & row.cells.keys():
        return None
    found = _dated(text, row.cells["what"], anchor)
    last_days = [each for each in found if each.bound in ("end", "before")]
    chosen = last_days or [each for each in found if each.lead or len(found) == 1]
    return Deadline(chosen[0].text, chosen[0].period) if chosen else None


def _dated(text: str, cell: Span, anchor: Anchor) -> list[TimeExpression]:
    return [expression for expression in time_expressions(text, *cell, anchor) if expression.period != OPEN]


def _strength(has_holder: bool, deadline: Deadline | None) -> Strength:
    return "strong" if has_holder or deadline else "medium"


def _status(state: RegisterStatus | None) -> CommitmentStatus:
    return "realised" if state == "Voldaan" else "planned"
