"""Lists of promises and tables of actions: each row is a commitment, its columns are known by their heads."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import Literal

from ingest.dutch import sentence_spans
from ingest.fact_types import Commitment, CommitmentStatus, Deadline, Strength
from ingest.facts.acts.cues import cues_in
from ingest.facts.periods import OPEN, Anchor, TimeExpression, time_expressions
from ingest.lexicon import read_rows
from ingest.model import Block, Document

RegisterStatus = Literal["Openstaand", "Voldaan", "Deels voldaan", "Vervallen"]
_SHORTEST_ACT = 12
"""A shorter cell is a code or a number."""
_NUMBER_AND_ACT = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*\.?)\s+(?=\w)")
_LINE = re.compile(r"[^\n]+")
_LABELLED = re.compile(r"\s*([A-ZÀ-Ý][\w ./'’()-]{1,40}?)\s*:\s+(\S[^\n]*)")
_TICK = re.compile(r"[xXvV✓✔]")
_DATE = re.compile(r"\d{1,2}(?:-|/| )\w+")
_TOEZEGGING = re.compile(r"(?:de )?toezegging(?:en)?\s*:?", re.IGNORECASE)
_ITEM_MARK = re.compile(r"(?:\d{1,2}[.)]|[a-z][.)]|[-–•*])\s+")
_PROMISES = re.compile(r"\b(?:toezegging|actiepunt|afspra)", re.IGNORECASE)


def registered(document: Document, anchor: Anchor) -> Iterator[Commitment]:
    """The commitments in the rows of lists and tables, in order."""
    rows = [block for block in document.blocks if block.role == "table_row" and block.cells]
    for _, table in groupby(rows, key=lambda block: block.table):
        yield from _of_table(document.text, list(table), anchor)
    yield from _below_a_label(document, anchor)
    for lines in _labelled(document):
        if fields := _fields(document.text, lines):
            yield from _of_fields(document.text, lines, fields, anchor)


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


def _below_a_label(document: Document, anchor: Anchor) -> Iterator[Commitment]:
    """What stands below a line "Toezegging": each item of the list, or else its first sentence, is one."""
    text, first = document.text, False
    for block in document.blocks:
        if _TOEZEGGING.fullmatch(text, block.start, block.end):
            first = True
            continue
        is_item = block.role == "list_item"
        is_promise = first and (is_item or block.role == "paragraph") and block.end - block.start >= _SHORTEST_ACT
        if is_promise:
            yield from _promise_below(text, block, anchor)
        first = is_promise and is_item


def _promise_below(text: str, block: Block, anchor: Anchor) -> Iterator[Commitment]:
    number = _ITEM_MARK.match(text, block.start, block.end)
    start, end = sentence_spans(text, number.end() if number else block.start, block.end)[0]
    whole = replace(block, cells=((start, end),))
    yield from _of_row(text, whole, {"what": 0}, anchor, promised=True)


def _of_table(text: str, rows: list[Block], anchor: Anchor) -> Iterator[Commitment]:
    fields = _fields(text, rows)
    if fields:
        yield from _of_fields(text, rows, fields, anchor)
        return
    columns: dict[str, int] = {}
    is_list_of_promises = False
    for row in rows:
        cells = [text[start:end].strip() for start, end in row.cells]
        head = _columns(cells)
        if head:
            columns, is_list_of_promises = head, bool(_PROMISES.search(" ".join(cells)))
        elif columns:
            whole = _with_number_apart(text, row, columns)
            if len(whole.cells) > max(columns.values()):
                yield from _of_row(text, whole, columns, anchor, is_list_of_promises)


def _fields(text: str, rows: list[Block]) -> list[str | None]:
    """What each row holds, in a table that has a label and a value in each row; empty for any other table."""
    if any(len(row.cells) != 2 for row in rows):
        return []
    kinds = [_kind(text[slice(*row.cells[0])]) for row in rows]
    return kinds if "what" in kinds and len({"holder", "term", "status", "done"} & set(kinds)) > 1 else []


def _of_fields(text: str, rows: list[Block], kinds: list[str | None], anchor: Anchor) -> Iterator[Commitment]:
    """The promises of a table of fields: a new one begins where a label comes back."""
    record: dict[str, Block] = {}
    for row, kind in zip(rows, kinds, strict=True):
        if kind in record and "what" in record:
            yield from _of_record(text, record, anchor)
            record = {}
        if kind:
            record[kind] = row
    if "what" in record:
        yield from _of_record(text, record, anchor)


def _of_record(text: str, record: dict[str, Block], anchor: Anchor) -> Iterator[Commitment]:
    cells = tuple(row.cells[1] for row in record.values())
    columns = {kind: i for i, kind in enumerate(record)}
    yield from _of_row(text, replace(record["what"], cells=cells), columns, anchor, promised=True)


def _with_number_apart(text: str, row: Block, columns: dict[str, int]) -> Block:
    """The row with its number in a cell of its own, where a PDF's columns ran together: "1.1 Bedrijven bezoeken"."""
    joined = _NUMBER_AND_ACT.match(text, *row.cells[0])
    lacks_one = len(row.cells) == max(columns.values()) and (columns.get("number"), columns["what"]) == (0, 1)
    if not lacks_one or joined is None:
        return row
    start, end = row.cells[0]
    return replace(row, cells=((start, joined.end("number")), (joined.end(), end), *row.cells[1:]))


def _columns(cells: list[str]) -> dict[str, int]:
    """Where each kind of column is, or nothing where the row isn't the head of such a list."""
    found: dict[str, int] = {}
    for i, cell in enumerate(cells):
        name = _kind(cell)
        if name:
            found.setdefault(name, i)
    return found if "what" in found and {"holder", "term", "status", "done"} & found.keys() else {}


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


def _of_row(text: str, row: Block, columns: dict[str, int], anchor: Anchor, promised: bool) -> Iterator[Commitment]:
    def cell(name: str) -> str:
        if name not in columns:
            return ""
        start, end = row.cells[columns[name]]
        return " ".join(text[start:end].split())

    start, end = row.cells[columns["what"]]
    quote = text[start:end]
    if len(quote.strip()) < _SHORTEST_ACT:
        return
    deadline = _deadline(text, row, columns, anchor)
    standing = _standing(cell)
    yield Commitment(
        start=start,
        end=end,
        text=quote,
        confidence=0.85 if promised else 0.7,
        actor=cell("holder") or None,
        action=" ".join(quote.split()),
        object=None,
        strength="weak" if "hedge" in cues_in(quote) else _strength(bool(cell("holder")), deadline),
        status=_status(standing),
        deadline=deadline,
        promise_type="toezegging" if promised else "voornemen",
        holder=cell("holder") or None,
        number=cell("number") or None,
        register_status=standing,
    )


def _standing(cell: Callable[[str], str]) -> RegisterStatus | None:
    """The status that a column of that name gives, or a mark below "Afgedaan", or else the remarks."""
    mark = cell("done")
    marked: RegisterStatus | None = "Voldaan" if _TICK.fullmatch(mark) or _DATE.match(mark) else register_status(mark)
    return register_status(cell("status")) or marked or register_status(cell("remark"))


def _deadline(text: str, row: Block, columns: dict[str, int], anchor: Anchor) -> Deadline | None:
    """What the columns for the term say, the new one first; a list without such a column has it in the promise."""
    for name in ("new term", "term"):
        found = _dated(text, row.cells[columns[name]], anchor) if name in columns else []
        if found:
            return Deadline(found[-1].text, found[-1].period)
    if {"new term", "term"} & columns.keys():
        return None
    found = _dated(text, row.cells[columns["what"]], anchor)
    last_days = [each for each in found if each.bound in ("end", "before")]
    chosen = last_days or [each for each in found if each.lead or len(found) == 1]
    return Deadline(chosen[0].text, chosen[0].period) if chosen else None


def _dated(text: str, cell: tuple[int, int], anchor: Anchor) -> list[TimeExpression]:
    return [expression for expression in time_expressions(text, *cell, anchor) if expression.period != OPEN]


def _strength(has_holder: bool, deadline: Deadline | None) -> Strength:
    return "strong" if has_holder or deadline else "medium"


def _status(standing: RegisterStatus | None) -> CommitmentStatus:
    return "realised" if standing == "Voldaan" else "planned"


def register_status(words: str) -> RegisterStatus | None:
    """The state in the terms of the Tweede Kamer, or None where the words say nothing of it."""
    for row in read_rows("register_status.tsv"):
        if re.search(row["pattern"], words, re.IGNORECASE):
            return row["status"]  # type: ignore[return-value]
    return None
