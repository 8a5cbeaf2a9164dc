"""The data files of this layer: lines, `#` begins a comment, columns are separated by tabs."""

import re
from functools import cache
from importlib.resources import files


@cache
def entries(name: str) -> tuple[str, ...]:
    """The lines of `ingest/data/<name>`, without comments and empty lines."""
    lines = files("ingest.data").joinpath(name).read_text(encoding="utf-8").splitlines()
    return tuple(line.rstrip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of `ingest/data/<name>`, cut at tabs."""
    return tuple(tuple(line.split("\t")) for line in entries(name))


@cache
def any_of(name: str) -> re.Pattern[str]:
    """One pattern that matches whatever a line of `ingest/data/<name>` matches, whatever the case."""
    return re.compile("|".join(f"(?:{entry})" for entry in entries(name)), re.IGNORECASE)


@cache
def words(name: str) -> frozenset[str]:
    """The lines of `ingest/data/<name>` as a set, in lower case."""
    return frozenset(entry.lower() for entry in entries(name))
