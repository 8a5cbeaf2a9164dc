"""Reads the data files beside the code: lists of words or patterns, and tables.

In all of them a line that starts with "#" is a comment, and so is what follows a tab and "#".
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


def raw_lines(package: str, name: str) -> list[str]:
    """The lines of a data file as they stand, comments included: what every reader of one begins with."""
    return files(package).joinpath(name).read_text(encoding="utf-8").splitlines()


def without_comments(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines that say something, their comments cut off."""
    kept = (line.split("\t#", 1)[0].rstrip() for line in lines if not line.startswith("#"))
    return tuple(line for line in kept if line)


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """The lines of `ingest/data/<name>` in the order of the file, without comments and empty lines."""
    return without_comments(raw_lines("ingest.data", name))


@cache
def read_words(name: str) -> tuple[str, ...]:
    """The entries of a list such as "titles.txt", one a line."""
    return tuple(line.strip() for line in read_lines(name))


@cache
def word_set(name: str) -> frozenset[str]:
    """The entries of a list as a set, in lower case."""
    return frozenset(word.lower() for word in read_words(name))


@cache
def any_of(name: str) -> re.Pattern[str]:
    """One pattern that matches whatever a line of the list matches, whatever the case."""
    return re.compile("|".join(f"(?:{line})" for line in read_lines(name)), re.IGNORECASE)


@cache
def read_columns(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a table without a head, cut at tabs."""
    return tuple(tuple(line.split("\t")) for line in read_lines(name))


@cache
def read_rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table such as "roles.tsv", by the names in its first line; absent cells are ""."""
    head, *rows = read_columns(name)
    return tuple({key: row[i].strip() if i < len(row) else "" for i, key in enumerate(head)} for row in rows)
