"""Who speaks where in a transcript, and whether that is somebody of the college.

A speaker stands before a colon ("Wethouder De Wit: ..."), on a line alone, or behind the time in a list of
fragments ("00:12:31 - 00:14:02 - Anna de Wit").
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ingest.fact_types import Official
from ingest.facts.people.names import prefix_pattern

Side = Literal["college", "chair", "other"]

_PARTICLES = prefix_pattern()
_SURNAME = rf"(?:(?:{_PARTICLES}) ){{0,3}}[A-ZÀ-Þ][\w’'-]+(?: ?- ?[A-ZÀ-Þ][\w’'-]+)?"
_FULL = rf"(?:[A-ZÀ-Þ]\.){{1,4}} ?(?:\([A-ZÀ-Þ][\w -]+\) )?{_SURNAME}|[A-ZÀ-Þ][\w’'-]+ {_SURNAME}(?: [A-ZÀ-Þ][\w’'-]+)?"
_OFFICES: tuple[tuple[Side, str], ...] = (
    ("chair", r"voorzitter|plaatsvervangend voorzitter"),
    ("college", r"(?:loco-?)?burgemeester|wethouder|portefeuillehouder"),
    (
        "other",
        r"heer|mevrouw|dhr\.?|mw\.?|mevr\.?|meneer|(?:burger|steun)?raadslid|commissielid|inspreker|inspreekster"
        r"|griffier|fractievoorzitter|gemeentesecretaris|secretaris",
    ),
)
_SIDES: dict[str, Side] = {"wethouder": "college", "portefeuillehouder": "college", "burgemeester": "chair"}
"""Of an official whose label doesn't give the office: a mayor then presides."""
_OFFICE = "|".join(f"(?P<{side}>{words})" for side, words in _OFFICES)
_IN_BRACKETS = r"(?: \((?P<of>[^()\n]{2,40})\))?"
_GIVEN = re.compile(r"(?:[A-ZÀ-Þ]\.)+ ?\(([^()]+)\) ")
_TIME = r"\[?\d{1,2}:\d\d(?::\d\d)?\]?"
_TIMES = rf"(?P<times>{_TIME}(?: ?[-–] ?{_TIME})? ?[-–]? ?)?"
_GROUP = r"(?:(?P<group>[A-Z][\w/&-]{1,25}(?: [\w/&-]{1,15}){0,2}) - )?"
"""A speaker's party, as "VVD - A. (Anna) de Wit"."""
_LABEL = (
    rf"(?:(?:[Dd]e )?(?:(?i:{_OFFICE}))(?:(?: -)? (?P<name>{_FULL}|{_SURNAME}))?|{_GROUP}(?P<bare>{_FULL}))"
    rf"{_IN_BRACKETS}"
)
_LINE = re.compile(rf"[ \t]*(?:[-•] )?{_TIMES}{_LABEL}[ \t]*(?P<mark>:(?=\s)|(?=\n|\Z))[ \t]*", re.MULTILINE)
_OF_COLLEGE = re.compile(r"\b(?:wethouder|burgemeester|portefeuillehouder)\b", re.IGNORECASE)
_GIVES_FLOOR = re.compile(r"\b(?:wethouder|portefeuillehouder|(?:naar|aan) het college)\b", re.IGNORECASE)
_AROUND_NAME = 90
_FEWEST_NAMES = 2
"""So many bare names on lines of their own at least, before one of them is a speaker: it may be a signature."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody says: `text[start:end]`, without the label.

    Attributes:
        name: in full where the document has it; "" where the label gives an office alone, None without a label.
        office: "wethouder" or "burgemeester", where the label or the document says so, else "".
        side: None where nothing tells.
        is_printed: the label itself gives the side or stands before a colon, so that the speaker is right there.
    """

    start: int
    end: int
    name: str | None
    office: str
    side: Side | None
    is_printed: bool

    @property
    def called(self) -> str | None:
        """The office and the name: "wethouder Anna de Wit"."""
        return f"{self.office} {self.name or ''}".strip() or None


def turns(text: str, officials: Sequence[Official]) -> list[Turn]:
    """The turns of a transcript in order, the first without a speaker if it opens so; one turn where none is marked."""
    labels = _labels(text)
    known = {_last_name(one.name): one for one in officials if one.role in _SIDES}
    begins = [0, *(label.end() for label in labels)]
    stops = [*(label.start() for label in labels), len(text)]
    found = [Turn(begins[0], stops[0], None, "", None, is_printed=False)]
    for label, begin, stop in zip(labels, begins[1:], stops[1:], strict=True):
        found.append(_turn(label, begin, stop, known))
    return _guessed(text, found, labels)


def _labels(text: str) -> list[re.Match[str]]:
    """The places where a speaker is named; a bare name needs a colon, a time, or others like it."""
    found = [match for line in _lines(text) if (match := _LINE.match(text, line))]
    alone = {match["bare"] for match in found if match["bare"] and not _is_sure(match)}
    many = len(alone) >= _FEWEST_NAMES and sum(bool(match["bare"]) for match in found) > _FEWEST_NAMES
    return [match for match in found if _is_sure(match) or (many and not match["of"])]


def _lines(text: str) -> Iterable[int]:
    return (match.start() for match in re.finditer(r"^(?=\S)|^(?=[ \t]+\S)", text, re.MULTILINE))


def _is_sure(match: re.Match[str]) -> bool:
    if match["bare"]:
        return bool(match["mark"] or match["times"] or match["group"])
    # "Wethouder" alone on a line is the head of a list.
    return bool(match["mark"] or match["times"] or match["name"] or match["chair"])


def _turn(label: re.Match[str], begin: int, stop: int, known: dict[str, Official]) -> Turn:
    name = _in_full(_GIVEN.sub(r"\1 ", label["name"] or label["bare"] or ""))
    side = next((side for side, _ in _OFFICES if label[side]), "other" if label["group"] else None)
    is_printed = side is not None or bool(label["mark"])
    if label["of"]:
        side = "college" if _OF_COLLEGE.search(label["of"]) else "other"
    office = (label["college"] or "").lower()
    official = known.get(_last_name(name)) if name else None
    if official and (side == "college" or (side in (None, "other") and not label["of"])):
        side = side if side == "college" else _SIDES[official.role]
        name, office = official.name, office or official.role.replace("portefeuillehouder", "")
    return Turn(begin, stop, name, office, side, is_printed)


def _in_full(name: str) -> str:
    """The name as it is written elsewhere: "VAN DER BERG" is "Van der Berg"."""
    if not name.isupper() or "." in name:
        return name
    first, *rest = name.split()
    words = [word.lower() if re.fullmatch(_PARTICLES, word) else word.title() for word in rest]
    return " ".join([first.title(), *words])


def _last_name(name: str) -> str:
    return name.rpartition(" ")[2].casefold()


def _guessed(text: str, found: list[Turn], labels: list[re.Match[str]]) -> list[Turn]:
    """The same turns; who is given the floor as wethouder is of the college, who speaks most among the rest presides.

    Lines with a name can be a sentence off, so what stands just before and just after one counts alike.
    """
    if any(turn.side == "college" for turn in found):
        return found
    spoken: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for i, (label, turn) in enumerate(zip(labels, found[1:], strict=True)):
        if turn.side is None and turn.name:
            begin = max(found[i].start, label.start() - _AROUND_NAME)
            spoken[turn.name] += 1
            named[turn.name] += bool(_GIVES_FLOOR.search(text, begin, min(turn.end, turn.start + _AROUND_NAME)))
    chair = max(spoken, key=spoken.__getitem__, default="")
    college = {name for name, times in named.items() if name != chair and 2 * times >= spoken[name] and times > 1}
    if not college:
        return found
    return [
        turn if turn.side or not turn.name else replace(turn, side="college" if turn.name in college else "other")
        for turn in found
    ]
