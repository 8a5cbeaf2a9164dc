"""The commitments in small texts, for the tests of them."""

from ingest.fact_types import Commitment
from ingest.facts.commitments import commitments
from ingest.facts.officials import officials
from tests.facts.policy_documents import policy


def found(text: str, doc_type: str = "programmabegroting", year: int | None = 2027) -> list[Commitment]:
    """What a document of that type and year says, written as for `policy`."""
    document = policy(text, doc_type, year)
    return commitments(document, officials=officials(document))


def only(text: str, doc_type: str = "programmabegroting", year: int | None = 2027) -> Commitment:
    """The one commitment in a text."""
    (commitment,) = found(text, doc_type, year)
    return commitment
