"""Of which municipality an official is, in a document of several: the one that stands with the office.

"Anna Bakker, burgemeester van Oosterhage" says it, as do "de burgemeester van Oosterhage, Anna Bakker", "Anna Bakker
(Oosterhage)" and a row of a table with a cell "Oosterhage". A municipality elsewhere in the sentence says nothing.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from index.library import Library
from index.rows import FactRow

_OFFICE = r"\w*(?:burgemeester|wethouder|secretaris|griffier|portefeuillehouder|bestuurder)"
_OF = r"(?:van|uit|namens|in|te|voor)\s+"
_THE = r"(?:de\s+)?(?:gemeente\s+)?"


def homes_of(library: Library, rows: Iterable[FactRow]) -> dict[int, str]:
    """The municipality by the id of the mention, of those in documents of several that name it with the office."""
    of_several = [row for row in rows if len(row.document.identity.municipalities) > 1 and row.passage_id is not None]
    wanted = sorted({row.passage_id for row in of_several if row.passage_id is not None})
    passages = {passage.id: passage for passage in library.passages(wanted, with_themes=False)} if wanted else {}
    found = {}
    for row in of_several:
        passage = passages.get(row.passage_id or 0)
        if passage:
            start = row.fact.start - passage.start
            span = (start, start + len(row.fact.text))
            home = home_in(passage.text, span, row.document.identity.municipalities)
            if home:
                found[row.id] = home
    return found


def home_in(text: str, span: tuple[int, int], places: Sequence[str]) -> str | None:
    """The one of these municipalities that stands with the office of the name at this span; None where none does."""
    begin = text.rfind("\n", 0, span[0]) + 1
    end = text.find("\n", span[1])
    before, after = text[begin : span[0]], text[span[1] : end if end >= 0 else len(text)]
    after_name, before_name, cell = _patterns(tuple(places))
    with_office = after_name.match(after) or before_name.search(before)
    if with_office:
        return _named(with_office["place"], places)
    cells = [cell.fullmatch(part.strip()) for part in f"{before}x{after}".split("|")]
    named = {_named(match["place"], places) for match in cells if match}
    return named.pop() if len(named) == 1 else None


def _named(written: str, places: Sequence[str]) -> str:
    return next(place for place in places if place.casefold() == written.casefold())


@cache
def _patterns(places: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What follows a name, what comes before it, and a whole cell of a table."""
    names = "|".join(re.escape(place) for place in sorted(places, key=len, reverse=True))
    place = rf"(?P<place>{names})(?![\w-])"
    follows = rf"\s*(?:[,(]\s*(?:de\s+)?{_OFFICE}\s+{_OF}|[,(]?\s*(?:van|uit|namens)\s+|\(\s*){_THE}{place}"
    precedes = rf"{_OFFICE}\s+{_OF}{_THE}{place}\s*[,:(]?\s*$"
    return (
        re.compile(follows, re.IGNORECASE),
        re.compile(precedes, re.IGNORECASE),
        re.compile(_THE + place, re.IGNORECASE),
    )
