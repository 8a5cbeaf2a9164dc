"""The data files of `index/data`: one entry a line, with comments as in `ingest.lexicon`."""

import re
from functools import cache

from ingest import lexicon


@cache
def entries(name: str) -> tuple[str, ...]:
    """The lines of `index/data/<name>`, stripped."""
    return tuple(line.strip() for line in lexicon.without_comments(lexicon.raw_lines("index.data", name)))


@cache
def pairs(name: str) -> tuple[tuple[str, str], ...]:
    """The two columns of a tab-separated file."""
    split = (line.split("\t") for line in entries(name))
    return tuple((columns[0], columns[1]) for columns in split)


@cache
def any_of(name: str) -> re.Pattern[str]:
    """What matches where one of the regular expressions of `index/data/<name>` does; capitals don't matter."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in entries(name)), re.IGNORECASE | re.DOTALL)
