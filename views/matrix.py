"""Themes side by side as a table: every cell with its source, every empty one with its reason."""

import datetime
from dataclasses import replace
from html import escape
from urllib.parse import urlencode

from index.cite import citation
from index.compare import Axis, Cell, Gap, Matrix
from index.export import Record
from index.store.moments import OF_A_PARTY
from index.store.rows import FactRow, PassageRow
from index.tracing.quoting import Quote
from ingest.privacy import tidy
from views.columns import address_of, source_columns
from views.filters import FILTERS
from views.words import counted, cut_short, theme_label

GAP: dict[Gap, str] = {
    "not in the plan": "Niet gevonden in de gelezen stukken",
    "no document": "Geen stuk in de collectie",
    "not readable": "Niet gevonden, maar niet alles kon worden gelezen",
}

LONGEST_QUOTE = 180
LONGEST_LABEL = 60
NAMED = 3
"""Speerpunten that a cell names; the link in it has them all."""
_OF_PARTY = " (van een partij)"

STYLE = (
    "border-collapse: collapse; width: 100%; font-size: 0.9rem;",
    "border: 1px solid #8a8f98; padding: 0.5rem; vertical-align: top; text-align: left; min-width: 10rem; "
    "overflow-wrap: anywhere;",
)
HEAD = f"{STYLE[1]} min-width: 6rem; overflow-wrap: normal; position: sticky; left: 0; background: #ffffff;"
"""The themes stay in view where the table is wider than the screen; their words are never cut."""

FIT = 3
"""Columns that fit on most screens; on a telephone two don't."""

LINK = "color: inherit; text-decoration: underline;"


def matrix_html(matrix: Matrix, label: str) -> str:
    """The table; `label` says what it is to who can't see it. Whatever the texts hold, they are shown as they are."""
    heads = "".join(f'<th scope="col" style="{STYLE[1]}">{escape(column)}</th>' for column in matrix.columns)
    rows = "".join(_row(matrix, theme) for theme in matrix.themes)
    all_of = f"Naast elkaar: {', '.join(matrix.columns)}. Ziet u ze niet allemaal? Schuif de tabel opzij."
    narrow = "" if len(matrix.columns) > FIT else ' class="narrow-only"'
    hint = f"<p{narrow}>{escape(all_of)}</p>" if len(matrix.columns) > 1 else ""
    return tidy(
        f'{hint}<div role="region" tabindex="0" aria-label="{escape(label)}" style="overflow-x: auto;">'
        f'<table style="{STYLE[0]}"><caption style="text-align: left; padding: 0.3rem 0;">{escape(label)}</caption>'
        f'<thead><tr><th scope="col" style="{HEAD}">Thema</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(matrix: Matrix, theme: str) -> str:
    cells = "".join(_cell(matrix.axis, theme, column, matrix.cells[theme, column]) for column in matrix.columns)
    return f'<tr><th scope="row" style="{HEAD}">{escape(theme_label(theme))}</th>{cells}</tr>'


def _cell(axis: Axis, theme: str, column: str, cell: Cell) -> str:
    if cell.gap:
        return f'<td style="{STYLE[1]} color: #4a4f57; font-style: italic;">{GAP[cell.gap]}</td>'
    parts = [counted_passages(cell.passages)]
    if cell.speerpunten:
        address = urlencode({FILTERS[axis][0]: column, FILTERS["themes"][0]: theme})
        count = counted_speerpunten(len(cell.speerpunten))
        link = f'<a style="{LINK}" href="speerpunten?{escape(address)}">{count}</a>'
        parts.append(f"{link}: {escape(_named(cell))}")
    quote = f"<br>“{escape(shortened(cell.quote.text))}”<br>{_source(cell.quote)}" if cell.quote else ""
    return f'<td style="{STYLE[1]}">{", ".join(parts)}{quote}</td>'


def _named(cell: Cell) -> str:
    """The first speerpunten, those of the municipality before those of a party; one that several name comes once."""
    once: dict[str, str] = {}
    for row in sorted(cell.speerpunten, key=_is_of_party):
        label = " ".join(getattr(row.fact, "label", "").split())
        once.setdefault(label.casefold(), cut_short(label, LONGEST_LABEL) + _OF_PARTY * _is_of_party(row))
    return "; ".join([*list(once.values())[:NAMED], *(["en meer"] if len(once) > NAMED else [])])


def _is_of_party(row: FactRow) -> bool:
    return row.document.doc_type == OF_A_PARTY


def _source(quote: Quote) -> str:
    row = quote.passage
    where = citation(municipality=None, title=row.document.title, heading_path=(), page=quote.page)
    address = address_of(row, (quote.start, quote.end), "", quote.page).removeprefix("/")
    return f'<a style="{LINK}" href="{escape(address)}">{escape(where)}</a>'


def body(row: PassageRow) -> str:
    """The text of a passage without the headings that it begins with."""
    text = row.text.lstrip()
    for heading in row.heading_path:
        text = text.removeprefix(heading).lstrip()
    return text or row.text


def shortened(text: str) -> str:
    """A quote that fits in a cell, cut at a word."""
    return cut_short(" ".join(text.split()), LONGEST_QUOTE)


def counted_passages(number: int) -> str:
    return counted(number, "passage", "passages")


def counted_speerpunten(number: int) -> str:
    return counted(number, "speerpunt", "speerpunten")


def matrix_rows(matrix: Matrix, base: str, made: datetime.date) -> list[Record]:
    """A row a cell for a spreadsheet: what is in it and where its quote stands, or why it is empty."""
    return [
        {
            "thema": theme_label(theme),
            "kolom": column,
            **_counts(matrix.cells[theme, column]),
            **_quote_columns(matrix.cells[theme, column], base, made),
        }
        for theme in matrix.themes
        for column in matrix.columns
    ]


def _counts(cell: Cell) -> Record:
    speerpunten = "; ".join(row.fact.text + _OF_PARTY * _is_of_party(row) for row in cell.speerpunten)
    why = GAP[cell.gap] if cell.gap else ""
    return {"passages": cell.passages, "speerpunten": speerpunten, "leeg omdat": why}


def _quote_columns(cell: Cell, base: str, made: datetime.date) -> Record:
    quote = cell.quote
    if quote is None:
        return {}
    row = replace(quote.passage, page=quote.page)
    return source_columns(row, quote.text, (quote.start, quote.end), base, made)
