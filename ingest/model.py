"""What Speerpunt knows of a document: one string, and spans of that string.

A page, a section, a passage and a fact each have `start` and `end`: Python `str` indices into
`Document.text`, end exclusive. Pages count from 1. Nothing here is ever changed after it is made.
"""

import datetime
from dataclasses import dataclass, field
from typing import Generic, Literal, NamedTuple, TypeVar

from ingest.fact_types import Fact, Period

T = TypeVar("T")

Status = Literal["ok", "partial", "failed"]
BlockRole = Literal["heading", "paragraph", "list_item", "table_row", "footnote", "caption"]
Layer = Literal["body", "quoted_plan", "boilerplate", "contents"]
EvidenceSource = Literal["text", "file name", "url", "title", "metadata", "user"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words something was inferred from, and where they stand (`start` only where source is "text")."""

    source: EvidenceSource
    quote: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Inferred(Generic[T]):
    """A value that was not given but concluded; `value` is None below the threshold, never a guess."""

    value: T | None
    confidence: float
    evidence: tuple[Evidence, ...] = ()


class LineBox(NamedTuple):
    """Where a run of the text stands on its page, in points; the origin is the page's top left corner."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the file; `lines` is empty for a format without a fixed layout."""

    number: int
    start: int
    end: int
    width: float | None = None
    height: float | None = None
    lines: tuple[LineBox, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item of a list or row of a table; blocks never overlap and are in order.

    Attributes:
        level: of a heading, 1 is the highest; of a list item, its depth from 1; else None.
        cells: of a table row, the span of each cell, empty cells included as (n, n); else empty.
        table: the number of the table that a row belongs to, from 1 within the document; else None.
    """

    start: int
    end: int
    role: BlockRole
    page: int | None = None
    level: int | None = None
    cells: tuple[tuple[int, int], ...] = ()
    table: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all below it down to the next heading of its level or higher.

    Attributes:
        path: the headings from the highest down to this section's own, which is last.
        heading_end: where the heading itself ends; text[start:heading_end] is the heading as printed.
        layer: "quoted_plan" where a report copies the text of the plan that it reports on;
            "contents" and "boilerplate" are kept out of what search returns.
    """

    start: int
    end: int
    heading_end: int
    level: int
    path: tuple[str, ...]
    layer: Layer = "body"


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """One of the 60 themes, how sure, and the words that gave it; "betekenis" where the meaning gave it too."""

    theme: str
    probability: float
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeCues:
    """What the words of a passage, its headings and surroundings say for one theme: scores from 0, and the words."""

    theme: str
    text: float = 0.0
    heading: float = 0.0
    near: float = 0.0
    document: float = 0.0
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """What search returns: a few sentences under one heading path.

    `searchable` is False for contents, menus and other text that answers no question. `theme_cues` is what the themes
    are weighed from, so that they can be weighed again with the passage's meaning.
    """

    start: int
    end: int
    heading_path: tuple[str, ...] = ()
    page: int | None = None
    themes: tuple[ThemeScore, ...] = ()
    searchable: bool = True
    theme_cues: tuple[ThemeCues, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """What a document is, each part inferred apart.

    Attributes:
        last_told: of a document without a date, year or period the last day that it tells of as past: good for an
            order only, not for a citation.
    """

    title: str
    municipality: Inferred[str]
    municipalities: tuple[str, ...]
    doc_type: Inferred[str]
    reporting_year: Inferred[int]
    plan_period: Inferred[Period]
    date: Inferred[datetime.date]
    last_told: Inferred[datetime.date] = Inferred(None, 0.0)


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a document was read from.

    Attributes:
        path: as ingested.
        sha256: of the file's bytes, in hexadecimal.
        format: "pdf", "html", "docx", "txt" or "md".
    """

    path: str
    file: str
    sha256: str
    format: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read, and all that is known of it.

    Attributes:
        page_count: None where the format has no pages; may exceed `len(pages)` where some could not be read.
        problems: what was lost or doubtful in the reading, one Dutch sentence each; "partial" has at least one.
    """

    source: Source
    text: str
    identity: Identity
    status: Status
    problems: tuple[str, ...] = ()
    page_count: int | None = None
    pages: tuple[Page, ...] = ()
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    passages: tuple[Passage, ...] = ()
    facts: tuple[Fact, ...] = field(default=())

    def __post_init__(self) -> None:
        for fact in self.facts:
            if self.text[fact.start : fact.end] != fact.text:
                raise ValueError(f"{self.source.file}: {fact.kind} at {fact.start} quotes what is not there")
        for passage in self.passages:
            if not 0 <= passage.start < passage.end <= len(self.text):
                raise ValueError(f"{self.source.file}: passage {passage.start}-{passage.end} lies outside the text")


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read: why, and what the user can do about it, in Dutch."""

    source: Source
    reason: str
    remedy: str
