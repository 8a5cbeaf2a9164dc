"""Facts: what the text of a document says, each at a span of it."""

from collections.abc import Iterator
from dataclasses import replace

from ingest.fact_types import Amount, Commitment, Fact, Goal, Speerpunt
from ingest.facts.amounts import amounts
from ingest.facts.commitments import commitments
from ingest.facts.confidence import calibrated
from ingest.facts.goals import goals
from ingest.facts.indicators import indicators
from ingest.facts.officials import officials
from ingest.facts.speerpunten import speerpunten
from ingest.model import Document
from ingest.seams import torn_sentences

_SAID = (Commitment, Speerpunt, Goal)
"""What takes a sentence that somebody wrote."""


def extract(document: Document) -> tuple[Fact, ...]:
    """All facts of a document, in order of where they start, each with how sure it is."""
    doc_type = document.identity.doc_type.value
    return tuple(calibrated(fact, doc_type) for fact in ranked(document))


def ranked(document: Document) -> tuple[Fact, ...]:
    """All facts of a document, in order of where they start; their confidence is only the rank of their rule."""
    people = officials(document)
    money = amounts(document)
    aims = goals(document)
    found: list[Fact] = [
        *people,
        *money,
        *commitments(document, money, people),
        *_apart_from(aims, speerpunten(document)),
        *aims,
        *indicators(document),
    ]
    return tuple(sorted(_written(document, found), key=lambda fact: (fact.start, fact.end)))


def _apart_from(aims: list[Goal], found: list[Speerpunt]) -> Iterator[Speerpunt]:
    """The speerpunten without accents ("extra aandacht voor ...") of sentences that are a goal themselves."""
    for each in found:
        is_called_so = each.level == 1 or each.parent
        if is_called_so or not any(aim.start < each.end and each.start < aim.end for aim in aims):
            yield each


def _written(document: Document, found: list[Fact]) -> Iterator[Fact]:
    """The facts without what is said by sentences that nobody wrote: two columns that run through each other.

    A sum and a name in these are printed there; what the sum is for is not.
    """
    torn = torn_sentences(document.text, document.passages)
    for fact in found:
        is_torn = any(start < fact.end and fact.start < end for start, end in torn)
        if not is_torn:
            yield fact
        elif not isinstance(fact, _SAID):
            yield replace(fact, purpose=None) if isinstance(fact, Amount) else fact
