"""What is made of a clause, and what it is read against."""

import re
from dataclasses import dataclass, replace

from ingest.fact_types import CommitmentStatus, Deadline
from ingest.facts.acts.actors import Actor, Cast
from ingest.facts.periods import OPEN, PLANS_FOR_THEIR_OWN_YEAR, Anchor
from ingest.grammar.clauses import Clause
from ingest.grammar.groups import VerbGroup

_REPORTING_TYPES = frozenset({"jaarstukken", "tussenrapportage"})
_NEGATION = re.compile(r"\b(?:niet(?! alleen)|niets|geen|nooit)\b(?!.*\bmaar\b)", re.DOTALL)
_PLANS = PLANS_FOR_THEIR_OWN_YEAR | {"coalitieakkoord", "verkiezingsprogramma", "ivp", "ivp_regionaal", "beleidsnota"}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A clause that commits to something; `sure` is how sure the rule is that it does."""

    clause: Clause
    verbs: VerbGroup | None
    actor: Actor | None
    status: CommitmentStatus
    cues: frozenset[str]
    deadline: Deadline | None
    sure: float

    def with_status(self, status: CommitmentStatus, sure: float) -> "Judgement":
        """The same clause, with the status that a rule gives it."""
        return replace(self, status=status, sure=sure)

    @property
    def is_denied(self) -> bool:
        """Whether it says what is not done, unless only in part: "niet in april maar in mei"."""
        return bool(_NEGATION.search(self.clause.quote.lower()))

    @property
    def is_dated(self) -> bool:
        return self.deadline is not None and self.deadline.period != OPEN

    @property
    def says_year(self) -> bool:
        """Whether the text itself names the year of the deadline."""
        return bool(self.deadline and self.deadline.text and re.search(r"20\d\d|jaar", self.deadline.text))


@dataclass(frozen=True, slots=True)
class Setting:
    """What a clause is judged against: who acts in the document, its type and its year.

    Attributes:
        lies_ahead: the heading says that what stands below is still to come: "Vervolg", "Planning".
        tells_done: the heading asks what was done: "Wat hebben we ervoor gedaan?".
        tells_state: the heading asks how things are: "Waar staan we?".
        states_results: what it tells as done, a plan wants to have done: "Resultaten voor 2026: De sporthal is open".
    """

    cast: Cast
    anchor: Anchor
    is_meeting: bool = False
    lies_ahead: bool = False
    states_results: bool = False
    tells_done: bool = False
    tells_state: bool = False

    @property
    def reports(self) -> bool:
        return self.tells_done or self.anchor.doc_type in _REPORTING_TYPES

    @property
    def plans(self) -> bool:
        return self.anchor.doc_type in _PLANS
