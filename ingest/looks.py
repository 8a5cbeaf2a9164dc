"""Which paragraphs of a laid-out document are headings, and their rank, by how they look beside the body text."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.layout import Style
from ingest.noise import has_leaders, is_contents_line
from ingest.paragraphs import Paragraph
from ingest.wording import PLAIN_RANK, could_be_heading, group_rank, is_capitals, number_of

LARGER = 0.8
"""Points above the body's size from which size alone makes a heading."""

SMALLER = 0.7
"""Points below the body's size to which bold or coloured type can still be a heading."""

WEIGHT_OF_BOLD = 0.6
WEIGHT_OF_WHITE = 0.9
WEIGHT_OF_COLOUR = 0.4
"""What a look adds to the size, in points, where headings are ranked: white stands on a coloured bar."""

DARK = 0x60
"""A colour whose red, green and blue are all below this is black to a reader."""

LIGHT = 0xE0
MOST_LINES = 3
MOST_STACKED = 4
"""So many headings of one look with no text between them are a list, a cover or the head of a table."""

FEWEST_CONTENTS_LINES = 4
COVER_PAGES = 2
LONGEST_COVER = 400
"""Characters on one of the first pages up to which it is a cover: its title heads nothing but itself."""


@dataclass(frozen=True, slots=True)
class Look:
    """A style as a reader tells it apart from others: size in half points, weight, kind of colour."""

    size: float
    bold: bool
    colour: str

    @property
    def weight(self) -> float:
        """How much it stands out; the heavier of two headings ranks higher."""
        tint = {"dark": 0.0, "white": WEIGHT_OF_WHITE}.get(self.colour, WEIGHT_OF_COLOUR)
        return self.size + (WEIGHT_OF_BOLD if self.bold else 0.0) + tint


def look_of(style: Style) -> Look:
    """What a reader would see; no size counts as 0."""
    return Look(round((style.size or 0.0) * 2) / 2, style.bold, _kind_of(style.colour))


def _kind_of(colour: str | None) -> str:
    if colour is None or len(colour) != 7:
        return "dark"
    parts = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    if max(parts) < DARK or (max(parts) - min(parts) < 16 and max(parts) < 0xA0):
        return "dark"
    return "white" if min(parts) >= LIGHT else colour


def body_look(paragraphs: Sequence[Paragraph]) -> Look:
    """The look of most of the text."""
    amount: Counter[Look] = Counter()
    for paragraph in paragraphs:
        if paragraph.role != "table_row":
            for line in paragraph.lines:
                amount[look_of(line.style)] += len(line.text)
    return amount.most_common(1)[0][0] if amount else Look(0.0, False, "dark")


def mark_by_look(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The same paragraphs, headings marked and ranked; a lower rank stands higher."""
    body = body_look(paragraphs)
    apart = _contents_pages(paragraphs) | _covers(paragraphs, body)
    chosen = [
        i for i, paragraph in enumerate(paragraphs) if paragraph.page not in apart and _stands_out(paragraph, body)
    ]
    chosen = _without_lists(paragraphs, _outside_tables(paragraphs, chosen))
    ranks = _ranks([paragraphs[i] for i in chosen])
    marked = list(paragraphs)
    for i, rank in zip(chosen, ranks, strict=True):
        marked[i] = replace(paragraphs[i], role="heading", rank=rank)
    return marked


def _stands_out(paragraph: Paragraph, body: Look) -> bool:
    if paragraph.role != "paragraph" or len(paragraph.lines) > MOST_LINES:
        return False
    look = look_of(paragraph.style)
    larger = look.size >= body.size + LARGER
    marked = look.size >= body.size - SMALLER and ((look.bold and not body.bold) or look.colour != body.colour)
    text = paragraph.text
    if not (larger or marked) or not could_be_heading(text, set_apart=True):
        return False
    return larger or not is_contents_line(text) or bool(group_rank(text))


def _contents_pages(paragraphs: Sequence[Paragraph]) -> set[int | None]:
    """Pages with lines that dots lead to a page number, apart from the heading "Inhoudsopgave" itself."""
    count = Counter(paragraph.page for paragraph in paragraphs if has_leaders(paragraph.text))
    return {page for page, lines in count.items() if lines >= FEWEST_CONTENTS_LINES}


def _covers(paragraphs: Sequence[Paragraph], body: Look) -> set[int | None]:
    """Of the first pages those with little on them."""
    length: dict[int | None, int] = defaultdict(int)
    for paragraph in paragraphs:
        length[paragraph.page] += len(paragraph.text)
    return {page for page, size in length.items() if page and page <= COVER_PAGES and size <= LONGEST_COVER}


def _outside_tables(paragraphs: Sequence[Paragraph], chosen: Sequence[int]) -> list[int]:
    """Without the lines that stand between rows of one table: subtotals and heads of columns."""
    return [i for i in chosen if not _between_rows(paragraphs, i)]


def _between_rows(paragraphs: Sequence[Paragraph], i: int) -> bool:
    before = paragraphs[i - 1] if i else None
    after = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
    if before is None or after is None or before.role != "table_row" or after.role != "table_row":
        return False
    return before.lines[0].table == after.lines[0].table


def _without_lists(paragraphs: Sequence[Paragraph], chosen: Sequence[int]) -> list[int]:
    """Without runs of headings that look alike and have no text between them, and without those at the very end."""
    kept: list[int] = []
    run: list[int] = []
    for i in [*chosen, None]:
        if run and (
            i is None or i != run[-1] + 1 or look_of(paragraphs[i].style) != look_of(paragraphs[run[-1]].style)
        ):
            kept.extend(run if len(run) < MOST_STACKED else [])
            run = []
        if i is not None:
            run.append(i)
    while kept and kept[-1] == len(paragraphs) - 1:
        kept.pop()
    return kept


def _ranks(headings: Sequence[Paragraph]) -> list[float]:
    """A rank for each: the weight of its look first, then the depth of its number among those that look the same."""
    looks = sorted({look_of(heading.style) for heading in headings}, key=lambda look: -look.weight)
    order = {look: place for place, look in enumerate(looks)}
    depths: dict[Look, list[int]] = defaultdict(list)
    for heading in headings:
        number = number_of(heading.text)
        if number:
            depths[look_of(heading.style)].append(len(number))
    return [10.0 * order[look_of(h.style)] + _inner_rank(h, depths[look_of(h.style)]) for h in headings]


def _inner_rank(heading: Paragraph, depths: Sequence[int]) -> float:
    """Between 0 and 10: among headings of one look, numbers nest, and "Programma 3" stands over plain ones."""
    number = number_of(heading.text)
    if number:
        return 2.0 + len(number) - min(depths)
    group = group_rank(heading.text)
    if group is not None:
        return group / PLAIN_RANK
    return 1.0 if is_capitals(heading.text) else 2.0
