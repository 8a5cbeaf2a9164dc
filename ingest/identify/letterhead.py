"""Letterheads that name their fields first and give the values after: which day is the letter's own?"""

import re
from functools import cache

from ingest.identify.days import dates_in
from ingest.identify.material import HEAD
from ingest.lexicon import read_rows

#: How far behind the names of the fields their values stand.
_REACH = 250


def days_of_letterhead(text: str) -> dict[int, bool]:
    """The start of each day in the values of a letterhead: True for its own day, False for that of another letter.

    Only where the names of two fields or more stand together and each field of a day has a day below it.
    """
    found: dict[int, bool] = {}
    for heads in _run().finditer(text, 0, HEAD):
        kinds = [field.lastgroup for field in _field().finditer(heads.group()) if field.lastgroup in ("own", "other")]
        days = sorted(start for _, start, _ in dates_in(text, heads.end(), min(len(text), heads.end() + _REACH)))
        if "own" in kinds and len(kinds) <= len(days):
            found.update({start: kind == "own" for start, kind in zip(days, kinds, strict=False)})
    return found


@cache
def _field() -> re.Pattern[str]:
    """Any field's name; the group that matched tells its kind."""
    groups = {
        kind: [row["pattern"] for row in read_rows("letterhead_fields.tsv") if row["day"] == kind] for kind in _KINDS
    }
    # The longest names first: "datum ontvangst" is not "datum".
    parts = [f"(?P<{kind or 'none'}>{'|'.join(groups[kind])})" for kind in ("other", "own", "")]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


_KINDS = ("own", "other", "")


@cache
def _run() -> re.Pattern[str]:
    names = "|".join(
        row["pattern"] for row in sorted(read_rows("letterhead_fields.tsv"), key=lambda row: row["day"] != "other")
    )
    return re.compile(rf"(?<!\w)(?:(?:{names})(?!\w)[ \t:|]*\n?[ \t]*){{2,}}", re.IGNORECASE)
