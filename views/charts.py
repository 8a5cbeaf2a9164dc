"""Charts. Every value is written beside its mark, so that no chart needs colour or a scale to be read.

Each has a description for who can't see it, and stands beside a table that holds the same.
"""

import datetime
from collections.abc import Sequence
from typing import Any

import altair as alt
import streamlit as st

from index.tracing.theme_cycle import Turn
from index.tracing.theme_figures import IndicatorSeries, SumSeries
from views.theme_words import STAGE, SUM_KIND, series_name
from views.words import euros, whole

INK = "#154273"
TEXT = "#1f2328"
_ROOM = 1.45
"""The axis is this much longer than its longest bar, for the sum that is written behind it."""
_STEP = 28
"""Pixels for a bar."""
_SIZE = 13
_DAYS = 366
_APART = 0.04
"""Part of the axis that a round mark is wide; twice that on a telephone, where two may touch."""

_ROUND = 560
"""Square pixels of a round mark that two figures fit in."""

Value = dict[str, Any]
Chart = alt.LayerChart | alt.FacetChart


def sums_chart(series: SumSeries) -> Chart:
    """A bar for each sum, with the sum behind it."""
    values: list[Value] = [
        {"label": sum_label(one.year, SUM_KIND[one.kind]), "euros": one.euros, "text": euros(one.euros)}
        for one in series.sums
    ]
    for value in values:
        value["at"] = max(0.0, value["euros"])
    least, most = min(0.0, *(each["euros"] for each in values)), max(0.0, *(each["euros"] for each in values))
    scale = alt.Scale(domain=[least, max(most, (most - least) / 2) * _ROOM], nice=False)
    place = alt.Y("label:N", sort=None, axis=_axis(labelLimit=190, ticks=False))
    base = alt.Chart(alt.InlineData(values=values), height=alt.Step(_STEP)).encode(y=place)
    bars = base.mark_bar(aria=False, color=INK).encode(x=alt.X("euros:Q", scale=scale, axis=None))
    written = base.mark_text(aria=False, align="left", dx=5, color=TEXT, fontSize=_SIZE).encode(x="at:Q", text="text:N")
    described = ", ".join(f"{value['label']}: {value['text']}" for value in values)
    return alt.layer(bars, written, description=f"Staafdiagram van {series_name(series)}. {described}.")


def sum_label(year: int, kind: str) -> str:
    """What a bar stands for: "2024, begroot"."""
    return f"{year}, {kind}" if kind else str(year)


def indicator_chart(series: IndicatorSeries) -> Chart:
    """A line with round points for the value, a dashed one with diamonds for the target; each point has its figure."""
    values: list[Value] = []
    for figure in (each for each in series.figures if each.year is not None):
        value, target = figure.numbers
        if value is not None:
            values.append({"year": figure.year, "number": value, "text": figure.value, "what": "value"})
        if target is not None:
            values.append({"year": figure.year, "number": target, "text": f"doel {figure.target}", "what": "target"})
    years = sorted({value["year"] for value in values})
    across = alt.X(
        "year:Q",
        scale=alt.Scale(domain=[years[0] - 0.5, years[-1] + 0.5], nice=False),
        axis=_axis(values=years, format="d", grid=False),
    )
    most = max(value["number"] for value in values)
    up = alt.Y("number:Q", axis=None, scale=alt.Scale(domain=[min(0.0, *_numbers(values)), (most or 1.0) * _ROOM]))
    layers = []
    for what, dash, shape, dy in (("value", [1, 0], "circle", -14), ("target", [5, 4], "diamond", 16)):
        held = [value for value in values if value["what"] == what]
        base = alt.Chart(alt.InlineData(values=held)).encode(x=across, y=up)
        layers.append(base.mark_line(aria=False, color=INK, strokeDash=dash))
        layers.append(base.mark_point(aria=False, color=INK, filled=what == "value", shape=shape, size=70, opacity=1))
        layers.append(base.mark_text(aria=False, dy=dy, color=TEXT, fontSize=_SIZE).encode(text="text:N"))
    described = ", ".join(f"{value['year']}: {value['text']}" for value in values)
    return alt.layer(*layers, height=190, description=f"Lijndiagram van {series.name}. {described}.")


def _numbers(values: Sequence[Value]) -> list[float]:
    return [value["number"] for value in values]


def cycle_chart(turns: Sequence[Turn]) -> Chart | None:
    """When which part of the cycle speaks of the theme, with the number of passages; None where no time is known."""
    told = sorted((_years(turn.when), STAGE[turn.stage], turn.passages) for turn in turns if turn.when)
    if not told:
        return None
    first, last = int(told[0][0]), int(told[-1][0]) + 1
    stages = [name for name in STAGE.values() if any(stage == name for _, stage, _ in told)]
    values: list[Value] = [
        {"time": at, "stage": name, "text": text, "size": _ROUND * max(1.0, len(text) / 2) ** 2}
        for name in stages
        for at, passages in together([(at, number) for at, stage, number in told if stage == name], last - first)
        for text in [whole(passages)]
    ]
    across = alt.X(
        "time:Q",
        axis=_axis(values=list(range(first, last + 1)), format="d", grid=True),
        scale=alt.Scale(domain=[first, last], nice=False, padding=16),
    )
    up = alt.Y("stage:N", sort=stages, axis=_axis(grid=True, ticks=False))
    base = alt.Chart(alt.InlineData(values=values), height=alt.Step(46)).encode(x=across, y=up)
    dots = base.mark_circle(aria=False, color="#ffffff", stroke=INK, strokeWidth=2, opacity=1).encode(
        size=alt.Size("size:Q", scale=None, legend=None)
    )
    written = base.mark_text(aria=False, color=TEXT, fontSize=_SIZE).encode(text="text:N")
    said = "Tijdlijn: wanneer welke stukken over het thema gaan, met het aantal passages. De stukken staan eronder."
    return alt.layer(dots, written, description=said)


def together(counts: Sequence[tuple[float, int]], span: float) -> list[tuple[float, int]]:
    """Numbers of passages with their time, in order; those whose marks would lie over one another are one.

    Args:
        span: years that the axis is long.
    """
    found: list[tuple[float, int]] = []
    for at, number in counts:
        if found and at - found[-1][0] < _APART * span:
            before, earlier = found.pop()
            found.append((before, earlier + number))
        else:
            found.append((at, number))
    return found


def _years(day: datetime.date) -> float:
    """A day as years: halfway 2024 is 2024.5."""
    return day.year + (day.timetuple().tm_yday - 1) / _DAYS


def _axis(**settings: Any) -> alt.Axis:
    return alt.Axis(title=None, aria=False, labelFontSize=_SIZE, labelColor=TEXT, **settings)


def show_chart(chart: Chart) -> None:
    """Draw it, as wide as its place, without a menu."""
    st.altair_chart(chart.properties(usermeta={"embedOptions": {"actions": False}}), width="stretch")
