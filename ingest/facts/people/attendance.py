"""Those present in one run without marks: "Aanwezig: mevrouw K. Baas griffier de heer J. Tuin".

There the office is of the name before it; read as a sentence it would be of the name behind.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ingest.facts.people.name_lists import name_ending_at
from ingest.facts.people.office_words import Office
from ingest.facts.people.offices import Holding
from ingest.lexicon import read_words

IN_RUN = 0.75

_OPENS = re.compile(r"\b(?:aan|af)wezig(?:en)?\b", re.IGNORECASE)
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
    at = begin
    for office in within:
        is_label = text[office.end : office.end + 2].lstrip().startswith(":")
        if is_label or not _names_only(text[at : office.start]) or not text[begin : office.start].strip(" \u00a0:"):
            return
        at = office.end
        name = name_ending_at(text, office.start - 1) if text[office.start - 1] in " \u00a0" else None
        if name and name.start >= begin and (name.titled or name.has_initials_only):
            yield office, Holding(name, office.role, office.rank, IN_RUN)


def _names_only(words: str) -> bool:
    """Whether nothing stands there but names, and what names and seats are made of: no verb."""
    return all(word.group() in _parts_of_names() for word in _SMALL_WORD.finditer(words))


@cache
def _parts_of_names() -> frozenset[str]:
    listed = (*read_words("titles.txt"), *read_words("tussenvoegsels.txt"), *read_words("not_offices.txt"))
    return _BETWEEN | {word for entry in listed for word in entry.lower().split()}
