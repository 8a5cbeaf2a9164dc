"""How sure a fact is: the share of such facts that was right on gold of our own, instead of a rule's rank.

A rule gives its facts a rank between 0 and 1, in the order of how sure it is. `data/confidence.tsv` says for a kind of
fact, a group of document types and a rank how many facts in a hundred are right; `python -m evaluation.calibrate`
makes it. Sums in tables are a kind of their own there; what the table doesn't hold keeps its rank.
"""

from dataclasses import replace
from functools import cache
from typing import TypeVar

from ingest.fact_types import Amount, Fact
from ingest.lexicon import read_rows

AnyFact = TypeVar("AnyFact", bound=Fact)

GROUPS = ("plan", "report", "letter", "meeting", "list")
"""Types of document that speak alike."""

EVERY_GROUP = "-"
"""In the table: of all types of document, for kinds that look alike in all."""

_GROUP_OF = {
    "rib": "letter",
    "raadsverslag": "meeting",
    "toezeggingenlijst": "list",
    "besluitenlijst": "list",
    "jaarstukken": "report",
    "tussenrapportage": "report",
}


def group_of(doc_type: str | None) -> str:
    """The group that a type of document belongs to; "plan" for all others, also where the type isn't known."""
    return _GROUP_OF.get(doc_type or "", "plan")


def calibrated(fact: AnyFact, doc_type: str | None) -> AnyFact:
    """The fact with its rank replaced by the share of such facts that is right."""
    kind = "table_amount" if isinstance(fact, Amount) and (fact.row or fact.column) else fact.kind
    steps = _table().get((kind, group_of(doc_type))) or _table().get((kind, EVERY_GROUP), ())
    share = next((share for least, share in steps if fact.confidence >= least), None)
    return fact if share is None else replace(fact, confidence=share)


@cache
def _table() -> dict[tuple[str, str], tuple[tuple[float, float], ...]]:
    """By kind and group: from which rank on, and the share that is right; the highest rank first."""
    found: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for row in read_rows("confidence.tsv"):
        found.setdefault((row["kind"], row["group"]), []).append((float(row["rank"]), float(row["share"])))
    return {key: tuple(sorted(steps, reverse=True)) for key, steps in found.items()}
