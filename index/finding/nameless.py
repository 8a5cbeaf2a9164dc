"""Offices that a paper gives work without a name: "Wethouder Sport en Wonen", where a new college shares its work."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from index.finding.preferences import covers
from index.finding.seats import who_had
from index.finding.terms_of_office import Career
from index.finding.topics import content_stems, stems_and_parts
from index.language.fold import name_key
from index.language.place_names import keys_of
from index.library import Library
from index.store.filters import Filters
from index.store.moments import moment
from index.store.rows import PassageRow
from ingest.facts.people.topic_lists import Topic, in_words
from ingest.facts.people.unnamed import Unnamed, unnamed_offices

_OFFICES = ("wethouder", "burgemeester")
_MOST = 3
_ON_A_LINE = re.compile(r"^[^\n]{0,40}(?i:wethouder|burgemeester)\b[^\n.]{0,80}$", re.MULTILINE)
"""A passage without such a line shares no work."""


@dataclass(frozen=True, slots=True)
class Nameless:
    """An office with its topics, in the words of a paper.

    Attributes:
        passage: in which the office stands, below the heading of the whole list.
        start, end: from the office to the last of its topics, in the document; `text` is what stands there.
        office: as printed.
        topics: listed with it; empty where the office itself names them.
        names: of those whom other papers give the office in those years.
    """

    passage: PassageRow
    start: int
    end: int
    text: str
    office: str
    topics: tuple[Topic, ...]
    names: tuple[str, ...] = ()

    @property
    def portfolio(self) -> str:
        """The topics in a line."""
        return in_words(self.topics)


def shared_work(library: Library, places: Sequence[str], careers: Sequence[Career]) -> tuple[Nameless, ...]:
    """All that papers of these municipalities give to offices, the newest first; `careers` are of their people."""
    found = library.once(("work without names", tuple(places)), lambda: _shared_work(library, places))
    return tuple(replace(one, names=who_had(one.office, one.passage.document, careers)) for one in found)


def nameless_offices(
    library: Library,
    subject: Sequence[str],
    places: Sequence[str],
    years: Sequence[int],
    careers: Sequence[Career] = (),
) -> tuple[Nameless, ...]:
    """Those to which papers of these municipalities give this subject, the newest first, up to where it is named."""
    wanted = content_stems(" ".join(subject))
    having = (
        _up_to(one, wanted)
        for one in shared_work(library, places, careers)
        if not years or covers(one.passage.document, years)
    )
    return tuple([one for one in having if one][:_MOST])


def _up_to(one: Nameless, wanted: frozenset[str]) -> Nameless | None:
    """The office with its list as far as the first topic on the subject; None where it has none."""
    line = one.text.partition("\n")[0]
    if wanted & stems_and_parts(line):
        return replace(one, end=one.start + len(line), text=line)
    end = next((topic.end for topic in one.topics if wanted & stems_and_parts(topic.text)), None)
    return replace(one, end=end, text=one.text[: end - one.start]) if end else None


def _shared_work(library: Library, places: Sequence[str]) -> tuple[Nameless, ...]:
    """All of it, what stands in copies of a paper once."""
    within = {key for place in places for key in keys_of(place)}
    by_document: dict[int, list[PassageRow]] = defaultdict(list)
    for passage in library.passages(_naming_offices(library, places), with_themes=False):
        if name_key(passage.document.municipality or "") in within and _ON_A_LINE.search(passage.text):
            by_document[passage.document.id].append(passage)
    found = [one for id, passages in by_document.items() for one in _in_document(library.text(id), passages)]
    once = {(one.passage.document.municipality, one.text): one for one in sorted(found, key=_newness, reverse=True)}
    return tuple(sorted(once.values(), key=_newness))


def _naming_offices(library: Library, places: Sequence[str]) -> list[int]:
    """The passages of these municipalities that name such an office."""
    stems = [stem for word in _OFFICES for stem in content_stems(word)]
    having = np.unique(np.concatenate([library.words.holding("stems", [stem]) for stem in stems]))
    own: list[int] = np.intersect1d(having, library.passage_ids(Filters(municipalities=tuple(places)))).tolist()
    return own


def _in_document(text: str, passages: Sequence[PassageRow]) -> Iterator[Nameless]:
    """A list is read through headings within it, so the heading of all its offices is that of the first."""
    heading: tuple[str, ...] | None = None
    for found in unnamed_offices(text):
        passage = next((one for one in passages if one.start <= found.start < one.end), None)
        if passage:
            heading = passage.heading_path if heading is None else heading
            yield _nameless(text, found, replace(passage, heading_path=heading))


def _nameless(text: str, found: Unnamed, passage: PassageRow) -> Nameless:
    return Nameless(passage, found.start, found.end, text[found.start : found.end], found.office, found.topics)


def _newness(one: Nameless) -> tuple[int, int, int]:
    when = moment(one.passage.document)
    return -(when.toordinal() if when else 0), one.passage.document.id, one.start
