"""What a briefing is made of, whatever shows it: chapters of lines, and a table."""

from dataclasses import dataclass

_SHORT = 25
"""Characters of a place that names no paper: "p. 48 en p. 116"."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a briefing: what we say of it, the quote, and where that stands; of these two one may be empty.

    Attributes:
        quote: none of the row of a table, which is nothing without its heads: the lead has its cells with these.
        head: a heading of our own above it, where a group of lines begins.
        below: what belongs to it: of a promise, what came of it.
    """

    lead: str
    quote: str
    source: str
    link: str
    head: str = ""
    below: tuple["Item", ...] = ()

    @property
    def is_one_line(self) -> bool:
        """Whether its place is so short, a page, or its quote so absent, that it takes no line of its own."""
        return not self.quote or len(self.source) <= _SHORT

    @property
    def question(self) -> tuple[str, str]:
        """What the lead asks, and what else it says; the first is empty where it asks nothing."""
        asked, mark, rest = self.lead.partition("?")
        return (asked + mark, rest.strip()) if mark else ("", self.lead)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a line of a table; its link leads from the last of them to its place, that of a sum is empty."""

    cells: tuple[str, ...]
    link: str


@dataclass(frozen=True, slots=True)
class Table:
    """Figures below each other, with the paper that has them."""

    source: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Lines of one kind; `said` comes before them, and then the table where it has one.

    Attributes:
        total: how many there are, where that is known to be more than these.
        whole: where all of them stand, in the app.
        is_list: whether what stands there is this very list, so that its number may be told.
    """

    title: str
    said: str
    items: tuple[Item, ...]
    total: int = 0
    whole: str = ""
    table: Table | None = None
    is_list: bool = True

    @property
    def after(self) -> str:
        """What was left out; empty where all of it is here."""
        shown = len(self.items)
        said = f"{shown} van {self.total}." if self.is_list else "Er is meer gevonden dan hier past."
        return said if self.total > shown else ""

    @property
    def link(self) -> str:
        """The words of the link to it."""
        return "De hele lijst in Speerpunt" if self.is_list else "Meer over dit thema in Speerpunt"


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole; `notes` are the last chapter: what was searched and what is not in it; `file` is what a file of it is
    called, without its ending."""

    title: str
    made: str
    chapters: tuple[Chapter, ...]
    notes: tuple[str, ...]
    file: str = "sessiedossier"
