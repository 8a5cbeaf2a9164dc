"""When a fact that was found is one that was annotated; the rules are those of ../shared/evaluation."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ingest.fact_types import Amount, Commitment, Fact, Official

LONGEST_SPAN = 600
"""A found span that is longer matches nothing: it would cover any fact."""
SAME_SPAN = 0.5
SHORTEST_COVERED = 15
COVERED = 0.8

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Expected:
    """An annotation whose place in the text is known."""

    id: str
    kind: str
    span: Span
    must: bool
    labels: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Matches:
    """Which found fact fits which annotation best, by position; one may fit several."""

    of_expected: Mapping[int, int]
    of_found: Mapping[int, int]


def overlap(expected: Span, found: Span) -> float:
    """How well two spans agree; 0.0 where they don't match."""
    shared = min(expected[1], found[1]) - max(expected[0], found[0])
    if shared <= 0 or found[1] - found[0] > LONGEST_SPAN:
        return 0.0
    lengths = expected[1] - expected[0], found[1] - found[0]
    over_union = shared / (sum(lengths) - shared)
    if over_union >= SAME_SPAN:
        return over_union
    covered = min(lengths) >= SHORTEST_COVERED and shared / min(lengths) >= COVERED
    return over_union if covered else 0.0


def match(expected: Sequence[Expected], found: Sequence[Fact]) -> Matches:
    """Pair annotations and found facts of one kind, the best agreement first."""
    if expected and expected[0].kind == "official":
        scores = [
            (1.0, i, j)
            for i, one in enumerate(expected)
            for j, other in enumerate(found)
            if isinstance(other, Official) and other.name == one.labels["name"]
        ]
    else:
        scores = [
            (score, i, j)
            for i, one in enumerate(expected)
            for j, other in enumerate(found)
            if (score := overlap(one.span, (other.start, other.end)))
        ]
    of_expected: dict[int, int] = {}
    of_found: dict[int, int] = {}
    for _, i, j in sorted(scores, reverse=True):
        of_expected.setdefault(i, j)
        of_found.setdefault(j, i)
    return Matches(of_expected, of_found)


def agreement(expected: Expected, found: Fact) -> dict[str, bool]:
    """Per label that the annotation gives, whether the found fact says the same."""
    values: dict[str, Any] = {}
    if isinstance(found, Commitment):
        values = {"strength": found.strength, "status": found.status, "amount_eur": found.amount_eur}
        period = found.deadline.period if found.deadline else None
        values["deadline"] = {
            "iso_start": _iso(period.start if period else None),
            "iso_end": _iso(period.end if period else None),
        }
    elif isinstance(found, Amount):
        values = {"value_eur": found.value_eur}
    elif isinstance(found, Official):
        values = {"role": found.role}
    return {name: expected.labels[name] == value for name, value in values.items() if name in expected.labels}


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
