"""Reads the data files beside the code: lists of words, and tables with a head.

In both, a line that starts with "#" is a comment, and so is what follows a tab and "#".
"""

from functools import cache
from importlib.resources import files


def _lines(name: str) -> list[str]:
    raw = files("ingest.data").joinpath(name).read_text(encoding="utf-8").splitlines()
    kept = (line.split("\t#", 1)[0].rstrip() for line in raw if not line.startswith("#"))
    return [line for line in kept if line]


@cache
def read_words(name: str) -> tuple[str, ...]:
    """The entries of a list such as "titles.txt", one a line, in the order of the file."""
    return tuple(line.strip() for line in _lines(name))


@cache
def read_rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table such as "roles.tsv", by the names in its first line; absent cells are ""."""
    head, *rows = [line.split("\t") for line in _lines(name)]
    return tuple({key: row[i].strip() if i < len(row) else "" for i, key in enumerate(head)} for row in rows)
