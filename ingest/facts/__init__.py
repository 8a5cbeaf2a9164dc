"""Facts: what the text of a document says, each at a span of it."""

from ingest.facts.commitments import commitments
from ingest.facts.officials import officials
from ingest.model import Document, Fact


def extract(document: Document) -> tuple[Fact, ...]:
    """All facts of a document, in order of where they start."""
    found: list[Fact] = [*officials(document), *commitments(document)]
    return tuple(sorted(found, key=lambda fact: (fact.start, fact.end)))
