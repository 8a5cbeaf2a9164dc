"""Sentences that go on after something that stands between: a table, a box or footnotes at the end of a page."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.composing.paragraphs import Paragraph

MOST_BETWEEN = 60
"""Paragraphs, rows of tables included, that may stand between the two parts of a sentence."""

_FULL = 2.0
"""Ems that the last line before the break may end short of the longest line of its paragraph."""


def made_whole(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, those broken off at the end of a page joined to what goes on with them on the next page.

    What stood between on the first page comes before the paragraph, what stood there on the next comes after it,
    so that pages still follow one another.
    """
    found = list(paragraphs)
    place = 0
    while place < len(found):
        further = _goes_on_at(found, place) if _breaks_off(found[place]) else None
        if further is None:
            place += 1
            continue
        whole = replace(found[place], lines=(*found[place].lines, *found[further].lines))
        between = found[place + 1 : further]
        first = [paragraph for paragraph in between if paragraph.page == found[place].lines[-1].page]
        later = [paragraph for paragraph in between if paragraph.page != found[place].lines[-1].page]
        found[place : further + 1] = [*first, whole, *later]
        place += len(first)
    return found


def _breaks_off(paragraph: Paragraph) -> bool:
    """Whether a paragraph of text ends in a full line without an end of a sentence."""
    *others, last = paragraph.lines
    if paragraph.role not in {"paragraph", "list_item"} or not others or last.box is None or last.style.bold:
        return False
    if last.text[-1:] in ".!?:;)" or last.cells:
        return False
    reach = max(line.box[2] for line in others if line.box) if any(line.box for line in others) else 0.0
    return last.box[2] > reach - _FULL * (last.style.size or 10.0)


def _goes_on_at(paragraphs: Sequence[Paragraph], place: int) -> int | None:
    """The place of the paragraph on the next page that goes on with this one, if something else stands between."""
    last = paragraphs[place].lines[-1]
    for further in range(place + 1, min(len(paragraphs), place + 2 + MOST_BETWEEN)):
        other = paragraphs[further]
        page = other.page
        if page is None or last.page is None or page > last.page + 1 or other.role == "heading":
            return None
        if _looks_like(paragraphs[place], other):
            apart = page == last.page + 1 and further > place + 1
            return further if apart and other.text[:1].islower() else None
    return None


def _looks_like(paragraph: Paragraph, other: Paragraph) -> bool:
    """Whether the other is text of the same look; it may stand in another column."""
    before, line = paragraph.lines[-1], other.lines[0]
    if line.cells or other.role != "paragraph" or before.box is None or line.box is None:
        return False
    return before.style.size == line.style.size and before.style.colour == line.style.colour and not line.style.bold
