"""Reads pages of a document by OCR within the time there is, and says of each how well that went."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.layout import Line
from ingest.read.garbage import STOP_WORD_SHARE, stop_word_share
from ingest.read.ocr import OcrFailed, Picture, Word, turns_needed, words_of
from ingest.read.ocr_lines import page_lines
from ingest.read.ocr_turns import line_turned_back, turned
from ingest.read.page_names import named

LEAST_QUALITY = 0.7
"""Of a page that is used as text. A page of prose and one with a table of thirteen columns were made worse in thirty
ways (coarse, blurred, noisy, askew, on their side): of those that came out above this 90 to 100 % of the words were
right, of those below at most 79 %."""

_LONG_WORD = 4
"""Letters of a word that is wider than high when upright."""

_LEAST_PROSE = 50
"""Words outside tables from which their stop words tell whether a page is Dutch; good pages have .3 and more."""

_IN_WORDS = {
    0.9: "goed gelezen met tekstherkenning (OCR); een enkel woord kan fout zijn",
    0.8: "redelijk gelezen met tekstherkenning (OCR); er staan leesfouten in",
    0.0: "matig gelezen met tekstherkenning (OCR); er staan veel leesfouten in, kijk in het stuk zelf",
}
"""What is said of a page that is used as text, by the least quality. Readers can do nothing with the figure."""

Render = Callable[[int], Picture]


@dataclass(frozen=True, slots=True)
class Recognised:
    """What OCR made of some pages.

    Attributes:
        lines: of the pages that came out well, by page.
        tried: pages of which `problems` tells what became.
        left: pages for which there was no time.
        problems: one Dutch sentence for each kind of outcome.
    """

    lines: dict[int, list[Line]] = field(default_factory=dict)
    tried: frozenset[int] = frozenset()
    left: tuple[int, ...] = ()
    problems: tuple[str, ...] = ()


def recognise(numbers: Iterable[int], render: Render, seconds: float, tables_before: int) -> Recognised:
    """Read these pages by OCR, in order, and start none after so many seconds.

    Args:
        render: draws a page; raises OcrFailed for one that can't be drawn.
        tables_before: the highest number of a table in the document so far.
    """
    started = time.monotonic()
    lines: dict[int, list[Line]] = {}
    good: dict[int, float] = {}
    poor: dict[int, float] = {}
    left, blank, failed = [], [], {}
    tables = tables_before
    for number in numbers:
        if time.monotonic() - started >= seconds:
            left.append(number)
            continue
        try:
            found, estimate = read_page(render(number), number, tables)
        except OcrFailed as error:
            failed[number] = str(error)
            continue
        if not found:
            blank.append(number)
        elif estimate < LEAST_QUALITY:
            poor[number] = estimate
        else:
            good[number], lines[number] = estimate, found
            tables = max((line.table or 0 for line in found), default=0) or tables
    tried = frozenset((*good, *poor, *blank, *failed, *left))
    return Recognised(lines, tried, tuple(left), tuple(_problems(good, poor, blank, failed, left)))


def read_page(picture: Picture, number: int, tables_before: int = 0) -> tuple[list[Line], float]:
    """The lines of a page, and the estimate of their quality; a page that lies on its side is set upright first.

    Raises:
        OcrFailed
    """
    words = words_of(picture)
    lines = page_lines(words, picture, number, tables_before)
    estimate = quality(words, lines)
    doubtful = bool(words) and (estimate < LEAST_QUALITY or _lie_on_side(words))
    turns = turns_needed(picture) if doubtful else 0
    if not turns:
        return lines, estimate
    upright = turned(picture, turns)
    words = words_of(upright)
    lines = page_lines(words, upright, number, tables_before)
    return [line_turned_back(line, picture, turns) for line in lines], quality(words, lines)


def _lie_on_side(words: Sequence[Word]) -> bool:
    """Whether most words are higher than wide: tesseract reads such a block, but in lines from top to bottom."""
    long = [word for word in words if len(word.text) >= _LONG_WORD]
    return 2 * sum(word.bottom - word.top > word.right - word.left for word in long) > len(long)


def quality(words: Sequence[Word], lines: Sequence[Line]) -> float:
    """How far a page can be trusted, from 0 to 1: tesseract's mean confidence over its letters, less where the
    text has not the stop words that Dutch has."""
    letters = sum(len(word.text) for word in words)
    confidence = sum(word.confidence * len(word.text) for word in words) / max(letters, 1) / 100
    share, count = stop_word_share(line.text for line in lines if not line.cells)
    return confidence if count < _LEAST_PROSE else confidence * min(share / STOP_WORD_SHARE, 1.0)


def _problems(
    good: dict[int, float], poor: dict[int, float], blank: list[int], failed: dict[int, str], left: list[int]
) -> Iterator[str]:
    for how, pages in _by_quality(good).items():
        yield f"{named(pages)}: een scan, {how}."
    if poor:
        yield f"{named(poor)}: een scan die te slecht leesbaar is; de tekst ervan ontbreekt."
    if blank:
        yield f"{named(blank)}: alleen een afbeelding, geen tekst."
    for number, reason in failed.items():
        yield f"{named([number])}: tekstherkenning (OCR) mislukt: {reason}."
    if left:
        yield f"{named(left)}: niet gelezen, want tekstherkenning (OCR) van dit bestand duurt te lang. Splits het."


def _by_quality(qualities: dict[int, float]) -> dict[str, list[int]]:
    """The pages by how well they could be read, in words, the best first."""
    found: dict[str, list[int]] = {words: [] for words in _IN_WORDS.values()}
    for page, value in qualities.items():
        found[next(words for least, words in _IN_WORDS.items() if value >= least)].append(page)
    return {words: pages for words, pages in found.items() if pages}
