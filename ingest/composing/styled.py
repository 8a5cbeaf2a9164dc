"""Which paragraphs of a laid-out document are headings, by their look, their neighbours and their words."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ingest.composing.contents import contents_lines, ranks_by_contents, unlike_the_contents
from ingest.composing.looks import LARGER, Look, body_look, look_of, only_italic, ranks_by_look, stands_out
from ingest.composing.paragraphs import Paragraph
from ingest.composing.wording import (
    could_be_heading,
    is_caption,
    is_enumerated,
    is_label,
    is_prose,
    names_contents,
    names_part,
    number_of,
)

MOST_LINES = 3
MOST_LINES_NUMBERED = 5
"""Of a heading, and of one that is bold and numbered: the titles of items on an agenda are long."""

MOST_STACKED = 4
"""So many headings of one look with no text between them are a list, a cover or the head of a table."""

COVER_PAGES = 2
LONGEST_COVER = 400
"""Characters on one of the first pages up to which it is a cover: its title heads nothing but itself."""

MUCH_LARGER = 2.0
"""Points above the body's size at which a heading needs no text right below: chapters open on their own page."""

NEAR = 3
"""Paragraphs under a heading among which there must be text, a list or a table."""

LONGEST_ITALIC = 80
"""Characters of a heading in italics, the least of headings: longer ones are remarks."""

FEW_WORDS = 6
"""Of such a heading with a full stop behind it; with more words, or a verb, it is a sentence."""

_FINITE_VERB = re.compile(
    r"\b(?:is|zijn|was|waren|wordt|worden|heeft|hebben|kan|kunnen|zal|zullen|gaat|gaan|blijft|blijven|volgt|staat|ligt)\b"
)

LAST_TITLE = 2
"""A title has at most so many paragraphs before it: the municipality, the date."""

TIGHT = 0.8
"""Times the size of letters: a row of a table that follows so closely has the line above it as its head."""


def mark_by_look(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The same paragraphs, with headings marked and ranked; a lower rank stands higher.

    Headings that the format itself marks are left as they are, and so is their rank.
    """
    body = body_look(paragraphs)
    contents, covers = contents_lines(paragraphs), _covers(paragraphs)
    chosen = [
        i
        for i, paragraph in enumerate(paragraphs)
        if i not in contents
        and paragraph.page not in covers
        and (_could_head(paragraph, body) or _is_italic_head(paragraphs, i, body))
    ]
    chosen = _without_table_parts(paragraphs, chosen)
    chosen = _over_text(paragraphs, _without_lists(paragraphs, chosen), body)
    chosen = unlike_the_contents(paragraphs, chosen, contents)
    ranks = ranks_by_contents(paragraphs, chosen, ranks_by_look([paragraphs[i] for i in chosen]), contents)
    marked = [_item(paragraph) for paragraph in paragraphs]
    for i, rank in zip(chosen, ranks, strict=True):
        marked[i] = replace(paragraphs[i], role="heading", rank=rank)
    return marked


def _item(paragraph: Paragraph) -> Paragraph:
    enumerated = paragraph.role == "paragraph" and is_enumerated(paragraph.text)
    return replace(paragraph, role="list_item") if enumerated else paragraph


def _could_head(paragraph: Paragraph, body: Look) -> bool:
    if paragraph.role != "paragraph" or not stands_out(look_of(paragraph.style), body):
        return False
    text = paragraph.text
    numbered = bool(number_of(text))
    most = MOST_LINES_NUMBERED if numbered and paragraph.style.bold and not body.bold else MOST_LINES
    if len(paragraph.lines) > most:
        return False
    return could_be_heading(text.rstrip(".") if numbered else text, set_apart=True)


def _is_italic_head(paragraphs: Sequence[Paragraph], i: int, body: Look) -> bool:
    """Whether it is one short line in italics right above upright text, in a document that is not in italics."""
    paragraph = paragraphs[i]
    if not paragraph.style.italic or paragraph.role != "paragraph":
        return False
    if len(paragraph.lines) > 1 or i + 1 == len(paragraphs):
        return False
    text, below = paragraph.text, paragraphs[i + 1]
    if not only_italic(look_of(paragraph.style), body) or below.style.italic or below.page != paragraph.page:
        return False
    if len(text.split()) <= FEW_WORDS and not _FINITE_VERB.search(text):
        text = text.removesuffix(".")
    if is_caption(text) or len(text) > LONGEST_ITALIC or not could_be_heading(text):
        return False
    return below.role == "list_item" or (below.role == "paragraph" and is_prose(below.text))


def _covers(paragraphs: Sequence[Paragraph]) -> set[int | None]:
    """Of the first pages those with little on them, and no text; a short table of contents is no cover."""
    length: dict[int, int] = defaultdict(int)
    pages = {paragraph.page for paragraph in paragraphs}
    if len(pages) <= COVER_PAGES:
        return set()
    for paragraph in paragraphs:
        if not paragraph.page or paragraph.page > COVER_PAGES:
            continue
        length[paragraph.page] += LONGEST_COVER if is_prose(paragraph.text) else len(paragraph.text)
        if names_contents(paragraph.text):
            length[paragraph.page] += LONGEST_COVER
    return {page for page, size in length.items() if size < LONGEST_COVER}


def _without_table_parts(paragraphs: Sequence[Paragraph], chosen: Sequence[int]) -> list[int]:
    """Without heads of columns, subtotals, and labels that the reader of the file parted from their row."""
    among = set(chosen)
    return [i for i in chosen if not (_beside(paragraphs, i) or _in_table(paragraphs, i, among))]


def _beside(paragraphs: Sequence[Paragraph], i: int) -> bool:
    """Whether a paragraph just before or after it stands at the same height: both are cells."""
    before, after = paragraphs[max(0, i - NEAR) : i][::-1], paragraphs[i + 1 : i + 1 + NEAR]
    around = [*_up_to_text(before), *_up_to_text(after)]
    return any(_same_height(paragraphs[i], other) for other in around)


def _up_to_text(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The first of them, up to and with the first text: beyond that a column of the page has begun."""
    end = next((place for place, paragraph in enumerate(paragraphs, 1) if is_prose(paragraph.text)), None)
    return paragraphs[:end]


def _same_height(one: Paragraph, other: Paragraph) -> bool:
    first, second = one.lines[0].box, other.lines[0].box
    if first is None or second is None or one.page != other.page:
        return False
    overlap = min(first[3], second[3]) - max(first[1], second[1])
    apart = first[2] < second[0] or second[2] < first[0]
    return apart and overlap > 0.5 * min(first[3] - first[1], second[3] - second[1])


def _in_table(paragraphs: Sequence[Paragraph], i: int, among: set[int]) -> bool:
    above, below = _neighbour(paragraphs, i, -1, among), _neighbour(paragraphs, i, 1, among)
    rows = [p for p in (above, below) if p is not None and p.role == "table_row" and p.page == paragraphs[i].page]
    if not rows:
        return False
    look, numbered = look_of(paragraphs[i].style), bool(number_of(paragraphs[i].text))
    if numbered and look.bold:
        return False
    within = len(rows) == 2 and rows[0].lines[0].table == rows[1].lines[0].table
    heads_row = below in rows and i + 1 not in among
    if any(look == look_of(row.style) for row in rows):
        return within or not heads_row or _is_tight(paragraphs[i], rows[-1])
    if look.size >= look_of(rows[-1].style).size + LARGER:
        return False
    return within or (heads_row and _is_tight(paragraphs[i], rows[-1]))


def _neighbour(paragraphs: Sequence[Paragraph], i: int, step: int, among: set[int]) -> Paragraph | None:
    """The nearest paragraph before (-1) or after (1) that isn't itself a candidate."""
    i += step
    while i in among:
        i += step
    return paragraphs[i] if 0 <= i < len(paragraphs) else None


def _is_tight(head: Paragraph, row: Paragraph) -> bool:
    above, below = head.lines[-1].box, row.lines[0].box
    size = head.style.size or 10.0
    return above is not None and below is not None and 0 <= below[1] - above[3] < TIGHT * size


def _without_lists(paragraphs: Sequence[Paragraph], chosen: Sequence[int]) -> list[int]:
    """Without runs of headings that look alike and have no text between them, and without items of a numbered list.

    An agenda may have items under which nothing is said: a run of headings with numbers stays.
    """
    kept: list[int] = []
    run: list[int] = []
    among = set(chosen)
    for i in [i for i in chosen if not _is_item(paragraphs, i, among)]:
        if run and (i != run[-1] + 1 or look_of(paragraphs[i].style) != look_of(paragraphs[run[-1]].style)):
            kept.extend(_if_no_list(paragraphs, run))
            run = []
        run.append(i)
    return kept + _if_no_list(paragraphs, run)


def _if_no_list(paragraphs: Sequence[Paragraph], run: list[int]) -> list[int]:
    return run if len(run) < MOST_STACKED or all(number_of(paragraphs[i].text) for i in run) else []


def _is_item(paragraphs: Sequence[Paragraph], i: int, among: set[int]) -> bool:
    """Whether a line next to it, that can't be a heading, has the number before or after its own."""
    number = number_of(paragraphs[i].text)
    for step in (-1, 1):
        other = i + step
        if number and 0 <= other < len(paragraphs) and other not in among:
            theirs = number_of(paragraphs[other].text)
            if theirs and theirs[:-1] == number[:-1] and theirs[-1] == number[-1] + step:
                return True
    return False


def _over_text(paragraphs: Sequence[Paragraph], chosen: Sequence[int], body: Look) -> list[int]:
    """Those with text, a list or a table under them; a field with its value ("Portefeuillehouder") is none."""
    among = set(chosen)
    return [i for i in chosen if names_contents(paragraphs[i].text) or _heads_text(paragraphs, i, among, body)]


def _heads_text(paragraphs: Sequence[Paragraph], i: int, among: set[int], body: Look) -> bool:
    start = _after(i, among)
    below = paragraphs[start : start + NEAR]
    others = [paragraphs[j] for j in range(start + NEAR, min(start + 2 * NEAR, len(paragraphs))) if j not in among]
    if is_label(paragraphs[i].text) and below and not _has_text(below[0]):
        return False
    large = look_of(paragraphs[i].style).size >= body.size + MUCH_LARGER
    has_text = any(_has_text(paragraph) or _wraps(paragraph, body) for paragraph in (*below, *others))
    return has_text or (large and bool(below))


def _wraps(paragraph: Paragraph, body: Look) -> bool:
    """Whether it is text in the look of the body that fills more than a line, full stop or not."""
    return len(paragraph.lines) > 1 and not stands_out(look_of(paragraph.style), body)


def _after(i: int, among: set[int]) -> int:
    while i in among:
        i += 1
    return i


def _has_text(paragraph: Paragraph) -> bool:
    marked = paragraph.role != "paragraph" or is_enumerated(paragraph.text) or bool(number_of(paragraph.text))
    return marked or is_caption(paragraph.text) or is_prose(paragraph.text)


def demote_title(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The same, the document's title on a level with the highest headings after it.

    It would stand at the head of every path and say nothing there. A title is the one heading of its rank, at the
    very beginning, with others below it, and not the name of a programme.
    """
    headings = [i for i, paragraph in enumerate(paragraphs) if paragraph.role == "heading"]
    ranks = sorted(paragraphs[i].rank or 0.0 for i in headings)
    if len(headings) < MOST_STACKED or headings[0] > LAST_TITLE:
        return list(paragraphs)
    title = paragraphs[headings[0]]
    if names_part(title.text) or title.rank != ranks[0] or ranks[1] == ranks[0]:
        return list(paragraphs)
    changed = list(paragraphs)
    changed[headings[0]] = replace(title, rank=ranks[1])
    return changed
