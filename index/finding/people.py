"""The people with an office in a list of facts, each with the places that name them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from index.language.mentions import fullest, person_key
from index.store.rows import FactRow
from ingest.fact_types import Official

_NO_HOMES: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an office.

    Attributes:
        municipality: None where the document that names the person is of no known municipality.
        name: the fullest that a document gives.
        offices: what each document says of the office, every office and portfolio once.
        mentions: one of each document, the one that says most.
        every: all mentions, in the order that they were given.
    """

    municipality: str | None
    name: str
    offices: tuple[Official, ...]
    mentions: tuple[FactRow, ...]
    every: tuple[FactRow, ...]


def people_of(rows: Sequence[FactRow], homes: Mapping[int, str] = _NO_HOMES) -> list[Person]:
    """By municipality (an unknown one last) and name.

    A surname, with initials or without, is taken for the one person of that municipality whom it fits, and kept
    apart where it fits more. Those of a document about several municipalities are put with the one that stands with
    their office (`homes`, by the id of the mention: `index.finding.homes`), else with the one that knows them.
    """
    officials = [
        (row, person_key(row.fact.name), row.document.municipality or homes.get(row.id))
        for row in rows
        if isinstance(row.fact, Official)
    ]
    places: dict[str | None, set[str]] = defaultdict(set)
    for _, key, named in officials:
        places[named].add(key)
    full = {place: fullest(keys) for place, keys in places.items()}
    grouped: dict[tuple[str | None, str], list[FactRow]] = defaultdict(list)
    for row, key, named in officials:
        place = named or _home(row.document.identity.municipalities, key, full)
        grouped[place, full[place].get(key, key)].append(row)
    people = [_person(municipality, key, mentions) for (municipality, key), mentions in grouped.items()]
    return sorted(people, key=lambda person: (person.municipality is None, person.municipality or "", person.name))


def _home(places: Sequence[str], key: str, full: Mapping[str | None, dict[str, str]]) -> str | None:
    """Of the municipalities that a document of several is about, the one whose own documents know this person."""
    knowing = [place for place in places if key in full.get(place, {})]
    return knowing[0] if len(knowing) == 1 else None


def _person(municipality: str | None, key: str, mentions: list[FactRow]) -> Person:
    officials = [(row, row.fact) for row in mentions if isinstance(row.fact, Official)]
    best: dict[int, FactRow] = {}
    for row, _ in sorted(officials, key=lambda pair: (pair[1].portfolio is not None, len(pair[1].text))):
        best[row.document.id] = row
    name = max((official.name for _, official in officials), key=lambda name: (person_key(name) == key, len(name)))
    documents = tuple(sorted(best.values(), key=lambda row: row.document.source.path))
    return Person(municipality, name, _offices([official for _, official in officials]), documents, tuple(mentions))


def _offices(officials: list[Official]) -> tuple[Official, ...]:
    """Every office and portfolio once; an office without a portfolio only where nothing says more of it.

    "Portefeuillehouder" gives way to the office of somebody who is known to have one.
    """
    roles = {official.role for official in officials} - {"portefeuillehouder"}
    if len(roles) == 1:
        officials = [replace(official, role=next(iter(roles))) for official in officials]
    held = {(official.role, official.portfolio): official for official in reversed(officials)}
    with_portfolio = {role for role, portfolio in held if portfolio}
    told = [official for (role, portfolio), official in held.items() if portfolio or role not in with_portfolio]
    return tuple(sorted(told, key=lambda official: (official.role, official.portfolio or "")))
