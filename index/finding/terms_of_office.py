"""Who held which office and portfolio, from when to when according to the documents, and who came before and after.

The bounds of a term are the first and the last document that names it: no date is ever concluded. A date of a change
of office is only told in the words of the sentence that gives it.
"""

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from index.finding.joint import told_apart
from index.finding.people import Person
from index.language.fold import name_key
from index.language.wordlists import entries
from index.store.moments import moment
from index.store.rows import DocumentRow, FactRow, PassageRow
from ingest.dutch import sentence_spans
from ingest.fact_types import Official, Period, Role
from ingest.facts.periods import time_expressions

ONE_AT_A_TIME: frozenset[Role] = frozenset({"burgemeester", "secretaris", "griffier"})
"""Offices that one person has: whoever is named in it later came after."""

_BETWEEN_TOPICS = re.compile(r"[,;/&]|\ben\b")
COUNCIL = datetime.timedelta(days=4 * 365 + 1)
"""A college is chosen anew so often: who isn't named for longer, while others are, may have left."""

_LEAVE, _A_LIST, _LISTS = datetime.timedelta(days=90), 2, 2
"""Nor is somebody there still who, for longer than this, is missing from so many documents that name so many others."""

_LONGEST_MONTH = 31
"""Days: a date is a day or a month; a year or a term is too vague to tell when somebody came."""


@dataclass(frozen=True, slots=True)
class Term:
    """An office or, with `portfolio`, a portfolio, as long as documents name it; held again later it is another term.

    Attributes:
        named: the documents that name it, in order of time; those without a time only where no other does.
        documents: how many name it, also without a time.
        before, after: who had it before and afterwards; None where no document tells of one.
        beside: others to whom one of the documents gives this portfolio too, without saying who has what.
        told: the last document that itself says from when to when, and what it says.
        interim: the last document that calls it held for the time: "waarnemend", "a.i.".
    """

    role: Role
    portfolio: str | None
    named: tuple[DocumentRow, ...]
    documents: int
    before: str | None = None
    after: str | None = None
    beside: tuple[str, ...] = ()
    told: tuple[DocumentRow, Period] | None = None
    interim: DocumentRow | None = None

    @property
    def first(self) -> DocumentRow:
        return self.named[0]

    @property
    def last(self) -> DocumentRow:
        return self.named[-1]

    @property
    def is_over(self) -> bool:
        """Whether the last document that names it says that it ended."""
        return bool(self.told and self.told[1].end and self.told[0].id == self.last.id)


@dataclass(frozen=True, slots=True)
class Career:
    """A person with the terms that documents tell of: offices first, then portfolios by their first document."""

    person: Person
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that tells of a change of office and gives its date.

    Attributes:
        row: the mention of the person in it.
        start, end: the sentence, in the text of the document; `text` is what it says there.
        date: the span of the date within `text`.
    """

    row: FactRow
    start: int
    end: int
    text: str
    date: tuple[int, int]


def careers_of(people: Sequence[Person]) -> list[Career]:
    """In the order given; before and after are looked for among the people of the same municipality."""
    own = [Career(person, _terms(apart)) for person, apart in zip(people, told_apart(people), strict=True)]
    parted = [_parted(career, own) for career in own]
    return [_in_line(career, parted) for career in parted]


def changes_of(person: Person, passages: Iterable[PassageRow]) -> list[Change]:
    """What these passages say of the person coming, leaving or handing over, with a date; each sentence once."""
    held = {passage.id: passage for passage in passages}
    found: dict[str, Change] = {}
    for row in sorted(person.every, key=lambda row: time_of(row.document)):
        passage = held.get(row.passage_id or 0)
        change = _change(row, passage) if passage else None
        if change:
            found.setdefault(" ".join(change.text.casefold().split()), change)
    return list(found.values())


def _terms(person: Person) -> tuple[Term, ...]:
    officials = [
        (_as_signed(row.document, row.fact), row.fact)
        for row in sorted(person.every, key=lambda row: time_of(row.document))
        if isinstance(row.fact, Official)
    ]
    roles = {official.role for _, official in officials} - {"portefeuillehouder"}
    only = next(iter(roles)) if len(roles) == 1 else None
    offices: dict[Role, list[DocumentRow]] = defaultdict(list)
    portfolios: dict[frozenset[str], list[tuple[DocumentRow, Official]]] = defaultdict(list)
    for document, official in officials:
        role = only if only and official.role == "portefeuillehouder" else official.role
        offices[role].append(document)
        if official.portfolio:
            portfolios[topics_of(official.portfolio)].append((document, replace(official, role=role)))
    told = {official.role: (document, official.held) for document, official in officials if official.held}
    interim = {official.role: document for document, official in officials if official.interim}
    held = [
        replace(_term(role, None, documents), told=told.get(role), interim=interim.get(role))
        for role, documents in sorted(offices.items())
    ]
    topics = [
        _term(told[0][1].role, told[0][1].portfolio, [document for document, _ in told]) for told in portfolios.values()
    ]
    topics.sort(key=lambda term: (time_of(term.first), term.portfolio or ""))
    return (*held, *topics)


def _as_signed(document: DocumentRow, official: Official) -> DocumentRow:
    """The document with the day on which this official signed it: who signs need not have been in office before."""
    if official.signed is None:
        return document
    identity = document.identity
    return replace(document, identity=replace(identity, date=replace(identity.date, value=official.signed)))


def _term(role: Role, portfolio: str | None, documents: Sequence[DocumentRow]) -> Term:
    each = sorted({row.id: row for row in sorted(documents, key=time_of, reverse=True)}.values(), key=time_of)
    timed = [document for document in each if moment(document)] or each
    return Term(role, portfolio, tuple(timed), len(each))


def _parted(career: Career, others: Sequence[Career]) -> Career:
    near = [term for _, term in _near(career, others)]
    return replace(career, terms=tuple(part for term in career.terms for part in _parts(term, near)))


def _parts(term: Term, near: Sequence[Term]) -> Iterator[Term]:
    """A term, cut wherever somebody left and came back."""
    cuts = [at for at, pair in enumerate(pairwise(term.named), 1) if _left_between(*pair, term, near)]
    if not cuts:
        yield term
        return
    for start, end in pairwise((0, *cuts, len(term.named))):
        named = term.named[start:end]
        told = term.told if term.told and term.told[0] in named else None
        interim = term.interim if term.interim in named else None
        yield replace(term, named=named, documents=end - start, told=told, interim=interim)


def _left_between(old: DocumentRow, new: DocumentRow, term: Term, near: Sequence[Term]) -> bool:
    """Whether others were named in this office meanwhile: for longer than a council sits, in several lists or, in an
    office that one person has, somebody whom several documents name in it, all of them meanwhile."""
    since, until = time_of(old), time_of(new)
    others = [other for other in near if other.role == term.role and (term.portfolio or other.portfolio is None)]
    if until == datetime.date.max:
        return False
    if until - since > COUNCIL:
        return any(since < time_of(document) < until for other in others for document in other.named)
    if term.portfolio is None and left_out(since, until, others):
        return True
    return any(
        other.documents > 1 and _same_seat(term, other) and since < time_of(other.first) and time_of(other.last) < until
        for other in others
        if other.portfolio is None
    )


def left_out(since: datetime.date, until: datetime.date, others: Sequence[Term]) -> bool:
    """Whether somebody who isn't named between these days is missing from lists of who is in office."""
    named = Counter(row.id for other in others for row in other.named if since < time_of(row) < until)
    return until - since > _LEAVE and sum(number >= _A_LIST for number in named.values()) >= _LISTS


def _near(career: Career, others: Sequence[Career]) -> list[tuple[str, Term]]:
    """The terms of the others of the same municipality, each with whose it is."""
    return [
        (other.person.name, term)
        for other in others
        if other is not career and other.person.municipality == career.person.municipality
        for term in other.terms
    ]


def _in_line(career: Career, others: Sequence[Career]) -> Career:
    near = _near(career, others)
    return replace(career, terms=tuple(_with_neighbours(term, near) for term in career.terms))


def _with_neighbours(term: Term, near: Sequence[tuple[str, Term]]) -> Term:
    earlier = [(time_of(other.first), name) for name, other in near if _follows(other, term)]
    later = [(time_of(other.first), name) for name, other in near if _follows(term, other)]
    beside = tuple(name for name, other in near if term.portfolio and _given_together(term, other))
    before, after = max(earlier)[1] if earlier else None, min(later)[1] if later else None
    return replace(term, before=before, after=after, beside=beside)


def _follows(old: Term, new: Term) -> bool:
    """Whether the new term is of the same seat and comes after the old one.

    Of a portfolio the old one must be over by then. Documents go on naming an earlier mayor; there it is enough that
    the later one is named as late.
    """
    if not _same_seat(old, new) or not moment(old.first) or not moment(new.first):
        return False
    over = time_of(old.last) <= time_of(new.first) if old.portfolio else time_of(old.last) <= time_of(new.last)
    return over and time_of(old.first) < time_of(new.first)


def _given_together(one: Term, other: Term) -> bool:
    return one.portfolio == other.portfolio and any(row.id == each.id for row in one.named for each in other.named)


def _same_seat(one: Term, other: Term) -> bool:
    if one.portfolio and other.portfolio:
        return topics_of(one.portfolio) == topics_of(other.portfolio)
    return one.portfolio is other.portfolio is None and one.role == other.role and one.role in ONE_AT_A_TIME


@lru_cache(maxsize=4096)
def topics_of(portfolio: str) -> frozenset[str]:
    """What a portfolio consists of: the same for "Verkeer en wonen" and "wonen, verkeer"."""
    return frozenset(key for part in _BETWEEN_TOPICS.split(portfolio) if (key := name_key(part)))


def _change(row: FactRow, passage: PassageRow) -> Change | None:
    at = row.fact.start - passage.start
    for start, end in sentence_spans(passage.text):
        if start <= at < end and any(cue.search(passage.text, start, end) for cue in _cues()):
            date = _date(passage.text, start, end)
            if date:
                within = (date[0] - start, date[1] - start)
                return Change(row, passage.start + start, passage.start + end, passage.text[start:end], within)
    return None


def _date(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The first day or month that is named with its year."""
    for expression in time_expressions(text, start, end):
        first, last = expression.base.start, expression.base.end
        if first and last and (last - first).days < _LONGEST_MONTH:
            return expression.start, expression.end
    return None


@cache
def _cues() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(line, re.IGNORECASE) for line in entries("ambtswisseling.txt"))


def time_of(document: DocumentRow) -> datetime.date:
    return moment(document) or datetime.date.max
