"""Whether a text looks ahead or back, and in which year."""

import re
from collections import Counter
from functools import cache

from ingest.identify.material import text_evidence
from ingest.lexicon import read_rows
from ingest.model import Evidence

_IN_YEAR = re.compile(
    r"\b(?:in|voor|over|van|begin|medio|eind|begroting|rekening|realisatie|terugkijkend (?:naar|op)|uit) (20[0-4]\d)\b",
    re.IGNORECASE,
)
#: Fewer verbs than this show nothing.
_FEWEST = 4


def lean_to_future(text: str) -> tuple[float, Evidence | None]:
    """From -1 (looks back) to 1 (looks ahead) with a first example; (0, None) where too few verbs show it."""
    ahead, back = list(_verbs("ahead").finditer(text)), list(_verbs("back").finditer(text))
    total = len(ahead) + len(back)
    if total < _FEWEST:
        return 0.0, None
    lean = (len(ahead) - len(back)) / total
    example = (ahead if lean > 0 else back or ahead)[0]
    return lean, text_evidence(text, example.start(), example.end())


@cache
def _verbs(direction: str) -> re.Pattern[str]:
    patterns = [row["pattern"] for row in read_rows("tense.tsv") if row["direction"] == direction]
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)


def modal_year(text: str) -> tuple[int, float, Evidence, int] | None:
    """The year most spoken of ("in 2022"), its share of all such years, its first mention, and how often."""
    found = list(_IN_YEAR.finditer(text))
    counts = Counter(int(match.group(1)) for match in found)
    if not counts:
        return None
    year, count = counts.most_common(1)[0]
    first = next(match for match in found if int(match.group(1)) == year)
    return year, count / len(found), text_evidence(text, first.start(), first.end()), count
