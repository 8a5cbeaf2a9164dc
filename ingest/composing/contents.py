"""The printed table of contents: which lines it is, and what it says against a heading."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import mode

from ingest.composing.looks import Look, look_of
from ingest.composing.paragraphs import Paragraph
from ingest.composing.wording import names_contents, number_of
from ingest.noise import has_leaders, is_contents_line, page_named

FEWEST_LINES = 4
MOST_BETWEEN = 4
"""Lines without a page number between two of a table of contents: names of parts, wrapped titles."""

FEWEST_FOUND = 8
"""Titles of the table of contents that must be found back as headings before it is used as a check."""

RARE = 2
"""A look that has no more headings than this, none of them in the contents, is a chart's or a box's."""

SAME_INDENT = 6.0
"""Points that titles of one level may begin apart."""

ABOVE_LOOKS = -100.0
"""Added to a level of the contents: such headings rank above those that only their look ranks."""

_NOT_WORDS = re.compile(r"[\W_]+")
_OWN_NUMBER = re.compile(r"^[\d.a-z]{1,8}[.)]?\s+")
_PAGE_NUMBER = re.compile(r"[\s.…_|]*\d{1,3}\W?$")


def contents_lines(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Indices of the lines of a table of contents: many near one another that end in a page number.

    A line of dots must lead to the numbers, or the word "Inhoudsopgave" stand above them.
    """
    found: set[int] = set()
    run: list[int] = []
    for i in [i for i, p in enumerate(paragraphs) if p.text[-1:].isdecimal() and is_contents_line(p.text)]:
        if run and i - run[-1] > MOST_BETWEEN:
            found.update(_whole(paragraphs, run))
            run = []
        run.append(i)
    return found | _whole(paragraphs, run)


def _whole(paragraphs: Sequence[Paragraph], run: Sequence[int]) -> set[int]:
    if len(run) < FEWEST_LINES:
        return set()
    dotted = sum(has_leaders(paragraphs[i].text) for i in run)
    named = any(names_contents(paragraph.text) for paragraph in paragraphs[max(0, run[0] - MOST_BETWEEN) : run[0]])
    return set(range(run[0], run[-1] + 1)) if named or dotted >= FEWEST_LINES else set()


def unlike_the_contents(paragraphs: Sequence[Paragraph], chosen: Sequence[int], contents: set[int]) -> list[int]:
    """The chosen headings without those in a rare look that outranks what the contents name, and isn't named there.

    Such a one, the title of a chart in large type, would take all that follows into its section.
    """
    titles = {_title(paragraphs[i]) for i in contents} - {""}
    named = {i for i in chosen if title_key(paragraphs[i].text) in titles}
    if len(named) < FEWEST_FOUND:
        return list(chosen)
    looks = {i: look_of(paragraphs[i].style) for i in chosen}
    often = Counter(looks.values())
    vouched_for = {looks[i] for i in named}
    lowest = min(look.weight for look in vouched_for)
    return [
        i
        for i in chosen
        if looks[i] in vouched_for
        or often[looks[i]] > RARE
        or looks[i].weight <= lowest
        or names_contents(paragraphs[i].text)
    ]


def ranks_by_contents(
    paragraphs: Sequence[Paragraph], chosen: Sequence[int], ranks: Sequence[float], contents: set[int]
) -> list[float]:
    """The ranks of the chosen headings, those that the table of contents names ranked as it ranks them.

    A heading is named where it stands on the page that the contents give. The others of a look that is mostly
    named rank as those do. Without the places of the lines the ranks stay as they are.
    """
    named = _named(paragraphs, chosen, _entries(paragraphs, contents))
    if len(named) < FEWEST_FOUND:
        return list(ranks)
    looks = {i: look_of(paragraphs[i].style) for i in chosen}
    often = Counter(looks.values())
    levels: dict[Look, list[int]] = defaultdict(list)
    for i, level in named.items():
        levels[looks[i]].append(level)
    usual = {look: mode(found) for look, found in levels.items() if 2 * len(found) >= often[look]}
    known = {i: named.get(i) or usual.get(looks[i]) for i in chosen}
    return [ABOVE_LOOKS + (known[i] or 0) if known[i] else rank for i, rank in zip(chosen, ranks, strict=True)]


def titles_of_contents(paragraphs: Sequence[Paragraph]) -> dict[str, int]:
    """The titles that a printed table of contents has, as `title_key` makes them, with the depth of their number.

    A title is there with its number and without: "2.1. Wonen ... 7" may head its chapter as "Wonen". 0 is no number.
    """
    titles: dict[str, int] = {}
    for i in sorted(contents_lines(paragraphs)):
        line = _PAGE_NUMBER.sub("", paragraphs[i].text)
        depth = len(number_of(line))
        for title in (line, _OWN_NUMBER.sub("", line) if depth else line):
            if title_key(title):
                titles.setdefault(title_key(title), depth)
    return titles


def _entries(paragraphs: Sequence[Paragraph], contents: set[int]) -> dict[str, tuple[int, int]]:
    """The level and the page number of each title in the table of contents.

    The level goes by indent, or where none is indented by weight; and by the depth of the number.
    """
    lines = {
        i: line for i in sorted(contents) if (line := paragraphs[i].lines[0]).box and page_named(paragraphs[i].text)
    }
    lefts = sorted({round(line.box[0]) for line in lines.values() if line.box})
    edges = [left for place, left in enumerate(lefts) if place == 0 or left - lefts[place - 1] > SAME_INDENT]
    shapes: dict[int, tuple[int, int]] = {}
    for i, line in lines.items():
        left = line.box[0] if line.box else 0.0
        outer = sum(left >= edge - 1 for edge in edges) if len(edges) > 1 else 2 - line.style.bold
        shapes[i] = (outer, max(1, len(number_of(line.text))))
    order = {shape: level for level, shape in enumerate(sorted(set(shapes.values())), 1)}
    return {_title(paragraphs[i]): (order[shapes[i]], page_named(paragraphs[i].text) or 0) for i in lines}


def _named(
    paragraphs: Sequence[Paragraph], chosen: Sequence[int], entries: dict[str, tuple[int, int]]
) -> dict[int, int]:
    """The levels of the headings on the pages that the contents give, or one off; covers shift all pages alike."""
    found = {i: entries[key] for i in chosen if (key := title_key(paragraphs[i].text)) in entries}
    offsets = Counter((paragraphs[i].page or 0) - page for i, (_, page) in found.items())
    usual = offsets.most_common(1)[0][0] if offsets else 0
    return {i: level for i, (level, page) in found.items() if abs((paragraphs[i].page or 0) - page - usual) <= 1}


def _title(paragraph: Paragraph) -> str:
    return title_key(_PAGE_NUMBER.sub("", paragraph.text))


def title_key(text: str) -> str:
    """A title as it is compared: its letters and figures alone."""
    return _NOT_WORDS.sub("", text).lower()
