"""The data files of `index/data`: one entry a line; empty lines and lines that begin with # say nothing."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "data"


@cache
def entries(name: str) -> tuple[str, ...]:
    """The lines of `index/data/<name>`, stripped."""
    lines = (line.strip() for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def pairs(name: str) -> tuple[tuple[str, str], ...]:
    """The two columns of a tab-separated file."""
    split = (line.split("\t") for line in entries(name))
    return tuple((columns[0], columns[1]) for columns in split)
