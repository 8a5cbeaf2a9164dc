"""A citation as people write it: "Gemeente Velsen, Programmabegroting 2022, par. Speerpunten, p. 14"."""

from collections.abc import Sequence

LONGEST_HEADING = 60
"""A heading longer than this is cut at a word: it serves to find the place back, not to be read."""


def citation(*, municipality: str | None, title: str, heading_path: Sequence[str] = (), page: int | None = None) -> str:
    """Who, which document, which paragraph, which page; what is not known is left out.

    The paragraph is the last heading of the path, unless that only repeats the title.
    """
    parts = [f"Gemeente {municipality}"] if municipality else []
    parts.append(title)
    heading = heading_path[-1].strip() if heading_path else ""
    if heading and heading.casefold() != title.casefold():
        parts.append(f"par. {_shortened(heading)}")
    if page is not None:
        parts.append(f"p. {page}")
    return ", ".join(parts)


def _shortened(heading: str) -> str:
    if len(heading) <= LONGEST_HEADING:
        return heading
    return heading[:LONGEST_HEADING].rsplit(" ", 1)[0].rstrip(",;:- ") + " …"
