"""Which of those whom a document gives an office are one person, under what name and in what office."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from ingest.fact_types import Role
from ingest.facts.people.names import Name, are_initials
from ingest.facts.people.offices import Holding


class Person:
    """Everything the document says about one official; `givens` are the forms of the given names so far."""

    def __init__(self, first: Holding) -> None:
        self.holdings = [first]
        self.family = first.name.family
        self.givens = {first.name.given}

    def add(self, holding: Holding) -> None:
        """Joins another holding of the same person."""
        self.holdings.append(holding)
        self.givens.add(holding.name.given)

    @cached_property
    def given(self) -> str:
        """The fullest of the given names, once all are known: a name before initials, and the longest of each."""
        return max(self.givens, key=lambda given: (bool(given), not are_initials(given), len(given), given))

    @cached_property
    def name(self) -> str:
        """The full name, once all holdings are known."""
        return replace(self.holdings[0].name, given=self.given).full

    @cached_property
    def role(self) -> Role:
        """The person's own office, once all holdings are known."""
        return max(self.holdings, key=lambda holding: holding.rank).role

    def could_be(self, name: Name) -> bool:
        """Whether a name of the same family doesn't contradict the given names so far."""
        return all(_agree(name.given, given) for given in self.givens)


def _agree(one: str, other: str) -> bool:
    """Whether given names or initials can be one person's: "A.L." and "Leendert" can, "Leendert" and "Lara" not."""
    if not one or not other:
        return True
    letters = [set(re.findall(r"[A-ZÀ-Ý]", given)) for given in (one, other)]
    if are_initials(one) or are_initials(other):
        return one[0] in letters[1] or other[0] in letters[0]
    return one.partition(" ")[0] == other.partition(" ")[0]


def persons_of(holdings: list[Holding]) -> list[Person]:
    """Holdings joined into persons: those with given names first, so that a bare surname finds its owner."""
    by_family: dict[str, list[Person]] = defaultdict(list)
    for holding in sorted(holdings, key=lambda each: not each.name.given):
        namesakes = by_family[_family_of(holding, by_family)]
        fitting = [person for person in namesakes if person.could_be(holding.name)]
        if len(fitting) > 1:
            fitting = [person for person in fitting if holding.role in {each.role for each in person.holdings}]
        if len(fitting) == 1:
            fitting[0].add(holding)
        else:
            namesakes.append(Person(holding))
    return [person for namesakes in by_family.values() for person in namesakes]


def _family_of(holding: Holding, known: Mapping[str, Sequence[Person]]) -> str:
    """The family of a name, or where it stands alone that of the one double surname in its office that it opens:
    "wethouder Smit" is "wethouder A. Smit-de Wit"."""
    own = holding.name.family
    if holding.name.given or own in known:
        return own
    doubles = [
        family
        for family, persons in known.items()
        if family.startswith(f"{own}-") and any(each.role == holding.role for one in persons for each in one.holdings)
    ]
    return doubles[0] if len(doubles) == 1 else own
