"""Two times that are joined: "29 juni-3 juli", "van maart tot en met mei 2027", "eind 2026/begin 2027".

Each half may leave out what the other says: "maart" and "29 juni" are of the year that follows them.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.fact_types import Period
from ingest.facts.periods.single import (
    NO_ANCHOR,
    Anchor,
    Bound,
    TimeExpression,
    bounded,
    expression,
    following,
    names_its_year,
    opening,
)

_JOINED_TO_A_BARE_TIME = re.compile(r"\s*(?:en|of|/)\s*|[-–]")
_DASH_APART = re.compile(r"\s+[-–]\s+")
"""Joins two times only where no preposition opens the first: "in 2026 – medio 2027 volgt" is a dash of the sentence."""
_JOINED_TO_AN_END = re.compile(r"[\s,(]*(?:(?:maar|doch)\s+)?")


def time_expressions(text: str, start: int, end: int, anchor: Anchor = NO_ANCHOR) -> list[TimeExpression]:
    """All expressions of time in `text[start:end]`, in order, none overlapping."""
    found: list[TimeExpression] = []
    while first := opening().search(text, start, end):
        found.append(_stretch(first, end, anchor) or expression(first, anchor))
        start = found[-1].end
    return found


def _stretch(first: re.Match[str], end: int, anchor: Anchor) -> TimeExpression | None:
    """The first time and the one joined to it as one; None where nothing is, or it would end before it begins."""
    whole = expression(first, anchor)
    last = _joined(whole, first.string, end)
    if last is None or first["first"] or whole.bound in ("recurring", "vague"):
        return None
    begun, ended = _completed(first, last, anchor)
    if (begun.base.start or ended.base.end) and not _in_order(begun, ended):
        return None
    base = Period(begun.base.start, ended.base.end)
    bound: Bound = "within" if ended.lead else whole.bound
    period = Period(base.start, ended.period.end) if ended.lead else bounded(base, bound)
    text = first.string[whole.start : ended.end]
    bare = whole.bare and ended.bare
    return replace(whole, end=ended.end, text=text, period=period, base=base, bound=bound, bare=bare)


def _joined(first: TimeExpression, text: str, end: int) -> re.Match[str] | None:
    """The match of the second time, where it follows the first as its other half."""
    for joint, ends in ((_JOINED_TO_A_BARE_TIME, False), (_DASH_APART, False), (_JOINED_TO_AN_END, True)):
        between = joint.match(text, first.end, end)
        last = following().match(text, between.end(), end) if between else None
        if last is None or last["first"] or (joint is _DASH_APART and first.lead):
            continue
        second = expression(last, NO_ANCHOR)
        is_an_end = second.bound in ("end", "before") and first.bound in ("start", "within")
        if is_an_end if ends else second.bound == "within" and not second.lead:
            return last
    return None


def _completed(first: re.Match[str], last: re.Match[str], anchor: Anchor) -> tuple[TimeExpression, TimeExpression]:
    """Both times, each in the year that the other names where it names none itself, the first before the last."""
    begun, ended = expression(first, anchor), expression(last, anchor)
    if not names_its_year(last):
        years = _years(begun.base.start, 1)
        return begun, next((e for e in _readings(last, anchor, years) if _in_order(begun, e)), ended)
    if not names_its_year(first):
        years = _years(ended.base.end, -1)
        return next((e for e in _readings(first, anchor, years) if _in_order(e, ended)), begun), ended
    return begun, ended


def _readings(found: re.Match[str], anchor: Anchor, years: list[int]) -> Iterator[TimeExpression]:
    return (expression(found, replace(anchor, year=year)) for year in years)


def _years(day: datetime.date | None, step: int) -> list[int]:
    return [day.year, day.year + step] if day else []


def _in_order(begun: TimeExpression, ended: TimeExpression) -> bool:
    return bool(begun.base.start and ended.base.end and begun.base.start <= ended.base.end)
