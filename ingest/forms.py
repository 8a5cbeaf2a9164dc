"""Forms printed as tables, one below another: the row that says of what a form is ("Naam | Haven NV") heads it."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from ingest.lexicon import read_columns
from ingest.model import Block

FEWEST = 2
"""One form alone is a table; two with the same first field are forms."""

LONGEST_NAME = 120
"""Characters; what is longer is a description."""

REACH = 4
"""Rows below the name among which one must show that it is a form of an organisation."""


def forms_in(text: str, blocks: Sequence[Block]) -> dict[int, str]:
    """The rows that head a form, by their place among the blocks, with the name that each gives."""
    found = {i: row for i, block in enumerate(blocks) if (row := _row(text, block))}
    named = {i: row for i, row in found.items() if _fields("name").fullmatch(row[0]) and _names(row[1])}
    heads = {i: row for i, row in named.items() if _shows_form(found, i)}
    often = Counter(row[0].casefold() for row in heads.values())
    return {i: row[1] for i, row in heads.items() if often[row[0].casefold()] >= FEWEST}


def _row(text: str, block: Block) -> tuple[str, str] | None:
    """The two filled cells of a row, a field and its value; None for any other block."""
    if block.role != "table_row":
        return None
    filled = [(start, end) for start, end in block.cells if start < end]
    if len(filled) != len(("field", "value")) or filled[0] != block.cells[0]:
        return None
    field, value = (" ".join(text[start:end].split()) for start, end in filled)
    return field.rstrip(" :"), value


def _names(value: str) -> bool:
    return len(value) <= LONGEST_NAME and "€" not in value and any(letter.isalpha() for letter in value)


def _shows_form(rows: dict[int, tuple[str, str]], head: int) -> bool:
    below = (rows.get(i) for i in range(head + 1, head + 1 + REACH))
    return any(row is not None and _fields("shows").fullmatch(row[0]) is not None for row in below)


@cache
def _fields(use: str) -> re.Pattern[str]:
    patterns = [pattern for pattern, meant in read_columns("form_fields.tsv") if meant == use]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
