"""Whether a later sentence can be of the same matter as a promise at all: not of another project, place or region."""

import re
from collections.abc import Iterable

from index.language.matter import likeness
from index.language.proper_names import names, spelling
from index.language.wordlists import pairs
from index.store.rows import FactRow, PassageRow

_NUMBERING = re.compile(r"^[\W\d]*(?:[a-z]\.)?[\d.]*\s*")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def of_another(row: FactRow, said: str, passage: PassageRow, text: str) -> bool:
    """Whether a sentence of a passage is of another matter than a promise, for what both name, or for whom they are.

    Args:
        said: the words of the promise with those that it leans on.
    """
    own, theirs = f"{said}\n{_last(row.heading_path)}", f"{text}\n{_last(passage.heading_path)}"
    places = row.document.identity.municipalities
    one, other = _names(own, places), _names(theirs, places)
    around = frozenset(map(spelling, _WORD.findall("\n".join([theirs, *passage.heading_path, passage.document.title]))))
    is_elsewhere = bool(one and other) and not any(likeness(name, around) for name in one)
    return is_elsewhere or _is_for_others(said, text)


def _last(heading_path: tuple[str, ...]) -> str:
    return _NUMBERING.sub("", heading_path[-1]) if heading_path else ""


def _names(text: str, places: Iterable[str]) -> frozenset[str]:
    """The words of the names of projects, places and plans in a text, as they sound; not that of the municipality."""
    own = {spelling(word) for place in places for word in _WORD.findall(place)}
    return frozenset(way for name in names(text) for word in name.words for way in word if word.isdisjoint(own))


def _is_for_others(one: str, other: str) -> bool:
    """Whether both say for whom they are, and neither for whom the other is: the region, or the municipality."""
    own, theirs = _reach(one), _reach(other)
    return bool(own and theirs) and own.isdisjoint(theirs)


def _reach(text: str) -> frozenset[str]:
    return frozenset(whom for pattern, whom in pairs("reikwijdte.tsv") if re.search(pattern, text, re.IGNORECASE))
