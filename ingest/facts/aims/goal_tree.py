"""Goals as a tree: on which branch each hangs, and each once in a document."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ingest.fact_types import Goal, GoalLevel
from ingest.facts.aims.goal_marks import parts

_RANK: dict[GoalLevel, int] = {"programma": 0, "doel": 1, "subdoel": 2, "prestatie": 3}
_LEAST_PARTS = 2
"""Of a code that names one goal in its programma; "1." is the first of any list."""

_SEVERAL = 2


@dataclass
class Tree:
    """The goals found so far, in the order of the text."""

    goals: list[Goal] = field(default_factory=list)
    _coded: dict[tuple[object, ...], list[Goal]] = field(default_factory=dict)
    _seen: dict[tuple[object, ...], Goal] = field(default_factory=dict)

    def add(self, goal: Goal, programme: Goal | None, around: Sequence[Goal], near: Iterable[Goal] = ()) -> Goal:
        """The goal with its parent; what was added before under the same name or code is given back as it was.

        Args:
            programme: that it stands in.
            around: the goals whose headings it stands below, the innermost last, or whose row of a table it shares.
            near: goals in the same part of the text; if one only stands above it, that is its parent.
        """
        keys = _keys(goal, programme)
        known = next((self._seen[key] for key in keys if key in self._seen), None)
        if known:
            return known
        beside = [other for other in (_above(goal, around), _only(goal, near)) if other]
        parent = self._by_code(goal, programme) or max(beside, key=lambda other: other.start, default=programme)
        if parent and parent.level != "programma" and parent.level == goal.level and not goal.code:
            parent = programme
        placed = replace(goal, parent_code=parent.code, parent=parent.label) if parent else goal
        self._seen.update(dict.fromkeys(keys, placed))
        self.goals.append(placed)
        if goal.code:
            self._coded.setdefault((_where(programme), parts(goal.code)), []).append(placed)
        return placed

    def _by_code(self, goal: Goal, programme: Goal | None) -> Goal | None:
        """The goal whose code begins this one's: "1.2" of "1.2.1", or "2." where codes count within programma 1."""
        own = parts(goal.code or "")
        first = parts(programme.code or "") if programme else ()
        for length in range(len(own) - 1, 0, -1):
            inner = {own[1:length]} if length > 1 and own[:1] == first else set()
            found = [other for code in (own[:length], *inner) for other in self._within(programme, code)]
            if length == 1 and len(own) > _LEAST_PARTS and own[:1] == first:
                found = [other for other in found if other == programme]
            found = [other for other in found if _RANK[other.level] <= _RANK[goal.level] and other.level != "prestatie"]
            if found:
                return max(reversed(found), key=lambda other: _RANK[other.level])
        return None

    def _within(self, programme: Goal | None, code: tuple[str, ...]) -> list[Goal]:
        """The goals of a programma with this code, and the programma itself if it is the one."""
        own = [programme] if programme and programme.code and parts(programme.code) == code else []
        return [*own, *self._coded.get((_where(programme), code), ())]


def _where(programme: Goal | None) -> tuple[str | None, str] | None:
    return (programme.code, programme.label) if programme else None


def remember(near: list[tuple[int, Goal]], depth: int, goal: Goal) -> None:
    """Add a goal to those that stand at a depth; two of a level are enough to know that neither is the only one."""
    if sum(at == depth and other.level == goal.level for at, other in near) < _SEVERAL:
        near.append((depth, goal))


def _above(goal: Goal, around: Sequence[Goal]) -> Goal | None:
    return next((other for other in reversed(around) if _RANK[other.level] < _RANK[goal.level]), None)


def _only(goal: Goal, near: Iterable[Goal]) -> Goal | None:
    """The goal of the deepest level above this one that has no other of its level beside it."""
    found = [other for other in near if 0 < _RANK[other.level] < _RANK[goal.level]]
    for rank in range(_RANK[goal.level] - 1, 0, -1):
        of_rank = [other for other in found if _RANK[other.level] == rank]
        if len(of_rank) == 1:
            return of_rank[0]
    return None


def _keys(goal: Goal, programme: Goal | None) -> list[tuple[object, ...]]:
    """By what a goal is known: its words, and its code where that is its alone."""
    where = _where(programme)
    keys: list[tuple[object, ...]] = [(goal.level, where, re.sub(r"\W+", " ", goal.label.lower()).strip())]
    code = parts(goal.code or "")
    if len(code) >= _LEAST_PARTS or (code and goal.level == "programma"):
        keys.append((goal.level, where, code))
    return keys
