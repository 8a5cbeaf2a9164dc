"""The kinds of facts that are read out of a text; `start` and `end` are spans of `Document.text`."""

import datetime
from dataclasses import dataclass
from typing import ClassVar, Literal

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
GoalLevel = Literal["programma", "doel", "subdoel", "prestatie"]
Role = Literal["burgemeester", "wethouder", "secretaris", "griffier", "portefeuillehouder"]


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
class Fact:
    """Something the text says, at a span of the text; `text` is that span's text, exactly."""

    kind: ClassVar[str] = ""

    start: int
    end: int
    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Speerpunt(Fact):
    """A priority that the document itself calls one; level 1, or 2 under a level 1 `parent`.

    `tier` tells a priority from a "strategisch thema", which stands below it; regular tasks are no speerpunten.
    """

    kind: ClassVar[str] = "speerpunt"

    label: str
    level: Literal[1, 2] = 1
    parent: str | None = None
    period: Period | None = None
    tier: Literal["prioriteit", "strategisch thema"] = "prioriteit"


@dataclass(frozen=True, slots=True)
class Goal(Fact):
    """A branch of the goal tree of a plan: programma > doel > subdoel > prestatie, each named or numbered as such.

    Attributes:
        code: as printed ("1.2", "D1.2.a", "P1"), which may count within its programma only.
        parent_code, parent: code and label of the branch that it hangs on, where that is known.
        period: of the plan, or the year of the report.
    """

    kind: ClassVar[str] = "goal"

    label: str
    level: GoalLevel
    code: str | None = None
    parent_code: str | None = None
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
        register_said: the source's own words for that status: its cell, or what its legend says of the sign there.
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
    register_said: str | None = None


@dataclass(frozen=True, slots=True)
class Official(Fact):
    """A person with an office that the text names; `text` may be the surname, `name` is the full name.

    `signed` is the day of the signature that the mention is, where the text tells it; minutes are signed days later.
    `held` is from when to when the text itself says that the office was held, open at an end that it doesn't tell.
    `interim` says that the text beside this mention calls the office held for the time: "waarnemend", "a.i.".
    """

    kind: ClassVar[str] = "official"

    name: str
    role: Role
    portfolio: str | None = None
    portfolio_holder: bool = False
    signed: datetime.date | None = None
    held: Period | None = None
    interim: bool = False


@dataclass(frozen=True, slots=True)
class Amount(Fact):
    """A sum of money, in whole euros after the scale ("x 1.000") is applied.

    Attributes:
        year: the one that it is of, the first where it starts then ("vanaf 2026"); None where it is of several.
        row, column: where it stands in a table.
        purpose: of a sum in running text, what it is for, in the words of the text.
        period: from the first to the last of several years, open at the end for "vanaf 2026".
        per: what it is given for each of: "jaar", "inwoner".
        change: of a sum in running text that is a difference, and not the whole: "€ 77.000 hoger begroot dan in 2020".
    """

    kind: ClassVar[str] = "amount"

    value_eur: float
    structural: Literal["structureel", "incidenteel"] | None = None
    direction: Literal["last", "bate", "saldo"] | None = None
    year: int | None = None
    taakveld: str | None = None
    row: str | None = None
    column: str | None = None
    scale_uncertain: bool = False
    purpose: str | None = None
    period: Period | None = None
    per: str | None = None
    change: Literal["hoger", "lager"] | None = None


@dataclass(frozen=True, slots=True)
class Indicator(Fact):
    """A figure by which progress is measured.

    Attributes:
        reference_year: the one that the value is of; without a value that of the target.
        target_year: the one that the target is for, where its column or its sentence tells it.
    """

    kind: ClassVar[str] = "indicator"

    name: str
    unit: str | None = None
    value: str | None = None
    target: str | None = None
    reference_year: int | None = None
    target_year: int | None = None


FACT_TYPES: dict[str, type[Fact]] = {
    fact_type.kind: fact_type for fact_type in (Speerpunt, Commitment, Official, Amount, Indicator, Goal)
}
