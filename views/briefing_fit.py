"""What fits on four pages: of a long briefing the lines are chosen that matter most, the rest is a link away."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import ceil

from views.briefing_parts import Briefing, Chapter, Item

_PAGE, _MOST_PAGES = 54, 4
"""Lines on a printed page, as `_lines` counts them: in two dossiers of a real municipality it held 57 and 58."""
_LEAST_ON_LAST = 0.4
"""Share of the last page that is worth its paper: of less the lines go, or stay where nothing can give any."""

_FEWEST = 2
_WORTH = {"Vragen om te stellen": 4.0, "Wat is beloofd, en wat ervan kwam": 2.5, "Wat het mag kosten": 2.2}
"""How much more room a chapter gets than another; what was promised and is open is what a council member comes for."""

_PER_LINE, _PER_SMALL_LINE = 98, 112
"""Characters on a line of the Word file, in its text and in what is small."""
_SMALL_GAP, _HEAD, _TITLE, _ROW = 0.3, 1.7, 2.3, 1.1


def fitted(briefing: Briefing) -> Briefing:
    """The briefing on at most four pages, the last of them not nearly empty."""
    whole = _within(briefing, _PAGE * _MOST_PAGES)
    pages, rest = divmod(_length(whole), _PAGE)
    if not pages or not 0 < rest < _LEAST_ON_LAST * _PAGE:
        return whole
    shorter = _within(whole, _PAGE * pages)
    return shorter if _length(shorter) <= _PAGE * pages else whole


def _length(briefing: Briefing) -> float:
    fixed = _TITLE + sum(map(_small, (briefing.made, *briefing.notes))) + _HEAD
    return fixed + sum(map(_lines, briefing.chapters))


def _within(briefing: Briefing, room: float) -> Briefing:
    """The chapter that takes most room for its worth gives its last line first, as long as some chapter can."""
    while _length(briefing) > room:
        chapters = list(briefing.chapters)
        longest = max(_can_give(chapters), key=lambda number: _weight(chapters[number]), default=None)
        if longest is None:
            break
        chapters[longest] = replace(chapters[longest], items=chapters[longest].items[:-1])
        briefing = replace(briefing, chapters=tuple(chapters))
    return briefing


def _can_give(chapters: Sequence[Chapter]) -> Iterable[int]:
    return (number for number, chapter in enumerate(chapters) if len(chapter.items) > _FEWEST)


def _weight(chapter: Chapter) -> float:
    return _lines(chapter) / _WORTH.get(chapter.title, 1.0)


def _lines(chapter: Chapter) -> float:
    rest = _small(chapter.after) if chapter.after else 0.0
    table = _HEAD + _ROW * (len(chapter.table.rows) + 1) if chapter.table else 0.0
    return _HEAD + _small(chapter.said) + table + sum(map(_of_item, chapter.items)) + rest


def _of_item(item: Item) -> float:
    quote = f"“{item.quote}”" if item.quote else ""
    parts = [item.lead, quote]
    at = 1 if quote else 0
    if item.is_one_line:
        parts[at] = f"{parts[at]} · {item.source}"
    own = sum(_rows(part, _PER_LINE) for part in parts)
    own += 0 if item.is_one_line else _rows(item.source, _PER_SMALL_LINE)
    return own + _SMALL_GAP + (_HEAD if item.head else 0.0) + sum(map(_of_item, item.below))


def _small(text: str) -> float:
    return _rows(text, _PER_SMALL_LINE) + _SMALL_GAP


def _rows(text: str, per_line: int) -> int:
    return ceil(len(text) / per_line)
