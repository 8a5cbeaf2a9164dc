"""Themes side by side as a table: every cell with its source, every empty one with its reason."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from urllib.parse import urlencode

from index.cite import citation
from index.compare import Cell, Gap, Matrix, within_column
from index.export import Record
from index.store.moments import OF_A_PARTY
from index.store.rows import DocumentRow, PassageRow
from index.tracing.basis import papers, years_of
from index.tracing.priorities import Priority
from index.tracing.quoting import Quote
from ingest.privacy import tidy
from views.columns import address_of, source_columns
from views.filters import FILTERS
from views.words import counted, cut_short, doc_type_label, theme_label

NO_QUOTE = "Geen zin gaat er duidelijk over."
MAYBE = "Misschien hierover"
"""What stands before a quote from a passage that is on another theme before all."""
MAYBE_BECAUSE = f"{MAYBE}: de passage gaat vooral over een ander thema."

LONGEST_QUOTE = 180
LONGEST_LABEL = 60
NAMED = 3
"""Speerpunten that a cell names; the link in it has them all."""
PAPERS_NAMED = 3
"""Types of paper that the head of a column names, those with most text."""

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
    heads = "".join(_head(column, matrix.documents.get(column, ())) for column in matrix.columns)
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


def _head(column: str, documents: Sequence[DocumentRow]) -> str:
    """The name of a column, and below it what papers its counts are of: they say nothing without."""
    basis = "".join(f"<br>{escape(line)}" for line in basis_in_words(documents))
    small = f'<span style="font-weight: normal; font-size: 0.9em;">{basis}</span>'
    return f'<th scope="col" style="{STYLE[1]}">{escape(column)}{small}</th>'


def basis_in_words(documents: Sequence[DocumentRow]) -> list[str]:
    """The types of paper with most text, each with how many and of what years, and how many more there are."""
    found = papers(documents)
    lines = []
    for each in found[:PAPERS_NAMED]:
        number = f" ({each.number} stukken)" if each.number > 1 else ""
        years = f", {_years(each.years)}" if each.years else ", jaar onbekend"
        lines.append(f"{doc_type_label(each.doc_type).capitalize()}{number}{years}")
    left = sum(each.number for each in found[PAPERS_NAMED:])
    return [*lines, *([f"en nog {counted(left)}"] if left else [])]


def _years(years: tuple[int, int]) -> str:
    return "–".join(map(str, dict.fromkeys(years)))


def gap_in_words(gap: Gap, documents: Sequence[DocumentRow]) -> str:
    """Why a cell is empty, with what was read for it."""
    if gap == "no document":
        return "Geen stuk in de collectie"
    years = years_of(documents)
    of_years = f", van {_years(years)}" if years else ""
    where = f"{counted(len(documents), 'gelezen stuk', 'gelezen stukken')}{of_years}"
    partly = "; niet alles kon worden gelezen" if gap == "not readable" else ""
    return f"Niet gevonden in {where}{partly}"


def _row(matrix: Matrix, theme: str) -> str:
    cells = "".join(_cell(matrix, theme, column) for column in matrix.columns)
    return f'<tr><th scope="row" style="{HEAD}">{escape(theme_label(theme))}</th>{cells}</tr>'


def _cell(matrix: Matrix, theme: str, column: str) -> str:
    cell = matrix.cells[theme, column]
    if cell.gap:
        why = gap_in_words(cell.gap, matrix.documents.get(column, ()))
        return f'<td style="{STYLE[1]} color: #4a4f57; font-style: italic;">{escape(why)}</td>'
    parts = [counted_passages(cell.passages)]
    if cell.speerpunten:
        address = _address("speerpunten", matrix, theme, column)
        count = counted_speerpunten(len(cell.speerpunten))
        parts.append(f'<a style="{LINK}" href="{escape(address)}">{count}</a>: {escape(named(cell))}')
    return f'<td style="{STYLE[1]}">{", ".join(parts)}<br>{_quoted(cell, matrix, theme, column)}</td>'


def _quoted(cell: Cell, matrix: Matrix, theme: str, column: str) -> str:
    if cell.quote:
        maybe = f"{MAYBE}: " if cell.quote.beside else ""
        return f"{maybe}“{escape(shortened(cell.quote.text))}”<br>{_source(cell.quote)}"
    link = f'<a style="{LINK}" href="{escape(_address("thema", matrix, theme, column))}">Bekijk ze</a>'
    return f"{NO_QUOTE} {link}" if cell.passages else ""


def _address(page: str, matrix: Matrix, theme: str, column: str) -> str:
    """Where all of a cell stands, under the filters of the table."""
    chosen = replace(within_column(matrix.axis, column, matrix.filters), themes=(theme,))
    return f"{page}?{urlencode({FILTERS[part][0]: getattr(chosen, part) for part in FILTERS}, doseq=True)}"


def named(cell: Cell) -> str:
    """The first speerpunten, those of the municipality before those of a party; one that several name comes once."""
    once: dict[str, str] = {}
    for each in sorted(cell.speerpunten, key=_is_of_party):
        label = " ".join(getattr(each.row.fact, "label", "").split())
        once.setdefault(label.casefold(), cut_short(label, LONGEST_LABEL) + _told(each))
    return "; ".join([*list(once.values())[:NAMED], *(["en meer"] if len(once) > NAMED else [])])


def _is_of_party(each: Priority) -> bool:
    return each.row.document.doc_type == OF_A_PARTY


def _told(each: Priority) -> str:
    """What has to be known of a speerpunt: that a party says it, or of which other years it is."""
    said = ["van een partij"] if _is_of_party(each) else []
    ends = (each.period.start, each.period.end) if each.period and each.runs is False else ()
    if years := [day.year for day in ends if day]:
        said.append(f"voor {_years((years[0], years[-1]))}")
    return f" ({', '.join(said)})" if said else ""


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
            **_counts(matrix.cells[theme, column], matrix.documents.get(column, ())),
            **_quote_columns(matrix.cells[theme, column], base, made),
        }
        for theme in matrix.themes
        for column in matrix.columns
    ]


def _counts(cell: Cell, documents: Sequence[DocumentRow]) -> Record:
    speerpunten = "; ".join(each.row.fact.text + _told(each) for each in cell.speerpunten)
    why = gap_in_words(cell.gap, documents) if cell.gap else "" if cell.quote else NO_QUOTE
    maybe = MAYBE_BECAUSE if cell.quote and cell.quote.beside else ""
    read = "; ".join(basis_in_words(documents))
    return {
        "passages": cell.passages,
        "gelezen stukken": read,
        "speerpunten": speerpunten,
        "leeg omdat": why,
        "let op": maybe,
    }


def _quote_columns(cell: Cell, base: str, made: datetime.date) -> Record:
    quote = cell.quote
    if quote is None:
        return {}
    row = replace(quote.passage, page=quote.page)
    return source_columns(row, quote.text, (quote.start, quote.end), base, made)
