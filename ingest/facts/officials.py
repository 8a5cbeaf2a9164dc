"""Officials: burgemeester, wethouders, secretaris and griffier, by name, at every mention.

The first step collects the places where the text gives a named person an office (`offices`,
`fields`, `signatures`). The second joins those that are one person, gives that person the fullest
name of the document, and finds the later mentions. Nobody comes out whom the text gives no office.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.fact_types import Official
from ingest.facts.people import fields
from ingest.facts.people.appointments import appointed, transferred
from ingest.facts.people.attendance import in_runs
from ingest.facts.people.interim import is_interim
from ingest.facts.people.label_rows import in_label_rows
from ingest.facts.people.names import Name, name_at
from ingest.facts.people.office_words import Office, bears_other_office, offices
from ingest.facts.people.offices import Holding, before, beside, in_row_before
from ingest.facts.people.paid_terms import paid_terms
from ingest.facts.people.persons import Person, persons_of
from ingest.facts.people.portfolios import portfolio_after, portfolio_before, portfolio_behind_mark, portfolio_below
from ingest.facts.people.signatures import listed, signed
from ingest.facts.people.signing_days import signing_day
from ingest.facts.people.streets import is_street
from ingest.facts.people.tables import in_tables
from ingest.facts.people.topics_first import in_topic_lists
from ingest.facts.people.whose import is_of_another
from ingest.lexicon import read_words
from ingest.model import Document
from ingest.places.towns import is_municipality

FULL_MENTION = 0.9
SURNAME_MENTION = 0.8
"""Of later mentions; on the seeds and the twelve besluitenlijsten none of them was wrong."""

STAND_IN_RANK = 1
"""A loco-burgemeester is a wethouder; where others stand in, they aren't named in the office they have elsewhere."""

SPEAKER_LINES = 2
"""A speaker of a transcript has a line of the name alone before each turn."""


def officials(document: Document) -> list[Official]:
    """The mentions of officials, in order of place, each with the person's full name and office."""
    text = document.text
    ends = [block.end for block in document.blocks]
    here = (holding for holding in _holdings(document) if _is_held(document, holding))
    holdings = _in_order(kept for holding in here if (kept := _within_block(text, holding, ends)))
    persons = _with_speakers(text, persons_of(holdings))
    found: dict[int, Official] = {}
    for person in persons:
        if not any(holding.rank for holding in person.holdings):
            continue
        told = {holding.name.start: holding for holding in person.holdings}
        found |= {start: _official(text, person, holding) for start, holding in told.items() if holding.rank}
        for mention in _mentions(text, person, persons):
            if mention.start not in told:
                found.setdefault(mention.start, _mentioned(text, person, mention))
    signed, held = signing_day(text), paid_terms(text)
    return [
        replace(one, signed=signed(start), held=held(start), interim=is_interim(text, start, one.end))
        for start, one in sorted(found.items())
    ]


def _holdings(document: Document) -> Iterator[Holding]:
    text = document.text
    if not text:
        return
    found = list(offices(text))
    rows = in_label_rows(text, found)
    yield from filter(None, rows.values())
    yield from (holding for holding in _held_elsewhere(document, found) if holding.name.start not in rows)


def _held_elsewhere(document: Document, found: list[Office]) -> Iterator[Holding]:
    """Whom the text gives an office otherwise than by a row of labels."""
    text = document.text
    attendance = fields.attendance_spans(text)
    runs = in_runs(text, found)
    yield from runs.values()
    for office in found:
        if office.start in runs:
            continue
        attended = any(start <= office.start < end for start, end in attendance)
        yield from beside(text, office, listed=attended)
        yield from in_row_before(text, office)
        holding = before(text, office)
        if holding:
            yield holding
    yield from signed(text, found)
    yield from listed(text, found)
    yield from fields.holders(text)
    yield from fields.holders_of_topics(text)
    yield from in_tables(text, document.blocks)
    yield from in_topic_lists(text, found)
    yield from fields.portfolio_page(text)
    yield from fields.programmes(text)
    yield from fields.tasks(text)
    yield from fields.chairs(text)
    yield from appointed(text)
    yield from transferred(text)


def _is_held(document: Document, holding: Holding) -> bool:
    """Whether the office is one of this municipality, and not over when the document was written."""
    identity = document.identity
    year = identity.reporting_year.value or (identity.date.value.year if identity.date.value else 0)
    own = identity.municipality.value
    elsewhere = own is not None and is_of_another(document.text, holding.name.span, own)
    return not elsewhere and (holding.until is None or holding.until >= year)


def _within_block(text: str, holding: Holding, ends: list[int]) -> Holding | None:
    """The holding with its name cut off where its block ends: the capital that follows opens the next paragraph."""
    name = holding.name
    i = bisect_right(ends, name.start)
    if i == len(ends) or name.end <= ends[i]:
        return holding
    shorter = name_at(text, name.start, ends[i])
    return replace(holding, name=replace(shorter, titled=name.titled)) if shorter else None


def _in_order(holdings: Iterable[Holding]) -> list[Holding]:
    """One holding a place: the office of the highest rank, with what any of them knows of the portfolio."""
    by_start: dict[int, Holding] = {}
    for holding in holdings:
        other = by_start.get(holding.name.start)
        by_start[holding.name.start] = _merged(holding, other) if other else holding
    return [by_start[start] for start in sorted(by_start)]


def _merged(one: Holding, other: Holding) -> Holding:
    best = max(one, other, key=lambda each: (each.rank, each.confidence))
    portfolio = best.portfolio or one.portfolio or other.portfolio
    return replace(best, portfolio=portfolio, is_holder=one.is_holder or other.is_holder)


def _with_speakers(text: str, persons: list[Person]) -> list[Person]:
    """Gives those known by surname alone the given name that the speaker lines of a transcript show."""
    lines = re.findall(r"^[ \u00a0]*(\S[^\n]{3,40}?):?[ \u00a0]*$", text, re.MULTILINE)
    counts: dict[str, int] = defaultdict(int)
    for line in lines:
        counts[line] += 1
    speakers = [name for line, count in counts.items() if count >= SPEAKER_LINES and (name := _whole(line))]
    for person in persons:
        fuller = [name for name in speakers if name.family == person.family and name.given]
        if person.givens == {""} and len(fuller) == 1:
            person.givens.add(fuller[0].given)
    return persons


def _whole(line: str) -> Name | None:
    name = name_at(line, 0)
    return name if name and name.end == len(line) else None


def _official(text: str, person: Person, holding: Holding) -> Official:
    name = holding.name
    portfolio = (
        holding.portfolio
        or portfolio_behind_mark(text, name.end)
        or portfolio_before(text, name.start)
        or portfolio_after(text, name.end)
        or portfolio_below(text, name.end)
    )
    stands_in = holding.role == "portefeuillehouder" or holding.rank <= STAND_IN_RANK
    role = person.role if stands_in else holding.role
    return Official(
        name.start,
        name.end,
        text[name.start : name.end],
        holding.confidence,
        name=person.name,
        role=role,
        portfolio=portfolio,
        portfolio_holder=holding.is_holder or portfolio is not None,
    )


def _mentioned(text: str, person: Person, mention: Name) -> Official:
    sure = FULL_MENTION if mention.given else SURNAME_MENTION
    return Official(
        mention.start, mention.end, text[mention.start : mention.end], sure, name=person.name, role=person.role
    )


def _mentions(text: str, person: Person, persons: list[Person]) -> Iterator[Name]:
    """The later places where the person is named without the office, namesakes and ordinary words left out."""
    name = person.holdings[0].name
    last = re.escape(name.surname).replace(r"\ ", r"\s")
    namesakes = sum(other.family == person.family for other in persons)
    is_place = is_municipality(f"{name.prefix} {name.surname}".strip())
    is_word = _is_ordinary_word(text, name)
    for found in re.finditer(rf"(?<![\w'’-]){last}(?![\w'’]|-\w)", text):
        mention = _name_around(text, found.start(), found.end())
        if mention is None or mention.family != person.family or not _could_be_meant(text, mention, person):
            continue
        unsure = is_place or (is_word and not _inside_sentence(text, mention))
        if not mention.given and (namesakes > 1 or (unsure and not _is_addressed(text, mention))):
            continue
        yield mention


def _name_around(text: str, start: int, end: int) -> Name | None:
    """The longest name that has the surname at `start` as its last part."""
    line = text.rfind("\n", 0, start) + 1
    begin = max(0, min(line, start - 30) if start - line < 4 else line, start - 40)
    for word in re.finditer(r"(?<![\w.'’-])[A-Za-zÀ-ÿ'’]", text[begin : start + 1]):
        name = name_at(text, begin + word.start())
        if name and name.end == end and not name.titled:
            return name
    return None


def _could_be_meant(text: str, mention: Name, person: Person) -> bool:
    if not person.could_be(mention) or (mention.given and not person.given):
        return False
    if bears_other_office(text, mention.start) or is_street(text, mention.start, mention):
        return False
    behind = text[mention.end : mention.end + 30]
    party = re.match(r"[ \u00a0]\(([^()]+)\)", behind)
    if party and party[1] in read_words("parties.txt"):
        return bool(mention.given)
    return not re.match(r"[ \u00a0][A-ZÀ-Ý][a-zà-ÿ]", behind) or text[mention.end] == "\n"


_TITLE_OR_OFFICE = re.compile(
    r"(?:heer|dhr\.?|mevrouw|mevr\.?|mw\.?|meneer|wethouder|burgemeester|griffier|secretaris)[ \u00a0]$", re.IGNORECASE
)


def _is_addressed(text: str, mention: Name) -> bool:
    """Whether a title stands before a surname that is an ordinary word or a place too."""
    return bool(_TITLE_OR_OFFICE.search(text[max(0, mention.start - 14) : mention.start]))


def _inside_sentence(text: str, mention: Name) -> bool:
    """Whether a word in lower case stands before it, so that its capital is a name's."""
    return bool(re.search(r"[a-zà-ÿ],?[ \u00a0]$", text[max(0, mention.start - 3) : mention.start]))


def _is_ordinary_word(text: str, name: Name) -> bool:
    """Whether a surname is a word of this document as well, such as "bakker"."""
    if name.prefix and name.prefix != "de":
        return False
    lower = name.surname[:1].lower() + name.surname[1:]
    return bool(re.search(rf"(?<![\w-]){re.escape(lower)}(?![\w-])", text))
