"""Tables and definition lists of web pages as rows of cells; tables that only lay out a page are none."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from ingest.read.html_nodes import children, names_of, one_line, squeezed

Rows = list[tuple[str, ...]]

_LONGEST_CELL = 1_500
"""Characters; a table with more in one cell lays out the page."""

_WIDEST = 60
"""Columns at most; a colspan may claim any number."""

_ROW_NAMES = frozenset({"row", "tr", "rij", "tablerow"})
_CELL_ROLES = frozenset({"cell", "gridcell", "columnheader", "rowheader"})
_CELL_NAMES = frozenset({"cell", "cel", "td", "th", "label", "value", "waarde"})
_NOT_IN_CELLS = "h1, h2, h3, h4, h5, h6, ul, ol, table, article, section"

_CELL_LENGTH = 200
"""Characters of a cell in a table made of other elements; where a column of the page is longer, it is one."""

_DEFINITION_LENGTH = 200
"""Characters up to which a term and its definition read as a row; longer ones are text under a heading."""


def table_rows(table: LexborNode) -> Rows | None:
    """The rows of a <table>, a cell per column, "" where a span covers it; None for a table that lays out a page."""
    if table.attributes.get("role") in {"presentation", "none"}:
        return None
    nested = any(inner.mem_id != table.mem_id for inner in table.css("table"))
    if nested or table.css_first("td h1, td h2, td h3") is not None:
        return None
    rows: Rows = []
    covered: dict[int, int] = {}
    for row in table.css("tr"):
        cells = _cells(row, covered)
        if any(cells):
            rows.append(tuple(cells))
    longest = max((len(cell) for row in rows for cell in row), default=0)
    widest = max((len(row) for row in rows), default=0)
    return rows if widest > 1 and longest <= _LONGEST_CELL else None


def _cells(row: LexborNode, covered: dict[int, int]) -> list[str]:
    """The texts of one row; `covered` holds for each column how many rows a cell from above still covers."""
    cells: list[str] = []
    for cell in children(row):
        if cell.tag not in {"td", "th"}:
            continue
        _fill_covered(cells, covered)
        width, height = _span(cell, "colspan", _WIDEST), _span(cell, "rowspan", 1000)
        for column in range(len(cells), min(len(cells) + width, _WIDEST)):
            covered[column] = height - 1
        cells.extend([one_line(cell) or _pictured(cell), *[""] * (width - 1)][: _WIDEST - len(cells)])
    _fill_covered(cells, covered)
    return cells


def _pictured(cell: LexborNode) -> str:
    """What a cell without text shows, by the name that its picture has for who can't see it."""
    for node in cell.css("img[alt], [aria-label], [title]"):
        attributes = node.attributes
        name = next(filter(None, map(attributes.get, ("alt", "aria-label", "title"))), "")
        if name.strip():
            return squeezed(name)
    return ""


def _fill_covered(cells: list[str], covered: dict[int, int]) -> None:
    while covered.get(len(cells), 0) > 0:
        covered[len(cells)] -= 1
        cells.append("")


def _span(cell: LexborNode, name: str, most: int) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return min(max(int(value), 1), most) if value.isdecimal() and len(value) < 10 else 1


def definition_rows(definitions: LexborNode) -> Rows | None:
    """The rows (term, definition) of a <dl>, or None where a definition is as long as a text."""
    rows: Rows = []
    term = ""
    for child in _without_groups(definitions):
        if child.tag == "dt":
            term = one_line(child)
        elif child.tag == "dd":
            rows.append((term, one_line(child)))
            term = ""
    too_long = any(len(cell) > _DEFINITION_LENGTH for row in rows for cell in row)
    return None if too_long or not rows else rows


def _without_groups(definitions: LexborNode) -> Iterator[LexborNode]:
    """The children of a <dl>; a <div> may group a term with its definitions, and hold no other group."""
    for child in children(definitions):
        if child.tag == "div":
            yield from children(child)
        else:
            yield child


def div_rows(parent: LexborNode) -> Rows | None:
    """The rows of a table that is made of other elements, told by their roles or classes; else None.

    A lay-out in "rows" and "columns" is none: its cells are no cells by name, or hold long text or headings.
    """
    rows: Rows = []
    for child in _elements_of(parent):
        if child.attributes.get("role") == "rowgroup":
            rows.extend(div_rows(child) or [])
            continue
        cells = list(_elements_of(child)) if _is_row(child) else []
        texts = tuple(one_line(cell) for cell in cells)
        if len(cells) < 2 or not all(_is_cell(cell) for cell in cells) or max(map(len, texts)) > _CELL_LENGTH:
            return None
        rows.append(texts[:_WIDEST])
    return rows or None


def _elements_of(node: LexborNode) -> Iterator[LexborNode]:
    return (child for child in children(node) if not (child.tag or "-").startswith("-"))


def _is_row(node: LexborNode) -> bool:
    return node.attributes.get("role") == "row" or bool(names_of(node) & _ROW_NAMES)


def _is_cell(node: LexborNode) -> bool:
    named = node.attributes.get("role") in _CELL_ROLES or bool(names_of(node) & _CELL_NAMES)
    return named and node.css_first(_NOT_IN_CELLS) is None
