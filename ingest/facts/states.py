"""Where a list says that something stands: in words, as a share, or by a sign that a legend of the paper explains."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ingest.facts.legends import Legend
from ingest.lexicon import read_rows

RegisterStatus = Literal["Openstaand", "Voldaan", "Deels voldaan", "Vervallen"]
_TICK = re.compile(r"[xXvV✓✔☑]")
"""Below "Afgedaan" each of these says yes; in a column for any state a cross may as well say no."""
_SURE_TICK = re.compile(r"[✓✔☑]")
_DATE = re.compile(r"\d{1,2}(?:-|/| )\w+")
_OTHERWISE = re.compile(r"\s(?:of|dan wel)\s|\s?/\s?")


@dataclass(frozen=True, slots=True)
class Standing:
    """The state in the terms of the Tweede Kamer, None where the source's own words don't tell, and those words."""

    state: RegisterStatus | None
    said: str


def register_status(words: str) -> RegisterStatus | None:
    """The state in the terms of the Tweede Kamer, or None where the words say nothing of it."""
    return next((status for pattern, status in _states() if pattern.search(words)), None)


@cache
def _states() -> tuple[tuple[re.Pattern[str], RegisterStatus], ...]:
    rows = read_rows("register_status.tsv")
    return tuple((re.compile(row["pattern"], re.IGNORECASE), row["status"]) for row in rows)  # type: ignore[misc]


def standing(status: str, done: str, remark: str, legend: Legend) -> Standing | None:
    """What the columns of a row say: that for the state, else a mark or a day below "Afgedaan", else the remarks."""
    return _told(status, legend) or _marked(done, legend) or _of_words(remark)


def _told(cell: str, legend: Legend) -> Standing | None:
    meaning = legend.meaning(cell)
    if meaning:
        is_named = " " in cell  # by who drew the picture; the paper itself shows no such words
        return Standing(_of_meaning(meaning), meaning if is_named else f"{meaning} ({cell})")
    return Standing("Voldaan", cell) if _SURE_TICK.fullmatch(cell) else _of_words(cell)


def _marked(cell: str, legend: Legend) -> Standing | None:
    is_done = not legend.meaning(cell) and (_TICK.fullmatch(cell) or _DATE.match(cell))
    return Standing("Voldaan", cell) if is_done else _told(cell, legend)


def _of_words(cell: str) -> Standing | None:
    state = register_status(cell)
    return Standing(state, cell) if state else None


def _of_meaning(meaning: str) -> RegisterStatus | None:
    """The state of what a legend says; a sign for either of two states ("op schema of gereed") tells neither."""
    states = {register_status(part) for part in _OTHERWISE.split(meaning)} - {None}
    return register_status(meaning) if len(states) == 1 else None
