"""What Speerpunt knows of a document: one string, and spans of that string.

A page, a section, a passage and a fact each have `start` and `end`: Python `str` indices into
`Document.text`, end exclusive. Pages count from 1. Nothing here is ever changed after it is made.
"""

import datetime
from dataclasses import dataclass, field
from typing import ClassVar, Generic, Literal, TypeVar

T = TypeVar("T")

Status = Literal["ok", "partial", "failed"]
BlockRole = Literal["heading", "paragraph", "list_item", "table_row", "footnote", "caption"]
Layer = Literal["body", "quoted_plan", "boilerplate", "contents"]
Strength = Literal["strong", "medium", "weak"]
CommitmentStatus = Literal["planned", "ongoing", "realised", "undecided", "opposed"]
PromiseType = Literal[
    "toezegging",
    "voornemen",
    "afspraak",
    "besluit",
    "verplichting",
    "verkiezingsbelofte",
    "voorstel_derde",
    "verwachting",
    "resultaat",
]
Role = Literal["burgemeester", "wethouder", "secretaris", "griffier", "portefeuillehouder"]
EvidenceSource = Literal["text", "file name", "url", "title", "metadata", "user"]


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days, both ends included; `None` at an end that the source leaves open."""

    start: datetime.date | None
    end: datetime.date | None

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"period ends before it starts: {self.start} > {self.end}")

    def covers_year(self, year: int) -> bool:
        """Whether any day of the year lies in the period; an open end reaches on for ever."""
        begins = self.start is None or self.start.year <= year
        ends = self.end is None or self.end.year >= year
        return begins and ends


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


@dataclass(frozen=True, slots=True)
class LineBox:
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
    """One of the 60 themes, how sure, and the words that gave it."""

    theme: str
    probability: float
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """What search returns: a few sentences under one heading path.

    `searchable` is False for contents, menus and other text that answers no question.
    """

    start: int
    end: int
    heading_path: tuple[str, ...] = ()
    page: int | None = None
    themes: tuple[ThemeScore, ...] = ()
    searchable: bool = True


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the text says, at a span of the text; `text` is that span's text, exactly."""

    kind: ClassVar[str] = ""

    start: int
    end: int
    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Speerpunt(Fact):
    """A priority that the document itself calls one; level 1, or 2 under a level 1 `parent`."""

    kind: ClassVar[str] = "speerpunt"

    label: str
    level: Literal[1, 2] = 1
    parent: str | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when; `text` is None where it was concluded from the year of the report."""

    text: str | None
    period: Period


@dataclass(frozen=True, slots=True)
class Commitment(Fact):
    """Who will do what, by when, for how much.

    Attributes:
        context_start: where the sentence before starts if this one leans on it ("Deze wordt ..."), else None.
        speaker: who says it, where that is not the actor.
        holder, number, register_status: the columns of a toezeggingenlijst, where it comes from one.
    """

    kind: ClassVar[str] = "commitment"

    actor: str | None
    action: str
    object: str | None
    strength: Strength
    status: CommitmentStatus
    deadline: Deadline | None = None
    amount_eur: float | None = None
    promise_type: PromiseType = "voornemen"
    conditional: bool = False
    negated: bool = False
    speaker: str | None = None
    context_start: int | None = None
    holder: str | None = None
    number: str | None = None
    register_status: Literal["Openstaand", "Voldaan", "Deels voldaan", "Vervallen"] | None = None


@dataclass(frozen=True, slots=True)
class Official(Fact):
    """A person with an office that the text names; `text` may be the surname, `name` is the full name."""

    kind: ClassVar[str] = "official"

    name: str
    role: Role
    portfolio: str | None = None
    portfolio_holder: bool = False


@dataclass(frozen=True, slots=True)
class Amount(Fact):
    """A sum of money, in whole euros after the scale ("x 1.000") is applied."""

    kind: ClassVar[str] = "amount"

    value_eur: float
    structural: Literal["structureel", "incidenteel"] | None = None
    direction: Literal["last", "bate", "saldo"] | None = None
    year: int | None = None
    taakveld: str | None = None
    row: str | None = None
    column: str | None = None
    scale_uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Indicator(Fact):
    """A figure by which progress is measured."""

    kind: ClassVar[str] = "indicator"

    name: str
    unit: str | None = None
    value: str | None = None
    target: str | None = None
    reference_year: int | None = None


FACT_TYPES: dict[str, type[Fact]] = {
    fact_type.kind: fact_type for fact_type in (Speerpunt, Commitment, Official, Amount, Indicator)
}


@dataclass(frozen=True, slots=True)
class Identity:
    """What a document is, each part inferred apart."""

    title: str
    municipality: Inferred[str]
    municipalities: tuple[str, ...]
    doc_type: Inferred[str]
    reporting_year: Inferred[int]
    plan_period: Inferred[Period]
    date: Inferred[datetime.date]


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
