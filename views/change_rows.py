"""What became of two papers as a list to take along: the old and the new beside each other, each with its source."""

import datetime
from typing import Any

from index.changes import Changes, Kind
from index.export import Record
from index.store.rows import FactRow, PassageRow
from ingest.fact_types import Indicator, Speerpunt
from views.columns import source_columns
from views.words import KIND_OF_ONE

KIND: dict[Kind, str] = {
    "changed": "In beide, met andere woorden",
    "same": "In beide, vrijwel gelijk",
    "new": "Alleen gevonden in het nieuwe stuk",
    "dropped": "Alleen gevonden in het oude stuk",
}
"""In the order of the screen: what can be compared comes first."""
OF_PASSAGES: dict[Kind, str] = KIND | {"changed": "In beide, over hetzelfde onderwerp"}
"""The same of passages. Of twelve pairs drawn from two real budgets two said the same in other words, six were on the
same subject, and four on another."""
SIDES = ("Oud", "Nieuw")
FIGURE = {True: "Ander cijfer", False: "Zelfde cijfer"}
LEAP = "Let op: het verschil is zo groot dat er waarschijnlijk iets anders is geteld."
"""Of figures that can't be of the same thing, though their unit reads the same."""
_OF_A_SIDE = ("citaat", "bron", "bladzijde", "thema's", "bestand", "sha256", "link")
"""What stands in the list of each side; "link oud" can be clicked as "link" can."""

_Columns = dict[str, Any]


def label_of(row: FactRow) -> str:
    """What a speerpunt is called."""
    return row.fact.label if isinstance(row.fact, Speerpunt) else row.fact.text


def change_rows(found: Changes, base: str, made: datetime.date) -> list[Record]:
    """A row for each speerpunt, passage and indicator, in the order of the screen."""

    def both(what: str, outcome: str, old: FactRow | PassageRow | None, new: FactRow | PassageRow | None) -> _Columns:
        columns: _Columns = {"wat": KIND_OF_ONE.get(what, what), "uitkomst": outcome}
        for side, row in zip(SIDES, (old, new), strict=True):
            columns |= _side(row, side.lower(), base, made)
        return columns

    rows: list[_Columns] = []
    for kind, said in KIND.items():
        for change in found.speerpunten:
            if change.kind == kind:
                named = change.named.text if change.named else None
                rows.append(both("speerpunt", said, change.old, change.new) | {"wel genoemd": named})
    rows += [
        both("passage", said, passages.old, passages.new)
        for kind, said in OF_PASSAGES.items()
        for passages in found.passages
        if passages.kind == kind
    ]
    rows += [
        both("indicator", FIGURE[pair.is_changed], pair.old, pair.new)
        | _figure(pair.old, "oud")
        | _figure(pair.new, "nieuw")
        | {"let op": LEAP if pair.is_leap else None if pair.same_unit else "Let op: de eenheid is niet dezelfde."}
        for pair in found.figures
    ]
    return [columns | {"gemaakt op": made.isoformat()} for columns in rows]


def _side(row: FactRow | PassageRow | None, side: str, base: str, made: datetime.date) -> _Columns:
    """The columns of one side; empty where the paper has none."""
    columns = {} if row is None else source_columns(row, *_quoted(row), base, made)
    return {f"{name} {side}": columns.get(name) for name in _OF_A_SIDE}


def _quoted(row: FactRow | PassageRow) -> tuple[str, tuple[int, int]]:
    if isinstance(row, FactRow):
        return row.fact.text, (row.fact.start, row.fact.end)
    return row.text, (row.start, row.end)


def _figure(row: FactRow, side: str) -> _Columns:
    fact = row.fact
    if not isinstance(fact, Indicator):
        return {}
    values = {"indicator": fact.name, "cijfer": fact.value, "eenheid": fact.unit, "peiljaar": fact.reference_year}
    return {f"{name} {side}": value for name, value in values.items()}
