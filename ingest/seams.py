"""Seams: places where a sentence was broken off by the text of another column.

A text layer that was taken across the columns of a page reads "het groen langs de Er komt een plan voor" : every word
is the document's, and no sentence. The text stays as it is, but nobody wrote what seems to stand there.

Measured on 67 documents: of the sentences of the one that was taken across its columns 22 % have a sure sign of it, of
those of the others at most 2 % and never more than 16 (in speech that was written down by machine). Of twelve others
laid in two columns of 42 characters and read across, all those of a hundred sentences or more are noticed.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Protocol

from ingest.dutch import Span, sentence_spans
from ingest.lexicon import read_words

FEWEST = 5
LEAST = 0.04
"""Sentences with a sure sign, by number and as a share, from which a document counts as taken across its columns."""

_NEAR = 1000
"""Characters from a sure sign within which other sentences are no one's either: half a page. Columns run through each
other line after line, and most sentences of such a page have no sign of their own."""

_SHORTEST = 25
"""Characters of what is counted as a sentence; a title or a label is shorter."""

_HANGING = r"(?:en|of|tot|als|dan|respectievelijk|resp|maar|versus|naar|plus|c\.q\.)\b"
_BROKEN_WORD = (
    rf"[a-zà-ÿ]{{2}}(?:\u00ad +(?!{_HANGING})\w|- +(?!{_HANGING})[a-zà-ÿ]+ [a-zà-ÿ]|\u00ad\n+[A-ZÀ-Þ][a-zà-ÿ])"
)
"""A word that was broken off at the end of a line, and goes on nowhere."""

_ARTICLE = r"\b(?:de|het|een|onze|hun)"
_NO_NOUN = r"(?:we|wij|er|wordt|worden|is|heeft|hebben|kunnen|zullen|moeten|dat|en|om)\b"
"""What never follows "de": "langs de worden"."""

_OPENING = "Kolommen lopen op sommige plaatsen door elkaar"


class Stretch(Protocol):
    """A passage, from wherever: a span of the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def problem_of(torn: Sequence[Span]) -> str:
    """What to tell of a document with these torn sentences, in Dutch."""
    return (
        f"{_OPENING}: {len(torn)} zinnen zijn daardoor niet goed te lezen. "
        "Daaruit komen geen toezeggingen, speerpunten en doelen; lees ze in het stuk zelf."
    )


def is_told(problems: Iterable[str]) -> bool:
    """Whether these are the problems of a document that was taken across its columns."""
    return any(problem.startswith(_OPENING) for problem in problems)


def torn_sentences(text: str, passages: Sequence[Stretch]) -> tuple[Span, ...]:
    """The sentences that nobody wrote, of a document that was taken across its columns; of any other none."""
    signs = [found.start() for found in _sign().finditer(text)]
    if len(signs) < FEWEST:
        return ()
    spans = [span for passage in passages for span in _sentences(text, passage.start, passage.end)]
    marked = {span for span in spans if _between(signs, *span)}
    if len(marked) < max(FEWEST, LEAST * len(spans)):
        return ()
    return tuple(
        (start, end)
        for start, end in spans
        if (start, end) in marked or (may_be_torn(text[start:end]) and _between(signs, start - _NEAR, end + _NEAR))
    )


def may_be_torn(sentence: str) -> bool:
    """Whether it may be a torn sentence of a document that has such: it is no title or name on a line of its own."""
    return "\n" in sentence or sentence.rstrip()[-1:] in {".", "!", "?", ";", ":"}


def _sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of a passage, without its rows and its titles."""
    return [(a, b) for a, b in sentence_spans(text, start, end) if b - a >= _SHORTEST and "|" not in text[a:b]]


def _between(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of these rising places lies from `start` up to `end`."""
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


@cache
def _sign() -> re.Pattern[str]:
    """The beginning of a sentence right behind a word in small letters, a word that was broken off, or a bare article.

    Behind an article any opener is a sign, also one that begins names: "langs de Het college".
    """
    openers, others = ("|".join(read_words(name)) for name in ("seam_openers.txt", "sentence_openers.txt"))
    return re.compile(
        rf"(?<=[a-zà-ÿ]{{2}})[\u00ad-]?[ \n]+(?:{openers}) (?=[a-zà-ÿ])|{_BROKEN_WORD}"
        rf"|{_ARTICLE}[ \n]+(?:{others}) (?=[a-zà-ÿ])|\bde[ \n]+{_NO_NOUN}"
    )
