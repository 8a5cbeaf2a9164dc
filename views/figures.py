"""Tables of figures beside the charts: every figure with a link to its place."""

from collections.abc import Iterable, Sequence
from html import escape

from index.cite import citation
from index.store.rows import FactRow
from index.tracing.figure_pairs import FigurePair
from index.tracing.theme_figures import IndicatorSeries, SumSeries
from views.change_rows import LEAP
from views.charts import sum_label
from views.columns import address_of
from views.matrix import LINK
from views.theme_words import SUM_KIND, series_name
from views.words import euros

TABLE = "border-collapse: collapse; width: 100%; font-size: 0.9rem;"
CELL = (
    "border: 1px solid #8a8f98; padding: 0.3rem 0.5rem; vertical-align: top; text-align: left; "
    "overflow-wrap: normal; word-break: normal;"
)

Cell = tuple[str, str]
"""Words, and where they link to; "" without a link."""


def table_html(label: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A table whose first column heads its rows. Whatever the texts hold, they are shown as they are."""
    head = "".join(f'<th scope="col" style="{CELL}">{escape(word)}</th>' for word in heads)
    body = "".join(f"<tr>{''.join(_cell(i, cell) for i, cell in enumerate(row))}</tr>" for row in rows)
    return (
        f'<div role="region" tabindex="0" aria-label="{escape(label)}" style="overflow-x: auto;">'
        f'<table style="{TABLE}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _cell(column: int, cell: Cell) -> str:
    words, address = cell
    inner = f'<a style="{LINK}" href="{escape(address)}">{escape(words)}</a>' if address else escape(words)
    if column == 0:
        return f'<th scope="row" style="{CELL} font-weight: 600;">{inner}</th>'
    return f'<td style="{CELL}">{inner}</td>'


def source_cell(row: FactRow | None) -> Cell:
    """Where a figure stands, within the app."""
    if row is None:
        return "", ""
    where = citation(municipality=None, title=row.document.title, heading_path=(), page=row.page)
    return where, address_of(row, (row.fact.start, row.fact.end), "").removeprefix("/")


def sums_table(series: SumSeries) -> str:
    """The sums of a row by year."""
    rows = [
        [
            (sum_label(one.year, SUM_KIND[one.kind]), ""),
            (euros(one.euros).replace(" ", "\u00a0"), ""),
            source_cell(one.row),
        ]
        for one in series.sums
    ]
    return table_html(f"Bedragen van {series_name(series)}", ("Jaar", "Bedrag", "Bron"), rows)


def indicator_table(series: IndicatorSeries) -> str:
    """The figures of one indicator by year."""
    return table_html(f"Cijfers van {series.name}", ("Jaar", *_FIGURE_HEADS), _figure_rows(series))


def indicators_table(several: Sequence[IndicatorSeries]) -> str:
    """Indicators of which no line can be drawn, in one table."""
    rows = [[(_named(series), ""), *row] for series in several for row in _figure_rows(series)]
    return table_html("Indicatoren met één jaar", ("Indicator", "Jaar", *_FIGURE_HEADS), rows)


def figure_pairs_table(pairs: Sequence[FigurePair]) -> str:
    """The figures that two papers give of the same indicators, each with its year, unit and page."""
    heads = ("Indicator", "Oud", "Nieuw", "Eenheid", "Bron oud", "Bron nieuw")
    rows = []
    for pair in pairs:
        units = [getattr(row.fact, "unit", None) or "niet genoemd" for row in (pair.old, pair.new)]
        unit = units[1] if pair.same_unit else f"Let op: oud {units[0]}, nieuw {units[1]}"
        unit += f". {LEAP}" if pair.is_leap else ""
        figures = [(_with_year(row), "") for row in (pair.old, pair.new)]
        name = getattr(pair.new.fact, "name", "")
        rows.append([(name, ""), *figures, (unit, ""), source_cell(pair.old), source_cell(pair.new)])
    return table_html("Indicatoren in beide stukken", heads, rows)


def _with_year(row: FactRow) -> str:
    """ "9,9% (2019)"; of a figure without a year that it isn't told."""
    year = getattr(row.fact, "reference_year", None)
    return f"{getattr(row.fact, 'value', '')} ({year or 'jaar niet genoemd'})"


_FIGURE_HEADS = ("Waarde", "Streefwaarde", "Bron")


def _named(series: IndicatorSeries) -> str:
    return f"{series.name} ({series.unit})" if series.unit else series.name


def _figure_rows(series: IndicatorSeries) -> list[list[Cell]]:
    return [
        [
            (str(figure.year or "niet genoemd"), ""),
            (figure.value or "niet genoemd", ""),
            (figure.target or "niet genoemd", ""),
            source_cell(figure.row or figure.target_row),
        ]
        for figure in series.figures
    ]
