"""The goals of a document as a tree, in the order to read them: each below the goal that it hangs on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.store.rows import FactRow
from ingest.fact_types import Goal


@dataclass(frozen=True, slots=True)
class Branch:
    """A goal and how deep it hangs, from 0."""

    row: FactRow
    goal: Goal
    depth: int


def branches(rows: Iterable[FactRow]) -> tuple[Branch, ...]:
    """The goals among the facts of one document, parents before their children, else as they stand in the text.

    A goal whose parent isn't among them stands on top.
    """
    found = sorted(((row, row.fact) for row in rows if isinstance(row.fact, Goal)), key=lambda pair: pair[1].start)
    children: dict[int | None, list[int]] = defaultdict(list)
    for i, (_, goal) in enumerate(found):
        children[_parent(goal, i, [other for _, other in found])].append(i)

    def below(parent: int | None, depth: int) -> Iterator[Branch]:
        for i in children[parent]:
            yield Branch(*found[i], depth)
            yield from below(i, depth + 1)

    return tuple(below(None, 0))


def _parent(goal: Goal, i: int, goals: list[Goal]) -> int | None:
    """The nearest goal before this one by the name of its parent: another programma may have one like it."""
    if goal.parent is None:
        return None
    named = [j for j in range(i) if (goals[j].code, goals[j].label) == (goal.parent_code, goal.parent)]
    return named[-1] if named else None
