"""Facts: what the text of a document says, each at a span of it."""

from ingest.fact_types import Fact
from ingest.facts.amounts import amounts
from ingest.facts.commitments import commitments
from ingest.facts.confidence import calibrated
from ingest.facts.goals import goals
from ingest.facts.indicators import indicators
from ingest.facts.officials import officials
from ingest.facts.speerpunten import speerpunten
from ingest.model import Document


def extract(document: Document) -> tuple[Fact, ...]:
    """All facts of a document, in order of where they start, each with how sure it is."""
    doc_type = document.identity.doc_type.value
    return tuple(calibrated(fact, doc_type) for fact in ranked(document))


def ranked(document: Document) -> tuple[Fact, ...]:
    """All facts of a document, in order of where they start; their confidence is only the rank of their rule."""
    people = officials(document)
    money = amounts(document)
    found: list[Fact] = [
        *people,
        *money,
        *commitments(document, money, people),
        *speerpunten(document),
        *goals(document),
        *indicators(document),
    ]
    return tuple(sorted(found, key=lambda fact: (fact.start, fact.end)))
