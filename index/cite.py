"""A citation as people write it: "Gemeente Velsen, Programmabegroting 2022, par. Speerpunten, p. 14"."""

import bisect
from collections.abc import Sequence

from ingest.model import Page

LONGEST_HEADING = 60
"""A heading longer than this is cut at a word: it serves to find the place back, not to be read."""


def citation(
    *,
    municipality: str | None,
    title: str,
    heading_path: Sequence[str] = (),
    page: int | None = None,
    last: int | None = None,
) -> str:
    """Who, which document, which paragraph, which page, or pages up to the last; what is not known is left out.

    The paragraph is the last heading of the path, unless that only repeats the title.
    """
    parts = [f"Gemeente {municipality}"] if municipality else []
    parts.append(title)
    heading = heading_path[-1].strip() if heading_path else ""
    if heading and heading.casefold() != title.casefold():
        parts.append(f"par. {_shortened(heading)}")
    if page is not None:
        parts.append(f"p. {page}" if last in (None, page) else f"p. {page}-{last}")
    return ", ".join(parts)


def pages_of(pages: Sequence[Page], start: int, end: int) -> tuple[int, int] | None:
    """The first and the last page that a span of the text stands on; None in a document without pages."""
    if not pages:
        return None
    starts = [page.start for page in pages]
    first = max(0, bisect.bisect_right(starts, start) - 1)
    last = max(first, bisect.bisect_left(starts, end) - 1)
    return pages[first].number, pages[last].number


def _shortened(heading: str) -> str:
    if len(heading) <= LONGEST_HEADING:
        return heading
    return heading[:LONGEST_HEADING].rsplit(" ", 1)[0].rstrip(",;:- ") + " …"
