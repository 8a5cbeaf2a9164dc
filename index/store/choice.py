"""Which commitments of a list are wanted, and in what order: SQL on a fact `f`, so that no list is read whole."""

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from index.store.selecting import Clause, id_list
from ingest.fact_types import CommitmentStatus, Strength

Due = Literal["over", "coming", "none"]
"""Of a deadline: it is past, it is still to come, or there is none."""

UNDONE: tuple[CommitmentStatus, ...] = ("planned", "ongoing", "undecided", "opposed")
"""What is shown without a choice: what a paper says is done isn't waited for."""

Sort = Literal["place", "newest", "deadline", "firmness", "amount"]

_LAST_DAY = "json_extract(f.attributes, '$.deadline.period.end')"
_DEADLINE = f"coalesce({_LAST_DAY}, json_extract(f.attributes, '$.deadline.period.start'))"
_STRENGTH = "json_extract(f.attributes, '$.strength')"
_AMOUNT = "json_extract(f.attributes, '$.amount_eur')"
_CHECKABLE = Clause(
    f"({_DEADLINE} IS NOT NULL OR {_AMOUNT} IS NOT NULL OR json_extract(f.attributes, '$.number') IS NOT NULL OR "
    "json_extract(f.attributes, '$.promise_type') IN ('toezegging', 'afspraak', 'besluit', 'verplichting'))"
)
_KEPT_APART = frozenset("bdfghjklmpqrstvwxz0123456789")
"""Letters that no accent is put on: all others may stand for one that has it."""
_ORDER: dict[Sort, str] = {
    "place": "",
    "newest": "",
    "deadline": f"{_DEADLINE} IS NULL, {_DEADLINE}, ",
    "firmness": f"CASE {_STRENGTH} WHEN 'strong' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, ",
    "amount": f"{_AMOUNT} IS NULL, {_AMOUNT} DESC, ",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked of commitments besides the filters; what is empty leaves its own part open.

    Attributes:
        listed: states that a list of commitments gives ("Openstaand").
        listed_rows: commitments that are wanted besides those in these states, or where these are empty instead: their
            ids.
        newer: the state of commitments whose newest one another list gives (`Registers.newer`), by their id; without
            it a commitment has the state that its own row gives.
        among: only facts with one of these ids.
        without: facts that are left out, by their ids.
        words: folded words; only facts whose text or headings may hold each of them. What this lets through is still to
            be compared with what is shown: `index.tracing.worded`.
        taakvelden: only sums in the row of a task field.
        checkable: only what can be held against what came of it: with a deadline or an amount, or formally given.
        today: the day by which a deadline is past; needed for `due`.
        sort: "place" is by path and place; "newest" by the time of the document, papers of more municipalities last.
    """

    strengths: tuple[Strength, ...] = ()
    states: tuple[CommitmentStatus, ...] = ()
    due: Due | None = None
    listed: tuple[str, ...] = ()
    listed_rows: tuple[int, ...] = ()
    newer: tuple[tuple[int, str], ...] = ()
    among: tuple[int, ...] = ()
    without: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    taakvelden: bool = False
    checkable: bool = False
    today: datetime.date = datetime.date.min
    sort: Sort = "place"

    def clause(self) -> Clause:
        """The condition; a past deadline is of what wasn't done yet, according to the document itself and to lists."""
        parts: list[Clause] = []
        for name, wanted in (("strength", self.strengths), ("status", self.states)):
            if wanted:
                parts.append(_one_of(name, wanted))
        if self.listed or self.listed_rows:
            state = self._listed_as(self.listed)
            sql = f"(f.id IN (SELECT value FROM json_each(?)) OR coalesce({state.sql}, 0))"  # noqa: S608
            parts.append(Clause(sql, (id_list(self.listed_rows), *state.values)))
        if self.among:
            parts.append(Clause("f.id IN (SELECT value FROM json_each(?))", (id_list(self.among),)))
        if self.without:
            parts.append(Clause("f.id NOT IN (SELECT value FROM json_each(?))", (id_list(self.without),)))
        parts += map(_may_hold, self.words)
        if self.taakvelden:
            parts.append(Clause("json_extract(f.attributes, '$.taakveld') IS NOT NULL"))
        if self.checkable:
            parts.append(_CHECKABLE)
        if self.due == "none":
            parts.append(Clause(f"{_DEADLINE} IS NULL"))
        elif self.due == "coming":
            parts.append(Clause(f"{_DEADLINE} >= ?", (self.today.isoformat(),)))
        elif self.due == "over":
            undone = "json_extract(f.attributes, '$.status') NOT IN ('realised', 'opposed')"
            closed = self._listed_as(("Voldaan", "Vervallen"))
            sql = f"{_LAST_DAY} < ? AND {undone} AND NOT coalesce({closed.sql}, 0)"
            parts.append(Clause(sql, (self.today.isoformat(), *closed.values)))
        values = tuple(value for part in parts for value in part.values)
        return Clause(" AND ".join(part.sql for part in parts) or "1", values)

    def order(self) -> str:
        """What comes before place in ORDER BY; ends with a comma, or is empty."""
        return _ORDER[self.sort]

    def _listed_as(self, wanted: Sequence[str]) -> Clause:
        """That the newest list gives one of these states; null or false where none does."""
        own = _one_of("register_status", wanted)
        known = id_list(number for number, _ in self.newer)
        meant = id_list(number for number, state in self.newer if state in wanted)
        within = "f.id IN (SELECT value FROM json_each(?))"
        return Clause(f"(CASE WHEN {within} THEN {within} ELSE {own.sql} END)", (known, meant, *own.values))


ANY = Choice()
NONE = (0,)
"""For `among`: no fact has this id."""


def _one_of(name: str, wanted: Sequence[str]) -> Clause:
    sql = f"json_extract(f.attributes, '$.{name}') IN (SELECT value FROM json_each(?))"  # noqa: S608
    return Clause(sql, (json.dumps(list(wanted)),))


def _may_hold(word: str) -> Clause:
    """SQLite's LIKE knows no accents."""
    pattern = f"%{''.join(letter if letter in _KEPT_APART else '_' for letter in word)}%"
    listed = "json_extract(f.attributes, '$.register_said')"
    return Clause(f"(f.text LIKE ? OR f.heading_path LIKE ? OR {listed} LIKE ?)", (pattern,) * 3)
