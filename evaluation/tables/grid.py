"""A table of figures that knows what each of them means, and how it looks as a web page."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Literal

Direction = Literal["last", "bate", "saldo"]
Format = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Truth:
    """A printed figure: its value in euros, signed as printed, and what a reader knows of it.

    Attributes:
        row: words that the label of its row holds.
        direction: None where the table leaves it open.
    """

    value: float
    row: str
    year: int | None
    direction: Direction | None
    taakveld: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds; `print` is False for one that has no figures ("V" or "N")."""

    year: int | None = None
    direction: Direction | None = None
    sign: int = 1


@dataclass(slots=True)
class Sheet:
    """A document of one or more tables: its pages as HTML, and the truth of every figure.

    Attributes:
        turned: how the pages are turned after printing: "page" by the page's own rotation, "text" drawn sideways.
    """

    name: str
    style: str = ""
    body: list[str] = field(default_factory=list)
    truths: list[Truth] = field(default_factory=list)
    turned: Literal["", "page", "text"] = ""

    def html(self) -> str:
        """The whole document."""
        head = f'<meta charset="utf-8"><title>{self.name}</title><style>{_PLAIN}{self.style}</style>'
        return f'<!doctype html><html lang="nl"><head>{head}</head><body>{"".join(self.body)}</body></html>'


_PLAIN = """@page { size: A4; margin: 20mm } body { font: 9pt/1.35 "Liberation Sans", sans-serif }
table { border-collapse: collapse; width: 100% } td, th { padding: 1.5pt 3pt; vertical-align: top; text-align: left }
.n { text-align: right; white-space: nowrap } h2 { font-size: 13pt } .b td { font-weight: bold }
"""


class Grid:
    """Builds one table of a sheet, row by row, drawing figures that occur once in the whole sheet."""

    def __init__(self, sheet: Sheet, columns: Sequence[Column], show: Format, unit: float, draw: random.Random) -> None:
        self._sheet, self._columns, self._show, self._unit, self._draw = sheet, columns, show, unit, draw
        self._head: list[str] = []
        self._rows: list[str] = []
        self._side: Direction | None = None

    def head(self, *cells: str | tuple[str, int]) -> None:
        """A row of heads; ("2025", 3) spans three columns, a line break in a head is "\\n"."""
        html = []
        for place, cell in enumerate(cells):
            text, span = cell if isinstance(cell, tuple) else (cell, 1)
            look = ' class="n"' if place else ""
            html.append(f'<th colspan="{span}"{look}>{escape(text).replace(chr(10), "<br>")}</th>')
        self._head.append(f"<tr>{''.join(html)}</tr>")

    def group(self, *labels: str, side: Direction | None = None) -> None:
        """A row without figures; `side` is what it says of the rows below it."""
        self._side = side
        cells = [*labels, *[""] * len(self._columns)]
        self._rows.append('<tr class="b">' + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>")

    def row(
        self,
        *labels: str,
        known: str = "",
        taakveld: str | None = None,
        direction: Direction | None = None,
        empty: Sequence[int] = (),
        extra: Sequence[str] = (),
        sign: int = 1,
        nil: str = "",
    ) -> None:
        """A row of figures; those at the places `empty` are `nil`; `extra` cells follow ("V")."""
        cells = [f"<td>{escape(label)}</td>" for label in labels]
        for place, column in enumerate(self._columns):
            if place in empty:
                cells.append(f'<td class="n">{nil}</td>')
                continue
            value = self._fresh() * sign * column.sign
            cells.append(f'<td class="n">{escape(self._show(value))}</td>')
            side = column.direction or direction or self._side
            self._sheet.truths.append(
                Truth(round(value * self._unit, 2), known or labels[-1], column.year, side, taakveld)
            )
        cells.extend(f'<td class="n">{text}</td>' for text in extra)
        self._rows.append(f"<tr>{''.join(cells)}</tr>")

    def end(self, *, repeat: bool = True) -> None:
        """Put the table into the sheet; its head is repeated on each page unless told otherwise."""
        rows, heads = "".join(self._rows), "".join(self._head)
        head = f"<thead>{heads}</thead>" if repeat else heads
        self._sheet.body.append(f"<table>{head}<tbody>{rows}</tbody></table>")

    def _fresh(self) -> float:
        taken = {abs(truth.value) for truth in self._sheet.truths}
        while True:
            value = float(self._draw.randint(21, 48_000)) if self._unit < 1e6 else self._draw.randint(11, 980) / 10
            euros = round(value * self._unit, 2)
            if euros not in taken and not 1980 <= value <= 2049:
                return value


def years(first: int, count: int, direction: Direction | None = None) -> list[Column]:
    """A column for each of `count` years, the first one first."""
    return [Column(first + place, direction) for place in range(count)]
