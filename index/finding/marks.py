"""What in a passage matched the question: the words to mark, and why the passage came."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.finding.terms import IN_COMPOUND, Form, Kind, Word
from index.language.analysis import says_something, spans, stems_of
from index.query import Query

STRONG_MARGIN = 1.5
"""A passage whose margin is above this is said to resemble the question; half of what answers does."""
_MANY = 6
_SAID: Mapping[Kind, str] = {
    "parts": "deel",
    "synonym": "verwant",
    "name": "voluit",
    "short": "afgekort",
    "corrected": "bedoeld",
}
_IN_COMPOUND = "in"


@dataclass(frozen=True, slots=True)
class Match:
    """How a word of the question stands in a text, where it does best.

    Attributes:
        written: the word of the text.
        within: whether it is a part of that word.
    """

    form: Form
    written: str
    within: bool = False

    @property
    def weight(self) -> float:
        """1 for the word itself."""
        return self.form.weight * (IN_COMPOUND if self.within else 1.0)

    @property
    def reason(self) -> str:
        """In Dutch, what the written word is to the one that was asked; empty for itself."""
        if self.within and self.form.kind in {"itself", "corrected"}:
            return f"{_IN_COMPOUND} {self.written}"
        said = _SAID.get(self.form.kind)
        return f"{said}: {self.written}" if said else ""


@dataclass(frozen=True, slots=True)
class Marks:
    """Spans within the passage's text, in order, and how the words of the question, by their number, stand there."""

    spans: tuple[tuple[int, int], ...]
    matched: Mapping[int, Match]


def marks(text: str, words: Sequence[Word]) -> Marks:
    """The words of a text that match, also as another form, within a compound, or as a synonym.

    A synonym of several words is marked where all of them are there, and so are the parts of a compound.
    """
    wanted = {stem for word in words for form in word.forms for stem in form.stems}
    meant = [span for span in spans(text) if not wanted.isdisjoint(stems_of(span[2])) and says_something(span[2])]
    there = {stem for _, _, written in meant for stem in stems_of(written)}
    sought = _sought(words, there)
    marked: list[tuple[int, int]] = []
    best: dict[int, Match] = {}
    for start, end, written in meant:
        found = list(_matches(text[start:end], stems_of(written), sought))
        for number, match in found:
            if number not in best or match.weight > best[number].weight:
                best[number] = match
        if found and (not marked or start >= marked[-1][1]):
            marked.append((start, end))
    return Marks(tuple(marked), best)


def _sought(words: Sequence[Word], there: set[str]) -> dict[str, list[tuple[int, Form]]]:
    """By stem the forms that it is of, each with the number of its word; those whose stems aren't all there are not."""
    sought: dict[str, list[tuple[int, Form]]] = {}
    for number, word in enumerate(words):
        for form in word.forms:
            if there.issuperset(form.stems):
                for stem in form.stems:
                    sought.setdefault(stem, []).append((number, form))
    return sought


def _matches(
    written: str, stems: Sequence[str], sought: Mapping[str, Sequence[tuple[int, Form]]]
) -> Iterator[tuple[int, Match]]:
    for place, stem in enumerate(stems):
        for number, form in sought.get(stem, ()):
            yield number, Match(form, written, within=place > 0)


def reasons(query: Query, found: Marks, margin: float, liked: Sequence[str]) -> tuple[str, ...]:
    """Why a passage came, in Dutch: the words, the meaning, and what it has of what the question prefers."""
    words = [_said(query, number, match) for number, match in sorted(found.matched.items())]
    said = []
    if words:
        said.append(f"woorden: {', '.join(words[:_MANY])}")
    if margin >= STRONG_MARGIN:
        said.append("betekenis lijkt op de vraag")
    return (*said, *liked)


def _said(query: Query, number: int, match: Match) -> str:
    """The word as it was asked, and by which other word it matched."""
    word = query.words[number]
    asked = query.text[word.start : word.end]
    return f"{asked} ({match.reason})" if match.reason else asked
