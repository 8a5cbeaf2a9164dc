"""One expression of time: where it stands and the days that it covers.

The intervals follow house rules, as no dictionary settles them: "begin 2025" is its first quarter,
"medio" and "halverwege" June and July, "eind" November and December; of a month they are its tenths.
"""

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ingest.fact_types import Period
from ingest.lexicon import read_rows

Bound = Literal["within", "end", "before", "start", "recurring", "vague"]
OPEN = Period(None, None)
PLANS_FOR_THEIR_OWN_YEAR = frozenset({"programmabegroting", "uitvoering_veiligheid", "kadernota", "collegeprogramma"})
"""In these "komend jaar" is the year in the title; in a report it is the year after."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression of time at a span of the text.

    Attributes:
        period: the days meant; both ends open where the text gives no year or only "de komende periode".
        bound: how it bounds: "end" for "uiterlijk", "start" for "vanaf", "recurring" for "jaarlijks".
        bare: without a preposition or part of the year, as in "Begroting 2025".
        lead: the preposition it begins with, in lower case.
        base: the days of the expression without "vóór", "tot" and the like.
    """

    start: int
    end: int
    text: str
    period: Period
    bound: Bound
    bare: bool = False
    lead: str = ""
    base: Period = OPEN


@dataclass(frozen=True, slots=True)
class Anchor:
    """The year that "komend jaar" and a month without a year refer to, None where it isn't known."""

    year: int | None = None
    doc_type: str | None = None

    def relative(self, value: str) -> int | None:
        if self.year is None:
            return None
        coming = 0 if self.doc_type in PLANS_FOR_THEIR_OWN_YEAR else 1
        reports = self.doc_type in ("jaarstukken", "tussenrapportage")
        return self.year + {"coming": coming, "next": 1, "this": 0, "last": 0 if reports else -1}[value]


NO_ANCHOR = Anchor()
_LAST_CENTURY = 60
"""Years of two digits from here on are of the nineteen hundreds."""
_JOINED = r"\s*(?:-|–|/|en|of|t/m|tot\s+en\s+met|tot)\s*"
_YEARS = ("y", "day_year", "week_year", "first", "month_year", "short_year", "part_year", "year", "relative")
_ORDINALS = ("from_part", "from_season")
_POINTS = re.compile(r"(?:dit|deze|komende?|aankomende?)\b", re.IGNORECASE)
"""What opens a time that needs no preposition: "komend najaar"."""


@cache
def _words(kind: str) -> dict[str, str]:
    rows = [row for row in read_rows("period_words.tsv") if row["kind"] == kind]
    return {word: row["value"] for row in rows for word in row["word"].split("|")}


def _any(*kinds: str) -> str:
    found = sorted({word for kind in kinds for word in _words(kind)}, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in found)


@cache
def opening() -> re.Pattern[str]:
    """A time where one can begin in running text: not inside a number, a word or after a slash."""
    return re.compile(rf"(?<![\w€.,/-])(?<!€\s){_shapes()}", re.IGNORECASE)


@cache
def following() -> re.Pattern[str]:
    """The second of two times, right after what joins them: "3 juli" of "29 juni-3 juli"."""
    return re.compile(_shapes(), re.IGNORECASE)


def _shapes() -> str:
    year = r"(?:19|20)\d\d"
    short = rf"(?:{year}|['’‘]\d\d)"
    months_ = _any("month", "short month")
    leads = f"(?P<lead>{_any('until', 'from', 'at')})"
    stretch = "periode|jaren|jaar|maand|verslagjaar|begrotingsjaar|raadsperiode"
    span = rf"(?:(?:de|het)\s+(?:hele\s+)?(?:{stretch})\s+(?:van\s+)?)?"
    meeting = r"(?(lead)(?:de\s+(?:[\w-]+\s+)?[\w-]*(?:vergadering|zitting)\s+van\s+)?|)"
    no_month = r"(?!\w|-(?:commissie|raad|circulaire|nota|ronde))"
    from_part, from_season = (rf"(?:(?:de\s+|het\s+)?(?P<{name}>{_any('ordinal')}){_JOINED})?" for name in _ORDINALS)
    shapes = [
        rf"(?P<d>\d{{1,2}})(?P<mark>[-/.])(?P<m>\d{{1,2}}|{months_})(?P=mark)(?P<y>{year}|(?<![.])\d\d)(?![\d.])",
        rf"(?:(?P<from_day>\d{{1,2}})(?:e)?{_JOINED})?(?P<day>\d{{1,2}})(?:e)?\s+(?P<day_month>{months_})\.?(?!\w)"
        rf"(?:\s+(?P<day_year>{short}))?",
        rf"(?<!per\s)week\s+(?:(?P<from_week>\d{{1,2}}){_JOINED})?(?P<week>\d{{1,2}})"
        rf"(?![\w-]|\s+(?:uur|uren|dagen|keer))(?:\s+(?:van\s+)?(?P<week_year>{short}))?",
        rf"(?P<first>{year}){_JOINED}(?P<last>{year})",
        rf"(?:(?P<tenth>{_any('tenth')})\s+(?:van\s+)?)?"
        rf"(?:(?P<month>{_any('month')})(?:\s+(?:van\s+)?(?P<month_year>{short}))?"
        rf"|(?P<short>{_any('short month')})\.?\s+(?P<short_year>{short})){no_month}",
        rf"{from_part}(?P<part>{_any('part', 'season')})\s+(?:van\s+)?(?:het\s+jaar\s+)?"
        rf"(?P<part_year>{short}|{_any('relative')})(?!\w)",
        rf"{from_season}(?P<season>{_any('season')})(?!\w)(?!\s+van)",
        rf"(?P<year>{year})(?![\w/€%-]|\.\w|\s*(?:%|euro|inwoners|woningen))",
        rf"(?P<relative>{_any('relative')})(?!\w)(?!\s+{year})",
        rf"(?P<recurring>{_any('recurring')})(?!\w|\s+bestuur)",
        rf"(?P<vague>{_any('vague')})(?!\w)",
    ]
    return rf"(?:{leads}\s+)?{meeting}{span}(?:{'|'.join(shapes)})"


def expression(found: re.Match[str], anchor: Anchor) -> TimeExpression:
    """What a match of `opening` or `following` means."""
    groups = {name: _whole_year(value.lower()) for name, value in found.groupdict().items() if value is not None}
    lead = " ".join(groups.get("lead", "").split())
    base = _base(groups, anchor)
    bound = _bound(groups, lead, base)
    named = _after(base) if base and _words("from").get(lead) == "after" else base
    period = bounded(named, bound) if named else OPEN
    bare = not lead and bool({"year", "first", "season"} & set(groups)) and not _POINTS.match(found.group())
    return TimeExpression(found.start(), found.end(), found.group(), period, bound, bare, lead, base or OPEN)


def names_its_year(found: re.Match[str]) -> bool:
    return any(found[name] for name in _YEARS)


def _whole_year(value: str) -> str:
    """What a group holds, with the century before a year such as "'21"."""
    if value[0] not in "'’‘":
        return value
    return f"{20 if int(value[1:]) < _LAST_CENTURY else 19}{value[1:]}"


def _bound(groups: dict[str, str], lead: str, base: Period | None) -> Bound:
    if "recurring" in groups or "vague" in groups:
        return "recurring" if "recurring" in groups else "vague"
    until = _words("until").get(lead)
    # "voor 1 mei" and "voor de zomer" are before it; "voor 2025" is for that year.
    is_before = until == "before" or (lead == "voor" and not {"year", "first", "relative"} & set(groups))
    if until == "end" or (is_before and _names_an_end(groups)):
        return "end"
    if is_before:
        return "before"
    return "start" if lead in _words("from") else "within"


def _names_an_end(groups: dict[str, str]) -> bool:
    """Whether "vóór" stands before an end: "vóór het einde van het jaar" is by its last day."""
    named = (groups.get(name, "") for name in ("part", "season", "tenth"))
    return any(re.match(r"(?:het )?eind", " ".join(words.split())) for words in named)


def _after(base: Period) -> Period:
    """From the day after: "na de zomer" begins when that is over."""
    return Period(base.end + datetime.timedelta(days=1), None) if base.end else base


def bounded(base: Period, bound: Bound) -> Period:
    """The days within, by, before or from those that are named."""
    if bound == "end":
        return Period(None, base.end)
    if bound == "before" and base.start:
        return Period(None, base.start - datetime.timedelta(days=1))
    return Period(base.start, None) if bound == "start" else base


def _base(groups: dict[str, str], anchor: Anchor) -> Period | None:
    """The days that the expression itself names, before "uiterlijk" or "vanaf" opens an end."""
    if {"d", "day", "week"} & set(groups):
        return _days(groups, anchor)
    if "first" in groups:
        first, last = int(groups["first"]), int(groups["last"])
        return months(first, 1, 12, last) if first <= last else None
    if "month" in groups:
        return _month(groups["month"], groups.get("month_year") or anchor.year, groups.get("tenth"))
    if "short" in groups:
        return _month(groups["short"], groups["short_year"], groups.get("tenth"))
    return _part_of_year(groups, anchor)


def _days(groups: dict[str, str], anchor: Anchor) -> Period | None:
    """A day or a week by its number, or all from one to the other."""
    if "d" in groups:
        return _day(groups["d"], groups["m"], groups["y"])
    if "week" in groups:
        year = groups.get("week_year") or anchor.year
        return _from(_week(groups.get("from_week"), year), _week(groups["week"], year))
    year = groups.get("day_year") or anchor.year
    return _from(
        _day(groups.get("from_day"), groups["day_month"], year), _day(groups["day"], groups["day_month"], year)
    )


def _from(first: Period | None, last: Period | None) -> Period | None:
    is_stretch = first and last and first.start and last.end and first.start <= last.end
    return Period(first.start, last.end) if is_stretch and first and last else last


def _part_of_year(groups: dict[str, str], anchor: Anchor) -> Period | None:
    named = groups.get("part_year") or groups.get("year") or groups.get("relative")
    part = " ".join((groups.get("part") or groups.get("season") or "").split())
    if named is None and not part:
        return None
    named = " ".join(named.split()) if named else None
    year = (
        anchor.year if named is None else int(named) if named.isdigit() else anchor.relative(_words("relative")[named])
    )
    if year is None:
        return None
    first, last = (int(month) for month in (_words("part") | _words("season")).get(part, "1-12").split("-"))
    ordinal = next((int(_words("ordinal")[groups[name]]) for name in _ORDINALS if name in groups), None)
    from_month = (ordinal - 1) * (last - first + 1) + 1 if ordinal else first
    return months(year, min(from_month, first), last)


def _day(day: str | None, month: str, year: str | int | None) -> Period | None:
    if day is None or year is None:
        return None
    whole = int(year) if len(str(year)) == 4 else 2000 + int(year)
    number = int(month) if month.isdigit() else _month_number(month)
    try:
        date = datetime.date(whole, number, int(day))
    except ValueError:
        return None
    return Period(date, date)


def _week(number: str | None, year: str | int | None) -> Period | None:
    if number is None or year is None:
        return None
    try:
        monday = datetime.date.fromisocalendar(int(year), int(number), 1)
    except ValueError:
        return None
    return Period(monday, monday + datetime.timedelta(days=6))


def _month_number(name: str) -> int:
    return int((_words("month") | _words("short month"))[name])


def _month(name: str, year: str | int | None, tenth: str | None) -> Period | None:
    if year is None:
        return None
    whole = months(int(year), _month_number(name), _month_number(name))
    if not tenth or whole.start is None or whole.end is None:
        return whole
    first, last = _words("tenth")[" ".join(tenth.split())].split("-")
    return Period(whole.start.replace(day=int(first)), whole.end.replace(day=min(int(last), whole.end.day)))


def months(year: int, first: int, last: int, last_year: int | None = None) -> Period:
    """From the first day of one month to the last day of another."""
    end_year = last_year or year
    days = calendar.monthrange(end_year, last)[1]
    return Period(datetime.date(year, first, 1), datetime.date(end_year, last, days))
