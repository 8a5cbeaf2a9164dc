"""Headings become a tree: each section with its path, and the layer of text that it belongs to."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from ingest.forms import forms_in
from ingest.layout import Composed, Reading
from ingest.lexicon import read_columns
from ingest.model import Block, Layer, Section
from ingest.noise import LONGEST_CHROME, is_chrome, is_contents_line

LONGEST_GAP = 80
"""A block as short as this between two of a web page's furniture ("Draag gerust bij!") belongs to them."""

_BANNERS = 3
"""Times that a heading stands right above another before it is a banner and not two headings that met."""

MOST_GAPS = 2
"""Blocks in a row that may fail to look like contents before the table of contents is over."""


def outline(composed: Composed, reading: Reading) -> tuple[Section, ...]:
    """The sections in order of their headings, each with those below it inside.

    A web page's furniture at the beginning and the end are sections of their own, on level 1 and in the layer
    "boilerplate", headed by their first line.
    """
    text, blocks = composed.text, composed.blocks
    first, last = _body(text, blocks)
    sections = [_chrome(text, blocks, 0, first)] if first else []
    sections += _tree(text, blocks[first:last])
    if last < len(blocks):
        sections.append(_chrome(text, blocks, last, len(blocks)))
    return tuple(sections)


def _chrome(text: str, blocks: Sequence[Block], begin: int, end: int) -> Section:
    heading = blocks[begin]
    path = (_folded(text, heading),)
    return Section(heading.start, blocks[end - 1].end, heading.end, 1, path, "boilerplate")


def _folded(text: str, block: Block) -> str:
    return " ".join(text[block.start : block.end].split())


def _body(text: str, blocks: Sequence[Block]) -> tuple[int, int]:
    """The blocks left when the page's furniture before and after is taken away."""
    first = _run_of_chrome(text, blocks)
    if first == len(blocks):
        return 0, len(blocks)
    return first, len(blocks) - _run_of_chrome(text, blocks[first:][::-1])


def _run_of_chrome(text: str, blocks: Sequence[Block]) -> int:
    """How many of the first blocks are furniture, short ones in between included."""
    run = 0
    if not blocks or not is_chrome(text[blocks[0].start : blocks[0].end]):
        return 0
    for i, block in enumerate(blocks):
        if block.end - block.start <= LONGEST_CHROME and is_chrome(text[block.start : block.end]):
            run = i + 1
        elif block.end - block.start > LONGEST_GAP or i - run >= MOST_GAPS:
            break
    return run


def _tree(text: str, blocks: Sequence[Block]) -> list[Section]:
    sections: list[Section] = []
    open_at: list[int] = []
    forms, fields, in_form = forms_in(text, blocks), _recurring(text, blocks), 0
    below_banner = _below_banners(text, blocks)
    for i, block in enumerate(blocks):
        if block.role != "heading" and i not in forms:
            continue
        if i in forms:
            level = in_form = in_form or _level_below(sections, open_at)
        else:
            level, in_form = _within_form(block, in_form, _folded(text, block) in fields)
        if i not in below_banner:
            _close(sections, open_at, level, blocks[i - 1].end if i else block.start)
        above = sections[open_at[-1]] if open_at else None
        sections.append(_opened(text, blocks, i, level, above, forms.get(i)))
        open_at.append(len(sections) - 1)
    _close(sections, open_at, 0, blocks[-1].end if blocks else 0)
    return sections


def _recurring(text: str, blocks: Sequence[Block]) -> frozenset[str]:
    """The headings that stand in a document more than once, as the fields of forms do."""
    times = Counter(_folded(text, block) for block in blocks if block.role == "heading")
    return frozenset(heading for heading, often in times.items() if often > 1)


def _below_banners(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """The headings right below a banner: a question that comes back above each of them and has no text of its own."""
    followed: dict[str, list[int]] = defaultdict(list)
    for i, (block, following) in enumerate(pairwise(blocks)):
        if block.role == "heading":
            as_high = following.role == "heading" and following.level == block.level
            followed[_folded(text, block)].append(i + 1 if as_high else 0)
    return frozenset(i for below in followed.values() if len(below) >= _BANNERS and all(below) for i in below)


def _level_below(sections: Sequence[Section], open_at: Sequence[int]) -> int:
    return sections[open_at[-1]].level + 1 if open_at else 1


def _within_form(block: Block, in_form: int, is_field: bool) -> tuple[int, int]:
    """The level of a heading and that of the form that stays open, 0 where none does.

    A field comes below the form's own heading, also where it looks as high as that or as the heading of all forms;
    any other heading that is as high ends the forms.
    """
    level = block.level or 1
    if in_form and is_field and level >= in_form - 1:
        return max(level, in_form + 1), in_form
    return level, in_form if level > in_form else 0


def _close(sections: list[Section], open_at: list[int], level: int, end: int) -> None:
    """End the open sections of this level and deeper, and a table of contents that was over before."""
    while open_at and (sections[open_at[-1]].level >= level or sections[open_at[-1]].end):
        i = open_at.pop()
        sections[i] = replace(sections[i], end=sections[i].end or end)


def _opened(text: str, blocks: Sequence[Block], i: int, level: int, above: Section | None, name: str | None) -> Section:
    """A section whose end is not known yet: 0; of a table of contents it is where the page numbers stop.

    Args:
        name: of what a form is, where its first row is the heading.
    """
    heading = name or _folded(text, blocks[i])
    layer = _layer_of(heading)
    if layer == "body" and above:
        layer = above.layer
    end = _end_of_contents(text, blocks, i) if layer == "contents" and _layer_of(heading) == "contents" else 0
    path = (*(above.path if above else ()), heading)
    return Section(blocks[i].start, end, blocks[i].end, level, path, layer)


def _end_of_contents(text: str, blocks: Sequence[Block], heading: int) -> int:
    last = heading
    for i in range(heading + 1, len(blocks)):
        if is_contents_line(text[blocks[i].start : blocks[i].end]):
            last = i
        elif i - last > MOST_GAPS:
            break
    return blocks[last].end


def _layer_of(heading: str) -> Layer:
    return next((layer for layer, pattern in _layers() if pattern.search(heading)), "body")


@cache
def _layers() -> tuple[tuple[Layer, re.Pattern[str]], ...]:
    known: dict[str, Layer] = {"quoted_plan": "quoted_plan", "boilerplate": "boilerplate", "contents": "contents"}
    return tuple(
        (known[layer], re.compile(pattern, re.IGNORECASE)) for layer, pattern in read_columns("sections_layers.tsv")
    )
