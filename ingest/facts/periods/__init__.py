"""When something is to happen: expressions of time as spans, with the days that they cover."""

from ingest.facts.periods.single import (
    NO_ANCHOR,
    OPEN,
    PLANS_FOR_THEIR_OWN_YEAR,
    Anchor,
    Bound,
    TimeExpression,
    months,
)
from ingest.facts.periods.stretches import time_expressions

__all__ = [
    "NO_ANCHOR",
    "OPEN",
    "PLANS_FOR_THEIR_OWN_YEAR",
    "Anchor",
    "Bound",
    "TimeExpression",
    "months",
    "time_expressions",
]
