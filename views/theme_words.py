"""What the page of a theme says of a turn and of figures, and the rows that one takes along."""

import datetime
from collections.abc import Mapping, Sequence

from index.export import Record
from index.store.rows import FactRow
from index.tracing.measures import Measure
from index.tracing.stages import Stage
from index.tracing.theme_cycle import Cycle, Turn
from index.tracing.theme_figures import Direction, SumKind, SumSeries
from views.columns import source_columns
from views.when import when

STAGE: Mapping[Stage | None, str] = {
    "plan": "Plan",
    "begroting": "Begroting",
    "verslag": "Verslag",
    "raad": "Raad",
    None: "Overig",
}
"""The part of the cycle that a document belongs to."""

SUM_KIND: Mapping[SumKind, str] = {
    "budget": "begroot",
    "revised": "bijgesteld",
    "realised": "werkelijk",
    "estimate": "geraamd",
    "sum": "",
}
"""What a column says that its sums are."""

_CHARGE: Mapping[Direction | None, str] = {"last": "lasten", "bate": "baten", None: ""}
_MEASURE: Mapping[Measure, str] = {
    "flow": "",
    "opening": "stand per 1 januari",
    "closing": "stand per 31 december",
    "balance": "stand",
    "addition": "toevoeging",
    "withdrawal": "onttrekking",
}


def series_name(series: SumSeries) -> str:
    """The row and what its sums are: "Jeugd: lasten", "Reserve wonen: onttrekking"."""
    said = _CHARGE[series.direction] or _MEASURE[series.measure]
    is_told = not said or series.label.casefold().endswith(f" {said}")
    return series.label if is_told else f"{series.label}: {said}"


def turn_rows(turns: Sequence[Turn], base: str, made: datetime.date) -> list[Record]:
    """A row a document for a spreadsheet."""
    return [
        {
            "wanneer": when(turn.document),
            "fase": STAGE[turn.stage],
            "stuk": turn.document.title,
            "passages": turn.passages,
            "speerpunten": "; ".join(row.fact.text for row in turn.speerpunten),
            "toezeggingen en voornemens": turn.promised,
            **source_columns(turn.quote.passage, turn.quote.text, (turn.quote.start, turn.quote.end), base, made),
        }
        for turn in turns
    ]


def figure_facts(found: Cycle) -> list[FactRow]:
    """The amounts and indicators that the page is made of, each once."""
    sums = [one.row for series in found.sums for one in series.sums]
    figures = [figure for series in found.indicators for figure in series.figures]
    told = [row for figure in figures for row in (figure.row, figure.target_row) if row]
    return list({row.id: row for row in (*sums, *found.other_sums, *told)}.values())
