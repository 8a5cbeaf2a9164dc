"""Puts what a page draws too late where a reader meets it: tables that were pasted in, the left one of two columns."""

from bisect import bisect_right, insort
from collections.abc import Sequence
from itertools import islice, takewhile

from ingest.read.bands import Band, Piece, is_prose

_CLEAR = 0.95
"""Ems between the baselines of two lines from which they stand below each other: less than those of a text are apart,
more than a figure beside a label of two lines is from either."""

_FIRST_DRAWN = 4
"""Lines at the start of a page's drawing among which the foot of the page may be, drawn before all else."""

_FEWEST_FIGURES = 2
"""Figures of a table; a running header, which is drawn last as often, has a year or a number at most."""

_COLUMN_TOPS = 6.0
"""Ems that the tops of two columns of one page differ at most."""

DrawnLine = tuple[Piece, ...]


def in_place(lines: Sequence[DrawnLine]) -> Sequence[DrawnLine]:
    """The lines of a page, those drawn late in the gap that was left for them; unchanged where nothing was.

    Moved is only what stands clear above text that was drawn before it and beside nothing of it. What would come
    first on the page must be a table.
    """
    feet = _feet(lines)
    body = lines[len(feet) :]
    start = _first_late(body)
    if not start:
        return lines
    early, late = body[:start], body[start:]
    gaps = [_gap(line, early) for line in late]
    if None in gaps or not all(_shares_column(line, early, gap or 0) for gap, line in _firsts(gaps, late).items()):
        return lines
    top = [line for line, gap in zip(late, gaps, strict=True) if not gap]
    if not _is_table(top):
        gaps = [gap or len(early) for gap in gaps]
    placed = [*feet]
    for place in range(len(early) + 1):
        placed += (line for line, gap in zip(late, gaps, strict=True) if gap == place)
        placed += early[place : place + 1]
    return placed


def left_before_right(found: list[Band]) -> list[Band]:
    """Put a column that was drawn before the one on its left in its place."""
    for place in range(len(found) - 1):
        first, second = found[place], found[place + 1]
        if len(first) == len(second) == 1 and is_prose(first[0]) and is_prose(second[0]):
            head, other = first[0][0][0], second[0][0][0]
            right = max(piece.right for row in second[0] for piece in row)
            left = min(row[0].left for row in first[0])
            if right < left and abs(head.baseline - other.baseline) < _COLUMN_TOPS * head.em:
                found[place], found[place + 1] = second, first
    return found


def _first_late(lines: Sequence[DrawnLine]) -> int:
    """The place of the first line that stands above one drawn before it and beside none; 0 if there is none."""
    drawn: list[float] = []
    lowest = 0.0
    for place, line in enumerate(lines):
        baseline = line[0].baseline
        if baseline >= lowest:
            lowest = baseline
            drawn.append(baseline)
            continue
        near = _CLEAR * line[0].em
        if lowest - baseline >= near and not _is_beside(baseline, near, drawn):
            return place
        insort(drawn, baseline)
    return 0


def _is_beside(baseline: float, near: float, drawn: Sequence[float]) -> bool:
    """Whether one of the baselines, in order from the top, is as near as two lines below each other never are."""
    place = bisect_right(drawn, baseline - near)
    return place < len(drawn) and drawn[place] < baseline + near


def _feet(lines: Sequence[DrawnLine]) -> Sequence[DrawnLine]:
    """The lines that were drawn first and stand below all others."""
    lowest = max((line[0].baseline for line in islice(lines, _FIRST_DRAWN, None)), default=float("inf"))
    return [*takewhile(lambda line: line[0].baseline > lowest, lines[:_FIRST_DRAWN])]


def _gap(line: DrawnLine, early: Sequence[DrawnLine]) -> int | None:
    """How many of the lines drawn before it a line stands below; None unless these come first and it is beside none."""
    baseline, near = line[0].baseline, _CLEAR * line[0].em
    if _is_beside(baseline, near, sorted(other[0].baseline for other in early)):
        return None
    count = sum(other[0].baseline < baseline for other in early)
    return count if all(other[0].baseline < baseline for other in early[:count]) else None


def _firsts(gaps: Sequence[int | None], late: Sequence[DrawnLine]) -> dict[int | None, DrawnLine]:
    """The first line drawn in each gap."""
    return dict(reversed([*zip(gaps, late, strict=True)]))


def _shares_column(line: DrawnLine, early: Sequence[DrawnLine], gap: int) -> bool:
    """Whether a line stands below and above its neighbours, and not to the right of them as a cell does."""
    beside = early[max(gap - 1, 0) : gap + 1]
    return all(line[0].left < other[-1].right and line[-1].right > other[0].left for other in beside)


def _is_table(lines: Sequence[DrawnLine]) -> bool:
    return sum(piece.is_number for line in lines for piece in line) >= _FEWEST_FIGURES
