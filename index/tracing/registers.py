"""What lists of commitments say of one commitment: by its number, or the day it was made, within a municipality.

A list numbers its rows ("T23-06"), later lists keep the number, and the report of a meeting sometimes names it. Lists
also start again from 1 every year: a bare number counts only where the wording is alike too. So does the day that a
row gives: the report of that day's meeting seldom names the number that the list gave afterwards.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain

from index.language.analysis import is_stop_word, tokens
from index.language.fold import name_key
from index.language.matter import content_words
from index.library import Library
from index.store.choice import Choice
from index.store.filters import Filters
from index.store.moments import moment
from index.store.rows import DocumentRow, FactRow, PassageRow
from ingest.fact_types import Commitment
from ingest.facts.states import RegisterStatus, register_status
from ingest.identify.days import dates_in

STATES = ("Openstaand", "Deels voldaan", "Voldaan", "Vervallen")
CLOSED = frozenset({"Voldaan", "Vervallen"})

_CODE = re.compile(
    r"\b(?:[A-Z]{1,3}[ -]?)?(?!\d{2,3}\.\d{3}\b|(?:19|20)\d\d[-./](?:19|20)\d\d\b)\d{2,4}[-./]\d{1,4}\b(?![-./]?\d)"
)
"""A number that names its year or its series: T22-03, 2023-07, 24-08; no sum (15.000), and no years (2022-2026)."""
_OPENING = re.compile(rf"\s*((?:{_CODE.pattern}))(?=\s|[.:(])")
_LINE = re.compile(r"[^\n]+")
OF_LISTS = "toezeggingenlijst"
"""The type of a list of commitments."""
_LISTS = Filters(doc_types=(OF_LISTS,))
_SURE_OF_LINE = 0.8
_ALIKE_BARE = 0.5
"""Share of the words of the shorter of two wordings that the other has, from which a bare number is taken to be the
same row of a later list."""

_ALIKE_ON_DAY = 0.6
"""The same share for a row that gives the day of the meeting; no labelled lists to measure it on."""
_ENOUGH_WORDS = 3


class Registers:
    """The rows of all lists in a library, in one state of it.

    Lists are read as they are, also where residents are left out of what is shown: a row is covered when it leaves
    here, for to cover them all takes the texts of all their documents.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._rows = library.once("rows of registers", lambda: _by_number(library))
        self._days = library.once("days of registers", lambda: _by_day(library))

    def rows(self, row: FactRow) -> list[FactRow]:
        """What lists say of this commitment, the row itself included where it is one, the oldest first."""
        return list(map(self._library.shown, self._rows_of(row)))

    def newest(self, row: FactRow) -> FactRow | None:
        """The newest state that a list gives of this commitment; None where no list names its number."""
        found = self._rows_of(row)
        return self._library.shown(found[-1]) if found else None

    def standing(self, row: FactRow) -> FactRow | None:
        """The row that gives the newest state: `newest`, else the commitment itself where its own list says one."""
        return self.newest(row) or (row if is_listed(row) else None)

    def newer(self) -> tuple[tuple[int, str], ...]:
        """Of each commitment whose newest state stands in another row than its own: its id and that state."""
        return self._library.once("states by number", self._newer)

    def _newer(self) -> tuple[tuple[int, str], ...]:
        places = {name for rows in self._rows.values() for row in rows for name in _names(row.document)}
        if not places:
            return ()
        filters = Filters(tuple(sorted(places)))
        days = {day for _, day in self._days}
        dated = [document.id for document in self._library.documents(filters) if document.identity.date.value in days]
        # Read as they are: only ids and states leave here.
        named = self._may_be_named(filters)
        numbered = Library.facts(self._library, "commitment", choice=Choice(among=named)) if named else []
        on_days = (Library.facts(self._library, "commitment", document_id=document) for document in dated)
        rows = chain(numbered, *on_days)
        found = {row.id: found[-1] for row in rows if (found := self._rows_of(row))}
        told = ((number, row) for number, row in found.items() if row.id != number)
        return tuple((number, state) for number, row in told if (state := state_of(row)))

    def _may_be_named(self, filters: Filters) -> tuple[int, ...]:
        """The ids of the commitments with a number that some list has."""
        listed = {number for _, number in self._rows}
        told = self._library.numbered(filters)
        return tuple(which for which, number, words in told if not listed.isdisjoint(_numbers_in(number, words)))

    def _rows_of(self, row: FactRow) -> list[FactRow]:
        found = {
            other.id: other
            for number in numbers_of(row) or self._numbers_by_day(row)
            for place in _places(row.document)
            for other in self._rows.get((place, number), ())
            if other.id == row.id or _may_be_same(row, other, number)
        }
        return sorted(found.values(), key=_order)

    def _numbers_by_day(self, row: FactRow) -> tuple[str, ...]:
        """Of what was said in a meeting: the number of the row of that day that is most alike, if that is one row."""
        made = row.document.identity.date.value
        found = [other for place in _places(row.document) for other in self._days.get((place, made), ())]
        alike: dict[tuple[str, ...], float] = defaultdict(float)
        for other in found:
            if other.document.id != row.document.id:
                alike[numbers_of(other)] = max(alike[numbers_of(other)], _share(row, other))
        best = max(alike.values(), default=0.0)
        first, *more = [number for number, share in alike.items() if share == best] or [()]
        return first if best >= _ALIKE_ON_DAY and not more else ()


def numbers_of(row: FactRow) -> tuple[str, ...]:
    """The numbers that a commitment goes by: that of its row in a list, or those in its own words."""
    fact = row.fact
    return _numbers_in(fact.number, fact.text) if isinstance(fact, Commitment) else ()


def _numbers_in(number: str | None, words: str) -> tuple[str, ...]:
    return (_plain(number),) if number else tuple(dict.fromkeys(map(_plain, _CODE.findall(words))))


def state_of(row: FactRow | None) -> str | None:
    """The state that a row of a list gives."""
    return row.fact.register_status if row is not None and isinstance(row.fact, Commitment) else None


def is_listed(row: FactRow) -> bool:
    """Whether a list says where a commitment stands, also where its words tell no one state."""
    fact = row.fact
    return isinstance(fact, Commitment) and bool(fact.register_status or fact.register_said)


def _by_number(library: Library) -> Mapping[tuple[str, str], list[FactRow]]:
    found: dict[tuple[str, str], list[FactRow]] = defaultdict(list)
    lists = Library.documents(library, _LISTS)
    lines = [row for document in lists for row in _settled(Library.passages_of(library, document.id))]
    for row in (*Library.facts(library, "commitment", choice=Choice(listed=STATES)), *lines):
        # A list of states without numbers may name those of other papers.
        for number in numbers_of(row) if _has_numbers(row) else ():
            for place in _places(row.document):
                found[place, number].append(row)
    return found


def _has_numbers(row: FactRow) -> bool:
    fact = row.fact
    is_numbered = isinstance(fact, Commitment) and fact.number is not None
    return is_numbered or row.document.doc_type == OF_LISTS


def _by_day(library: Library) -> Mapping[tuple[str, datetime.date | None], list[FactRow]]:
    """The numbered rows of lists by the days that stand on their line."""
    listed = Library.facts(library, "commitment", _LISTS, choice=Choice(listed=STATES))
    rows = [row for row in listed if numbers_of(row)]
    wanted = sorted({row.passage_id for row in rows if row.passage_id is not None})
    texts = {passage.id: passage for passage in Library.passages(library, wanted, with_themes=False)} if wanted else {}
    found: dict[tuple[str, datetime.date | None], list[FactRow]] = defaultdict(list)
    for row in rows:
        passage = texts.get(row.passage_id or 0)
        line = _line_at(passage.text, row.fact.start - passage.start) if passage else ""
        for day in {day for day, _, _ in dates_in(line)}:
            for place in _places(row.document):
                found[place, day].append(row)
    return found


def _line_at(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]


def _share(row: FactRow, other: FactRow) -> float:
    """Share of the words of the shorter of two wordings that the other has, times aside; 0 where they are few."""
    one, two = content_words(row.fact.text), content_words(other.fact.text)
    shorter = min(len(one), len(two))
    return len(one & two) / shorter if shorter >= _ENOUGH_WORDS else 0.0


def _settled(passages: Iterable[PassageRow]) -> Iterable[FactRow]:
    """What a list says below its table ("T23-06 (...): afgehandeld met brief 2024-027"), each line as a row of it."""
    for passage in passages:
        for line in _LINE.finditer(passage.text):
            opening = _OPENING.match(line.group())
            state = register_status(line.group()) or register_status(" ".join(passage.heading_path[-1:]))
            if opening and state and "|" not in line.group():
                yield _as_row(passage, line, opening[1], state)


def _as_row(passage: PassageRow, line: re.Match[str], number: str, state: RegisterStatus) -> FactRow:
    start, end = passage.start + line.start(), passage.start + line.end()
    fact = Commitment(
        start, end, line.group(), _SURE_OF_LINE, None, "", None, "weak", "realised" if state in CLOSED else "planned",
        promise_type="toezegging", number=number, register_status=state,
    )  # fmt: skip
    return FactRow(-start, passage.document, fact, passage.page, passage.heading_path, passage.themes, passage.id)


def _places(document: DocumentRow) -> Iterable[str]:
    return [name_key(name) for name in _names(document)]


def _names(document: DocumentRow) -> Iterable[str]:
    return document.identity.municipalities or tuple(filter(None, [document.municipality]))


def _may_be_same(row: FactRow, other: FactRow, number: str) -> bool:
    """Whether two wordings under one number may be the same commitment: they share a word that says something."""
    one, two = _said(row, number), _said(other, number)
    common = one & two
    if _CODE.fullmatch(number.upper()):
        return bool(common) or number in _plain(row.fact.text)
    return len(common) >= _ALIKE_BARE * max(1, min(len(one), len(two)))


def _said(row: FactRow, number: str) -> set[str]:
    own = {token.stem for token in tokens(number)}
    found = [token for token in tokens(row.fact.text) if not is_stop_word(token)]
    return {word for token in found for word in (token.stem, *token.parts)} - own


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _order(row: FactRow) -> tuple[str, int]:
    when = moment(row.document)
    return (when.isoformat() if when else "", row.id)
