"""The days on which somebody came or left, in the table of what top officials were paid (Wet normering topinkomens).

Every municipality has it in its accounts, in the form of the ministry: a row of names, and below it one of the days of
the year in which each had the office. That these are the whole year tells nothing: there the table begins and ends.
"""

import datetime
import re
from collections.abc import Callable, Iterator, Sequence

from ingest.fact_types import Period
from ingest.identify.days import dates_in

_ROW = re.compile(r"^[^|\n]*\bfunctievervulling\b[^|\n]*\|[^\n]+$", re.IGNORECASE | re.MULTILINE)
_CELL = re.compile(r"[^|]+")
_LINES_ABOVE = 5
"""Where the names may stand: the office and the calendar years may come between."""
_DAY = r"\[?(\d{1,2}(?:[-./]\d{1,2}| [a-z]+))(?:[-./ ]20\d\d)?\]?"
_FROM_TO = re.compile(rf"{_DAY}\s*(?:t/m|tot en met|[-–])\s*{_DAY}", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_ONE_DAY = datetime.timedelta(days=1)

_Days = tuple[datetime.date, datetime.date]
_Cell = tuple[int, int]


def paid_terms(text: str) -> Callable[[int], Period | None]:
    """Tells of a place in the text which days the table gives to who is named there; None outside such a table.

    An end is open where the table doesn't say whether the office was held before its first or after its last day.
    """
    terms = [term for row in _ROW.finditer(text) for term in _terms(text, row.span())]

    def of(place: int) -> Period | None:
        return next((period for (start, end), period in terms if start <= place < end), None)

    return of


def _terms(text: str, row: _Cell) -> Iterator[tuple[_Cell, Period]]:
    """The cells above this row, each with the days that are given to who is named in it."""
    cells = _cells(text, row)
    above = [_cells(text, line) for line in _lines_above(text, row[0])]
    days = [text[slice(*cell)] for cell in cells[1:]]
    of_columns = next((years for line in above if len(years := _years(text, line[1:])) > 1), [])
    of_all = _years(text, [cell for line in (cells, *above) for cell in line])
    if of_columns:
        named = [filled[0] for line in above if len(filled := _filled(text, line[1:])) == 1]
        told = [_days(written, year) for written, year in zip(days, of_columns, strict=False)]
        found = [(cell, told) for cell in named]
    else:
        lines = [line[1:] for line in above if len(line) == len(cells) and of_all]
        found = [
            (cell, [_days(written, of_all[0])]) for line in lines for cell, written in zip(line, days, strict=True)
        ]
    for cell, times in found:
        period = _period([each for each in times if each])
        if period:
            yield cell, period


def _lines_above(text: str, start: int) -> Iterator[_Cell]:
    """The nearest first."""
    for _ in range(_LINES_ABOVE):
        end = start - 1
        if end < 0:
            return
        start = text.rfind("\n", 0, end) + 1
        yield start, end


def _cells(text: str, line: _Cell) -> list[_Cell]:
    return [cell.span() for cell in _CELL.finditer(text, *line)]


def _filled(text: str, cells: Sequence[_Cell]) -> list[_Cell]:
    return [cell for cell in cells if text[slice(*cell)].strip()]


def _years(text: str, cells: Sequence[_Cell]) -> list[str]:
    return [year for cell in cells for year in _YEAR.findall(text[slice(*cell)])]


def _days(written: str, year: str) -> _Days | None:
    """The first and the last day of what is written of one year."""
    found = _FROM_TO.search(written)
    days = [day for part in found.groups() for day, _, _ in dates_in(f"{part}-{year}")] if found else []
    return (days[0], days[1]) if len(days) == 2 and days[0] <= days[1] else None


def _period(told: Sequence[_Days]) -> Period | None:
    """The last time that somebody had the office, on through a new year; None where the table tells neither end."""
    times = sorted(told, reverse=True)
    if not times:
        return None
    start, end = times[0]
    for earlier, until in times[1:]:
        start = earlier if start - until == _ONE_DAY else start
    first = None if (start.month, start.day) == (1, 1) else start
    last = None if (end.month, end.day) == (12, 31) else end
    return Period(first, last) if first or last else None
