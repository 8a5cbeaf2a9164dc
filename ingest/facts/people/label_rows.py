"""Labels in a row with their values in a row behind them: two columns of a page that were read one after the other.

"Voorzitter: Griffier: Wethouders: mw. N. Tazelaar dhr. E. Post dhr. B. Kraan en mw. C. de Wit": as many groups of
names as labels, in the same order. Where the counts differ nobody can tell whose office is whose.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.facts.people.name_lists import between_names
from ingest.facts.people.names import Name, name_at
from ingest.facts.people.office_words import Office
from ingest.facts.people.offices import Holding

IN_LABEL_ROW = 0.8

_LABEL = re.compile(r"(?<!\w)[A-ZÀ-Ý][a-zà-ÿ-]+(?:\(s\))?(?: [a-zà-ÿ]+){0,3}[ \u00a0]?:\s+")
_OF_MANY = re.compile(r"(?:leden|wethouders|aanwezigen)[ \u00a0]?:\s+\Z", re.IGNORECASE)
"""The last label of a row to which all the names belong that are left."""
_SPACE = re.compile(r"\s*")


def in_label_rows(text: str, offices: Sequence[Office]) -> dict[int, Holding | None]:
    """What such rows of labels say of the names, by where each starts; None where the label is no office."""
    by_start = {office.start: office for office in offices}
    found: dict[int, Holding | None] = {}
    for labels in _rows(text):
        groups = groups_of_names(text, labels[-1].end())
        if _OF_MANY.search(labels[-1].group()):
            groups = _with_rest(groups, len(labels))
        if len(groups) != len(labels):
            continue
        for label, names in zip(labels, groups, strict=True):
            office = by_start.get(label.start())
            is_whole = office and not text[office.end : label.end()].strip(" \u00a0\r\n:")
            for name in names:
                holding = Holding(name, office.role, office.rank, IN_LABEL_ROW) if office and is_whole else None
                found[name.start] = holding
    return found


def _with_rest(groups: list[list[Name]], many: int) -> list[list[Name]]:
    """So many groups at most, the last with all the names that are left."""
    rest = [name for group in groups[many - 1 :] for name in group]
    return [*groups[: many - 1], rest] if rest else groups


def _rows(text: str) -> Iterator[list[re.Match[str]]]:
    """Labels right behind one another, two or more."""
    row: list[re.Match[str]] = []
    for label in _LABEL.finditer(text):
        if row and row[-1].end() != label.start():
            if len(row) > 1:
                yield row
            row = []
        row.append(label)
    if len(row) > 1:
        yield row


def groups_of_names(text: str, start: int) -> list[list[Name]]:
    """The names from `start` on that surely are names; a new group begins where no comma or "en" joins them."""
    groups: list[list[Name]] = []
    at, joined = start, False
    while (name := name_at(text, at)) and (name.titled or name.has_initials_only):
        if joined:
            groups[-1].append(name)
        else:
            groups.append([name])
        between = between_names().match(text, name.end)
        end = between.end() if between else name.end
        joined = bool(between and between["joint"] and between["joint"].strip(" \u00a0.\r\n"))
        space = _SPACE.match(text, end)
        at = space.end() if space else end
    return groups
