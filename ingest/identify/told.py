"""The last day that a text without a date of its own tells of as past: it was written then or later."""

import datetime
import re

from ingest.identify.days import MONTH, month_number
from ingest.identify.material import text_evidence
from ingest.lexicon import any_of
from ingest.model import Inferred

_SENTENCE = re.compile(r"[^.!?\n]{20,600}[.!?]")
_WHEN = re.compile(rf"\b(?:op|in|sinds) (?:(?P<day>[0-3]?\d) )?{MONTH} (?P<year>20\d\d)\b", re.IGNORECASE)
_SURE = 0.6
"""How sure it is; not measured, and good for an order only: a sentence may tell of what was to be done."""


def infer_last_told(text: str) -> Inferred[datetime.date]:
    """The newest month or day in a sentence that looks back and not ahead; no value where none does."""
    newest: tuple[datetime.date, int, int] | None = None
    for sentence in _SENTENCE.finditer(text):
        said = sentence.group()
        if not any_of("looks_back.txt").search(said) or any_of("looks_ahead.txt").search(said):
            continue
        for when in _WHEN.finditer(said):
            day = _day(when)
            if day and (newest is None or day > newest[0]):
                newest = day, sentence.start() + when.start(), sentence.start() + when.end()
    return Inferred(newest[0], _SURE, (text_evidence(text, *newest[1:]),)) if newest else Inferred(None, 0.0)


def _day(when: re.Match[str]) -> datetime.date | None:
    try:
        return datetime.date(int(when["year"]), month_number(when["month"]), int(when["day"] or 1))
    except ValueError:
        return None
