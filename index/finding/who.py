"""Who is in charge of something, as the documents say: for "wie gaat over woonoverlast?".

A portfolio that names the subject counts first, then a sentence that says so, then a section about it that names its
portfolio holder, then a portfolio on its theme, and last one that covers the field of policy of that theme. Of an
office that one person has at a time, whoever came after is named too, and first: an early paper gives the portfolio, a
later one only the name. Nothing is concluded beyond that.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from index.finding.around import sentence_around
from index.finding.homes import homes_of
from index.finding.nameless import Nameless, nameless_offices
from index.finding.people import people_of
from index.finding.preferences import covers
from index.finding.terms_of_office import Career, careers_of
from index.finding.topics import content_stems, stems_and_parts
from index.language.fold import fold, name_key
from index.language.place_names import keys_of
from index.language.wordlists import entries, pairs
from index.library import Library
from index.query import Query
from index.store.filters import Filters
from index.store.moments import moment
from index.store.rows import FactRow
from ingest.fact_types import Official, Role
from ingest.themes import THEMES, themes_of

How = Literal["portfolio", "sentence", "section", "successor", "theme", "field", "office"]
"""Why somebody is named; in order of sureness. "office" answers who held an office; a "successor" came into the office
of somebody who is named for another reason."""

MOST_PLACES = 12
"""Municipalities whose officials are read at once; of more the reader has to choose."""

MOST_HOLDERS = 3
"""Of one municipality."""

MOST_OF_OFFICE = 8
"""Of an office that several people have at once, in one municipality."""

_ORDER: dict[How, int] = {
    "office": 0, "portfolio": 0, "sentence": 0, "section": 1, "successor": 1, "theme": 2, "field": 3,
}  # fmt: skip
_SAID: frozenset[How] = frozenset({"office", "portfolio", "sentence", "section"})
_SINGLE: frozenset[Role] = frozenset({"burgemeester", "secretaris", "griffier"})


_OF_SOMETHING = re.compile(r"\b(?:over|portefeuille|verantwoordelijk|valt)\b")
"""What makes a building or a village the subject, and not the place where somebody holds an office."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who is in charge.

    Attributes:
        row: the newest mention that says so.
        sentence: in which it does, with the span of the mention in it; empty where no passage holds it.
    """

    career: Career
    row: FactRow
    how: How
    sentence: str = ""
    place: tuple[int, int] = (0, 0)

    @property
    def sure(self) -> bool:
        """Whether a document says it in so many words."""
        return self.how in _SAID


@dataclass(frozen=True, slots=True)
class Who:
    """What a question after a person is answered with.

    Attributes:
        subject: what they are in charge of, in the words of the question; "" where an office is asked for.
        role: the office that is asked for, where no subject is.
        holders: by municipality, the newest first; empty where no document says it.
        places: the municipalities that were looked in; empty where there are too many to look in them all.
        nameless: where no document says it of a person, the offices that one gives the subject.
    """

    subject: str
    role: Role | None
    holders: tuple[Holder, ...]
    places: tuple[str, ...]
    nameless: tuple[Nameless, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether a document says in so many words who it is."""
        return any(holder.sure for holder in self.holders)


def asks_who(query: Query) -> bool:
    """Whether the question is after a person in charge."""
    return any(pattern.search(fold(query.text)) for pattern in _questions()) and bool(_subject(query) or _role(query))


def who(library: Library, query: Query, filters: Filters) -> Who | None:
    """Who is in charge of what the question is about; None where it doesn't ask that, or of a municipality without
    documents."""
    if query.absent or not asks_who(query):
        return None
    subject, role = _subject(query), _role(query)
    places = filters.municipalities or query.preferences.municipalities or tuple(library.municipalities())
    said = " ".join(subject)
    if len(places) > MOST_PLACES:
        return Who(said, None if subject else role, (), ())
    rows, careers = library.once(("in office", places), lambda: _in_office(library, places))
    years = filters.years or query.preferences.years
    asked = _Asked(subject, role, years, _said_in_sentence(library, rows, subject))
    found = [holder for career in careers if (holder := _holder(career, asked))]
    chosen = _with_successors(_chosen(found), careers, asked)
    is_said = not subject or any(holder.sure for holder in chosen)
    nameless = () if is_said else nameless_offices(library, subject, places, years, careers)
    return Who(said, None if subject else role, _quoted(library, chosen), tuple(places), nameless)


def _in_office(library: Library, places: tuple[str, ...]) -> tuple[list[FactRow], list[Career]]:
    """What documents of these municipalities say of people in office, and the careers of those of their own."""
    rows = library.facts("official", Filters(municipalities=places))
    within = {key for place in places for key in keys_of(place)}
    people = people_of(rows, homes_of(library, rows))
    return rows, careers_of([person for person in people if name_key(person.municipality or "") in within])


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question after a person is about; `in_sentence` are the mentions whose sentence puts them in charge."""

    subject: Sequence[str]
    role: Role | None
    years: Sequence[int]
    in_sentence: frozenset[int]


def _said_in_sentence(library: Library, rows: Sequence[FactRow], subject: Sequence[str]) -> frozenset[int]:
    """Mentions in a sentence that has a word of the subject and says who is in charge."""
    wanted = content_stems(" ".join(subject))
    having = {number for stem in wanted for number in library.words.holding("stems", [stem]).tolist()}
    near = [row for row in rows if row.passage_id in having]
    passages = {
        row.id: row for row in library.passages(sorted({row.passage_id or 0 for row in near}), with_themes=False)
    }
    found = set()
    for row in near:
        sentence, _ = sentence_around(passages[row.passage_id or 0], row.fact.start, row.fact.end)
        in_charge = any(cue.search(fold(sentence)) for cue in _in_charge())
        if in_charge and "|" not in sentence and wanted & content_stems(sentence):
            found.add(row.id)
    return frozenset(found)


def _with_successors(holders: Sequence[Holder], careers: Sequence[Career], asked: _Asked) -> list[Holder]:
    """With whoever came after them in an office that one person has at a time, before them."""
    told: list[Holder] = []
    for holder in holders:
        later = [_successor(holder, career, asked) for career in careers] if not asked.role else []
        new = [each for each in later if each and all(each.career is not other.career for other in (*told, *holders))]
        told += [*sorted(new, key=lambda each: -_day(each.row)), holder]
    return told


def _successor(holder: Holder, career: Career, asked: _Asked) -> Holder | None:
    place, name = holder.career.person.municipality, career.person.name
    offices = [term for term in holder.career.terms if term.portfolio is None and term.role in _SINGLE]
    roles = {term.role for term in offices if term.after == name and career.person.municipality == place}
    rows = [
        row
        for row in career.person.every
        if isinstance(row.fact, Official) and row.fact.role in roles and _of_years(row, asked.years)
    ]
    return Holder(career, max(rows, key=lambda row: (_day(row), -row.id)), "successor") if rows else None


def _of_years(row: FactRow, years: Sequence[int]) -> bool:
    return not years or covers(row.document, years)


def _quoted(library: Library, holders: Sequence[Holder]) -> tuple[Holder, ...]:
    """Each with the sentence that says it."""
    wanted = [holder.row.passage_id for holder in holders if holder.row.passage_id]
    passages = {row.id: row for row in library.passages(wanted, with_themes=False)} if wanted else {}
    quoted = []
    for holder in holders:
        passage, fact = passages.get(holder.row.passage_id or 0), holder.row.fact
        sentence, place = sentence_around(passage, fact.start, fact.end) if passage else ("", (0, 0))
        quoted.append(replace(holder, sentence=sentence, place=place))
    return tuple(quoted)


def _chosen(found: Iterable[Holder]) -> list[Holder]:
    """Of each municipality those with the surest reason, the newest first."""
    by_place: dict[str, list[Holder]] = {}
    for holder in found:
        by_place.setdefault(holder.career.person.municipality or "", []).append(holder)
    chosen = []
    for _, holders in sorted(by_place.items()):
        best = min(_ORDER[holder.how] for holder in holders)
        equal = [holder for holder in holders if _ORDER[holder.how] == best]
        chosen += sorted(equal, key=lambda holder: -_day(holder.row))[: _most(equal[0])]
    return chosen


def _most(holder: Holder) -> int:
    fact = holder.row.fact
    if holder.how != "office":
        return MOST_HOLDERS
    return 1 if isinstance(fact, Official) and fact.role in _SINGLE else MOST_OF_OFFICE


def _day(row: FactRow) -> int:
    when = moment(row.document)
    return when.toordinal() if when else 0


def _holder(career: Career, asked: _Asked) -> Holder | None:
    rows = [row for row in career.person.every if _of_years(row, asked.years)]
    reasons = [(how, row) for row in rows if (how := _reason(row, asked))]
    if not reasons:
        return None
    how, row = min(reasons, key=lambda pair: (_ORDER[pair[0]], -_day(pair[1]), pair[1].id))
    return Holder(career, row, how)


def _reason(row: FactRow, asked: _Asked) -> How | None:
    fact, subject = row.fact, asked.subject
    if not isinstance(fact, Official):
        return None
    if not subject:
        return "office" if fact.role == asked.role else None
    return _said(row, fact, asked) or _near(fact, subject)


def _said(row: FactRow, fact: Official, asked: _Asked) -> How | None:
    """Where the document says it in so many words."""
    wanted, portfolio = content_stems(" ".join(asked.subject)), fact.portfolio or ""
    if wanted & stems_and_parts(portfolio):
        return "portfolio"
    if row.id in asked.in_sentence:
        return "sentence"
    if fact.portfolio_holder and row.heading_path and wanted & stems_and_parts(row.heading_path[-1]):
        return "section"
    return None


def _near(fact: Official, subject: Sequence[str]) -> How | None:
    """Where a portfolio is on about the same: on its theme, or on the field that holds it."""
    portfolio = fact.portfolio or ""
    themes = _themes(" ".join(subject))
    if portfolio and themes & _themes(portfolio):
        return "theme"
    fields = {THEMES[theme].parent or theme for theme in themes} | _fields_of(" ".join(subject))
    return "field" if portfolio and fields & _fields_of(portfolio) else None


@cache
def _themes(text: str) -> frozenset[str]:
    return frozenset(score.theme for score in themes_of(text))


@cache
def _fields_of(portfolio: str) -> frozenset[str]:
    words = f" {fold(portfolio)} "
    return frozenset(field for field, word in pairs("beleidsvelden.tsv") if re.search(rf"\b{word}\b", words))


def _subject(query: Query) -> list[str]:
    """The words of the question that say what it is about."""
    words = [query.text[word.start : word.end] for word in query.subject]
    if not words and _OF_SOMETHING.search(fold(query.text)):
        words = [query.text[item.start : item.end] for item in query.understood if item.within]
    return [word for word in words if fold(word) not in entries("wiewoorden.txt")]


def _role(query: Query) -> Role | None:
    """The one office that is asked for."""
    folded = fold(query.text)
    roles: tuple[Role, ...] = ("burgemeester", "wethouder", "secretaris", "griffier")
    return next((role for role in roles if role in folded), None)


@cache
def _questions() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(line) for line in entries("wievragen.txt"))


@cache
def _in_charge() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(line) for line in entries("wiezinnen.txt"))
