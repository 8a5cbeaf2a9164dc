"""Speerpunten that only the contents of a plan name: the paper is an extract, or its headings weren't read as such.

An entry is one where it is numbered itself ("Prioriteit 1: ... 6"), or where its number hangs on that of an entry
"3 Prioriteiten". Several entries may stand on one line.
"""

import re
from collections.abc import Iterator
from functools import cache

from ingest.facts.aims.heads import heads_a_list
from ingest.facts.aims.speerpunt_words import Found, cue, speerpunt
from ingest.model import Document

IN_CONTENTS = 0.7


@cache
def _entry(numbering: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(
        r"(?<!\S)(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}\.?[ \u00a0]+)?"
        rf"(?P<priority>(?i:{numbering.pattern}))?(?P<words>[A-ZÀ-Ý‘'][^\n]*?\w[)’']?)"
        r"[ \u00a0.…_\t]*[ \u00a0.…\t](?P<page>\d{1,3})(?=\s|\Z)"
    )


def in_contents(document: Document, numbering: re.Pattern[str]) -> Iterator[Found]:
    """The priorities that a table of contents lists; `numbering` opens those that are numbered."""
    for section in document.sections:
        if section.layer == "contents":
            yield from _listed(document.text, section.heading_end, section.end, numbering)


def _listed(text: str, start: int, end: int, numbering: re.Pattern[str]) -> Iterator[Found]:
    above: tuple[str, tuple[int, int]] | None = None
    for entry in _entry(numbering).finditer(text, start, end):
        number = (entry["number"] or "").strip(" .\u00a0")
        if number and "." not in number:
            above = (f"{number}.", entry.span()) if _announces(entry["words"]) else None
        hangs = above is not None and number.startswith(above[0])
        if hangs or entry["priority"]:
            because = above[1] if above and hangs else entry.span()
            yield Found(speerpunt(text, *entry.span("words"), IN_CONTENTS), because)


def _announces(words: str) -> bool:
    return heads_a_list(words, None) and not cue("foreign", "past", "theme").fullmatch(words)
