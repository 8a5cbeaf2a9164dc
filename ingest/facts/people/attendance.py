"""Those present in one run without marks: "Aanwezig: mevrouw K. Baas griffier de heer J. Tuin".

There the office is of the name before it, also behind a comma where nobody follows the last office; read as a sentence
it would be of the name behind. Names in a column and their offices in the next are paired in order.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ingest.facts.people.label_rows import groups_of_names
from ingest.facts.people.name_lists import name_ending_at
from ingest.facts.people.names import name_at
from ingest.facts.people.office_words import Office
from ingest.facts.people.offices import Holding
from ingest.lexicon import read_words

IN_RUN = 0.75

_OPENS = re.compile(r"\b(?:aan|af)wezig(?:en)?\b(?:[ \u00a0]?:)?[ \u00a0]*", re.IGNORECASE)
_FEWEST = 2
"""Names in a column: of one name with one office before or behind it the rules for sentences judge."""
_GAP = re.compile(r",?[ \u00a0]\Z")
_SMALL_WORD = re.compile(r"(?<![\w.])[a-zà-ÿ]{2,}(?![\w.])")
_BETWEEN = frozenset({"de", "het", "en", "als", "namens", "college", "dames", "heren", "voorzitter", "tevens", "raad"})


def in_runs(text: str, offices: Sequence[Office]) -> dict[int, Holding]:
    """The holders named right before an office in such runs, by where the office starts."""
    return {
        office.start: holding
        for opening in _OPENS.finditer(text)
        for office, holding in _in_run(text, opening.end(), offices)
    }


def _in_run(text: str, begin: int, offices: Sequence[Office]) -> Iterator[tuple[Office, Holding]]:
    end = text.find("\n", begin)
    within = [office for office in offices if begin <= office.start and (end < 0 or office.end <= end)]
    columns = _in_columns(text, begin, within)
    if columns:
        yield from columns
        return
    may_have_comma = bool(within) and not _is_followed(text, within[-1])
    at = begin
    for office in within:
        is_label = text[office.end : office.end + 2].lstrip().startswith(":")
        if is_label or not _names_only(text[at : office.start]) or not text[begin : office.start].strip(" \u00a0:"):
            return
        at = office.end
        gap = _GAP.search(text, begin, office.start)
        name = name_ending_at(text, gap.start()) if gap and (may_have_comma or "," not in gap.group()) else None
        if name and name.start >= begin and (name.titled or name.has_initials_only):
            yield office, Holding(name, office.role, office.rank, IN_RUN)


def _is_followed(text: str, office: Office) -> bool:
    """Whether a name stands behind the last office of a run: then a comma before an office opens the next person."""
    name = name_at(text, office.end + 1)
    return name is not None and (name.titled or bool(name.given))


def _in_columns(text: str, begin: int, offices: Sequence[Office]) -> list[tuple[Office, Holding]]:
    """As many names, then as many offices: two columns that were read one after the other."""
    row = list(offices[:1])
    for office in offices[1:]:
        if text[row[-1].end : office.start].strip():
            break
        row.append(office)
    names = [name for group in groups_of_names(text, begin) for name in group]
    if len(row) < _FEWEST or len(names) != len(row) or text[names[-1].end : row[0].start].strip():
        return []
    return [(office, Holding(name, office.role, office.rank, IN_RUN)) for office, name in zip(row, names, strict=True)]


def _names_only(words: str) -> bool:
    """Whether nothing stands there but names, and what names and seats are made of: no verb."""
    return all(word.group() in _parts_of_names() for word in _SMALL_WORD.finditer(words))


@cache
def _parts_of_names() -> frozenset[str]:
    listed = (*read_words("titles.txt"), *read_words("tussenvoegsels.txt"), *read_words("not_offices.txt"))
    return _BETWEEN | {word for entry in listed for word in entry.lower().split()}
