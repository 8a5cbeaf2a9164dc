"""The years that running text gives for a sum: one, a span of them, or from one on."""

import datetime
import re
from dataclasses import dataclass

from ingest.fact_types import Period

_YEAR = r"(?:19[89]|20[0-4])\d(?![\d.,]*\d|/(?!(?:19|20)\d\d\b)\d)"
_YEAR_JOINT = r"(?:[ \u00a0]?[-–/][ \u00a0]?|[ \u00a0](?:t/m|tm|tot|tot en met|en)[ \u00a0]|,[ \u00a0])"
_YEARS = re.compile(rf"(?<![\d./-]){_YEAR}(?:{_YEAR_JOINT}{_YEAR})*", re.IGNORECASE)
_ONE_YEAR = re.compile(r"\d{4}")
_FROM = re.compile(
    r"\b(?:vanaf|met ingang van|sinds)[ \u00a0](?:(?:het|begin|medio|1 januari|jaar)[ \u00a0]){0,3}\Z", re.IGNORECASE
)
_LEAD = 50
_NOT_ITS_YEAR = re.compile(
    r"(?:\w*(?:visie|agenda|akkoord|strategie|verordening)|artikel|wet|nr\.?|nummer|motie|\bnaar|\bdan(?: in)?"
    r"|\((?:zie )?(?:jaarrekening|voorjaarsnota|najaarsnota|kadernota|perspectiefnota)"
    r"|(?:t\.o\.v\.|ten opzichte van|vergeleken met)[^.,;]{0,30})[ \u00a0]$",
    re.IGNORECASE,
)
_READY = re.compile(r"[^.,;€]{0,30}\b(?:gereed|klaar|afgerond|opgeleverd|voltooid|open)\b", re.IGNORECASE)
"""Behind a year in which something is done, which says nothing of the year of the sum."""
_RELATIVE_YEAR = re.compile(
    r"\b(?:(?:het|een) jaar (?:daarop|erop|daarna|erna|daarvoor|ervoor|eerder|later|tevoren)"
    r"|(?:het|een) (?:volgende|voorgaande|vorige) jaar)\b",
    re.IGNORECASE,
)
"""A year that only counts from another; the sum beside it isn't of the year that is printed."""


@dataclass(frozen=True, slots=True)
class Years:
    """Which years a place in the text means; neither where it only counts from another year.

    Attributes:
        year: the only one, or the one that it starts in and stays.
        period: the span, where it is not one year.
    """

    year: int | None = None
    period: Period | None = None


def years_in(text: str) -> list[tuple[int, int, Years]]:
    """Where years stand in the text, in order; not those that a sum is compared with."""
    printed = (
        (*found.span(), _read(found.group(), bool(_FROM.search(text, max(0, found.start() - _LEAD), found.start()))))
        for found in _YEARS.finditer(text)
        if not _NOT_ITS_YEAR.search(text[max(0, found.start() - _LEAD) : found.start()])
        and not _READY.match(text, found.end())
    )
    relative = ((*found.span(), Years()) for found in _RELATIVE_YEAR.finditer(text))
    return sorted((*printed, *relative), key=lambda place: place[:2])


def _read(printed: str, onwards: bool) -> Years:
    numbers = [int(year) for year in _ONE_YEAR.findall(printed)]
    first, last = min(numbers), max(numbers)
    start = datetime.date(first, 1, 1)
    if len(numbers) > 1:
        return Years(None, Period(start, datetime.date(last, 12, 31)))
    return Years(first, Period(start, None) if onwards else None)
