"""Offices that a paper gives a subject without a name: "Wethouder Sport en Wonen", where a new college shares work."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.finding.preferences import covers
from index.finding.topics import content_stems, stems_and_parts
from index.language.fold import name_key
from index.language.place_names import keys_of
from index.library import Library
from index.store.moments import moment
from index.store.rows import PassageRow

_OFFICES = ("wethouder", "burgemeester", "portefeuillehouder")
_MOST = 3
_WORD = r"(?:[A-Z][\w’'-]*|en|voor|van|&)"
_OFFICE = re.compile(rf"[•*–-]?\s*(?i:{'|'.join(_OFFICES)})[:,]?(?: {_WORD},?){{1,10}}")
_LONGEST = 80
"""Characters of a line that names a topic: what is longer is running text."""


@dataclass(frozen=True, slots=True)
class Nameless:
    """An office with the subject, in the words of a paper: from its line to the one that has the subject."""

    passage: PassageRow
    start: int
    end: int
    text: str


def nameless_offices(
    library: Library, subject: Sequence[str], places: Sequence[str], years: Sequence[int]
) -> tuple[Nameless, ...]:
    """Those that papers of these municipalities give this subject, the newest first."""
    wanted = content_stems(" ".join(subject))
    offices = {int(number) for word in _OFFICES for stem in content_stems(word) for number in _having(library, stem)}
    having = {int(number) for stem in wanted for number in _having(library, stem)}
    within = {key for place in places for key in keys_of(place)}
    found = [
        one
        for passage in library.passages(sorted(offices & having), with_themes=False)
        if name_key(passage.document.municipality or "") in within and (not years or covers(passage.document, years))
        for one in _in_passage(passage, wanted)
    ]
    return tuple(sorted(found, key=_newness)[:_MOST])


def _having(library: Library, stem: str) -> list[int]:
    return list(library.words.holding("stems", [stem]).tolist())


def _in_passage(passage: PassageRow, wanted: frozenset[str]) -> Iterator[Nameless]:
    """Of each office its first line that has the subject: its own, or one of the short lines below it."""
    begin: int | None = None
    at = 0
    for line in passage.text.split("\n"):
        if _names_office(line):
            begin = at
        elif len(line) > _LONGEST:
            begin = None
        if begin is not None and wanted & stems_and_parts(line):
            end = at + len(line)
            yield Nameless(passage, passage.start + begin, passage.start + end, passage.text[begin:end])
            begin = None
        at += len(line) + 1


def _names_office(line: str) -> bool:
    return len(line) <= _LONGEST and bool(_OFFICE.fullmatch(line.strip()))


def _newness(one: Nameless) -> tuple[int, int]:
    when = moment(one.passage.document)
    return -(when.toordinal() if when else 0), one.passage.id
