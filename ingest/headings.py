"""Which paragraphs of a plain text are headings: short lines that stand over longer text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.noise import is_chrome
from ingest.paragraphs import Paragraph
from ingest.wording import (
    NUMBER_RANK,
    PLAIN_RANK,
    could_be_heading,
    is_enumerated,
    is_label,
    is_prose,
    names_contents,
    number_of,
    rank_of,
)

MOST_LINES = 2
MOST_STACKED = 4
FIELD_RECURS = 3
BELOW_PLAIN = PLAIN_RANK + 10


def mark_plain(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The same paragraphs, with headings and items of enumerations marked by their wording and place alone."""
    excluded = _numbered_lists(paragraphs) | _fields(paragraphs) | _in_running_text(paragraphs)
    open_to_it = [
        paragraph.role == "paragraph"
        and len(paragraph.lines) <= MOST_LINES
        and i not in excluded
        and could_be_heading(paragraph.text)
        and not is_chrome(paragraph.text)
        for i, paragraph in enumerate(paragraphs)
    ]
    headings = _headings(paragraphs, open_to_it)
    lowered = _numbers_rank_below(paragraphs, headings)
    return [_marked(paragraph, i in headings, lowered) for i, paragraph in enumerate(paragraphs)]


def _marked(paragraph: Paragraph, heads: bool, lowered: bool) -> Paragraph:
    if paragraph.role == "heading":
        return paragraph if paragraph.rank is not None else replace(paragraph, rank=paragraph.lines[0].level or 1)
    if heads:
        rank = rank_of(paragraph.text)
        if lowered and rank == NUMBER_RANK + 1:
            rank = BELOW_PLAIN
        return replace(paragraph, role="heading", rank=rank)
    if paragraph.role == "paragraph" and is_enumerated(paragraph.text):
        return replace(paragraph, role="list_item")
    return paragraph


def _numbered_lists(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Items that follow one another without text between: "1. Ontvangst" and "2. Behandeling" are no headings."""
    items: set[int] = set()
    for i in range(1, len(paragraphs)):
        before, this = number_of(paragraphs[i - 1].text), number_of(paragraphs[i].text)
        if before and this and len(before) == len(this) and before[:-1] == this[:-1] and this[-1] == before[-1] + 1:
            items.update((i - 1, i))
    return items


def _fields(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Lines "label: value" whose label comes back: a register, as "Status: Nieuw" under every recommendation."""
    labels = {i: p.text.split(":")[0] for i, p in enumerate(paragraphs) if ":" in p.text[:40]}
    often = Counter(labels.values())
    return {i for i, label in labels.items() if often[label] >= FIELD_RECURS}


def _in_running_text(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Lines right under a paragraph that was not finished: the text went on there."""
    return {
        i
        for i in range(1, len(paragraphs))
        if paragraphs[i].lines[0].starts_block is None
        and paragraphs[i - 1].role == "paragraph"
        and is_prose(paragraphs[i - 1].text)
        and paragraphs[i - 1].text[-1] not in '.!?:;)”’"*'
    }


def _headings(paragraphs: Sequence[Paragraph], open_to_it: Sequence[bool]) -> set[int]:
    headings = {i for i, paragraph in enumerate(paragraphs) if open_to_it[i] and _stands_alone(paragraph.text)}
    begin = 0
    for i, paragraph in enumerate(paragraphs):
        if open_to_it[i] and paragraph.role != "heading":
            continue
        if _is_text(paragraph):
            headings.update(_stack(paragraphs, begin, i))
        begin = i + 1
    return headings


def _stands_alone(text: str) -> bool:
    return is_label(text) or names_contents(text)


def _is_text(paragraph: Paragraph) -> bool:
    if paragraph.role in {"list_item", "table_row"}:
        return True
    return is_prose(paragraph.text)


def _stack(paragraphs: Sequence[Paragraph], begin: int, text_at: int) -> list[int]:
    """Of the short lines before a text those that head it: the last, and each before it that ranks higher.

    Two plain ones that stand alone are a heading with its subheading; a longer run is a list or an address.
    """
    stack: list[int] = []
    lowest = PLAIN_RANK + 1
    for i in range(text_at - 1, begin - 1, -1):
        rank = rank_of(paragraphs[i].text)
        pair = rank == lowest == PLAIN_RANK and text_at - begin == 2
        if len(stack) == MOST_STACKED or not (rank < lowest or pair) or _ends_a_list(paragraphs, begin, i):
            break
        stack.append(i)
        lowest = rank
    return stack


def _ends_a_list(paragraphs: Sequence[Paragraph], begin: int, i: int) -> bool:
    """Whether it hangs on to a short line before it and is cut off from the text after it: the end of a table."""
    if i == begin or i + 1 >= len(paragraphs):
        return False
    hangs_on = paragraphs[i].lines[0].starts_block is None
    return hangs_on and paragraphs[i + 1].lines[0].starts_block is True


def _numbers_rank_below(paragraphs: Sequence[Paragraph], headings: set[int]) -> bool:
    """Whether "1." comes below plain headings: there is no "1.1", and one comes first that isn't the title."""
    order = [rank_of(paragraphs[i].text) for i in sorted(headings)]
    if any(NUMBER_RANK + 1 < rank <= NUMBER_RANK + 5 for rank in order) or NUMBER_RANK + 1 not in order:
        return False
    return PLAIN_RANK in order[1 : order.index(NUMBER_RANK + 1)]
