"""Footnotes of printed pages: told by their number, their small type, and that no other text stands below them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from ingest.layout import Box, Line

SMALLER = 0.9
"""Points that a footnote's type is smaller than the text's, at least; word processors take 2."""

_NUMBER = re.compile(r"\[?\d{1,2}[.)\]]?(?:\s+|(?=[^\W\d_]))\S")
_SAYS_UNIT = re.compile(r"[x×*] ?(?:€|1\.?000)", re.IGNORECASE)


def with_footnotes(lines: Sequence[Line]) -> list[Line]:
    """The lines, the footnotes at the foot of a page or column of it marked as such.

    Lines that have a role already, have no place on a page, or are rows of a table, stay as they are.
    """
    pages: dict[int, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if line.page is not None and line.box is not None:
            pages[line.page].append(i)
    marked = list(lines)
    for places in pages.values():
        for place, opens in _footnotes([lines[i] for i in places]):
            marked[places[place]] = lines[places[place]]._replace(role="footnote", starts_block=opens or None)
    return marked


def _footnotes(page: Sequence[Line]) -> Iterator[tuple[int, bool]]:
    """The places of the lines of footnotes, and whether each begins one."""
    usual = _usual_size(page)
    large = [line.box for line in page if line.box and (line.style.size or 0.0) > usual - SMALLER]
    within = False
    for place, line in enumerate(page):
        small = (line.style.size or usual) <= usual - SMALLER
        if not small or line.role is not None or line.cells or not _at_foot(line, large):
            within = False
            continue
        opens = _NUMBER.match(line.text) is not None and not _SAYS_UNIT.search(line.text)
        within = within or opens
        if within:
            yield place, opens


def _usual_size(page: Sequence[Line]) -> float:
    """The size of most of the page's text."""
    sizes: Counter[float] = Counter()
    for line in page:
        if not line.cells:
            sizes[line.style.size or 0.0] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _at_foot(line: Line, large: Sequence[Box]) -> bool:
    """Whether no text of the usual size stands below the line in its column."""
    if line.box is None:
        return False
    left, top, right, _ = line.box
    return not any(box[1] > top and box[0] < right and box[2] > left for box in large)
