"""Days as papers write them: "9 mei 2019", "09-05-2019", "2019-05-09", a stamp "0 9 MEI 2019", and in words only."""

import datetime
import re
from collections.abc import Iterator
from functools import cache

from ingest.numerals import numbers, ordinals

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
#: The name of a month or its abbreviation, as the group "month".
MONTH = (
    r"(?P<month>jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
#: The day may have its figures apart, as a stamp prints them and a scan reads them; "T7" is a figure misread.
_WRITTEN = re.compile(
    r"(?<!\d)(?<!\d )(?<!(?-i:[A-Z]))(?P<day>[0-3] ?\d|\d)"
    rf"[ _-]{{1,3}}{MONTH}[ _,-]{{1,3}}(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?<![\d.,/-])(?P<day>[0-3]?\d)\s?[-/.]\s?(?P<month>[01]?\d)\s?[-/.]\s?(?P<year>(?:19|20)\d\d)(?![\d/-])"
)
ISO = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[-_.]?(?P<month>0[1-9]|1[0-2])[-_.]?(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
#: A day with a year of two figures; "1.2.23" is as often a version or a paragraph.
_SHORT = re.compile(r"(?<![\d.,/-])(?P<day>[0-3]?\d)[-/](?P<month>[01]?\d)[-/]['’]?(?P<year>[0-4]\d)(?![\d/-])")

_MOST_DAYS = 31


def dates_in(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[datetime.date, int, int]]:
    """Every full date with its span, in Dutch order or ISO."""
    stop = len(text) if end is None else end
    for pattern in (_WRITTEN, _NUMERIC, ISO):
        for match in pattern.finditer(text, start, stop):
            date = date_of(match)
            if date:
                yield date, *match.span()


def less_usual_dates_in(text: str, start: int, end: int) -> Iterator[tuple[datetime.date, int, int]]:
    """Days with a year of two figures and days all in words, which mean a day only where a label says so."""
    for match in _SHORT.finditer(text, start, end):
        date = _as_day(2000 + int(match["year"]), int(match["month"]), match["day"])
        if date:
            yield date, *match.span()
    for match in _in_words().finditer(text, start, end):
        year = 2000 + numbers().get(match["year"].casefold(), 0)
        date = _as_day(year, month_number(match["month"]), str(_day_names()[match["day"].casefold()]))
        if date:
            yield date, *match.span()


def month_number(word: str) -> int:
    """1 to 12 for the Dutch name of a month or its abbreviation."""
    if word.casefold().startswith("mrt"):
        return 3
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(word.casefold()[:3]))


def date_of(match: re.Match[str]) -> datetime.date | None:
    """The day of a match with the groups day, month and year; None where there is no such day."""
    month = match["month"]
    return _as_day(int(match["year"]), int(month) if month.isdigit() else month_number(month), match["day"])


def _as_day(year: int, month: int, day: str) -> datetime.date | None:
    try:
        return datetime.date(year, month, int(day.replace(" ", "")))
    except ValueError:
        return None


@cache
def _day_names() -> dict[str, int]:
    """The ordinals "eerste" to "eenendertigste"."""
    return {word: number for word, number in ordinals().items() if number <= _MOST_DAYS}


@cache
def _in_words() -> re.Pattern[str]:
    days = "|".join(sorted(_day_names(), key=len, reverse=True))
    years = "|".join(sorted(numbers(), key=len, reverse=True))
    return re.compile(rf"\b(?:de )?(?P<day>{days}) {MONTH} tweeduizend(?: ?en ?| )?(?P<year>{years})\b", re.IGNORECASE)
