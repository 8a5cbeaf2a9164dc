"""Amounts as their sources give them: by document and table, by kind, each year of a row in its own column.

Nothing is added up and nothing is set beside what is of another kind: a grant for once, a yearly cost and a total of a
programme are three things, and one may be part of another.
"""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from index.follow import Place, sentences
from index.language.fold import name_key
from index.language.matter import acts, content_words
from index.language.wordlists import any_of, pairs
from index.library import Library
from index.store.fact_themes import of_taakveld
from index.store.moments import moment
from index.store.rows import FactRow
from index.tracing.measures import measure_of
from index.tracing.on_theme import at_heart
from ingest.fact_types import Amount

_DIRECTION = {"last": "lasten", "bate": "baten", "saldo": "saldo"}
_LASTING = ("structureel", "incidenteel", "eenmalig", "jaarlijks")


@dataclass(frozen=True, slots=True)
class Cost:
    """A row of a table with its amounts in the order of the columns, or an amount in a sentence.

    Attributes:
        kinds: what the source says it is: "structureel", "lasten", "totaal"; empty where it says nothing.
        sums: column or year as in the table (empty in a sentence), and whole euros.
        quote: the row, or the sentence.
        again: where else the document gives these sums for the same.
    """

    row: FactRow
    label: str
    kinds: tuple[str, ...]
    sums: tuple[tuple[str, float], ...]
    quote: str
    again: tuple[FactRow, ...] = ()

    @property
    def values(self) -> frozenset[float]:
        """Its sums without their columns."""
        return frozenset(value for _, value in self.sums)


@dataclass(frozen=True, slots=True)
class CostGroup:
    """Amounts of one document below one heading."""

    document_id: int
    lines: tuple[Cost, ...]


def cost_groups(library: Library, rows: Iterable[FactRow], themes: Collection[str]) -> list[CostGroup]:
    """What these rows say that something costs, on the themes before all, by document and heading.

    The newest document first, and in it the heading with the highest sum; what a document gives twice is one line.
    """
    amounts = [row for row in rows if _is_cost(row)]
    papers: dict[int, list[Cost]] = defaultdict(list)
    for line in (*_of_tables(amounts), *_of_sentences(library, amounts)):
        if _is_on(line, themes):
            papers[line.row.document.id].append(line)
    groups: dict[tuple[int, tuple[str, ...]], list[Cost]] = defaultdict(list)
    for paper in papers.values():
        for line in sorted(_each_once(paper), key=_highest, reverse=True):
            groups[line.row.document.id, line.row.heading_path].append(line)
    found = [CostGroup(key[0], tuple(held)) for key, held in groups.items()]
    return sorted(found, key=lambda group: (_newness(group.lines[0].row), _highest(group.lines[0])), reverse=True)


def _is_cost(row: FactRow) -> bool:
    """Whether a sum is of a year or a work, and not vouched for, lent, or the balance of a reserve."""
    fact = row.fact
    if not isinstance(fact, Amount) or (fact.row and measure_of(fact) != "flow"):
        return False
    return not any(any_of("geen_kosten.txt").search(words) for words in (*row.heading_path[-1:], fact.row or ""))


def _is_on(line: Cost, themes: Collection[str]) -> bool:
    fact = line.row.fact
    is_field = isinstance(fact, Amount) and not of_taakveld(fact).isdisjoint(themes)
    return is_field or at_heart(line.row, themes, "" if line.label else line.quote)


def _each_once(lines: Sequence[Cost]) -> list[Cost]:
    """The lines, those with most sums first, without what only gives again the sums of one before it for the same."""
    kept: list[Cost] = []
    for line in sorted(lines, key=lambda line: len(line.values), reverse=True):
        at = next((at for at, other in enumerate(kept) if _is_again(line, other)), None)
        if at is None:
            kept.append(line)
        else:
            kept[at] = replace(kept[at], again=(*kept[at].again, line.row))
    return kept


def _is_again(line: Cost, other: Cost) -> bool:
    """Whether one line gives the sums of another: below the same heading, or for what both name."""
    if not line.values <= other.values:
        return False
    is_beside = line.row.heading_path == other.row.heading_path and not line.label
    return is_beside or bool(_named(line) & _named(other))


def _named(line: Cost) -> frozenset[str]:
    """The words of what a sum is for."""
    words = content_words(f"{line.label or line.quote} {' '.join(line.row.heading_path[-1:])}", with_parts=True)
    return frozenset(word for word in words if not word.isdigit()) - acts()


def _highest(line: Cost) -> float:
    return max(map(abs, line.values))


def _newness(row: FactRow) -> datetime.date:
    return moment(row.document) or datetime.date.min


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
            yield Cost(first, first.fact.row or "", _kinds(told, first.fact.text), sums, first.fact.text)


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
