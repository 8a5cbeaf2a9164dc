"""Which paragraphs of a plain text are headings: short lines that stand over longer text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.composing.contents import contents_lines, title_key, titles_of_contents
from ingest.composing.paragraphs import Paragraph
from ingest.composing.wording import (
    CAPITALS_RANK,
    NUMBER_RANK,
    PLAIN_RANK,
    could_be_heading,
    is_enumerated,
    is_label,
    is_letter_part,
    is_prose,
    names_contents,
    number_of,
    rank_of,
)
from ingest.noise import is_chrome

MOST_LINES = 2
MOST_STACKED = 4
FIELD_RECURS = 3
BELOW_PLAIN = PLAIN_RANK + 10
ABOVE_NUMBERS = NUMBER_RANK - 1
ABOVE_PLAIN = PLAIN_RANK - 5
FEWEST_PARTS = 2
FEWEST_NAMED = 2
"""Headings that the table of contents must name before it is believed."""


def mark_plain(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The same paragraphs, with headings and items of enumerations marked by their wording and place alone.

    What belongs to a site is passed over: "Terug naar navigatie - Speerpunten" stands between a heading and its text.
    """
    marked = iter(_mark_text([paragraph for paragraph in paragraphs if not is_chrome(paragraph.text)]))
    return [paragraph if is_chrome(paragraph.text) else next(marked) for paragraph in paragraphs]


def _mark_text(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    fields = _fields(paragraphs)
    excluded = _numbered_lists(paragraphs) | fields | _in_running_text(paragraphs) | contents_lines(paragraphs)
    open_to_it = [
        paragraph.role == "paragraph"
        and len(paragraph.lines) <= MOST_LINES
        and i not in excluded
        and could_be_heading(paragraph.text)
        for i, paragraph in enumerate(paragraphs)
    ]
    titles = titles_of_contents(paragraphs)
    headings = _headings(paragraphs, open_to_it, fields) | _named(paragraphs, open_to_it, titles)
    lowered = _numbers_rank_below(paragraphs, headings)
    marked = [_marked(paragraph, i in headings, lowered) for i, paragraph in enumerate(paragraphs)]
    return _ranked_by_contents(_parts_above(marked), titles)


def _parts_above(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The same, the fixed parts of a letter above its other headings where one of them has such a heading right below.

    "Toelichting" over "Selectiecriteria" shows that plain headings are of two levels; alone, all are of one.
    """
    parts = {i for i, p in enumerate(paragraphs) if p.role == "heading" and is_letter_part(p.text)}
    above = [i for i in parts if i + 1 < len(paragraphs) and i + 1 not in parts and paragraphs[i + 1].role == "heading"]
    if len(parts) < FEWEST_PARTS or not above:
        return list(paragraphs)
    return [replace(p, rank=ABOVE_PLAIN) if i in parts else p for i, p in enumerate(paragraphs)]


def _named(paragraphs: Sequence[Paragraph], open_to_it: Sequence[bool], titles: dict[str, int]) -> set[int]:
    """Short lines that the printed table of contents names, where it names enough of them to be believed."""
    named = {i for i, p in enumerate(paragraphs) if open_to_it[i] and title_key(p.text) in titles}
    return named if len(named) >= FEWEST_NAMED else set()


def _ranked_by_contents(paragraphs: Sequence[Paragraph], titles: dict[str, int]) -> list[Paragraph]:
    """The same, plain headings that the printed table of contents names ranked as chapters.

    On a level with the numbered chapters where it names such too, else above every heading that it doesn't name.
    """
    named = {i: titles.get(title_key(p.text)) for i, p in enumerate(paragraphs) if p.role == "heading"}
    depths = {i: depth for i, depth in named.items() if depth is not None}
    if len(depths) < FEWEST_NAMED:
        return list(paragraphs)
    unnumbered = NUMBER_RANK + 1 if any(depths.values()) else ABOVE_NUMBERS
    return [
        replace(p, rank=NUMBER_RANK + depths[i] if depths[i] else unnumbered) if _is_plain_in(depths, i, p) else p
        for i, p in enumerate(paragraphs)
    ]


def _is_plain_in(depths: dict[int, int], i: int, paragraph: Paragraph) -> bool:
    return i in depths and paragraph.rank in (PLAIN_RANK, CAPITALS_RANK)


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
        if paragraphs[i].lines[0].starts_block is None and _goes_on(paragraphs[i - 1])
    }


def _goes_on(paragraph: Paragraph) -> bool:
    """Whether a paragraph wasn't finished on its last line."""
    if paragraph.text[-1] == "-":
        return True
    return paragraph.role == "paragraph" and is_prose(paragraph.text) and paragraph.text[-1] not in '.!?:;)”’"*'


def _headings(paragraphs: Sequence[Paragraph], open_to_it: Sequence[bool], fields: set[int]) -> set[int]:
    headings = {i for i, paragraph in enumerate(paragraphs) if open_to_it[i] and _stands_alone(paragraph.text)}
    begin = 0
    for i, paragraph in enumerate(paragraphs):
        if open_to_it[i] and paragraph.role != "heading":
            continue
        if _is_text(paragraph) or i in fields:
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
        pair = (rank == lowest == PLAIN_RANK and text_at - begin == 2) or _heads_a_list(paragraphs, stack, rank)
        if len(stack) == MOST_STACKED or not (rank < lowest or pair) or _ends_a_list(paragraphs, begin, i):
            break
        stack.append(i)
        lowest = rank
    return stack


def _heads_a_list(paragraphs: Sequence[Paragraph], stack: Sequence[int], rank: int) -> bool:
    """Whether a plain heading stands right above "1 Water", the first of numbered ones that come below it."""
    return rank == PLAIN_RANK and len(stack) == 1 and number_of(paragraphs[stack[0]].text) == (1,)


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
