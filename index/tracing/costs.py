"""Amounts as their sources give them: by document and table, by kind, each year of a row in its own column.

Nothing is added up and nothing is set beside what is of another kind: a grant for once, a yearly cost and a total of a
programme are three things, and one may be part of another.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from index.follow import Place, sentences
from index.language.fold import name_key
from index.language.wordlists import any_of, pairs
from index.library import Library
from index.store.moments import moment
from index.store.rows import FactRow
from index.tracing.measures import measure_of
from ingest.fact_types import Amount

_DIRECTION = {"last": "lasten", "bate": "baten", "saldo": "saldo"}


_MIXED = ("standen en mutaties naast elkaar",)
_LASTING = ("structureel", "incidenteel", "eenmalig", "jaarlijks")


@dataclass(frozen=True, slots=True)
class Cost:
    """A row of a table with its amounts in the order of the columns, or an amount in a sentence.

    Attributes:
        kinds: what the source says it is: "structureel", "lasten", "totaal"; empty where it says nothing.
        sums: column or year as in the table (empty in a sentence), and whole euros.
        quote: the row, or the sentence.
    """

    row: FactRow
    label: str
    kinds: tuple[str, ...]
    sums: tuple[tuple[str, float], ...]
    quote: str


@dataclass(frozen=True, slots=True)
class CostGroup:
    """Amounts of one document below one heading."""

    document_id: int
    lines: tuple[Cost, ...]


def cost_groups(library: Library, rows: Iterable[FactRow]) -> list[CostGroup]:
    """The amounts among these rows by document and heading, each sum of a heading once; the newest document first."""
    amounts = [row for row in rows if isinstance(row.fact, Amount)]
    lines = [*_of_tables(amounts), *_of_sentences(library, amounts)]
    groups: dict[tuple[int, tuple[str, ...]], list[Cost]] = defaultdict(list)
    for line in lines:
        groups[line.row.document.id, line.row.heading_path].append(line)
    found = [CostGroup(key[0], tuple(_each_once(held))) for key, held in groups.items()]
    return sorted(found, key=lambda group: _newness(group.lines[0].row), reverse=True)


def _each_once(lines: Iterable[Cost]) -> Iterable[Cost]:
    """Without sentences that only give again the sums of a line before them."""
    given: set[float] = set()
    for line in lines:
        sums = {value for _, value in line.sums}
        if line.label or not sums <= given:
            yield line
        given |= sums


def _newness(row: FactRow) -> tuple[datetime.date, int]:
    return moment(row.document) or datetime.date.min, -row.fact.start


def _of_tables(rows: Sequence[FactRow]) -> Iterable[Cost]:
    """Each row of a table once, with all its amounts."""
    cells: dict[tuple[int, int], list[FactRow]] = defaultdict(list)
    for row in rows:
        if isinstance(row.fact, Amount) and row.fact.row:
            cells[row.document.id, row.fact.start].append(row)
    for held in cells.values():
        first = held[0]
        if isinstance(first.fact, Amount):
            sums = tuple((_column(row), _value(row)) for row in held)
            directions = {row.fact.direction for row in held if isinstance(row.fact, Amount)}
            told = first.fact if len(directions) == 1 else replace(first.fact, direction=None)
            kinds = _MIXED if _is_mixed(held) else _kinds(told, first.fact.text)
            yield Cost(first, first.fact.row or "", kinds, sums, first.fact.text)


def _is_mixed(cells: Sequence[FactRow]) -> bool:
    """Whether a row holds a balance beside movements, as that of a reserve does."""
    return len({measure_of(row.fact) for row in cells if isinstance(row.fact, Amount)}) > 1


def _of_sentences(library: Library, rows: Sequence[FactRow]) -> Iterable[Cost]:
    """Amounts in running text, each sentence once, with the sentence as the quote."""
    loose = [row for row in rows if isinstance(row.fact, Amount) and not row.fact.row]
    passages = library.passages([row.passage_id for row in loose if row.passage_id is not None])
    known = {passage.id: passage for passage in passages}
    held: dict[tuple[int, int], list[FactRow]] = defaultdict(list)
    quotes: dict[tuple[int, int], str] = {}
    for row in loose:
        passage = known.get(row.passage_id or 0)
        place = next(
            (
                place
                for place in (sentences(passage) if passage else [])
                if place.start <= row.fact.start - place.passage.start < place.end
            ),
            None,
        )
        if place and _is_bound(place, row):
            continue
        key = (row.document.id, place.passage.start + place.start if place else row.fact.start)
        held[key].append(row)
        quotes[key] = place.text if place else row.fact.text
    for key, found in held.items():
        first = found[0]
        if isinstance(first.fact, Amount):
            yield Cost(
                first, "", _kinds(first.fact, quotes[key]), tuple(("", _value(row)) for row in found), quotes[key]
            )


def _is_bound(place: Place, row: FactRow) -> bool:
    """Whether a sum is no cost but a bound: "een woningwaarde lager dan € 400.000"."""
    before = place.passage.text[place.start : row.fact.start - place.passage.start]
    return bool(any_of("drempels.txt").search(before))


def _kinds(fact: Amount, quote: str) -> tuple[str, ...]:
    """What the source says of it; of a row also in another of its cells. A change is called so: a saving is no cost."""
    changed = None if fact.row else any_of("mutatiewoorden.txt").search(quote)
    if changed:
        return tuple(dict.fromkeys(filter(None, (changed.group().lower(), str(fact.structural or "")))))
    total = "totaal" if any(name_key(fact.row or "").startswith(word) for word in _totals()) else ""
    direction = _DIRECTION[fact.direction] if fact.direction else ""
    said = next((word for word in _LASTING if word in quote.casefold()), "")
    return tuple(dict.fromkeys(filter(None, (total, direction, fact.change, str(fact.structural or said)))))


def _totals() -> tuple[str, ...]:
    return tuple(word for word, _ in pairs("totaalrijen.tsv"))


def _column(row: FactRow) -> str:
    fact = row.fact
    if not isinstance(fact, Amount):
        return ""
    return fact.column or str(fact.year or "")


def _value(row: FactRow) -> float:
    return row.fact.value_eur if isinstance(row.fact, Amount) else 0.0
