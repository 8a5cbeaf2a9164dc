"""Chapters of a plain text whose number stands on a line of its own, their title on the lines below: "Hoofdstuk 3"."""

import re
from collections.abc import Sequence

from ingest.layout import Line

LONGEST_TITLE_LINE = 60
MOST_TITLE_LINES = 3

CHAPTER_LEVEL = 1

_CHAPTER = re.compile(r"(?:hoofdstuk|deel) (?:\d{1,2}|[ivx]{1,5})[.:]?", re.IGNORECASE)
_NO_TITLE = re.compile(r".*[.;:,!?]|[\W\d_]+.*|.*\d")


def mark_chapters(lines: Sequence[Line]) -> list[Line]:
    """The same lines; "Hoofdstuk 3" alone on its line is marked as a heading, together with the title below it."""
    marked = list(lines)
    for i, line in enumerate(lines):
        if line.role is None and _CHAPTER.fullmatch(line.text):
            marked[i] = line._replace(role="heading", level=CHAPTER_LEVEL, starts_block=True)
            for j in range(i + 1, _end_of_title(lines, i + 1)):
                marked[j] = lines[j]._replace(role="heading", level=CHAPTER_LEVEL, starts_block=False)
    return marked


def _end_of_title(lines: Sequence[Line], begin: int) -> int:
    """Where the short lines end that a title is made of; none where a text follows right below the number."""
    end = begin
    while end < min(len(lines), begin + MOST_TITLE_LINES) and _could_be_title(lines[end]):
        end += 1
    return end


def _could_be_title(line: Line) -> bool:
    return line.role is None and len(line.text) <= LONGEST_TITLE_LINE and not _NO_TITLE.fullmatch(line.text)
