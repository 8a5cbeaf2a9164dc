"""The printed table of contents: which lines it is, and what it says against a heading."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import mode

from ingest.looks import look_of
from ingest.noise import has_leaders, is_contents_line
from ingest.paragraphs import Paragraph
from ingest.wording import names_contents

FEWEST_LINES = 4
MOST_BETWEEN = 4
"""Lines without a page number between two of a table of contents: names of parts, wrapped titles."""

FEWEST_FOUND = 8
"""Titles of the table of contents that must be found back as headings before it is used as a check."""

RARE = 2
"""A look that has no more headings than this, none of them in the contents, is a chart's or a box's."""

SAME_INDENT = 6.0
"""Points that titles of one level may begin apart."""

HALF_A_STEP = 0.5
"""Less than the ranks of two numbers of different depth differ: it parts a heading from its look, and no more."""

_NOT_WORDS = re.compile(r"[\W_]+")
_PAGE_NUMBER = re.compile(r"[\s.…_|]*\d{1,3}$")


def contents_lines(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Indices of the lines of a table of contents: many near one another that end in a page number.

    A line of dots must lead to the numbers, or the word "Inhoudsopgave" stand above them.
    """
    found: set[int] = set()
    run: list[int] = []
    for i in [i for i, paragraph in enumerate(paragraphs) if is_contents_line(paragraph.text)]:
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
    titles = {_key(_PAGE_NUMBER.sub("", paragraphs[i].text)) for i in contents} - {""}
    named = {i for i in chosen if _key(paragraphs[i].text) in titles}
    if len(named) < FEWEST_FOUND:
        return list(chosen)
    looks = {i: look_of(paragraphs[i].style) for i in chosen}
    often = Counter(looks.values())
    vouched_for = {looks[i] for i in named}
    lowest = min(look.weight for look in vouched_for)
    return [i for i in chosen if looks[i] in vouched_for or often[looks[i]] > RARE or looks[i].weight <= lowest]


def ranks_by_contents(
    paragraphs: Sequence[Paragraph], chosen: Sequence[int], ranks: Sequence[float], contents: set[int]
) -> list[float]:
    """The ranks of the chosen headings, put right where the table of contents sets one higher or lower than its look.

    "Paragrafen" may be printed as each programme is, but stand beside "Programma's" in the contents.
    """
    levels = _levels(paragraphs, contents)
    named = {i: levels[key] for i in chosen if (key := _key(paragraphs[i].text)) in levels}
    looks = {i: look_of(paragraphs[i].style) for i in named}
    usual = {look: mode(named[i] for i in named if looks[i] == look) for look in set(looks.values())}
    rank_of = dict(zip(chosen, ranks, strict=True))
    adjusted = dict(rank_of)
    for i, level in named.items():
        higher = level < usual[looks[i]]
        if level == usual[looks[i]]:
            continue
        beside_its_look = rank_of[i] + (-HALF_A_STEP if higher else HALF_A_STEP)
        alike = [rank_of[j] for j in named if named[j] == level == usual[looks[j]]]
        adjusted[i] = mode([rank for rank in alike if (rank < rank_of[i]) == higher] or [beside_its_look])
    return [adjusted[i] for i in chosen]


def _levels(paragraphs: Sequence[Paragraph], contents: set[int]) -> dict[str, int]:
    """The level of each title in the table of contents, by its indent, or where none is indented by its weight."""
    lines = {i: paragraphs[i].lines[0] for i in contents}
    lefts = sorted({round(line.box[0]) for line in lines.values() if line.box})
    edges = [left for place, left in enumerate(lefts) if place == 0 or left - lefts[place - 1] > SAME_INDENT]
    levels: dict[str, int] = {}
    for i, line in lines.items():
        level = sum(line.box[0] >= edge - 1 for edge in edges) if line.box and len(edges) > 1 else 2 - line.style.bold
        levels[_key(_PAGE_NUMBER.sub("", paragraphs[i].text))] = level
    return levels


def _key(text: str) -> str:
    return _NOT_WORDS.sub("", text).lower()
