"""The side of rows that only the total below them names: 1.1, 1.2, "Totaal lasten"."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.facts.tables.figures import sums_up
from ingest.facts.tables.labels import direction_of, is_total_of_side
from ingest.facts.tables.stretches import Line


def sided(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that add up to a total of lasten or baten right below them with its side."""
    found: list[Line] = []
    first = 0
    for line in lines:
        label = " ".join(cell for cell in line.row.cells[: line.first] if cell)
        found.append(line)
        if not is_total_of_side(label):
            continue
        above = found[first:-1]
        if sums_up(line.figures, [one.figures for one in above]):
            side = direction_of(label)
            found[first:-1] = [replace(one, side=one.side or side) for one in above]
        first = len(found)
    return found
