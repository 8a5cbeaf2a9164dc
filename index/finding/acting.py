"""Who stands in for another for a while, as the sentence says that names them."""

import re
from collections.abc import Iterable

from index.finding.around import sentence_around
from index.finding.people import Person
from index.store.rows import PassageRow
from ingest.fact_types import Official

_STANDS_IN = re.compile(r"\bwaargenomen\b|\bneemt\b.{1,60}\bwaar\b|\bwaarnemend\b", re.IGNORECASE)


def stands_in(sentence: str) -> bool:
    """Whether it says that somebody has an office or portfolio for another."""
    return bool(_STANDS_IN.search(sentence))


def held_for_another(person: Person, passages: Iterable[PassageRow]) -> frozenset[str]:
    """The portfolios of which every mention in these passages says so."""
    held = {passage.id: passage for passage in passages}
    told = [
        (row.fact.portfolio, stands_in(sentence_around(held[row.passage_id], row.fact.start, row.fact.end)[0]))
        for row in person.every
        if isinstance(row.fact, Official) and row.fact.portfolio and row.passage_id in held
    ]
    own = {portfolio for portfolio, is_for_another in told if not is_for_another}
    return frozenset(portfolio for portfolio, _ in told if portfolio not in own)
