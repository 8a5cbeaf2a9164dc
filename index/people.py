"""The people with an office in a list of facts, each with the places that name them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from index.mentions import person_key
from index.rows import FactRow
from ingest.fact_types import Official


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an office.

    Attributes:
        municipality: None where the document that names the person is of no known municipality.
        name: the fullest that a document gives.
        offices: what each document says of the office, every office and portfolio once.
        mentions: one of each document, the one that says most.
    """

    municipality: str | None
    name: str
    offices: tuple[Official, ...]
    mentions: tuple[FactRow, ...]


def people_of(rows: Sequence[FactRow]) -> list[Person]:
    """By municipality (an unknown one last) and name.

    A surname, with initials or without, is taken for the one person of that municipality whom it fits, and kept
    apart where it fits more.
    """
    named: dict[tuple[str | None, str], list[FactRow]] = defaultdict(list)
    for row in rows:
        if isinstance(row.fact, Official):
            named[row.document.municipality, person_key(row.fact.name)].append(row)
    grouped: dict[tuple[str | None, str], list[FactRow]] = defaultdict(list)
    for (municipality, key), mentions in named.items():
        full = [name for place, name in named if place == municipality and _shortens(key, name)]
        grouped[municipality, full[0] if len(full) == 1 else key].extend(mentions)
    people = [_person(municipality, mentions) for (municipality, _), mentions in grouped.items()]
    return sorted(people, key=lambda person: (person.municipality is None, person.municipality or "", person.name))


def _shortens(key: str, full: str) -> bool:
    """Whether a key is the surname of a fuller name, perhaps after initials that agree with it."""
    words = key.split()
    initials = [word for word in words if len(word) == 1]
    surname = " ".join(words[len(initials) :])
    given = full.removesuffix(f" {surname}")
    if not surname or given == full or len(given.split()[0]) == 1:
        return False
    return not initials or given[0] == initials[0]


def _person(municipality: str | None, mentions: list[FactRow]) -> Person:
    officials = [(row, row.fact) for row in mentions if isinstance(row.fact, Official)]
    best: dict[int, FactRow] = {}
    for row, _ in sorted(officials, key=lambda pair: (pair[1].portfolio is not None, len(pair[1].text))):
        best[row.document.id] = row
    name = max((official.name for _, official in officials), key=len)
    documents = tuple(sorted(best.values(), key=lambda row: row.document.source.path))
    return Person(municipality, name, _offices([official for _, official in officials]), documents)


def _offices(officials: list[Official]) -> tuple[Official, ...]:
    """Every office and portfolio once; an office without a portfolio only where nothing says more of it."""
    held = {(official.role, official.portfolio): official for official in reversed(officials)}
    with_portfolio = {role for role, portfolio in held if portfolio}
    told = [official for (role, portfolio), official in held.items() if portfolio or role not in with_portfolio]
    return tuple(sorted(told, key=lambda official: (official.role, official.portfolio or "")))
