"""Municipalities by whatever name a person gives them: "Den Haag", "Bergen NH", "Hengelo (O.)"."""

from functools import cache

from index.fold import name_key
from ingest.gazetteer import Gazetteer


@cache
def gazetteer() -> Gazetteer:
    """The municipalities of the Netherlands; loaded once, when a name is first asked for."""
    return Gazetteer.load()


def keys_of(name: str) -> tuple[str, ...]:
    """The keys under which documents may stand of the municipality, or of each of those, that goes by a name.

    A name that no municipality has, as of one that a collection made up, is its own only key.
    """
    return tuple(dict.fromkeys([name_key(name), *map(name_key, gazetteer().candidates(name))]))
