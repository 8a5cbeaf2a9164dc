"""What the words around a name say of it: a municipality, a person, or another body that bears the name."""

import re
from functools import cache
from typing import Literal

from ingest.lexicon import read_rows

Context = Literal["gemeente", "gemeenten", "person", "other", "plain"]

#: How many characters before a name are looked at; "college van burgemeester en wethouders van de gemeente " has 54.
_REACH = 70

_COMPOUND = re.compile(r"-(?!(?:Oost|West|Noord|Zuid|Centrum|Stad|Haven|Buiten)\b)[A-ZÀ-Þ]")
_SPACE = re.compile(r"\s+")


def context_of(text: str, start: int, end: int) -> Context:
    """How the name at text[start:end] is used."""
    before = _SPACE.sub(" ", text[max(0, start - _REACH) : start])
    in_longer_name = _COMPOUND.match(text, end) is not None
    if not in_longer_name and _before("gemeente").search(before):
        return "gemeente"
    if not in_longer_name and _before("gemeenten").search(before):
        return "gemeenten"
    if _before("person").search(before):
        return "person"
    return "other" if in_longer_name or _before("other").search(before) or _after().match(text, end) else "plain"


@cache
def _after() -> re.Pattern[str]:
    """What may stand behind a name that is part of another one."""
    return re.compile("|".join(row["pattern"] for row in read_rows("name_context.tsv") if row["context"] == "after"))


@cache
def _before(context: Context) -> re.Pattern[str]:
    """What may stand before a name in a context; only names of persons keep their capitals apart."""
    patterns = [row["pattern"] for row in read_rows("name_context.tsv") if row["context"] == context]
    if context == "person":
        return re.compile(rf"(?:{'|'.join(patterns)})$")
    tail = r"[\s:]+$" if context in ("gemeente", "gemeenten") else "$"
    return re.compile(rf"(?:{'|'.join(patterns)}){tail}", re.IGNORECASE)
