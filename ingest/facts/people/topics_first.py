"""Lists that share work by topic: "• Wonen: wethouder Kraan" above "• Zorg (wethouder De Wit)"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ingest.facts.people.name_lists import names_in
from ingest.facts.people.names import Name
from ingest.facts.people.office_words import Office
from ingest.facts.people.offices import Holding
from ingest.facts.people.topic_words import is_topical
from ingest.lexicon import read_rows

IN_TOPIC_LIST = 0.8

_TOPIC = re.compile(
    r"[ \u00a0]*(?:[•·\uf0b7*▪◦–-][ \u00a0]*)?(?P<topic>[^:|()\n–]{3,60}?)"
    r"(?:[ \u00a0]?[:–][ \u00a0]+|[ \u00a0]\()(?:de[ \u00a0])?"
)
_PARTY = re.compile(r"[ \u00a0]?\([^()\n]{2,30}\)|[ \u00a0.;,)]+$")
_FEWEST = 2


def in_topic_lists(text: str, offices: Sequence[Office]) -> Iterator[Holding]:
    """Those of whom two lines or more below each other name a topic, an office and nobody else."""
    run: list[tuple[int, Holding]] = []
    for office in offices:
        line = _line(text, office)
        if run and (not line or text[run[-1][0] : line[0]].strip()):
            yield from _told(run)
            run = []
        if line:
            run.append((line[1], line[2]))
    yield from _told(run)


def _told(run: Sequence[tuple[int, Holding]]) -> Iterator[Holding]:
    """A run of lines of which a topic is known."""
    if len(run) >= _FEWEST and any(is_topical(holding.portfolio or "") for _, holding in run):
        yield from (holding for _, holding in run)


def _line(text: str, office: Office) -> tuple[int, int, Holding] | None:
    """Where the line begins and ends, and whom it gives the topic before the office."""
    start, end = text.rfind("\n", 0, office.start) + 1, text.find("\n", office.end)
    end = len(text) if end < 0 else end
    topic = _TOPIC.fullmatch(text, start, office.start)
    name = _only_name(text, office.end, end) if topic else None
    if not topic or not name or topic["topic"].strip().casefold() in _labels():
        return None
    return start, end, Holding(name, office.role, office.rank, IN_TOPIC_LIST, topic["topic"].strip(), is_holder=True)


@cache
def _labels() -> frozenset[str]:
    """Of those present and of who presides: "Afwezig: wethouder Kraan" shares no work."""
    return frozenset(
        row["label"].casefold() for row in read_rows("fields.tsv") if row["kind"] in {"attendance", "chair"}
    )


def _only_name(text: str, start: int, end: int) -> Name | None:
    """The name that fills the rest of the line, a party behind it left out."""
    begin = start + len(text[start:end]) - len(text[start:end].lstrip(" \u00a0"))
    names = names_in(text, begin, begin + len(_PARTY.sub("", text[begin:end].rstrip())))
    return names[0] if len(names) == 1 else None
