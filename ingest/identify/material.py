"""What identification looks at: the text, and the places in it and beside it that say what a document is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from ingest.lexicon import read_rows
from ingest.model import Evidence, EvidenceSource, Section

#: A document says what it is on its first pages: a cover, colofon, table of contents and preface fit in this.
OPENING = 6_000
#: How far the cover or the head of a letter reaches; what stands there outranks what comes after.
HEAD = 1_500
#: The longest line that can be a title; real ones stay under 150, a paragraph is longer.
TITLE_LENGTH = 160

#: A long line further on is the first paragraph of a letter, which names other papers.
_EXTRACT_STARTS = 250
#: How much of a long line may be the document's own name.
_START_LENGTH = 110
_VERB_OR_STOP = re.compile(
    r"[.!?;] [A-Z“‘]|,,|\b(?:is|ben|bent|zijn|was|waren|heb|heeft|hebben|hadden|had|wordt|worden|werd|werden|gaat|gaan"
    r"|wil|willen|kan|kunnen|moet|moeten|zal|zullen|staat|staan|komt|komen|ligt|liggen|bieden|biedt|geeft|geven|vraagt"
    r"|stelt|stellen|zegt|vind|vindt|vinden|ik|wij|we|dat)\b",
    re.IGNORECASE,
)
#: The numbers of a page, printed and counted, that a site leaves at the start of its text.
_PAGE_NUMBERS = re.compile(r"(?:\d{1,3} ){1,2}")
#: "In het Integraal veiligheidsplan zijn ..." tells of another paper, where no title stands above it.
_OF_ANOTHER = re.compile(r"(?:in|op|volgens|bij|uit|sinds|tijdens|vanuit) (?:het|de|ons|onze)\b", re.IGNORECASE)
_EXTENSION = re.compile(r"\.[A-Za-z0-9]{2,4}$")
_LINE = re.compile(r"[^\n]+")
_CONTENTS = re.compile(r"(?:\.\s?){4,}|…{2,}|\t\d{1,3}$")
_PAGE = re.compile(r"\s\d{1,3}$")
_YEAR_OR_AMOUNT = re.compile(r"\b(?:20\d\d|-?\d{1,3}(?:\.\d{3})+)\b")
_BETWEEN_WORDS = re.compile(r"(?<=[a-z])(?=20\d\d)|(?<=\d[a-z])(?=[a-z]{4})|(?<=20\d\d)(?=[a-z])", re.IGNORECASE)
_YEAR_RANGE = re.compile(r"20\d\d ?[-–] ?20\d\d")
_HEX = re.compile(r"\b(?=[0-9a-f]*\d)[0-9a-f]{8,}\b")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A title, heading, file name or running header; `start` is its place in the text, where it is from the text."""

    text: str
    source: EvidenceSource
    start: int | None = None
    rank: int = 0

    def evidence(self, start: int, end: int) -> Evidence:
        """The words text[start:end] of this phrase as evidence."""
        place = None if self.start is None else self.start + start
        return Evidence(self.source, self.text[start:end], place)


@dataclass(frozen=True)
class Material:
    """All that is known of a document before it is identified.

    Attributes:
        title: what the file says its title is (PDF metadata, <title>), which may be wrong.
        given: what a person said of the document in a sidecar file, by field.
        stated: what the file says of itself otherwise (<meta>, PDF metadata), by lower-case name.
    """

    text: str
    file: str
    title: str | None
    url: str | None
    furniture: tuple[str, ...]
    sections: Sequence[Section]
    given: Mapping[str, str]
    stated: Mapping[str, str]

    @cached_property
    def opening(self) -> str:
        """The first pages."""
        return self.text[:OPENING]

    @cached_property
    def name(self) -> str:
        """The file name as words: no extension, no underscores, no hashes."""
        words = re.sub(r"[_+%]|(?<=\D)-|-(?=\D)", " ", _EXTENSION.sub("", self.file))
        return _HEX.sub("", words).strip()

    @cached_property
    def address(self) -> tuple[str, ...]:
        """The pieces of the web address as words, the host's last: "urmelo2018.2eberap.nl" has "2e berap"."""
        host, _, path = ((self.url or "").partition("://")[2] or self.url or "").partition("/")
        pieces = [*re.split(r"[/?&=#]", path), *host.split(".")]
        words = (_BETWEEN_WORDS.sub(" ", re.sub(r"(?<=\D)-+|-+(?=\D)", " ", piece)).strip() for piece in pieces)
        return tuple(filter(None, words))

    @cached_property
    def lines(self) -> tuple[Phrase, ...]:
        """The short lines of the head, in order, that could be a title; no lines of a table of contents."""
        own = [line for line in _LINE.finditer(self.text, 0, OPENING) if not self._is_boilerplate(line.start())]
        short = [
            Phrase(words, "text", line.start() + line.group().index(words), rank)
            for rank, line in enumerate(own)
            if (words := line.group().strip()) and len(words) <= TITLE_LENGTH
        ]
        pages = _contents(short)
        return tuple(line for line in short if line.start not in pages and not _tells_nothing(line.text))

    @cached_property
    def starts(self) -> tuple[Phrase, ...]:
        """How the first long line starts, up to its first verb: one line may hold a whole extract."""
        top = self._below_viewer
        for line in _LINE.finditer(self.text, top, top + _EXTRACT_STARTS):
            if len(line.group()) > TITLE_LENGTH:
                numbers = _PAGE_NUMBERS.match(self.text, line.start())
                start = numbers.end() if numbers else line.start()
                name = self.text[start : _end_of_name(line)]
                return () if _OF_ANOTHER.match(name) and not self.lines else (Phrase(name, "text", start),)
        return ()

    @cached_property
    def _below_viewer(self) -> int:
        """Where the paper itself starts below what a site prints above it."""
        printed = [line for line in _LINE.finditer(self.text, 0, HEAD) if says("viewer", line.group().strip())]
        return printed[-1].end() if printed else 0

    def _is_boilerplate(self, place: int) -> bool:
        outside = (section for section in self.sections if section.layer in ("boilerplate", "contents"))
        return any(section.start <= place < section.end for section in outside)

    @cached_property
    def headings(self) -> tuple[Phrase, ...]:
        """The headings of the first and second level, in order."""
        own = [section for section in self.sections if section.level <= 2 and section.layer == "body"]
        return tuple(
            Phrase(self.text[section.start : section.heading_end], "text", section.start, rank)
            for rank, section in enumerate(own)
        )

    @cached_property
    def running(self) -> tuple[Phrase, ...]:
        """The running headers and footers; they are no part of the text."""
        return tuple(Phrase(line, "metadata", None, rank) for rank, line in enumerate(self.furniture))


def _end_of_name(line: re.Match[str]) -> int:
    verb = _VERB_OR_STOP.search(line.group(), 0, _START_LENGTH)
    return line.start() + (verb.start() if verb else _START_LENGTH)


def says(kind: str, line: str) -> bool:
    """Whether a line is of a kind in `no_title.tsv`: a label, a field, a bare word, a name that a program made up."""
    return _no_title(kind).search(line) is not None


@cache
def _no_title(kind: str) -> re.Pattern[str]:
    patterns = [row["pattern"] for row in read_rows("no_title.tsv") if row["kind"] == kind]
    return re.compile("|".join(patterns), re.IGNORECASE)


def _contents(lines: Sequence[Phrase]) -> set[int | None]:
    """Where lines start that end in a page number, as their neighbour does; a "Motie 12" on its own is a title."""
    pairs = [pair for pair in pairwise(lines) if all(_PAGE.search(line.text) for line in pair)]
    return {line.start for pair in pairs for line in pair}


def _tells_nothing(line: str) -> bool:
    """Whether a line is of a table of contents or of figures, or of the site that shows the paper."""
    return _CONTENTS.search(line) is not None or _looks_like_row(line) or says("viewer", line)


def _looks_like_row(line: str) -> bool:
    """Whether a line is a row or head of a table of years and amounts."""
    return len(_YEAR_OR_AMOUNT.findall(_YEAR_RANGE.sub("", line))) > 2


def text_evidence(text: str, start: int, end: int) -> Evidence:
    """The words within text[start:end] as evidence, quoted exactly, without the space around them."""
    quote = text[start:end].strip()
    return Evidence("text", quote, text.index(quote, start))
