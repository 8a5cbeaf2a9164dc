"""Headings inside a line: a web page that was saved as one line has them between its sentences.

"... op straat. Digitale veiligheid Steeds meer inwoners ...": a few words with a capital, before a word that opens a
sentence, are taken for a heading only where what they say comes back elsewhere in the text.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ingest.layout import Line
from ingest.lexicon import read_lines

LONGEST_LINE_READ = 200_000
"""A line beyond this is no web page; looking for headings in it takes time and finds nonsense."""

SHORTEST_LINE = 1_500
"""A paragraph of a text that has line breaks is seldom so long; a page on one line is."""

MOST_WORDS = 6
FEWEST_HEADINGS = 2
STEM = 6
"""Letters by which a word is looked for elsewhere, so that "criminele" finds "criminaliteit"."""

SHORTEST_CONTENT_WORD = 4
FEWEST_WORDS_AFTER = 4

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_GAP = re.compile(r",? |  ?& ")
_AFTER_SENTENCE = re.compile(r"[.!?][\"”’)]? +$")
_AFTER_DASH = re.compile(r" [-–•] +$")


def split_at_inline_headings(line: Line) -> list[Line]:
    """The line in parts, the headings in it lines of their own with the role "heading"; without any the line itself."""
    if line.offset is None or line.role is not None or not SHORTEST_LINE <= len(line.text) <= LONGEST_LINE_READ:
        return [line]
    spans = list(_headings(line.text))
    return list(_parts(line, spans)) if len(spans) >= FEWEST_HEADINGS else [line]


def _parts(line: Line, spans: Sequence[tuple[int, int]]) -> Iterator[Line]:
    place = 0
    for start, end in spans:
        yield from _part(line, place, start)
        yield from (part._replace(role="heading", level=1) for part in _part(line, start, end))
        place = end
    yield from _part(line, place, len(line.text))


def _part(line: Line, start: int, end: int) -> Iterator[Line]:
    text = line.text[start:end]
    if text.strip():
        begin = (line.offset or 0) + start + len(text) - len(text.lstrip())
        yield line._replace(text=text.strip(), offset=begin, starts_block=True)


def _headings(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the headings, in order."""
    words = list(_WORD.finditer(text))
    known = text.lower()
    for i, opener in enumerate(words):
        if not i or opener.group() not in _openers() or not _opens_sentence(text, words, i):
            continue
        first = _first_word(text, words, i)
        if first is None or words[first].group() in _openers():
            continue
        stems = [w.group().lower()[:STEM] for w in words[first:i] if len(w.group()) >= SHORTEST_CONTENT_WORD]
        if stems and all(known.count(stem) > 1 for stem in stems):
            yield words[first].start(), words[i - 1].end()


@cache
def _openers() -> frozenset[str]:
    return frozenset(read_lines("sentence_openers.txt"))


def _opens_sentence(text: str, words: Sequence[re.Match[str]], i: int) -> bool:
    """Whether a sentence of some words begins at word i, right after another word; names ("De Vries") don't."""
    if text[words[i - 1].end() : words[i].start()] != " ":
        return False
    after = words[i + 1 : i + 1 + FEWEST_WORDS_AFTER]
    if len(after) < FEWEST_WORDS_AFTER or after[0].group()[0].isupper():
        return False
    return not any(mark in text[words[i].end() : after[-1].start()] for mark in ".!?")


def _first_word(text: str, words: Sequence[re.Match[str]], i: int) -> int | None:
    """The index of the first word of the heading that ends before word i; None where no heading can begin.

    It begins after a sentence, or, after an item of a list with dashes, at the last capital.
    """
    capital: int | None = None
    for first in range(i - 1, max(-1, i - 1 - 2 * MOST_WORDS), -1):
        before = text[max(0, words[first].start() - 8) : words[first].start()]
        is_capital = words[first].group()[0].isupper()
        if first == 0 or _AFTER_SENTENCE.search(before):
            return first if is_capital and i - first <= MOST_WORDS else None
        if _AFTER_DASH.search(before):
            return capital
        if is_capital and capital is None:
            capital = first
        if not _GAP.fullmatch(text[words[first - 1].end() : words[first].start()]):
            return None
    return None
