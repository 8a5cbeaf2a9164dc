"""Whether a later sentence can be of the same matter as a promise at all: not of another project, place or region."""

import re
from functools import cache

from index.language.analysis import tokens
from index.language.matter import likeness
from index.language.wordlists import entries, pairs
from index.store.rows import FactRow, PassageRow

_NUMBERING = re.compile(r"^[\W\d]*(?:[a-z]\.)?[\d.]*\s*")
_NAME = re.compile(r"(?<=[^\W\d_,;)] )(?<![.!?:] )[A-Z][^\W\d_]+(?:-[A-Z]?[^\W\d_]+)*(?![^\W\d_])")
_SITE = re.compile(
    r"\b[A-Z][^\W\d_]{2,}(?:straat|weg|laan|plein|kade|dijk|singel|gracht|dreef|hof|park|school|polder|brug|kazerne)\b"
)


def of_another(row: FactRow, said: str, passage: PassageRow, text: str) -> bool:
    """Whether a sentence of a passage is of another matter than a promise, for what both name, or for whom they are.

    Args:
        said: the words of the promise with those that it leans on.
    """
    place = " ".join(row.document.identity.municipalities)
    own, theirs = f"{said}\n{_last(row.heading_path)}", f"{text}\n{_last(passage.heading_path)}"
    one, other = _names(own, place), _names(theirs, place)
    around = frozenset(_stems("\n".join([theirs, *passage.heading_path, passage.document.title])))
    is_elsewhere = bool(one and other) and not any(likeness(name, around) for name in one)
    return is_elsewhere or _is_for_others(said, text)


def _last(heading_path: tuple[str, ...]) -> str:
    return _NUMBERING.sub("", heading_path[-1]) if heading_path else ""


def _names(text: str, municipality: str) -> frozenset[str]:
    """The stems of the names of projects, places and plans: words with a capital within a sentence, and streets."""
    found = {match.group() for pattern in (_NAME, _SITE) for match in pattern.finditer(text)}
    return frozenset(_stems(" ".join(found))) - frozenset(_stems(municipality)) - _no_names()


def _stems(text: str) -> list[str]:
    return [stem for token in tokens(text) for stem in (token.stem, *token.parts)]


@cache
def _no_names() -> frozenset[str]:
    return frozenset(_stems(" ".join(entries("geen_namen.txt"))))


def _is_for_others(one: str, other: str) -> bool:
    """Whether both say for whom they are, and neither for whom the other is: the region, or the municipality."""
    own, theirs = _reach(one), _reach(other)
    return bool(own and theirs) and own.isdisjoint(theirs)


def _reach(text: str) -> frozenset[str]:
    return frozenset(whom for pattern, whom in pairs("reikwijdte.tsv") if re.search(pattern, text, re.IGNORECASE))
