"""The rows of toezeggingenlijsten, action lists and lists of states: their columns are told by heads or labels."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from ingest.dutch import Span, sentence_spans
from ingest.facts.legends import NO_LEGEND, Legend, legend_for, may_be_sign
from ingest.facts.states import Standing, register_status, standing
from ingest.lexicon import read_rows
from ingest.model import Block, Document

SHORTEST_ACT = 12
"""A shorter cell is a code or a number."""
_STATES_ENOUGH = 0.8
"""Share of its rows that must say where they stand, for a table of "Onderwerp" and the like to be a list of states."""
_NUMBER_AND_ACT = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*\.?)\s+(?=\w)")
_LINE = re.compile(r"[^\n]+")
_LABELLED = re.compile(r"\s*([A-ZÀ-Ý][\w ./'’()-]{1,40}?)\s*:\s+(\S[^\n]*)")
_TOEZEGGING = re.compile(r"(?:de )?toezegging(?:en)?\s*:?", re.IGNORECASE)
_ITEM_MARK = re.compile(r"(?:\d{1,2}[.)]|[a-z][.)]|[-–•*])\s+")
_PROMISES = re.compile(r"\b(?:toezegging|actiepunt|afspra)", re.IGNORECASE)
_STATING = frozenset({"status", "done"})

Columns = dict[str, int]


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row of a list: what is promised or meant, and where each column of it stands.

    Attributes:
        cells: by the kind of column ("what", "holder", "term", "status" and so on); "what" is always there.
        promised: whether the list says that these are promises.
        legend: what the signs in it mean.
    """

    cells: Mapping[str, Span]
    promised: bool
    legend: Legend = NO_LEGEND


def listed_rows(document: Document) -> list[ListedRow]:
    """The rows of all lists in a document."""
    found: list[ListedRow] = []
    blocks = (block for block in document.blocks if block.role == "table_row" and block.cells)
    for _, table in groupby(blocks, key=lambda block: block.table):
        found += _of_table(document, list(table))
    found += _below_a_label(document)
    for lines in _labelled(document):
        found += _of_fields(lines, _fields(document.text, lines))
    return [row for row in found if len(document.text[slice(*row.cells["what"])].strip()) >= SHORTEST_ACT]


def _of_table(document: Document, rows: list[Block]) -> Iterator[ListedRow]:
    fields = _fields(document.text, rows)
    if fields:
        yield from _of_fields(rows, fields)
        return
    columns: Columns = {}
    body: list[Block] = []
    promised = False
    for row in rows:
        cells = [document.text[start:end].strip() for start, end in row.cells]
        head = _columns(cells)
        if head:
            yield from _below_head(document, columns, body, promised)
            columns, promised, body = head, bool(_PROMISES.search(" ".join(cells))), []
        elif columns:
            body.append(row)
    yield from _below_head(document, columns, body, promised)


def _below_head(document: Document, columns: Columns, body: list[Block], promised: bool) -> Iterator[ListedRow]:
    if not body:
        return
    rows = [_with_number_apart(document.text, row, columns) for row in body]
    rows = [row for row in rows if len(row.cells) > max(columns.values())]
    legend = _legend(document, rows, columns)
    if "what" in columns:
        yield from (_row(row, columns, promised, legend) for row in rows)
    else:
        named = {"what" if kind == "matter" else kind: place for kind, place in columns.items()}
        yield from _stating(document.text, [_row(row, named, promised, legend) for row in rows])


def _row(row: Block, columns: Columns, promised: bool, legend: Legend) -> ListedRow:
    return ListedRow({kind: row.cells[place] for kind, place in columns.items()}, promised, legend)


def _stating(text: str, rows: list[ListedRow]) -> list[ListedRow]:
    """The rows that say how they stand, if that is what the table is for; a row without is the name of a group."""
    said = [row for row in rows if any(cell_of(text, row, kind) for kind in _STATING)]
    stated = [row for row in said if standing_of(text, row)]
    return said if len(stated) > 1 and len(stated) >= _STATES_ENOUGH * len(said) else []


def cell_of(text: str, row: ListedRow, kind: str) -> str:
    """What a column of a row holds, as one line; empty where the list has no such column."""
    start, end = row.cells.get(kind, (0, 0))
    return " ".join(text[start:end].split())


def standing_of(text: str, row: ListedRow) -> Standing | None:
    """What the list says of where a row stands."""
    status, done, remark = (cell_of(text, row, kind) for kind in ("status", "done", "remark"))
    return standing(status, done, remark, row.legend)


def _legend(document: Document, rows: list[Block], columns: Columns) -> Legend:
    """What the paper says of the signs in the columns for the state; words that tell a state need none."""
    places = [columns[kind] for kind in _STATING if kind in columns]
    cells = {" ".join(document.text[slice(*row.cells[place])].split()) for row in rows for place in places}
    return legend_for(document, rows, {cell for cell in cells if may_be_sign(cell) and not register_status(cell)})


def _labelled(document: Document) -> Iterator[list[Block]]:
    """Runs of lines "Portefeuillehouder: B. Kraan", each as a row of a label and a value."""
    run: list[Block] = []
    for block in document.blocks:
        if block.role == "table_row":
            continue
        for line in _LINE.finditer(document.text, block.start, block.end):
            field = _LABELLED.match(document.text, *line.span())
            if field:
                run.append(replace(block, start=line.start(), end=line.end(), cells=(field.span(1), field.span(2))))
            elif run:
                yield run
                run = []
    yield run


def _below_a_label(document: Document) -> Iterator[ListedRow]:
    """What stands below a line "Toezegging": each item of the list, or else its first sentence, is one."""
    text, first = document.text, False
    for block in document.blocks:
        if _TOEZEGGING.fullmatch(text, block.start, block.end):
            first = True
            continue
        is_item = block.role == "list_item"
        is_promise = first and (is_item or block.role == "paragraph") and block.end - block.start >= SHORTEST_ACT
        if is_promise:
            number = _ITEM_MARK.match(text, block.start, block.end)
            sentences = sentence_spans(text, number.end() if number else block.start, block.end)
            yield ListedRow({"what": sentences[0]}, promised=True)
        first = is_promise and is_item


def _fields(text: str, rows: list[Block]) -> list[str | None]:
    """What each row holds, in a table that has a label and a value in each row; empty for any other table."""
    if any(len(row.cells) != 2 for row in rows):
        return []
    kinds = [_kind(text[slice(*row.cells[0])]) for row in rows]
    return kinds if "what" in kinds and len({"holder", "term", "status", "done"} & set(kinds)) > 1 else []


def _of_fields(rows: list[Block], kinds: list[str | None]) -> Iterator[ListedRow]:
    """The promises of a table of fields: a new one begins where a label comes back."""
    record: dict[str, Span] = {}
    for row, kind in zip(rows, kinds, strict=False):
        if kind in record and "what" in record:
            yield ListedRow(record, promised=True)
            record = {}
        if kind:
            record[kind] = row.cells[1]
    if "what" in record:
        yield ListedRow(record, promised=True)


def _with_number_apart(text: str, row: Block, columns: Columns) -> Block:
    """The row with its number in a cell of its own, where a PDF's columns ran together: "1.1 Bedrijven bezoeken"."""
    joined = _NUMBER_AND_ACT.match(text, *row.cells[0])
    lacks_one = len(row.cells) == max(columns.values()) and (columns.get("number"), columns.get("what")) == (0, 1)
    if not lacks_one or joined is None:
        return row
    start, end = row.cells[0]
    return replace(row, cells=((start, joined.end("number")), (joined.end(), end), *row.cells[1:]))


def _columns(cells: Sequence[str]) -> Columns:
    """Where each kind of column is, or nothing where the row isn't the head of such a list."""
    found: Columns = {}
    for i, cell in enumerate(cells):
        name = _kind(cell)
        if name:
            found.setdefault(name, i)
    if "what" in found:
        found.pop("matter", None)
        return found if {"holder", "term", "status", "done"} & found.keys() else {}
    return found if "matter" in found and _STATING & found.keys() else {}


def _kind(head: str) -> str | None:
    """What a column or field of this head holds."""
    joined = re.sub(r"-\s*\n\s*", "", head)
    bare = re.sub(r"\s*\([^()]*\)\s*$", "", " ".join(joined.split())).strip(" :*?.").lower()
    return next((name for name, pattern in _heads() if pattern.fullmatch(bare)), None)


@cache
def _heads() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (row["column"], re.compile(row["pattern"], re.IGNORECASE)) for row in read_rows("register_columns.tsv")
    )
