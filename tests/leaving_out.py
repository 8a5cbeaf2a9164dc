"""Whether each line of a data file does anything: its example is told otherwise once the line is left out."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from ingest import lexicon
from ingest.dutch import nlp

_CACHE: type = type(cache(len))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a data file that says something.

    Attributes:
        cells: by the names in the head of the file, or by "0", "1", ... where it has none.
        example: what the column "example" says, else the comment behind a tab and "#"; " / " is the end of a line.
    """

    raw: str
    cells: dict[str, str]
    example: str

    @property
    def word(self) -> str:
        """The first cell."""
        return next(iter(self.cells.values()))


Outcome = Callable[[Line], object]
"""What comes of the example of a line."""


def lines_of(package: str, name: str, *, head: bool) -> list[Line]:
    """The lines of a data file that say something, without its head."""
    kept = [raw for raw in lexicon.raw_lines(package, name) if lexicon.without_comments([raw])]
    names = kept.pop(0).split("\t") if head else [str(i) for i in range(9)]
    return [_line(raw, names) for raw in kept]


def _line(raw: str, names: list[str]) -> Line:
    (said,) = lexicon.without_comments([raw])
    cells = dict(zip(names, said.split("\t"), strict=False))
    comment = raw.split("\t#", 1)[1] if "\t#" in raw else ""
    return Line(raw, cells, (cells.get("example") or comment.strip()).replace(" / ", "\n"))


def dead_lines(package: str, name: str, outcome: Outcome, *, head: bool) -> list[str]:
    """The lines of the file without which their examples come out the same."""
    lines = lines_of(package, name, head=head)
    whole = [outcome(line) for line in lines]
    caches = _caches()
    dead = []
    for line, told in zip(lines, whole, strict=True):
        with _without(name, line.raw, caches):
            if outcome(line) == told:
                dead.append(line.raw)
    return dead


_raw_lines = cache(lexicon.raw_lines)


@contextmanager
def _without(name: str, raw: str, caches: list[Any]) -> Iterator[None]:
    def read_without(package: str, other: str) -> list[str]:
        read = _raw_lines(package, other)
        return [line for line in read if line != raw] if other == name else read

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(lexicon, "raw_lines", read_without)
        _forget(caches)
        yield
    _forget(caches)


def _forget(caches: list[Any]) -> None:
    for known in caches:
        known.cache_clear()


def _caches() -> list[Any]:
    """What the modules that read data files remember of them; the tokeniser of spaCy reads none, and takes a second."""
    ours = [module for name, module in sys.modules.items() if name.split(".")[0] in {"ingest", "index"}]
    kept = [value for module in ours for value in vars(module).values() if isinstance(value, _CACHE)]
    return [each for each in kept if each is not nlp]
