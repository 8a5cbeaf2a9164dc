"""Officials in letterheads and signatures: an office on one line, the name on the line above or below."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from ingest.facts.people.name_lists import names_in
from ingest.facts.people.names import Name, name_at
from ingest.facts.people.office_words import Office
from ingest.facts.people.offices import Holding
from ingest.facts.people.portfolios import portfolio_words
from ingest.lexicon import read_words

SIGNED = 0.9

_LONGEST_LINE = 120
_MOST_BLANK_LINES = 5
_REST = re.compile(
    r"\b(?:aan|de|het|een|namens|college|van|burgemeester en wethouders|functiegegevens|functie|a\.i\.?|ai|wnd)(?!\w)"
    r"|[\s,.:|/()–-]",
    re.IGNORECASE,
)
_OF_TOWN = re.compile(
    r"[ \u00a0]van(?:[ \u00a0]de[ \u00a0]gemeente)?"
    r"(?:[ \u00a0](?:aan|den|de|op|bij|en|[A-ZÀ-Ý'][\w'’-]+)){1,4}(?=,?\s*$)"
)
"""Behind the office in a signature: "De burgemeester van Waterdrecht,"."""
_STANDS_IN = re.compile(r"\s*(?:l\.?[bs]\.?|b\.a\.|i\.o\.|loco|namens (?:deze|dezen)),?\s", re.IGNORECASE)
"""Before the name of who signs for the holder of the office."""
_COLUMN_GAP = re.compile(r"[ \u00a0]{2,}|\t|[ \u00a0]*\|[ \u00a0]*")


_OTHER_SEAT = re.compile(
    r"\b(?:plv\.|plaatsvervangend)?[ \u00a0]?voorzitter\b(?![ \u00a0]?/)|(?:^|(?<=[ \u00a0]{2}))(?:de )?"
    r"(?:directeur(?:-bestuurder)?|bestuurder|\w*officier van justitie|\w*chef|commandant)\b",
    re.IGNORECASE | re.MULTILINE,
)
_SAME_PERSON = re.compile(r"(?:,? en|,? tevens|[ \u00a0]?/)[ \u00a0](?:(?:1e|2e|3e|eerste|tweede|derde)[ \u00a0])?")
"""Between two offices that one wethouder has: "Wethouder en eerste locoburgemeester"."""
_SAME_SEAT = re.compile(r"\bvoorzitter[ \u00a0]?/", re.IGNORECASE)
"""Before the office of who presides: "Voorzitter / Burgemeester" is one person."""
_CHAIR_LINE = re.compile(
    r"^[ \u00a0]*(?:de[ \u00a0])?(?:raads)?voorzitter[ \u00a0]*[,:]?[ \u00a0]*$", re.I | re.MULTILINE
)
_BULLET = re.compile(r"[ \u00a0\t]*[•*–▪◦-]?[ \u00a0\t]*")
_BESIDE_NAME = re.compile(r"[ \u00a0,]*(?:\([^()\n]{2,60}\))?[ \u00a0.,;]*(?:[:–|-][^\n]*)?")


@dataclass(frozen=True, slots=True)
class _RoleLine:
    """A line that holds nothing but offices, with the portfolio of a single one.

    `seats` has the offices in order of place, None where who signs has another: the chair of the
    council may be anybody.
    """

    start: int
    end: int
    seats: tuple[Office | None, ...]
    portfolio: str | None


def signed(text: str, offices: list[Office]) -> Iterator[Holding]:
    """The names that stand on a line of their own, or side by side, next to a line of offices."""
    lines = _role_lines(text, offices)
    starts = {line.start for line in lines} | {found.start() for found in _CHAIR_LINE.finditer(text)}
    for line in lines:
        names = _names_for(text, line, starts)
        for office, name in zip(line.seats, names, strict=False):
            if office:
                yield Holding(name, office.role, office.rank, SIGNED, line.portfolio, line.portfolio is not None)


def listed(text: str, offices: list[Office]) -> Iterator[Holding]:
    """The names that have a line each below a line "Wethouders", as in the head of minutes."""
    for office in offices:
        line = text.rfind("\n", 0, office.start) + 1
        end = _end_of_line(text, office.end)
        short = office.plural and end - line <= _LONGEST_LINE
        if short and not _REST.sub("", text[line : office.start] + text[office.end : end]):
            for name in _lines_of_names(text, end + 1):
                yield Holding(name, office.role, office.rank, SIGNED)


def _lines_of_names(text: str, at: int) -> Iterator[Name]:
    """Names on consecutive lines, each with no more behind it than brackets or what follows a colon."""
    while at < len(text):
        end = _end_of_line(text, at)
        bullet = _BULLET.match(text, at, end)
        name = name_at(text, bullet.end() if bullet else at, end)
        if not name or not (name.given or name.titled) or not _BESIDE_NAME.fullmatch(text, name.end, end):
            return
        yield name
        at = end + 1


def _role_lines(text: str, offices: list[Office]) -> list[_RoleLine]:
    by_line: dict[int, list[Office]] = {}
    for office in offices:
        seats = by_line.setdefault(text.rfind("\n", 0, office.start) + 1, [])
        both = bool(seats) and seats[-1].role == office.role == "wethouder"
        if both and _SAME_PERSON.fullmatch(text, seats[-1].end, office.start):
            seats[-1] = replace(seats[-1], end=office.end)
        else:
            seats.append(office)
    lines = (_role_line(text, start, found) for start, found in by_line.items())
    return [line for line in lines if line]


def _role_line(text: str, start: int, found: list[Office]) -> _RoleLine | None:
    end = _end_of_line(text, start)
    if end - start > _LONGEST_LINE or any(office.plural or office.role == "portefeuillehouder" for office in found):
        return None
    portfolio, at = portfolio_words(text, found[-1].end) if len(found) == 1 else (None, found[-1].end)
    between = [(start, found[0].start), *((left.end, right.start) for left, right in pairwise(found)), (at, end)]
    chairs = [chair.start() for span in between for chair in _OTHER_SEAT.finditer(text, *span)]
    rest = _SAME_SEAT.sub("", " ".join(_OTHER_SEAT.sub("", text[slice(*span)]) for span in between))
    rest = _OF_TOWN.sub("", rest) if len(found) == 1 else rest
    if _REST.sub("", _party().sub("", rest)):
        return None
    seats = sorted([*((office.start, office) for office in found), *((chair, None) for chair in chairs)], key=_place)
    return _RoleLine(start, end, tuple(office for _, office in seats), portfolio)


def _place(seat: tuple[int, Office | None]) -> int:
    return seat[0]


@cache
def _party() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(party) for party in read_words('parties.txt'))})(?!\w)")


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _names_for(text: str, line: _RoleLine, starts: set[int]) -> list[Name]:
    wanted = len(line.seats)
    below, above = _neighbour(text, line.end, 1), _neighbour(text, line.start - 1, -1)
    next_names = _exactly(text, below, wanted)
    last_names = _exactly(text, above, wanted)
    if below and _STANDS_IN.match(text, *below):
        return []
    if next_names and text[line.start : line.end].rstrip().endswith(","):
        return next_names
    if next_names and last_names and above:
        before_that = _neighbour(text, above[0] - 1, -1)
        return next_names if before_that and before_that[0] in starts else last_names
    return next_names or last_names


def _neighbour(text: str, edge: int, step: int) -> tuple[int, int] | None:
    """The nearest line with text below (step 1) or above (step -1) the line break at `edge`."""
    at = edge
    for _ in range(_MOST_BLANK_LINES):
        if not 0 <= at < len(text):
            return None
        start = at + 1 if step > 0 else text.rfind("\n", 0, at) + 1
        end = _end_of_line(text, at + 1) if step > 0 else at
        if text[start:end].strip():
            return start, end
        at = end if step > 0 else start - 1
    return None


def _exactly(text: str, line: tuple[int, int] | None, wanted: int) -> list[Name]:
    """The names that fill the line, if there are as many as wanted and each has more than a surname."""
    if not line or line[1] - line[0] > _LONGEST_LINE or _STANDS_IN.match(text, *line):
        return []
    names = _side_by_side(text, *line)
    if len(names) > wanted and text[line[0] :].lstrip().startswith("bedragen"):
        names = names[-wanted:]
    complete = all(name.given or name.titled for name in names)
    return names if len(names) == wanted and complete else []


def _side_by_side(text: str, start: int, end: int) -> list[Name]:
    names: list[Name] = []
    for begin, stop in _segments(text, start, end):
        found = names_in(text, begin, stop) or _run(text, begin, stop)
        if not found and not text[begin:stop].startswith("bedragen"):
            return []
        names.extend(found)
    return names


def _segments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for gap in (*_COLUMN_GAP.finditer(text, start, end), None):
        stop = gap.start() if gap else end
        if text[at:stop].strip():
            yield at + len(text[at:stop]) - len(text[at:stop].lstrip()), at + len(text[at:stop].rstrip())
        at = gap.end() if gap else end


_WITH_INITIALS = re.compile(r"(?:(?:mr|dr|drs|ir|ing)\.[ \u00a0])*(?:[A-Z]\.)+")


def _run(text: str, start: int, end: int) -> list[Name]:
    """Names one behind the other, each with initials: "ir. J.M. Post mr. R. Kraan."; words before them left out."""
    names: list[Name] = []
    at = start
    while found := _WITH_INITIALS.search(text, at, end):
        name = name_at(text, found.start(), end)
        if not name or (names and text[at : found.start()].strip(" ,.\u00a0")):
            return []
        names.append(replace(name, titled=True))
        at = name.end
    return names if not text[at:end].strip(" ,.\u00a0\r") else []
