"""Collectie: what is in, what is known of it, and what could not be read."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from index.finding.tally import Coverage, coverage, years_of
from index.store.filters import Filters
from index.store.rows import DocumentRow
from index.tracing.dossier_missing import missing
from views.columns import document_rows_with_link
from views.filters import describe, filters_beside
from views.links import ADD_PAGE, document_address, plain, sheet, show_link, show_sheets
from views.listing import documents_of
from views.quote import show_heading
from views.shared import read_only
from views.taking import app_address, show_take_along, today
from views.words import READ_STATUS, capitalised, counted, doc_type_label

PAGE = "views/collectie.py"

_AT_ONCE = 12
"""Municipalities of which it is told at once what is missing."""

UNSURE = 0.7
"""Below this confidence, which `views.words` calls low, a municipality or type is shown as uncertain."""

_SCROLL = 'style="overflow-x: auto" tabindex="0" role="region" aria-label="Tabel van gemeenten en soorten stukken"'
_CELL = (
    'style="text-align: left; vertical-align: top; padding: 0.3rem 0.8rem 0.3rem 0; border-bottom: 1px solid #c9ced6"'
)


def show() -> None:
    """What could not be read first, then the years by municipality and type, then each document."""
    st.title("Collectie", anchor=False)
    st.text("Welke stukken er zijn, en wat er niet of maar deels gelezen kon worden.")
    if not read_only():
        show_link("Stukken toevoegen", {}, page=ADD_PAGE)
    filters = filters_beside()
    read = [row for row in documents_of(filters) if row.status != "failed"]
    partial = [row for row in read if row.status == "partial"]
    failed = [row for row in documents_of(Filters()) if row.status == "failed"]
    show_heading(_how_read(len(read) - len(partial), len(partial), len(failed)), level=2)
    if filters:
        st.text(f"Onder deze filters: {describe(filters)}. Bestanden die niet gelezen zijn, staan er altijd bij.")
    _show_problems("Niet gelezen", failed)
    _show_problems("Deels gelezen", partial)
    if not read:
        st.text("Er zijn geen gelezen stukken" + (" onder deze filters." if filters else "."))
        return
    _show_coverage(coverage(read))
    _show_missing(filters)
    show_heading("Stukken", level=2)
    base, made = app_address(), today()
    said = "Alle stukken op een rij, met gemeente, soort, jaar, hoe ze gelezen zijn en een link."
    show_take_along(lambda: document_rows_with_link([*read, *failed], base, made), "stukken", said)
    for row in sheet(read):
        _show_document(row)
    show_sheets(PAGE, len(read))


def _show_problems(title: str, rows: Sequence[DocumentRow]) -> None:
    if not rows:
        return
    show_heading(title)
    for row in rows:
        show_link(row.file if row.status == "failed" else row.title, document_address(row, None))
        st.text(" ".join(row.problems))


def _how_read(whole: int, partly: int, not_read: int) -> str:
    """ "35 van 40 stukken helemaal gelezen, 5 deels": what didn't happen isn't named."""
    total = whole + partly + not_read
    if total == whole:
        return f"{counted(total)}, helemaal gelezen"
    parts = [f"{number} {how}" for number, how in ((partly, "deels"), (not_read, "niet")) if number]
    return f"{whole} van {counted(total)} helemaal gelezen, {' en '.join(parts)}"


def _show_coverage(found: Coverage) -> None:
    show_heading("Welke jaren zijn er van welke soort?", level=2)
    types = sorted({doc_type for years in found.values() for doc_type in years}, key=doc_type_label)
    names = [municipality or "Onbekend" for municipality in found]
    kinds = [capitalised(doc_type_label(doc_type)) for doc_type in types]
    cells = [[_cell(years.get(doc_type)) for doc_type in types] for years in found.values()]
    if len(names) <= len(kinds):
        st.html(table_html("Soort stuk", names, kinds, [list(column) for column in zip(*cells, strict=True)]))
    else:
        st.html(table_html("Gemeente", kinds, names, cells))
    st.caption("Een streepje: daarvan zit er geen stuk in deze collectie. Past de tabel niet? Schuif hem opzij.")


def _show_missing(filters: Filters) -> None:
    """The budgets and accounts that one would expect, by municipality."""
    of_all = documents_of(Filters(municipalities=filters.municipalities))
    names = sorted({row.municipality for row in of_all if row.municipality})
    lacking = {name: _lacking([row for row in of_all if row.municipality == name], filters) for name in names}
    lines = [f"{name}: {said}" for name, said in lacking.items() if said]
    if not lines:
        return
    show_heading("Wat ontbreekt er?", level=2)
    st.text("Begrotingen en jaarstukken die er van die jaren horen te zijn, en die niet in deze collectie zitten.")
    for line in lines[:_AT_ONCE]:
        st.text(line)
    if len(lines) > _AT_ONCE:
        with st.expander(f"En van nog {counted(len(lines) - _AT_ONCE, 'gemeente', 'gemeenten')}"):
            for line in lines[_AT_ONCE:]:
                st.text(line)


def _lacking(rows: Sequence[DocumentRow], filters: Filters) -> str:
    """ "Programmabegroting 2023, 2024; Jaarstukken 2022": from the first year that it has one of either."""
    return "; ".join(
        f"{doc_type_label(gap.doc_type)} {', '.join(map(str, gap.years))}"
        for gap in missing(rows, filters.years, today())
        if not filters.doc_types or gap.doc_type in filters.doc_types
    )


def table_html(corner: str, head: Sequence[str], names: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    """A table with a head and a name before each row; whatever the cells hold, it is shown as it is."""
    first = "".join(f'<th scope="col" {_CELL}>{escape(name)}</th>' for name in (corner, *head))
    rows = "".join(
        f'<tr><th scope="row" {_CELL}>{escape(name)}</th>'
        + "".join(f"<td {_CELL}>{escape(cell)}</td>" for cell in row)
        + "</tr>"
        for name, row in zip(names, cells, strict=True)
    )
    return f'<div {_SCROLL}><table style="border-collapse: collapse"><tr>{first}</tr>{rows}</table></div>'


def _cell(years: tuple[str, ...] | None) -> str:
    return "–" if years is None else ", ".join(year or "jaar onbekend" for year in years)


def _show_document(row: DocumentRow) -> None:
    identity = row.identity
    place = ", ".join(identity.municipalities) or "gemeente onbekend"
    if row.municipality and identity.municipality.confidence < UNSURE:
        place += " (onzeker)"
    kind = doc_type_label(row.doc_type)
    if row.doc_type and identity.doc_type.confidence < UNSURE:
        kind += " (onzeker)"
    pages = counted(row.page_count, "bladzijde", "bladzijden") if row.page_count else ""
    with st.container(border=True):
        show_link(row.title, document_address(row, None))
        parts = [place, kind, years_of(row) or "jaar onbekend", pages, READ_STATUS[row.status]]
        st.text("  ·  ".join(part for part in parts if part))
        st.caption(f"Bestand: {plain(row.file)}")


show()
