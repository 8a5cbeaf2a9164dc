"""Of which municipality an official is: the one that stands with the office.

"Anna Bakker, burgemeester van Oosterhage" says it, as do "de burgemeester van Oosterhage, Anna Bakker", "Anna Bakker
(Oosterhage)", "gemeente Oosterhage, vertegenwoordigd door burgemeester Anna Bakker" and a row of a table with a cell
"Oosterhage". A municipality elsewhere in the sentence says nothing. The line may break between the words.
"""

import re
from collections.abc import Sequence
from functools import cache

from ingest.facts.people.name_lists import degrees_pattern
from ingest.facts.people.names import title_before
from ingest.places.towns import municipalities

_OFFICE = r"(?i:\w*(?:burgemeester|wethouder|secretaris|griffier|portefeuillehouder|bestuurder))"
_OF = r"(?i:van|uit|namens|in|te|voor)\s+"
_THE = r"(?i:(?:de\s+)?(?:(?:buur)?gemeente\s+)?)"
_UNLISTED = r"(?i:(?:de\s+)?(?:buur)?gemeente)\s+(?P<place>[A-ZÀ-Ý][\w'’-]+)"
"""A municipality may be one that no list has, if it is called one: "de gemeente Kleipolder"."""

_OF_NEIGHBOUR = re.compile(r"[ \u00a0](?:van|uit)[ \u00a0](?:de|een|onze)[ \u00a0](?:\w+[ \u00a0])?buurgemeente")
"""Behind a name: an office elsewhere, wherever that is."""


def home_in(text: str, span: tuple[int, int], places: Sequence[str]) -> str | None:
    """The one of these municipalities that stands with the office of the name at this span; None where none does."""
    found = _beside(text, span, tuple(places)) or _in_row(text, span, tuple(places))
    return next((place for place in places if found and place.casefold() == found.casefold()), None)


def is_of_another(text: str, span: tuple[int, int], own: str) -> bool:
    """Whether the text gives the name at this span an office of another municipality than `own`."""
    places = municipalities()
    found = _beside(text, span, places) or _in_row(text, span, places)
    return (found is not None and not _same(found, own)) or bool(_OF_NEIGHBOUR.match(text, span[1]))


def _same(one: str, other: str) -> bool:
    """Whether two names can be one municipality's: "Bergen" and "Bergen (NH.)"."""
    shorter, longer = sorted((one.casefold(), other.casefold()), key=len)
    return longer.startswith(shorter)


def _beside(text: str, span: tuple[int, int], places: tuple[str, ...]) -> str | None:
    before, after = _line_around(text, span, more=1)
    before = before[: len(before) - len(title_before(text, span[0]))]
    following = (pattern.match(after) for pattern in _behind_name(places))
    preceding = (pattern.search(before) for pattern in _before_name(places))
    return next((" ".join(found["place"].split()) for found in (*following, *preceding) if found), None)


def _in_row(text: str, span: tuple[int, int], places: tuple[str, ...]) -> str | None:
    before, after = _line_around(text, span)
    cells = f"{before}x{after}".split("|")
    named = {found["place"] for cell in cells if (found := _cell(places).fullmatch(cell.strip()))}
    return named.pop() if len(named) == 1 else None


def _line_around(text: str, span: tuple[int, int], more: int = 0) -> tuple[str, str]:
    """What stands before and behind the name on its line, and on so many more lines on either side."""
    begin, end = text.rfind("\n", 0, span[0]), text.find("\n", span[1])
    for _ in range(more):
        begin = text.rfind("\n", 0, max(begin, 0))
        end = text.find("\n", end + 1) if end >= 0 else end
    return text[begin + 1 : span[0]], text[span[1] : end if end >= 0 else len(text)]


@cache
def _any_of(places: tuple[str, ...]) -> str:
    names = "|".join(re.escape(place).replace(r"\ ", r"\s") for place in sorted(places, key=len, reverse=True))
    return rf"{_THE}(?P<place>(?i:{names}))(?![\w-])"


@cache
def _behind_name(places: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    office = rf"\s*(?:[,(]\s*(?i:de\s+)?{_OFFICE}\s+{_OF}|[,(]?\s*(?i:van|uit|namens)\s+)"
    bare = rf"\s*[,(]\s*{_OFFICE}\s+{_any_of(places)}\s*(?=[,;.()\n]|$)"
    patterns = (office + _any_of(places), office + _UNLISTED, bare, rf"\s*\({_any_of(places)}\s*[),/]")
    return tuple(re.compile(degrees_pattern() + pattern) for pattern in patterns)


@cache
def _before_name(places: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    acts = rf"\W+(?i:(?:rechtsgeldig |hierbij )*vertegenwoordigd door )?(?i:de |haar |onze )?{_OFFICE}\s*$"
    of = rf"{_OFFICE}\s+{_OF}"
    ends = r"(?:\s*[,:(]\s*|[ \u00a0]*)\Z"
    patterns = (of + _any_of(places) + ends, of + _UNLISTED + ends, r"(?i:gemeente)\s+" + _any_of(places) + acts)
    return tuple(re.compile(pattern) for pattern in patterns)


@cache
def _cell(places: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_any_of(places))
