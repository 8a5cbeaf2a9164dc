"""What a document consists of, whatever format it is written in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

INLINE = re.compile(r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>[^*]+)\*|\[\^(?P<note>\d+)\]")


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    text: str
    level: int
    mark: str


@dataclass(frozen=True, slots=True)
class Lines:
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; `mark` is "=" where it is bold, "+" where its figures still have to be added up."""

    cells: tuple[str, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """`rows[0]` is the head; `shares` are the widths of the columns in proportion, empty for equal ones."""

    caption: str
    rows: tuple[Row, ...]
    shares: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    title: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The place of the table of contents."""


@dataclass(frozen=True, slots=True)
class Break:
    """A new page, with a new number of columns where `columns` is given."""

    columns: int | None = None


Block = Heading | Paragraph | Item | Lines | Field | Table | Box | Contents | Break


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `note` is the number of a footnote, and then there is no text."""

    text: str
    bold: bool = False
    italic: bool = False
    note: str | None = None


def runs(text: str) -> Iterator[Run]:
    """The text in pieces of one style each."""
    at = 0
    for match in INLINE.finditer(text):
        if match.start() > at:
            yield Run(text[at : match.start()])
        if match["note"]:
            yield Run("", note=match["note"])
        elif match["bold"]:
            yield Run(match["bold"], bold=True)
        else:
            yield Run(match["italic"], italic=True)
        at = match.end()
    if at < len(text):
        yield Run(text[at:])


def plain(text: str) -> str:
    """The text without its styles and footnote marks."""
    return "".join(run.text for run in runs(text))


def looks_numeric(cell: str) -> bool:
    """Whether a table cell holds a figure, and so stands to the right."""
    return bool(re.fullmatch(r"[-–+€\s]*[\d.,]+\s*(%|[VN])?|[-–]", cell))
