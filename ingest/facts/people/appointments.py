"""Officials whose appointment the text tells, and those who take a portfolio over from another."""

import re
from collections.abc import Iterator
from typing import cast

from ingest.fact_types import Role
from ingest.facts.people.name_lists import name_ending_at
from ingest.facts.people.names import Name, name_at
from ingest.facts.people.offices import BEHIND_NAME, Holding, is_person
from ingest.facts.people.topic_words import is_topical

APPOINTED_RANK = 5
TRANSFER_RANK = 2

_OFFICES = r"(?P<office>wethouder|burgemeester|(?:raads)?griffier|(?:gemeente)?secretaris)s?\b"
_APPOINTED = re.compile(
    r"(?:(?i:benoem|beëdig|geïnstalleerd|installatie|benoeming|voorgedragen|voordracht)\w*[^.\n]{0,120}?"
    r"(?i:de heer|mevrouw|dhr\.?|mw\.?|mevr\.?)[ \u00a0])"
)
_AS_OFFICE = re.compile(rf"[^.\n]{{0,60}}?\b(?:als|tot)[ \u00a0]{_OFFICES}")
_HAS_APPOINTED = re.compile(
    rf"(?:[ \u00a0](?:is|zijn|wordt|worden|werd|werden|unaniem|opnieuw|door de (?:gemeente)?raad"
    rf"|(?:per|op|vanaf)[ \u00a0][^,.\n]{{3,20}}))*"
    rf"[ \u00a0](?:her)?(?:benoemd|beëdigd|geïnstalleerd)[ \u00a0](?:tot|als)[ \u00a0](?:nieuwe[ \u00a0])?{_OFFICES}",
    re.IGNORECASE,
)
_BECOMES = re.compile(
    rf"[ \u00a0](?:wordt|worden)[ \u00a0](?:(?:de|onze|een|twee|drie|nieuwe|[A-Z]\w+)[ \u00a0]){{0,4}}{_OFFICES}"
)
_SUCCEEDS = re.compile(
    rf"[ \u00a0](?:volgt|volgde)[ \u00a0][^.\n]{{3,60}}?[ \u00a0]op[ \u00a0]als[ \u00a0](?:nieuwe[ \u00a0])?{_OFFICES}"
)
_AND = re.compile(r"(?:,|[ \u00a0]en)[ \u00a0]$")


def appointed(text: str) -> Iterator[Holding]:
    """Those whose appointment the text tells: "benoemt mevrouw A. Post tot wethouder"."""
    for found in _APPOINTED.finditer(text):
        name = name_at(text, found.end())
        office = name and _AS_OFFICE.match(text, name.end)
        if name and office:
            yield Holding(name, _role(office["office"]), APPOINTED_RANK, BEHIND_NAME)
    for found in (match for pattern in (_HAS_APPOINTED, _BECOMES, _SUCCEEDS) for match in pattern.finditer(text)):
        yield from (
            Holding(name, _role(found["office"]), APPOINTED_RANK, BEHIND_NAME)
            for name in _names_before(text, found.start())
        )


def _role(word: str) -> Role:
    return cast(Role, word.casefold().removeprefix("gemeente").removeprefix("raads"))


def _names_before(text: str, end: int) -> Iterator[Name]:
    """The names that end there, the last first: "Bas Kraan en Ans Post"."""
    name = name_ending_at(text, end)
    while name and name.given and is_person(name):
        yield name
        joint = _AND.search(text[max(0, name.start - 5) : name.start])
        name = name_ending_at(text, name.start - len(joint.group())) if joint else None


_TO = r"[ \u00a0](?:aan|naar|door)[ \u00a0](?:(?i:de|loco-?)[ \u00a0]?)?(?i:wethouder|burgemeester|weth\.|bm)[ \u00a0]"
_HANDED_ON = (
    re.compile(
        r"\b(?:draagt|droeg|dragen)\b[^.\n]{0,45}?[ \u00a0]portefeuilles?[ \u00a0](?P<topic>[^.\n]{3,90}?)"
        rf"[ \u00a0]over{_TO}"
    ),
    re.compile(
        r"\b(?i:(?:de )?portefeuilles?)[ \u00a0](?P<topic>[^.\n]{3,90}?)[ \u00a0]"
        r"(?:gaat|gaan|ging|wordt|worden|is|zijn)\b"
        rf"[^.\n]{{0,80}}?{_TO}"
    ),
)
_WHEN = re.compile(r"[ \u00a0](?:per|met ingang van|vanaf|op|tijdelijk|voorlopig)\b.*")


def transferred(text: str) -> Iterator[Holding]:
    """Those who get a portfolio: "wethouder Kraan draagt de portefeuille Wonen over aan wethouder Post"."""
    for found in (match for pattern in _HANDED_ON for match in pattern.finditer(text)):
        name = name_at(text, found.end())
        topic = _WHEN.sub("", found["topic"])
        if name and is_topical(topic):
            yield Holding(name, "wethouder", TRANSFER_RANK, BEHIND_NAME, topic, is_holder=True)
