"""A PDF's own bookmarks: where they are found back in the text, they are its headings."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ingest.composing.paragraphs import Paragraph

FEWEST = 3
SHARE = 0.5
"""Of the bookmarks that must be found back before they are believed; some files carry those of another."""

ABOVE_ALL = -1000.0
"""Added to a bookmark's level, so that it ranks above headings that only their look gives away."""

Bookmark = tuple[int, str, int | None]

_NOT_WORDS = re.compile(r"[\W_]+")


def mark_bookmarked(paragraphs: Sequence[Paragraph], bookmarks: Sequence[Bookmark]) -> list[Paragraph]:
    """The same paragraphs, those that the bookmarks name marked as headings with the bookmark's level as rank."""
    if not bookmarks:
        return list(paragraphs)
    pages = {page for _, _, page in bookmarks}
    places: dict[tuple[int | None, str], list[int]] = defaultdict(list)
    for i, paragraph in enumerate(paragraphs):
        if paragraph.page in pages and paragraph.role in {"paragraph", "heading"}:
            places[paragraph.page, _key(paragraph.text)].append(i)
    found: dict[int, int] = {}
    for level, title, page in bookmarks:
        at = next((i for i in places.get((page, _key(title)), ()) if i not in found), None)
        if at is not None:
            found[at] = level
    if len(found) < max(FEWEST, SHARE * len(bookmarks)):
        return list(paragraphs)
    return [
        replace(paragraph, role="heading", rank=ABOVE_ALL + found[i]) if i in found else paragraph
        for i, paragraph in enumerate(paragraphs)
    ]


def _key(text: str) -> str:
    return _NOT_WORDS.sub("", text).lower()
