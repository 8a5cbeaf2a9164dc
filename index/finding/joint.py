"""Portfolios that a paper gives several people together, told apart where another gives one of them a part alone."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from index.finding.people import Person
from index.language.fold import name_key
from index.store.rows import FactRow
from ingest.fact_types import Official

_BETWEEN_ITEMS = re.compile(r"[,;][ \u00a0]*")

Given = tuple[int, str]
"""A line of topics in a document: the document's id and the topics."""


def told_apart(people: Sequence[Person]) -> list[Person]:
    """The same people, each with only the own part of a joint portfolio, where papers tell the parts apart.

    "Wonen, Zorg" of two people is Zorg for the one whom another paper gives Zorg alone, and Wonen for the other. Where
    no paper does, or all of it would be somebody else's, each keeps the whole.
    """
    holders: dict[Given, set[int]] = defaultdict(set)
    for number, person in enumerate(people):
        for row in person.every:
            if given := _given(row):
                holders[given].add(number)
    alone = _alone(holders)
    return [_with_own(person, number, holders, alone) for number, person in enumerate(people)]


def _given(row: FactRow) -> Given | None:
    portfolio = row.fact.portfolio if isinstance(row.fact, Official) else None
    return (row.document.id, portfolio) if portfolio else None


def _alone(holders: Mapping[Given, Set[int]]) -> dict[int, set[str]]:
    """What papers give each person alone."""
    found: dict[int, set[str]] = defaultdict(set)
    for (_, portfolio), numbers in holders.items():
        if len(numbers) == 1:
            found[next(iter(numbers))] |= {name_key(portfolio), *map(name_key, _items(portfolio))}
    return found


def _items(portfolio: str) -> list[str]:
    return _BETWEEN_ITEMS.split(portfolio)


def _with_own(person: Person, number: int, holders: Mapping[Given, Set[int]], alone: Mapping[int, Set[str]]) -> Person:
    rows = []
    for row in person.every:
        given, fact = _given(row), row.fact
        if given and isinstance(fact, Official) and len(holders[given]) > 1:
            fact = replace(fact, portfolio=_share(given[1], number, holders[given], alone))
        rows.append(replace(row, fact=fact))
    return replace(person, every=tuple(rows))


def _share(portfolio: str, number: int, together: Set[int], alone: Mapping[int, Set[str]]) -> str:
    """The items that are this person's alone elsewhere; of who has none of them there, those that are nobody's."""
    items = _items(portfolio)
    claims = {each: [item for item in items if name_key(item) in alone.get(each, ())] for each in together}
    claimed = {item for taken in claims.values() for item in taken}
    own = claims[number] or [item for item in items if item not in claimed]
    return ", ".join(own) if own and claimed else portfolio
