"""The words for an office of the municipality in a text, and which of them are of another body, or no longer held."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from ingest.fact_types import Role
from ingest.lexicon import any_of, read_rows, read_words

_NEIGHBOURHOOD = 160


@dataclass(frozen=True, slots=True)
class Office:
    """An office word at a span of the text."""

    start: int
    end: int
    role: Role
    rank: int
    plural: bool


@cache
def _office_pattern() -> re.Pattern[str]:
    words = "|".join(f"(?P<r{i}>{row['word']})" for i, row in enumerate(read_rows("roles.tsv")))
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


@cache
def _former() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(read_words('former.txt'))})[ \u00a0-]*$", re.IGNORECASE)


@cache
def _not_offices() -> re.Pattern[str]:
    titles = "|".join(map(re.escape, read_words("titles.txt")))
    words = "|".join(read_words("not_offices.txt"))
    return re.compile(rf"(?<!\w)(?:{words})\b:?\s*(?:(?:{titles})\b\.?\s+)*$", re.IGNORECASE)


_FOR_THE_TIME = re.compile(r"[ \u00a0](?:a\.i\.|ad interim)(?!\w)", re.IGNORECASE)
"""Belongs to the office word: "gemeentesecretaris a.i. A. Terpstra"."""

_COLLEGE_NEAR = re.compile(r"(?<!aan )(?:burgemeester\b|het college van)|namens het college", re.IGNORECASE)
_CLUB_NEAR = re.compile(
    r"commissie|stichting|vereniging|dorpsraad|wijkraad|penningmeester|adviesraad|club\b|harmonie\b|\b[SV]\.?V\.? ",
    re.I,
)
_COUPLE = re.compile(r"burgemeesters?\s+(?:en|&)\s+$", re.IGNORECASE)
_AS_COUPLE = re.compile(r"\s+(?:en|&)\s+wethouders\b", re.IGNORECASE)
_COURT_NEAR = re.compile(r"rechtbank|rechter\b|gerechtshof|uitspraak|Raad van State", re.IGNORECASE)


@cache
def _of_other_body() -> re.Pattern[str]:
    return re.compile(
        rf"[ \u00a0](?:van[ \u00a0](?:de|het|een)[ \u00a0])?(?:{any_of('other_bodies.txt').pattern})", re.IGNORECASE
    )


def bears_other_office(text: str, start: int) -> bool:
    """Whether the word before a name, or its title, says that it is someone else's: "raadslid mr. Kraan"."""
    return bool(_not_offices().search(text[max(0, start - 50) : start]))


def offices(text: str) -> Iterator[Office]:
    """The office words in the text, those left out that are no longer held or are of another kind."""
    table = read_rows("roles.tsv")
    for found in _office_pattern().finditer(text):
        row = table[int((found.lastgroup or "r0")[1:])]
        before = text[max(0, found.start() - 24) : found.start()]
        if _former().search(before) or _COUPLE.search(before) or _AS_COUPLE.match(text, found.end()):
            continue
        if row["role"] in {"secretaris", "griffier"} and _of_other_body().match(text, found.end()):
            continue
        near = text[max(0, found.start() - _NEIGHBOURHOOD) : found.end() + _NEIGHBOURHOOD]
        if row["needs"] == "college" and (not _COLLEGE_NEAR.search(near) or _CLUB_NEAR.search(near)):
            continue
        if row["needs"] == "no court" and _COURT_NEAR.search(near):
            continue
        plural = found.group().lower().endswith(("wethouders", "houders", "(s)"))
        for_the_time = _FOR_THE_TIME.match(text, found.end())
        end = for_the_time.end() if for_the_time else found.end()
        yield Office(found.start(), end, cast(Role, row["role"]), int(row["rank"]), plural)
