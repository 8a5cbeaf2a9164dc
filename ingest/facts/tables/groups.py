"""Which group the rows of a table belong to, and on which side: what the rows and texts above them say."""

import re
from dataclasses import dataclass

from ingest.facts.tables.labels import (
    Direction,
    ends_side,
    is_side,
    is_total_of_side,
    opens_with_code,
    side_of_group,
    taakveld_of,
    without_side,
)
from ingest.facts.tables.rows import Row

_SEVERAL = 2
"""Taakvelden on end that name no side, after which "Baten" is not of the last of them."""

_LETTERS = re.compile(r"[A-Za-zÀ-ÿ]{3}")


@dataclass(slots=True)
class Groups:
    """What the rows and texts so far say of the rows to come.

    Attributes:
        group: the taakveld that rows of its sides would belong to.
        open_group: the group was opened by a line without figures.
        side: of the group of rows that a line without figures opened.
        total: of the rows of taakvelden below a row "Lasten" that gives their sum.
        alone: rows of taakvelden on end that name no side.
    """

    group: str = ""
    open_group: bool = False
    side: Direction | None = None
    total: Direction | None = None
    alone: int = 0

    def read(self, text: str) -> None:
        """Take in a line that has no figures."""
        self.total, self.alone = None, 0
        if taakveld_of(text) and opens_with_code(text):
            self.group, self.open_group = without_side(text), True
        elif side := side_of_group(text):
            self.side, self.group = side, self.group if is_side(text) else ""
        elif text:
            self.group, self.open_group = "", False
            self.side = None if ends_side(text) else self.side

    def of_row(self, row: Row, first: int) -> tuple[str, Direction | None]:
        """The group and the side of a row with figures."""
        label = " ".join(cell for cell in row.cells[:first] if cell)
        found = next((cell for cell in (label, *row.cells[: min(first, 2)]) if opens_with_code(cell)), "")
        if found and taakveld_of(found):
            self.group, self.open_group = without_side(found), False
            self.alone = self.alone + 1 if without_side(label) == label else 0
            return self.group, self.side or self.total
        if is_side(label):
            self._of_side(label)
        elif _LETTERS.search(label) and not (self.open_group and is_total_of_side(label)):
            self.group, self.open_group, self.total, self.alone = "", False, None, 0
        return self.group, self.side

    def _of_side(self, label: str) -> None:
        """A row "Lasten": of the taakveld above it, or the sum of the taakvelden below it."""
        self.open_group = False
        if self.alone >= _SEVERAL or not self.group:
            self.group, self.total = "", side_of_group(label)
        self.alone = 0
