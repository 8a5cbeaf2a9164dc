"""Names in capitals: of speakers before a colon, and in minutes that print all so: "De heer BOS vraagt iets"."""

import re
from functools import lru_cache

from ingest.facts.people.names import prefix_pattern

_FEWEST = 2
"""Members of the council whose names show that the minutes do so throughout; one may be an abbreviation."""

_SPEAKS = re.compile(r"(?:[A-ZÀ-Ý][A-ZÀ-Ý'’-]+ ?){1,4}(?: \([^()\n]+\))?:")


def may_be_in_capitals(text: str, office: tuple[int, int], at: int) -> bool:
    """Whether a name in capitals at a place behind an office word is a name, and no abbreviation or topic."""
    in_capitals = text[slice(*office)].isupper() or _SPEAKS.match(text, at) is not None
    return in_capitals or _prints_names_so(text)


@lru_cache(maxsize=2)
def _prints_names_so(text: str) -> bool:
    members = re.compile(rf"\b(?:[Dd]e heer|[Mm]evrouw|[Dd]hr\.|[Mm]w\.) (?:{prefix_pattern()} )*([A-ZÀ-Ý]{{3,}})\b")
    return len({found.group(1) for found in members.finditer(text)}) >= _FEWEST
