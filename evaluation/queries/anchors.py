"""Where an answer stands, found again in whatever text was extracted.

An anchor is written as people read it, so it is looked for by its letters and digits alone: line breaks, hyphens,
the bars of a table and typographic quotes may differ between extractions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.library import Library
from ingest.model import Page


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage of a document, either by its words or by its place.

    Attributes:
        words: the sentence, or of a document that is not ours its first words; empty where `place` is given.
        place: start and end (exclusive) in a text file.
        page: the page to look on, from 1.
    """

    file: str
    words: str = ""
    place: tuple[int, int] | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a document's text, end exclusive."""

    file: str
    start: int
    end: int

    def covered_by(self, other: "Span") -> bool:
        """Whether the other has at least half of this."""
        overlap = min(self.end, other.end) - max(self.start, other.start)
        return self.file == other.file and overlap >= 0.5 * (self.end - self.start)


class Text:
    """A document's text with its pages, in which anchors are looked for."""

    def __init__(self, file: str, text: str, pages: Sequence[Page] = ()) -> None:
        self.file = file
        self._pages = {page.number: (page.start, page.end) for page in pages}
        self._length = len(text)
        self._places = [place for place, letter in enumerate(text) if letter.isalnum()]
        self._letters = "".join(_letter(text[place]) for place in self._places)

    def spans(self, anchor: Anchor) -> list[Span]:
        """Everywhere that the anchor stands; empty where it is not found."""
        if anchor.place:
            return [Span(self.file, *anchor.place)] if anchor.place[1] <= self._length else []
        sought = "".join(_letter(letter) for letter in anchor.words if letter.isalnum())
        first, last = self._pages.get(anchor.page, (0, self._length)) if anchor.page else (0, self._length)
        found = (self._span(start, len(sought)) for start in _all_places(self._letters, sought))
        return [span for span in found if first <= span.start < last]

    def _span(self, start: int, length: int) -> Span:
        return Span(self.file, self._places[start], self._places[start + length - 1] + 1)


def _letter(letter: str) -> str:
    """In lower case, where that is one character too."""
    small = letter.lower()
    return small if len(small) == 1 else letter


def _all_places(text: str, sought: str) -> list[int]:
    places: list[int] = []
    start = text.find(sought) if sought else -1
    while start >= 0:
        places.append(start)
        start = text.find(sought, start + 1)
    return places


def texts_of(library: Library) -> dict[str, Text]:
    """By base name, every document that was read."""
    rows = [row for row in library.documents() if row.status != "failed"]
    return {row.file: Text(row.file, library.text(row.id), library.pages(row.id)) for row in rows}


def resolve(anchor: Anchor, texts: Mapping[str, Text]) -> Span:
    """The first place of the anchor.

    Raises:
        LookupError: the document is absent, or the anchor is not in it.
    """
    text = texts.get(anchor.file)
    spans = text.spans(anchor) if text else []
    if not spans:
        raise LookupError(f"{Path(anchor.file).name}: {anchor.words or anchor.place} was not found")
    return spans[0]
