"""What was read in a passage or on a page, a line each: speerpunten, goals, commitments, officials and figures."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from index.store.rows import FactRow
from ingest.fact_types import Amount, Commitment, Goal, Indicator, Official, Speerpunt
from views.judging import marks_on, show_checked
from views.links import show_follow
from views.words import KIND, KIND_OF_ONE, STATUS, amount_in_words, by_when, counted, euros, goal_name, office, who_acts


def show_related(rows: Sequence[FactRow]) -> None:
    """The facts, folded away under how many there are of each kind; nothing where there are none."""
    if not rows:
        return
    with st.expander(f"Hier gelezen: {counts(rows)}"):
        marks = marks_on(rows)
        for row in rows:
            st.text(in_words(row))
            if row.id in marks:
                show_checked(marks[row.id])
            if isinstance(row.fact, Commitment):
                show_follow(row)


def counts(rows: Sequence[FactRow]) -> str:
    """How many there are of each kind: "1 speerpunt, 2 bedragen"."""
    numbers = Counter(row.fact.kind for row in rows)
    return ", ".join(counted(numbers[kind], KIND_OF_ONE[kind], KIND[kind]) for kind in KIND if numbers[kind])


def in_words(row: FactRow) -> str:
    """What kind of fact it is, what it says, and the words that say it."""
    fact = row.fact
    match fact:
        case Speerpunt() | Goal():
            return f"{goal_name(fact) if isinstance(fact, Goal) else 'Speerpunt'}: {_line(fact.label)}"
        case Commitment():
            money = f", {euros(fact.amount_eur)}" if fact.amount_eur is not None else ""
            said = (
                f"{who_acts(fact) if fact.actor else 'niet genoemd wie'}, {by_when(fact)}{money}, {STATUS[fact.status]}"
            )
            return f"Toezegging of voornemen ({said}): {_line(fact.text)}"
        case Official():
            return f"Bestuurder: {fact.name}, {office(fact)}"
        case Amount():
            return f"Bedrag: {amount_in_words(fact)}"
        case Indicator():
            values = [("waarde", fact.value), ("streefwaarde", fact.target)]
            said = "".join(
                f", {name} {value} {fact.unit or ''}".rstrip() for name, value in values if value is not None
            )
            return f"Indicator: {_line(fact.name)}{said}"
    return _line(fact.text)


def _line(text: str) -> str:
    return " ".join(text.split())
