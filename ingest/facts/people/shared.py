"""Who of several portfolio holders has what of one line of topics, where the line itself tells."""

import re
from collections.abc import Sequence

from ingest.facts.people.names import Name

_EACH = re.compile(r"respectievelijk:?[ \u00a0]+(?P<parts>.+)|(?P<before>.+?),?[ \u00a0]+respectievelijk", re.I)
_BETWEEN = re.compile(r",[ \u00a0]+(?:en[ \u00a0]+)?|[ \u00a0]+en[ \u00a0]+|[ \u00a0]*;[ \u00a0]*")
_PART = re.compile(
    r"(?P<topics>[^(),;:][^(),;:]*(?:,[^(),;:]+)*?)[ \u00a0]*\((?P<who>[^()]+)\)(?:[ \u00a0]*[,;][ \u00a0]*)?"
)
_BY_NAME = re.compile(r"(?P<who>[^:;]+):[ \u00a0]*(?P<topics>[^:;]+)(?:;[ \u00a0]*)?")


def shares(portfolio: str, names: Sequence[Name]) -> list[str]:
    """What each of them has in portfolio: all of it, where the line doesn't tell them apart.

    "respectievelijk Wonen en Zorg" gives each a part, as do "Wonen (Kraan), Zorg (De Wit)" and
    "Kraan: Wonen; De Wit: Zorg".
    """
    in_turn = _EACH.fullmatch(portfolio)
    parts = _BETWEEN.split(in_turn["parts"] or in_turn["before"]) if in_turn else []
    if len(parts) == len(names):
        return parts
    return _named(_PART, portfolio, names) or _named(_BY_NAME, portfolio, names) or [portfolio] * len(names)


def _named(form: re.Pattern[str], portfolio: str, names: Sequence[Name]) -> list[str]:
    """The parts in which each is named; empty unless that is so for all of them, and for nobody else."""
    found = list(form.finditer(portfolio))
    if "".join(part.group() for part in found) != portfolio:
        return []
    own = [[part["topics"].strip() for part in found if _is_about(part["who"], name)] for name in names]
    return [", ".join(parts) for parts in own] if all(own) and sum(map(len, own)) == len(found) else []


def _is_about(who: str, name: Name) -> bool:
    return re.search(rf"(?<!\w){re.escape(name.surname)}(?!\w)", who) is not None
