"""Streets, schools and prizes that are called after an official."""

import re
from functools import cache

from ingest.facts.people.names import Name
from ingest.lexicon import read_words

ARTICLE = re.compile(
    r"(?<!\w)(?:de|het|een|onze|uw|die|deze|elke|iedere|geen|andere|betrokken|mijn|zijn|haar)[ \u00a0\n]+$",
    re.IGNORECASE,
)
"""What stands right before a word that is no name's office: "een burgemeester"."""
_NUMBER_FOLLOWS = re.compile(r"[ \u00a0]\d")


@cache
def _street() -> tuple[re.Pattern[str], re.Pattern[str]]:
    endings = read_words("street_endings.txt")
    sure = "|".join(ending for ending in endings if not ending.endswith("?"))
    unsure = "|".join(ending[:-1] for ending in endings if ending.endswith("?"))
    return re.compile(rf"(?:{sure})(?:en|nen)?$"), re.compile(rf"(?:{unsure})$")


def is_street(text: str, start: int, name: Name) -> bool:
    """Whether the name is that of a street, school or prize: "Burgemeester Kraanstraat".

    Args:
        start: of the name, or of the office before it.
    """
    sure, unsure = _street()
    last = name.surname.split()[-1].casefold()
    following = re.match(r"[ \u00a0]([A-ZÀ-Ý][a-zà-ÿ]+)", text[name.end : name.end + 30])
    if following and (sure.search(following[1].casefold()) or unsure.search(following[1].casefold())):
        return True
    if sure.search(last) and not sure.fullmatch(last):
        return True
    placed = ARTICLE.search(text[max(0, start - 14) : start]) or _NUMBER_FOLLOWS.match(text, name.end)
    return bool(placed and unsure.search(last) and not unsure.fullmatch(last))
