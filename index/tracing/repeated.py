"""Promises that papers say twice in the same words: in a list of results and below its own heading, or year after year.

A list shows each once, in its newest paper, with the other places. Two sentences that lean on what stands before them
("Voorgesteld wordt dit budget over te hevelen") are one promise only where that is the same too.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from index.language.fold import fold, name_key
from index.language.proper_names import names
from index.library import Library
from index.store.choice import Choice
from index.store.filters import Filters
from index.store.moments import moment
from index.store.rows import FactRow
from index.tracing.registers import is_listed
from ingest.fact_types import Commitment

MOST = 3000
"""Promises among which is sought; nobody reads a longer list, and reading it would take a second."""
_WORD = re.compile(r"[^\W_]+")
_NUMBERED = re.compile(r"\s*\d+(?:\.\d+)+\b")
_LEANS = re.compile(r"\b(?:dit|deze|die|daarvoor|hiervoor|hierbij|daarmee|hiermee)\b", re.IGNORECASE)
_BEFORE = 6
"""Words before a sentence that are the same where it is said again."""

Repeats = Mapping[int, tuple[int, ...]]
"""Of each promise that is said more than once, by its id, the ids of the other places, the newest first."""


def each_once(library: Library, filters: Filters, choice: Choice) -> Choice:
    """The choice without the places that only repeat a promise which it holds."""
    again = tuple(number for others in repeats(library, filters, choice).values() for number in others)
    return replace(choice, without=again) if again else choice


def repeats(library: Library, filters: Filters, choice: Choice) -> Repeats:
    """The promises of a list that are said more than once in it."""
    choice = replace(choice, sort="place", without=())
    if library.count_facts("commitment", filters, choice)[0] > MOST:
        return {}
    return library.once(("repeats", filters, choice), lambda: _repeats(library, filters, choice))


def _repeats(library: Library, filters: Filters, choice: Choice) -> Repeats:
    alike: dict[tuple[object, ...], list[FactRow]] = defaultdict(list)
    # Read as they are: only ids leave here.
    for row in Library.each_fact(library, "commitment", filters, choice):
        alike[_wording(row)].append(row)
    found: dict[int, tuple[int, ...]] = {}
    for rows in alike.values():
        for first, *others in _together(library, rows) if len(rows) > 1 else ():
            found[first.id] = tuple(row.id for row in others)
    return found


def _wording(row: FactRow) -> tuple[object, ...]:
    """What is the same of a promise that is said again: its words, term and state, within a municipality."""
    fact = row.fact
    if not isinstance(fact, Commitment):
        return (row.id,)
    listed = (row.document.id, fact.number, fact.register_said) if is_listed(row) else ()
    period = fact.deadline.period if fact.deadline else None
    return row.document.identity.municipalities, tuple(_words(fact.text)), period, fact.status, listed


def _together(library: Library, rows: Sequence[FactRow]) -> Iterable[list[FactRow]]:
    """Those of the same wording that are one promise, two or more, the newest first."""
    newest = sorted(rows, key=lambda row: (-_day(row), row.document.id, row.fact.start))
    if _says_all(newest[0].fact.text):
        return [newest]
    found: list[tuple[str, list[FactRow]]] = []
    for row in newest:
        before = _before(library, row)
        same = (rows for said, rows in found if before and said == before and not _is_elsewhere(rows[0], row))
        held = next(same, None)
        if held is None:
            found.append((before, [row]))
        else:
            held.append(row)
    return [rows for _, rows in found if len(rows) > 1]


def _is_elsewhere(one: FactRow, other: FactRow) -> bool:
    """Whether both stand below headings that name another project."""
    mine, theirs = (names(f"Over {_heading(row)}") for row in (one, other))
    return bool(mine and theirs) and not any(name.is_same(another) for name in mine for another in theirs)


def _heading(row: FactRow) -> str:
    return row.heading_path[-1] if row.heading_path else ""


def _says_all(text: str) -> bool:
    """Whether a sentence says itself what it is about: it has a number in the paper, or names it."""
    return bool(_NUMBERED.match(text)) or (not _LEANS.search(text) and any(name.is_sure for name in names(text)))


def _before(library: Library, row: FactRow) -> str:
    """The words just before a promise, or the heading that it begins below; empty where neither says what it is on."""
    passages = Library.passages(library, [row.passage_id], with_themes=False) if row.passage_id is not None else []
    before = _words(passages[0].text[: max(0, row.fact.start - passages[0].start)])[-_BEFORE:] if passages else []
    if any(word.isalpha() for word in before):
        return " ".join(before)
    return "" if _LEANS.search(row.fact.text) else name_key(_heading(row))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _day(row: FactRow) -> int:
    when = moment(row.document)
    return when.toordinal() if when else 0
